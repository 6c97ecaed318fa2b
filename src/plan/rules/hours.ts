import * as z from 'zod'
import { between, clockParts, onDay, uncovered, type WallSpan } from '../days.ts'
import { number, quoted, text } from '../found.ts'
import { clockOf, lengthWords, minuteOfDay, type Timed } from '../local.ts'
import { otherDay } from '../moves.ts'
import { shortWeekday } from '../names.ts'
import { clock, endClock, weekday } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asDay, type Day, dayOf, midnight, type Weekday, weekdayOf, weekdays } from '../time.ts'
import { atWork, type View } from '../view.ts'

const range = z.tuple([clock, endClock]).refine(([from, to]) => minuteOfDay(from) < minuteOfDay(to), {
  message: 'The hours end before they begin',
})
const params = z.strictObject({
  days: z.partialRecord(weekday, z.array(range).max(6)).describe('Hours of each weekday; a day not named has none'),
})
export type HoursParams = z.infer<typeof params>

/** What goes on for longer is a season that no hours of a day are meant for. */
const longestDays = 31

/**
 * Everything lies inside the hours of its weekday, by the clocks where the executive is then; of a thing that goes past
 * midnight each part by the hours of its own day. Private life is not asked, unless the rule's scope names its kind.
 * With `owner: assistant` in its scope a rule keeps the assistant's hours.
 */
export const hours: AnyKind = ruleKind<HoursParams>({
  kind: 'hours',
  title: 'Outside the hours',
  says: 'Nothing lies outside the hours of its weekday',
  params,
  sentence: ({ days }) => `Hours are ${hoursWords(days)}`,
  reach: () => ({ by: 'thing' }),
  about: (_params, view) => atWork(view).map(({ item }) => item),
  *judge({ days }, view) {
    const open = openOf(days)
    for (const timed of atWork(view)) {
      const minutes = outside(open, view, timed)
      if (minutes <= 0) continue
      const values = () => ({ item: quoted(timed.item), from: clockOf(timed.start), to: clockOf(timed.end), minutes })
      yield { span: timed.item.span, items: [timed.item], code: 'outside', values, badness: minutes }
    }
  },
  words: (e) =>
    `${text(e, 'item')}, ${text(e, 'from')}–${text(e, 'to')}, is ${lengthWords(number(e, 'minutes'))} outside the hours`,
  fixes: (_params, { items, plan }) => items.flatMap((item) => otherDay(plan, item)),
})

/** The hours of each weekday, joined where they touch or lie over each other. */
const openOf = (days: HoursParams['days']): ReadonlyMap<Weekday, readonly (readonly [number, number])[]> =>
  new Map(
    weekdays.map((day) => {
      const sorted = (days[day] ?? [])
        .map(([from, to]) => [minuteOfDay(from), minuteOfDay(to)] as const)
        .sort((a, b) => a[0] - b[0])
      const joined: [number, number][] = []
      for (const [from, to] of sorted) {
        const last = joined.at(-1)
        if (last && from <= last[1]) last[1] = Math.max(last[1], to)
        else joined.push([from, to])
      }
      return [day, joined]
    }),
  )

/** Minutes of a thing that lie outside. A journey to where the clock shows less than when it began lies nowhere. */
const outside = (open: ReturnType<typeof openOf>, view: View, timed: Timed): number => {
  if (timed.last - timed.day > longestDays) return 0
  let minutes = 0
  for (const part of clockParts(view, timed))
    for (let day = dayOf(part.start); midnight(day) < part.end; day = asDay(day + 1))
      minutes += uncovered(onDay(part, day), spansOf(open, day))
  return minutes
}

const spansOf = (open: ReturnType<typeof openOf>, day: Day): WallSpan[] =>
  (open.get(weekdayOf(day)) ?? []).map(([from, to]) => between(day, from, to))

/** "Mon–Thu 09:00–17:30, Fri 09:00–12:00": neighbours with the same hours together. */
const hoursWords = (days: HoursParams['days']): string => {
  const runs: { from: Weekday; to: Weekday; said: string }[] = []
  for (const day of weekdays) {
    const said = (days[day] ?? []).map(([from, to]) => `${from}–${to}`).join(' and ')
    const last = runs.at(-1)
    if (last && last.said === said) last.to = day
    else runs.push({ from: day, to: day, said })
  }
  const open = runs.filter((run) => run.said !== '')
  if (open.length === 0) return 'none'
  return open
    .map((r) => `${shortWeekday(r.from)}${r.to === r.from ? '' : `–${shortWeekday(r.to)}`} ${r.said}`)
    .join(', ')
}
