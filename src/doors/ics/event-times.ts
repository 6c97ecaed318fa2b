import { checkRule } from '../../plan/recurrence/check.ts'
import { instantOf, type Length, type When, type WrittenZone } from '../../plan/series.ts'
import { asDay, dayMs, dayOf, hourMs, type Instant, midnight } from '../../plan/time.ts'
import { utc, type Zone } from '../../plan/zone.ts'
import { all, type Content, first, paramOf, rawValues, textOf } from './property.ts'
import { lengthFrom, whenFrom, whensOf, type ZoneFor } from './when.ts'

const longestDays = 3_700_000

/** A VEVENT being read: its lines, what its zones mean, and the reasons why parts of it were left out. */
export type Given = { content: Content; zoneFor: ZoneFor; home: Zone; leftOut: string[] }

/** A property that holds one time; null where it is absent, `bad` where it cannot be read. */
function timeIn(given: Given, name: string): When | 'bad' | null {
  const read = first(given.content, name)
  if (!read) return given.content.lines.has(name) ? 'bad' : null
  return whenFrom(read.values[0], paramOf(read, 'tzid'), given.zoneFor) ?? 'bad'
}

/** LAST-MODIFIED and its like; null where absent or unreadable. */
export function stamp(given: Given, name: string): Instant | null {
  const at = timeIn(given, name)
  return at === null || at === 'bad' || at.form === 'date' ? null : instantOf(at, utc)
}

function datesLength(start: When & { form: 'date' }, end: When): Length | string {
  const last = end.form === 'date' ? end.day : asDay(Math.ceil(end.wall / dayMs))
  if (last < start.day) return 'It ends before it starts'
  return { days: Math.max(1, last - start.day), ms: 0 }
}

const inOneZone = (a: When, b: When): boolean =>
  a.form === 'zoned' && b.form === 'zoned' && a.zone.written === b.zone.written

/** From a DTEND: exact, by instants; whole days for a date (RFC 5545 §3.6.1, §3.8.2.2). */
function lengthTo(start: When, end: When, home: Zone): Length | string {
  if (start.form === 'date') return datesLength(start, end)
  const until: When = end.form === 'date' ? { ...start, wall: midnight(end.day) } : end
  const ms =
    start.form === 'floating' && until.form === 'floating'
      ? until.wall - start.wall
      : instantOf(until, home) - instantOf(start, home)
  // A start that a change of clocks skips is read later than it is written, and may so come after its own end.
  if (ms < 0 && inOneZone(start, until) && until.wall >= start.wall) return { days: 0, ms: until.wall - start.wall }
  return ms < 0 ? 'It ends before it starts' : { days: 0, ms }
}

function fromDuration(start: When, value: unknown): Length | string {
  const length = lengthFrom(value)
  if (!length) return 'Its DURATION cannot be read'
  if (length.days < 0 || length.ms < 0) return 'It ends before it starts'
  if (length.days + length.ms / dayMs > longestDays) return 'It lasts more than ten thousand years'
  if (start.form !== 'date') return length
  return { days: Math.max(1, length.days + Math.ceil(length.ms / dayMs)), ms: 0 }
}

type Extent = { length: Length; endZone: WrittenZone | null }

/** How long it lasts; without DTEND and DURATION a date lasts a day and a time no time (RFC 5545 §3.6.1). */
function extentOf(given: Given, start: When): Extent | string {
  const end = timeIn(given, 'DTEND')
  if (end === 'bad') return 'Its DTEND cannot be read'
  if (end) {
    const length = lengthTo(start, end, given.home)
    if (typeof length === 'string') return length
    const differs = end.form === 'zoned' && (start.form !== 'zoned' || end.zone.written !== start.zone.written)
    return { length, endZone: differs && start.form !== 'date' ? end.zone : null }
  }
  const duration = rawValues(given.content, 'DURATION')[0]
  const length =
    duration !== undefined
      ? fromDuration(start, duration)
      : start.form === 'date'
        ? { days: 1, ms: 0 }
        : { days: 0, ms: 0 }
  return typeof length === 'string' ? length : { length, endZone: null }
}

/** A rule in another calendar's months, or that moves dates which do not exist (RFC 7529). */
const ofOtherCalendar = /(?:^|;)(?:RSCALE|SKIP)=/i

/**
 * RRULE values; a rule that cannot be read makes the event unusable, because its occurrences are not known. One that is
 * sound but needs RFC 7529 is left out and listed: the event happens at its own start, which no rule takes from it.
 */
function rulesOf(given: Given, start: When): string[] | string {
  const written = rawValues(given.content, 'RRULE').map((rule) => rule.replace(/\s+/g, ''))
  const rules: string[] = []
  for (const rule of new Set(written.filter((each) => each !== ''))) {
    const trouble = checkRule(rule, start)
    if (trouble === null) rules.push(rule)
    else if (!ofOtherCalendar.test(rule)) return `Its RRULE cannot be used: ${trouble}`
    else given.leftOut.push(`It is shown once, at its own start, because its RRULE cannot be used: ${trouble}`)
  }
  return rules
}

/** Lines of a list of dates that are not even properties count as one bad date each. */
const unreadable = ({ content }: Given, name: string) =>
  (content.lines.get(name)?.length ?? 0) - all(content, name).length

function datesIn(given: Given, name: string): When[] {
  const whens: When[] = []
  let bad = unreadable(given, name)
  for (const read of all(given.content, name).filter((each) => each.type !== 'period' && each.raw.trim() !== '')) {
    const some = whensOf(read, given.zoneFor)
    for (const when of some.whens) whens.push(when)
    bad += some.bad
  }
  if (bad > 0) given.leftOut.push(`${bad} of its ${name} dates cannot be read; the rest of the event is used`)
  return whens
}

/** RDATE with VALUE=PERIOD: a start and an end or a length (RFC 5545 §3.8.5.2). */
function periodsIn(given: Given): { start: When; length: Length }[] {
  const periods: { start: When; length: Length }[] = []
  for (const read of all(given.content, 'RDATE').filter((each) => each.type === 'period'))
    for (const value of read.values) {
      const [from, to] = Array.isArray(value) ? value : []
      const start = whenFrom(from, paramOf(read, 'tzid'), given.zoneFor)
      const end = start && whenFrom(to, paramOf(read, 'tzid'), given.zoneFor)
      const length = start && (end ? lengthTo(start, end, given.home) : fromDuration(start, to))
      if (start && length && typeof length !== 'string') periods.push({ start, length })
      else given.leftOut.push('One of its RDATE periods cannot be read; the rest of the event is used')
    }
  return periods
}

/** Outlook may write an all-day event as midnights of one zone and say beside it what it is; clocks may change between. */
function asDays({ content }: Given, start: When, extent: Extent): { start: When } & Extent {
  const said = textOf(first(content, 'X-MICROSOFT-CDO-ALLDAYEVENT')).toUpperCase() === 'TRUE'
  const days = Math.round(extent.length.days + extent.length.ms / dayMs)
  if (!said || start.form === 'date' || days < 1 || start.wall !== midnight(dayOf(start.wall)))
    return { start, ...extent }
  const odd = Math.abs(extent.length.ms - (days - extent.length.days) * dayMs) > hourMs
  if (odd) return { start, ...extent }
  return { start: { form: 'date', day: dayOf(start.wall) }, length: { days, ms: 0 }, endZone: null }
}

/** When it is: everything the plan's times come from, or why it cannot be used. */
export function timesOf(given: Given) {
  const start = timeIn(given, 'DTSTART')
  if (start === null) return 'It has no DTSTART'
  if (start === 'bad') return 'Its DTSTART cannot be read'
  const read = extentOf(given, start)
  if (typeof read === 'string') return read
  const extent = asDays(given, start, read)
  const rrules = rulesOf(given, start)
  if (typeof rrules === 'string') return rrules
  const recurrenceId = timeIn(given, 'RECURRENCE-ID')
  if (recurrenceId === 'bad') return 'Its RECURRENCE-ID cannot be read'
  const rdates = [...datesIn(given, 'RDATE').map((each) => ({ start: each, length: null })), ...periodsIn(given)]
  return { ...extent, rrules, rdates, exdates: datesIn(given, 'EXDATE'), recurrenceId }
}
