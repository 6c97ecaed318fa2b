import type { Length, When, WrittenZone } from '../../plan/series.ts'
import { dayFromText, wallFromText } from '../../plan/text.ts'
import { hourMs, minuteMs } from '../../plan/time.ts'
import { type Property, paramOf } from './property.ts'

/** How a reader learns which zone a TZID means. */
export type ZoneFor = (tzid: string) => WrittenZone | null

const utcAsWritten: WrittenZone = { written: 'Z', name: 'UTC', own: null }

/**
 * A DATE or DATE-TIME value as ical.js gives it, `2026-03-02` or `2026-03-02T09:00:00` with or without Z
 * (RFC 5545 §3.3.4, §3.3.5). A second of 60 is read as 59;
 * a date that does not say VALUE=DATE (ical.js leaves `2026-03-02T::` of it) as a date.
 * Null where it is neither, or a date or hour that does not exist.
 */
export function whenFrom(value: unknown, tzid: string, zoneFor: ZoneFor): When | null {
  if (typeof value !== 'string') return null
  if (value.length === 10 || value.endsWith('T::')) {
    const day = dayFromText(value.slice(0, 10))
    return day === null ? null : { form: 'date', day }
  }
  const wall = wallFromText(value.replace(/Z$/, '').replace(/:60$/, ':59'))
  if (wall === null) return null
  if (value.endsWith('Z')) return { form: 'zoned', wall, zone: utcAsWritten }
  const zone = tzid === '' ? null : zoneFor(tzid)
  return zone ? { form: 'zoned', wall, zone } : { form: 'floating', wall }
}

/** Every value of a property that may hold several (EXDATE, RDATE): the readable ones, and how many are not. */
export function whensOf(read: Property, zoneFor: ZoneFor): { whens: When[]; bad: number } {
  const tzid = paramOf(read, 'tzid')
  const whens = read.values.map((value) => whenFrom(value, tzid, zoneFor)).filter((when) => when !== null)
  return { whens, bad: read.values.length - whens.length }
}

const duration = /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,11})S)?)?$/i

/** A DURATION value (RFC 5545 §3.3.6): weeks and days by the calendar, the rest exact. Negative lengths are read as such. */
export function lengthFrom(value: unknown): Length | null {
  const parts = typeof value === 'string' ? duration.exec(value.trim()) : null
  if (!parts || !/\d/.test(parts[0])) return null
  const [weeks, days, hours, minutes, seconds] = parts.slice(2).map((part) => Number(part ?? 0))
  const sign = parts[1] === '-' ? -1 : 1
  return {
    days: sign * ((weeks ?? 0) * 7 + (days ?? 0)) || 0,
    ms: sign * ((hours ?? 0) * hourMs + (minutes ?? 0) * minuteMs + (seconds ?? 0) * 1000) || 0,
  }
}
