import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { isMeeting, lengthWords } from '../local.ts'
import { near, waysOut } from '../moves.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, dayOf, hourMs, minuteMs } from '../time.ts'
import { clocksOf, isExpected, segmentsByItem } from '../trips/around.ts'
import { carriers, minutesFrom, type Timed } from '../trips/order.ts'
import { isAhead, segmentThing, withExecutive, zoneAtEnd } from '../trips/segments.ts'
import { later, moveSegment } from '../trips/ways-out.ts'
import { clockWords, whenWords } from '../trips/words.ts'

const params = z.strictObject({
  minutes: z.int().min(1).max(1440).default(240).describe('Rest after a night in the air'),
})

/** The hours of sleep at home, by the clocks one left; a flight that takes four of them is a night flight. */
const [nightFrom, nightTo, most] = [22, 30, 4]

/** Hours of the night where the flight began that it takes away. */
const nightHours = (leg: Timed): number => {
  const zone = zoneAtEnd(leg.from)
  if (zone === null) return 0
  const left = zone.toWall(leg.span.start)
  const arrived = left + (leg.span.end - leg.span.start)
  let hours = 0
  for (const day of [dayOf(left) - 1, dayOf(left), dayOf(left) + 1]) {
    const [from, to] = [day * 24 + nightFrom, day * 24 + nightTo]
    hours += Math.max(0, Math.min(to, arrived / hourMs) - Math.max(from, left / hourMs))
  }
  return hours
}

export const isNightFlight = (leg: Timed): boolean => leg.kind === 'flight' && nightHours(leg) >= most

/** After a night in the air there is rest before the first meeting. */
export const restAfterNightFlight: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'rest-after-night-flight',
  title: 'No rest after a night flight',
  says: 'There is rest after a night in the air',
  params,
  sentence: ({ minutes }) => `${lengthWords(minutes)} of rest after a night in the air`,
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips.filter(withExecutive).flatMap((trip) =>
      carriers(trip)
        .filter(isNightFlight)
        .map((leg) => segmentThing(leg, trip)),
    ),
  *judge({ minutes }, view) {
    for (const trip of view.trips.filter(withExecutive))
      for (const leg of carriers(trip).filter(isNightFlight)) {
        if (!view.speaksOfSegment(leg) || !isAhead(view.plan, leg, trip)) continue
        const until = leg.span.end + minutes * minuteMs
        const item = near(view.busy, leg.span.end, until)
          .map((timed) => timed.item)
          .find((one) => isMeeting(one) && isExpected(view.plan, one))
        if (!item) continue
        const rest = minutesFrom(leg.span.end, item.span.start)
        const values = () => ({
          key: leg.key,
          leg: quoted(leg),
          arrives: whenWords(leg.to),
          item: quoted(item),
          begins: clockWords(item.span.start, clocksOf(item, view)),
          rest,
          minutes,
        })
        yield {
          span: { start: leg.span.end, end: asInstant(Math.max(item.span.start, leg.span.end + 1)) },
          items: [segmentThing(leg, trip), item],
          about: leg.key,
          code: 'short',
          values,
          badness: minutes - rest,
        }
      }
  },
  words: (e) =>
    `${text(e, 'leg')} lands ${text(e, 'arrives')} after a night in the air, and ${text(e, 'item')} begins at ${text(e, 'begins')}: ${lengthWords(number(e, 'rest'))} of rest, ${lengthWords(number(e, 'minutes'))} are wanted`,
  fixes({ minutes }, { segments, items: [item], verdict, plan }) {
    const leg = segments.find(({ key }) => key === text(verdict.evidence, 'key'))
    if (!leg?.span || !item) return []
    const start = later(leg.span.end + minutes * minuteMs)
    const part = segmentsByItem(plan).get(item.key)
    return part ? moveSegment(part, start) : waysOut(plan, item, start)
  },
})
