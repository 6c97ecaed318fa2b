import * as z from 'zod'
import { hull } from '../days.ts'
import { findingOf, mostFindings, number, speaksOf, text } from '../found.ts'
import { clockOf, lengthWords, localOf, minutesOf, type Timed } from '../local.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayOf, minuteMs } from '../time.ts'

const params = z.strictObject({
  minutes: z.int().min(15).max(1440).describe('Longest time without a break'),
  breakMinutes: z.int().min(1).max(240).describe('What counts as a break'),
})

/**
 * The longest time without a break. Journeys and private life are breaks of a kind; what goes on past midnight is no
 * stretch of work but a stay.
 */
export const stretch: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'stretch',
  title: 'No break',
  says: 'There is a break before it gets too long',
  params,
  sentence: ({ minutes, breakMinutes }) =>
    `A break of ${lengthWords(breakMinutes)} at least every ${lengthWords(minutes)}`,
  judge({ minutes, breakMinutes }, plan, rule) {
    const { busy, wallAt } = localOf(plan)
    const speaks = speaksOf(rule.scope, plan)
    const working = busy.filter(
      (t) => speaks(t.item) && !isRest(t) && dayOf(t.start) === dayOf(wallAt(t.item.span.end)),
    )
    return runs(working, breakMinutes)
      .map((run) => ({ run, span: hull(run) }))
      .filter(({ span }) => minutesOf(span.end - span.start) > minutes)
      .slice(0, mostFindings)
      .map(({ run, span }) => {
        const length = minutesOf(span.end - span.start)
        const [from, to] = [clockOf(wallAt(span.start)), clockOf(wallAt(span.end))]
        return findingOf(stretch, rule, {
          span,
          items: run.map((t) => t.item),
          code: 'no-break',
          values: () => ({ length, from, to, count: run.length, limit: minutes }),
          badness: length - minutes,
        })
      })
  },
  words: (e) =>
    `${lengthWords(number(e, 'length'))} without a break, ${text(e, 'from')}–${text(e, 'to')}; ${lengthWords(number(e, 'limit'))} is the longest`,
})

const isRest = ({ item }: Timed): boolean => item.kind === 'travel' || item.kind === 'personal'

/** Things in a row with less than a break between them. */
const runs = (timed: readonly Timed[], breakMinutes: number): Timed[][] => {
  const found: Timed[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const t of timed) {
    if (t.item.span.start - until >= breakMinutes * minuteMs) found.push([t])
    else found.at(-1)?.push(t)
    until = Math.max(until, t.item.span.end)
  }
  return found
}
