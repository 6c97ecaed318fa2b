import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { isMeeting, lengthWords, minutesOf } from '../local.ts'
import { shorter } from '../moves.ts'
import type { PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { minuteMs } from '../time.ts'
import type { View } from '../view.ts'

const params = z.strictObject({
  kind: z.string().min(1).max(40).optional().describe('Kind of meeting; every kind without it'),
  minutes: z.int().min(5).max(1440).describe('Longest length'),
})

export type LengthParams = z.infer<typeof params>

const about = ({ kind }: LengthParams, { asked, namesKinds }: View): readonly PlanItem[] =>
  asked
    .map(({ item }) => item)
    .filter((item) => (kind === undefined ? isMeeting(item) || namesKinds : item.kind === kind))

/** Meetings, or those of one kind, are no longer than they should be. */
export const length: AnyKind = ruleKind<LengthParams>({
  kind: 'length',
  title: 'Longer than it should be',
  says: 'Meetings of a kind are no longer than they should be',
  params,
  sentence: ({ kind, minutes }) =>
    `${kind ? `Meetings of kind “${kind}”` : 'Meetings'} last ${lengthWords(minutes)} at most`,
  reach: () => ({ by: 'thing' }),
  about,
  *judge(params, view) {
    const { minutes } = params
    for (const item of about(params, view)) {
      const lasts = minutesOf(item.span.end - item.span.start)
      if (lasts <= minutes) continue
      const values = () => ({ item: quoted(item), lasts, minutes })
      yield { span: item.span, items: [item], code: 'long', values, badness: lasts - minutes }
    }
  },
  words: (e) =>
    `${text(e, 'item')} lasts ${lengthWords(number(e, 'lasts'))}; ${lengthWords(number(e, 'minutes'))} is the longest`,
  fixes: ({ minutes }, { items, plan }) => items.flatMap((item) => shorter(plan, item, minutes * minuteMs)),
})
