import { type Local, localOf, minuteOfDay } from './local.ts'
import type { Plan, PlanItem } from './plan.ts'
import {
  asDay,
  asInstant,
  asWall,
  dayOf,
  type Instant,
  midnight,
  minuteMs,
  type Span,
  type Weekday,
  weekdayOf,
} from './time.ts'
import { utc, type Zone, zoneOf } from './zone.ts'

/** When somebody works: `from` and `to` as `HH:MM` on their own clocks. */
export type Hours = { readonly days: readonly Weekday[]; readonly from: string; readonly to: string }

type Clock = { readonly zoneAt: (at: Instant) => Zone; readonly instantOf: Local['instantOf'] }

/** The executive reads clocks where they are, the assistant at home. */
const clockFor = (plan: Plan, owner: PlanItem['owner']): Clock => {
  if (owner === 'executive') return localOf(plan)
  const home = zoneOf(plan.whereabouts[0]?.zone ?? 'UTC') ?? utc
  return { zoneAt: () => home, instantOf: (wall) => home.toInstant(wall) }
}

/** What somebody keeps free to work alone takes none of the time for it. */
const isForWork = ({ kind }: PlanItem): boolean => kind === 'focus'

/** Everything that takes an owner’s time within a span, joined where it touches, by start. A day off takes the day. */
const takenIn = (plan: Plan, owner: PlanItem['owner'], span: Span): Span[] => {
  const { timed, allDay } = localOf(plan).lanes[owner]
  const spans = [...timed.map(({ item }) => item), ...allDay]
    .filter((item) => !isForWork(item) && item.span.start < span.end && item.span.end > span.start)
    .map((item) => item.span)
    .sort((a, b) => a.start - b.start)
  const joined: Span[] = []
  for (const one of spans) {
    const last = joined.at(-1)
    if (last && one.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: asInstant(Math.max(last.end, one.end)) }
    else joined.push(one)
  }
  return joined
}

/** The working hours of a span, day by day. */
const workingIn = ({ days, from, to }: Hours, { zoneAt, instantOf }: Clock, span: Span): Span[] => {
  const [first, last] = [dayOf(zoneAt(span.start).toWall(span.start)), dayOf(zoneAt(span.end).toWall(span.end))]
  const found: Span[] = []
  for (let day = asDay(first - 1); day <= last + 1; day = asDay(day + 1)) {
    if (!days.includes(weekdayOf(day))) continue
    const at = (clock: string) => instantOf(asWall(midnight(day) + minuteOfDay(clock) * minuteMs))
    const start = asInstant(Math.max(at(from), span.start, found.at(-1)?.end ?? span.start))
    const end = asInstant(Math.min(at(to), span.end))
    if (start < end) found.push({ start, end })
  }
  return found
}

/** The working time of an owner within a span that nothing takes, by start. */
export const freeIn = (plan: Plan, owner: PlanItem['owner'], hours: Hours, span: Span): readonly Span[] => {
  const taken = takenIn(plan, owner, span)
  const free: Span[] = []
  let next = 0
  for (const { start, end } of workingIn(hours, clockFor(plan, owner), span)) {
    while (next < taken.length && (taken[next] as Span).end <= start) next++
    let from = start
    for (let i = next; i < taken.length && (taken[i] as Span).start < end; i++) {
      const one = taken[i] as Span
      if (one.start > from) free.push({ start: from, end: one.start })
      from = asInstant(Math.max(from, one.end))
    }
    if (from < end) free.push({ start: from, end })
  }
  return free
}

/** Milliseconds of free time before an instant. */
export const freeBefore = (free: readonly Span[], at: Instant): number =>
  free.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, at) - start), 0)

/** When so many milliseconds of free time are used up; null where there are not as many. */
export const usedUpAt = (free: readonly Span[], ms: number): Instant | null => {
  let left = ms
  for (const { start, end } of free) {
    if (end - start >= left) return asInstant(start + left)
    left -= end - start
  }
  return null
}
