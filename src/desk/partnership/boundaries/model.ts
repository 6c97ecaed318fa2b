import * as z from 'zod'
import { type DueInHours, dueInHours } from '../../../plan/rules/due-in-hours.ts'
import type { RuleRow } from '../../rules/model.ts'
import type { Side } from '../agreement/model.ts'

/** Hours that a side was held to, and from when to when: milliseconds, the end not included; null: to this day. */
export type HoursThen = { readonly hours: DueInHours; readonly from: number; readonly to: number | null }

/** The hours that asks of a side were held to, of each version of a rule while it was switched on. */
export const hoursThen = (versions: readonly RuleRow[], side: Side): HoursThen[] =>
  versions.flatMap(({ kind, params, scope, on, from, to }) => {
    if (kind !== 'due-in-hours' || !on || (scope.owner ?? 'assistant') !== side) return []
    const read = dueInHours.params.safeParse(params)
    if (!read.success) return []
    return [{ hours: read.data as DueInHours, from: from.epochMilliseconds, to: to?.epochMilliseconds ?? null }]
  })

/** Operations by which something is asked of whoever assists. */
export const askings = [
  'work.add',
  'work.edit',
  'decision.ask',
  'decision.edit',
  'decision.hand',
  'commitment.add',
  'commitment.capture',
  'commitment.edit',
  'commitment.renegotiate',
] as const
export type Asking = (typeof askings)[number]

/** An operation with its input that asks for the same another way. */
const wayView = z.object({
  by: z.enum(['date', 'less', 'person']),
  words: z.string(),
  operation: z.enum(askings),
  input: z.record(z.string(), z.unknown()),
})

export const askView = z.object({
  fits: z.boolean(),
  /** Of whom it is asked; empty where it is asked of nobody who assists. */
  who: z.string(),
  /** Why it does not fit, the dearest first. */
  reasons: z.array(z.string()),
  ways: z.array(wayView),
})
export type AskView = z.infer<typeof askView>

/** Kinds of rule by which a boundary is agreed. */
export const agreedKinds: readonly string[] = ['due-in-hours', 'on-leave', 'load']
