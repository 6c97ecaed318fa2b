import type { PlanDue } from '../../../../plan/due.ts'
import type { Fix } from '../../../../plan/finding.ts'
import { lengthWords } from '../../../../plan/local.ts'
import type { DueOn } from '../../../../plan/owed.ts'
import { timeOutside } from '../../findings/words.ts'
import type { Message, Writer } from '../model.ts'
import { chaseNote, lateNote, shortNote } from './words.ts'

type About = Pick<PlanDue, 'title' | 'label' | 'dueAt' | 'contact'>

/** Letters go through headers: a title is one line. */
const oneLine = (title: string): string => title.replace(/\s+/g, ' ').trim().slice(0, 200)

/**
 * The note about work to whoever is owed it, or does it: one sentence of truth, and what happens instead. Null where there is
 * nobody to write to, or nothing to be late for. Nothing private is named.
 */
export const workLetterFor = (fix: Fix, due: About, writer: Writer, now: number): Message | null => {
  const { contact, dueAt } = due
  if (!contact || dueAt === null) return null
  const { ask, when, left, free } = fix.input
  const about = {
    what: due.label === 'private' ? null : oneLine(due.title),
    name: oneLine(contact.name),
    writer,
    due: outside(dueAt, contact.allDay, contact.dueZone ?? writer.zone),
    isPast: dueAt <= now,
    by: when === null || when === undefined ? null : byWords(when as DueOn),
  }
  const to = contact.address === null ? [] : [contact.address]
  if (ask === 'chase') return { to, ...chaseNote(about) }
  if (ask === 'late') return { to, ...lateNote(about) }
  if (ask !== 'short') return null
  return { to, ...shortNote(about, lengthWords(Number(left)), freeWords(Number(free))) }
}

const freeWords = (minutes: number): string => (minutes === 0 ? 'nothing is free' : `${lengthWords(minutes)} are free`)

const date = (at: Temporal.ZonedDateTime): string => {
  const [day] = timeOutside(at, at).split(',')
  return `${day} (${at.timeZoneId})`
}

const moment = (at: Temporal.ZonedDateTime): string => timeOutside(at, at).replace(/–[^ ]+ \(/, ' (')

/** A day that is due as it ends is said as that day. */
const outside = (ms: number, isDay: boolean, zone: string): string => {
  const at = Temporal.Instant.fromEpochMilliseconds(isDay ? ms - 1 : ms).toZonedDateTimeISO(zone)
  return isDay ? date(at) : moment(at)
}

const byWords = ({ dueOn, dueTime, zone }: DueOn): string => {
  const on = Temporal.PlainDate.from(dueOn)
  const at = on.toZonedDateTime({ timeZone: zone, plainTime: dueTime ?? '12:00' })
  return dueTime === null ? date(at) : moment(at)
}
