import type * as z from 'zod'
import type { PlanDue, Thing } from './due.ts'
import type { Evidence, Fix, Verdict, Weight } from './finding.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { PlanSegment, PlanTrip } from './segment.ts'
import type { Day } from './time.ts'
import type { Found, View } from './view.ts'

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
  /** Whose time it is about; the executive's unless told. */
  readonly owner?: PlanItem['owner']
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

/**
 * How far a change reaches: what has to be judged again when one thing comes, goes or moves.
 * `thing`: it alone. `day`: what touches the same local days. `gap`: whatever no quiet time of `ms` parts from it.
 * `name`: what shares a name with it, a series or a person; each trouble is `about` one of the names. `trip`: each trip by
 * itself, with what happens within three days of it and what it names by key; each trouble holds its trip or a segment of it.
 * `plan`: everything.
 */
export type Reach =
  | { readonly by: 'thing' }
  | { readonly by: 'day' }
  | { readonly by: 'gap'; readonly ms: number }
  | { readonly by: 'name'; readonly namesOf: (item: PlanItem) => readonly string[] }
  | { readonly by: 'trip' }
  | { readonly by: 'plan' }

/** What a verdict is about, with its items and what is due at hand, by start then key, and the parts of trips as their trip has them. */
export type Trouble = {
  readonly items: readonly PlanItem[]
  readonly dues: readonly PlanDue[]
  readonly segments: readonly PlanSegment[]
  /** The trips it names, and those of the segments it names. */
  readonly trips: readonly PlanTrip[]
  readonly verdict: Verdict
  readonly plan: Plan
}

/** A rule kind is one file in `rules/`: shape, sentence, judgement, words. */
export type RuleKind<P> = {
  readonly kind: string
  /** A few words for a card's heading: "Two things at once". */
  readonly title: string
  /** What rules of this kind say, whatever their parameters. */
  readonly says: string
  readonly params: z.ZodType<P>
  /** Made by the desk from what it knows, not offered to anybody who adds a rule. */
  readonly ownHand?: true
  /** The rule as a sentence an assistant would say. */
  readonly sentence: (params: P) => string
  readonly reach: (params: P, plan: Plan) => Reach
  /** What of the view it asks about, right or wrong, where that is not everything asked: what it finds is about some of it. */
  readonly about?: (params: P, view: View) => readonly Thing[]
  /** What is wrong in the view. What lies beyond the kind's reach never changes it. */
  readonly judge: (params: P, view: View) => Iterable<Found>
  readonly words: (evidence: Evidence) => string
  /** Of a kind about what is due and not about what happens: whether something due was done as the rule asks. */
  readonly settled?: (params: P, due: PlanDue) => boolean
  /** Ways out of one trouble, the best first. */
  readonly fixes?: (params: P, trouble: Trouble) => readonly Fix[]
}

/** A kind as the list of kinds holds it: its parameters have been read by its own shape before they reach it. */
export type AnyKind = RuleKind<unknown>

export const ruleKind = <P>({ fixes, settled, about, ...kind }: RuleKind<P>): AnyKind => ({
  ...kind,
  sentence: (params) => kind.sentence(params as P),
  reach: (params, plan) => kind.reach(params as P, plan),
  judge: (params, view) => kind.judge(params as P, view),
  ...(about && { about: (params: unknown, view: View) => about(params as P, view) }),
  ...(settled && { settled: (params: unknown, due: PlanDue) => settled(params as P, due) }),
  ...(fixes && { fixes: (params: unknown, trouble: Trouble) => fixes(params as P, trouble) }),
})
