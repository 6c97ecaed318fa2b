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

/** Places, from 0 and ascending, that positions choose in a set of `size`; `positions` ascend, as in a rule (RFC 5545 §3.3.10, BYSETPOS). */
export function chosen(positions: readonly number[], size: number): number[] {
  const places: number[] = []
  for (const position of positions) {
    const place = position > 0 ? position - 1 : size + position
    if (place >= 0 && place < size) places.push(place)
  }
  // Only places from the end and from the front together can be out of order or the same.
  if (places.length < 2 || (positions[0] as number) > 0 || (positions.at(-1) as number) < 0) return places
  return places.sort((a, b) => a - b).filter((place, n) => place !== places[n - 1])
}

/** A set cut down to what BYSETPOS chooses; all of it where the part is absent. */
export const choose = (positions: readonly number[], set: readonly number[]): readonly number[] =>
  positions.length === 0 ? set : chosen(positions, set.length).map((place) => set[place] as number)
