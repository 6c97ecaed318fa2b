import { dayOf, midnight, type Wall } from '../time.ts'
import type { RecurrenceRule } from './rule.ts'
import { ClockTimes, type Times } from './times.ts'

/** What the clock shows at a time, in whole numbers. */
export function clockAt(at: Wall): { hour: number; minute: number; second: number } {
  const second = Math.floor((at - midnight(dayOf(at))) / 1000)
  return { hour: Math.floor(second / 3600), minute: Math.floor(second / 60) % 60, second: second % 60 }
}

/** What a part lists, or else what the start has. */
export const given = (numbers: readonly number[], otherwise: number): readonly number[] =>
  numbers.length > 0 ? numbers : [otherwise]

/** RFC 5545 §3.3.12: who knows no leap seconds reads a 60th second as the 59th. */
export const secondsOf = ({ bySecond }: RecurrenceRule): readonly number[] =>
  bySecond.at(-1) === 60 ? [...new Set(bySecond.map((n) => Math.min(n, 59)))] : bySecond

/** Hour, minute and second of a rule that steps in days or more: given by the rule, else by the start (RFC 5545 §3.3.10). */
export function timesOfDay(rule: RecurrenceRule, start: Wall): Times {
  const { hour, minute, second } = clockAt(start)
  return new ClockTimes(given(rule.byHour, hour), given(rule.byMinute, minute), given(secondsOf(rule), second))
}
