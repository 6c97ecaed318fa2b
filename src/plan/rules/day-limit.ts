import * as z from 'zod'
import { hull } from '../days.ts'
import type { Finding } from '../finding.ts'
import { findingOf, mostFindings, number, speaksOf } from '../found.ts'
import { byDay, isMeeting, lengthWords, localOf, minutesOf, type Timed } from '../local.ts'
import { type AnyKind, ruleKind } from '../rule.ts'

const params = z
  .strictObject({
    meetings: z.int().min(1).max(50).optional().describe('Meetings a day, at most'),
    minutes: z.int().min(1).max(1440).optional().describe('Minutes of meetings a day, at most'),
  })
  .refine((p) => p.meetings !== undefined || p.minutes !== undefined, {
    path: ['meetings'],
    message: 'Say how many meetings, or how many minutes',
  })

/** Not too many meetings on one day, nor too much of it. A meeting belongs to the local day it starts on. */
export const dayLimit: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'day-limit',
  title: 'Too much for one day',
  says: 'No more than so many meetings, or so much of them, on one day',
  params,
  sentence: ({ meetings, minutes }) =>
    [
      meetings === undefined ? null : `${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}`,
      minutes === undefined ? null : `${lengthWords(minutes)} of meetings`,
    ]
      .filter((part) => part !== null)
      .join(' and ')
      .replace(/^/, 'No more than ')
      .replace(/$/, ' a day'),
  judge({ meetings, minutes }, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    const wanted = localOf(plan).busy.filter((t) => speaks(t.item) && (isMeeting(t.item) || rule.scope.kinds))
    const findings: Finding[] = []
    for (const [day, timed] of byDay(wanted)) {
      if (findings.length >= mostFindings) break
      const taken = minutesTaken(timed)
      const over = Math.max(
        meetings === undefined ? 0 : (timed.length - meetings) * 60,
        minutes === undefined ? 0 : taken - minutes,
      )
      if (over <= 0) continue
      const values = () => ({ count: timed.length, minutes: taken, meetings: meetings ?? null, limit: minutes ?? null })
      findings.push(
        findingOf(dayLimit, rule, {
          span: hull(timed),
          items: timed.map((t) => t.item),
          about: String(day),
          code: meetings !== undefined && timed.length > meetings ? 'too-many' : 'too-long',
          values,
          badness: over,
        }),
      )
    }
    return findings
  },
  words: (e) =>
    e.code === 'too-many'
      ? `${number(e, 'count')} meetings, ${lengthWords(number(e, 'minutes'))} in all; ${number(e, 'meetings')} are the most`
      : `${lengthWords(number(e, 'minutes'))} of meetings; ${lengthWords(number(e, 'limit'))} are the most`,
})

/** Minutes that at least one of them takes; two at once count once. */
const minutesTaken = (timed: readonly Timed[]): number => {
  let [taken, until] = [0, Number.NEGATIVE_INFINITY]
  for (const { item } of timed) {
    taken += Math.max(0, item.span.end - Math.max(item.span.start, until))
    until = Math.max(until, item.span.end)
  }
  return minutesOf(taken)
}
