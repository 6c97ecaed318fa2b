import { civilOf } from '../civil.ts'
import { cityOf, clockOf } from '../local.ts'
import { monthNames, shortWeekday } from '../names.ts'
import type { SegmentEnd } from '../segment.ts'
import { type Day, dayOf, type Instant, weekdayOf } from '../time.ts'
import { utc, type Zone } from '../zone.ts'
import { dayAt, zoneAtEnd } from './segments.ts'

/** "Tue 24 Nov" */
export const dayWords = (day: Day): string => {
  const { day: date, month } = civilOf(day)
  return `${shortWeekday(weekdayOf(day))} ${date} ${monthNames[month - 1]?.slice(0, 3)}`
}

/** "Tue 24 Nov 2026" */
export const dateWords = (day: Day): string => `${dayWords(day)} ${civilOf(day).year}`

/** "Tue 24 Nov, 17:55 (London)" */
export const momentWords = (at: Instant, zone: Zone): string => {
  const wall = zone.toWall(at)
  return `${dayWords(dayOf(wall))}, ${clockOf(wall)} (${cityOf(zone)})`
}

/** "17:55 (London)" */
export const clockWords = (at: Instant, zone: Zone): string => `${clockOf(zone.toWall(at))} (${cityOf(zone)})`

/** When an end is, as far as anybody has said: with the city of its zone, without a clock, or nothing at all. */
export const whenWords = (end: SegmentEnd): string | null => {
  if (end.at !== null) return momentWords(end.at, zoneAtEnd(end) ?? utc)
  const day = dayAt(end)
  const said = [day === null ? null : dayWords(day), end.wall === null ? null : clockOf(end.wall)]
  return said.filter((part) => part !== null).join(', ') || null
}

/** "a, b and c" */
export const listWords = (all: readonly string[]): string =>
  all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '')
