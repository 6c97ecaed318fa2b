import type { Thing } from '../due.ts'
import type { Label, Plan, PlanItem } from '../plan.ts'
import { carrying, type PlanPoint, type PlanSegment, type PlanTrip, type SegmentEnd } from '../segment.ts'
import { asInstant, type Day, dayMs, dayOf, hourMs, type Instant, type Span } from '../time.ts'
import { zoneOf } from '../zone.ts'

/** What rules ask about the parts of a trip. */

export const carries = ({ kind }: PlanSegment): boolean => carrying.has(kind)

/** Somebody drives for this traveller alone: it waits, and can be told another time. */
export const isRide = ({ kind }: PlanSegment): boolean => kind === 'ride' || kind === 'car'

/** Longer than this nobody drives: a car is had for days, and whoever has it does what else there is. */
const longestDriveMs = 12 * hourMs
export const isHad = ({ kind, span }: Pick<PlanSegment, 'kind' | 'span'>): boolean =>
  kind === 'car' && span !== null && span.end - span.start > longestDriveMs

/** It leaves at its own time, whoever is late: a flight, a train, a bus, a ferry. */
export const isTimetabled = (segment: PlanSegment): boolean => carries(segment) && !isRide(segment)

/** Parts that are going to happen, by when they begin. */
export const live = (trip: PlanTrip): readonly PlanSegment[] =>
  trip.segments.filter(({ status }) => status !== 'cancelled')

/** Clocks differ by at most this from UTC. */
const widest = 14 * hourMs
const endOfDay = (day: Day | null): number | null => (day === null ? null : (day + 1) * dayMs + widest)

/** When it is over at the latest, as far as anybody has said. */
export const overAt = ({ span, from, to }: PlanSegment, trip: PlanTrip): number =>
  span?.end ?? to.at ?? endOfDay(to.day) ?? endOfDay(from.day) ?? trip.span.end

/** Rules about what is to come leave alone what is over; where nobody says what time it is, nothing is. */
export const isAhead = ({ at }: Pick<Plan, 'at'>, segment: PlanSegment, trip: PlanTrip): boolean =>
  at === null || overAt(segment, trip) > at

/** It has not begun yet, so that something can still be done about when it begins. */
export const isToCome = ({ at }: Pick<Plan, 'at'>, { from }: PlanSegment): boolean =>
  at === null || from.at === null || from.at > at

export const isTripAhead = ({ at }: Pick<Plan, 'at'>, trip: PlanTrip): boolean => at === null || trip.span.end > at

const strictness: Readonly<Record<Label, number>> = { open: 0, desk: 1, private: 2 }
const stricter = (a: Label, b: Label): Label => (strictness[b] > strictness[a] ? b : a)

/** A segment as a finding holds it; nobody may know more of it than of its trip. */
export const segmentThing = (segment: PlanSegment, trip: PlanTrip): Thing => ({
  key: segment.key,
  span: segment.span ?? trip.span,
  label: stricter(segment.label, trip.label),
})

export const tripThing = ({ key, span, label }: PlanTrip): Thing => ({ key, span, label })

/** Never nothing: what is said of an instant has a length too. */
export const spanAt = (at: Instant): Span => ({ start: at, end: asInstant(at + 1) })

/** Where a finding about a segment stands on the time line. */
export const spanOfSegment = (segment: PlanSegment, trip: PlanTrip): Span => {
  if (segment.span !== null) return segment.span
  const at = segment.from.at ?? segment.to.at
  return at === null ? trip.span : spanAt(at)
}

/** The desk changes it itself: a wish of its own that nobody outside knows of. */
export const isOwn = ({ status, confirmation, people }: PlanSegment): boolean =>
  status === 'intended' && confirmation === null && !people.some(({ address }) => address !== null)

/** Somebody outside holds it. */
export const isHeld = ({ status }: PlanSegment): boolean =>
  status === 'booked' || status === 'confirmed' || status === 'changed'

/** Whether it concerns the executive: one of the travellers, or nobody has said who travels. */
export const withExecutive = ({ travellers }: PlanTrip): boolean =>
  travellers.length === 0 || travellers.some(({ executive }) => executive)

/** The zone of an end; null where nobody has said. */
export const zoneAtEnd = ({ zone }: SegmentEnd) => (zone === null ? null : zoneOf(zone))

/** The date at an end, on its own clocks. */
export const dayAt = (end: SegmentEnd): Day | null => {
  if (end.day !== null) return end.day
  const zone = zoneAtEnd(end)
  return end.at === null || zone === null ? null : dayOf(zone.toWall(end.at))
}

/** Minutes since midnight on the clocks at an end. */
export const minuteAt = ({ wall }: SegmentEnd): number | null =>
  wall === null ? null : Math.floor((wall - dayOf(wall) * dayMs) / 60_000)

const byKey = new WeakMap<readonly PlanItem[], ReadonlyMap<string, PlanItem>>()

/** A plan's items by key; made once for a plan. */
export const itemsOf = ({ items }: Pick<Plan, 'items'>): ReadonlyMap<string, PlanItem> => {
  const before = byKey.get(items)
  if (before) return before
  const made = new Map(items.map((item) => [item.key, item]))
  byKey.set(items, made)
  return made
}

const segments = new WeakMap<readonly PlanTrip[], ReadonlyMap<string, PlanSegment>>()

/** Every segment of a plan's trips by key. */
export const segmentsOf = ({ trips }: Pick<Plan, 'trips'>): ReadonlyMap<string, PlanSegment> => {
  if (!trips) return new Map()
  const before = segments.get(trips)
  if (before) return before
  const made = new Map(trips.flatMap((trip) => trip.segments.map((segment) => [segment.key, segment] as const)))
  segments.set(trips, made)
  return made
}

/** What a verdict holds beside a point of a trip is its trip; the point itself is told by `about`. */
export const pointOf = (trip: PlanTrip, key: string): PlanPoint | undefined =>
  trip.points.find((point) => point.key === key)
