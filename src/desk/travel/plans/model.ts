import { keyOf } from '../../../plan/occurrences.ts'
import type {
  PlanEntry,
  PlanPoint,
  PlanSegment,
  PlanTraveller,
  PlanTrip,
  SegmentAsked,
  SegmentEnd,
} from '../../../plan/segment.ts'
import { dayFromText } from '../../../plan/text.ts'
import { asDay, asInstant, type Day, type Instant, midnight } from '../../../plan/time.ts'
import type { Zone } from '../../../plan/zone.ts'
import { atOf, dayOfEnd, deadlineAt, type End, wallOfEnd } from '../ends/model.ts'
import type { Point } from '../points/model.ts'
import { byBegin, type Segment, type SegmentTerms, spanOfSegment, titleOf } from '../segments/model.ts'
import type { Trip } from '../trips/model.ts'

/** What a plan of trips is made with besides the trips: names of members, and what the calendar calls its events, by id. */
export type Around = {
  readonly home: Zone
  readonly owners: ReadonlyMap<string, string>
  readonly uids: ReadonlyMap<string, string>
  /** Keys of the segments there are. */
  readonly segments: ReadonlySet<string>
  /** The name in the passport and the papers of a traveller. */
  readonly onFile: (traveller: Traveller) => Pick<PlanTraveller, 'name' | 'passportName' | 'papers'>
}

const endOf = (end: End): SegmentEnd => ({
  place: end.place,
  airport: end.airport,
  terminal: end.terminal,
  zone: end.zone,
  day: dayOfEnd(end),
  wall: wallOfEnd(end),
  at: atOf(end),
})

const minutes = (clock: string | null): number | null =>
  clock === null ? null : Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const askedOf = (asked: SegmentTerms['asked']): SegmentAsked | null =>
  asked && {
    words: asked.words,
    on: asked.on === null ? null : dayFromText(asked.on),
    from: asked.from,
    to: asked.to,
    departAfter: minutes(asked.departAfter),
    arriveBy: minutes(asked.arriveBy),
    cabin: asked.cabin,
    seat: asked.seat ?? null,
    name: asked.name,
  }

const deadlineOf = ({ from, to }: SegmentTerms, deadline: SegmentTerms['checkInBy']): Instant | null => {
  if (deadline === null) return null
  const found = deadlineAt(deadline.local, deadline.zone ?? from.zone ?? to.zone, '')
  return 'at' in found ? found.at : null
}

const instantOfText = (text: string): Instant => asInstant(Temporal.Instant.from(text).epochMilliseconds)

/** A segment's key in the plan. */
export const segmentKey = (id: string): string => `segment:${id}`

/** A segment as the plan sees it. */
export const planSegmentFrom = (segment: Segment, { uids, segments }: Around): PlanSegment => {
  const { terms, eventId } = segment
  const uid = eventId === null ? undefined : uids.get(eventId)
  const keyFor = (id: string) => {
    const event = uids.get(id)
    return segments.has(id) || event === undefined ? segmentKey(id) : keyOf(event, null)
  }
  return {
    key: segmentKey(segment.id),
    trip: `trip:${segment.tripId}`,
    kind: segment.kind,
    status: segment.status,
    title: titleOf(segment),
    label: segment.label,
    provider: terms.provider,
    number: terms.number,
    confirmation: terms.confirmation,
    from: endOf(terms.from),
    to: endOf(terms.to),
    span: spanOfSegment(segment),
    item: uid === undefined ? null : keyOf(uid, null),
    checkInBy: deadlineOf(terms, terms.checkInBy),
    cancelBy: deadlineOf(terms, terms.cancelBy),
    seat: terms.seat,
    cabin: terms.cabin,
    name: terms.name,
    fare: {
      changeable: terms.fare.changeable,
      changeableUntil: deadlineOf(terms, terms.fare.changeableUntil),
      refundable: terms.fare.refundable,
      refundableUntil: deadlineOf(terms, terms.fare.refundableUntil),
    },
    asked: askedOf(terms.asked),
    waiting: terms.waiting && {
      words: terms.waiting.words,
      of: terms.waiting.of,
      since: instantOfText(terms.waiting.since),
    },
    changedAt: instantOfText(terms.changedAt),
    checkedAt: terms.checkedBy && instantOfText(terms.checkedBy.at),
    dependsOn: terms.dependsOn.map(keyFor),
    minimumConnection: terms.minimumConnection,
    fallback: terms.fallback,
    driver: terms.driver,
    pickUp: terms.pickUp,
    people: terms.people.map(({ name, address }) => ({ name, address })),
  }
}

const startOf = (day: Day, home: Zone): Instant => home.toInstant(midnight(day))

const dayGiven = (text: string): Day => {
  const day = dayFromText(text)
  if (day === null) throw new Error(`${text} is not a date`)
  return day
}

const pointOf = ({ id, terms, ownerId, dueOn }: Point, { home, owners }: Around): PlanPoint => ({
  key: `point:${id}`,
  words: terms.words,
  owner: ownerId === null ? null : (owners.get(ownerId) ?? null),
  dueAt: dueOn === null ? null : startOf(asDay(dayGiven(dueOn) + 1), home),
})

type Traveller = Trip['terms']['travellers'][number]

const travellerOf = (one: Traveller, { onFile }: Around): PlanTraveller => ({
  executive: one.executive,
  ...onFile(one),
})

type Parts = {
  readonly segments: readonly Segment[]
  readonly points: readonly Point[]
  readonly entries: readonly PlanEntry[]
}

/** A trip as the plan sees it, with those of its parts that are on. */
export const planTripOf = (trip: Trip, { segments, points, entries }: Parts, around: Around): PlanTrip => {
  const [first, last] = [dayGiven(trip.firstOn), dayGiven(trip.lastOn)]
  return {
    key: `trip:${trip.id}`,
    title: trip.terms.title,
    label: trip.label,
    readers: trip.readers,
    span: { start: startOf(first, around.home), end: startOf(asDay(last + 1), around.home) },
    first,
    last,
    travellers: trip.terms.travellers.map((one) => travellerOf(one, around)),
    entries,
    segments: [...segments].sort(byBegin).map((one) => planSegmentFrom(one, around)),
    points: points.filter(({ terms }) => terms.settled === null).map((one) => pointOf(one, around)),
    lastWayHome: trip.terms.lastWayHome,
  }
}
