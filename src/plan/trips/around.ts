import type { Local, Timed } from '../local.ts'
import { near } from '../moves.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { PlanSegment, PlanTrip, SegmentEnd } from '../segment.ts'
import { dayMs } from '../time.ts'
import { type Zone, zoneOf } from '../zone.ts'
import { minutesBetween } from './places.ts'
import { carries } from './segments.ts'

/** Nothing that goes on for longer is followed by a trip or hindered by one. */
const longestMs = 2 * dayMs

/** What takes time and is on between two instants, by start; what has gone on for days is not among it. */
export const onBetween = (busy: readonly Timed[], from: number, to: number): readonly PlanItem[] =>
  near(busy, from - longestMs, to)
    .map(({ item }) => item)
    .filter(({ span }) => span.end > from || span.start >= from)

const made = new WeakMap<readonly PlanTrip[], ReadonlyMap<string, PlanSegment>>()

/** The segments that stand on the calendar, by the keys of their items. */
export const segmentsByItem = ({ trips }: Pick<Plan, 'trips'>): ReadonlyMap<string, PlanSegment> => {
  if (!trips) return new Map()
  const before = made.get(trips)
  if (before) return before
  const all = new Map(
    trips.flatMap(({ segments }) => segments.flatMap((one) => (one.item === null ? [] : [[one.item, one] as const]))),
  )
  made.set(trips, all)
  return all
}

/** Somebody is expected there: not a way, nor the night, nor time that one keeps for oneself. */
export const isExpected = (plan: Plan, item: PlanItem): boolean => {
  if (item.kind === 'travel' || item.kind === 'focus') return false
  const segment = segmentsByItem(plan).get(item.key)
  return !segment || !(carries(segment) || segment.kind === 'stay' || segment.kind === 'free')
}

/** What somebody who is carried is expected at where they arrive: all that has begun by then, and the first that begins before another instant. */
export const expectedThere = (
  plan: Plan,
  busy: readonly Timed[],
  leg: PlanSegment,
  before: number,
): readonly PlanItem[] => {
  const { span } = leg
  if (span === null) return []
  const items = near(busy, span.start, before).flatMap(({ item }) => (isExpected(plan, item) ? [item] : []))
  const next = items.find((item) => item.span.start >= span.end)
  return [...items.filter((item) => isWhereOneArrives(plan, item, leg)), ...(next ? [next] : [])]
}

/** Whoever is expected has to be there: it is no call. */
const isInPerson = ({ kind, place, link }: PlanItem): boolean => kind !== 'call' && (place !== null || link === null)

/**
 * Whether something that begins while one is carried is where one arrives, so that one comes to it late: a dinner after a flight and
 * not a call, nor a meeting in the city one has left. Where clocks do not tell the two places apart, what goes on after the arrival is.
 */
export const isWhereOneArrives = (plan: Plan, item: PlanItem, { from, to, span }: PlanSegment): boolean => {
  if (span === null || item.span.start < span.start || item.span.start >= span.end || !isInPerson(item)) return false
  if (item.zone !== null && from.zone !== to.zone && (item.zone === from.zone || item.zone === to.zone))
    return item.zone === to.zone
  if (item.span.end > span.end) return true
  return item.place !== null && minutesBetween(to, endNamed(item.place.name), plan.travelMinutes) !== null
}

/** An end of which only the name of its place is known. */
export const endNamed = (place: string): SegmentEnd => ({
  place,
  airport: null,
  terminal: null,
  zone: null,
  day: null,
  wall: null,
  at: null,
})

/** The clocks a thing is said on: those it was written in, else those that are read then. */
export const clocksOf = ({ zone, span }: PlanItem, { zoneAt }: Pick<Local, 'zoneAt'>): Zone =>
  (zone === null ? null : zoneOf(zone)) ?? zoneAt(span.start)
