import { offsetText, wallFromText, wallText } from './text.ts'
import { asInstant, asWall, type Instant, minuteMs } from './time.ts'
import type { Zone } from './zone.ts'

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/i

/**
 * Reads `2026-03-02T09:00:00+01:00`, with Z, or local in a zone: what clocks skip is read with the offset before, what they
 * show twice means the first (RFC 5545 §3.3.5). Less than a millisecond is cut off. Null for anything else.
 */
export const momentFromText = (text: string, zone: Zone): Instant | null => {
  const parts = shape.exec(text)
  const wall = parts ? wallFromText((parts[1] as string).toUpperCase()) : null
  if (!parts || wall === null) return null
  const ms = parts[2] === undefined ? 0 : Math.floor(Number(`0${parts[2]}`) * 1000)
  if (parts[3] === undefined) return zone.toInstant(asWall(wall + ms))
  const offset = offsetFromText(parts[3])
  return offset === null ? null : asInstant(wall + ms - offset)
}

const offsetFromText = (text: string): number | null => {
  if (text.length === 1) return 0
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))]
  if (hours > 23 || minutes > 59) return null
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minuteMs
}

/** `2026-03-02T09:00:00+01:00`, with the offset of a zone, and milliseconds where there are any. */
export const momentText = (at: Instant, zone: Zone): string => {
  const ms = at - Math.floor(at / 1000) * 1000
  return `${wallText(zone.toWall(at))}${ms === 0 ? '' : `.${`${ms}`.padStart(3, '0')}`}${offsetText(zone.offsetAt(at))}`
}
