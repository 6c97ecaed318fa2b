import { asInstant, type Instant, type Span } from '../../plan/time.ts'
import { utc } from '../../plan/zone.ts'
import { clockText, escapeText } from './content-line.ts'
import { fold, unfold } from './lines.ts'
import { writeZone } from './write-zone.ts'
import { zoneByName } from './zone-names.ts'

const opening = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Equerry//Equerry//EN', 'CALSCALE:GREGORIAN']

const tzidIn = /;TZID=(?:"([^"]*)"|([^;:,]*))/i
const yearIn = /[:,](\d{4})\d{4}/g

/** TZIDs that components use, each with the first and last year of its dates. */
function zonesUsed(components: readonly string[]): Map<string, { from: number; to: number }> {
  const used = new Map<string, { from: number; to: number }>()
  for (const line of components.flatMap(unfold)) {
    const head = line.slice(0, 400)
    const found = tzidIn.exec(head.slice(0, head.indexOf(':') + 1 || undefined))
    const tzid = found?.[1] ?? found?.[2]
    if (tzid === undefined) continue
    const range = used.get(tzid) ?? { from: 9999, to: 0 }
    for (const [, year] of line.matchAll(yearIn)) {
      range.from = Math.min(range.from, Number(year))
      range.to = Math.max(range.to, Number(year))
    }
    used.set(tzid, range)
  }
  return used
}

/**
 * One calendar as an iCalendar file (RFC 5545). `components` are VEVENT texts as they are kept; each TZID in them gets a
 * VTIMEZONE: made from IANA's zone where its name means one, else the file's own from `timezones`, else that of `home`,
 * in which its times were read.
 */
export function writeFile(calendar: {
  readonly name: string
  /** IANA zone for times that name none. */
  readonly home: string
  readonly components: readonly string[]
  readonly timezones: ReadonlyMap<string, string>
}): string {
  const zones = [...zonesUsed(calendar.components)].map(([tzid, { from, to }]) => {
    const name = zoneByName(tzid)
    const own = calendar.timezones.get(tzid)
    return name || own === undefined ? writeZone(tzid, name ?? calendar.home, from, to + 2) : own
  })
  const head = [...opening, `X-WR-CALNAME:${escapeText(calendar.name)}`, `X-WR-TIMEZONE:${calendar.home}`].map(fold)
  const body = [...zones, ...calendar.components].map((text) => unfold(text).map(fold).join('\r\n'))
  return `${[...head, ...body, 'END:VCALENDAR'].join('\r\n')}\r\n`
}

/** Spans that touch or overlap become one, so that not even their number is told. */
function joined(spans: readonly Span[]): Span[] {
  const result: { start: Instant; end: Instant }[] = []
  for (const { start, end } of [...spans].filter((span) => span.start < span.end).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = asInstant(Math.max(last.end, end))
    else result.push({ start, end })
  }
  return result
}

const stamp = (at: Instant) => `${clockText(utc.toWall(at))}Z`

/**
 * A feed that shows when somebody is busy and nothing else: VEVENTs titled “Busy” in UTC, because most clients pass
 * over VFREEBUSY. `newUid` gives a random UID each time, so that nothing can be followed from one reading to the next.
 */
export function writeBusy(spans: readonly Span[], newUid: () => string, at: Instant): string {
  const events = joined(spans).flatMap(({ start, end }) => [
    'BEGIN:VEVENT',
    `UID:${newUid()}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    'SUMMARY:Busy',
    'END:VEVENT',
  ])
  return `${[...opening, 'METHOD:PUBLISH', 'X-WR-CALNAME:Busy', ...events, 'END:VCALENDAR'].join('\r\n')}\r\n`
}
