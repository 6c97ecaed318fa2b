import * as z from 'zod'
import { findingOf, mostFindings, quoted, speaksOf, text } from '../found.ts'
import { cityOf, clockOf, localOf, type Timed } from '../local.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayOf, type Weekday, weekdayOf } from '../time.ts'
import { utc, zoneOf } from '../zone.ts'

const params = z.strictObject({})

const names: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}

/** The Friday meeting that lands on Saturday: written on one weekday in its own zone, lived on another where the executive is. */
export const staysInWeekday: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'stays-in-weekday',
  title: 'Lands on another weekday',
  says: 'A meeting is on the same weekday where it was written and where the executive is',
  params,
  sentence: () => 'A meeting keeps its weekday where the executive is',
  judge(_params, plan, rule) {
    const { busy, zoneAt } = localOf(plan)
    const speaks = speaksOf(rule.scope, plan)
    return busy
      .filter((t) => t.item.zone !== null && dayOf(t.item.wallStart) !== t.day && speaks(t.item))
      .slice(0, mostFindings)
      .map((t) => findingOf(staysInWeekday, rule, told(t, cityOf(zoneAt(t.item.span.start)))))
  },
  words: (e) =>
    `${text(e, 'item')} is on ${text(e, 'there')} in ${text(e, 'city')} and on ${text(e, 'here')} at ${text(e, 'at')} in ${text(e, 'home')}`,
})

const told = ({ item, start, day }: Timed, home: string) => ({
  span: item.span,
  items: [item],
  code: 'other-day',
  values: () => ({
    item: quoted(item),
    there: names[weekdayOf(dayOf(item.wallStart))],
    city: cityOf(zoneOf(item.zone ?? 'UTC') ?? utc),
    here: names[weekdayOf(day)],
    at: clockOf(start),
    home,
  }),
  badness: 1,
})
