import { civilOf, weekdayNumber } from '../civil.ts'
import { asDay, type Day, dayMs, dayOf, midnight, type Wall } from '../time.ts'
import { Cycle } from './cycle.ts'
import { DaySets } from './day-sets.ts'
import { isWithinDay } from './misuse.ts'
import { asksNothing, type DateParts, MonthMasks } from './month-masks.ts'
import { choose, never, type Pattern } from './pattern.ts'
import { LimitedDays, Months, NumberedWeeks, type Periods, Weeks, Years } from './periods.ts'
import type { RecurrenceRule } from './rule.ts'
import { Steps } from './steps.ts'

const given = (numbers: readonly number[], otherwise: number): readonly number[] =>
  numbers.length > 0 ? numbers : [otherwise]

/** RFC 5545 §3.3.12: who knows no leap seconds reads a 60th second as the 59th. */
const seconds = (rule: RecurrenceRule): readonly number[] => [...new Set(rule.bySecond.map((n) => Math.min(n, 59)))]

/** Every sum of one number from each list, where the lists are hours, minutes and seconds in order: they ascend. */
function clock(hours: readonly number[], minutes: readonly number[], seconds: readonly number[]): number[] {
  return hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => ((h * 60 + m) * 60 + s) * 1000)))
}

/** Hour, minute and second of a rule that steps in days or more: given by the rule, else by the start (RFC 5545 §3.3.10). */
function timesOfDay(rule: RecurrenceRule, start: Wall): number[] {
  const second = Math.floor((start - midnight(dayOf(start))) / 1000)
  return clock(
    given(rule.byHour, Math.floor(second / 3600)),
    given(rule.byMinute, Math.floor(second / 60) % 60),
    given(seconds(rule), second % 60),
  )
}

/** The rule's date parts, filled up from the start where the rule leaves the day open (RFC 5545 §3.3.10; docs/decisions/0002). */
function dateParts(rule: RecurrenceRule, start: Day): DateParts {
  const parts: DateParts = {
    months: rule.byMonth,
    monthDays: rule.byMonthDay,
    yearDays: rule.byYearDay,
    weekdays: rule.byDay,
    countedIn: rule.frequency === 'YEARLY' && rule.byMonth.length === 0 ? 'year' : 'month',
  }
  if (rule.byMonthDay.length + rule.byYearDay.length + rule.byDay.length > 0) return parts
  const { month, day } = civilOf(start)
  if (rule.byWeekNo.length > 0) return { ...parts, weekdays: [{ nth: 0, weekday: weekdayNumber(start) }] }
  if (rule.frequency === 'MONTHLY') return { ...parts, monthDays: [day] }
  if (rule.frequency === 'YEARLY') return { ...parts, months: given(rule.byMonth, month), monthDays: [day] }
  return parts
}

function weekly(rule: RecurrenceRule, start: Day, times: readonly number[]): Pattern {
  const into = (weekday: number): number => (weekday - rule.weekStart + 7) % 7
  const days = rule.byDay.map((day) => into(day.weekday)).sort((a, b) => a - b)
  const after = given(days, into(weekdayNumber(start)))
  const week = asDay(start - into(weekdayNumber(start)))
  if (rule.byMonth.length > 0) {
    const masks = new MonthMasks({ ...dateParts(rule, start), weekdays: [] })
    return new DaySets(new Weeks(week, rule.interval, after, masks), times, rule.bySetPos)
  }
  const offsets = choose(
    rule.bySetPos,
    after.flatMap((day) => times.map((time) => day * dayMs + time)),
  )
  return cycle(midnight(week), rule.interval * 7 * dayMs, offsets)
}

const cycle = (origin: number, period: number, offsets: readonly number[]): Pattern =>
  offsets.length === 0 ? never : new Cycle(origin, period, offsets)

/** Every day, or every so many: `interval` counts days. */
function daily(interval: number, start: Day, times: readonly number[], parts: DateParts): Pattern {
  if (times.length === 0) return never
  if (asksNothing(parts)) return cycle(midnight(start), interval * dayMs, times)
  return new DaySets(new LimitedDays(start, interval, new MonthMasks(parts)), times, [])
}

function periodsOf(rule: RecurrenceRule, start: Day): Periods {
  const masks = new MonthMasks(dateParts(rule, start))
  if (rule.frequency === 'MONTHLY') return new Months(start, rule.interval, masks)
  if (rule.byWeekNo.length > 0) return new NumberedWeeks(start, rule.interval, rule.weekStart, rule.byWeekNo, masks)
  return new Years(start, rule.interval, masks)
}

/** The units a rule steps in, by day, and what it lets happen inside one. Within a day BYSETPOS always chooses from the same set. */
function insideUnit(rule: RecurrenceRule, start: Wall): { perDay: number; offsets: readonly number[] } {
  const second = Math.floor((start - midnight(dayOf(start))) / 1000)
  const ownSeconds = given(seconds(rule), second % 60)
  if (rule.frequency === 'SECONDLY') return { perDay: 86_400, offsets: choose(rule.bySetPos, [0]) }
  if (rule.frequency === 'MINUTELY')
    return { perDay: 1440, offsets: choose(rule.bySetPos, clock([0], [0], ownSeconds)) }
  const ownMinutes = given(rule.byMinute, Math.floor(second / 60) % 60)
  return { perDay: 24, offsets: choose(rule.bySetPos, clock([0], ownMinutes, ownSeconds)) }
}

const flags = (numbers: readonly number[], length: number): Uint8Array => {
  const set = new Uint8Array(length).fill(numbers.length === 0 ? 1 : 0)
  for (const n of numbers) set[n] = 1
  return set
}

/** Which of the units from `from`, every `step`, the rule's hours, minutes and seconds allow. */
function allowedUnits(rule: RecurrenceRule, perDay: number, from: number, step: number): number[] {
  const [hours, minutes, ofMinute] = [flags(rule.byHour, 24), flags(rule.byMinute, 60), flags(seconds(rule), 60)]
  const allowed: number[] = []
  for (let unit = from; unit < perDay; unit += step) {
    const second = unit * (86_400 / perDay)
    if (!hours[(second / 3600) | 0]) continue
    if (perDay >= 1440 && !minutes[((second / 60) | 0) % 60]) continue
    if (perDay < 86_400 || ofMinute[second % 60]) allowed.push(unit)
  }
  return allowed
}

const limitsTimes = (rule: RecurrenceRule, perDay: number): boolean =>
  rule.byHour.length > 0 ||
  (perDay >= 1440 && rule.byMinute.length > 0) ||
  (perDay === 86_400 && rule.bySecond.length > 0)

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

const remainder = (x: number, of: number): number => ((x % of) + of) % of

/** Rules that step in hours, minutes or seconds. */
function withinDay(rule: RecurrenceRule, start: Wall): Pattern {
  const { perDay, offsets } = insideUnit(rule, start)
  if (offsets.length === 0) return never
  const unitMs = dayMs / perDay
  const first = Math.floor(start / unitMs)
  const parts = dateParts(rule, dayOf(start))
  if (asksNothing(parts) && !limitsTimes(rule, perDay)) return cycle(first * unitMs, rule.interval * unitMs, offsets)
  const common = gcd(rule.interval, perDay)
  const allowed = allowedUnits(rule, perDay, remainder(first, common), common)
  if (allowed.length === 0) return never
  if (common < rule.interval)
    return new Steps(first, rule.interval, { perDay, allowed, offsets }, new MonthMasks(parts))
  const times = allowed.flatMap((unit) => offsets.map((offset) => unit * unitMs + offset))
  return daily(1, dayOf(start), times, parts)
}

/** A rule set going at a start: what it produces but for COUNT and UNTIL. An all-day rule has no times in it (RFC 5545 §3.3.10). */
export function compile(rule: RecurrenceRule, start: Wall): Pattern {
  if (isWithinDay(rule.frequency)) return withinDay(rule, start)
  const times = timesOfDay(rule, start)
  const on = dayOf(start)
  if (rule.frequency === 'WEEKLY') return weekly(rule, on, times)
  if (rule.frequency === 'DAILY') return daily(rule.interval, on, choose(rule.bySetPos, times), dateParts(rule, on))
  return new DaySets(periodsOf(rule, on), times, rule.bySetPos)
}
