import * as z from 'zod'
import type { Entry, FindingTold, Json } from '../../act.ts'
import { canonical, difference } from '../../journal/model.ts'
import { labels, zonedText } from '../../shapes.ts'
import { memberKinds } from '../board/model.ts'

export const states = ['open', 'done', 'refused', 'expired', 'overtaken', 'withdrawn'] as const
export type State = (typeof states)[number]

/** What an operation would do, as the journal would keep it. */
export type Outcome = Pick<Entry, 'values' | 'before' | 'after'>

export const findingTold = z.object({
  fingerprint: z.string(),
  weight: z.enum(['never', 'avoid', 'prefer']),
  label: labels,
  words: z.string(),
})

/** Something that waits, or waited, for a yes. */
export const proposalView = z.object({
  id: z.uuid(),
  by: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(memberKinds), sponsor: z.string().nullable() }),
  operation: z.string(),
  /** What it would do, as a sentence. */
  words: z.string(),
  /** Why they want it, in their own words; may be empty. */
  why: z.string(),
  /** Why they have to ask. */
  because: z.string(),
  /** What would be otherwise than it is, part by part. */
  changes: z.array(difference),
  /** Findings it would end, and findings it would make. */
  gone: z.array(findingTold),
  come: z.array(findingTold),
  state: z.enum(states),
  madeAt: zonedText,
  until: zonedText,
  /** The events it is about, for looking at them. */
  items: z.array(z.string()),
  decided: z.object({ by: z.string(), at: zonedText, why: z.string().nullable() }).nullable(),
  /** Whether whoever asks may say yes. */
  mine: z.boolean(),
  mayDecide: z.boolean(),
})
export type ProposalView = z.infer<typeof proposalView>

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/**
 * What an outcome comes to, whatever ids it was given on the way: those the input already named count, others are made
 * anew at every try.
 */
export function stampOf(outcome: Outcome, come: readonly FindingTold[], input: unknown): string {
  const named = new Set(JSON.stringify(input).match(uuid))
  const { values, before, after } = outcome
  const bad = come
    .filter(({ weight }) => weight === 'never')
    .map(({ words }) => words)
    .sort()
  const text = canonical({ values, before: before ?? null, after: after ?? null, bad } as Json)
  return text.replace(uuid, (id) => (named.has(id) ? id : '·'))
}

/** It would change nothing: somebody has done it already. */
export const isIdle = ({ before, after }: Outcome): boolean =>
  before !== undefined && after !== undefined && canonical(before) === canonical(after)

const longest = { hours: 72 }
const shortest = { hours: 1 }

/** Until when somebody may say yes: three days, or until what it is about begins, but an hour at the least. */
export function untilOf(at: Temporal.Instant, startsAt: Temporal.Instant | null): Temporal.Instant {
  const [first, last] = [at.add(shortest), at.add(longest)]
  if (startsAt === null || Temporal.Instant.compare(startsAt, at) < 0) return last
  if (Temporal.Instant.compare(startsAt, first) < 0) return first
  return Temporal.Instant.compare(startsAt, last) < 0 ? startsAt : last
}
