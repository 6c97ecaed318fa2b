import * as z from 'zod'
import { changesOf, dateText, dayGiven, labels, zonedText } from '../../shapes.ts'
import { effort, efforts } from './effort/model.ts'
import { horizons } from './periods/model.ts'

export const mostPriorities = 12

const some = <T extends z.ZodType>(one: T, most: number) => z.array(one).max(most).default([])

/** What belongs to a priority by rule: one of each that it names, and all that it names. */
export const clauseShape = z
  .strictObject({
    /** In the title, as whole words, whatever their case. */
    words: some(z.string().trim().min(1).max(80), 20),
    /** Addresses: one of them is invited. */
    people: some(z.string().trim().toLowerCase().min(3).max(320), 50),
    /** Kinds of meeting. */
    kinds: some(z.string().min(1).max(40), 20),
    calendars: some(z.uuid(), 20),
    /** Goals that work serves; it then speaks of work alone. */
    goals: some(z.string().trim().min(1).max(300), 20),
  })
  .refine((clause) => Object.values(clause).some((named) => named.length > 0), {
    message:
      'A rule names a word, a person, a kind of meeting, a calendar or a goal; one that names nothing would catch everything',
  })
export type Clause = z.infer<typeof clauseShape>

export const priorityDraft = z.object({
  title: z.string().trim().min(1, 'Say what comes first').max(120),
  /** Per cent of the executive’s working hours. */
  meant: z
    .int('Whole per cent')
    .min(1, 'At least 1 %; leave it out where nobody has said')
    .max(100, 'At most 100 %')
    .nullable()
    .default(null),
  rules: z.array(clauseShape).max(10).default([]),
  label: labels.default('desk'),
})
export type PriorityDraft = z.infer<typeof priorityDraft>

export const priorityAdd = priorityDraft.extend({
  horizon: z.enum(horizons),
  /** A day of its year, quarter or week. */
  on: dayGiven,
  /** 1 comes first; after the others unless told. */
  place: z.int().min(1).max(mostPriorities).optional(),
  /** Somebody was told that its rules catch nearly everything and wants them all the same. */
  everything: z.boolean().default(false),
})

export const priorityChanges = changesOf(priorityDraft)

/** A priority as it is kept. `readsPrivate`: whoever wrote its rules may read everything private. */
export type Priority = {
  readonly id: string
  readonly version: number
  readonly horizon: (typeof horizons)[number]
  readonly from: Temporal.PlainDate
  readonly place: number
  readonly label: PriorityDraft['label']
  readonly terms: Pick<PriorityDraft, 'title' | 'meant' | 'rules'> & { readonly readsPrivate: boolean }
  readonly knownAt: Temporal.Instant
}

/** What was said by hand: that a thing belongs to a priority, or that it does not. */
export type Tie = {
  readonly id: string
  readonly priority: string
  readonly what: 'event' | 'work'
  readonly thing: string
  /** One occurrence of a series; null for all of it. */
  readonly recurrenceId: string | null
  readonly belongs: boolean
  readonly label: PriorityDraft['label']
}

/** What was counted, as numbers. `share` is a part of the working hours, 0 to 1; null where nothing is known of the week. */
const amount = z.object({
  share: z.number().nullable(),
  minutes: z.int(),
  /** Beside the working hours. */
  outside: z.int(),
  /** Occurrences it was counted from. */
  events: z.int(),
})
export type Amount = z.infer<typeof amount>

export const priorityView = z.object({
  id: z.uuid(),
  version: z.int(),
  horizon: z.enum(horizons),
  from: dateText,
  place: z.int(),
  title: z.string(),
  meant: z.int().nullable(),
  label: labels,
  rules: z.array(clauseShape),
  /** Each rule as a sentence. */
  ruleWords: z.array(z.string()),
  lived: amount,
  /** "4 %, 25 % meant" */
  words: z.string(),
  /** It got less than half of what was meant for it, in a week that is over. */
  isShort: z.boolean(),
  /** Of the work that belongs to it, by its effort: said apart from the hours of the calendar. */
  effort: efforts,
  /** Open work that belongs to it. */
  work: z.array(z.object({ id: z.uuid(), title: z.string() })),
})
export type PriorityView = z.infer<typeof priorityView>

export const setView = z.object({
  horizon: z.enum(horizons),
  from: dateText,
  /** "the fourth quarter of 2026" */
  words: z.string(),
  /** "Board preparation comes first; it got 4 % of last week." */
  sentence: z.string(),
  priorities: z.array(priorityView),
  /** How many more there are that whoever reads may not know of. */
  hidden: z.int(),
  /** Per cent meant for all of them together. */
  meant: z.int(),
  /** What belongs to none of them, or to one that is hidden. */
  other: amount,
  /** Whether the period before has some that could be taken over. */
  earlier: z.int(),
})
export type SetView = z.infer<typeof setView>

export const weekShape = z.object({
  /** Its Monday. */
  from: dateText,
  /** Its Sunday. */
  to: dateText,
  words: z.string(),
  today: dateText,
  /** How long the working hours are. */
  minutes: z.int(),
  /** Whether anything is known of it. */
  isKnown: z.boolean(),
  /** past: as it was lived; now and coming: as it stands on the calendar. */
  when: z.enum(['past', 'now', 'coming']),
  zone: z.string(),
  /** "Hours are Mon–Fri 09:00–17:30", and the rule that says so; null where none does. */
  hours: z.string(),
  hoursRule: z.uuid().nullable(),
})
export type WeekView = z.infer<typeof weekShape>

/** One occurrence behind a number. */
export const countedEvent = z.object({
  eventId: z.uuid(),
  recurrenceId: z.string().nullable(),
  title: z.string(),
  start: zonedText,
  minutes: z.int(),
  outside: z.int(),
  by: z.enum(['hand', 'rule', 'nothing']),
})
export type CountedEvent = z.infer<typeof countedEvent>

/** One piece of work behind a number. `minutes`: its effort; null where nobody gave it one. */
export const countedWork = z.object({
  id: z.uuid(),
  title: z.string(),
  minutes: z.int().nullable(),
  /** Closed in that week, or due in it and open. */
  is: z.enum(['done', 'due']),
})
export type CountedWork = z.infer<typeof countedWork>

export const countedView = z.object({
  title: z.string(),
  week: weekShape,
  lived: amount,
  words: z.string(),
  events: z.array(countedEvent),
  /** What whoever reads may not see, counted and not shown. */
  private: z.object({ minutes: z.int(), outside: z.int() }).nullable(),
  effort: efforts,
  work: z.array(countedWork),
  /** Work whoever reads may not know of, counted and not shown. */
  privateWork: effort.nullable(),
})

export const trendView = z.object({
  words: z.string(),
  weeks: z.array(z.object({ from: dateText, words: z.string(), isPast: z.boolean(), isKnown: z.boolean() })),
  /** Of each priority one share a week, in the order of `weeks`; null is a gap. */
  priorities: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      meant: z.int().nullable(),
      shares: z.array(z.number().nullable()),
      /** In words, of the weeks that are over. */
      words: z.string(),
    }),
  ),
})

/** How a thing stands to a priority: said by hand, said by hand that it does not belong, caught by rule, or nothing of it. */
export const standings = ['hand', 'not', 'rule', 'none'] as const

export const choicesView = z.object({
  title: z.string(),
  sets: z.array(
    z.object({
      horizon: z.enum(horizons),
      words: z.string(),
      priorities: z.array(
        z.object({ id: z.uuid(), title: z.string(), place: z.int(), standing: z.enum(standings), words: z.string() }),
      ),
    }),
  ),
})

/** What rules would catch. */
export const catchView = z.object({
  caught: z.int(),
  of: z.int(),
  from: dateText,
  to: dateText,
  /** It catches nearly everything, and so says nothing. */
  everything: z.boolean(),
  words: z.string(),
  /** Some of what is caught, that whoever asks may see. */
  titles: z.array(z.string()),
})
export type CatchView = z.infer<typeof catchView>
