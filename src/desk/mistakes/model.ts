import * as z from 'zod'
import { findingView, ruleDraft } from '../rules/model.ts'
import { dateText, labels, zonedText } from '../shapes.ts'
import { answers, questions } from './checking/model.ts'

/** Where a value came from: an entry of the journal, an event, something due, a finding. */
export const source = z.object({ kind: z.enum(['entry', 'event', 'due', 'finding']), id: z.string().max(200) })
const words = z.string().trim().max(1000)
/** Words and where they come from; null where somebody wrote them. */
export const sourced = z.object({ words, from: source.nullable().default(null) })
export type Sourced = z.infer<typeof sourced>

/** What happened, in words that can all be changed. */
export const facts = z.object({
  title: z.string().trim().min(1).max(200),
  asked: sourced,
  /** Who asked; `member` where they sit at this desk, null where they are outside. */
  askedBy: z.object({ name: z.string().trim().max(200), member: z.uuid().nullable() }),
  done: sourced,
  putRight: words.default(''),
  touched: z.array(sourced).max(50),
  follows: z.array(sourced).max(50),
  /** People, firms and things that had a part in it and are not to be blamed for it. */
  others: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  foundBy: z.string().max(200),
  /** RFC 3339 */
  foundAt: z.string(),
  /** The agent that did it; whoever sponsors it owns it. */
  agent: z.string().nullable().default(null),
  /** It was work beyond what they know: a slip was expected, and teaches. */
  stretch: z.boolean().default(false),
})
export type Facts = z.infer<typeof facts>

export const audiences = ['executive', 'client', 'colleague'] as const
export type Audience = (typeof audiences)[number]

/** What keeps it from happening again: a rule over the plan, a check in a standard, or dated work. */
export const makes = ['rule', 'check', 'work'] as const

/** How a rule did on the plan as it stood. */
export const replayed = z.object({
  caught: z.boolean(),
  /** The day of the plan, and the instant it was known as. */
  on: dateText,
  asOf: z.string(),
  /** Findings that touch what the mistake is about. */
  findings: z.int(),
  words: z.string(),
  /** Ordinary days that had something planned, and those it would have flagged. */
  days: z.int(),
  flagged: z.int(),
  /** Ordinary days with something it asks about, and those of them it would have left alone; absent before they were counted. */
  asked: z.int().optional(),
  spared: z.int().optional(),
})
export type Replayed = z.infer<typeof replayed>

const step = z.object({
  id: z.uuid(),
  words,
  as: z.enum(makes),
  /** The rule, the check or the work, by id. */
  item: z.string(),
  /** Of a check: the kind of work whose standard it is in. */
  kind: z.string().nullable(),
  replay: replayed.nullable(),
  madeAt: z.string(),
})
export type Step = z.infer<typeof step>

export const progress = z.object({
  confirmed: z
    .object({ by: z.string(), recordedBy: z.string().nullable(), at: z.string(), corrected: z.boolean() })
    .nullable(),
  /** What cannot be put right, said plainly; null: nothing of the sort. */
  cannot: words.nullable(),
  said: z.array(z.object({ at: z.string(), to: z.string(), audience: z.enum(audiences), text: z.string() })),
  steps: z.array(step),
  closed: z.object({ by: z.string(), at: z.string(), learnt: words, without: words.nullable() }).nullable(),
  reopened: z.array(z.object({ at: z.string(), why: z.string() })),
})
export type Progress = z.infer<typeof progress>

/** A mistake as it is kept. */
export type Kept = {
  readonly id: string
  readonly version: number
  readonly owner: string
  readonly items: readonly string[]
  readonly keys: readonly string[]
  readonly fingerprint: string | null
  readonly rule: string | null
  readonly effectAt: Temporal.Instant
  readonly mendAt: Temporal.Instant
  readonly facts: Facts
  readonly progress: Progress
  readonly label: z.infer<typeof labels>
}

export const begun: Progress = { confirmed: null, cannot: null, said: [], steps: [], closed: null, reopened: [] }

export type State = 'open' | 'closed' | 'reopened'
export const stateOf = ({ closed, reopened }: Progress): State =>
  closed ? 'closed' : reopened.length > 0 ? 'reopened' : 'open'

/** What still stands before a mistake can be closed, in the order it is done. */
export const needs = ['confirm', 'contain', 'say', 'step', 'word'] as const
export type Need = (typeof needs)[number]

/** `open`: findings that stand because of it; `live`: steps that are in force and, where they are rules, would have caught it. */
export const needsOf = (
  { facts: { putRight }, progress }: Pick<Kept, 'facts' | 'progress'>,
  { open, live }: { readonly open: number; readonly live: number },
): Need[] => {
  const missing: Need[] = []
  if (!progress.confirmed) missing.push('confirm')
  if ((open > 0 || putRight === '') && !progress.cannot) missing.push('contain')
  if (progress.said.length === 0) missing.push('say')
  if (live === 0) missing.push('step')
  return missing
}

type Somebody = { readonly id: string; readonly kind: string }

/** Whose word closes it: the executive's, and of one the executive owns the assistant's. Nobody closes their own. */
export const closesIt = (member: Somebody, owner: Somebody): boolean =>
  member.id !== owner.id && member.kind === closer(owner)
export const closer = (owner: Pick<Somebody, 'kind'>): 'assistant' | 'executive' =>
  owner.kind === 'executive' ? 'assistant' : 'executive'

const person = z.object({ id: z.uuid(), name: z.string(), kind: z.string() })

export const verdictView = z.object({
  question: z.enum(questions),
  answer: z.enum(answers),
  /** The words it read. */
  read: z.array(z.string()),
  why: z.string(),
})

export const stepView = step.extend({
  live: z.boolean(),
  /** Why it is live or not: "in force since 4 June", "switched off". */
  liveWords: z.string(),
  /** “booked as asked” — replayed on 2 June’s plan: 1 finding. */
  replayWords: z.string().nullable(),
})

export const mistakeLine = z.object({
  id: z.uuid(),
  title: z.string(),
  owner: person,
  agent: z.string().nullable(),
  state: z.enum(['open', 'closed', 'reopened']),
  /** "Mistake · 3 June · closed with Dana’s word" */
  words: z.string(),
  needs: z.array(z.enum(needs)),
  sinceWords: z.string(),
  label: labels,
})

export const mistakeView = mistakeLine.extend({
  version: z.int(),
  facts,
  /** What it is about is no longer there: it is told from the journal. */
  gone: z.boolean(),
  goneWords: z.string().nullable(),
  items: z.array(z.string()),
  effectAt: zonedText,
  mendAt: zonedText,
  history: z.array(z.object({ entry: z.uuid(), at: zonedText, words: z.string() })),
  findings: z.array(findingView),
  contained: z.boolean(),
  progress: progress.omit({ steps: true }),
  steps: z.array(stepView),
  /** The message as the facts make it, for each of those who hear it. */
  drafts: z.object({ executive: z.string(), client: z.string(), colleague: z.string() }),
  /** What the checker says of the text that was said last. */
  checked: z.array(verdictView),
  /** Tags under the message: what is right about it. */
  tags: z.array(z.string()),
  mayConfirm: z.boolean(),
  /** Whoever asked does not come to this desk: who said so is recorded, and when. */
  confirmOutside: z.boolean(),
  confirmWords: z.string(),
  mayClose: z.boolean(),
  /** Whoever closes it has no seat at this desk: their word is recorded, with who gave it and when. */
  wordOutside: z.boolean(),
  closeWords: z.string(),
})
export type MistakeView = z.infer<typeof mistakeView>
export type MistakeLine = z.infer<typeof mistakeLine>

/** What somebody says of it; what they leave out is composed from the finding, the items and the journal. */
export const ownDraft = z.object({
  fingerprint: z.string().max(400).optional(),
  /** An event or something due, by id: it may be gone. */
  item: z.uuid().optional(),
  title: z.string().trim().min(1).max(200).optional(),
  asked: words.optional(),
  askedBy: z.string().trim().max(200).optional(),
  done: words.optional(),
  /** Somebody else at the desk owns it; whoever speaks where it is left out. */
  owner: z.uuid().optional(),
  /** The agent that did it. */
  agent: z.uuid().optional(),
})
export type OwnDraft = z.infer<typeof ownDraft>

export const stepDraft = z.discriminatedUnion('as', [
  z.object({ as: z.literal('rule'), rule: ruleDraft.omit({ source: true }) }),
  z.object({ as: z.literal('check'), kind: z.string().trim().min(1).max(80), words: words.min(1) }),
  z.object({ as: z.literal('work'), title: z.string().trim().min(1).max(200), dueOn: dateText }),
])

export const offerView = z.object({
  draft: ruleDraft,
  words: z.string(),
  replay: replayed,
  /** "would flag 3 of 240 days" */
  burdenWords: z.string(),
})
export type OfferView = z.infer<typeof offerView>

export const reviewView = z.object({
  month: z.string(),
  mistakes: z.array(
    z.object({ id: z.uuid(), title: z.string(), words: z.string(), learnt: z.string(), stretch: z.boolean() }),
  ),
  /** Findings that were fixed in time, by rule. */
  nearMisses: z.array(z.object({ rule: z.string(), words: z.string(), count: z.int() })),
  credits: z.array(z.object({ name: z.string(), words: z.string() })),
  words: z.array(z.string()),
})
export type ReviewView = z.infer<typeof reviewView>
