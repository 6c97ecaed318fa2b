import { datesUidOf, uidOf } from '../../desk/travel/itinerary/marks/model.ts'
import type { EntryView, ItineraryView, Moment } from '../../desk/travel/itinerary/model.ts'
import type { EventPart, When } from '../../plan/series.ts'
import { dayFromText, wallFromText } from '../../plan/text.ts'
import { asInstant, type Instant } from '../../plan/time.ts'
import { utc, zoneOf } from '../../plan/zone.ts'
import { replaceLines, writeEvent } from '../ics/write.ts'
import { writeFile } from '../ics/write-file.ts'

/** A calendar file of a version of an itinerary, made of that version alone: what is not in it is in no file of it. */
export type Filed = { readonly page: ItineraryView; readonly home: string; readonly at: Temporal.Instant }

/**
 * Every part that has a time or a date, as VEVENTs: each end on the clocks of its own place, the same UID for the same part each
 * time and a SEQUENCE that grows with it (RFC 5545 §3.8.7.4), so that a calendar that has it already moves it. With dates
 * alone, one all-day event of the trip. Null where nothing has a time.
 */
export function fileOf({ page, home, at }: Filed, tripKey: string): string | null {
  const stamp = asInstant(at.epochMilliseconds)
  const parts =
    page.shows === 'dates'
      ? daysOf(page, tripKey, stamp)
      : page.entries.flatMap((entry) => partOf(entry, page, stamp) ?? [])
  return parts.length === 0 ? null : written(parts, page.title, home)
}

/** One part alone; null where there is no such part in this version, or it has no time. */
export function entryFile({ page, home, at }: Filed, id: string): string | null {
  const entry = page.entries.find((one) => one.id === id)
  const part = entry ? partOf(entry, page, asInstant(at.epochMilliseconds)) : null
  return part === null ? null : written([part], entry?.title ?? '', home)
}

function written(parts: readonly EventPart[], name: string, home: string): string {
  const zone = zoneOf(home) ?? utc
  const components = parts.map((part) => sure(part, writeEvent(part, zone)))
  return writeFile({ name, home, components, timezones: new Map() })
}

/** That something is certain is said in so many words: a calendar that had it as tentative keeps that otherwise. */
const sure = ({ cancelled, tentative }: EventPart, text: string): string =>
  cancelled || tentative ? text : replaceLines(text, new Map([['STATUS', ['STATUS:CONFIRMED']]]))

const nothing = {
  line: 0,
  recurrenceId: null,
  thisAndFuture: false,
  lastModified: null,
  created: null,
  endZone: null,
  rrules: [],
  rdates: [],
  exdates: [],
  cancelled: false,
  tentative: false,
  transparent: false,
  notes: '',
  place: null,
  link: null,
  organizer: null,
  people: [],
  label: null,
  categories: [],
  kept: [],
} satisfies Partial<EventPart>

/** A day that ends with its last one: DTEND of a date is the day behind it (RFC 5545 §3.6.1). */
function daysOf(page: ItineraryView, key: string, dtstamp: Instant): EventPart[] {
  const [first, last] = [dayFromText(page.from ?? ''), dayFromText(page.until ?? '')]
  if (first === null || last === null) return []
  const uid = datesUidOf(key, page.for)
  const start: When = { form: 'date', day: first }
  const length = { days: last - first + 1, ms: 0 }
  return [{ ...nothing, uid, sequence: 0, dtstamp, start, length, title: page.title, transparent: true }]
}

function partOf(entry: EntryView, page: ItineraryView, dtstamp: Instant): EventPart | null {
  const times = timesOf(entry)
  if (times === null) return null
  const place = entry.from.places.join(', ')
  return {
    ...nothing,
    ...times,
    uid: uidOf(entry.id, page.for),
    sequence: entry.version,
    dtstamp,
    title: entry.title,
    notes: notesOf(entry),
    place: place === '' ? null : { name: place, geo: null },
    cancelled: entry.state === 'off',
    tentative: entry.state === 'unsure',
    transparent: entry.kind === 'stay',
  }
}

type Times = Pick<EventPart, 'start' | 'length' | 'endZone'>

/** From where it begins to where it ends, each on its own clocks; by the day where only that is known of both. */
function timesOf({ from, to }: EntryView): Times | null {
  if (from.at !== null) {
    const [start, end] = [
      Temporal.ZonedDateTime.from(from.at),
      to.at === null ? null : Temporal.ZonedDateTime.from(to.at),
    ]
    const ms = end === null ? 0 : end.epochMilliseconds - start.epochMilliseconds
    if (ms < 0) return null
    const other = end !== null && end.timeZoneId !== start.timeZoneId ? end.timeZoneId : null
    return { start: whenOf(start), length: { days: 0, ms }, endZone: other === null ? null : zoneAs(other) }
  }
  const [first, last] = [from.on, to.on ?? to.at?.slice(0, 10) ?? from.on].map((on) => dayFromText(on ?? ''))
  if (first === null || first === undefined || last === null || last === undefined || last < first) return null
  return { start: { form: 'date', day: first }, length: { days: Math.max(1, last - first), ms: 0 }, endZone: null }
}

const zoneAs = (name: string) => ({ written: name, name, own: null })
const whenOf = (at: Temporal.ZonedDateTime): When => {
  const wall = wallFromText(at.toPlainDateTime().toString({ smallestUnit: 'second' }))
  if (wall === null) throw new Error('a time of a year that no calendar has')
  return { form: 'zoned', wall, zone: zoneAs(at.timeZoneId) }
}

const endWords = (name: string, { words, elsewhere, places }: Moment): string[] => {
  const said = [...(words === null ? [] : [elsewhere === null ? words : `${words} = ${elsewhere}`]), ...places]
  return said.length === 0 ? [] : [`${name}: ${said.join(', ')}`]
}

const notesOf = (entry: EntryView): string =>
  [
    entry.stateName,
    ...endWords('From', entry.from),
    ...endWords('To', entry.to),
    ...entry.facts.map(({ name, words }) => `${name}: ${words}`),
  ].join('\n')
