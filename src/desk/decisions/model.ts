import * as z from 'zod'
import { memberKinds } from '../authority/board/model.ts'
import { dateText, dayGiven, labels, zonedText, zoneName } from '../shapes.ts'

const words = (most: number) => z.string().trim().max(most)
const some = (most: number) => words(most).min(1)

/** An operation of the desk, with its input, that is performed when an option is chosen. */
export const does = z.object({ operation: z.string().max(80), input: z.record(z.string(), z.unknown()) })
export type Does = z.infer<typeof does>

export const option = z.object({
  words: some(200),
  cost: words(300).default(''),
  gain: words(300).default(''),
  /** How it could be taken back, and until when. */
  undo: words(300).default(''),
  /** Null: somebody does it outside the desk. */
  does: does.nullable().default(null),
})
export type Option = z.infer<typeof option>

export const confidences = ['a guess', 'likely', 'sure'] as const

/** Where something stands that the brief rests on: in words, with an address where there is one. */
const source = z.object({
  words: some(300),
  link: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
})

/** By when, on the clock of a zone; the desk's own unless told. */
const neededBy = z.object({
  on: dayGiven,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM, 00:00 to 23:59'),
  zone: zoneName.optional(),
})

/** A brief: one question, two or three ways to answer it, and what happens if nobody does. */
export const decisionDraft = z.object({
  question: some(200),
  context: words(2000).default(''),
  options: z.array(option).min(2, 'Give two or three ways to answer it').max(3, 'Give two or three ways to answer it'),
  /** Its place among the options, from 1; null: no recommendation. */
  recommended: z.int().min(1).max(3).nullable().default(null),
  confidence: z.enum(confidences).nullable().default(null),
  neededBy,
  /** The option that is taken if nobody answers, from 1; null: nothing happens, and that is said. */
  onSilence: z.int().min(1).max(3).nullable().default(null),
  /** Whose answer it is; the executive's unless told. */
  decider: z.uuid().nullable().default(null),
  /** Who was asked for their view, by name. */
  consulted: z.array(some(200)).max(20).default([]),
  disagrees: z
    .array(z.object({ who: some(200), why: some(500) }))
    .max(10)
    .default([]),
  sources: z.array(source).max(20).default([]),
  /** Ids of what it is about: a meeting where it is wanted, a thing of work. */
  hangsOn: z.array(z.uuid()).max(20).default([]),
  label: labels.default('desk'),
  /** When it is looked at again whether it was right. */
  reviewOn: dateText.nullable().default(null),
})
export type DecisionDraft = z.infer<typeof decisionDraft>

export const states = ['open', 'chosen', 'none', 'lapsed', 'withdrawn'] as const
export type State = (typeof states)[number]

const person = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(memberKinds) })

/** What was said on the way: a question back, its answer, whom it was handed to. */
export const talkKinds = ['more', 'told', 'you decide', 'handed'] as const

export const decisionView = z.object({
  id: z.uuid(),
  /** Of the brief that is shown: an answer names it, so that nobody answers another than they read. */
  version: z.int(),
  state: z.enum(states),
  stateWords: z.string(),
  question: z.string(),
  context: z.string(),
  options: z.array(option.extend({ number: z.int(), recommended: z.boolean(), deedWords: z.string() })),
  confidence: z.enum(confidences).nullable(),
  neededBy: zonedText,
  /** "If I hear nothing by Tue 24 Nov, 12:00 (Europe/London), I go with 1." */
  silenceWords: z.string(),
  onSilence: z.int().nullable(),
  decider: person,
  askedBy: person,
  askedAt: zonedText,
  consulted: z.array(z.string()),
  disagrees: z.array(z.object({ who: z.string(), why: z.string() })),
  sources: z.array(z.object({ words: z.string(), link: z.string().nullable() })),
  hangsOn: z.array(z.string()),
  label: labels,
  reviewOn: dateText.nullable(),
  talk: z.array(z.object({ kind: z.enum(talkKinds), by: z.string(), at: zonedText, words: z.string() })),
  /** Whether a question back waits for whoever asked. */
  wantsMore: z.boolean(),
  outcome: z
    .object({
      option: z.int().nullable(),
      by: z.string(),
      /** Nobody answered: the default happened. */
      byDefault: z.boolean(),
      at: zonedText,
      words: z.string(),
      entry: z.uuid(),
      /** Why the desk could not do what was chosen. */
      trouble: z.string().nullable(),
      review: z.object({ verdict: z.string(), words: z.string(), on: dateText }).nullable(),
    })
    .nullable(),
  /** Whether the answer is this reader's to give, and whether they may record it for whoever decides. */
  mine: z.boolean(),
  mayRecord: z.boolean(),
  /** How often what was recommended was taken: "You went with what was recommended 6 times out of 7". */
  followedWords: z.string().nullable(),
})
export type DecisionView = z.infer<typeof decisionView>

export const verdicts = ['right', 'mixed', 'wrong'] as const
export type Confidence = (typeof confidences)[number]
export type TalkKind = (typeof talkKinds)[number]
export type Verdict = (typeof verdicts)[number]
