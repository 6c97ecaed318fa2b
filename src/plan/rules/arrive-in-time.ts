import * as z from 'zod'
import type { Evidence } from '../finding.ts'
import { number, quoted, text } from '../found.ts'
import { lengthWords } from '../local.ts'
import { waysOut } from '../moves.ts'
import type { PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanTrip } from '../segment.ts'
import { asInstant, hourMs, minuteMs } from '../time.ts'
import { clocksOf, endNamed, expectedThere, segmentsByItem } from '../trips/around.ts'
import { missedBy, nextDayAfter } from '../trips/missed.ts'
import { carriers, leftBehind, minutesFrom, type Timed } from '../trips/order.ts'
import { isSamePlace, minutesBetween } from '../trips/places.ts'
import { isAhead, isRide, segmentThing, withExecutive } from '../trips/segments.ts'
import { laterForPeople, moveSegment } from '../trips/ways-out.ts'
import { clockWords, momentWords, whenWords } from '../trips/words.ts'
import type { Found, View } from '../view.ts'

const params = z.strictObject({
  marginMinutes: z.int().min(0).max(1440).default(15).describe('Spare time before what follows'),
  landingMinutes: z.int().min(0).max(600).default(30).describe('From landing to leaving the airport'),
})
type Params = z.infer<typeof params>

/** What begins later than this after an arrival is in no danger from it. */
const farMs = 8 * hourMs

/**
 * Whoever arrives is there in time for what follows, a meeting or a dinner, with the margin they want and, after a flight, time to
 * leave the airport; and with the way, where somebody has said how long it is. What has begun where one arrives before one is there
 * is too early as well, and so is what the trip has there before one has even left. A ride that has to come later to meet its flight
 * is reckoned as it will have to be, and its flight is told.
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
      const rides = leftBehind(trip)
      for (const [i, leg] of legs.entries()) {
        if (rides.has(leg.key) || !view.speaksOfSegment(leg) || !isAhead(view.plan, leg, trip)) continue
        const next = legs.slice(i + 1).find(({ span, key }) => !rides.has(key) && span.start >= leg.span.end)
        const until = Math.min(next?.span.start ?? Number.POSITIVE_INFINITY, leg.span.end + farMs)
        const met = legs.find(({ key }) => rides.get(key) === leg.key)
        const missed = missedBy(view.plan, trip, leg)
        for (const item of [...missed, ...expectedThere(view.plan, view.busy, leg, until)]) {
          const isMissed = missed.includes(item)
          const found = tooLate({ leg, ride: met ?? takes(next, leg, item), item, isMissed }, params, view, trip)
          if (found) yield found
        }
      }
    }
  },
  words: wordsOf,
  fixes(_params, { segments, items: [item], verdict, plan }) {
    const leg = segments.find(({ key }) => key === text(verdict.evidence, 'key'))
    if (!leg?.span || !item) return []
    const soonest = laterForPeople(leg.span.end + number(verdict.evidence, 'needed') * minuteMs)
    const start = verdict.evidence.code === 'missed' ? nextDayAfter(item, leg, soonest) : soonest
    const part = segmentsByItem(plan).get(item.key)
    return part ? moveSegment(part, start) : waysOut(plan, item, start)
  },
})

function wordsOf(e: Evidence): string {
  const way = number(e, 'way') > 0 ? `, ${lengthWords(number(e, 'way'))} of it for the way` : ''
  const gap = number(e, 'gap')
  if (e.code === 'missed')
    return `${text(e, 'leg')} arrives ${text(e, 'arrives')}, and ${text(e, 'item')} begins ${text(e, 'begins')}, before it has left`
  const there = gap < 0 ? `${lengthWords(-gap)} after it began` : lengthWords(gap)
  return `${text(e, 'leg')} arrives ${text(e, 'arrives')} and ${text(e, 'item')} begins at ${text(e, 'begins')}: ${there}, ${lengthWords(number(e, 'needed'))} are wanted${way}`
}

type Follows = {
  readonly leg: Timed
  readonly ride: Timed | undefined
  readonly item: PlanItem
  /** It begins before one has left. */
  readonly isMissed: boolean
}

/** The ride after an arrival, where it is what brings its traveller to something that has begun by then. */
const takes = (next: Timed | undefined, leg: Timed, item: PlanItem): Timed | undefined => {
  if (!next || !isRide(next) || item.span.start >= next.span.start) return undefined
  const there = item.place !== null && isSamePlace(next.to, endNamed(item.place.name)) === true
  return there || item.span.start < leg.span.end ? next : undefined
}

/** Minutes from leaving the airport to what follows: by the ride there is, from when it begins or will have to. */
const wayTo = ({ leg, ride, item }: Follows, landing: number, { plan }: View): number => {
  const rest =
    item.place === null ? null : minutesBetween((ride ?? leg).to, endNamed(item.place.name), plan.travelMinutes)
  if (!ride) return Math.ceil(rest ?? 0)
  const waits = ride.span.start >= leg.span.end
  const arrives = waits ? ride.span.end : leg.span.end + landing * minuteMs + ride.span.end - ride.span.start
  return Math.ceil(Math.max(0, (arrives - leg.span.end) / minuteMs - landing) + (rest ?? 0))
}

const tooLate = (follows: Follows, params: Params, view: View, trip: PlanTrip): Found | null => {
  const { leg, ride, item, isMissed } = follows
  const landing = leg.kind === 'flight' ? params.landingMinutes : 0
  const way = wayTo(follows, landing, view)
  const needed = params.marginMinutes + landing + way
  const gap = minutesFrom(leg.span.end, item.span.start)
  if (gap >= needed) return null
  const values = () => ({
    key: leg.key,
    via: ride?.key ?? null,
    leg: quoted(leg),
    arrives: whenWords(leg.to) ?? momentWords(leg.span.end, view.zoneAt(leg.span.end)),
    item: quoted(item),
    begins: (isMissed ? momentWords : clockWords)(item.span.start, clocksOf(item, view)),
    gap,
    needed,
    way,
  })
  const [start, end] = [Math.min(leg.span.end, item.span.start), Math.max(leg.span.end, item.span.start)]
  return {
    span: { start: asInstant(start), end: asInstant(Math.max(end, start + 1)) },
    items: [segmentThing(leg, trip), item],
    about: `${leg.key} ${item.key}`,
    code: isMissed ? 'missed' : 'late',
    values,
    badness: needed - gap,
  }
}
