import { civilOf } from '../civil.ts'
import type { Evidence } from '../finding.ts'
import { text } from '../found.ts'
import { cityOf, clockOf } from '../local.ts'
import { monthNames, nameOfWeekday } from '../names.ts'
import { offsetText } from '../text.ts'
import { asInstant, asWall, type Day, dayMs, dayOf, type Instant, type Span, weekdayOf } from '../time.ts'
import type { Zone } from '../zone.ts'

/** The English name of the weekday an instant falls on. */
export const weekdayWords = (at: Instant, zone: Zone): string => nameOfWeekday[weekdayOf(dayOf(zone.toWall(at)))]

/** "Monday 2 March" */
const dayWords = (day: Day, withYear: boolean): string => {
  const { year, month, day: date } = civilOf(day)
  return `${nameOfWeekday[weekdayOf(day)]} ${date} ${monthNames[month - 1]}${withYear ? ` ${year}` : ''}`
}

/** Whether a clock shows the same time twice and this is one of them. */
const isRepeated = (at: Instant, zone: Zone): boolean => {
  const wall = zone.toWall(at)
  const reads = (offset: number): boolean => zone.toWall(asInstant(wall - offset)) === wall
  const [before, after] = [zone.offsetAt(asInstant(at - dayMs)), zone.offsetAt(asInstant(at + dayMs))]
  return before !== after && reads(before) && reads(after)
}

/**
 * An offered time as it leaves the desk: "Monday 2 March, 09:00–09:30 (Zurich)". A time that clocks show twice is told by
 * its offset besides: "(Zurich, UTC+01:00)".
 */
export const offerWords = ({ start, end }: Span, zone: Zone, { withYear = false } = {}): string => {
  const [from, to] = [zone.toWall(start), zone.toWall(end)]
  const [day, last] = [dayOf(from), dayOf(asWall(to - 1))]
  const until =
    dayOf(to) === day
      ? `–${clockOf(to)}`
      : last === day
        ? '–24:00'
        : ` – ${dayWords(dayOf(to), withYear)}, ${clockOf(to)}`
  return `${dayWords(day, withYear)}, ${clockOf(from)}${until} (${cityOf(zone)}${offsetWords({ start, end }, zone)})`
}

/** Nothing, unless a clock shows one of the times twice. */
const offsetWords = ({ start, end }: Span, zone: Zone): string => {
  if (!isRepeated(start, zone) && !isRepeated(end, zone)) return ''
  const [first, then] = [offsetText(zone.offsetAt(start)), offsetText(zone.offsetAt(end))]
  return first === then ? `, UTC${first}` : `, UTC${first}, then UTC${then}`
}

/** What stands behind a finding `busy:ID`, in words. */
export const busyWords = (evidence: Evidence): string => `${text(evidence, 'person')} is busy then`
