import { dayFromText, wallFromText, wallText } from '../../plan/text.ts'
import { asInstant, dayMs, type Instant, midnight, minuteMs, type Wall } from '../../plan/time.ts'
import type { Zone } from '../../plan/zone.ts'

/** A time as a confirmation writes it. `exact` is false for a date alone; `offset` in milliseconds east of UTC, where one is written. */
export type Written = { readonly wall: Wall; readonly exact: boolean; readonly offset: number | null }

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d)?(?:\.\d+)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/

function offsetOf(text: string): number {
  if (text === 'Z') return 0
  const digits = text.slice(1).replace(':', '').padEnd(4, '0')
  return (text[0] === '-' ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * minuteMs
}

/** `2026-11-24`, `2026-11-24T17:55`, `2026-11-24T17:55+01:00`, seconds and Z as well; null for anything else, a 30th of February included. */
export function written(text: string): Written | null {
  const day = dayFromText(text)
  if (day !== null) return { wall: midnight(day), exact: false, offset: null }
  const parts = shape.exec(text)
  const wall = parts ? wallFromText(parts[1] as string) : null
  if (!parts || wall === null) return null
  const offset = parts[2] === undefined ? null : offsetOf(parts[2])
  return offset !== null && Math.abs(offset) > 18 * 60 * minuteMs ? null : { wall, exact: true, offset }
}

const two = (n: number) => `${n}`.padStart(2, '0')

/** As a value of a proposal: `2026-11-24T17:55+01:00`. */
export function timeText({ wall, exact, offset }: Written): string {
  const text = wallText(wall)
  if (!exact) return text.slice(0, 10)
  if (offset === null) return text.slice(0, 16)
  const minutes = Math.abs(offset) / minuteMs
  return `${text.slice(0, 16)}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Every instant at which clocks of a zone show this: none where they skip it, two where they show it twice. */
export function instantsOf(wall: Wall, zone: Zone): readonly Instant[] {
  const near = zone.toInstant(wall)
  const offsets = new Set([zone.offsetAt(asInstant(near - dayMs)), zone.offsetAt(asInstant(near + dayMs))])
  return [...offsets]
    .map((offset) => asInstant(wall - offset))
    .filter((at) => zone.toWall(at) === wall)
    .sort((a, b) => a - b)
}

/** Null where it is a date alone, or neither offset nor zone says when it is. */
export function instantOf(time: Written, zone: Zone | null): Instant | null {
  if (!time.exact) return null
  if (time.offset !== null) return asInstant(time.wall - time.offset)
  return zone ? (instantsOf(time.wall, zone)[0] ?? null) : null
}
