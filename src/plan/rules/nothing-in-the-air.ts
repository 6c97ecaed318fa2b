import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { waysOut } from '../moves.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, minuteMs } from '../time.ts'
import { clocksOf, isWhereOneArrives, onBetween, segmentsByItem } from '../trips/around.ts'
import { carriers } from '../trips/order.ts'
import { carries, isAhead, segmentThing, withExecutive } from '../trips/segments.ts'
import { laterForPeople, moveSegment } from '../trips/ways-out.ts'
import { clockWords, whenWords } from '../trips/words.ts'

const params = z.strictObject({})

/** Something at which the executive would be missed; not the flight itself, nor a stay that is paid for meanwhile. */
const isMissed = (plan: Plan, item: PlanItem): boolean => {
  if (item.kind === 'focus' || item.kind === 'travel') return false
  const part = segmentsByItem(plan).get(item.key)
  return !part || !(carries(part) || part.kind === 'stay' || part.kind === 'free')
}

/** Nothing is booked for the time in the air: nobody takes a call there. What one comes to late is for `arrive-in-time` to tell. */
export const nothingInTheAir: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'nothing-in-the-air',
  title: 'Booked while in the air',
  says: 'Nothing is booked while one is in the air',
  params,
  sentence: () => 'Nothing is booked while one is in the air',
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips
      .filter(withExecutive)
      .flatMap((trip) => carriers(trip).flatMap((leg) => (leg.kind === 'flight' ? [segmentThing(leg, trip)] : []))),
  *judge(_params, view) {
    for (const trip of view.trips.filter(withExecutive))
      for (const leg of carriers(trip)) {
        if (leg.kind !== 'flight' || !view.speaksOfSegment(leg) || !isAhead(view.plan, leg, trip)) continue
        for (const item of onBetween(view.busy, leg.span.start, leg.span.end)) {
          if (item.key === leg.item || item.span.end <= leg.span.start || !isMissed(view.plan, item)) continue
          if (isWhereOneArrives(view.plan, item, leg)) continue
          const values = () => ({
            key: leg.key,
            leg: quoted(leg),
            item: quoted(item),
            begins: clockWords(item.span.start, clocksOf(item, view)),
            leaves: whenWords(leg.from),
            arrives: whenWords(leg.to),
          })
          const [start, end] = [Math.max(item.span.start, leg.span.start), Math.min(item.span.end, leg.span.end)]
          yield {
            span: { start: asInstant(start), end: asInstant(Math.max(end, start + 1)) },
            items: [segmentThing(leg, trip), item],
            code: 'in-the-air',
            values,
            badness: Math.max(1, Math.round((end - start) / minuteMs)),
          }
        }
      }
  },
  words: (e) =>
    `${text(e, 'item')} begins at ${text(e, 'begins')}, and ${text(e, 'leg')} is in the air from ${text(e, 'leaves')} to ${text(e, 'arrives')}`,
  fixes(_params, { segments, items: [item], verdict, plan }) {
    const leg = segments.find(({ key }) => key === text(verdict.evidence, 'key'))
    if (!leg?.span || !item) return []
    const start = laterForPeople(leg.span.end)
    const part = segmentsByItem(plan).get(item.key)
    return part ? moveSegment(part, start) : waysOut(plan, item, start)
  },
})
