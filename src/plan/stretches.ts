import { asDay, asInstant, asWall, type Day, dayMs, dayOf, hourMs, type Instant, midnight, type Span } from './time.ts'
import type { Zone } from './zone.ts'

/** A piece of the time line on which a clock keeps its distance from UTC. Half-open. */
export type Stretch = { readonly from: number; readonly to: number; readonly offset: number }

/** Tells the milliseconds east of UTC that a clock shows at an instant. */
export type OffsetAt = (at: Instant) => number

/** No clock is changed twice in less. */
const lookMs = 6 * hourMs

/** A clock between two instants, in order. */
export const stretchesOf = (offsetAt: OffsetAt, { start, end }: Span): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let [from, offset] = [start as number, offsetAt(start)]
  for (let at: number = start; at < end; at += lookMs) {
    const next = Math.min(end, at + lookMs)
    const after = offsetAt(asInstant(next))
    if (after === offset) continue
    const change = changeBetween(offsetAt, at, next, after)
    stretches.push({ from, to: change, offset })
    from = change
    offset = after
  }
  if (from < end || stretches.length === 0) stretches.push({ from, to: end, offset })
  return stretches
}

/** The first instant at which the clock shows what it shows at `to`. */
const changeBetween = (offsetAt: OffsetAt, from: number, to: number, after: number): number => {
  let [low, high] = [from, to]
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(asInstant(middle)) === after) high = middle
    else low = middle
  }
  return high
}

export const zoneStretches = (zone: Zone, span: Span): readonly Stretch[] =>
  stretchesOf((at) => zone.offsetAt(at), span)

/** Tells each local day of a clock, with the part of it that the stretch holds: a day with a change of clocks comes in two parts. */
export const eachDay = (
  stretches: readonly Stretch[],
  tell: (day: Day, midnightAt: number, stretch: Stretch) => void,
): void => {
  for (const stretch of stretches) {
    const first = dayOf(asWall(stretch.from + stretch.offset))
    for (let day = first; ; day = asDay(day + 1)) {
      const at = midnight(day) - stretch.offset
      if (at >= stretch.to) break
      if (at + dayMs > stretch.from) tell(day, at, stretch)
    }
  }
}
