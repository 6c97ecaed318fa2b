import { asDay, dayMs, type Wall } from '../time.ts'
import { Cycle } from './cycle.ts'
import type { MonthMasks } from './month-masks.ts'
import type { Pattern } from './pattern.ts'
import type { WithinDay } from './within-day.ts'

export const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** The x below `modulus` for which n·x leaves 1; n and modulus have no common divisor. */
function inverse(n: number, modulus: number): number {
  let [a, b, x, y] = [n % modulus, modulus, 1, 0]
  while (b > 0) {
    const whole = Math.floor(a / b)
    ;[a, b, x, y] = [b, a - whole * b, y, x - whole * y]
  }
  return ((x % modulus) + modulus) % modulus
}

/**
 * Steps that do not divide the day meet each of its units once in so many steps (the Chinese remainder theorem says when),
 * and then all begins anew. For few allowed units that turn is written down, and nothing has to be looked for.
 */
export function turnOf({ perDay, first, interval, inside }: WithinDay, allowed: readonly number[]): Cycle {
  const unitMs = dayMs / perDay
  const common = gcd(interval, perDay)
  const turn = perDay / common
  const back = inverse(interval / common, turn)
  const stepOf = (unit: number): number => {
    const ahead = (((unit - first) / common) % turn) + turn
    return ((ahead % turn) * back) % turn
  }
  const steps = allowed.map(stepOf).sort((a, b) => a - b)
  const offsets = steps.flatMap((step) => inside.map((offset) => step * interval * unitMs + offset))
  return new Cycle(first * unitMs, turn * interval * unitMs, offsets)
}

const handful = 256

/** A rare pattern, limited to some days: one after the other is looked at. */
export class OnSomeDays implements Pattern {
  readonly #pattern: Pattern
  readonly #masks: MonthMasks

  constructor(pattern: Pattern, masks: MonthMasks) {
    this.#pattern = pattern
    this.#masks = masks
  }

  collect(from: number, to: number, most: number): Wall[] {
    const found: Wall[] = []
    for (let next = from; found.length < most; ) {
      const some = this.#pattern.collect(next, to, handful)
      for (const wall of some) {
        if (found.length < most && this.#masks.has(asDay(Math.floor(wall / dayMs)))) found.push(wall)
      }
      if (some.length < handful) break
      next = (some.at(-1) as number) + 1
    }
    return found
  }

  count(from: number, to: number): number {
    return to < from ? 0 : this.collect(from, to, Number.POSITIVE_INFINITY).length
  }
}
