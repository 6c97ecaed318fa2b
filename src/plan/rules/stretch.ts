import * as z from 'zod'
import { hull } from '../days.ts'
import { number, text } from '../found.ts'
import { clockOf, lengthWords, minutesOf, type Timed } from '../local.ts'
import { waysOut } from '../moves.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, minuteMs } from '../time.ts'
import type { View } from '../view.ts'

const params = z.strictObject({
  minutes: z.int().min(15).max(1440).describe('Longest time without a break'),
  breakMinutes: z.int().min(1).max(240).describe('What counts as a break'),
})

export type StretchParams = z.infer<typeof params>

/**
 * The longest time without a break. A pause shorter than `breakMinutes` is none. Journeys and private life are breaks of
 * a kind, unless the rule's scope names kinds itself; what goes on past midnight is no stretch of work but a stay.
 */
export const stretch: AnyKind = ruleKind<StretchParams>({
  kind: 'stretch',
  title: 'No break',
  says: 'There is a break before it gets too long',
  params,
  sentence: ({ minutes, breakMinutes }) =>
    `A break of ${lengthWords(breakMinutes)} at least every ${lengthWords(minutes)}`,
  reach: ({ breakMinutes }) => ({ by: 'gap', ms: breakMinutes * minuteMs }),
  about: (_params, view) => working(view).map(({ item }) => item),
  *judge({ minutes, breakMinutes }, view) {
    const { wallAt } = view
    for (const run of runs(working(view), breakMinutes)) {
      const span = hull(run)
      const length = minutesOf(span.end - span.start)
      if (length <= minutes) continue
      const [from, to] = [clockOf(wallAt(span.start)), clockOf(wallAt(span.end))]
      yield {
        span,
        items: run.map((t) => t.item),
        code: 'no-break',
        values: () => ({ length, from, to, count: run.length, limit: minutes }),
        badness: length - minutes,
      }
    }
  },
  words: (e) =>
    `${lengthWords(number(e, 'length'))} without a break, ${text(e, 'from')}–${text(e, 'to')}; ${lengthWords(number(e, 'limit'))} is the longest`,
  fixes: ({ breakMinutes }, { items, verdict, plan }) => {
    const after = asInstant(verdict.span.end + breakMinutes * minuteMs)
    return [...items]
      .reverse()
      .flatMap((item) => waysOut(plan, item, after))
      .slice(0, 2)
  },
})

/** What is over on the day it began, and no rest. */
const working = ({ asked, namesKinds }: View): readonly Timed[] =>
  asked.filter((t) => (namesKinds || !isRest(t)) && t.last === t.day)

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
