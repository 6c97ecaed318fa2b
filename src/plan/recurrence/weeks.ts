import { newYear, weekdayNumber, yearOf } from '../civil.ts'
import { asDay, type Day } from '../time.ts'
import { asksNothing, type DateParts, MonthMasks } from './month-masks.ts'
import { chosen } from './pattern.ts'
import type { Periods } from './periods.ts'
import type { RecurrenceRule } from './rule.ts'

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
      if (this.#masks.has(asDay(first + after))) into[held++] = first + after
    }
    return held
  }
}

/** The first day of a year's week 1: the first with four days in it, as in ISO 8601 but from any weekday (RFC 5545 §3.3.10). */
function firstWeek(year: number, weekStart: number): number {
  const start = newYear(year)
  const into = (weekdayNumber(start) - weekStart + 7) % 7
  return into <= 3 ? start - into : start + 7 - into
}

/** Numbered weeks of a year. A week belongs whole to the year of its number, its days outside included (docs/decisions/0002). */
export class NumberedWeeks implements Periods {
  readonly #start: number
  readonly #interval: number
  readonly #weekStart: number
  readonly #numbers: readonly number[]
  /** Weekdays as days after a week's first. */
  readonly #weekdays: readonly number[]
  /** What else the rule asks of a day; null when nothing. */
  readonly #masks: MonthMasks | null

  constructor(start: Day, rule: RecurrenceRule, { weekdays, ...others }: DateParts) {
    this.#weekStart = rule.weekStart
    this.#interval = rule.interval
    this.#numbers = rule.byWeekNo
    const wanted = new Set(weekdays.map(({ weekday }) => (weekday - rule.weekStart + 7) % 7))
    this.#weekdays = [0, 1, 2, 3, 4, 5, 6].filter((after) => wanted.size === 0 || wanted.has(after))
    this.#masks = asksNothing({ ...others, weekdays: [] }) ? null : new MonthMasks({ ...others, weekdays: [] })
    // A start in one of the weeks is the first of them; any other counts from its own calendar year.
    this.#start = this.#holds(start) ? this.#yearOf(start) : yearOf(start)
  }

  of(day: Day): number {
    return Math.floor((this.#yearOf(day) - this.#start) / this.#interval)
  }

  fill(period: number, into: Int32Array): number {
    const year = this.#start + period * this.#interval
    const first = firstWeek(year, this.#weekStart)
    let held = 0
    for (const week of this.#weeks(year, first)) {
      for (const after of this.#weekdays) {
        const day = first + week * 7 + after
        if (!this.#masks || this.#masks.has(asDay(day))) into[held++] = day
      }
    }
    return held
  }

  /** The numbered weeks that a year has, from 0; numbers choose weeks as positions do. */
  #weeks(year: number, first: number): readonly number[] {
    return chosen(this.#numbers, (firstWeek(year + 1, this.#weekStart) - first) / 7)
  }

  #holds(start: Day): boolean {
    const year = this.#yearOf(start)
    const first = firstWeek(year, this.#weekStart)
    return this.#weeks(year, first).includes(Math.floor((start - first) / 7))
  }

  #yearOf(day: Day): number {
    const year = yearOf(day)
    if (day < firstWeek(year, this.#weekStart)) return year - 1
    return day >= firstWeek(year + 1, this.#weekStart) ? year + 1 : year
  }
}
