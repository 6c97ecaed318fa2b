import * as z from 'zod'
import type { Labelled } from '../../act.ts'
import { dateText, labels, zonedText } from '../../shapes.ts'
import { person } from '../pair/model.ts'

/** The parts of an agenda, in the order they are talked about: one tap first, the slow ones last. */
export const sectionKeys = [
  'decisions',
  'ahead',
  'promises',
  'owed',
  'handled',
  'accepted',
  'rules',
  'mistakes',
  'feedback',
  'priorities',
  'authority',
] as const
export type SectionKey = (typeof sectionKeys)[number]

/** What has to be said with an operation: which field of its input, and how it is asked. */
export const asks = z.object({ field: z.string(), what: z.enum(['words', 'day']), words: z.string() })

/** An operation of the desk with its input, as a button performs it. */
export const way = z.object({
  words: z.string(),
  operation: z.string(),
  input: z.record(z.string(), z.unknown()),
  asks: asks.nullable(),
  /** Where somebody outside has to say yes: the letter that asks them, and the finding it is about. Nothing changes until they do. */
  letter: z.object({ finding: z.string(), to: z.array(z.string()), subject: z.string(), body: z.string() }).nullable(),
  /** Whether whoever reads may do this one, or must ask for it; null: as their board says of the operation. */
  may: z.enum(['yes', 'propose']).nullable(),
  /** The one most likely wanted. */
  main: z.boolean(),
})
export type Way = z.infer<typeof way>

/** Where a line is read in full. */
export const opens = z.object({
  page: z.enum([
    'decisions',
    'commitments',
    'mistakes',
    'today',
    'journal',
    'rules',
    'proposals',
    'feedback',
    'priorities',
  ]),
  id: z.string(),
})

export const tones = ['late', 'soon', 'plain'] as const

export const agendaLine = z.object({
  key: z.string(),
  words: z.string(),
  /** The same for both to read: what is written down and printed. */
  written: z.string(),
  /** Evidence, dates, reasons: what one has to know to answer; may be empty. */
  detail: z.string(),
  tone: z.enum(tones),
  label: labels,
  ways: z.array(way),
  opens: opens.nullable(),
  /** What its button says that was talked through; null where only an answer settles it. */
  settles: z.string().nullable(),
  /** How often it was carried over before. */
  carried: z.int(),
  /** What was said when it was talked through in this one; null while it was not. */
  settled: z.string().nullable(),
})
export type AgendaLine = z.infer<typeof agendaLine>
/** A line before it is known what became of it. */
export type Line = Omit<AgendaLine, 'carried' | 'settled'> & {
  /** Things whose words it tells. */
  readonly told: readonly Labelled[]
  /** The number of the journal entry whose words it tells. */
  readonly entry: number | null
}

export const section = z.object({
  key: z.enum(sectionKeys),
  title: z.string(),
  note: z.string(),
  lines: z.array(agendaLine),
  /** Lines there are beyond those shown. */
  more: z.int(),
})
export type Section = z.infer<typeof section>
/** Fifteen minutes have room for so many lines of one kind; the others are a page away. */
export const mostShown = 8
/** The lines of a kind that there is room for, and how many there are. */
export type Drawing = { readonly lines: readonly Line[]; readonly total: number }
/** Writes no more lines than there is room for. */
export const drawing = <T>(things: readonly T[], line: (thing: T) => Line | readonly Line[]): Drawing => ({
  lines: things.slice(0, mostShown).flatMap((thing) => line(thing)),
  total: things.length,
})

export type Drawn = Omit<Section, 'lines'> & { readonly lines: readonly Line[] }

/** A line that was left open when a one-to-one ended; without words where it is private. */
export type Carried = {
  readonly key: string
  readonly words: string | null
  readonly times: number
}
export type Settled = { readonly key: string; readonly said: string; readonly words: string | null }

/** `off`: it was called off before it ended. */
export const states = ['on', 'over', 'off'] as const

/** A one-to-one as it is kept. */
export type Meeting = {
  readonly id: string
  readonly executive: string
  readonly assistant: string
  readonly state: (typeof states)[number]
  readonly beganAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly beganNumber: number
  readonly endedNumber: number | null
  readonly settled: readonly Settled[]
  readonly carried: readonly Carried[]
}

export const pairView = z.object({
  executive: person,
  assistant: person,
  /** With whom else the executive has one. */
  others: z.array(person),
})

export const formerView = person.extend({ leftOn: dateText })

/** A one-to-one that goes on, or is due. */
export const dueView = z.object({
  /** The other of the two. */
  with: person,
  /** Of which assistant it is. */
  assistant: z.uuid(),
  words: z.string(),
  running: z.boolean(),
})

/** So many days after the last, or after the two sat down, the next is due. */
export const daysBetween = 7

/** Whether the next is due on a day: a week after the last, or after the two sat down together. */
export const isDue = (last: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  last.until(today, { largestUnit: 'days' }).days >= daysBetween

const agreedLine = z.object({ entry: z.uuid(), at: zonedText, by: z.string(), words: z.string() })

export const meetingView = z.object({
  id: z.uuid(),
  state: z.enum(states),
  beganAt: zonedText,
  endedAt: zonedText.nullable(),
  agreed: z.array(agreedLine),
  carried: z.array(z.string()),
  /** What was agreed, ready to print or to copy, with weekday and zone. */
  text: z.string(),
})
export type MeetingView = z.infer<typeof meetingView>

export const lineOf = (line: Pick<Line, 'key' | 'words'> & Partial<Line>): Line => ({
  written: line.words,
  detail: '',
  tone: 'plain',
  label: 'desk',
  ways: [],
  opens: null,
  settles: null,
  told: [],
  entry: null,
  ...line,
})

export const wayOf = (words: string, operation: string, input: Way['input'], more: Partial<Way> = {}): Way => ({
  words,
  operation,
  input,
  asks: null,
  letter: null,
  may: null,
  main: false,
  ...more,
})
