import * as z from 'zod'
import type { Instant } from '../../../plan/time.ts'
import { type Group, heldIn, type Need, needsOf, nextAt } from '../group/model.ts'
import { needWords, outWords } from '../views/words.ts'

/** A line of the day about somebody outside who was offered times. */
export const waitingLine = z.object({
  groupId: z.uuid(),
  code: z.enum(['proposal', 'lost', 'nudge', 'silence', 'expiring', 'out']),
  words: z.string(),
})
export type WaitingLine = z.infer<typeof waitingLine>

const order: readonly (Need | 'out')[] = ['proposal', 'lost', 'nudge', 'silence', 'expiring', 'out']

/** What was offered and waits for somebody: what the desk must do about it first, then what is simply out. */
export const waitingFor = (groups: readonly Group[], at: Instant, zone: string): WaitingLine[] =>
  groups
    .flatMap((group): WaitingLine[] => {
      const next = heldIn(group).length === 0 ? null : nextAt(group)
      const needs = needsOf(group, at)
      if (needs.length > 0)
        return needs.map((code) => ({ groupId: group.id, code, words: needWords(code, group, next, zone) }))
      return next === null || next <= at
        ? []
        : [{ groupId: group.id, code: 'out', words: outWords(group, heldIn(group).length, next, zone) }]
    })
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
