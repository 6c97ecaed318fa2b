import { eachDay, type Stretch, zoneStretches } from '../stretches.ts'
import { dayMs, type Instant, minuteMs, type Span } from '../time.ts'
import { utc, zoneOf } from '../zone.ts'
import type { Ask } from './ask.ts'

/** Every candidate of an ask, by start. */
export type Grid = {
  readonly count: number
  readonly starts: Float64Array
  /** Each lasts as long, in milliseconds. */
  readonly lengthMs: number
  /** How many candidates begin before an instant: the index of the first that does not. */
  readonly before: (at: number) => number
  readonly spanOf: (i: number) => Span
}

type Asking = Pick<Ask, 'window' | 'zone' | 'durationMinutes' | 'granularityMinutes'>

/** What a grid could hold at most: enough to refuse one that would take too long. */
export const mostCandidates = ({ window, granularityMinutes }: Asking): number =>
  Math.ceil((window.end - window.start) / minuteMs / granularityMinutes) +
  Math.ceil((window.end - window.start) / dayMs) +
  2

/** The wall clock's grid, counted from local midnight: what clocks skip is not there, what they repeat is there twice. */
export const gridOf = (ask: Asking): Grid => {
  const { window } = ask
  const [lengthMs, step] = [ask.durationMinutes * minuteMs, ask.granularityMinutes * minuteMs]
  const last = window.end - lengthMs
  const stretches = zoneStretches(zoneOf(ask.zone) ?? utc, window)
  const starts = new Float64Array(mostCandidates(ask) + 2 * stretches.length)
  let count = 0
  eachDay(stretches, (_, midnightAt, stretch) => {
    const to = Math.min(stretch.to - 1, last, midnightAt + dayMs - 1)
    const skipped = Math.max(0, Math.ceil((stretch.from - midnightAt) / step))
    for (let at = midnightAt + skipped * step; at <= to; at += step) starts[count++] = at
  })
  return gridWith(starts.subarray(0, count), lengthMs, isEven(stretches, step) ? step : null)
}

/** Whether candidates follow each other at the same distance: no day begins anew and no change of clocks is out of step. */
const isEven = (stretches: readonly Stretch[], step: number): boolean =>
  dayMs % step === 0 && stretches.every(({ offset }) => (offset - (stretches[0]?.offset ?? 0)) % step === 0)

const gridWith = (starts: Float64Array, lengthMs: number, step: number | null): Grid => {
  const count = starts.length
  const first = starts[0] ?? 0
  const even = (at: number): number => Math.min(count, Math.max(0, Math.ceil((at - first) / (step ?? 1))))
  return {
    count,
    starts,
    lengthMs,
    before: step !== null ? even : (at) => placeIn(starts, at),
    spanOf(i) {
      const start = starts[i] as Instant
      return { start, end: (start + lengthMs) as Instant }
    },
  }
}

/** How many of ascending numbers are less than one. */
export const placeIn = (numbers: Float64Array, than: number): number => {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < than) low = middle + 1
    else high = middle
  }
  return low
}
