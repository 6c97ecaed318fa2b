import type { Evidence, Weight } from '../finding.ts'
import type { Invitee, Label, PlaceRef, Plan } from '../plan.ts'
import type { Rule } from '../rule.ts'
import type { Instant, Span } from '../time.ts'

/** Somebody whose time is wanted. */
export type Asked = {
  /** Unique among the people of an ask. */
  readonly id: string
  /** The IANA zone their own rules are read in; a `plan` brings its own clocks instead. */
  readonly zone: string
  /** Whether a time can be offered only when they are free. */
  readonly required: boolean
  /** When they are busy, in any order; spans without length are nothing. Each counts as a meeting. */
  readonly busy: readonly Span[]
  /** Who may know of `busy`; `open` unless told. */
  readonly label?: Label
  /** Their own rules. A rule of weight `never` removes, whether or not they are required. */
  readonly rules: readonly Rule[]
  /** Their whole plan, where it is known: places, kinds and whereabouts then count. What takes their time in it is busy too. */
  readonly plan?: Plan
}

/** What the meeting is that a time is wanted for, as far as it is known. */
export type Meeting = {
  readonly title: string
  readonly kind: string
  readonly place: PlaceRef | null
  readonly link: string | null
  readonly people: readonly Invitee[]
  readonly label: Label
}

/** What is asked. Everything that counts is in it: nothing is applied that it does not name. */
export type Ask = {
  /** Offers lie wholly inside. */
  readonly window: Span
  /** The IANA zone of the grid, of `rules`, and of the days that `spread` counts. */
  readonly zone: string
  readonly durationMinutes: number
  /** 1 to 1440; counted from local midnight on the wall clock. */
  readonly granularityMinutes: number
  /** The most offers wanted; null for all. */
  readonly limit: number | null
  readonly people: readonly Asked[]
  /** Rules that hold for everybody required, read in `zone`. */
  readonly rules: readonly Rule[]
  /** At most so many offers a local day, taken in rank order. */
  readonly spread: { readonly perDay: number } | null
  readonly meeting: Meeting
  /** When it is asked: what `notice` counts from. Null: rules about now stay silent. */
  readonly at: Instant | null
}

/** A rule's kind, or `busy:ID`: what removed a candidate, or made its cost. */
export type Key = string

/** Why an offer costs something. */
export type OfferFinding = {
  readonly key: Key
  /** Null for `busy:ID`. */
  readonly rule: Rule | null
  readonly weight: Weight
  readonly cost: number
  /** Whose time it is about. */
  readonly person: string
  /** What the rule found, at least one; `words` says it. */
  readonly evidence: readonly Evidence[]
  readonly words: string
  /** Keys of what the words are of: items of a plan that was asked with, and what is due in it. */
  readonly items: readonly string[]
  /** The strictest label among its items. */
  readonly label: Label
}

/** A time that nothing forbids. */
export type Offer = {
  readonly span: Span
  readonly cost: number
  /** The dearest first; made each time somebody asks. */
  readonly findings: readonly OfferFinding[]
}

/** How many candidates a key forbids, whatever else forbids them too. */
export type Removed = { readonly count: number; readonly label: Label }

/** A set of keys that opens candidates when all of them give way. */
export type Standing = {
  readonly give: readonly Key[]
  /** How many candidates become offers. */
  readonly opens: number
  /** The best of them. */
  readonly first: { readonly span: Span; readonly cost: number }
  readonly label: Label
}

/** What can be offered, what was removed, and, when nothing is left, what stands in the way. */
export type Answer = {
  readonly offers: readonly Offer[]
  /** The key that removed most first. */
  readonly removed: ReadonlyMap<Key, Removed>
  /** Every smallest set, the one that opens the cheapest time first; empty when there is an offer, or no candidate at all. */
  readonly standsInTheWay: readonly Standing[]
}
