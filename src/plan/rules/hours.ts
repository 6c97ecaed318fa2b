import * as z from 'zod'
import { between, onDay, touching, uncovered } from '../days.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { clockOf, lengthWords, localOf, minuteOfDay, type Timed } from '../local.ts'
import { clock, endClock, weekday } from '../params.ts'
import { type AnyKind, type Rule, ruleKind } from '../rule.ts'
import { type Day, type Weekday, weekdayOf, weekdays } from '../time.ts'

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
    const speaks = speaksOf(rule.scope, plan)
    const asked = ({ item }: Timed) => speaks(item) && (item.kind !== 'personal' || rule.scope.kinds !== undefined)
    const outside = new Map<Timed, number>()
    for (const [day, timed] of touching(plan, asked)) {
      const inside = spansOf(days, day)
      for (const t of timed) outside.set(t, (outside.get(t) ?? 0) + uncovered(onDay(t, day), inside))
    }
    const local = localOf(plan)
    return [...outside]
      .filter(([, minutes]) => minutes > 0)
      .slice(0, mostFindings)
      .map(([timed, minutes]) => {
        const [start, end] = [clockOf(timed.start), clockOf(local.wallAt(timed.item.span.end))]
        const values = { item: quoted(timed.item), from: start, to: end, minutes }
        return told(rule, timed, values, minutes)
      })
  },
  words: (e) =>
    `${text(e, 'item')}, ${text(e, 'from')}–${text(e, 'to')}, is ${lengthWords(number(e, 'minutes'))} outside the hours`,
})

const told = (rule: Rule, { item }: Timed, values: Record<string, string | number>, badness: number) =>
  findingOf(hours, rule, { span: item.span, items: [item], code: 'outside', values, badness })

const spansOf = (days: Params['days'], day: Day) =>
  [...(days[weekdayOf(day)] ?? [])]
    .sort((a, b) => minuteOfDay(a[0]) - minuteOfDay(b[0]))
    .map(([from, to]) => between(day, minuteOfDay(from), minuteOfDay(to)))

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
