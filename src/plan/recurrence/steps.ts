import { daysBeforeMonth, kindOfYear, newYear } from '../civil.ts'
import { asDay, asWall, dayMs, type Wall } from '../time.ts'
import type { MonthMasks } from './month-masks.ts'
import type { Pattern } from './pattern.ts'
import { monthOf } from './periods.ts'

/** A unit of time that a rule steps in: HOURLY has 24 a day. */
export type Unit = {
  readonly perDay: number
  /** Units of the day that the rule allows, ascending. */
  readonly allowed: readonly number[]
  /** What happens inside a unit: milliseconds, ascending. */
  readonly offsets: readonly number[]
}

/** Answers false to stop. */
type Visit = (day: number, units: readonly number[]) => boolean

const remainder = (x: number, of: number): number => ((x % of) + of) % of

/**
 * Steps of hours, minutes or seconds that do not divide the day, limited to some days or times.
 * The steps begin each day with another phase. Which allowed units a phase meets is known beforehand,
 * so that a day costs one look whether the rule meets it or not.
 */
export class Steps implements Pattern {
  readonly #start: number
  readonly #interval: number
  readonly #unit: Unit
  readonly #masks: MonthMasks
  readonly #met: (number[] | undefined)[]

  /** `start` is the number of the first unit since 1970. */
  constructor(start: number, interval: number, unit: Unit, masks: MonthMasks) {
    this.#start = start
    this.#interval = interval
    this.#unit = unit
    this.#masks = masks
    this.#met = new Array(Math.min(interval, unit.perDay)).fill(undefined)
    for (const place of unit.allowed) {
      const phase = place % interval
      const met = this.#met[phase]
      if (met) met.push(place)
      else this.#met[phase] = [place]
    }
  }

  collect(from: number, to: number, most: number, out: Wall[]): void {
    if (out.length < most) this.#eachDay(from, to, (day, units) => this.#collectDay(day, units, from, to, most, out))
  }

  count(from: number, to: number): number {
    const [first, last] = [Math.floor(from / dayMs), Math.floor(to / dayMs)]
    let counted = 0
    this.#eachDay(from, to, (day, units) => {
      if (day === first || day === last) {
        const found: Wall[] = []
        this.#collectDay(day, units, from, to, Number.POSITIVE_INFINITY, found)
        counted += found.length
      } else counted += units.length * this.#unit.offsets.length
      return true
    })
    return counted
  }

  #collectDay(day: number, units: readonly number[], from: number, to: number, most: number, out: Wall[]): boolean {
    const unitMs = dayMs / this.#unit.perDay
    for (const unit of units) {
      const base = day * dayMs + unit * unitMs
      for (const offset of this.#unit.offsets) {
        if (base + offset > to) return false
        if (base + offset < from) continue
        out.push(asWall(base + offset))
        if (out.length >= most) return false
      }
    }
    return true
  }

  #eachDay(from: number, to: number, visit: Visit): void {
    const [first, last] = [Math.floor(from / dayMs), Math.floor(to / dayMs)]
    const lastMonth = monthOf(asDay(last))
    for (let month = monthOf(asDay(first)); month <= lastMonth; month++) {
      const year = Math.floor(month / 12)
      const mask = this.#masks.of(kindOfYear(year), month - year * 12 + 1)
      if (mask === 0) continue
      const start = newYear(year) + daysBeforeMonth(year, month - year * 12 + 1)
      if (!this.#eachDayOfMonth(start, mask, first, last, visit)) return
    }
  }

  #eachDayOfMonth(start: number, mask: number, first: number, last: number, visit: Visit): boolean {
    const daily = this.#unit.perDay % this.#interval
    let phase = remainder(this.#start - start * this.#unit.perDay, this.#interval)
    for (let rest = mask, day = start; rest !== 0; rest >>= 1, day++) {
      const met = (rest & 1) === 1 ? this.#met[phase] : undefined
      if (met && day >= first && day <= last && !visit(day, met)) return false
      phase -= daily
      if (phase < 0) phase += this.#interval
    }
    return true
  }
}
