import * as z from 'zod'
import { hull } from '../days.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { byDay, isMeeting, localOf } from '../local.ts'
import { waysOut } from '../moves.ts'
import { days, daysWords } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, weekdayOf } from '../time.ts'

const params = z.strictObject({ days })

/** Weekdays that are kept clear of meetings; focus, journeys and private life are not meetings. */
export const noMeetings: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'no-meetings',
  title: 'A day kept clear of meetings',
  says: 'There are no meetings on certain weekdays',
  params,
  sentence: (p) => `No meetings ${daysWords(p.days)}`,
  judge(p, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    const meetings = localOf(plan).busy.filter((t) => speaks(t.item) && (isMeeting(t.item) || rule.scope.kinds))
    return [...byDay(meetings)]
      .filter(([day]) => p.days.includes(weekdayOf(day)))
      .slice(0, mostFindings)
      .map(([day, timed]) => {
        const [first] = timed
        const values = () => ({
          first: first ? quoted(first.item) : '',
          others: timed.length - 1,
          days: daysWords(p.days),
        })
        return findingOf(noMeetings, rule, {
          span: hull(timed),
          items: timed.map((t) => t.item),
          about: String(day),
          code: 'meetings',
          values,
          badness: timed.length,
          fixes: () => timed.flatMap((t) => waysOut(plan, t.item, asInstant(Number.MAX_SAFE_INTEGER))).slice(0, 3),
        })
      })
  },
  words: (e) =>
    `${text(e, 'first')}${number(e, 'others') > 0 ? ` and ${number(e, 'others')} more` : ''} on a day kept clear: no meetings ${text(e, 'days')}`,
})
