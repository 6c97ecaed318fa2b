import * as z from 'zod'
import { hull, touching } from '../days.ts'
import { quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayFromText, dayText } from '../text.ts'

const params = z.strictObject({
  where: z.string().max(200).describe('Whose holidays they are'),
  /** Dates and what each is called there. */
  dates: z.record(
    z.string().refine((date) => dayFromText(date) !== null, { message: 'A date is YYYY-MM-DD' }),
    z.string(),
  ),
})

export type PublicHolidaysParams = z.infer<typeof params>

/** Days that are public holidays somewhere: no meetings then. The desk knows the dates; nobody types them. */
export const publicHolidays: AnyKind = ruleKind<PublicHolidaysParams>({
  kind: 'public-holidays',
  title: 'A public holiday',
  says: 'There are no meetings on public holidays',
  params,
  ownHand: true,
  sentence: ({ where }) => `No meetings on public holidays (${where})`,
  reach: () => ({ by: 'day' }),
  about: (_params, { meetings }) => meetings.map(({ item }) => item),
  *judge({ dates, where }, { meetings }) {
    for (const [day, timed] of touching(meetings)) {
      const name = dates[dayText(day)]
      const [first] = timed
      if (name === undefined || !first) continue
      yield {
        span: hull(timed),
        items: timed.map((t) => t.item),
        about: String(day),
        code: 'holiday',
        values: () => ({ item: quoted(first.item), name, where }),
        badness: timed.length,
      }
    }
  },
  words: (e) => `${text(e, 'item')} is on ${text(e, 'name')}, a public holiday (${text(e, 'where')})`,
})
