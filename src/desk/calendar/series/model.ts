import { Clock, type Occurrence, occurrencesOf } from '../../../plan/occurrences.ts'
import type { Label } from '../../../plan/plan.ts'
import { type EventPart, instantOf, type Series, type When, wallOf } from '../../../plan/series.ts'
import { dayFromText, wallFromText } from '../../../plan/text.ts'
import { asInstant, type Day, dayMs, dayOf } from '../../../plan/time.ts'
import type { Zone } from '../../../plan/zone.ts'

/** What the desk itself says of a part. A file never changes it. */
export type Said = {
  /** How often it was moved to another time. */
  readonly moves: number
  /** The kind of meeting, corrected by hand; null: guessed. */
  readonly kind: string | null
  /** Null: as the file or else the calendar says. */
  readonly saidLabel: Label | null
  /** Members who may read it though it is private; none: those its calendar names. */
  readonly readers: readonly string[]
  /** What those are told who may not read it, in the place of its title; null: nothing. It is not the truth, and not secret. */
  readonly publicReason: string | null
  /** Which of these the desk wrote. */
  readonly own: readonly Own[]
}
export type Own = 'notes' | 'link'

/** The component a part came from, as a file or the desk wrote it last, and as it was imported last. */
export type Written = { readonly text: string | null; readonly imported: string | null }

/** One VEVENT's worth of an event at the desk: the master, a single event, or one changed occurrence. */
export type Part = EventPart & Said & Written

type WordName =
  | 'title'
  | 'notes'
  | 'place'
  | 'link'
  | 'organizer'
  | 'people'
  | 'sentBy'
  | 'categories'
  | 'kept'
  | 'kind'

/** What somebody who may see that the executive is busy may know of a part. */
export type PartTimes = Omit<Part, WordName | keyof Written | 'uid' | 'line'> & { readonly declined: boolean }
/** What a part is about. */
export type PartWords = Pick<Part, WordName>

/** An event as the desk keeps it: everything one calendar says under one UID. */
export type KeptEvent = {
  readonly id: string
  readonly calendarId: string
  readonly uid: string
  readonly parts: readonly Part[]
}
export type VersionedEvent = KeptEvent & { readonly version: number }

export const nothingSaid: Said & Written = {
  moves: 0,
  kind: null,
  saidLabel: null,
  readers: [],
  publicReason: null,
  own: [],
  text: null,
  imported: null,
}

export const partTimes = (part: Part, addresses: readonly string[]): PartTimes => {
  const {
    title,
    notes,
    place,
    link,
    organizer,
    people,
    sentBy,
    categories,
    kept,
    kind,
    uid,
    line,
    text,
    imported,
    ...times
  } = part
  return { ...times, declined: people.some((one) => one.answer === 'declined' && addresses.includes(one.address)) }
}

export const partWords = ({
  title,
  notes,
  place,
  link,
  organizer,
  people,
  sentBy,
  categories,
  kept,
  kind,
}: PartWords): PartWords => ({
  title,
  notes,
  place,
  link,
  organizer,
  people,
  ...(sentBy && { sentBy }),
  categories,
  kept,
  kind,
})

/** In the place of words a reader may not have. */
export const noWords: PartWords = {
  title: '',
  notes: '',
  place: null,
  link: null,
  organizer: null,
  people: [],
  categories: [],
  kept: [],
  kind: null,
}

const unwritten: Written = { text: null, imported: null }

/** What was kept before these could be said. */
const unsaid = { readers: [], publicReason: null, kind: null }

export const partFrom = (uid: string, times: PartTimes, words: PartWords, written: Written = unwritten): Part => {
  const { declined, ...own } = times
  return { uid, line: 0, ...unsaid, ...own, ...words, ...written }
}

/** It takes time: it is not transparent, cancelled or declined. */
export const takesTime = ({ transparent, cancelled, declined }: PartTimes): boolean =>
  !transparent && !cancelled && !declined

export const masterOf = ({ parts }: Pick<KeptEvent, 'parts'>): Part | null =>
  parts.find((part) => part.recurrenceId === null) ?? null

export const overridesOf = ({ parts }: Pick<KeptEvent, 'parts'>): Part[] =>
  parts.filter((part) => part.recurrenceId !== null)

/** The master, or the part that stands for a series whose master is missing. */
export const headOf = (event: Pick<KeptEvent, 'parts'>): Part => {
  const head = masterOf(event) ?? event.parts[0]
  if (!head) throw new Error('an event without parts')
  return head
}

export const seriesOf = (event: Pick<KeptEvent, 'uid' | 'parts'>): Series => ({
  uid: event.uid,
  master: masterOf(event),
  overrides: overridesOf(event),
})

/** Whether it happens more than once, or one of its times has an identity of its own. */
export const repeats = (event: Pick<KeptEvent, 'parts'>): boolean => {
  const master = masterOf(event)
  return master === null || event.parts.length > 1 || master.rrules.length > 0 || master.rdates.length > 0
}

/** The clock its recurrence ids are read on. */
export const clockOf = (event: Pick<KeptEvent, 'parts'>, home: Zone): Clock => {
  const head = headOf(event)
  return new Clock(head.recurrenceId ?? head.start, home)
}

/** The original start of a part on its series' own clock; null for a master. */
export const idOf = (event: Pick<KeptEvent, 'parts'>, part: EventPart, home: Zone): string | null => {
  if (part.recurrenceId === null) return null
  const clock = masterOf(event) ? clockOf(event, home) : new Clock(part.recurrenceId, home)
  return clock.text(clock.wall(part.recurrenceId))
}

/** A recurrence id as the desk writes it (`2026-03-02T09:00:00` or a date), on the series' clock; null when it is neither. */
export const whenOfId = (event: Pick<KeptEvent, 'parts'>, id: string, home: Zone): When | null => {
  const clock = clockOf(event, home)
  const day = dayFromText(id)
  if (day !== null) return { form: 'date', day }
  const wall = wallFromText(id)
  return wall === null ? null : clock.at(wall)
}

/** The occurrence a recurrence id names; null where the series has none there. */
export const occurrenceAt = (event: KeptEvent, id: string, home: Zone) => {
  const when = whenOfId(event, id, home)
  if (when === null) return null
  const [at, clock] = [instantOf(when, home), clockOf(event, home)]
  const far = Math.max(
    ...event.parts.map(({ start, length, recurrenceId }) =>
      Math.max(length.days * dayMs + length.ms, recurrenceId ? Math.abs(wallOf(start) - clock.wall(recurrenceId)) : 0),
    ),
  )
  const window = { start: asInstant(at - far - 2 * dayMs), end: asInstant(at + far + 2 * dayMs) }
  const { occurrences } = occurrencesOf(seriesOf(event), window, home, at)
  return occurrences.find((one) => one.recurrenceId === id) ?? null
}

export type Extremes = { readonly first: Day; readonly last: Day | null }

/** The first and the last date anything of an event can touch, with a day to spare for any zone; last is null without end. */
export const extremesOf = (event: Pick<KeptEvent, 'parts'>): Extremes => {
  const touched = event.parts.flatMap((part) => {
    const days = part.length.days + Math.ceil(part.length.ms / dayMs) + 2
    const starts = [part.start, ...part.rdates.map(({ start }) => start)].map((when) => dayOf(wallOf(when)))
    const longest = part.rdates.reduce(
      (most, { length }) => Math.max(most, length ? length.days + Math.ceil(length.ms / dayMs) + 2 : 0),
      days,
    )
    return starts.map((day) => [day - 2, day + longest] as const)
  })
  const endless = event.parts.some((part) => part.rrules.length > 0 || part.thisAndFuture)
  const last = endless ? lastRuled(event) : null
  return {
    first: Math.min(...touched.map(([from]) => from)) as Day,
    last: endless && last === null ? null : (Math.max(last ?? 0, ...touched.map(([, to]) => to)) as Day),
  }
}

/** An UNTIL bounds a rule; a COUNT does too, but finding where would cost more than it saves. */
const lastRuled = (event: Pick<KeptEvent, 'parts'>): Day | null => {
  const master = masterOf(event)
  if (!master || event.parts.some((part) => part.thisAndFuture)) return null
  const ends = master.rrules.map((rule) => /(?:^|;)UNTIL=(\d{4})(\d\d)(\d\d)/i.exec(rule))
  const days = ends.map((end) => (end ? dayFromText(`${end[1]}-${end[2]}-${end[3]}`) : null))
  if (days.some((day) => day === null)) return null
  const length = master.length.days + Math.ceil(master.length.ms / dayMs) + 2
  return Math.max(...days.map((day) => (day ?? 0) + length)) as Day
}

/** The first occurrence a series has; one whose every date is excepted is shown by its start. */
export const firstOccurrence = (event: KeptEvent, home: Zone): Occurrence => {
  const head = headOf(event)
  const start = instantOf(head.recurrenceId ?? head.start, home)
  for (const years of [1, 30, 8000]) {
    const window = { start: asInstant(start - 366 * dayMs), end: asInstant(start + years * 366 * dayMs) }
    const { occurrences } = occurrencesOf(seriesOf(event), window, home, start)
    if (occurrences[0]) return occurrences[0]
  }
  const alone = { ...head, rrules: [], rdates: [], exdates: [] }
  const always = { start: asInstant(-Number.MAX_SAFE_INTEGER), end: asInstant(Number.MAX_SAFE_INTEGER) }
  const { occurrences } = occurrencesOf({ uid: event.uid, master: alone, overrides: [] }, always, home, start)
  return occurrences[0] as Occurrence
}
