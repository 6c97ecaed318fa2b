import { dayMs, dayOf, midnight, type Wall } from '../../time.ts'
import { type ByDay, frequencies, type RecurrenceRule } from '../rule.ts'

/**
 * What a rule produces, found as one would with a calendar on the table: walk every day, ask of each whether every part
 * of the rule holds, and write down the times. Slow, without a jump or a table, and so a check on code that has both.
 */

type DayFacts = {
  readonly day: number
  readonly year: number
  readonly month: number
  readonly weekday: number
  /** The same day counted from the front and from the back. */
  readonly ofMonth: readonly [number, number]
  readonly ofYear: readonly [number, number]
  readonly nthOfMonth: readonly [number, number]
  readonly nthOfYear: readonly [number, number]
}

const epoch = Temporal.PlainDate.from('1970-01-01')
const known = new Map<number, DayFacts>()

function factsOf(day: number): DayFacts {
  const found = known.get(day)
  if (found) return found
  const date = epoch.add({ days: day })
  const { year, month, dayOfYear, daysInYear, daysInMonth } = date
  const [backInMonth, backInYear] = [daysInMonth - date.day + 1, daysInYear - dayOfYear + 1]
  const facts: DayFacts = {
    day,
    year,
    month,
    weekday: date.dayOfWeek - 1,
    ofMonth: [date.day, -backInMonth],
    ofYear: [dayOfYear, -backInYear],
    nthOfMonth: [Math.ceil(date.day / 7), -Math.ceil(backInMonth / 7)],
    nthOfYear: [Math.ceil(dayOfYear / 7), -Math.ceil(backInYear / 7)],
  }
  known.set(day, facts)
  return facts
}

/** A week belongs to the year that has four of its days, and so to the year of its fourth day. */
function weekOf(day: number, weekStart: number): { first: number; year: number; numbers: readonly [number, number] } {
  const first = day - ((factsOf(day).weekday - weekStart + 7) % 7)
  const fourth = factsOf(first + 3)
  const back = Math.floor((-fourth.ofYear[1] - 1) / 7) + 1
  return { first, year: fourth.year, numbers: [Math.floor((fourth.ofYear[0] - 1) / 7) + 1, -back] }
}

const isIn = (list: readonly number[], [front, back]: readonly [number, number]): boolean =>
  list.length === 0 || list.includes(front) || list.includes(back)

function weekdayHolds(rule: RecurrenceRule, facts: DayFacts): boolean {
  const inYear = rule.frequency === 'YEARLY' && rule.byMonth.length === 0
  const [front, back] = inYear ? facts.nthOfYear : facts.nthOfMonth
  const holds = ({ nth, weekday }: ByDay) => weekday === facts.weekday && (nth === 0 || nth === front || nth === back)
  return rule.byDay.length === 0 || rule.byDay.some(holds)
}

function dateHolds(rule: RecurrenceRule, facts: DayFacts, start: DayFacts): boolean {
  const open = rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length === 0
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(facts.month)) return false
  if (!isIn(rule.byMonthDay, facts.ofMonth) || !isIn(rule.byYearDay, facts.ofYear)) return false
  if (!weekdayHolds(rule, facts)) return false
  if (rule.byWeekNo.length > 0) {
    return isIn(rule.byWeekNo, weekOf(facts.day, rule.weekStart).numbers) && (!open || facts.weekday === start.weekday)
  }
  if (!open) return true
  if (rule.frequency === 'WEEKLY') return facts.weekday === start.weekday
  if (rule.frequency === 'MONTHLY') return facts.ofMonth[0] === start.ofMonth[0]
  if (rule.frequency !== 'YEARLY') return true
  return facts.ofMonth[0] === start.ofMonth[0] && (rule.byMonth.length > 0 || facts.month === start.month)
}

/** The number of the period a moment lies in; periods whose difference INTERVAL does not divide are passed over. */
function periodOf(rule: RecurrenceRule, facts: DayFacts, second: number): number {
  const moment = facts.day * 86_400 + second
  const week = weekOf(facts.day, rule.weekStart)
  return {
    SECONDLY: moment,
    MINUTELY: Math.floor(moment / 60),
    HOURLY: Math.floor(moment / 3600),
    DAILY: facts.day,
    WEEKLY: Math.floor(week.first / 7),
    MONTHLY: facts.year * 12 + facts.month,
    YEARLY: rule.byWeekNo.length > 0 ? week.year : facts.year,
  }[rule.frequency]
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

/** What the rule leaves open is free below the frequency's step and the start's own above it. */
function clockHands(rule: RecurrenceRule, startSecond: number): [number[], number[], number[]] {
  const finer = (step: (typeof frequencies)[number]) => frequencies.indexOf(rule.frequency) <= frequencies.indexOf(step)
  const hand = (given: readonly number[], free: boolean, whole: number, own: number) =>
    given.length > 0 ? [...given] : free ? upTo(whole) : [own]
  return [
    hand(rule.byHour, finer('HOURLY'), 24, Math.floor(startSecond / 3600)),
    hand(rule.byMinute, finer('MINUTELY'), 60, Math.floor(startSecond / 60) % 60),
    hand([...new Set(rule.bySecond.map((s) => (s === 60 ? 59 : s)))], finer('SECONDLY'), 60, startSecond % 60),
  ]
}

function chosenByPosition(rule: RecurrenceRule, moments: readonly number[]): number[] {
  if (rule.bySetPos.length === 0) return [...moments]
  return moments.filter((_, n) => rule.bySetPos.includes(n + 1) || rule.bySetPos.includes(n - moments.length))
}

/** Every time from the start to the end of `last`, COUNT and a local UNTIL kept. */
export function byHand(rule: RecurrenceRule, start: Wall, last: number): Wall[] {
  const startSecond = (start - midnight(dayOf(start))) / 1000
  const startFacts = factsOf(dayOf(start))
  const outside = rule.byWeekNo.length > 0 && !isIn(rule.byWeekNo, weekOf(startFacts.day, rule.weekStart).numbers)
  const origin = outside ? startFacts.year : periodOf(rule, startFacts, startSecond)
  const [hours, minutes, seconds] = clockHands(rule, startSecond)
  const periods = new Map<number, number[]>()
  // A set begins before the start when its period does.
  const around = frequencies.indexOf(rule.frequency) < frequencies.indexOf('DAILY') ? 1 : 380
  for (let day = startFacts.day - around; day <= last + around; day++) {
    const facts = factsOf(day)
    if (!dateHolds(rule, facts, startFacts)) continue
    for (const h of hours) {
      for (const m of minutes) {
        for (const s of seconds) {
          const second = (h * 60 + m) * 60 + s
          const period = periodOf(rule, facts, second) - origin
          if (period < 0 || period % rule.interval !== 0) continue
          const moments = periods.get(period)
          if (moments) moments.push(day * dayMs + second * 1000)
          else periods.set(period, [day * dayMs + second * 1000])
        }
      }
    }
  }
  const until = rule.until?.form === 'wall' ? rule.until.wall : Number.POSITIVE_INFINITY
  return [...periods.values()]
    .flatMap((moments) => chosenByPosition(rule, moments))
    .sort((a, b) => a - b)
    .filter((at) => at >= start)
    .slice(0, rule.count ?? undefined)
    .filter((at) => at <= until && dayOf(at as Wall) <= last) as Wall[]
}
