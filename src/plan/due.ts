import type { Label, PlanItem } from './plan.ts'
import type { Instant, Span } from './time.ts'

/** Anything a finding can be about: what happens, and what is due. */
export type Thing = { readonly key: string; readonly span: Span; readonly label: Label }

export const dueKinds = ['work', 'commitment', 'decision', 'priority'] as const

/**
 * Something that has to be done, kept or answered by a time, or that is meant to come first. It takes no place on a calendar; what it takes is `effort`.
 * `key` is what it is and its id (`work:0190…`).
 */
export type PlanDue = Thing & {
  readonly what: (typeof dueKinds)[number]
  readonly title: string
  /** The kind of work, as the desk calls it; empty where it has none. */
  readonly kind: string
  /** Whose time it takes; `theirs`: somebody outside, whom the desk can only ask. */
  readonly owner: PlanItem['owner'] | 'theirs'
  /** Who does it, by name. */
  readonly who: string
  /** To whom it is owed, by name. */
  readonly to: string | null
  /** What was asked, in the words it was asked in. */
  readonly asked: string
  readonly askedAt: Instant
  /** Null: no time was given. `span` runs from when it was asked to when it is due. */
  readonly dueAt: Instant | null
  /** When it is next asked about. */
  readonly chaseAt: Instant | null
  readonly closedAt: Instant | null
  /** Minutes of work that are left; null where nobody has said. */
  readonly effort: number | null
  /** It comes again and again. */
  readonly routine: boolean
  readonly project: string | null
  /** Ids of the things it hangs on. */
  readonly hangsOn: readonly string[]
  /** Somebody outside to write to about it: who is owed, or who owes. Absent where that is nobody outside. */
  readonly contact?: DueContact
  /** Of a priority: what was meant for it and what it got. */
  readonly lived?: PriorityLived
}

/** What comes first, and the weeks since a share was meant for it, the oldest first. */
export type PriorityLived = {
  /** A part of the working hours, 0 to 1; so is each `share`. */
  readonly meant: number
  /** What it comes first in. */
  readonly horizon: 'year' | 'quarter'
  /** Whole weeks that are over; null where nothing is known of one. */
  readonly weeks: readonly { readonly span: Span; readonly share: number | null }[]
}

/** Whom to write to: their address and zone where known, and how often they were asked already. */
export type DueContact = {
  readonly name: string
  readonly address: string | null
  readonly zone: string | null
  readonly asked: number
  /** Due by the end of a day, not at a time of it. */
  readonly allDay: boolean
  /** On whose clocks it is due. */
  readonly dueZone: string | null
}

/** The id of what is due, as its own noun knows it. */
export const idOfDue = ({ what, key }: Pick<PlanDue, 'what' | 'key'>): string => key.slice(what.length + 1)

/** By when it is due, then by key; what has no time comes last. */
export const byDue = (a: PlanDue, b: PlanDue): number =>
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) ||
  (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
