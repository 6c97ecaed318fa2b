import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { minuteOfDay } from '../local.ts'
import { clock } from '../params.ts'
import type { PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanTrip } from '../segment.ts'
import { asDay, dayMs, dayOf, hourMs, midnight, minuteMs } from '../time.ts'
import { isExpected, onBetween } from '../trips/around.ts'
import { isForNight, stays } from '../trips/nights.ts'
import { carries, isTripAhead, live, tripThing, withExecutive } from '../trips/segments.ts'
import { dayBefore, openPoint } from '../trips/ways-out.ts'
import { momentWords } from '../trips/words.ts'
import type { View } from '../view.ts'

const params = z.strictObject({
  after: clock.default('21:00').describe('What ends later than this is late'),
})

/** What is late on the last evening of a trip, with no bed there: the last thing that somebody is expected at. */
const lastThing = (trip: PlanTrip, after: string, view: View): PlanItem | null => {
  const late = midnight(trip.last) + minuteOfDay(after) * minuteMs
  const until = midnight(asDay(trip.last + 1)) + 6 * hourMs
  const around = onBetween(
    view.busy,
    view.instantOf(midnight(trip.last)),
    view.instantOf(midnight(trip.last)) + 2 * dayMs,
  )
  return around
    .filter((item) => isExpected(view.plan, item) && (item.place !== null || item.link === null))
    .filter((item) => dayOf(view.wallAt(item.span.start)) === trip.last)
    .filter(({ span }) => view.wallAt(span.end) > late && view.wallAt(span.end) <= until)
    .reduce<PlanItem | null>((last, item) => (last && last.span.end >= item.span.end ? last : item), null)
}

/** Something carries them on afterwards, or there is a bed: somebody has thought of it. */
const isThoughtOf = (trip: PlanTrip, item: PlanItem): boolean =>
  trip.lastWayHome !== null ||
  live(trip).some((segment) => carries(segment) && (segment.from.at ?? segment.to.at ?? 0) >= item.span.end - hourMs) ||
  stays(trip).some((stay) => isForNight(stay, trip.last) !== false)

/** On a late last evening away from one's bed the last way home is known. */
export const wayHome: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'way-home',
  title: 'How does one get home?',
  says: 'The last way home is known on late evenings away from one’s bed',
  params,
  sentence: ({ after }) => `The last way home is known when the last evening of a trip ends after ${after}`,
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) => trips.filter(withExecutive).map(tripThing),
  *judge({ after }, view) {
    for (const trip of view.trips.filter(withExecutive)) {
      if (!isTripAhead(view.plan, trip)) continue
      const item = lastThing(trip, after, view)
      if (!item || isThoughtOf(trip, item)) continue
      const values = () => ({
        item: quoted(item),
        ends: momentWords(item.span.end, view.zoneAt(item.span.end)),
        trip: quoted(trip),
      })
      yield { span: item.span, items: [tripThing(trip), item], about: trip.key, code: 'unknown', values, badness: 1 }
    }
  },
  words: (e) =>
    `${text(e, 'item')} ends ${text(e, 'ends')}, on the last evening of ${text(e, 'trip')}: nobody has said what the last way home is`,
  fixes: (_params, { trips: [trip], items: [item], plan }) =>
    trip && item ? openPoint(trip, `Find the last way home after ${quoted(item)}`, dayBefore(plan, trip.last)) : [],
})
