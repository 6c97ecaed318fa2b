import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { cityOf, clockOf, type Timed } from '../local.ts'
import { nameOfWeekday } from '../names.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayOf, weekdayOf } from '../time.ts'
import type { Found } from '../view.ts'
import { utc, zoneOf } from '../zone.ts'

const params = z.strictObject({})

/**
 * The Friday meeting that lands on Saturday: written on one weekday in its own zone, lived on another where the
 * executive is then. Floating and all-day items are always where the executive is. Nobody means UTC by a weekday:
 * what a program wrote in UTC has no weekday of its own.
 */
export const staysInWeekday: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'stays-in-weekday',
  title: 'Lands on another weekday',
  says: 'A meeting is on the same weekday where it was written and where the executive is',
  params,
  sentence: () => 'A meeting keeps its weekday where the executive is',
  reach: () => ({ by: 'thing' }),
  *judge(_params, { asked, zoneAt }) {
    for (const timed of asked) {
      const { zone, wallStart, span } = timed.item
      if (zone === null || dayOf(wallStart) === timed.day || !zone.includes('/')) continue
      yield told(timed, zone, cityOf(zoneAt(span.start)))
    }
  },
  words: (e) =>
    `${text(e, 'item')} is on ${text(e, 'there')} in ${text(e, 'city')} and on ${text(e, 'here')} at ${text(e, 'at')} in ${text(e, 'home')}`,
})

const told = ({ item, start, day }: Timed, zone: string, home: string): Found => ({
  span: item.span,
  items: [item],
  code: 'other-day',
  values: () => ({
    item: quoted(item),
    there: nameOfWeekday[weekdayOf(dayOf(item.wallStart))],
    city: cityOf(zoneOf(zone) ?? utc),
    here: nameOfWeekday[weekdayOf(day)],
    at: clockOf(start),
    home,
  }),
  badness: 1,
})
