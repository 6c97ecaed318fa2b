import type { PlanSegment, SegmentEnd } from '../../../../plan/segment.ts'
import { dayText } from '../../../../plan/text.ts'
import { timeOutside } from '../../findings/words.ts'
import type { Message, Writer } from '../model.ts'
import { bookLetter, cancelLetter, changeLetter, confirmLetter, type SegmentAbout, type SegmentAsk } from './words.ts'

/** Times somebody outside is asked for, local to each end unless told. */
export type SegmentWanted = {
  readonly starts?: string | null
  readonly startZone?: string | null
  readonly ends?: string | null
  readonly endZone?: string | null
  readonly words?: string | null
}

type About = Pick<
  PlanSegment,
  'title' | 'kind' | 'label' | 'provider' | 'number' | 'confirmation' | 'name' | 'from' | 'to' | 'asked' | 'pickUp'
>

const letters = { book: bookLetter, change: changeLetter, cancel: cancelLetter, confirm: confirmLetter } as const

/** Letters go through headers: a title is one line. */
const oneLine = (title: string): string => title.replace(/\s+/g, ' ').trim().slice(0, 200)

const clock = (local: string, zone: string): string => {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime(zone)
  return timeOutside(at, at).replace(/–[^ ]+ \(/, ' (')
}

const dateOf = (day: number): string => {
  const at = Temporal.PlainDate.from(dayText(day as NonNullable<SegmentEnd['day']>)).toZonedDateTime('UTC')
  return timeOutside(at, at).split(',')[0] ?? ''
}

const endOutside = ({ at, zone, day }: SegmentEnd): string | null => {
  if (at !== null && zone !== null) {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
    return timeOutside(there, there).replace(/–[^ ]+ \(/, ' (')
  }
  return day === null ? null : dateOf(day)
}

const both = (...parts: readonly (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== '')
  return said.length === 0 ? null : said.join(' to ')
}

const wantedAt = (
  local: string | null | undefined,
  zone: string | null | undefined,
  end: SegmentEnd,
): string | null => {
  if (!local) return null
  const where = zone ?? end.zone
  return where === null ? local.replace('T', ', ').slice(0, 17) : clock(local, where)
}

/** What is wanted, in words: other times, and whatever else was said. */
export function wantedOutside({ from, to }: Pick<About, 'from' | 'to'>, wanted: SegmentWanted): string | null {
  const times = both(wantedAt(wanted.starts, wanted.startZone, from), wantedAt(wanted.ends, wanted.endZone, to))
  const said = [times, wanted.words ?? null].filter((part) => part !== null && part !== '')
  return said.length === 0 ? null : said.join('; ')
}

/** A title somebody gave is the desk's own word for it: of what is private whoever holds it is told what they know already. */
const nameOf = (segment: About): string =>
  segment.label === 'private'
    ? (segment.number ?? `our ${segment.kind === 'stay' ? 'stay' : 'booking'}`)
    : oneLine(segment.title)

/** A letter that asks for a part of a trip to be booked, changed, called off or confirmed; addressed by name, as nobody knows more. */
export const segmentLetter = (
  ask: SegmentAsk,
  segment: About,
  wanted: SegmentWanted | null,
  writer: Writer,
): Message => {
  const about: SegmentAbout = {
    to: segment.provider === null ? null : oneLine(segment.provider),
    writer,
    what: nameOf(segment),
    reference: segment.confirmation,
    traveller: segment.name,
    times: both(endOutside(segment.from), endOutside(segment.to)),
    wanted: (wanted && wantedOutside(segment, wanted)) ?? (ask === 'change' ? null : (segment.asked?.words ?? null)),
    pickUp: segment.pickUp,
  }
  return { to: segment.provider === null ? [] : [segment.provider], ...letters[ask](about) }
}
