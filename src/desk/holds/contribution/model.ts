import * as z from 'zod'
import type { Instant } from '../../../plan/time.ts'
import { type Group, heldIn, type Need, needsOf, nextAt } from '../group/model.ts'
import { momentWords } from '../texts/words.ts'
import { needWords, outWords } from '../views/words.ts'

/** A line of the day about somebody outside who was offered times. */
export const waitingLine = z.object({
  groupId: z.uuid(),
  code: z.enum(['proposal', 'lost', 'nudge', 'silence', 'expiring', 'out']),
  words: z.string(),
})
export type WaitingLine = z.infer<typeof waitingLine>

/** What whoever covers has to know of an offer: what is held until when, and what was said last. */
export type HandedOver = {
  readonly group: string
  readonly words: string
  readonly detail: string
  readonly dueAt: Instant | null
}

const lastSaid = ({ terms }: Group, zone: string): string => {
  const proposed = terms.proposals.filter(({ answered }) => !answered).at(-1)
  if (proposed)
    return `${proposed.by} proposed another time ${momentWords(proposed.at, zone)}${proposed.note ? `: “${proposed.note}”` : ''}`
  if (terms.nudgedAt !== null) return `nudged ${momentWords(terms.nudgedAt, zone)}, no answer`
  return `offered by ${terms.by} ${momentWords(terms.offeredAt, zone)}, no answer`
}

/** Offers that are out, as they are handed over. */
export const handedOver = (groups: readonly Group[], zone: string): HandedOver[] =>
  groups
    .filter(({ state }) => state === 'out')
    .map((group) => {
      const [held, next] = [heldIn(group).length, nextAt(group)]
      return {
        group: group.id,
        words: `${group.terms.meeting.title}: ${held === 0 ? 'no time is left' : next === null ? '' : outWords(group, held, next, zone)}`,
        detail: lastSaid(group, zone),
        dueAt: next,
      }
    })

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
