import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { lengthWords, wholeMinutes } from '../local.ts'
import { waysOut } from '../moves.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, minuteMs } from '../time.ts'

const params = z.strictObject({
  minutes: z.int().min(1).max(129_600).describe('Minutes between knowing of a meeting and its start'),
})

export type NoticeParams = z.infer<typeof params>

/**
 * Meetings are known of long enough before they begin. Silent where nothing says when one became known, and about what
 * was written down only after it began: that was no surprise but a record.
 */
export const notice: AnyKind = ruleKind<NoticeParams>({
  kind: 'notice',
  title: 'Short notice',
  says: 'A meeting is known of long enough before it begins',
  params,
  sentence: ({ minutes }) => `${lengthWords(minutes)} of notice before a meeting`,
  reach: () => ({ by: 'thing' }),
  about: (_params, { meetings }) => meetings.map(({ item }) => item),
  *judge({ minutes }, { meetings }) {
    for (const { item } of meetings) {
      const given = item.knownAt === null ? -1 : item.span.start - item.knownAt
      if (given <= 0 || given >= minutes * minuteMs) continue
      const values = () => ({ item: quoted(item), given: wholeMinutes(given), minutes })
      yield { span: item.span, items: [item], code: 'short', values, badness: minutes - wholeMinutes(given) }
    }
  },
  words: (e) =>
    `${text(e, 'item')} was known of ${lengthWords(number(e, 'given'))} before it begins; ${lengthWords(number(e, 'minutes'))} are wanted`,
  fixes: ({ minutes }, { items: [item], plan }) =>
    item && item.knownAt !== null ? waysOut(plan, item, asInstant(item.knownAt + minutes * minuteMs)) : [],
})
