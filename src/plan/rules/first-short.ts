import * as z from 'zod'
import type { PlanDue } from '../due.ts'
import { number, quoted, text } from '../found.ts'
import { freeIn } from '../free-hours.ts'
import { clockOf, lengthWords, localOf } from '../local.ts'
import { nameOfWeekday } from '../names.ts'
import { momentOf } from '../owed.ts'
import type { Plan } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { zonedText } from '../text.ts'
import { asInstant, dayMs, dayOf, hourMs, minuteMs, type Span, weekdayOf } from '../time.ts'

const params = z.strictObject({
  weeks: z.int().min(2).max(8).default(3).describe('Weeks in a row with less than was meant'),
})

type Short = { readonly weeks: readonly { readonly span: Span; readonly share: number }[]; readonly missing: number }

/** The newest weeks that all got less than was meant; what nothing is known of is neither. */
const shortOf = ({ meant, weeks }: NonNullable<PlanDue['lived']>, at: number): Short => {
  const known = weeks.flatMap(({ span, share }) => (share === null || span.end > at ? [] : [{ span, share }]))
  const last = known.findLastIndex(({ share }) => share >= meant)
  const short = known.slice(last + 1)
  return { weeks: short, missing: short.reduce((sum, { share }) => sum + meant - share, 0) }
}

const percent = (share: number): number => Math.round(share * 100)

/** What comes first in a year or a quarter gets what was meant for it. Silent where no share was meant, and before enough weeks have passed since it was. */
export const firstShort: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'first-short',
  title: 'What comes first gets too little',
  says: 'What comes first gets the share of the hours that was meant for it',
  params,
  sentence: ({ weeks }) => `What comes first does not get less than was meant for it for ${weeks} weeks`,
  reach: () => ({ by: 'plan' }),
  *judge({ weeks }, { dues, plan: { at } }) {
    if (at === null) return
    for (const due of dues) {
      if (due.what !== 'priority' || !due.lived) continue
      const { meant, horizon } = due.lived
      const short = shortOf(due.lived, at)
      const first = short.weeks[0]
      if (!first || short.weeks.length < weeks) continue
      const values = () => ({
        what: quoted(due),
        horizon,
        meant: percent(meant),
        got: percent(short.weeks.reduce((sum, { share }) => sum + share, 0) / short.weeks.length),
        last: percent(short.weeks.at(-1)?.share ?? 0),
        weeks: short.weeks.length,
      })
      // Accepted, it comes back when about another week's worth is missing.
      const badness = 1 + Math.floor(short.missing / Math.max(meant, 0.01) / 2)
      yield { span: { start: first.span.start, end: asInstant(at + 1) }, items: [due], code: 'short', values, badness }
    }
  },
  words(e) {
    const share = (name: string) => (number(e, name) === 0 ? 'nothing' : `${text(e, name)} %`)
    return `${text(e, 'what')} comes first this ${text(e, 'horizon')}, with ${text(e, 'meant')} % of the hours meant for it. It got ${share('got')} a week over the last ${text(e, 'weeks')} weeks, ${share('last')} in the newest`
  },
  fixes: (_params, { dues: [due], plan }) => (due ? waysOutOf(due, plan) : []),
})

const hours = { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '09:00', to: '17:30' } as const
const quarterMs = 15 * minuteMs
const nearMs = 14 * dayMs
/** What can be done in less is no work on what comes first. */
const [leastMs, mostMs] = [hourMs, 2 * hourMs]

/** The longest free time from tomorrow on, two hours at the most; of equals the first. */
const roomIn = (plan: Plan, at: number): Span | null => {
  const span = { start: asInstant(at), end: asInstant(Math.min(plan.window.end, at + nearMs)) }
  const { wallAt } = localOf(plan)
  const today = dayOf(wallAt(span.start))
  const rooms = freeIn(plan, 'executive', hours, span)
    .map(({ start, end }) => ({ start: Math.ceil(start / quarterMs) * quarterMs, end }))
    .filter(({ start, end }) => end - start >= leastMs && dayOf(wallAt(asInstant(start))) > today)
    .map(({ start, end }) => ({ start: asInstant(start), end: asInstant(Math.min(end, start + mostMs)) }))
  return rooms.reduce<Span | null>(
    (best, one) => (best && best.end - best.start >= one.end - one.start ? best : one),
    null,
  )
}

/** Time that could be kept for what comes first: the longest that is free in the next two weeks; null where none is. */
export function timeFor(plan: Plan) {
  const room = plan.at === null ? null : roomIn(plan, plan.at)
  if (!room) return null
  const local = localOf(plan)
  const minutes = Math.floor((room.end - room.start) / minuteMs)
  return {
    room,
    minutes,
    start: zonedText(room.start, local.zoneAt(room.start)),
    words: `Keep ${lengthWords(minutes)} for it: ${momentOf(local, room.start)}`,
  }
}

function waysOutOf(due: PlanDue, plan: Plan) {
  const time = timeFor(plan)
  if (!time) return []
  const local = localOf(plan)
  const { room, minutes, start, words } = time
  const [from, to] = [local.wallAt(room.start), local.wallAt(room.end)]
  const weekday = weekdayOf(dayOf(from))
  const kept = {
    kind: 'protected',
    params: { days: [weekday], from: clockOf(from), to: clockOf(to) },
    weight: 'avoid',
    source: 'preference',
    story: 'Kept free for what comes first, which got less than was meant for it.',
  }
  return [
    {
      reach: 'desk',
      operation: 'priority.protect',
      input: { key: due.key, start, minutes },
      words,
    } as const,
    {
      reach: 'desk',
      operation: 'rule.add',
      input: { key: due.key, ...kept },
      words: `Keep ${clockOf(from)}–${clockOf(to)} free every ${nameOfWeekday[weekday]}`,
    } as const,
  ]
}
