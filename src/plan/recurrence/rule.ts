import type { Day, Instant, Wall } from '../time.ts'

/** Finest first. */
export const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** A weekday, 0 is Monday; `nth` counts it in the month or year, from the end when negative, and 0 means every one. */
export type ByDay = { readonly nth: number; readonly weekday: number }

/** The last moment of a rule, inclusive, in the form it was written. */
export type Until =
  | { readonly form: 'date'; readonly day: Day }
  | { readonly form: 'wall'; readonly wall: Wall }
  | { readonly form: 'utc'; readonly at: Instant }

/** A recurrence rule (RFC 5545 §3.3.10) as a value: lists ascend without doubles and are empty where the part is absent. */
export type RecurrenceRule = {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | null
  readonly until: Until | null
  readonly bySecond: readonly number[]
  readonly byMinute: readonly number[]
  readonly byHour: readonly number[]
  readonly byDay: readonly ByDay[]
  readonly byMonthDay: readonly number[]
  readonly byYearDay: readonly number[]
  readonly byWeekNo: readonly number[]
  readonly byMonth: readonly number[]
  readonly bySetPos: readonly number[]
  /** The weekday a week begins on, 0 is Monday. */
  readonly weekStart: number
}

/** Why a rule is refused, and where in its text (from 0) the trouble begins. */
export type RuleTrouble = { readonly words: string; readonly at: number }
