import * as z from 'zod'
import { between, longestFree, spanOf, touching } from '../days.ts'
import type { Finding } from '../finding.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { lengthWords, localOf, minuteOfDay, type Timed } from '../local.ts'
import { waysOut } from '../moves.ts'
import { clock, days, daysWords, endClock, minutes } from '../params.ts'
import type { Plan } from '../plan.ts'
import { type AnyKind, type Rule, ruleKind } from '../rule.ts'
import { type Day, minuteMs, weekdayOf } from '../time.ts'

const params = z
  .strictObject({
    days,
    from: clock.describe('When it begins'),
    to: endClock.describe('When it ends'),
    minutes: minutes('Minutes to keep free, anywhere inside; without it the whole is kept').optional(),
  })
  .refine((p) => minuteOfDay(p.from) < minuteOfDay(p.to), { path: ['to'], message: 'It ends before it begins' })
  .refine((p) => p.minutes === undefined || p.minutes <= minuteOfDay(p.to) - minuteOfDay(p.from), {
    path: ['minutes'],
    message: 'More minutes than lie between the two times',
  })
type Params = z.infer<typeof params>

/** A part of the day that is kept: whole (focus), or a number of minutes that float inside it (lunch). */
export const protectedTime: AnyKind = ruleKind<Params>({
  kind: 'protected',
  title: 'Protected time is taken',
  says: 'A part of the day is kept free, whole or for some minutes that float inside it',
  params,
  sentence: (p) =>
    p.minutes === undefined
      ? `Keep ${p.from}–${p.to} free ${daysWords(p.days)}`
      : `Keep ${lengthWords(p.minutes)} free between ${p.from} and ${p.to} ${daysWords(p.days)}`,
  judge(p, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    const intrudes = ({ item }: Timed) => speaks(item) && !isWhatItIsFor(item, p, rule)
    const findings: Finding[] = []
    for (const [day, timed] of touching(plan, intrudes)) {
      if (findings.length >= mostFindings) break
      if (!p.days.includes(weekdayOf(day))) continue
      const found = judgeDay(p, plan, rule, day, timed)
      if (found) findings.push(found)
    }
    return findings
  },
  words(e) {
    const kept = `${text(e, 'from')}–${text(e, 'to')}`
    const others = number(e, 'others') === 0 ? '' : ` and ${number(e, 'others')} more`
    if (e.code === 'taken') return `${text(e, 'first')}${others} takes ${lengthWords(number(e, 'lost'))} of ${kept}`
    const free = number(e, 'free') === 0 ? 'nothing' : `only ${lengthWords(number(e, 'free'))}`
    return `${text(e, 'first')}${others} leaves ${free} free between ${text(e, 'from')} and ${text(e, 'to')}; ${lengthWords(number(e, 'minutes'))} are kept`
  },
})

/** Focus is what a kept block is for, and private life what a kept lunch is for. */
const isWhatItIsFor = ({ kind }: { kind: string }, p: Params, rule: Rule): boolean =>
  rule.scope.kinds === undefined && (kind === 'personal' || (kind === 'focus' && p.minutes === undefined))

const judgeDay = (p: Params, plan: Plan, rule: Rule, day: Day, timed: readonly Timed[]): Finding | null => {
  const local = localOf(plan)
  const kept = between(day, minuteOfDay(p.from), minuteOfDay(p.to))
  const inside = timed.filter((t) => t.start < kept.end && t.end > kept.start)
  const [first] = inside
  if (!first) return null
  const free = longestFree(kept, inside)
  const lost = inside.reduce((n, t) => n + Math.min(t.end, kept.end) - Math.max(t.start, kept.start), 0) / minuteMs
  const badness = p.minutes === undefined ? Math.round(lost) : p.minutes - free
  if (badness <= 0) return null
  const common = { first: quoted(first.item), others: inside.length - 1, from: p.from, to: p.to }
  const span = spanOf(local, kept)
  return findingOf(protectedTime, rule, {
    span,
    items: inside.map((t) => t.item),
    about: String(day),
    code: p.minutes === undefined ? 'taken' : 'too-little',
    values: () =>
      p.minutes === undefined ? { ...common, lost: Math.round(lost) } : { ...common, free, minutes: p.minutes },
    badness,
    fixes: () => inside.flatMap((t) => waysOut(plan, t.item, span.end)).slice(0, 3),
  })
}
