import { civilOf } from '../civil.ts'
import { monthNames, weekdayNames } from '../names.ts'
import { asWall, type Day, dayOf } from '../time.ts'
import type { Zone } from '../zone.ts'
import type { ByDay, Frequency, RecurrenceRule, Until } from './rule.ts'

const ordinalNames = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

const unitNames: Readonly<Record<Frequency, string>> = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
}

const weekdayName = (weekday: number): string => weekdayNames[weekday] ?? ''
const monthName = (month: number): string => monthNames[month - 1] ?? ''

/** `2nd` */
function numeral(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

const ordinal = (n: number): string => ordinalNames[n - 1] ?? numeral(n)

/** `second`, `last`, `third-to-last` */
const place = (n: number): string => (n > 0 ? ordinal(n) : n === -1 ? 'last' : `${ordinal(-n)}-to-last`)

function list(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** `every second week` */
const every = (interval: number, thing: string): string =>
  interval === 1
    ? `every ${thing}`
    : interval <= 10
      ? `every ${ordinal(interval)} ${thing}`
      : `every ${interval} ${thing}s`

const isWorkdays = (days: readonly ByDay[]): boolean =>
  days.length === 5 && days.every(({ nth, weekday }) => nth === 0 && weekday < 5)

const dayWords = (days: readonly ByDay[], last = 'and'): string =>
  list(
    days.map(({ nth, weekday }) => (nth === 0 ? weekdayName(weekday) : `the ${place(nth)} ${weekdayName(weekday)}`)),
    last,
  )

/** How often, and for a weekly rule on which weekdays. */
function rhythm(rule: RecurrenceRule): string {
  const { frequency, interval, byDay } = rule
  const weekly = frequency === 'WEEKLY' && rule.bySetPos.length === 0
  if ((weekly || frequency === 'DAILY') && interval === 1 && isWorkdays(byDay)) return 'every weekday'
  if (weekly && byDay.length === 1) return every(interval, dayWords(byDay))
  if (weekly && byDay.length > 1 && interval === 1) return `every ${dayWords(byDay)}`
  return every(interval, unitNames[frequency])
}

const saysWeekdays = (said: string): boolean =>
  weekdayNames.some((name) => said.includes(name)) || said.endsWith('weekday')

function chosenDay({ bySetPos, byDay }: RecurrenceRule): string {
  const places = list(bySetPos.map(place))
  if (byDay.length === 7) return `on the ${places} day`
  return `on the ${places} ${isWorkdays(byDay) ? 'weekday' : `of ${dayWords(byDay, 'or')}`}`
}

function dayPart(rule: RecurrenceRule, said: string): string[] {
  const { byMonthDay, byYearDay, byDay, bySetPos } = rule
  const parts: string[] = []
  if (byYearDay.length > 0) parts.push(`on day ${list(byYearDay.map(String))} of the year`)
  if (byMonthDay.length > 0) parts.push(`on ${monthDays(byMonthDay)}`)
  if (byDay.length === 0 || saysWeekdays(said)) return parts
  if (byMonthDay.length + byYearDay.length > 0) parts.push(`if it is a ${dayWords(byDay, 'or')}`)
  else parts.push(bySetPos.length > 0 ? chosenDay(rule) : `on ${isWorkdays(byDay) ? 'weekdays' : dayWords(byDay)}`)
  return parts
}

/** From the front first: `the 1st, the 15th and the last day`. */
function monthDays(days: readonly number[]): string {
  const ordered = [...days.filter((day) => day > 0), ...days.filter((day) => day < 0)]
  return list(ordered.map((day) => (day > 0 ? `the ${numeral(day)}` : `the ${place(day)} day`)))
}

const two = (n: number): string => `${n}`.padStart(2, '0')

function clockPart({ byHour, byMinute, bySecond }: RecurrenceRule): string[] {
  const clocks = byHour.flatMap((hour) => byMinute.map((minute) => `${two(hour)}:${two(minute)}`))
  if (clocks.length > 0 && clocks.length <= 6 && bySecond.length === 0) return [`at ${list(clocks)}`]
  const parts: string[] = []
  if (byHour.length > 0)
    parts.push(`in the hour${byHour.length > 1 ? 's' : ''} of ${list(byHour.map((h) => `${two(h)}:00`))}`)
  if (byMinute.length > 0) parts.push(`at minute ${list(byMinute.map(String))}`)
  if (bySecond.length > 0) parts.push(`at second ${list(bySecond.map(String))}`)
  return parts
}

const dateWords = (on: Day): string => {
  const { year, month, day } = civilOf(on)
  return `${day} ${monthName(month)} ${year}`
}

function untilDay(until: Until, zone: Zone | null): Day {
  if (until.form === 'date') return until.day
  return dayOf(until.form === 'wall' ? until.wall : zone ? zone.toWall(until.at) : asWall(until.at))
}

/**
 * A rule as an assistant would say it: “every second Tuesday until 30 June 2026”. What the rule leaves to its start is
 * left out. The last day is told in `zone`.
 */
export function rruleWords(rule: RecurrenceRule, zone: Zone | null = null): string {
  const said = rhythm(rule)
  const words = [said, ...dayPart(rule, said)]
  if (rule.byWeekNo.length > 0) words.push(`in week ${list(rule.byWeekNo.map((n) => (n > 0 ? `${n}` : place(n))))}`)
  if (rule.byMonth.length > 0) words.push(`in ${list(rule.byMonth.map(monthName))}`)
  words.push(...clockPart(rule))
  if (rule.bySetPos.length > 0 && rule.byDay.length === 0) words.push(`(only the ${list(rule.bySetPos.map(place))})`)
  if (rule.until) words.push(`until ${dateWords(untilDay(rule.until, zone))}`)
  const sentence = words.join(' ')
  return rule.count === null ? sentence : `${sentence}, ${rule.count === 1 ? 'once' : `${rule.count} times`}`
}
