import { daysBeforeMonth, kindOfYear, newYear, weekdayNumber, yearOf } from '../civil.ts'
import { asDay, type Day } from '../time.ts'
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

export class Years implements Periods {
  readonly #start: number
  readonly #interval: number
  readonly #masks: MonthMasks

  constructor(start: Day, interval: number, masks: MonthMasks) {
    this.#start = yearOf(start)
    this.#interval = interval
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
    for (let month = 1; month <= 12; month++) {
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

/** Weeks by their own first day, with weekdays as days after it, limited to some months. */
export class Weeks implements Periods {
  readonly #start: number
  readonly #interval: number
  readonly #weekdays: readonly number[]
  readonly #masks: MonthMasks

  constructor(start: Day, interval: number, weekdays: readonly number[], masks: MonthMasks) {
    this.#start = start
    this.#interval = interval * 7
    this.#weekdays = weekdays
    this.#masks = masks
  }

  of(day: Day): number {
    return Math.floor((day - this.#start) / this.#interval)
  }

  fill(period: number, into: Int32Array): number {
    const first = this.#start + period * this.#interval
    let held = 0
    for (const after of this.#weekdays) {
      if (allowed(this.#masks, asDay(first + after))) into[held++] = first + after
    }
    return held
  }
}

/** True when a month's mask has the day. */
function allowed(masks: MonthMasks, day: Day): boolean {
  const months = monthOf(day)
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return ((masks.of(kindOfYear(year), month) >> (day - newYear(year) - daysBeforeMonth(year, month))) & 1) === 1
}

/** The first day of a year's week 1: the first with four days in it, as in ISO 8601 but from any weekday (RFC 5545 §3.3.10). */
function firstWeek(year: number, weekStart: number): number {
  const start = newYear(year)
  const into = (weekdayNumber(start) - weekStart + 7) % 7
  return into <= 3 ? start - into : start + 7 - into
}

/** Numbered weeks of a year. A week belongs whole to the year of its number, its days outside included. */
export class NumberedWeeks implements Periods {
  readonly #start: number
  readonly #interval: number
  readonly #weekStart: number
  readonly #numbers: readonly number[]
  readonly #masks: MonthMasks

  constructor(start: Day, interval: number, weekStart: number, numbers: readonly number[], masks: MonthMasks) {
    this.#weekStart = weekStart
    this.#interval = interval
    this.#numbers = numbers
    this.#masks = masks
    // A start in one of the weeks is the first of them; any other counts from its own calendar year.
    this.#start = this.#holds(start) ? this.#yearOf(start) : yearOf(start)
  }

  of(day: Day): number {
    return Math.floor((this.#yearOf(day) - this.#start) / this.#interval)
  }

  fill(period: number, into: Int32Array): number {
    const year = this.#start + period * this.#interval
    const first = firstWeek(year, this.#weekStart)
    const weeks = (firstWeek(year + 1, this.#weekStart) - first) / 7
    let held = 0
    for (const number of weekPlaces(this.#numbers, weeks)) {
      const week = first + number * 7
      for (let day = week; day < week + 7; day++) if (allowed(this.#masks, asDay(day))) into[held++] = day
    }
    return held
  }

  #holds(day: Day): boolean {
    const year = this.#yearOf(day)
    const first = firstWeek(year, this.#weekStart)
    const weeks = (firstWeek(year + 1, this.#weekStart) - first) / 7
    return weekPlaces(this.#numbers, weeks).includes(Math.floor((day - first) / 7))
  }

  #yearOf(day: Day): number {
    const year = yearOf(day)
    if (day < firstWeek(year, this.#weekStart)) return year - 1
    return day >= firstWeek(year + 1, this.#weekStart) ? year + 1 : year
  }
}

function weekPlaces(numbers: readonly number[], weeks: number): number[] {
  const places = numbers.map((n) => (n > 0 ? n - 1 : weeks + n))
  return [...new Set(places)].filter((place) => place >= 0 && place < weeks).sort((a, b) => a - b)
}
