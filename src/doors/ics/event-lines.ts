import type { Answer, Invitee } from '../../plan/plan.ts'
import { type EventPart, instantOf, type Length, type When, zoneFor, zoneOfWhen } from '../../plan/series.ts'
import { asDay, asInstant, asWall, dayMs, hourMs, type Instant, minuteMs } from '../../plan/time.ts'
import { utc, type Zone } from '../../plan/zone.ts'
import { clockText, contentLine, escapeText, timeLine, timeParams, timeValue } from './content-line.ts'

/** The lines of a part, by property name; names that are absent have no lines. */
export type Lines = ReadonlyMap<string, readonly string[]>

/** `P1DT2H30M` (RFC 5545 §3.3.6). */
export function durationText({ days, ms }: Length): string {
  const parts: [number, string][] = [
    [Math.floor(ms / hourMs), 'H'],
    [Math.floor(ms / minuteMs) % 60, 'M'],
    [Math.floor(ms / 1000) % 60, 'S'],
  ]
  const time = parts
    .filter(([number]) => number > 0)
    .map(([number, unit]) => `${number}${unit}`)
    .join('')
  if (time === '') return days > 0 ? `P${days}D` : 'PT0S'
  return `P${days > 0 ? `${days}D` : ''}T${time}`
}

/** Where an event ends, in the zone its end is written in. */
export function endOf({ start, length, endZone }: EventPart, home: Zone): When {
  if (start.form === 'date') return { form: 'date', day: asDay(start.day + length.days) }
  const zone = zoneOfWhen(start, home)
  const end = asInstant(zone.toInstant(asWall(start.wall + length.days * dayMs)) + length.ms)
  if (endZone) return { form: 'zoned', wall: zoneFor(endZone).toWall(end), zone: endZone }
  if (start.form === 'floating') return { ...start, wall: asWall(start.wall + length.days * dayMs + length.ms) }
  return { ...start, wall: zone.toWall(end) }
}

/** A nominal length is written as a DURATION, any other as an end; nothing where the standard's own default says it. */
export function extentLine(part: EventPart, home: Zone): [name: string, line: string] | null {
  const { start, length } = part
  if (start.form === 'date') return length.days === 1 ? null : ['DTEND', timeLine('DTEND', endOf(part, home))]
  if (length.days === 0 && length.ms === 0 && !part.endZone) return null
  if (length.days > 0 || repeatsItsEnd(part, home)) return ['DURATION', `DURATION:${durationText(length)}`]
  return ['DTEND', timeLine('DTEND', endOf(part, home))]
}

/** An end in the second of two equal hours cannot be written as a clock reading: it would mean the first. */
const repeatsItsEnd = (part: EventPart, home: Zone): boolean => {
  if (part.start.form === 'floating') return false
  return instantOf(endOf(part, home), home) - instantOf(part.start, home) !== part.length.ms
}

const stampLine = (name: string, at: Instant | null) => (at === null ? [] : [`${name}:${clockText(utc.toWall(at))}Z`])

const partstat: Record<Answer, string> = {
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentative: 'TENTATIVE',
  'needs-action': 'NEEDS-ACTION',
}

const calAddress = (address: string) => (address.includes(':') ? address : `mailto:${address}`)

export const attendeeLine = ({ address, name, answer, required }: Invitee): string =>
  contentLine(
    'ATTENDEE',
    {
      ...(name === null ? {} : { CN: name }),
      PARTSTAT: partstat[answer],
      ...(required ? {} : { ROLE: 'OPT-PARTICIPANT' }),
    },
    calAddress(address),
  )

const textLine = (name: string, text: string) => (text === '' ? [] : [`${name}:${escapeText(text)}`])

/** EXDATE and RDATE: one line for all that share a form and a zone. */
function listLines(name: string, whens: readonly When[]): string[] {
  const groups = Map.groupBy(whens, (when) => JSON.stringify([timeParams(when), when.form]))
  return [...groups.values()].map((group) =>
    contentLine(name, timeParams(group[0] as When), group.map(timeValue).join(',')),
  )
}

function periodLine(start: When, length: Length): string {
  return contentLine('RDATE', { VALUE: 'PERIOD', ...timeParams(start) }, `${timeValue(start)}/${durationText(length)}`)
}

function recurrenceIdLines({ recurrenceId, thisAndFuture }: EventPart): string[] {
  if (!recurrenceId) return []
  const params = { ...(thisAndFuture ? { RANGE: 'THISANDFUTURE' } : {}), ...timeParams(recurrenceId) }
  return [contentLine('RECURRENCE-ID', params, timeValue(recurrenceId))]
}

const statusOf = ({ cancelled, tentative }: EventPart) =>
  cancelled ? ['STATUS:CANCELLED'] : tentative ? ['STATUS:TENTATIVE'] : []

function timeLines(part: EventPart, home: Zone): [string, string[]][] {
  const extent = extentLine(part, home)
  const dates = part.rdates.filter(({ length }) => length === null).map(({ start }) => start)
  const periods = part.rdates.flatMap(({ start, length }) => (length ? [periodLine(start, length)] : []))
  return [
    ['RECURRENCE-ID', recurrenceIdLines(part)],
    ['DTSTART', [timeLine('DTSTART', part.start)]],
    ['DTEND', extent?.[0] === 'DTEND' ? [extent[1]] : []],
    ['DURATION', extent?.[0] === 'DURATION' ? [extent[1]] : []],
    ['RRULE', part.rrules.map((rule) => `RRULE:${rule}`)],
    ['RDATE', [...listLines('RDATE', dates), ...periods]],
    ['EXDATE', listLines('EXDATE', part.exdates)],
  ]
}

function wordLines(part: EventPart): [string, string[]][] {
  const { place, organizer } = part
  return [
    ['SUMMARY', textLine('SUMMARY', part.title)],
    ['DESCRIPTION', textLine('DESCRIPTION', part.notes)],
    ['LOCATION', textLine('LOCATION', place?.name ?? '')],
    ['GEO', place?.geo ? [`GEO:${place.geo[0]};${place.geo[1]}`] : []],
    ['CONFERENCE', part.link === null ? [] : [contentLine('CONFERENCE', { VALUE: 'URI' }, part.link)]],
    ['STATUS', statusOf(part)],
    ['TRANSP', part.transparent ? ['TRANSP:TRANSPARENT'] : []],
    ['CLASS', part.label === 'private' ? ['CLASS:PRIVATE'] : []],
    ['CATEGORIES', part.categories.length === 0 ? [] : [`CATEGORIES:${part.categories.map(escapeText).join(',')}`]],
    ['ORGANIZER', organizer === null ? [] : [`ORGANIZER:${calAddress(organizer)}`]],
    ['ATTENDEE', part.people.map(attendeeLine)],
  ]
}

/** What a part says, as unfolded content lines. `home` is the zone for times that name none. */
export function linesOf(part: EventPart, home: Zone): Lines {
  return new Map<string, readonly string[]>([
    ['UID', [`UID:${escapeText(part.uid)}`]],
    ['SEQUENCE', part.sequence === 0 ? [] : [`SEQUENCE:${part.sequence}`]],
    ['DTSTAMP', stampLine('DTSTAMP', part.dtstamp)],
    ['CREATED', stampLine('CREATED', part.created)],
    ['LAST-MODIFIED', stampLine('LAST-MODIFIED', part.lastModified)],
    ...timeLines(part, home),
    ...wordLines(part),
  ])
}
