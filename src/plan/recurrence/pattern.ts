import type { Wall } from '../time.ts'

/**
 * What a rule produces when its COUNT and UNTIL are left aside: wall-clock times that ascend for ever.
 * Callers ask for nothing before the rule's start and nothing after the year 9999.
 */
export type Pattern = {
  /** The first `most` times from `from` to `to`, both inclusive, in order. */
  readonly collect: (from: number, to: number, most: number) => Wall[]
  /** How many times lie from `from` to `to`, both inclusive. */
  readonly count: (from: number, to: number) => number
}

/** A rule that can never happen. */
export const never: Pattern = { collect: () => [], count: () => 0 }

/** The place of the first number that is not below `x`. */
export function lowerBound(ascending: ArrayLike<number>, x: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) < x) low = middle + 1
    else high = middle
  }
  return low
}

/** Positions that BYSETPOS chooses in a set of `size`, from 0, ascending and each once (RFC 5545 §3.3.10). */
export function chosen(positions: readonly number[], size: number): number[] {
  if (positions.length === 1) {
    const [position = 0] = positions
    const place = position > 0 ? position - 1 : size + position
    return place >= 0 && place < size ? [place] : []
  }
  const places = positions.map((position) => (position > 0 ? position - 1 : size + position))
  return [...new Set(places)].filter((place) => place >= 0 && place < size).sort((a, b) => a - b)
}

/** A set cut down to what BYSETPOS chooses; all of it where the part is absent. */
export const choose = (positions: readonly number[], set: readonly number[]): readonly number[] =>
  positions.length === 0 ? set : chosen(positions, set.length).map((place) => set[place] as number)
