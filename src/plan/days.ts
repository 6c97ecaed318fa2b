import { type Local, localOf, type Timed } from './local.ts'
import type { Plan } from './plan.ts'
import { asWall, type Day, dayMs, dayOf, midnight, minuteMs, type Span, type Wall } from './time.ts'

/** A stretch of a clock on the wall, half-open. */
export type WallSpan = { readonly start: Wall; readonly end: Wall }

/** Nothing that goes on for longer than this is read day by day: it is a season, not a meeting. */
const longest = 31

/** The local days a thing touches. */
export const daysOf = ({ start, end }: WallSpan): Day[] => {
  const first = dayOf(start)
  const last = Math.max(first, dayOf(asWall(Math.max(start, end - 1))))
  return last - first > longest ? [] : Array.from({ length: last - first + 1 }, (_, i) => (first + i) as Day)
}

/** What takes the executive's time, by every local day it touches. */
export const touching = (plan: Plan, wanted: (timed: Timed) => boolean): Map<Day, Timed[]> => {
  const days = new Map<Day, Timed[]>()
  for (const timed of localOf(plan).busy) {
    if (!wanted(timed)) continue
    for (const day of daysOf(timed)) {
      const there = days.get(day)
      if (there) there.push(timed)
      else days.set(day, [timed])
    }
  }
  return days
}

/** The part of a day between two minutes of its clock. */
export const between = (day: Day, from: number, to: number): WallSpan => ({
  start: asWall(midnight(day) + from * minuteMs),
  end: asWall(midnight(day) + to * minuteMs),
})

/** Minutes of `span` that none of `inside` covers; `inside` is sorted and does not overlap itself. */
export const uncovered = (span: WallSpan, inside: readonly WallSpan[]): number => {
  let left = span.end - span.start
  for (const part of inside) left -= Math.max(0, Math.min(span.end, part.end) - Math.max(span.start, part.start))
  return Math.round(left / minuteMs)
}

/** The longest stretch of `span`, in minutes, that nothing of `taken` (by start) touches. */
export const longestFree = (span: WallSpan, taken: readonly WallSpan[]): number => {
  let [free, until] = [0, span.start as number]
  for (const { start, end } of taken) {
    free = Math.max(free, Math.min(start, span.end) - until)
    until = Math.max(until, end)
  }
  return Math.round(Math.max(free, span.end - until) / minuteMs)
}

/** The part of a thing that lies on a day. */
export const onDay = ({ start, end }: WallSpan, day: Day): WallSpan => ({
  start: asWall(Math.max(start, midnight(day))),
  end: asWall(Math.min(end, midnight(day) + dayMs)),
})

/** A stretch of the executive's clock as the time line has it. */
export const spanOf = (local: Local, { start, end }: WallSpan): Span => ({
  start: local.instantOf(start),
  end: local.instantOf(end),
})

/** From the first start to the last end. */
export const hull = (timed: readonly Timed[]): Span => ({
  start: Math.min(...timed.map((t) => t.item.span.start)) as Span['start'],
  end: Math.max(...timed.map((t) => t.item.span.end)) as Span['end'],
})
