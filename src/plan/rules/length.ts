import * as z from 'zod'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { isMeeting, lengthWords, localOf, minutesOf } from '../local.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { minuteMs } from '../time.ts'

const params = z.strictObject({
  kind: z.string().min(1).max(40).optional().describe('Kind of meeting; every kind without it'),
  minutes: z.int().min(5).max(1440).describe('Longest length'),
})

/** Meetings, or those of one kind, are no longer than they should be. */
export const length: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'length',
  title: 'Longer than it should be',
  says: 'Meetings of a kind are no longer than they should be',
  params,
  sentence: ({ kind, minutes }) =>
    `${kind ? `Meetings of kind “${kind}”` : 'Meetings'} last ${lengthWords(minutes)} at most`,
  judge({ kind, minutes }, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    const asked = (of: string) => (kind === undefined ? isMeeting({ kind: of }) || rule.scope.kinds : of === kind)
    return localOf(plan)
      .busy.filter(({ item }) => item.span.end - item.span.start > minutes * minuteMs)
      .filter(({ item }) => asked(item.kind) && speaks(item))
      .slice(0, mostFindings)
      .map(({ item }) => {
        const lasts = minutesOf(item.span.end - item.span.start)
        const values = () => ({ item: quoted(item), lasts, minutes })
        return findingOf(length, rule, {
          span: item.span,
          items: [item],
          code: 'long',
          values,
          badness: lasts - minutes,
        })
      })
  },
  words: (e) =>
    `${text(e, 'item')} lasts ${lengthWords(number(e, 'lasts'))}; ${lengthWords(number(e, 'minutes'))} is the longest`,
})
