import type { Finding } from '../../../plan/finding.ts'
import { answeredWords, askedWords } from './words.ts'

/** Somebody decided to live with a finding as bad as `badness`, for good or until the end of a day. */
export type Accepted = {
  readonly id: string
  readonly fingerprint: string
  readonly ruleId: string
  readonly reason: string
  /** The last quiet day. */
  readonly until: Temporal.PlainDate | null
  readonly badness: number
}

/** Somebody outside was asked about a finding as bad as `badness`. */
export type Ask = {
  readonly id: string
  readonly fingerprint: string
  readonly ruleId: string
  readonly badness: number
  readonly sentTo: string
  readonly askedAt: Temporal.Instant
  /** What they said, as a person recorded it; null while nobody has answered. */
  readonly answer: {
    readonly says: 'yes' | 'no'
    readonly who: string
    readonly reference: string
    readonly at: Temporal.Instant
  } | null
}

/** What people have done about findings: one acceptance and the latest ask for each fingerprint. */
export type Dealt = {
  readonly accepted: ReadonlyMap<string, Accepted>
  readonly asked: ReadonlyMap<string, Ask>
}

export type State = {
  readonly state: 'open' | 'asked' | 'accepted'
  readonly words: string | null
  readonly askId: string | null
}

/**
 * What has become of a finding on a day, by clocks in `zone`. Quiet (`accepted`) while somebody lives with it, or
 * after a recorded yes, and in both cases only while it is no worse than it was then; amber (`asked`) while nobody
 * has answered; open otherwise, with the no that came back where there was one.
 */
export const stateOf = (
  finding: Pick<Finding, 'fingerprint' | 'badness'>,
  dealt: Dealt,
  now: Temporal.ZonedDateTime,
): State => {
  const accepted = dealt.accepted.get(finding.fingerprint)
  if (accepted && quiets(accepted, finding.badness, now.toPlainDate()))
    return { state: 'accepted', words: accepted.reason, askId: null }
  const ask = dealt.asked.get(finding.fingerprint)
  if (!ask) return { state: 'open', words: null, askId: null }
  if (ask.answer === null) return { state: 'asked', words: askedWords(ask.askedAt, now), askId: ask.id }
  const settled = ask.answer.says === 'yes' && finding.badness <= ask.badness
  return { state: settled ? 'accepted' : 'open', words: answeredWords(ask.answer, now), askId: null }
}

const quiets = (accepted: Accepted, badness: number, on: Temporal.PlainDate): boolean =>
  badness <= accepted.badness && (accepted.until === null || Temporal.PlainDate.compare(on, accepted.until) <= 0)

const weightOrder = { never: 0, avoid: 1, prefer: 2 } as const
const stateOrder = { open: 0, asked: 1, accepted: 2 } as const

type Ranked = Pick<Finding, 'weight' | 'cost'> & { readonly state: State['state']; readonly start: string }

/** What needs somebody first: open before asked before accepted, then by weight, then the dearer, then the earlier. */
export const byNeed = (a: Ranked, b: Ranked): number =>
  stateOrder[a.state] - stateOrder[b.state] ||
  weightOrder[a.weight] - weightOrder[b.weight] ||
  b.cost - a.cost ||
  Temporal.Instant.compare(Temporal.Instant.from(a.start), Temporal.Instant.from(b.start))
