import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { lengthWords } from '../local.ts'
import { waysOut } from '../moves.ts'
import type { PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanTrip } from '../segment.ts'
import { asInstant, hourMs, minuteMs } from '../time.ts'
import { clocksOf, firstExpected, segmentsByItem } from '../trips/around.ts'
import { carriers, minutesFrom, type Timed } from '../trips/order.ts'
import { minutesBetween } from '../trips/places.ts'
import { isAhead, segmentThing, withExecutive } from '../trips/segments.ts'
import { later, moveSegment } from '../trips/ways-out.ts'
import { clockWords, momentWords, whenWords } from '../trips/words.ts'
import type { Found, View } from '../view.ts'

const params = z.strictObject({
  marginMinutes: z.int().min(0).max(1440).default(30).describe('Spare time before what follows'),
  landingMinutes: z.int().min(0).max(600).default(45).describe('From landing to leaving the airport'),
})
type Params = z.infer<typeof params>

/** What begins later than this after an arrival is in no danger from it. */
const farMs = 8 * hourMs

/**
 * Whoever arrives is there in time for what follows, a meeting or a dinner, with the margin they want and, after a flight, time
 * to leave the airport; and with the way, where somebody has said how long it is. What is on at once is for `overlap` to tell.
 */
export const arriveInTime: AnyKind = ruleKind<Params>({
  kind: 'arrive-in-time',
  title: 'Too late for what follows',
  says: 'One arrives in time for what follows, with a margin',
  params,
  sentence: ({ marginMinutes, landingMinutes }) =>
    `One arrives ${lengthWords(marginMinutes)} before what follows, and ${lengthWords(landingMinutes)} more after a landing`,
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips.filter(withExecutive).flatMap((trip) => carriers(trip).map((leg) => segmentThing(leg, trip))),
  *judge(params, view) {
    for (const trip of view.trips.filter(withExecutive)) {
      const legs = carriers(trip)
      for (const [i, leg] of legs.entries()) {
        if (!view.speaksOfSegment(leg) || !isAhead(view.plan, leg, trip)) continue
        const next = legs.slice(i + 1).find(({ span }) => span.start >= leg.span.end)
        const until = Math.min(next?.span.start ?? Number.POSITIVE_INFINITY, leg.span.end + farMs)
        const item = firstExpected(view.plan, view.busy, leg.span.end, until)
        const found = item && tooLate(leg, item, params, view, trip)
        if (found) yield found
      }
    }
  },
  words(e) {
    const way = number(e, 'way') > 0 ? `, ${lengthWords(number(e, 'way'))} of it for the way` : ''
    return `${text(e, 'leg')} arrives ${text(e, 'arrives')} and ${text(e, 'item')} begins at ${text(e, 'begins')}: ${lengthWords(number(e, 'gap'))}, ${lengthWords(number(e, 'needed'))} are wanted${way}`
  },
  fixes(_params, { segments, items: [item], verdict, plan }) {
    const leg = segments.find(({ key }) => key === text(verdict.evidence, 'key'))
    if (!leg?.span || !item) return []
    const start = later(leg.span.end + number(verdict.evidence, 'needed') * minuteMs)
    const part = segmentsByItem(plan).get(item.key)
    return part ? moveSegment(part, start) : waysOut(plan, item, start)
  },
})

const tooLate = (leg: Timed, item: PlanItem, params: Params, view: View, trip: PlanTrip): Found | null => {
  const way = item.place === null ? null : minutesBetween(leg.to, endAt(item.place.name), view.plan.travelMinutes)
  const landing = leg.kind === 'flight' ? params.landingMinutes : 0
  const needed = Math.ceil(params.marginMinutes + landing + (way ?? 0))
  const gap = minutesFrom(leg.span.end, item.span.start)
  if (gap >= needed) return null
  const values = () => ({
    key: leg.key,
    leg: quoted(leg),
    arrives: whenWords(leg.to) ?? momentWords(leg.span.end, view.zoneAt(leg.span.end)),
    item: quoted(item),
    begins: clockWords(item.span.start, clocksOf(item, view)),
    gap,
    needed,
    way: Math.round(way ?? 0),
  })
  return {
    span: { start: leg.span.end, end: asInstant(Math.max(item.span.start, leg.span.end + 1)) },
    items: [segmentThing(leg, trip), item],
    about: leg.key,
    code: 'late',
    values,
    badness: needed - gap,
  }
}

const endAt = (place: string) => ({ place, airport: null, terminal: null, zone: null, day: null, wall: null, at: null })
