import type { Day } from './time.ts'

/**
 * The proleptic Gregorian calendar in whole numbers, as ISO 8601 counts it: year 1 is 0001,
 * months and days of the month count from 1. Good for any year a double can hold.
 */

export type Civil = { readonly year: number; readonly month: number; readonly day: number }

const daysIn400Years = 146_097
const startOfMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const
const startOfMonthInLeapYear = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366] as const

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days of the year that lie before the first of `month`; month 13 gives the length of the year. */
export const daysBeforeMonth = (year: number, month: number): number =>
  (isLeapYear(year) ? startOfMonthInLeapYear : startOfMonth)[month - 1] as number

export const daysInMonth = (year: number, month: number): number =>
  daysBeforeMonth(year, month + 1) - daysBeforeMonth(year, month)

/** 1 January of a year. */
export function newYear(year: number): Day {
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return (before * 365 + leapDays - 719_162) as Day
}

/** The date; `day` may run over the month's ends, `month` may not. */
export const dayFrom = (year: number, month: number, day: number): Day =>
  (newYear(year) + daysBeforeMonth(year, month) + day - 1) as Day

/** The calendar year a date lies in. */
export function yearOf(on: Day): number {
  const sinceYearOne = on + 719_162
  const cycle = Math.floor(sinceYearOne / daysIn400Years)
  const rest = sinceYearOne - cycle * daysIn400Years
  const guess = cycle * 400 + Math.floor(rest / 365.2425) + 1
  if (on < newYear(guess)) return guess - 1
  return on >= newYear(guess + 1) ? guess + 1 : guess
}

/** Year, month and day of the month of a date. */
export function civilOf(on: Day): Civil {
  const year = yearOf(on)
  const ofYear = on - newYear(year)
  const starts = isLeapYear(year) ? startOfMonthInLeapYear : startOfMonth
  let month = (ofYear >> 5) + 1
  if (ofYear >= (starts[month] as number)) month += 1
  return { year, month, day: ofYear - (starts[month - 1] as number) + 1 }
}

/** 0 (Monday) to 6 (Sunday). */
export const weekdayNumber = (on: Day): number => (((on + 3) % 7) + 7) % 7

/** One of 14: the weekday a year begins on and whether it is leap decide where every date falls. */
export const kindOfYear = (year: number): number => weekdayNumber(newYear(year)) * 2 + (isLeapYear(year) ? 1 : 0)

export const lastDay = (newYear(10_000) - 1) as Day
