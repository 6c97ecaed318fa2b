import * as z from 'zod'
import { hull } from '../days.ts'
import { number } from '../found.ts'
import { byDay, lengthWords, minutesOf, type Timed } from '../local.ts'
import { otherDay } from '../moves.ts'
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
export type DayLimitParams = z.infer<typeof params>

/** A meeting too many weighs as much as an hour too much. */
const meetingMinutes = 60

/**
 * Not too many meetings on one day, nor too much of them. A meeting belongs to the local day it starts on, with all its
 * minutes. Focus, journeys and private life are no meetings, unless the rule's scope names kinds itself.
 */
export const dayLimit: AnyKind = ruleKind<DayLimitParams>({
  kind: 'day-limit',
  title: 'Too much for one day',
  says: 'No more than so many meetings, or so much of them, on one day',
  params,
  sentence({ meetings, minutes }) {
    const many = meetings === undefined ? null : `${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}`
    const much = minutes === undefined ? null : `${lengthWords(minutes)} of meetings`
    return `No more than ${[many, much].filter((part) => part !== null).join(' and ')} a day`
  },
  reach: () => ({ by: 'day' }),
  about: (_params, { meetings }) => meetings.map(({ item }) => item),
  *judge({ meetings, minutes }, view) {
    for (const [day, timed] of byDay(view.meetings)) {
      const taken = minutesTaken(timed)
      const tooMany = meetings === undefined ? 0 : timed.length - meetings
      const tooLong = minutes === undefined ? 0 : taken - minutes
      if (tooMany <= 0 && tooLong <= 0) continue
      yield {
        span: hull(timed),
        items: timed.map((t) => t.item),
        about: String(day),
        code: tooMany > 0 ? 'too-many' : 'too-long',
        values: () => ({ count: timed.length, minutes: taken, meetings: meetings ?? null, limit: minutes ?? null }),
        badness: Math.max(tooMany * meetingMinutes, tooLong),
      }
    }
  },
  words: (e) =>
    e.code === 'too-many'
      ? `${number(e, 'count')} meetings, ${lengthWords(number(e, 'minutes'))} in all; ${number(e, 'meetings')} are the most`
      : `${lengthWords(number(e, 'minutes'))} of meetings; ${lengthWords(number(e, 'limit'))} are the most`,
  fixes: (_params, { items, plan }) => items.flatMap((item) => otherDay(plan, item)).slice(0, 3),
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
