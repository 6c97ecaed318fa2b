import { changedPlan } from './cascade/changed.ts'
import { differenceOf } from './difference.ts'
import type { Finding } from './finding.ts'
import type { Judged } from './judge.ts'
import { inOrder, localOf } from './local.ts'
import type { Plan, PlanItem } from './plan.ts'
import { rejudge } from './rejudge.ts'
import {
  asDay,
  asInstant,
  asWall,
  dayOf,
  hourMs,
  type Instant,
  midnight,
  minuteMs,
  type Span,
  weekdays,
} from './time.ts'
import { segmentsByItem } from './trips/around.ts'
import { whereaboutsAfter } from './whereabouts.ts'
import { utc, zoneOf } from './zone.ts'

/** What an ask would cost: everything that becomes wrong or worse by it, and everything it would put right. */
export type Weighed = {
  /** The cost of what becomes wrong, less that of what it puts right. */
  readonly cost: number
  /** The dearest first. */
  readonly worse: readonly Finding[]
  readonly better: readonly Finding[]
  /** The plan with the ask in it, judged. */
  readonly after: Judged
}

/** The same item at another time, of the same length unless the span says otherwise; on the wall of the zone it was written in. */
export const movedTo = (item: PlanItem, span: Span): PlanItem => {
  const there = zoneOf(item.zone ?? '')
  const wall = (at: Instant, before: Instant, was: PlanItem['wallStart'], zone: string | null) => {
    const clock = zone === null ? there : (zoneOf(zone) ?? utc)
    return clock ? clock.toWall(at) : asWall(was + (at - before))
  }
  return {
    ...item,
    span,
    wallStart: wall(span.start, item.span.start, item.wallStart, item.zone),
    wallEnd: wall(span.end, item.span.end, item.wallEnd, item.endZone ?? item.zone),
    moves: item.moves + 1,
  }
}

/** The plan with an item put into it, in the place of the one with its key if there is one. */
export const withItem = (plan: Plan, item: PlanItem): Plan => {
  const items = plan.items.filter(({ key }) => key !== item.key)
  const at = items.findIndex((other) => inOrder(item, other) < 0)
  items.splice(at === -1 ? items.length : at, 0, item)
  const before = plan.items.find(({ key }) => key === item.key)
  const moved = { ...plan, items, whereabouts: whereaboutsAfter(plan.whereabouts, before, item) }
  const trips = tripsWith(plan, item)
  return trips ? { ...moved, trips } : moved
}

/** Trips whose part goes with what stands for it on the calendar; undefined where it is of no trip, or where it was. */
const tripsWith = (plan: Plan, { key, span }: PlanItem): Plan['trips'] => {
  const segment = segmentsByItem(plan).get(key)
  if (!segment?.span || (segment.span.start === span.start && segment.span.end === span.end)) return undefined
  return changedPlan(plan, segment.key, { from: { at: span.start }, to: { at: span.end } }).trips?.map((trip) => ({
    ...trip,
    segments: trip.segments.map((one) => (one.key === segment.key ? { ...one, item: key } : one)),
  }))
}

/** What putting an item into a judged plan would cost: judge(plan + the ask) − judge(plan). Moves nothing. */
export const weigh = (before: Judged, item: PlanItem): Weighed => {
  const after = rejudge(before, withItem(before.plan, item), [item.key])
  const { worse, better } = differenceOf(before, after)
  const sum = (findings: readonly Finding[]) => findings.reduce((total, { cost }) => total + cost, 0)
  return { cost: sum(worse) - sum(better), worse: dearestFirst(worse), better: dearestFirst(better), after }
}

const dearestFirst = (findings: readonly Finding[]) => findings.toSorted((a, b) => b.cost - a.cost)

/** A time for an item, and what it would cost there. */
export type Priced = { readonly item: PlanItem; readonly span: Span; readonly weighed: Weighed }

/**
 * The cheapest of some starts for an item of its length; of equally cheap ones the nearest to where it was asked for, then
 * the earlier. Null where none costs less than `below`, or there is nothing to choose from.
 */
export const cheapest = (
  before: Judged,
  item: PlanItem,
  starts: readonly Instant[],
  below: number = Number.POSITIVE_INFINITY,
): Priced | null => {
  const length = item.span.end - item.span.start
  const far = (at: Instant) => Math.abs(at - item.span.start)
  let best: Priced | null = null
  for (const start of starts.toSorted((a, b) => far(a) - far(b) || a - b)) {
    const span = { start, end: asInstant(start + length) }
    const there = { ...movedTo(item, span), moves: item.moves }
    const weighed = weigh(before, there)
    if (weighed.cost >= (best?.weighed.cost ?? below)) continue
    best = { item: there, span, weighed }
    if (best.weighed.cost <= 0 && best.weighed.worse.length === 0) break
  }
  return best
}

/** The hours in which another time is looked for, unless the ask itself is earlier or later. */
const [earliest, latest] = [8 * hourMs, 18 * hourMs + 30 * minuteMs]

/**
 * Quarter hours at which an item could begin instead: Monday to Friday of its own week, on the clocks the executive reads
 * then, still to come, and ending within office hours or when the item itself does.
 */
export const startsThatWeek = (plan: Plan, item: PlanItem): Instant[] => {
  const local = localOf(plan)
  const length = item.span.end - item.span.start
  const wall = local.wallAt(item.span.start)
  const on = dayOf(wall)
  const monday = on - ((((on + 3) % 7) + 7) % 7)
  const clock = wall - midnight(on)
  const last = Math.max(latest, clock + length) - length
  const starts: Instant[] = []
  for (let day = monday; day < monday + weekdays.length - 2; day++)
    for (let from = Math.min(earliest, clock); from <= last; from += 15 * minuteMs) {
      const start = local.instantOf(asWall(midnight(asDay(day)) + from))
      const isPast = plan.at !== null && start <= plan.at
      if (!isPast && start !== item.span.start) starts.push(start)
    }
  return starts
}
