import { civilOf, dayFrom, daysInMonth } from './civil.ts'
import { asInstant, asWall, type Day, dayMs, type Instant, type Wall } from './time.ts'
import type { Zone } from './zone.ts'

/** Times as text: ISO 8601 for dates and clocks, RFC 3339 for instants, RFC 9557 for zoned times. Years 0001 to 9999. */

const dateShape = /^(\d{4})-(\d\d)-(\d\d)$/
const clockShape = /^(\d\d):(\d\d)(?::(\d\d))?$/

/** `2026-03-02`; null for anything that is not a date of the years 0001 to 9999. */
export function dayFromText(text: string): Day | null {
  const parts = dateShape.exec(text)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayFrom(year, month, day)
}

/** `2026-03-02T09:00:00`, seconds may be missing; null for anything else, a 60th second and a trailing Z included. */
export function wallFromText(text: string): Wall | null {
  if (text[10] !== 'T') return null
  const day = dayFromText(text.slice(0, 10))
  const parts = clockShape.exec(text.slice(11))
  if (day === null || !parts) return null
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return null
  return asWall(day * dayMs + hour * 3_600_000 + minute * 60_000 + second * 1000)
}

/** `2026-03-02T08:00:00Z`; null for anything else. Other offsets are read by Temporal at the edges. */
export function instantFromText(text: string): Instant | null {
  const wall = text.endsWith('Z') ? wallFromText(text.slice(0, -1)) : null
  return wall === null ? null : asInstant(wall)
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const four = (n: number): string => (n < 1000 ? `${n}`.padStart(4, '0') : `${n}`)

/** `2026-03-02` */
export function dayText(on: Day): string {
  const { year, month, day } = civilOf(on)
  return `${four(year)}-${two(month)}-${two(day)}`
}

/** `09:00:00`, parts of a second cut off. */
export function clockText(at: Wall): string {
  const second = Math.floor((at - Math.floor(at / dayMs) * dayMs) / 1000)
  const minute = Math.floor(second / 60)
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second % 60)}`
}

/** `2026-03-02T09:00:00` */
export const wallText = (at: Wall): string => `${dayText(Math.floor(at / dayMs) as Day)}T${clockText(at)}`

/** `2026-03-02T08:00:00Z` */
export const instantText = (at: Instant): string => `${wallText(at as number as Wall)}Z`

/** `+01:00`; seconds of an offset (local mean time) are rounded to the minute, as RFC 9557 asks and Temporal does. */
export function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `2026-03-02T09:00:00+01:00[Europe/Zurich]` */
export function zonedText(at: Instant, zone: Zone): string {
  const offset = zone.offsetAt(at)
  return `${wallText(asWall(at + offset))}${offsetText(offset)}[${zone.id}]`
}
