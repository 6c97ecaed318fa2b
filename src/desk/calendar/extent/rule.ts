import { civilOf } from '../../../plan/civil.ts'
import { type When, wallOf, zoneFor } from '../../../plan/series.ts'
import { dayText, wallFromText, wallText } from '../../../plan/text.ts'
import { asDay, asInstant, asWall, dayMs, dayOf, midnight, type Wall, weekdayOf, weekdays } from '../../../plan/time.ts'
import { utc } from '../../../plan/zone.ts'
import type { Misfit } from '../change/model.ts'

type Fields = Map<string, string>

const fieldsOf = (rule: string): Fields =>
  new Map(
    rule
      .split(';')
      .map((field) => field.split('=', 2) as [string, string])
      .map(([name, value]) => [name.toUpperCase(), value]),
  )

const textOf = (fields: Fields): string => [...fields].map(([name, value]) => `${name}=${value}`).join(';')

const elsewhere: Misfit = {
  path: 'when',
  words: 'It repeats on days that this move does not fit; change the repeat itself to move all of it to another day.',
}

/**
 * A rule after its series was moved, from one start to another. The days a rule names move along where that is plain: one
 * weekday of a weekly rule, one day of a monthly rule. Otherwise a move to another day is a misfit.
 */
export function movedRule(rule: string, before: When, after: When): string | Misfit {
  const fields = fieldsOf(rule)
  const [from, to] = [dayOf(wallOf(before)), dayOf(wallOf(after))]
  if (from !== to) {
    const fits = daysMoved(fields, from, to)
    if (!fits) return elsewhere
  }
  const until = fields.get('UNTIL')
  if (until !== undefined) fields.set('UNTIL', untilMoved(until, before, after))
  for (const name of ['BYHOUR', 'BYMINUTE', 'BYSECOND'])
    if (fields.has(name) && (wallOf(after) - wallOf(before)) % dayMs !== 0) return elsewhere
  return textOf(fields)
}

/** Changes the fields; false where the rule's days cannot follow. */
function daysMoved(fields: Fields, from: number, to: number): boolean {
  const others = ['BYYEARDAY', 'BYWEEKNO', 'BYSETPOS', 'BYMONTH'].some((name) => fields.has(name))
  const [byDay, byMonthDay] = [fields.get('BYDAY'), fields.get('BYMONTHDAY')]
  if (others) return false
  if (byDay === undefined && byMonthDay === undefined) return true
  const weekday = weekdayOf(asDay(to))
  if (
    byDay !== undefined &&
    byMonthDay === undefined &&
    (weekdays as readonly string[]).includes(byDay.toUpperCase())
  ) {
    const same = byDay.toUpperCase() === weekdayOf(asDay(from))
    if (same && fields.get('FREQ')?.toUpperCase() === 'WEEKLY') fields.set('BYDAY', weekday)
    return same && fields.get('FREQ')?.toUpperCase() === 'WEEKLY'
  }
  const [start, end] = [civil(from), civil(to)]
  if (byDay === undefined && byMonthDay === `${start.day}` && start.month === end.month && start.year === end.year) {
    fields.set('BYMONTHDAY', `${end.day}`)
    return true
  }
  return false
}

const civil = (day: number) => civilOf(asDay(day))

const untilShape = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/i

/** An UNTIL as far from the new start as it was from the old, in the form the new start asks for (RFC 5545 §3.3.10). */
function untilMoved(until: string, before: When, after: When): string {
  const parts = untilShape.exec(until)
  if (!parts) return until
  const [, year, month, day, hour = '00', minute = '00', second = '00', isUtc] = parts
  const written = wallFromText(`${year}-${month}-${day}T${hour}:${minute}:${second}`)
  if (written === null) return until
  const local = isUtc && before.form === 'zoned' ? zoneFor(before.zone).toWall(asInstant(written)) : written
  return untilText(asWall(local + wallOf(after) - wallOf(before)), after)
}

/** A wall-clock time as an UNTIL of a series that starts like `start`. */
export function untilText(wall: Wall, start: When): string {
  if (start.form === 'date') return dayText(dayOf(wall)).replaceAll('-', '')
  const plain = (at: Wall) => wallText(at).replace(/[-:]/g, '')
  return start.form === 'floating' ? plain(wall) : `${plain(utc.toWall(zoneFor(start.zone).toInstant(wall)))}Z`
}

/** The rule ended before `wall`, the first occurrence that is no longer its own. */
export function endedBefore(rule: string, wall: Wall, start: When): string {
  const fields = fieldsOf(rule)
  fields.delete('COUNT')
  const last = start.form === 'date' ? asWall(midnight(dayOf(wall)) - dayMs) : asWall(wall - 1000)
  fields.set('UNTIL', untilText(last, start))
  return textOf(fields)
}

/** The rule with so many occurrences fewer, where it counts them. */
export function countedDown(rule: string, by: number): string {
  const fields = fieldsOf(rule)
  const count = fields.get('COUNT')
  if (count !== undefined) fields.set('COUNT', `${Math.max(1, Number(count) - by)}`)
  return textOf(fields)
}

export const counts = (rule: string): boolean => fieldsOf(rule).has('COUNT')
