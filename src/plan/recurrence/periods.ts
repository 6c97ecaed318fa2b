import { daysBeforeMonth, kindOfYear, newYear, yearOf } from '../civil.ts'
import type { Day } from '../time.ts'
import type { MonthMasks } from './month-masks.ts'

/** The days a rule allows, period by period. Period 0 holds the start, period k the k-th interval after it. */
export type Periods = {
  /** The period that holds a day; between two, the earlier. */
  readonly of: (day: Day) => number
  /** Writes the days of a period in order and answers how many there are. */
  readonly fill: (period: number, into: Int32Array) => number
}

/** The longest period is a leap year. */
export const longestPeriod = 366

/** Adds the days whose bits are set and answers how many `into` then holds. */
function spread(mask: number, first: number, into: Int32Array, held: number): number {
  let n = held
  for (let rest = mask; rest !== 0; rest &= rest - 1) into[n++] = first + 31 - Math.clz32(rest & -rest)
  return n
}

const everyMonth: readonly number[] = Array.from({ length: 12 }, (_, n) => n + 1)

export class Years implements Periods {
  readonly #start: number
  readonly #interval: number
  readonly #months: readonly number[]
  readonly #masks: MonthMasks

  /** `months` are the only ones worth a look; none means all. */
  constructor(start: Day, interval: number, months: readonly number[], masks: MonthMasks) {
    this.#start = yearOf(start)
    this.#interval = interval
    this.#months = months.length > 0 ? months : everyMonth
    this.#masks = masks
  }

  of(day: Day): number {
    return Math.floor((yearOf(day) - this.#start) / this.#interval)
  }

  fill(period: number, into: Int32Array): number {
    const year = this.#start + period * this.#interval
    const kind = kindOfYear(year)
    const first = newYear(year)
    let held = 0
    for (const month of this.#months) {
      const mask = this.#masks.of(kind, month)
      if (mask !== 0) held = spread(mask, first + daysBeforeMonth(year, month), into, held)
    }
    return held
  }
}

/** Months since the year 0. */
export const monthOf = (day: Day): number => {
  const year = yearOf(day)
  const ofYear = day - newYear(year)
  let month = (ofYear >> 5) + 1
  if (ofYear >= daysBeforeMonth(year, month + 1)) month++
  return year * 12 + month - 1
}

export class Months implements Periods {
  readonly #start: number
  readonly #interval: number
  readonly #masks: MonthMasks

  constructor(start: Day, interval: number, masks: MonthMasks) {
    this.#start = monthOf(start)
    this.#interval = interval
    this.#masks = masks
  }

  of(day: Day): number {
    return Math.floor((monthOf(day) - this.#start) / this.#interval)
  }

  fill(period: number, into: Int32Array): number {
    const months = this.#start + period * this.#interval
    const year = Math.floor(months / 12)
    const month = months - year * 12 + 1
    const mask = this.#masks.of(kindOfYear(year), month)
    return mask === 0 ? 0 : spread(mask, newYear(year) + daysBeforeMonth(year, month), into, 0)
  }
}

/** Days of a daily rule that its date parts limit. They are found month by month: an empty month costs nothing. */
export class LimitedDays implements Periods {
  readonly #start: Day
  readonly #interval: number
  readonly #months: Months

  constructor(start: Day, interval: number, masks: MonthMasks) {
    this.#start = start
    this.#interval = interval
    this.#months = new Months(start, 1, masks)
  }

  of(day: Day): number {
    return this.#months.of(day)
  }

  fill(period: number, into: Int32Array): number {
    const allowed = this.#months.fill(period, into)
    if (this.#interval === 1) return allowed
    let held = 0
    for (let n = 0; n < allowed; n++) {
      const day = into[n] as number
      if ((day - this.#start) % this.#interval === 0) into[held++] = day
    }
    return held
  }
}
