import type { Label } from './plan.ts'
import type { Span } from './time.ts'

/** `never` cannot happen, `avoid` costs 100, `prefer` costs 10 (unless the rule says otherwise). */
export const weights = ['never', 'avoid', 'prefer'] as const
export type Weight = (typeof weights)[number]

/** What a rule has to say, as a code and values; `words` of the rule's kind make the sentence. */
export type Evidence = { readonly code: string; readonly values: Readonly<Record<string, string | number | null>> }

/**
 * An operation ready to perform. `desk` changes only what the desk owns and is read back;
 * `world` drafts a message and leaves the finding amber until somebody outside has answered.
 */
export type Fix = {
  readonly reach: 'desk' | 'world'
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly words: string
}

/** What a rule says about a plan, before anybody asks what would help. */
export type Verdict = {
  /** Rule, rule version and items; the same trouble keeps it. */
  readonly fingerprint: string
  readonly ruleId: string
  readonly kind: string
  readonly weight: Weight
  readonly span: Span
  /** Keys of the plan's items, by start then key. */
  readonly items: readonly string[]
  /** What tells two troubles with the same items apart: a day, a person, a series; empty where nothing needs to. */
  readonly about: string
  readonly evidence: Evidence
  readonly words: string
  readonly cost: number
  /** How bad it is, in the rule's own unit; an accepted finding comes back when this grows. */
  readonly badness: number
  /** The strictest label among its items. */
  readonly label: Label
}

/** What a rule says about a plan, with what would help; ways out are sought when they are first asked for. */
export type Finding = Verdict & {
  readonly fixes: readonly Fix[]
  /** What rules say of the same things where that is told as one (`folded`), the one that is told first. Absent: it alone. */
  readonly parts?: readonly Finding[]
}
