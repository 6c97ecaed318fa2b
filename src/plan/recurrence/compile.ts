import { civilOf, weekdayNumber } from '../civil.ts'
import { asDay, type Day, dayMs, dayOf, midnight, type Wall } from '../time.ts'
import { given, timesOfDay } from './clock.ts'
import { Cycle } from './cycle.ts'
import { DaySets } from './day-sets.ts'
import { isWithinDay } from './misuse.ts'
import { asksNothing, type DateParts, MonthMasks } from './month-masks.ts'
import { choose, never, type Pattern } from './pattern.ts'
import { LimitedDays, Months, type Periods, Years } from './periods.ts'
import { gcd, OnSomeDays, turnOf } from './rare-steps.ts'
import type { RecurrenceRule } from './rule.ts'
import { Steps } from './steps.ts'
import { ListedTimes, listed, type Times } from './times.ts'
import { NumberedWeeks, Weeks } from './weeks.ts'
import { firstMet, timesOfSteps, type WithinDay, withinDay } from './within-day.ts'

/** With more times a day than this a rule is walked day by day; with fewer its whole turn is written down. */
const fewTimes = 400
const manyTimes = 5000

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

function weekly(rule: RecurrenceRule, start: Day, times: Times): Pattern {
  const into = (weekday: number): number => (weekday - rule.weekStart + 7) % 7
  const days = rule.byDay.map((day) => into(day.weekday)).sort((a, b) => a - b)
  const after = given(days, into(weekdayNumber(start)))
  const week = asDay(start - into(weekdayNumber(start)))
  if (rule.byMonth.length > 0 || times.length > fewTimes) {
    const within = rule.bySetPos.filter((position) => Math.abs(position) <= after.length * times.length)
    if (within.length === 0 && rule.bySetPos.length > 0) return never
    const masks = new MonthMasks({ ...dateParts(rule, start), weekdays: [] })
    return new DaySets(new Weeks(week, rule.interval, after, masks), times, within)
  }
  return cycle(midnight(week), rule.interval * 7 * dayMs, choose(rule.bySetPos, atTimes(after, times)))
}

const atTimes = (days: readonly number[], times: Times): number[] => {
  const clocks = listed(times)
  return days.flatMap((day) => clocks.map((time) => day * dayMs + time))
}

const cycle = (origin: number, period: number, offsets: readonly number[]): Pattern =>
  offsets.length === 0 ? never : new Cycle(origin, period, offsets)

/** Every day, or every so many: `interval` counts days. */
function daily(interval: number, start: Day, times: Times, parts: DateParts): Pattern {
  if (times.length === 0) return never
  const { weekdays, ...others } = parts
  if (times.length <= fewTimes && asksNothing({ ...others, weekdays: [] })) {
    const allowed = new Set(weekdays.map(({ weekday }) => weekday))
    if (allowed.size === 0) return cycle(midnight(start), interval * dayMs, listed(times))
    // Weekdays come back after seven steps, whatever the step.
    const days = [0, 1, 2, 3, 4, 5, 6].map((n) => n * interval)
    const met = days.filter((day) => allowed.has((weekdayNumber(start) + day) % 7))
    return cycle(midnight(start), interval * 7 * dayMs, atTimes(met, times))
  }
  return new DaySets(new LimitedDays(start, interval, new MonthMasks(parts)), times, [])
}

function periodsOf(rule: RecurrenceRule, start: Day): Periods {
  const parts = dateParts(rule, start)
  if (rule.frequency === 'MONTHLY') return new Months(start, rule.interval, new MonthMasks(parts))
  if (rule.byWeekNo.length === 0) return new Years(start, rule.interval, parts.months, new MonthMasks(parts))
  return new NumberedWeeks(start, rule, parts)
}

/** Rules that step in hours, minutes or seconds. */
function stepping(rule: RecurrenceRule, start: Wall): Pattern {
  const steps = withinDay(rule, start)
  const { perDay, first, interval, inside } = steps
  if (inside.length === 0) return never
  const unitMs = dayMs / perDay
  const parts = dateParts(rule, dayOf(start))
  if (asksNothing(parts) && !steps.isLimited) return cycle(first * unitMs, interval * unitMs, inside)
  const common = gcd(interval, perDay)
  if (common === interval) return daily(1, dayOf(start), timesOfSteps(rule, start, steps), parts)
  return unevenly(steps, common, parts)
}

/** Steps that do not divide the day. */
function unevenly(steps: WithinDay, common: number, parts: DateParts): Pattern {
  const { perDay, first, interval } = steps
  // With few steps a day most days meet nothing, and to look at each would take long.
  const most = interval > perDay / 4 ? manyTimes : fewTimes
  const allowed = firstMet(steps, ((first % common) + common) % common, common, most + 1)
  if (allowed.length === 0) return never
  const masks = new MonthMasks(parts)
  const isRare = allowed.length * 50 < interval / common
  if (allowed.length > most || !(isRare || asksNothing(parts))) return new Steps(steps, masks)
  const turn = turnOf(steps, allowed)
  return asksNothing(parts) ? turn : new OnSomeDays(turn, masks)
}

/** A rule set going at a start: what it produces but for COUNT and UNTIL. */
export function compile(rule: RecurrenceRule, start: Wall): Pattern {
  if (isWithinDay(rule.frequency)) return stepping(rule, start)
  const times = timesOfDay(rule, start)
  const on = dayOf(start)
  if (rule.frequency === 'WEEKLY') return weekly(rule, on, times)
  if (rule.frequency === 'DAILY') return daily(rule.interval, on, chosenTimes(rule, times), dateParts(rule, on))
  return new DaySets(periodsOf(rule, on), times, rule.bySetPos)
}

/** A day's set is the same every day, so BYSETPOS can choose beforehand. */
const chosenTimes = ({ bySetPos }: RecurrenceRule, times: Times): Times =>
  bySetPos.length === 0 ? times : new ListedTimes(choose(bySetPos, listed(times)))
