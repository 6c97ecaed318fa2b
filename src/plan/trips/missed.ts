import { homeOf } from '../boundaries.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { PlanSegment, PlanTrip, SegmentEnd } from '../segment.ts'
import { asInstant, asWall, dayMs, type Instant } from '../time.ts'
import { isExpected } from './around.ts'
import { mayBeSame } from './names.ts'
import { type Change, carriers, type Timed } from './order.ts'
import { isSamePlace, namesOf } from './places.ts'
import { isTimetabled, itemsOf, live, zoneAtEnd } from './segments.ts'

/** It is where a leg goes and not where it leaves from, as far as places or clocks tell the two apart. */
const isThere = (end: SegmentEnd, { from, to }: PlanSegment): boolean => {
  if (isSamePlace(end, from) === true || namesOf(end).length === 0) return false
  return isSamePlace(end, to) === true || (from.zone !== null && from.zone !== to.zone && end.zone === to.zone)
}

/** Where one was before a leg: brought there by the leg before it, else at home where it leaves from home. */
const wasElsewhere = (plan: Plan, before: Timed | undefined, leg: Timed, end: SegmentEnd): boolean => {
  if (!before) return leg.from.zone === homeOf(plan).id
  return end.at !== null && end.at >= before.span.end && !isThere(end, before)
}

/** What a trip has where a leg arrives, at a time before that leg has left: it was to be reached by it, and one of the two moved. */
export function missedBy(plan: Plan, trip: PlanTrip, leg: Timed): readonly PlanItem[] {
  if (!isTimetabled(leg)) return []
  const before = carriers(trip).findLast((one) => isTimetabled(one) && one.span.start < leg.span.start)
  return live(trip).flatMap(({ item: key, from }) => {
    const item = key === null ? undefined : itemsOf(plan).get(key)
    if (!item || from.at === null || from.at >= leg.span.start || !isExpected(plan, item)) return []
    return isThere(from, leg) && wasElsewhere(plan, before, leg, from) ? [item] : []
  })
}

/** A trip that begins by leaving a place to which, from home, only a later departure brings: the two are the wrong way round. */
export function wrongWayRound(plan: Plan, trip: PlanTrip): Change | null {
  const [next, ...rest] = carriers(trip).filter(isTimetabled)
  if (!next || next.from.zone === homeOf(plan).id) return null
  const first = rest.find((leg) => mayBeSame(leg, next) && leg.from.zone === homeOf(plan).id && isThere(next.from, leg))
  return first ? { first, next, near: false } : null
}

/** The same time of the first day that is no sooner, on the clocks where a leg arrives. */
export function nextDayAfter({ span }: PlanItem, { to }: PlanSegment, soonest: Instant): Instant {
  const zone = zoneAtEnd(to)
  if (!zone) return soonest
  const [wall, least] = [zone.toWall(span.start), zone.toWall(soonest)]
  return asInstant(zone.toInstant(asWall(wall + Math.ceil((least - wall) / dayMs) * dayMs)))
}
