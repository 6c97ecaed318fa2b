import type { Local, Timed } from '../local.ts'
import { near } from '../moves.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { dayMs, type Instant } from '../time.ts'
import { type Zone, zoneOf } from '../zone.ts'
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

/** The first thing at which somebody is expected, from one instant to before another. */
export const firstExpected = (plan: Plan, busy: readonly Timed[], from: Instant, before: number): PlanItem | null =>
  near(busy, from, before).find(({ item }) => isExpected(plan, item))?.item ?? null

/** The clocks a thing is said on: those it was written in, else those that are read then. */
export const clocksOf = ({ zone, span }: PlanItem, { zoneAt }: Pick<Local, 'zoneAt'>): Zone =>
  (zone === null ? null : zoneOf(zone)) ?? zoneAt(span.start)
