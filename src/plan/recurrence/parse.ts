import { dayFromText, wallFromText } from '../text.ts'
import { asInstant, type Weekday, weekdays } from '../time.ts'
import { misuse } from './misuse.ts'
import { type ByDay, frequencies, type RecurrenceRule, type RuleTrouble, type Until } from './rule.ts'

type Draft = { -readonly [Part in keyof RecurrenceRule]: RecurrenceRule[Part] }
/** Reads a part's value into the draft, or says what is wrong with it. */
type Reader = (value: string, draft: Draft) => string | undefined

const longest = 8192

function whole(text: string, most: number): number | null {
  if (!/^\d{1,15}$/.test(text)) return null
  const n = Number(text)
  return n >= 1 && n <= most ? n : null
}

const ascending = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((a, b) => a - b)

type NumberList = 'bySecond' | 'byMinute' | 'byHour' | 'byMonthDay' | 'byYearDay' | 'byWeekNo' | 'byMonth' | 'bySetPos'

function numbers(part: NumberList, least: number, most: number, what: string): Reader {
  const signed = least < 0
  const shape = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,2}$/
  return (value, draft) => {
    const read: number[] = []
    for (const text of value.split(',')) {
      const n = Number(text)
      if (!shape.test(text) || n < least || n > most || (signed && n === 0))
        return `"${shown(text)}" is not ${what} (${signed ? `1 to ${most} or -1 to ${least}` : `${least} to ${most}`})`
      read.push(n)
    }
    draft[part] = ascending(read)
    return undefined
  }
}

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const weekdayFrom = (text: string): number => weekdays.indexOf(text as Weekday)

function readByDay(value: string, draft: Draft): string | undefined {
  const read = new Map<string, ByDay>()
  for (const text of value.split(',')) {
    const parts = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text)
    const weekday = weekdayFrom(parts?.[2] ?? '')
    const nth = Number(parts?.[1] ?? 0)
    if (weekday < 0 || Math.abs(nth) > 53 || (parts?.[1] && nth === 0))
      return `"${shown(text)}" is not a weekday (MO to SU, before it 1 to 53 or -1 to -53)`
    read.set(`${nth} ${weekday}`, { nth, weekday })
  }
  draft.byDay = [...read.values()].sort((a, b) => a.nth - b.nth || a.weekday - b.weekday)
  return undefined
}

function readUntil(value: string, draft: Draft): string | undefined {
  const until = untilFromText(value)
  if (!until) return `"${shown(value)}" is neither a date (20260630) nor a time (20260630T080000, with Z in UTC)`
  draft.until = until
  return undefined
}

function untilFromText(value: string): Until | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(value)
  if (!parts) return null
  const [, year, month, date, hour, minute, second, utc] = parts
  const day = dayFromText(`${year}-${month}-${date}`)
  if (hour === undefined) return day === null ? null : { form: 'date', day }
  // RFC 5545 §3.3.12: who knows no leap seconds reads a 60th second as the 59th.
  const wall = wallFromText(`${year}-${month}-${date}T${hour}:${minute}:${second === '60' ? '59' : second}`)
  if (wall === null) return null
  return utc ? { form: 'utc', at: asInstant(wall) } : { form: 'wall', wall }
}

const readers: Readonly<Record<string, Reader>> = {
  FREQ: (value, draft) => {
    const frequency = frequencies.find((name) => name === value)
    if (!frequency) return `"${shown(value)}" is not one of ${frequencies.join(', ')}`
    draft.frequency = frequency
    return undefined
  },
  INTERVAL: (value, draft) => {
    const interval = whole(value, 1e15)
    if (interval === null) return `"${shown(value)}" is not a whole number from 1`
    draft.interval = interval
    return undefined
  },
  COUNT: (value, draft) => {
    draft.count = whole(value, 1e15)
    return draft.count === null ? `"${shown(value)}" is not a whole number from 1` : undefined
  },
  UNTIL: readUntil,
  BYSECOND: numbers('bySecond', 0, 60, 'a second'),
  BYMINUTE: numbers('byMinute', 0, 59, 'a minute'),
  BYHOUR: numbers('byHour', 0, 23, 'an hour'),
  BYDAY: readByDay,
  BYMONTHDAY: numbers('byMonthDay', -31, 31, 'a day of the month'),
  BYYEARDAY: numbers('byYearDay', -366, 366, 'a day of the year'),
  BYWEEKNO: numbers('byWeekNo', -53, 53, 'a week of the year'),
  BYMONTH: numbers('byMonth', 1, 12, 'a month'),
  BYSETPOS: numbers('bySetPos', -366, 366, 'a position'),
  WKST: (value, draft) => {
    draft.weekStart = weekdayFrom(value)
    return draft.weekStart < 0 ? `"${shown(value)}" is not a weekday (MO to SU)` : undefined
  },
  RSCALE: (value) =>
    value === 'GREGORIAN' ? undefined : `"${shown(value)}": only the Gregorian calendar is read (RFC 7529)`,
  SKIP: (value) =>
    value === 'OMIT' ? undefined : `"${shown(value)}": dates that do not exist can only be left out (RFC 7529)`,
}

function blank(): Draft {
  return {
    frequency: 'YEARLY',
    interval: 1,
    count: null,
    until: null,
    bySecond: [],
    byMinute: [],
    byHour: [],
    byDay: [],
    byMonthDay: [],
    byYearDay: [],
    byWeekNo: [],
    byMonth: [],
    bySetPos: [],
    weekStart: 0,
  }
}

type Parts = Map<string, number>

function readPart(part: string, at: number, seen: Parts, draft: Draft): RuleTrouble | null {
  const sign = part.indexOf('=')
  const name = sign < 0 ? part : part.slice(0, sign)
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined
  if (sign < 0) return { words: `"${shown(part)}" is not a rule part: it has no "="`, at }
  if (!read) return { words: `"${shown(name)}" is not a rule part of RFC 5545`, at }
  if (seen.has(name)) return { words: `${name} is there twice`, at }
  seen.set(name, at)
  const trouble = read(part.slice(sign + 1), draft)
  return trouble === undefined ? null : { words: `${name}: ${trouble}`, at: at + sign + 1 }
}

/**
 * Reads the value of an RRULE, without `RRULE:`, in any case and order (RFC 5545 §3.3.10).
 * Refused: unknown, repeated and impossible parts, and combinations that the RFC forbids. RFC 7529's RSCALE and SKIP
 * are read only as far as they change nothing. An UNTIL of another type than the start is allowed (see docs/decisions/0001).
 */
export function parseRule(text: string): RecurrenceRule | RuleTrouble {
  if (text.length > longest) return { words: `A rule may be ${longest} characters long`, at: longest }
  const strange = text.search(/[^\x20-\x7e]/)
  if (strange >= 0) return { words: 'A rule is written in plain letters, digits and signs', at: strange }
  const seen: Parts = new Map()
  const draft = blank()
  const parts = text.toUpperCase().split(';')
  if (parts.length > 1 && parts.at(-1) === '') parts.pop()
  let at = 0
  for (const part of parts) {
    const trouble = readPart(part, at, seen, draft)
    if (trouble) return trouble
    at += part.length + 1
  }
  if (!seen.has('FREQ')) return { words: 'FREQ is missing: how often does it repeat?', at: 0 }
  return misuse(draft, seen) ?? draft
}

export const isTrouble = (read: RecurrenceRule | RuleTrouble): read is RuleTrouble => 'words' in read
