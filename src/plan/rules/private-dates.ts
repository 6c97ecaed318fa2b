import * as z from 'zod'
import { hull, touching } from '../days.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayFromText, dayText } from '../text.ts'
import type { Day } from '../time.ts'

const date = z
  .string()
  .refine((text) => dayFromText(text.length === 5 ? `2024-${text}` : text) !== null, {
    message: 'A date is YYYY-MM-DD, or MM-DD for every year',
  })
  .meta({ title: 'Date' })
const params = z.strictObject({ dates: z.array(date).min(1).max(400).describe('Dates, or MM-DD for every year') })

/** Days that belong to the executive's own life: nothing but private things on them. */
export const privateDates: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'private-dates',
  title: 'A private date',
  says: 'Nothing but private things on certain dates',
  params,
  sentence: ({ dates }) => (dates.length === 1 ? 'One private date is kept' : `${dates.length} private dates are kept`),
  judge({ dates }, plan, rule) {
    const kept = new Set(dates)
    const isKept = (day: Day): boolean => kept.has(dayText(day)) || kept.has(dayText(day).slice(5))
    const speaks = speaksOf(rule.scope, plan)
    return [...touching(plan, ({ item }) => item.kind !== 'personal' && item.label !== 'private' && speaks(item))]
      .filter(([day]) => isKept(day))
      .slice(0, mostFindings)
      .map(([day, timed]) => {
        const [first] = timed
        return findingOf(privateDates, rule, {
          span: hull(timed),
          items: timed.map((t) => t.item),
          about: String(day),
          code: 'not-private',
          values: () => ({ first: first ? quoted(first.item) : '', others: timed.length - 1 }),
          badness: timed.length,
        })
      })
  },
  words: (e) =>
    `${text(e, 'first')}${number(e, 'others') > 0 ? ` and ${number(e, 'others')} more` : ''} on a date that is kept private`,
})
