import * as z from 'zod'
import { type Board, defaultBoards, memberKinds, wider } from '../authority/board/model.ts'
import { dateText, zonedText } from '../shapes.ts'

/** What somebody who covers may do for those days, unless it is agreed otherwise: they act and tell, and spend nothing. */
export const coverBoard: Board = {
  areas: {
    calendar: 'tell',
    mail: 'propose',
    travel: 'propose',
    people: 'see',
    money: 'none',
    partnership: 'none',
    desk: 'tell',
  },
  send: 'known',
  spend: null,
  move: ['board', 'personal'],
  private: 'none',
}

/** The board that a cover would have: what may not be given needs another giver. */
export const boardOfCover = (own: Board = defaultBoards.cover, added: Board = coverBoard): Board => wider(own, added)

/** Dates by the desk's own clock: from the first instant of the first day to the last of the last; today begins now. */
export function spanOf(
  { fromOn, toOn }: { fromOn: string | null; toOn: string | null },
  now: Temporal.ZonedDateTime,
): { from: Temporal.Instant; until: Temporal.Instant } {
  const zone = now.timeZoneId
  const today = now.toPlainDate()
  const last = toOn === null ? today : Temporal.PlainDate.from(toOn)
  const until = last.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const first = fromOn === null ? today : Temporal.PlainDate.from(fromOn)
  const begins =
    Temporal.PlainDate.compare(first, today) <= 0 ? now.toInstant() : first.toZonedDateTime(zone).toInstant()
  return { from: begins, until }
}

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })

/** "Sat 28 Nov": the day by the clocks of `at`. */
export const dayOf = (at: Temporal.ZonedDateTime): string =>
  day.format(at.toPlainDate().toZonedDateTime('UTC').epochMilliseconds).replace(',', '')

export const longestDays = 92

const person = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(memberKinds) })

export const coverView = z.object({
  id: z.uuid(),
  away: person,
  cover: person,
  from: zonedText,
  until: zonedText,
  state: z.enum(['planned', 'on', 'over', 'called off']),
  /** Empty to whoever neither covers, nor is away, nor could end it. */
  reason: z.string(),
  /** "Tomás covers for Ines until Wed 2 Dec" */
  words: z.string(),
  may: z.array(z.string()),
  mustAsk: z.array(z.string()),
  mustNot: z.array(z.string()),
  /** Whoever is back has seen what was done meanwhile. */
  seen: z.boolean(),
  /** Whether whoever asks may change it, or call it off. */
  mayChange: z.boolean(),
  /** Whether they may read the note that is handed over now; from when on, where they cover and may not yet. */
  mayRead: z.boolean(),
  noteWords: z.string(),
  /** Whether they may read what was done meanwhile. */
  mayReport: z.boolean(),
})
export type CoverView = z.infer<typeof coverView>

/** A line of a note: what it is about, in words, and the thing it opens. */
export const noteLine = z.object({ words: z.string(), detail: z.string(), item: z.string().nullable() })
export type NoteLine = z.infer<typeof noteLine>

/** What each noun has to hand over. */
export const noteSection = z.object({
  part: z.enum(['held', 'flight', 'due', 'people']),
  lines: z.array(noteLine),
})
export type NoteSection = z.infer<typeof noteSection>

export const handover = z.object({
  cover: coverView,
  /** How things stand now, as the cover may see them. */
  sections: z.array(noteSection),
  /** How they stood as they were handed over; null before. */
  handed: z.array(noteSection).nullable(),
  handedAt: zonedText.nullable(),
})

const doneLine = z.object({
  entry: z.uuid(),
  at: zonedText,
  by: z.object({ name: z.string(), kind: z.enum(memberKinds) }),
  words: z.string(),
  why: z.string().nullable(),
  undo: z.boolean(),
  undone: z.boolean(),
})

export const report = z.object({
  cover: coverView,
  done: z.array(doneLine),
  /** What was asked and got no yes. */
  notGiven: z.array(noteLine),
  putOff: z.array(doneLine),
  waiting: z.array(noteLine),
})
export type Report = z.infer<typeof report>

/** What outsiders are told: nothing, that somebody is away and answers are slower, or who answers instead. */
export const toldOutside = z.enum(['never', 'away', 'name'])
export const coverSettings = z.object({
  /** A cover may begin by themselves, for a day, when somebody is ill. */
  self: z.boolean(),
  told: toldOutside,
  /** How to reach whoever covers: a number, an address; shown with the name. */
  reach: z.string().max(200).nullable(),
})
export type CoverSettings = z.infer<typeof coverSettings>

/** What a cover is planned with; dates by the desk's own clock, both included. */
export const coverDraft = z.object({
  away: z.uuid(),
  cover: z.uuid(),
  /** Null: now. */
  fromOn: dateText.nullable().default(null),
  /** Null: with today, by the desk's own clock. */
  toOn: dateText.nullable(),
  reason: z.string().trim().max(500).default(''),
})

/** Operations that put something off rather than do it. */
export const puttingOff = [
  'finding.accept',
  'hold.extend',
  'hold.nudged',
  'finding.asked',
  'proposal.expire',
  'hold.expire',
  'commitment.chase',
  'commitment.renegotiate',
]
