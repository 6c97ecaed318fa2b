import * as z from 'zod'
import { between, daysOf, onDay, uncovered, type WallSpan } from '../days.ts'
import type { Finding } from '../finding.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { clockOf, lengthWords, localOf, minuteOfDay, type Timed } from '../local.ts'
import { clock, endClock, weekday } from '../params.ts'
import { type AnyKind, type Rule, ruleKind } from '../rule.ts'
import { asDay, asWall, midnight, type Weekday, weekdayOf, weekdays } from '../time.ts'

const range = z.tuple([clock, endClock]).refine(([from, to]) => minuteOfDay(from) < minuteOfDay(to), {
  message: 'The hours end before they begin',
})
const params = z.strictObject({
  days: z.partialRecord(weekday, z.array(range).max(6)).describe('Hours of each weekday; a day not named has none'),
})
type Params = z.infer<typeof params>

/** Everything lies inside the hours of its weekday. One's own private life is not asked, unless the rule's scope names it. */
export const hours: AnyKind = ruleKind<Params>({
  kind: 'hours',
  title: 'Outside the hours',
  says: 'Nothing lies outside the hours of its weekday',
  params,
  sentence: ({ days }) => `Hours are ${hoursWords(days)}`,
  judge({ days }, plan, rule) {
    const local = localOf(plan)
    const speaks = speaksOf(rule.scope, plan)
    const asked = ({ item }: Timed) => speaks(item) && (item.kind !== 'personal' || rule.scope.kinds !== undefined)
    const inside = new Map(weekdays.map((day) => [day, spansOf(days, day)]))
    return local.busy
      .filter(asked)
      .map((timed) => ({ timed, minutes: minutesOutside(timed, inside) }))
      .filter(({ minutes }) => minutes > 0)
      .slice(0, mostFindings)
      .map(({ timed, minutes }) => told(rule, timed, minutes))
  },
  words: (e) =>
    `${text(e, 'item')}, ${text(e, 'from')}–${text(e, 'to')}, is ${lengthWords(number(e, 'minutes'))} outside the hours`,
})

const told = (rule: Rule, { item, start, end }: Timed, minutes: number): Finding =>
  findingOf(hours, rule, {
    span: item.span,
    items: [item],
    code: 'outside',
    values: () => ({ item: quoted(item), from: clockOf(start), to: clockOf(end), minutes }),
    badness: minutes,
  })

type Inside = ReadonlyMap<Weekday, readonly WallSpan[]>

/** The hours of a weekday, on a wall whose day 0 it is. */
const spansOf = (days: Params['days'], day: Weekday): WallSpan[] =>
  [...(days[day] ?? [])]
    .sort((a, b) => minuteOfDay(a[0]) - minuteOfDay(b[0]))
    .map(([from, to]) => between(asDay(0), minuteOfDay(from), minuteOfDay(to)))

const minutesOutside = (timed: Timed, inside: Inside): number =>
  daysOf(timed).reduce((sum, day) => {
    const part = onDay(timed, day)
    const sameDay = { start: asWall(part.start - midnight(day)), end: asWall(part.end - midnight(day)) }
    return sum + uncovered(sameDay, inside.get(weekdayOf(day)) ?? [])
  }, 0)

const short: Record<Weekday, string> = { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' }

/** "Mon–Thu 09:00–17:30, Fri 09:00–12:00": neighbours with the same hours together. */
const hoursWords = (days: Params['days']): string => {
  const runs: { from: Weekday; to: Weekday; said: string }[] = []
  for (const day of weekdays) {
    const said = (days[day] ?? []).map(([from, to]) => `${from}–${to}`).join(' and ')
    const last = runs.at(-1)
    if (last && last.said === said) last.to = day
    else runs.push({ from: day, to: day, said })
  }
  const open = runs.filter((run) => run.said !== '')
  if (open.length === 0) return 'none'
  return open.map((r) => `${short[r.from]}${r.to === r.from ? '' : `–${short[r.to]}`} ${r.said}`).join(', ')
}
