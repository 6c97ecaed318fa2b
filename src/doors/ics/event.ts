import { createHash } from 'node:crypto'
import type { Label, PlaceRef } from '../../plan/plan.ts'
import type { EventPart } from '../../plan/series.ts'
import type { Zone } from '../../plan/zone.ts'
import { type Given, stamp, timesOf } from './event-times.ts'
import { actedForIn, inviteesOf, organizerOf } from './invitees.ts'
import { linkOf, placeName } from './links.ts'
import { all, type Content, contentOf, first, paramOf, rawValues, textOf } from './property.ts'
import type { ZoneFor } from './when.ts'

/** What came of one VEVENT: a part, or the reason it cannot be used; and what of it was left out. */
export type ReadEvent = { readonly part: EventPart; readonly leftOut: readonly string[] } | { readonly reason: string }

/** Properties a part is made of; every other name is listed as kept. */
const used = new Set(
  `UID RECURRENCE-ID SEQUENCE LAST-MODIFIED DTSTAMP CREATED DTSTART DTEND DURATION RRULE RDATE EXDATE STATUS TRANSP
   SUMMARY DESCRIPTION LOCATION GEO ORGANIZER ATTENDEE CLASS CATEGORIES CONFERENCE X-GOOGLE-CONFERENCE
   X-MICROSOFT-SKYPETEAMSMEETINGURL`.split(/\s+/),
)

/** No place has a longer name. */
const longestLocation = 2000

function placeOf(content: Content, location: string): PlaceRef | null {
  const geo = /^\s*([+-]?\d+(?:\.\d+)?)\s*;\s*([+-]?\d+(?:\.\d+)?)\s*$/.exec(rawValues(content, 'GEO')[0] ?? '')
  const [north, east] = [Number(geo?.[1] ?? Number.NaN), Number(geo?.[2] ?? Number.NaN)]
  const known = Math.abs(north) <= 90 && Math.abs(east) <= 180
  const name = placeName(location)
  if (!known) return name === '' ? null : { name, geo: null }
  return { name: name || `${north}, ${east}`, geo: [north, east] }
}

function labelOf(content: Content): Label | null {
  const said = textOf(first(content, 'CLASS')).toUpperCase()
  return said === '' || said === 'PUBLIC' ? null : 'private'
}

function isTransparent(content: Content): boolean {
  const said = textOf(first(content, 'TRANSP')).toUpperCase()
  return said === ''
    ? textOf(first(content, 'X-MICROSOFT-CDO-BUSYSTATUS')).toUpperCase() === 'FREE'
    : said === 'TRANSPARENT'
}

/** An event without a UID gets one from its content, the same each time the file is read. */
export const uidFor = (text: string): string => `no-uid-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`

const keptIn = (content: Content): string[] =>
  [...content.lines.keys(), ...content.inside].filter((name) => !used.has(name)).sort()

/** What it is about, who comes, and where: everything that is no time. */
function wordsOf(content: Content) {
  const location = textOf(first(content, 'LOCATION')).slice(0, longestLocation)
  const notes = textOf(first(content, 'DESCRIPTION'))
  const status = textOf(first(content, 'STATUS')).toUpperCase()
  const sentBy = actedForIn(content)
  return {
    cancelled: status === 'CANCELLED',
    tentative: status === 'TENTATIVE',
    transparent: isTransparent(content),
    title: textOf(first(content, 'SUMMARY')),
    notes,
    place: placeOf(content, location),
    link: linkOf(content, location, notes),
    organizer: organizerOf(content),
    people: inviteesOf(content),
    ...(sentBy.length > 0 && { sentBy }),
    label: labelOf(content),
    categories: all(content, 'CATEGORIES').flatMap((each) => each.values.filter((value) => typeof value === 'string')),
    kept: keptIn(content),
  }
}

/**
 * One VEVENT as a value (RFC 5545 §3.6.1). `home` is the zone for times that name none. Refuses, with the reason,
 * an event whose time is missing, unreadable or backwards; a date in a list that cannot be read is left out and said.
 */
export function readEvent(text: string, line: number, zoneFor: ZoneFor, home: Zone): ReadEvent {
  const content = contentOf(text)
  const given: Given = { content, zoneFor, home, leftOut: [] }
  const times = timesOf(given)
  if (typeof times === 'string') return { reason: times }
  const range = first(content, 'RECURRENCE-ID')
  const part: EventPart = {
    uid: textOf(first(content, 'UID')) || uidFor(text),
    line,
    thisAndFuture: range !== null && paramOf(range, 'range').toUpperCase() === 'THISANDFUTURE',
    sequence: Math.max(0, Number.parseInt(rawValues(content, 'SEQUENCE')[0] ?? '0', 10) || 0),
    lastModified: stamp(given, 'LAST-MODIFIED'),
    dtstamp: stamp(given, 'DTSTAMP'),
    created: stamp(given, 'CREATED'),
    ...times,
    ...wordsOf(content),
  }
  return { part, leftOut: given.leftOut }
}
