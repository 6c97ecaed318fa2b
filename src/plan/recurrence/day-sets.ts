import { asDay, asWall, type Day, dayMs, type Wall } from '../time.ts'
import { chosen, lowerBound, type Pattern } from './pattern.ts'
import { longestPeriod, type Periods } from './periods.ts'
import type { Times } from './times.ts'

const dayIn = (at: number): Day => asDay(Math.floor(at / dayMs))

/** The days of the period at hand, whoever looks at it: nobody keeps them. */
const periodDays = new Int32Array(longestPeriod)

/** Days that the calendar decides, period by period, each with the same times of day. */
export class DaySets implements Pattern {
  readonly #periods: Periods
  readonly #times: Times
  readonly #positions: readonly number[]

  /** `positions` are those of BYSETPOS. */
  constructor(periods: Periods, times: Times, positions: readonly number[]) {
    this.#periods = periods
    this.#times = times
    this.#positions = positions
  }

  collect(from: number, to: number, most: number): Wall[] {
    const out: Wall[] = []
    const last = this.#periods.of(dayIn(to))
    for (let period = this.#firstPeriod(from); period <= last && out.length < most; period++) {
      const days = this.#periods.fill(period, periodDays)
      if (days === 0) continue
      if (this.#positions.length > 0) this.#collectChosen(days, from, to, most, out)
      else this.#collectDays(days, from, to, most, out)
    }
    return out
  }

  count(from: number, to: number): number {
    if (to < from) return 0
    const [first, last] = [this.#firstPeriod(from), this.#periods.of(dayIn(to))]
    let counted = 0
    for (let period = first; period <= last; period++) {
      const days = this.#periods.fill(period, periodDays)
      const whole = period !== first && period !== last
      if (this.#positions.length > 0) counted += this.#countChosen(days, from, to)
      else counted += whole ? days * this.#times.length : this.#countDays(days, from, to)
    }
    return counted
  }

  #firstPeriod(from: number): number {
    return Math.max(0, this.#periods.of(dayIn(from)))
  }

  #collectDays(days: number, from: number, to: number, most: number, out: Wall[]): void {
    const times = this.#times
    for (let n = 0; n < days; n++) {
      const base = (periodDays[n] as number) * dayMs
      if (base > to || out.length >= most) return
      for (let time = base < from ? times.from(from - base) : 0; time < times.length; time++) {
        const at = base + times.at(time)
        if (at > to || out.length >= most) return
        out.push(asWall(at))
      }
    }
  }

  #collectChosen(days: number, from: number, to: number, most: number, out: Wall[]): void {
    for (const place of chosen(this.#positions, days * this.#times.length)) {
      const at = this.#at(place)
      if (at < from) continue
      if (at > to || out.length >= most) return
      out.push(asWall(at))
    }
  }

  #at(place: number): number {
    const day = Math.floor(place / this.#times.length)
    return (periodDays[day] as number) * dayMs + this.#times.at(place - day * this.#times.length)
  }

  #countDays(days: number, from: number, to: number): number {
    let counted = 0
    for (let n = 0; n < days; n++) {
      const base = (periodDays[n] as number) * dayMs
      counted += this.#times.from(to + 1 - base) - this.#times.from(from - base)
    }
    return counted
  }

  #countChosen(days: number, from: number, to: number): number {
    const at = chosen(this.#positions, days * this.#times.length).map((place) => this.#at(place))
    return lowerBound(at, to + 1) - lowerBound(at, from)
  }
}
