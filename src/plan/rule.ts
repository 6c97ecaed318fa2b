import type * as z from 'zod'
import type { Evidence, Finding, Weight } from './finding.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { Day } from './time.ts'

export const sources = ['physics', 'boundary', 'preference', 'mistake'] as const
export type Source = (typeof sources)[number]

/** Where a rule speaks: empty means always. All parts must hold. */
export type Scope = {
  readonly kinds?: readonly string[]
  /** Addresses: at least one of them is invited. */
  readonly people?: readonly string[]
  readonly from?: Day
  /** The last day it holds. */
  readonly until?: Day
}

/** Something known about what a good plan is. */
export type Rule = {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly params: unknown
  readonly weight: Weight
  readonly scope: Scope
  readonly source: Source
  /** Why it exists, for a person to read. */
  readonly story: string
  /** Instead of the weight's own cost. */
  readonly cost?: number
}

/** A rule kind is one file in `rules/`: shape, sentence, judgement, words. */
export type RuleKind<P> = {
  readonly kind: string
  /** A few words for a card's heading: "Two things at once". */
  readonly title: string
  /** What rules of this kind say, whatever their parameters. */
  readonly says: string
  readonly params: z.ZodType<P>
  /** The rule as a sentence an assistant would say. */
  readonly sentence: (params: P) => string
  readonly judge: (params: P, plan: Plan, rule: Rule) => readonly Finding[]
  readonly words: (evidence: Evidence) => string
  /** Where what it says of an item depends on others far away: the names of the series or people it gathers. */
  readonly gathers?: (item: PlanItem) => readonly string[]
}

/** A kind as the list of kinds holds it: its parameters have been read by its own shape before they reach it. */
export type AnyKind = RuleKind<unknown>

export const ruleKind = <P>(kind: RuleKind<P>): AnyKind => ({
  ...kind,
  sentence: (params) => kind.sentence(params as P),
  judge: (params, plan, rule) => kind.judge(params as P, plan, rule),
})
