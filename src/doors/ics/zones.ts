import { dayFrom } from '../../plan/civil.ts'
import type { OwnOffsets, WrittenZone } from '../../plan/series.ts'
import { instantText } from '../../plan/text.ts'
import { asInstant, asWall, dayMs, type Instant, midnight, minuteMs, type Wall } from '../../plan/time.ts'
import { type Zone, zoneFromOffsets, zoneOf } from '../../plan/zone.ts'
import type { Component } from './scan.ts'
import { atOnce, type Steps } from './slices.ts'
import { namesOf, offsetsOf } from './vtimezone.ts'
import type { ZoneFor } from './when.ts'
import { likelyZones, zoneByName } from './zone-names.ts'

export type Zones = {
  /** An IANA name for a name by itself, as in X-WR-TIMEZONE. */
  readonly known: (name: string) => string | null
  /** Which zone a TZID means in the file's n-th calendar; null where nothing in the file or in IANA says. */
  readonly zoneIn: (calendar: number) => ZoneFor
  /** What had to be guessed, and where a definition contradicts its name. Ask after reading. */
  readonly remarks: () => string[]
  /** The first VTIMEZONE of each TZID, as written. */
  readonly written: ReadonlyMap<string, string>
}

type Stretch = { readonly from: Wall; readonly to: Wall }

/** Months since January of the year 0. */
type Range = { first: number; last: number }

const nothing: Range = { first: 120_000, last: 0 }
const ever: Range = { first: 2020 * 12, last: 2030 * 12 }

const monthStart = (month: number): Wall => {
  const within = Math.min(Math.max(month, 12), 9999 * 12)
  return midnight(dayFrom(Math.floor(within / 12), (within % 12) + 1, 1))
}

const stretchOf = ({ first, last }: Range): Stretch => ({ from: monthStart(first), to: monthStart(last + 1) })

const datesWritten = /^(?:DTSTART|DTEND|RDATE|RECURRENCE-ID)(?:"[^"\r\n]{0,200}"|[^":\r\n]){0,300}:(\d{4})(\d{2})/gim
const zonesWritten = /;TZID=(?:"([^"\r\n]{1,200})"|([^;:"\r\n]{1,200}))/gi

const monthOf = (year: string | undefined, month: string | undefined) => Number(year) * 12 + Number(month) - 1

/** The months an event's own dates lie in; a rule without end is followed for two years, any other for at most 50. */
function rangeOf(text: string): Range {
  const range = { ...nothing }
  for (const [, year, month] of text.matchAll(datesWritten)) {
    range.first = Math.min(range.first, monthOf(year, month))
    range.last = Math.max(range.last, monthOf(year, month))
  }
  const until = /^RRULE.*UNTIL=(\d{4})(\d{2})/im.exec(text)
  if (until) range.last = Math.max(range.last, Math.min(monthOf(until[1], until[2]), range.first + 600))
  else if (/^RRULE/im.test(text)) range.last += 24
  return range
}

/** The months in which each TZID's events lie. Reads each event once. */
function* rangesOf(components: readonly Component[]): Steps<ReadonlyMap<string, Range>> {
  const ranges = new Map<string, Range>()
  for (const { name, text } of components) {
    yield text.length / 4
    if (name !== 'VEVENT' || !text.includes('TZID=')) continue
    const { first, last } = rangeOf(text)
    for (const tzid of new Set([...text.matchAll(zonesWritten)].map((found) => found[1] ?? found[2] ?? ''))) {
      const known = ranges.get(tzid) ?? nothing
      ranges.set(tzid, { first: Math.min(known.first, first), last: Math.max(known.last, last) })
    }
  }
  return ranges
}

/** Instants at which two zones with different rules would show it: around each change, and every tenth day. */
function samples(own: OwnOffsets, { from, to }: Stretch): Instant[] {
  const inside = own.changes.flatMap(([at]) => [at - 1, at + 1]).filter((at) => at >= from && at < to)
  const step = Math.max(10 * dayMs, (to - from) / 500)
  for (let at: number = from; at < to; at += step) inside.push(at)
  return inside.slice(0, 2000).map(asInstant)
}

/** Comparing a definition with IANA's costs milliseconds; a file with more definitions than this is not of people's making. */
const mostComparisons = 200

/** The first instant at which two zones show different times; null where they agree. */
const difference = (a: Zone, b: Zone, at: readonly Instant[]): Instant | null =>
  at.find((each) => a.offsetAt(each) !== b.offsetAt(each)) ?? null

/** The first zone with the same offsets over a stretch, by what its name makes likely. */
function sameOffsets(written: string, own: OwnOffsets, stretch: Stretch): string | null {
  const [file, at] = [zoneFromOffsets('file', own), samples(own, stretch)]
  return (
    likelyZones(written).find((name) => {
      const zone = zoneOf(name)
      return zone !== null && difference(zone, file, at) === null
    }) ?? null
  )
}

/** `UTC+01`, `GMT -0500`, `(UTC-05:00) Eastern Time`. */
function fixedOffset(written: string): OwnOffsets | null {
  const parts = /^\(?\s*(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?:[:.]?(\d\d))?(?:\)|\s*$)/i.exec(written)
  if (!parts) return null
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0)
  return minutes > 18 * 60 ? null : { before: (parts[1] === '-' ? -1 : 1) * minutes * minuteMs || 0, changes: [] }
}

class FileZones {
  readonly definitions = new Map<string, string>()
  readonly remarks = new Set<string>()
  private readonly found = new Map<string, WrittenZone | null>()
  private readonly ranges: ReadonlyMap<string, Range>
  private comparisons = 0

  constructor(components: readonly Component[], ranges: ReadonlyMap<string, Range>) {
    this.ranges = ranges
    for (const { name, text, calendar, trouble } of components) {
      if (name !== 'VTIMEZONE' || trouble) continue
      const { tzid } = namesOf(text)
      for (const key of [`${calendar} ${tzid}`, `any ${tzid}`])
        if (tzid !== '' && !this.definitions.has(key)) this.definitions.set(key, text)
    }
  }

  zone(tzid: string, calendar: number): WrittenZone | null {
    const own = this.definitions.get(`${calendar} ${tzid}`)
    const key = own === undefined ? `any ${tzid}` : `${calendar} ${tzid}`
    const before = this.found.get(key)
    if (before !== undefined) return before
    const zone = this.resolve(tzid, own ?? this.definitions.get(`any ${tzid}`) ?? null)
    this.found.set(key, zone)
    return zone
  }

  private resolve(tzid: string, definition: string | null): WrittenZone | null {
    const written = tzid.slice(0, 200)
    const name = zoneByName(tzid) ?? (definition === null ? null : zoneByName(namesOf(definition).location))
    if (name) {
      if (definition !== null) this.compare(written, name, definition)
      return { written, name, own: null }
    }
    return definition === null ? this.nameOnly(written) : this.guess(written, definition)
  }

  /** A name without definition may still say its distance from UTC. */
  private nameOnly(written: string): WrittenZone | null {
    const own = fixedOffset(written)
    if (!own) return this.unknown(written)
    this.remarks.add(`Zone guessed: nothing defines “${written}”; it was read as a fixed distance from UTC`)
    return { written, name: null, own }
  }

  private unknown(written: string): null {
    this.remarks.add(`Nothing says which zone “${written}” is; its times were read in the calendar's own zone`)
    return null
  }

  private rangeOf(written: string): Range {
    const range = this.ranges.get(written)
    return range && range.first <= range.last ? range : ever
  }

  /** What agrees for a year before and after too is surer than what agrees on a few days. */
  private guess(written: string, definition: string): WrittenZone | null {
    const { first, last } = this.rangeOf(written)
    const wide = stretchOf({ first: first - 12, last: last + 12 })
    const own = offsetsOf(definition, wide.from, monthStart(last + 120))
    if (!own) return this.unknown(written)
    const mayCompare = ++this.comparisons <= mostComparisons
    const same = (stretch: Stretch) => (mayCompare ? sameOffsets(written, own, stretch) : null)
    const name = same(wide) ?? same(stretchOf({ first, last }))
    if (name) this.remarks.add(`Zone guessed: “${written}” has the same offsets as ${name}`)
    else this.remarks.add(`Zone guessed: “${written}” is like no known zone; the file's own offsets were used`)
    return { written, name, own: name ? null : own }
  }

  /** A well-known name says more than a copy of its rules that may be old or wrong. */
  private compare(written: string, name: string, definition: string) {
    if (++this.comparisons > mostComparisons) return
    const stretch = stretchOf(this.rangeOf(written))
    const own = offsetsOf(definition, asWall(stretch.from - 400 * dayMs), asWall(stretch.to + 400 * dayMs))
    const zone = zoneOf(name)
    const at = own && zone && difference(zone, zoneFromOffsets('file', own), samples(own, stretch))
    if (at === null) return
    const day = instantText(at).slice(0, 10)
    this.remarks.add(
      `The file's own rules for “${written}” are not those of ${name} (${day}, for one); ${name} was used`,
    )
  }
}

/** The zones of one file: IANA names, else CLDR's Windows names, else what its VTIMEZONE amounts to (see the design, “Time”). */
export const zonesIn = (components: readonly Component[]): Zones => atOnce(readZones(components))

/** The same, in steps. */
export function* readZones(components: readonly Component[]): Steps<Zones> {
  const defines = components.some(({ name }) => name === 'VTIMEZONE')
  const zones = new FileZones(components, defines ? yield* rangesOf(components) : new Map())
  return {
    known: zoneByName,
    zoneIn: (calendar) => (tzid) => zones.zone(tzid, calendar),
    remarks: () => [...zones.remarks],
    written: new Map(
      [...zones.definitions].filter(([key]) => key.startsWith('any ')).map(([key, text]) => [key.slice(4), text]),
    ),
  }
}
