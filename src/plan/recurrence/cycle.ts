import { asWall, type Wall } from '../time.ts'
import { lowerBound, type Pattern } from './pattern.ts'

/** The same offsets again and again: every plain daily, weekly, hourly… rule. Jumps and counts in closed form. */
export class Cycle implements Pattern {
  readonly #origin: number
  readonly #period: number
  readonly #offsets: Float64Array

  /** `offsets` ascend inside [0, period), in milliseconds. */
  constructor(origin: number, period: number, offsets: ArrayLike<number>) {
    this.#origin = origin
    this.#period = period
    this.#offsets = Float64Array.from(offsets)
  }

  collect(from: number, to: number, most: number, out: Wall[]): void {
    const offsets = this.#offsets
    const turns = Math.floor((from - this.#origin) / this.#period)
    let base = this.#origin + turns * this.#period
    let next = lowerBound(offsets, from - base)
    for (let left = most - out.length; left > 0; base += this.#period, next = 0) {
      const stop = Math.min(offsets.length, next + left)
      for (let n = next; n < stop; n++) {
        const at = base + (offsets[n] as number)
        if (at > to) return
        out.push(asWall(at))
      }
      left -= stop - next
    }
  }

  count(from: number, to: number): number {
    return to < from ? 0 : this.#before(to + 1) - this.#before(from)
  }

  #before(x: number): number {
    const turns = Math.floor((x - this.#origin) / this.#period)
    return turns * this.#offsets.length + lowerBound(this.#offsets, x - this.#origin - turns * this.#period)
  }
}
