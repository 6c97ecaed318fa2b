import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { differences } from '../trips/asked.ts'
import { isAhead, isOwn, live, segmentThing, spanOfSegment } from '../trips/segments.ts'
import { askOf } from '../trips/ways-out.ts'
import { listWords } from '../trips/words.ts'

const params = z.strictObject({})

/** What was asked of somebody, or holds a name that has to be the passport's; the desk's own wishes are as they are. */
const isHeld = (segment: PlanSegment, trip: PlanTrip): boolean =>
  !isOwn(segment) && (segment.asked !== null || trip.travellers.length === 1)

/** What is booked is what was asked for: day and month, airports, times, cabin, seat and name. What either leaves open is no difference. */
export const asAsked: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'as-asked',
  title: 'Not booked as asked',
  says: 'What is booked is what was asked for',
  params,
  sentence: () => 'What is booked is what was asked for: day, airport, times, cabin, seat and name',
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips.flatMap((trip) =>
      live(trip)
        .filter((segment) => isHeld(segment, trip))
        .map((segment) => segmentThing(segment, trip)),
    ),
  *judge(_params, view) {
    for (const trip of view.trips)
      for (const segment of live(trip)) {
        if (!isHeld(segment, trip) || !view.speaksOfSegment(segment) || !isAhead(view.plan, segment, trip)) continue
        const different = differences(segment, trip)
        if (different.length === 0) continue
        const values = () => ({
          segment: quoted(segment),
          different: listWords(different),
          asked: segment.asked?.words.slice(0, 120) ?? null,
        })
        yield {
          span: spanOfSegment(segment, trip),
          items: [segmentThing(segment, trip)],
          about: segment.key,
          code: 'different',
          values,
          badness: different.length,
        }
      }
  },
  words(e) {
    const asked = text(e, 'asked') === '' ? '' : `; asked was “${text(e, 'asked')}”`
    return `${text(e, 'segment')} is booked ${text(e, 'different')}${asked}`
  },
  fixes(_params, { segments: [segment], verdict }) {
    if (!segment) return []
    const wanted = segment.asked?.words ?? `Please change what is booked ${text(verdict.evidence, 'different')}`
    return [askOf(segment, wanted, `Ask to have ${quoted(segment)} changed to what was asked`)]
  },
})
