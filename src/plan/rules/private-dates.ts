import * as z from 'zod'
import { hull, touching } from '../days.ts'
import { number, quoted, text } from '../found.ts'
import type { Timed } from '../local.ts'
import { otherDay } from '../moves.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayFromText, dayText } from '../text.ts'
import type { View } from '../view.ts'

const date = z
  .string()
  .refine((text) => dayFromText(text.length === 5 ? `2024-${text}` : text) !== null, {
    message: 'A date is YYYY-MM-DD, or MM-DD for every year',
  })
  .meta({ title: 'Date' })
const params = z.strictObject({ dates: z.array(date).min(1).max(400).describe('Dates, or MM-DD for every year') })

export type PrivateDatesParams = z.infer<typeof params>

const notPrivate = ({ asked }: View): readonly Timed[] =>
  asked.filter(({ item }) => item.kind !== 'personal' && item.label !== 'private')

/** Days that belong to the executive's own life: nothing that takes time touches them but private things. */
export const privateDates: AnyKind = ruleKind<PrivateDatesParams>({
  kind: 'private-dates',
  title: 'A private date',
  says: 'Nothing but private things on certain dates',
  params,
  sentence: ({ dates }) => (dates.length === 1 ? 'One private date is kept' : `${dates.length} private dates are kept`),
  reach: () => ({ by: 'day' }),
  about: (_params, view) => notPrivate(view).map(({ item }) => item),
  *judge({ dates }, view) {
    const kept = new Set(dates)
    for (const [day, timed] of touching(notPrivate(view))) {
      const date = dayText(day)
      if (!kept.has(date) && !kept.has(date.slice(5))) continue
      const [first] = timed
      yield {
        span: hull(timed),
        items: timed.map((t) => t.item),
        about: String(day),
        code: 'not-private',
        values: () => ({ first: first ? quoted(first.item) : '', others: timed.length - 1 }),
        badness: timed.length,
      }
    }
  },
  words: (e) =>
    `${text(e, 'first')}${number(e, 'others') > 0 ? ` and ${number(e, 'others')} more` : ''} on a date that is kept private`,
  fixes: (_params, { items, plan }) => items.flatMap((item) => otherDay(plan, item)).slice(0, 3),
})
