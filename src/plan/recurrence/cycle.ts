import { asWall, type Wall } from '../time.ts'
import { lowerBound, type Pattern } from './pattern.ts'

/** The same offsets again and again: every plain daily, weekly, hourly… rule. Jumps and counts in closed form. */
export class Cycle implements Pattern {
  readonly #origin: number
  readonly #period: number
  readonly #offsets: readonly number[]

  /** `offsets` ascend inside [0, period), in milliseconds. */
  constructor(origin: number, period: number, offsets: readonly number[]) {
    this.#origin = origin
    this.#period = period
    this.#offsets = offsets
  }

  collect(from: number, to: number, most: number): Wall[] {
    const size = Math.min(most, this.count(from, to))
    const walls = new Array<Wall>(size)
    const [offsets, period] = [this.#offsets, this.#period]
    const turns = Math.floor((from - this.#origin) / period)
    let base = this.#origin + turns * period
    let next = lowerBound(offsets, from - base)
    for (let n = 0; n < size; base += period, next = 0) {
      for (; next < offsets.length && n < size; next++) walls[n++] = asWall(base + (offsets[next] as number))
    }
    return walls
  }

  count(from: number, to: number): number {
    return to < from ? 0 : this.#before(to + 1) - this.#before(from)
  }

  #before(x: number): number {
    const turns = Math.floor((x - this.#origin) / this.#period)
    return turns * this.#offsets.length + lowerBound(this.#offsets, x - this.#origin - turns * this.#period)
  }
}
