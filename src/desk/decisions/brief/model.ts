import type { Label } from '../../../plan/plan.ts'
import type { FinalWords } from '../../operation.ts'
import type { Confidence, Does, State, TalkKind, Verdict } from '../model.ts'

/** A decision as it is kept: what was asked, what was said since, and what was chosen. Options count from 1. */
export type Decision = {
  readonly id: string
  readonly version: number
  readonly state: State
  readonly label: Label
  readonly decider: string
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly armed: boolean
  readonly brief: Brief
  readonly talk: readonly Talk[]
  readonly outcome: Outcome | null
  readonly reviewOn: string | null
}

export type Brief = {
  readonly question: string
  readonly context: string
  readonly options: readonly KeptOption[]
  readonly recommended: number | null
  readonly confidence: Confidence | null
  readonly zone: string
  readonly onSilence: number | null
  readonly consulted: readonly string[]
  readonly disagrees: readonly { readonly who: string; readonly why: string }[]
  readonly sources: readonly { readonly words: string; readonly link: string | null }[]
  readonly hangsOn: readonly string[]
}

type KeptOption = {
  readonly words: string
  readonly cost: string
  readonly gain: string
  readonly undo: string
  readonly does: Does | null
  /** What the desk does when it is chosen, as it was found by trying it; empty where it does nothing itself. */
  readonly deed: string
}

/** `by` is a member's id; `at` an instant as text. */
export type Talk = { readonly kind: TalkKind; readonly by: string; readonly at: string; readonly words: string }

export type Outcome = {
  readonly option: number | null
  readonly by: string
  /** Who said so, where somebody recorded it for them. */
  readonly saidBy: string | null
  readonly byDefault: boolean
  readonly at: string
  readonly words: string
  readonly entry: string
  readonly trouble: string | null
  /** The operation that takes back what was done on the desk; null where nothing was. */
  readonly undo: { readonly operation: string; readonly input: Does['input'] } | { readonly none: FinalWords } | null
  readonly review: { readonly verdict: Verdict; readonly words: string; readonly on: string } | null
}

export type Choice = {
  readonly option: number | null
  readonly by: string
  readonly saidBy: string | null
  readonly byDefault: boolean
  readonly at: Temporal.Instant
  readonly entry: string
  readonly trouble?: string
  readonly undo?: Outcome['undo']
}

export const optionOf = ({ brief }: Pick<Decision, 'brief'>, number: number): KeptOption | undefined =>
  brief.options[number - 1]

/** Settled by a choice; with `option` null none of them, or where nobody answered nothing at all. */
export function settledBy(decision: Decision, choice: Choice, words: string): Decision {
  const lapsed = choice.byDefault && choice.option === null
  return {
    ...decision,
    state: lapsed ? 'lapsed' : choice.option === null ? 'none' : 'chosen',
    armed: false,
    outcome: {
      option: choice.option,
      by: choice.by,
      saidBy: choice.saidBy,
      byDefault: choice.byDefault,
      at: choice.at.toString(),
      words,
      entry: choice.entry,
      trouble: choice.trouble ?? null,
      undo: choice.undo ?? null,
      review: null,
    },
  }
}

/** Open once more, as it was asked; what was due has passed, so nothing happens by itself any more. */
export const openAgain = (decision: Decision, at: Temporal.Instant): Decision => ({
  ...decision,
  state: 'open',
  armed: Temporal.Instant.compare(decision.dueAt, at) > 0,
  outcome: null,
})

export const saying = (decision: Decision, talk: Omit<Talk, 'at'>, at: Temporal.Instant): Decision => ({
  ...decision,
  talk: [...decision.talk, { ...talk, at: at.toString() }],
})

/** The last word of the talk is a question back. */
export const wantsMore = ({ state, talk }: Pick<Decision, 'state' | 'talk'>): boolean =>
  state === 'open' && talk.at(-1)?.kind === 'more'
