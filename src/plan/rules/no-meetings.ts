import * as z from 'zod'
import { hull } from '../days.ts'
import { number, quoted, text } from '../found.ts'
import { byDay } from '../local.ts'
import { otherDay } from '../moves.ts'
import { days, onAnyOf } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { weekdayOf } from '../time.ts'

const params = z.strictObject({ days })

export type NoMeetingsParams = z.infer<typeof params>

/** Weekdays that are kept clear of meetings; focus, journeys and private life are not meetings. */
export const noMeetings: AnyKind = ruleKind<NoMeetingsParams>({
  kind: 'no-meetings',
  title: 'A day kept clear of meetings',
  says: 'There are no meetings on certain weekdays',
  params,
  sentence: (p) => `No meetings ${onAnyOf(p.days)}`,
  reach: () => ({ by: 'day' }),
  about: (_params, { meetings }) => meetings.map(({ item }) => item),
  *judge(p, { meetings }) {
    const kept = meetings.filter(({ day }) => p.days.includes(weekdayOf(day)))
    for (const [day, timed] of byDay(kept)) {
      const [first] = timed
      yield {
        span: hull(timed),
        items: timed.map((t) => t.item),
        about: String(day),
        code: 'meetings',
        values: () => ({ first: first ? quoted(first.item) : '', others: timed.length - 1, days: onAnyOf(p.days) }),
        badness: timed.length,
      }
    }
  },
  words: (e) =>
    `${text(e, 'first')}${number(e, 'others') > 0 ? ` and ${number(e, 'others')} more` : ''} on a day kept clear: no meetings ${text(e, 'days')}`,
  fixes: (p, { items, plan }) =>
    items.flatMap((item) => otherDay(plan, item, (day) => !p.days.includes(weekdayOf(day)))).slice(0, 3),
})
