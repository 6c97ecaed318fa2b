import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { clockOf, lengthWords, type Timed, wholeMinutes } from '../local.ts'
import { waysOut } from '../moves.ts'
import { minutes } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, dayMs, hourMs, minuteMs } from '../time.ts'
import { atWork, type Found } from '../view.ts'

const params = z.strictObject({
  minutes: minutes('Rest between the last thing of a day and the first of the next').max(1440),
})

/** What begins before four belongs to the evening before. */
const daybreak = 4 * hourMs
const wakingDay = (wall: number): number => Math.floor((wall - daybreak) / dayMs)

/** What goes on for longer is not an evening or a night train but a stay: its day is the one it ends on. */
const longestEvening = 18 * hourMs
const dayItEnds = ({ item: { span }, start, end }: Timed): number =>
  wakingDay(span.end - span.start > longestEvening ? end - 1 : start)

export type NightParams = z.infer<typeof params>

/**
 * Rest between the last thing of one day and the first of the next, as long as it is on the time line: 23:00 to 09:00 is
 * nine hours when clocks go forward. A night train is no rest. Private evenings are.
 */
export const night: AnyKind = ruleKind<NightParams>({
  kind: 'night',
  title: 'Short night',
  says: 'There is rest enough between two days',
  params,
  sentence: ({ minutes }) => `${lengthWords(minutes)} of rest between one day and the next`,
  reach: ({ minutes }) => ({ by: 'gap', ms: minutes * minuteMs }),
  about: (_params, view) => atWork(view).map(({ item }) => item),
  *judge({ minutes }, view) {
    let last: Timed | null = null
    for (const timed of atWork(view)) {
      if (last && isShort(last, timed, minutes)) yield told(last, timed, minutes)
      if (!last || timed.item.span.end > last.item.span.end) last = timed
    }
  },
  words: (e) =>
    `${lengthWords(number(e, 'rest'))} of rest: ${text(e, 'last')} ends at ${text(e, 'ends')} and ${text(e, 'first')} begins at ${text(e, 'starts')}; ${lengthWords(number(e, 'minutes'))} are wanted`,
  fixes: ({ minutes }, { items: [last, first], plan }) =>
    last && first ? waysOut(plan, first, asInstant(last.span.end + minutes * minuteMs)) : [],
})

const restOf = (last: Timed, first: Timed): number => first.item.span.start - last.item.span.end

const isShort = (last: Timed, first: Timed, minutes: number): boolean => {
  const rest = restOf(last, first)
  return rest >= 0 && rest < minutes * minuteMs && wakingDay(first.start) > dayItEnds(last)
}

const told = (last: Timed, first: Timed, minutes: number): Found => {
  const rest = wholeMinutes(restOf(last, first))
  const values = () => ({
    last: quoted(last.item),
    ends: clockOf(last.end),
    first: quoted(first.item),
    starts: clockOf(first.start),
    rest,
    minutes,
  })
  const span = { start: last.item.span.end, end: first.item.span.start }
  return { span, items: [last.item, first.item], code: 'short', values, badness: minutes - rest }
}
