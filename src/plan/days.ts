import type { Local, Timed } from './local.ts'
import { stretchesOf } from './stretches.ts'
import { asWall, type Day, dayMs, midnight, minuteMs, type Span, type Wall } from './time.ts'

/** A stretch of a clock on the wall, half-open. */
export type WallSpan = { readonly start: Wall; readonly end: Wall }

/** Nothing that goes on for longer than this is read day by day: it is a season, not a meeting. */
const longest = 31

/** The last local day a thing is read on: its only one for what goes on for a season. */
export const lastDayOf = ({ day, last }: Timed): Day => (last - day > longest ? day : last)

/** Things by every local day they touch. */
export const touching = (timed: readonly Timed[]): Map<Day, Timed[]> => {
  const days = new Map<Day, Timed[]>()
  for (const one of timed) {
    if (one.last - one.day > longest) continue
    for (let day = one.day; day <= one.last; day++) {
      const there = days.get(day)
      if (there) there.push(one)
      else days.set(day, [one])
    }
  }
  return days
}

/**
 * What a thing takes of the clock: one stretch, or several where the clocks are changed under it, so that an hour they skip
 * is not in it and one they repeat is in it as often. A journey to another zone is one stretch.
 */
export const clockParts = ({ zoneAt }: Pick<Local, 'zoneAt'>, timed: Timed): readonly WallSpan[] => {
  const { span } = timed.item
  const zone = zoneAt(span.start)
  if (timed.end - timed.start === span.end - span.start || zone !== zoneAt(span.end)) return [timed]
  return stretchesOf((at) => zone.offsetAt(at), span).map(({ from, to, offset }) => ({
    start: asWall(from + offset),
    end: asWall(to + offset),
  }))
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
export const spanOf = (local: Pick<Local, 'instantOf'>, { start, end }: WallSpan): Span => ({
  start: local.instantOf(start),
  end: local.instantOf(end),
})

/** From the first start to the last end. */
export const hull = (timed: readonly Timed[]): Span => ({
  start: timed.reduce((first, { item }) => Math.min(first, item.span.start), Number.POSITIVE_INFINITY) as Span['start'],
  end: timed.reduce((last, { item }) => Math.max(last, item.span.end), Number.NEGATIVE_INFINITY) as Span['end'],
})
