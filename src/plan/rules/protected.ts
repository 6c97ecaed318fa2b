import * as z from 'zod'
import { between, clockParts, longestFree, spanOf, touching, type WallSpan } from '../days.ts'
import { number, quoted, text } from '../found.ts'
import { lengthWords, minuteOfDay, type Timed } from '../local.ts'
import { waysOut } from '../moves.ts'
import { clock, days, daysWords, endClock, minutes, onAnyOf } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { type Day, minuteMs, weekdayOf } from '../time.ts'
import type { Found, View } from '../view.ts'

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
export type ProtectedParams = z.infer<typeof params>

/**
 * A part of the day that is kept: whole (focus), or a number of minutes in one piece that float inside it (lunch).
 * Private life is what both are for, and focus what a whole block is for, unless the rule's scope names kinds itself.
 */
export const protectedTime: AnyKind = ruleKind<ProtectedParams>({
  kind: 'protected',
  title: 'Protected time is taken',
  says: 'A part of the day is kept free, whole or for some minutes that float inside it',
  params,
  sentence: (p) =>
    p.minutes === undefined
      ? wholeWords(p)
      : `Keep ${lengthWords(p.minutes)} free between ${p.from} and ${p.to} ${daysWords(p.days)}`,
  reach: () => ({ by: 'day' }),
  about: (p, view) => intruding(p, view).map(({ item }) => item),
  *judge(p, view) {
    for (const [day, timed] of touching(intruding(p, view))) {
      if (!p.days.includes(weekdayOf(day))) continue
      const found = judgeDay(p, view, day, timed)
      if (found) yield found
    }
  },
  words(e) {
    const kept = spanWords(text(e, 'from'), text(e, 'to'))
    const others = number(e, 'others') === 0 ? '' : ` and ${number(e, 'others')} more`
    const takes = others === '' ? 'takes' : 'take'
    if (e.code === 'taken') return `${text(e, 'first')}${others} ${takes} ${lengthWords(number(e, 'lost'))} of ${kept}`
    const free = number(e, 'free') === 0 ? 'nothing' : `only ${lengthWords(number(e, 'free'))}`
    const leaves = others === '' ? 'leaves' : 'leave'
    return `${text(e, 'first')}${others} ${leaves} ${free} free between ${text(e, 'from')} and ${text(e, 'to')}; ${lengthWords(number(e, 'minutes'))} are kept`
  },
  fixes: (_params, { items, verdict, plan }) =>
    items.flatMap((item) => waysOut(plan, item, verdict.span.end)).slice(0, 3),
})

/** A morning before a time and an evening after one are said so. */
const wholeWords = ({ from, to, days: on }: ProtectedParams): string => {
  if (from === '00:00' && to !== '24:00') return `No meetings before ${to} ${onAnyOf(on)}`
  if (to === '24:00' && from !== '00:00') return `No meetings after ${from} ${onAnyOf(on)}`
  return `Keep ${from}–${to} free ${daysWords(on)}`
}

const spanWords = (from: string, to: string): string => {
  if (from === '00:00' && to !== '24:00') return `the time before ${to}`
  return to === '24:00' && from !== '00:00' ? `the time after ${from}` : `${from}–${to}`
}

const isWhatItIsFor = ({ item: { kind } }: Timed, p: ProtectedParams): boolean =>
  kind === 'personal' || (kind === 'focus' && p.minutes === undefined)

const intruding = (p: ProtectedParams, { asked, namesKinds }: View): readonly Timed[] =>
  namesKinds ? asked : asked.filter((timed) => !isWhatItIsFor(timed, p))

/** A reminder of a moment breaks nothing in two. */
const takesTime = ({ item: { span } }: Timed): boolean => span.start < span.end

const judgeDay = (p: ProtectedParams, view: View, day: Day, timed: readonly Timed[]): Found | null => {
  const kept = between(day, minuteOfDay(p.from), minuteOfDay(p.to))
  const isInside = ({ start, end }: WallSpan): boolean => start < kept.end && end > kept.start
  const inside = timed
    .filter((t) => takesTime(t) && clockParts(view, t).some(isInside))
    .sort((a, b) => a.start - b.start)
  const [first] = inside
  if (!first) return null
  const taken = inside.flatMap((t) => clockParts(view, t).filter(isInside)).sort((a, b) => a.start - b.start)
  const free = longestFree(kept, taken)
  const lost = Math.round((kept.end - kept.start - freeIn(kept, taken)) / minuteMs)
  const badness = p.minutes === undefined ? lost : p.minutes - free
  if (badness <= 0) return null
  const common = () => ({ first: quoted(first.item), others: inside.length - 1, from: p.from, to: p.to })
  return {
    span: spanOf(view, kept),
    items: inside.map((t) => t.item),
    about: String(day),
    code: p.minutes === undefined ? 'taken' : 'too-little',
    values: () => (p.minutes === undefined ? { ...common(), lost } : { ...common(), free, minutes: p.minutes }),
    badness,
  }
}

/** Milliseconds of a stretch that nothing takes; two things at once take them once. */
const freeIn = (kept: WallSpan, inside: readonly WallSpan[]): number => {
  let [free, until] = [0, kept.start as number]
  for (const { start, end } of inside) {
    free += Math.max(0, start - until)
    until = Math.max(until, end)
  }
  return free + Math.max(0, kept.end - until)
}
