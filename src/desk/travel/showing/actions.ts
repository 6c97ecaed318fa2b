import { zonedText } from '../../../plan/text.ts'
import { asInstant } from '../../../plan/time.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import { type Act, isRefused, type Refused, refuse } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { headOf } from '../../calendar/series/model.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import { countryOf } from '../../holds/finding/holidays.ts'
import { entriesOf } from '../countries/model.ts'
import { atOf, deadlineAt, type End, endWords, localWords } from '../ends/model.ts'
import type { PointView, SegmentView, TripView } from '../model.ts'
import type { Point } from '../points/model.ts'
import { pointById, pointsOfTrips, segmentById, segmentsById, segmentsOfTrips, tripById } from '../queries.ts'
import { byBegin, isOwn, type Segment, titleOf } from '../segments/model.ts'
import { stateOfTrip, type Trip } from '../trips/model.ts'
import { statusWords } from '../words.ts'

type Kept = { readonly label: Trip['label']; readonly readers: readonly string[] }

/** Whether whoever acts may know of a trip or a part of one: its label allows it, or it names them. */
export const mayKnow = (act: Act, { label, readers }: Kept): boolean => {
  const reader = readerOf(act)
  return maySee(label, reader) || (reader.sees === 'named' && readers.includes(act.member.id))
}

export const noTrip = refuse('not-there', 'There is no such trip.', [], 'id')
export const noSegment = refuse('not-there', 'There is no such part of a trip.', [], 'id')
export const noPoint = refuse('not-there', 'There is no such open point.', [], 'id')

const knownTo = <T extends Kept>(act: Act, found: T | undefined, no: Refused): T | Refused =>
  found && mayKnow(act, found) ? found : no

export const tripFor = async (act: Act, id: string, no = noTrip): Promise<Trip | Refused> =>
  knownTo(act, await tripById(act.db, act.desk.id, id), no)

export const segmentFor = async (act: Act, id: string): Promise<Segment | Refused> =>
  knownTo(act, await segmentById(act.db, act.desk.id, id), noSegment)

export const pointFor = async (act: Act, id: string): Promise<Point | Refused> =>
  knownTo(act, await pointById(act.db, act.desk.id, id), noPoint)

/** The trip of a part of it. */
export const tripOf = async (act: Act, id: string): Promise<Trip> => {
  const trip = await tripById(act.db, act.desk.id, id)
  if (!trip) throw new Error('a part of a trip that is not there')
  return trip
}

const momentIn = (act: Act, at: string): string =>
  zonedText(asInstant(Temporal.Instant.from(at).epochMilliseconds), homeOf(act))
const homeOf = (act: Act) => zoneOf(act.desk.zone) ?? utc
export const nowAt = (act: Act): Temporal.ZonedDateTime => act.at.toZonedDateTimeISO(act.desk.zone)

/** Names of what segments hang on, by id. */
type Names = ReadonlyMap<string, string>

/** Titles of segments and events by id, as far as whoever acts may know them. */
async function namesOf(act: Act, segments: readonly Segment[]): Promise<Names> {
  const names = new Map(segments.map((one) => [one.id, titleOf(one)]))
  const others = [...new Set(segments.flatMap(({ terms }) => terms.dependsOn))].filter((id) => !names.has(id))
  for (const one of await segmentsById(act.db, act.desk.id, others))
    names.set(one.id, mayKnow(act, one) ? titleOf(one) : 'Something private')
  for (const event of await eventsById(act.db, act.desk.id, others)) {
    const head = headOf(event)
    const isOpen = !event.hidden && maySee(head.saidLabel ?? head.label ?? 'desk', readerOf(act))
    names.set(event.id, isOpen ? head.title : 'Something private')
  }
  return names
}

const endView = (act: Act, { country: _, ...end }: End): SegmentView['from'] => {
  const at = atOf(end)
  return {
    ...end,
    at: at === null ? null : zonedText(at, zoneOf(end.zone ?? '') ?? utc),
    home: at === null ? null : zonedText(at, homeOf(act)),
    words: endWords(end),
  }
}

/** The zone a deadline is read in: its own, else that of the segment's beginning, else of its end. */
export const zoneOfDeadline = (zone: string | null, { from, to }: Segment['terms']): string | null =>
  zone ?? from.zone ?? to.zone

const deadlineView = (terms: Segment['terms'], deadline: Segment['terms']['checkInBy']): SegmentView['checkInBy'] => {
  if (deadline === null) return null
  const zone = zoneOfDeadline(deadline.zone, terms)
  const found = deadlineAt(deadline.local, zone, '')
  const at = 'at' in found ? found.at : null
  return {
    ...deadline,
    at: at === null ? null : zonedText(at, zoneOf(zone ?? '') ?? utc),
    words: endWords({ local: deadline.local, zone }) ?? localWords(deadline.local),
  }
}

function view(act: Act, segment: Segment, all: readonly Segment[], names: Names): SegmentView {
  const { from, to, waiting, confirmedBy, checkedBy, remark: _, changedAt: __, ...terms } = segment.terms
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => (names.has(id) ? [{ id, title: names.get(id) ?? '' }] : []))
  return {
    ...terms,
    id: segment.id,
    tripId: segment.tripId,
    version: segment.version,
    kind: segment.kind,
    status: segment.status,
    eventId: segment.eventId,
    title: titleOf(segment),
    givenTitle: terms.title,
    statusWords: statusWords(segment, nowAt(act)),
    own: isOwn(segment),
    from: endView(act, from),
    to: endView(act, to),
    checkInBy: deadlineView(segment.terms, terms.checkInBy),
    cancelBy: deadlineView(segment.terms, terms.cancelBy),
    waiting: waiting && { ...waiting, since: momentIn(act, waiting.since), wanted: { ...waiting.wanted } },
    confirmedBy: confirmedBy && { ...confirmedBy, at: momentIn(act, confirmedBy.at) },
    checkedBy: checkedBy && { ...checkedBy, at: momentIn(act, checkedBy.at) },
    needs: named(terms.dependsOn),
    neededBy: named(all.filter((one) => one.terms.dependsOn.includes(segment.id)).map(({ id }) => id)),
    sources: [...terms.sources],
  }
}

/** Parts of one trip, by when they begin. */
export async function segmentViews(act: Act, segments: readonly Segment[]): Promise<SegmentView[]> {
  const names = await namesOf(act, segments)
  act.looked(segments)
  return [...segments].sort(byBegin).map((one) => view(act, one, segments, names))
}

export async function segmentViewOf(act: Act, segment: Segment): Promise<SegmentView> {
  const all = await segmentsOfTrips(act.db, act.desk.id, [segment.tripId])
  act.looked([segment])
  return view(act, segment, all, await namesOf(act, all.length === 0 ? [segment] : all))
}

type Owners = ReadonlyMap<string, string>
export const ownersOf = async (act: Act): Promise<Owners> =>
  new Map((await members(act.db, act.desk.id)).map(({ id, name }) => [id, name]))

export const pointViewOf = (act: Act, point: Point, owners: Owners): PointView => {
  const { words, settled } = point.terms
  return {
    id: point.id,
    words,
    ownerId: point.ownerId,
    ownerName: point.ownerId === null ? null : (owners.get(point.ownerId) ?? null),
    dueOn: point.dueOn,
    segmentId: point.segmentId,
    settled: settled && { ...settled, at: momentIn(act, settled.at) },
  }
}

const isSettled = ({ terms }: Point): number => (terms.settled ? 1 : 0)
const dueFirst = (a: Point, b: Point): number =>
  (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : (a.dueOn ?? '9999') > (b.dueOn ?? '9999') ? 1 : 0
/** Open first, then settled; what is due sooner first. */
export const byNeed = (a: Point, b: Point): number =>
  isSettled(a) - isSettled(b) || dueFirst(a, b) || (a.id < b.id ? -1 : 1)

const countryNames = new Intl.DisplayNames(['en-GB'], { type: 'region' })
const nameOfCountry = (code: string): string => {
  try {
    return countryNames.of(code) ?? code
  } catch {
    return code
  }
}

/** The country where the desk is at home, by two letters: as somebody said, else that of its zone, as for public holidays. */
export const homeCountry = async ({ desk }: Pick<Act, 'desk'>): Promise<string | null> =>
  (desk.country ?? (await countryOf(desk.zone)))?.slice(0, 2) ?? null

const costsOf = (segments: readonly Segment[]): TripView['costs'] => {
  const costs = segments.flatMap(({ status, terms }) => (status === 'cancelled' || !terms.cost ? [] : [terms.cost]))
  const sums = new Map<string, number>()
  for (const { amount, currency } of costs) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ amount, currency }))
}

const zonesOf = (segments: readonly Segment[]): string[] => [
  ...new Set(segments.flatMap(({ terms: { from, to } }) => [from.zone, to.zone]).filter((zone) => zone !== null)),
]

/** A trip with everything in it, as whoever acts reads it. */
export async function tripViewOf(act: Act, trip: Trip): Promise<TripView> {
  const segments = (await segmentsOfTrips(act.db, act.desk.id, [trip.id])).sort(byBegin)
  const points = (await pointsOfTrips(act.db, act.desk.id, [trip.id])).sort(byNeed)
  const owners = await ownersOf(act)
  act.looked([trip])
  const { cancelled, entries: _, ...terms } = trip.terms
  return {
    ...terms,
    id: trip.id,
    version: trip.version,
    from: trip.firstOn,
    until: trip.lastOn,
    calendarId: trip.calendarId,
    label: trip.label,
    readers: [...trip.readers],
    state: stateOfTrip(trip, nowAt(act).toPlainDate().toString()),
    segments: await segmentViews(act, segments),
    points: points.map((point) => pointViewOf(act, point, owners)),
    entries: entriesOf(trip, segments, await homeCountry(act)).map((one) => ({
      ...one,
      name: nameOfCountry(one.country),
    })),
    zone: act.desk.zone,
    zones: zonesOf(segments),
    costs: costsOf(segments),
    cancelled: cancelled && { ...cancelled, at: momentIn(act, cancelled.at) },
  }
}

/** A part that is on, of a trip that is: what was called off is not changed any more. */
export async function standingFor(act: Act, id: string, version: number | undefined): Promise<Segment | Refused> {
  const segment = await segmentFor(act, id)
  if (isRefused(segment)) return segment
  if (version !== undefined && version !== segment.version)
    return refuse('moved-on', 'It was changed since you looked; here is how it is now.', [id], 'version')
  return segment.status === 'cancelled'
    ? refuse('moved-on', `“${titleOf(segment)}” was called off; add another, or undo that.`, [id])
    : segment
}
