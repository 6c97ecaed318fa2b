import type { PlanDue } from '../../../plan/due.ts'
import type { Fix } from '../../../plan/finding.ts'
import type { MoveTo } from '../../../plan/moves.ts'
import type { PlanItem } from '../../../plan/plan.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import { dateOutside, timeOutside } from '../findings/words.ts'
import type { FindingView } from '../model.ts'
import { answerLetter, chaseLetter, lateLetter, otherTimeLetter, placeLetter } from './words.ts'

export type Message = NonNullable<FindingView['fixes'][number]['message']>

/** Who writes, for whom, and on whose clocks an item without a zone is read. */
export type Writer = { readonly name: string; readonly executive: string; readonly zone: string }

/**
 * What to say to those outside whom a fix must ask. Nothing private leaves the desk: a private item has no title in it,
 * and no letter says what else is on.
 */
export const messageFor = (fix: Fix, item: PlanItem, writer: Writer): Message => {
  const only = new Set(Array.isArray(fix.input.to) ? fix.input.to : item.people.map((person) => person.address))
  const to = item.people.filter((person) => only.has(person.address) && person.answer !== 'declined')
  const about = {
    title: item.label === 'private' ? null : oneLine(item.title),
    ...timesOf(item, writer.zone),
    writer,
    to,
  }
  if (fix.input.ask === 'answer') return answerLetter(about)
  if (fix.input.ask === 'place') return placeLetter(about)
  return otherTimeLetter({ ...about, wanted: wantedOf(fix.input.when as MoveTo, writer.zone) })
}

type DueAsked = Pick<PlanDue, 'title' | 'label' | 'dueAt' | 'contact'>

/**
 * What to say about something due to whoever is owed it or owes it; null where that is nobody outside. The time stands on
 * both clocks where theirs is known and reads otherwise.
 */
export const dueLetterFor = (ask: 'chase' | 'late', due: DueAsked, writer: Writer, now: number): Message | null => {
  const { contact } = due
  if (contact === undefined) return null
  const about = {
    what: due.label === 'private' ? null : oneLine(due.title),
    name: contact.name,
    // Nobody writes to the executive in the executive's own name.
    writer: contact.name === writer.executive ? { ...writer, executive: writer.name } : writer,
    due: due.dueAt === null ? null : dueOutside(due.dueAt, contact, writer.zone),
    isPast: due.dueAt !== null && due.dueAt < now,
    asked: contact.asked,
  }
  const to = contact.address === null ? [] : [contact.address]
  return { to, ...(ask === 'late' ? lateLetter(about) : chaseLetter(about)) }
}

const dueOutside = (at: number, contact: NonNullable<PlanDue['contact']>, here: string): string => {
  const ours = zoned(at, contact.dueZone ?? here)
  if (contact.allDay) return dateOutside(ours)
  const moment = (when: Temporal.ZonedDateTime) => timeOutside(when, when).replace(/–[^ ]+ \(/, ' (')
  const differs =
    contact.zone !== null &&
    (zoneOf(contact.zone) ?? utc).offsetAt(at as never) !== (zoneOf(ours.timeZoneId) ?? utc).offsetAt(at as never)
  return contact.zone !== null && differs ? `${moment(ours)} = ${moment(zoned(at, contact.zone))}` : moment(ours)
}

/** Letters go through headers: a title is one line. */
const oneLine = (title: string): string => title.replace(/\s+/g, ' ').trim().slice(0, 200)

type Times = { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }

const zoned = (ms: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)

/** In the zone the meeting was written in, which is the one its people know. */
const timesOf = (item: PlanItem, here: string): Times => ({
  start: zoned(item.span.start, item.zone ?? here),
  end: zoned(item.span.end, item.endZone ?? item.zone ?? here),
})

const wantedOf = (when: MoveTo, here: string): Times => {
  const zone = when.zone ?? here
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone)
  return { start: at(when.start), end: at(when.end) }
}
