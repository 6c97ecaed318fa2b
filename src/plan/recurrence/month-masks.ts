import { civilOf, dayFrom, daysBeforeMonth, daysInMonth, kindOfYear } from '../civil.ts'
import type { Day } from '../time.ts'
import type { ByDay } from './rule.ts'

/** What the date parts of a rule ask of a day; an empty list asks nothing. */
export type DateParts = {
  readonly months: readonly number[]
  readonly monthDays: readonly number[]
  readonly yearDays: readonly number[]
  readonly weekdays: readonly ByDay[]
  /** What counted weekdays (`2MO`) are counted in. */
  readonly countedIn: 'month' | 'year'
}

export const asksNothing = (parts: DateParts): boolean =>
  parts.months.length + parts.monthDays.length + parts.yearDays.length + parts.weekdays.length === 0

/** Any leap and any common year will do: only the length counts here. */
const sampleYear = { common: 2001, leap: 2004 } as const

const notMade = -1
const twelveNotMade = Array.from({ length: 12 }, () => notMade)

/**
 * The days of a month that satisfy every date part at once, as bits: bit 0 is the first.
 * Where a date falls depends on the kind of year alone, so there are 14 × 12 of these and each is made once.
 */
export class MonthMasks {
  readonly #parts: DateParts
  readonly #made: number[][] = []
  /** The month looked at last. */
  #monthStart = 0
  #monthEnd = 0
  #monthMask = 0

  constructor(parts: DateParts) {
    this.#parts = parts
  }

  of(kind: number, month: number): number {
    let ofYear = this.#made[kind]
    if (!ofYear) {
      ofYear = [notMade, ...twelveNotMade]
      this.#made[kind] = ofYear
    }
    const made = ofYear[month] as number
    if (made !== notMade) return made
    const mask = this.#make(kind, month)
    ofYear[month] = mask
    return mask
  }

  /** True when the day satisfies every part. Quick for days of one month after another. */
  has(day: Day): boolean {
    if (day < this.#monthStart || day >= this.#monthEnd) {
      const { year, month } = civilOf(day)
      this.#monthStart = dayFrom(year, month, 1)
      this.#monthEnd = this.#monthStart + daysInMonth(year, month)
      this.#monthMask = this.of(kindOfYear(year), month)
    }
    return ((this.#monthMask >> (day - this.#monthStart)) & 1) === 1
  }

  #make(kind: number, month: number): number {
    const { months, monthDays, yearDays, weekdays } = this.#parts
    if (months.length > 0 && !months.includes(month)) return 0
    const year = kind & 1 ? sampleYear.leap : sampleYear.common
    const before = daysBeforeMonth(year, month)
    const length = daysBeforeMonth(year, month + 1) - before
    let mask = length === 31 ? 0x7fffffff : (1 << length) - 1
    if (monthDays.length > 0) mask &= dated(monthDays, 0, length, length)
    if (yearDays.length > 0) mask &= dated(yearDays, before, length, daysBeforeMonth(year, 13))
    if (weekdays.length > 0) mask &= this.#weekdayMask(kind >> 1, before, length, daysBeforeMonth(year, 13))
    return mask
  }

  #weekdayMask(firstOfYear: number, before: number, length: number, yearLength: number): number {
    const inYear = this.#parts.countedIn === 'year'
    let mask = 0
    for (const { nth, weekday } of this.#parts.weekdays) {
      const firstInMonth = (((weekday - firstOfYear - before) % 7) + 7) % 7
      if (nth === 0) mask |= everySeventh << firstInMonth
      else if (inYear) mask |= bit(counted(nth, (weekday - firstOfYear + 7) % 7, yearLength) - before, length)
      else mask |= bit(counted(nth, firstInMonth, length), length)
    }
    return mask
  }
}

const everySeventh = 0b10000001000000100000010000001

const bit = (place: number, length: number): number => (place >= 0 && place < length ? 1 << place : 0)

/** The place of the nth of every seventh day beginning with `first`, among `length` days; -1 when there is none. */
function counted(nth: number, first: number, length: number): number {
  const place = nth > 0 ? first + (nth - 1) * 7 : first + (Math.floor((length - 1 - first) / 7) + nth + 1) * 7
  return place >= 0 && place < length ? place : -1
}

/** Numbered days, from the end when negative, of a year or month of `whole` days of which this month begins after `before`. */
function dated(numbers: readonly number[], before: number, length: number, whole: number): number {
  let mask = 0
  for (const n of numbers) mask |= bit((n > 0 ? n - 1 : whole + n) - before, length)
  return mask
}
