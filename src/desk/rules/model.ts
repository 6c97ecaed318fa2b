import * as z from 'zod'
import { dueKinds } from '../../plan/due.ts'
import { weights } from '../../plan/finding.ts'
import { sources } from '../../plan/rule.ts'
import { dateText, labels, zonedText } from '../shapes.ts'

export const scopeShape = z.object({
  kinds: z.array(z.string()).optional(),
  people: z.array(z.string()).optional(),
  from: dateText.optional(),
  until: dateText.optional(),
  /** Whose time the rule is about; the executive's unless told. */
  owner: z.enum(['executive', 'assistant']).optional(),
})
export type ScopeShape = z.infer<typeof scopeShape>

export const ruleDraft = z.object({
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  weight: z.enum(weights),
  scope: scopeShape.default({}),
  source: z.enum(sources).default('preference'),
  story: z.string().max(2000).default(''),
})
export type RuleDraft = z.infer<typeof ruleDraft>

/** One version of a rule as it is kept. `meaning` counts only the changes that alter what it judges. */
export type RuleRow = {
  readonly id: string
  readonly version: number
  readonly meaning: number
  readonly kind: string
  readonly params: Record<string, unknown>
  readonly weight: RuleDraft['weight']
  readonly scope: ScopeShape
  readonly source: RuleDraft['source']
  readonly story: string
  readonly on: boolean
  /** Between which the desk held it; `to` is null today. */
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
}

export const ruleView = ruleDraft.extend({
  id: z.uuid(),
  version: z.int(),
  /** The rule as a sentence. */
  words: z.string(),
  on: z.boolean(),
  /** applied: a day, an item or a part of a trip it was about; kept: applied and not broken when it passed; relied on: its finding was fixed; overridden: booked or accepted against it. */
  counts: z.object({ applied: z.int(), kept: z.int(), reliedOn: z.int(), overridden: z.int() }),
})
export type RuleView = z.infer<typeof ruleView>

export const ruleKindView = z.object({
  kind: z.string(),
  title: z.string(),
  words: z.string(),
  /** JSON Schema of its parameters. */
  params: z.record(z.string(), z.unknown()),
})

export type RuleKindView = z.infer<typeof ruleKindView>

export const fixView = z.object({
  reach: z.enum(['desk', 'world']),
  operation: z.string(),
  input: z.record(z.string(), z.unknown()),
  words: z.string(),
  /** For a fix that reaches the world: what to say, ready to copy. */
  message: z.object({ to: z.array(z.string()), subject: z.string(), body: z.string() }).nullable(),
  /** Whether whoever is told of it may do it, must ask for it, or may not; and why, where it is not a plain yes. */
  may: z.enum(['yes', 'propose', 'no']),
  because: z.string(),
})

export const findingView = z.object({
  fingerprint: z.string(),
  rule: z.object({ id: z.string(), kind: z.string(), words: z.string(), source: z.enum(sources), story: z.string() }),
  weight: z.enum(weights),
  /** A few words for a card's heading: "Two things at once". */
  title: z.string(),
  words: z.string(),
  start: zonedText,
  end: zonedText,
  items: z.array(
    z.object({
      key: z.string(),
      /** Null where it is about something due, or of a trip and on no calendar. */
      eventId: z.uuid().nullable(),
      recurrenceId: z.string().nullable(),
      title: z.string(),
      due: z.object({ what: z.enum(dueKinds), id: z.uuid() }).nullable(),
      /** Where it is about a trip: which, and which part of it. */
      segment: z.object({ tripId: z.uuid(), id: z.uuid().nullable() }).nullable(),
    }),
  ),
  cost: z.int(),
  label: labels,
  fixes: z.array(fixView),
  state: z.enum(['open', 'asked', 'accepted']),
  /** "asked 14:02, no answer" or the reason it was accepted. */
  stateWords: z.string().nullable(),
  askId: z.uuid().nullable(),
})
export type FindingView = z.infer<typeof findingView>
