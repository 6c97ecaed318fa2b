import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { cityOf, clockOf, lengthWords } from '../local.ts'
import { waysOut } from '../moves.ts'
import type { PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, minuteMs } from '../time.ts'
import type { Found, View } from '../view.ts'

const params = z.strictObject({})

/** The same occurrence in another calendar, there at another time, is not a second thing but an old copy. */
const isCopy = (a: PlanItem, b: PlanItem): boolean => a.key === b.key

/** So many things at once are a hostile calendar: no more are held against each other. */
const mostAtOnce = 5000

/**
 * Two things that take the same person's time at once. Spans are half-open: one may begin when the other ends, and what
 * has no length collides with nothing. All-day items say what a day is about and leave its hours free: they collide only
 * with each other. Two occurrences of one series at once are two things.
 */
export const overlap: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'overlap',
  title: 'Two things at once',
  says: 'Nobody is in two places, or two meetings, at once',
  params,
  sentence: () => 'Two things are never on at once',
  reach: () => ({ by: 'gap', ms: 0 }),
  about: (_params, { asked, allDay, speaks }) => [...asked.map(({ item }) => item), ...allDay.filter(speaks)],
  *judge(_params, view) {
    for (const items of [view.busy.map((timed) => timed.item), view.allDay])
      for (const [a, b] of pairs(items))
        if (!isCopy(a, b) && (view.speaks(a) || view.speaks(b))) yield atOnce(view, a, b)
  },
  words: (e) =>
    e.code === 'same-day'
      ? `${text(e, 'first')} and ${text(e, 'second')} are on the same day`
      : `${text(e, 'first')} is on until ${text(e, 'until')} and ${text(e, 'second')} begins at ${text(e, 'from')} in ${text(e, 'city')}: ${lengthWords(number(e, 'minutes'))} at once`,
  fixes: (_params, { items: [a, b], plan }) =>
    a && b ? [...waysOut(plan, b, a.span.end), ...waysOut(plan, a, b.span.end)].slice(0, 3) : [],
})

/** Pairs that share time, in order of the later start. Items by start; what takes no time shares none. */
function* pairs(items: readonly PlanItem[]): Generator<readonly [PlanItem, PlanItem]> {
  let open: PlanItem[] = []
  let until = Number.NEGATIVE_INFINITY
  for (const item of items) {
    if (item.span.start === item.span.end) continue
    if (item.span.start >= until) open = []
    else if (open.length > 0) open = open.filter(({ span }) => span.end > item.span.start)
    for (const earlier of open) yield [earlier, item]
    if (open.length < mostAtOnce) open.push(item)
    until = Math.max(until, item.span.end)
  }
}

/** Both clocks are those of one zone, the one in force when the first ends: a flight and what it lands in are told where it lands. */
const atOnce = ({ zoneAt }: View, a: PlanItem, b: PlanItem): Found => {
  const start = b.span.start
  const end = asInstant(Math.min(a.span.end, b.span.end))
  const minutes = Math.ceil((end - start) / minuteMs)
  const values = () => {
    const zone = zoneAt(a.span.end)
    return {
      first: quoted(a),
      until: clockOf(zone.toWall(a.span.end)),
      second: quoted(b),
      from: clockOf(zone.toWall(start)),
      city: cityOf(zone),
      minutes,
    }
  }
  return { span: { start, end }, items: [a, b], code: a.allDay ? 'same-day' : 'at-once', values, badness: minutes }
}
