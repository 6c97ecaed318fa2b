import * as z from 'zod'
import { findingOf, mostFindings, number, quoted, speaksOf } from '../found.ts'
import { isMeeting, lengthWords, localOf, minutesOf, type Timed } from '../local.ts'
import { waysOut } from '../moves.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { Instant } from '../time.ts'
import { asInstant, minuteMs } from '../time.ts'

const params = z.strictObject({
  minutes: z.int().min(1).max(129_600).describe('Minutes between knowing of a meeting and its start'),
})

type Known = Timed & { readonly item: { readonly knownAt: Instant } }

/** What was written down only after it began was no surprise: it is a record. */
const inTime = (t: Timed): t is Known => t.item.knownAt !== null && t.item.knownAt < t.item.span.start

/** Meetings are known of long enough before they begin. Silent where nothing says when one became known. */
export const notice: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'notice',
  title: 'Short notice',
  says: 'A meeting is known of long enough before it begins',
  params,
  sentence: ({ minutes }) => `${lengthWords(minutes)} of notice before a meeting`,
  judge({ minutes }, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    return localOf(plan)
      .busy.filter((t) => speaks(t.item) && (isMeeting(t.item) || rule.scope.kinds !== undefined))
      .filter(inTime)
      .filter(({ item }) => item.span.start - item.knownAt < minutes * minuteMs)
      .slice(0, mostFindings)
      .map(({ item }) => {
        const given = minutesOf(item.span.start - item.knownAt)
        return findingOf(notice, rule, {
          span: item.span,
          items: [item],
          code: 'short',
          values: () => ({ item: quoted(item), given, minutes }),
          badness: minutes - given,
          fixes: () => waysOut(plan, item, asInstant(item.knownAt + minutes * minuteMs)),
        })
      })
  },
  words: (e) =>
    `${e.values.item} was known of ${lengthWords(number(e, 'given'))} before it begins; ${lengthWords(number(e, 'minutes'))} are wanted`,
})
