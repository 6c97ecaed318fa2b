import { type Weekday, weekdays } from '../../plan/time.ts'

/** The repeats a person can build with the form. Anything richer is kept as it was written and shown in words. */
export type Repeat = {
  readonly every: 'never' | 'day' | 'week' | 'month' | 'year' | 'other'
  readonly interval: number
  /** For weeks. */
  readonly days: readonly Weekday[]
  /** For months: the date ("the 15th"), or the weekday's place ("the second Tuesday"). */
  readonly by: 'date' | 'weekday'
  /** The last day it may happen; null: no end. */
  readonly until: string | null
  /** The rule as written, when `every` is `other`. */
  readonly written: string
}

export const noRepeat: Repeat = { every: 'never', interval: 1, days: [], by: 'date', until: null, written: '' }

const frequencies = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const
const nameOf = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const

/** Reads an RRULE value (RFC 5545 §3.3.10) for the form. What the form cannot say comes back as `other`. */
export function readRepeat(rrule: string | null, zone: string): Repeat {
  if (rrule === null || rrule === '') return noRepeat
  const parts = new Map(rrule.split(';').map((part) => part.split('=', 2) as [string, string]))
  const other = { ...noRepeat, every: 'other' as const, written: rrule }
  const every = frequencies[parts.get('FREQ') as keyof typeof frequencies]
  const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'WKST', ...(every === 'month' ? ['BYMONTHDAY'] : [])])
  if (!every || [...parts.keys()].some((key) => !known.has(key))) return other
  const days = (parts.get('BYDAY') ?? '').split(',').filter((day) => day !== '')
  const plain = days.every((day) => weekdays.includes(day as Weekday))
  if (every === 'week' ? !plain : every === 'month' ? days.length > 1 || plain === days.length > 0 : days.length > 0)
    return other
  if (parts.get('BYMONTHDAY')?.includes(',')) return other
  return {
    every,
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: every === 'week' ? (days as Weekday[]) : [],
    by: every === 'month' && days.length === 1 ? 'weekday' : 'date',
    until: untilDate(parts.get('UNTIL'), zone),
    written: rrule,
  }
}

/** The last day of an UNTIL, in the event's own zone where it is written in UTC. */
function untilDate(until: string | undefined, zone: string): string | null {
  if (!until) return null
  const on = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
  if (!until.endsWith('Z')) return on
  const at = Temporal.Instant.from(`${on}T${until.slice(9, 11)}:${until.slice(11, 13)}:${until.slice(13, 15)}Z`)
  return at.toZonedDateTimeISO(zone).toPlainDate().toString()
}

/**
 * Writes the form's repeat as an RRULE value for an event that starts on `start`; null: it happens once. UNTIL is the
 * end of its day, in UTC for a time in a zone and a date for an all-day event (RFC 5545 §3.3.10); `zone` is null for those.
 */
export function writeRepeat(repeat: Repeat, start: Temporal.PlainDate, zone: string | null): string | null {
  if (repeat.every === 'never') return null
  if (repeat.every === 'other') return repeat.written
  const parts = [`FREQ=${nameOf[repeat.every]}`]
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`)
  if (repeat.every === 'week')
    parts.push(`BYDAY=${(repeat.days.length > 0 ? repeat.days : [weekdayOn(start)]).join(',')}`)
  if (repeat.every === 'month')
    parts.push(repeat.by === 'date' ? `BYMONTHDAY=${start.day}` : `BYDAY=${placeInMonth(start)}`)
  if (repeat.until) parts.push(`UNTIL=${untilText(repeat.until, zone)}`)
  return parts.join(';')
}

function untilText(until: string, zone: string | null): string {
  if (zone === null) return until.replaceAll('-', '')
  const end = Temporal.PlainDate.from(until).toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' })
  return end.toInstant().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

export const weekdayOn = (on: Temporal.PlainDate): Weekday => weekdays[on.dayOfWeek - 1] ?? 'MO'

/** "2TU", or "-1TU" for the last Tuesday when there is no fifth in every month. */
function placeInMonth(on: Temporal.PlainDate): string {
  const nth = Math.ceil(on.day / 7)
  return `${nth > 4 ? -1 : nth}${weekdayOn(on)}`
}
