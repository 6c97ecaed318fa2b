import type { EventPart, Series } from '../../plan/series.ts'
import { utc, type Zone, zoneOf } from '../../plan/zone.ts'
import { readEvent } from './event.ts'
import { groupSeries, type Skipped } from './group.ts'
import { property, textOf } from './property.ts'
import { type Component, isUnusable, scanning, type Unusable } from './scan.ts'
import { atOnce, type Steps } from './slices.ts'
import { readZones } from './zones.ts'

/** One usable VEVENT with the text it came from. */
export type FilePart = { readonly part: EventPart; readonly text: string }

/** What a file says, as values. */
export type ReadFile = {
  /** X-WR-CALNAME of the first calendar that has one. */
  readonly name: string | null
  /** X-WR-TIMEZONE as an IANA name. */
  readonly zone: string | null
  /** Every usable VEVENT in the file's order; older doubles are in `skipped`. */
  readonly parts: readonly FilePart[]
  readonly series: readonly Series[]
  /** What could not be used, by line; `line` is where its component begins. */
  readonly skipped: readonly Skipped[]
  /** Guessed zones and whatever else a person should read. */
  readonly remarks: readonly string[]
  /** Each VTIMEZONE as written, by TZID, for a round trip. */
  readonly timezones: ReadonlyMap<string, string>
  /** Reads the text of one VEVENT with this file's zones, as after a merge; null where it cannot be used. */
  readonly reread: (text: string) => EventPart | null
}

type Heads = readonly { readonly head: readonly string[] }[]

/** The first value of a calendar property such as X-WR-CALNAME, over all calendars of the file. */
function headText(calendars: Heads, name: string): string {
  for (const { head } of calendars)
    for (const line of head)
      if (line.slice(0, name.length).toUpperCase() === name) {
        const read = property(line)
        if (read?.name === name && textOf(read) !== '') return textOf(read)
      }
  return ''
}

/** An iTIP cancellation cancels what it holds, whatever its STATUS says (RFC 5546 §3.2.5). */
const cancels = ({ head }: { readonly head: readonly string[] }) =>
  head.some((line) => /^METHOD\s*:\s*CANCEL\s*$/i.test(line))

/**
 * Reads an iCalendar file (RFC 5545). `home` is the IANA zone for times that name none; null: the file's own
 * X-WR-TIMEZONE, else UTC. Refuses a file that is no calendar, is vCalendar 1.0, or is past the limits;
 * everything smaller that cannot be used is skipped and listed. Never throws for anything in the file.
 */
export const readFile = (bytes: Uint8Array, home: string | null): ReadFile | Unusable => atOnce(reading(bytes, home))

/** The same, in steps. */
export function* reading(bytes: Uint8Array, home: string | null): Steps<ReadFile | Unusable> {
  const scanned = yield* scanning(bytes)
  if (isUnusable(scanned)) return scanned
  const zones = yield* readZones(scanned.components)
  const said = headText(scanned.calendars, 'X-WR-TIMEZONE')
  const zone = said === '' ? null : zones.known(said)
  const local = zoneOf(home ?? zone ?? 'UTC') ?? utc
  const parts: FilePart[] = []
  const skipped: Skipped[] = []
  const cancelling = scanned.calendars.map(cancels)
  for (const component of scanned.components) {
    yield component.text.length
    const part = usable(component, zones.zoneIn(component.calendar), local, skipped)
    if (part)
      parts.push({ text: component.text, part: cancelling[component.calendar] ? { ...part, cancelled: true } : part })
  }
  const grouped = yield* groupSeries(parts.map(({ part }) => part))
  const older = new Set(grouped.skipped.map(({ line }) => line))
  return {
    name: headText(scanned.calendars, 'X-WR-CALNAME') || null,
    zone,
    parts: parts.filter(({ part }) => !older.has(part.line)),
    series: grouped.series,
    skipped: [...skipped, ...grouped.skipped].sort((a, b) => a.line - b.line),
    remarks: atMost([...scanned.remarks, ...zones.remarks()]),
    timezones: zones.written,
    reread: (text) => usable({ name: 'VEVENT', line: 0, text, calendar: 0, trouble: null }, zones.zoneIn(0), local, []),
  }
}

const mostRemarks = 100

const atMost = (remarks: readonly string[]): string[] =>
  remarks.length <= mostRemarks
    ? [...remarks]
    : [...remarks.slice(0, mostRemarks), `and ${remarks.length - mostRemarks} remarks more`]

/** The event a component holds; tasks, journals and zones are no events and are passed over. */
function usable(
  component: Component,
  zoneFor: Parameters<typeof readEvent>[2],
  home: Zone,
  skipped: Skipped[],
): EventPart | null {
  const { line, trouble } = component
  if (trouble) {
    skipped.push({ line, reason: trouble })
    return null
  }
  if (component.name !== 'VEVENT') return null
  const read = readEvent(component.text, line, zoneFor, home)
  if ('reason' in read) {
    skipped.push({ line, reason: read.reason })
    return null
  }
  for (const reason of read.leftOut) skipped.push({ line, reason })
  return read.part
}
