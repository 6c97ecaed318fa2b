import * as z from 'zod'
import type { Evidence } from '../finding.ts'
import { number, quoted, text } from '../found.ts'
import { lengthWords } from '../local.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { asInstant, type Instant, minuteMs } from '../time.ts'
import { minutesFrom, type Served, servedIn } from '../trips/order.ts'
import { changesTerminal, isSamePlace, minutesBetween, namesOf, placeWords } from '../trips/places.ts'
import { isRide, isToCome, live, segmentThing, spanAt } from '../trips/segments.ts'
import { askOf, earlier, later, moveSegment, sayMinutes } from '../trips/ways-out.ts'
import { whenWords } from '../trips/words.ts'
import type { Found, View } from '../view.ts'

const params = z.strictObject({
  checkInMinutes: z
    .int()
    .min(0)
    .max(600)
    .default(60)
    .describe('At the airport before a flight, where the booking says nothing'),
  stationMinutes: z.int().min(0).max(600).default(10).describe('At the station before a train'),
  landingMinutes: z.int().min(0).max(600).default(30).describe('From landing to the pick-up'),
  waitMinutes: z
    .int()
    .min(15)
    .max(1440)
    .default(90)
    .describe('Longest wait for a pick-up, or at the airport before a departure'),
})
type Params = z.infer<typeof params>

/**
 * A ride fits the departure or arrival it is for, in place and time: it does not bring its traveller when check-in is over,
 * nor hours too early, and whoever meets an arrival is there when it arrives, at that airport and terminal.
 */
export const rideFits: AnyKind = ruleKind<Params>({
  kind: 'ride-fits',
  title: 'The ride does not fit',
  says: 'Rides fit what they bring to and meet, in place and time',
  params,
  sentence: ({ checkInMinutes }) =>
    `Rides fit the flight: there when it lands, and ${lengthWords(checkInMinutes)} before it leaves unless check-in closes at another time`,
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips.flatMap((trip) =>
      live(trip)
        .filter(isRide)
        .map((ride) => segmentThing(ride, trip)),
    ),
  *judge(params, view) {
    for (const trip of view.trips)
      for (const served of servedIn(trip)) {
        const { ride, leg, way } = served
        if (!(view.speaksOfSegment(ride) || view.speaksOfSegment(leg))) continue
        if (!isToCome(view.plan, ride) && !isToCome(view.plan, leg)) continue
        const elsewhere = placeOf(served, trip)
        if (elsewhere) yield elsewhere
        const late = way === 'to' ? bringing(served, params, view, trip) : meeting(served, params, trip)
        if (late) yield late
      }
  },
  words: wordsOf,
  fixes(params, { segments, verdict, plan }) {
    const ride = segments.find(({ key }) => key === text(verdict.evidence, 'key'))
    const leg = segments.find(({ key }) => key !== ride?.key)
    return ride && leg ? fixesOf(ride, leg, params, verdict.evidence, plan.at) : []
  },
})

const startOf = ({ span, from }: PlanSegment): Instant => span?.start ?? from.at ?? asInstant(0)

const usualFor = (leg: PlanSegment, { checkInMinutes, stationMinutes }: Params): Instant =>
  asInstant(startOf(leg) - (leg.kind === 'flight' ? checkInMinutes : stationMinutes) * minuteMs)

const deadlineOf = (leg: PlanSegment, params: Params): Instant => {
  const [{ checkInBy, kind }, starts] = [leg, startOf(leg)]
  if (checkInBy !== null && kind !== 'flight') return checkInBy
  // Check-in online is open to the traveller long before: only one that closes as they come to the airport is a time to be there.
  const isAtTheDesk = checkInBy !== null && checkInBy <= starts && starts - checkInBy <= 4 * 60 * minuteMs
  return isAtTheDesk ? checkInBy : usualFor(leg, params)
}

/** Another airport, another terminal, or places that somebody tied together and that are not one. */
const placeOf = ({ ride, leg, way }: Served, trip: PlanTrip): Found | null => {
  const [there, here] = way === 'to' ? [ride.to, leg.from] : [ride.from, leg.to]
  const isWrong = (there.airport !== null && isSamePlace(there, here) === false) || changesTerminal(there, here)
  return isWrong ? found({ ride, leg, way }, trip, 'elsewhere', 60) : null
}

const bringing = (served: Served, params: Params, { plan }: View, trip: PlanTrip): Found | null => {
  const { ride, leg } = served
  const by = deadlineOf(leg, params)
  if (ride.to.at === null) return startingOnly(served, by, plan, trip)
  const late = minutesFrom(by, ride.to.at)
  if (late > 0) return found(served, trip, 'late', late, by)
  const [later, waits] = [minutesFrom(ride.to.at, thereBy(leg, by, params)), minutesFrom(ride.to.at, leg.span.start)]
  return waits > params.waitMinutes && later >= worthAsking ? found(served, trip, 'early', later, by) : null
}

/** Nobody is asked to come a few minutes later. */
const worthAsking = 30

/** When one comes to a departure who wants to wait no longer than usual: never after check-in has closed. */
const thereBy = (leg: PlanSegment, by: Instant, params: Params): Instant =>
  asInstant(Math.min(by, usualFor(leg, params)))

/** With so much time nobody has to ask how far it is. */
const plentyMinutes = 240

/** Of a ride that says only when it begins: late where the way is known, or where it begins when it should have arrived. */
const startingOnly = (served: Served, by: Instant, plan: View['plan'], trip: PlanTrip): Found | null => {
  const { ride, leg } = served
  if (ride.from.at === null) return null
  if (ride.from.at >= by) return found(served, trip, 'late', Math.max(1, minutesFrom(by, ride.from.at)), by)
  const way = minutesBetween(ride.from, leg.from, plan.travelMinutes)
  if (way === null) {
    const hasPlenty = minutesFrom(ride.from.at, by) >= plentyMinutes || namesOf(ride.from).length === 0
    return hasPlenty ? null : found(served, trip, 'how-long', 1, by)
  }
  const late = minutesFrom(by, ride.from.at + way * minuteMs)
  return late > 0 ? found(served, trip, 'late', late, by) : null
}

const meeting = (served: Served, params: Params, trip: PlanTrip): Found | null => {
  const { ride, leg } = served
  if (ride.from.at === null) return null
  const before = minutesFrom(ride.from.at, leg.span.end)
  if (before > 0) return found(served, trip, 'before', before)
  const waits = -before - (leg.kind === 'flight' ? params.landingMinutes : 0)
  return ride.kind === 'ride' && waits > params.waitMinutes ? found(served, trip, 'waits', waits) : null
}

type Pair = Pick<Served, 'ride' | 'leg' | 'way'>

const found = ({ ride, leg, way }: Pair, trip: PlanTrip, code: string, badness: number, by?: Instant): Found => {
  const [there, here] = way === 'to' ? [ride.to, leg.from] : [ride.from, leg.to]
  const at = way === 'to' ? leg.span.start : leg.span.end
  const values = () => ({
    key: ride.key,
    way,
    ride: quoted(ride),
    leg: quoted(leg),
    at: whenWords(there.at === null ? ride.from : there),
    knowsEnd: way === 'from' || there.at !== null ? 1 : 0,
    moment: whenWords(here),
    there: placeWords(there),
    here: placeWords(here),
    start: placeWords(ride.from),
    by: by === undefined ? null : whenWords({ ...here, at: by }),
    byMs: by ?? null,
    minutes: badness,
    waits: there.at === null ? null : minutesFrom(there.at, at),
  })
  return {
    span: spanAt(at),
    items: [segmentThing(ride, trip), segmentThing(leg, trip)],
    about: `${ride.key} ${leg.key} ${way}${code === 'elsewhere' ? ' place' : ''}`,
    code,
    values,
    badness,
  }
}

function wordsOf(e: Evidence): string {
  const [ride, leg, minutes] = [text(e, 'ride'), text(e, 'leg'), lengthWords(number(e, 'minutes'))]
  const brings = number(e, 'knowsEnd') === 1 ? 'arrives' : 'begins'
  switch (e.code) {
    case 'elsewhere':
      return text(e, 'way') === 'to'
        ? `${ride} goes to ${text(e, 'there')}; ${leg} leaves from ${text(e, 'here')}, ${text(e, 'moment')}`
        : `${ride} waits at ${text(e, 'there')}; ${leg} arrives at ${text(e, 'here')}, ${text(e, 'moment')}`
    case 'before':
      return `${ride} is there ${text(e, 'at')}, ${minutes} before ${leg} arrives, ${text(e, 'moment')}`
    case 'waits':
      return `${ride} comes ${text(e, 'at')}, long after ${leg} has arrived, ${text(e, 'moment')}`
    case 'how-long':
      return `How long does it take from ${text(e, 'start')} to ${text(e, 'here')}? ${ride} begins ${text(e, 'at')}; for ${leg} one has to be there by ${text(e, 'by')}`
    case 'early':
      return `${ride} ${brings} ${text(e, 'at')}, ${lengthWords(number(e, 'waits'))} before ${leg} leaves, ${text(e, 'moment')}; ${minutes} later would do`
    default:
      return `${ride} ${brings} ${text(e, 'at')}; for ${leg} one has to be there by ${text(e, 'by')}`
  }
}

function fixesOf(ride: PlanSegment, leg: PlanSegment, params: Params, e: Evidence, at: Instant | null) {
  const way = text(e, 'way')
  if (e.code === 'how-long') return sayMinutesFor(ride, leg)
  if (e.code === 'elsewhere') {
    const where = text(e, 'here')
    return [askOf(ride, way === 'to' ? `To ${where}` : `Pick-up at ${where}`, `Ask for ${quoted(ride)} at ${where}`)]
  }
  const start = startFor(ride, leg, params, e)
  return start === null || (at !== null && start <= at) ? [] : moveSegment(ride, start)
}

/** When a ride has to begin to fit; null where nobody can say. */
const startFor = (ride: PlanSegment, leg: PlanSegment, params: Params, e: Evidence): Instant | null => {
  if (leg.span === null) return null
  if (text(e, 'way') === 'from')
    return later(leg.span.end + (leg.kind === 'flight' ? params.landingMinutes : 0) * minuteMs)
  const by = number(e, 'byMs')
  if (ride.span !== null && e.code === 'early') return earlier(ride.span.start + number(e, 'minutes') * minuteMs)
  if (ride.span !== null) return earlier(by - (ride.span.end - ride.span.start))
  return e.code === 'late' && ride.from.at !== null ? earlier(ride.from.at - number(e, 'minutes') * minuteMs) : null
}

const sayMinutesFor = (ride: PlanSegment, leg: PlanSegment) => {
  const [a, b] = [placeWords(ride.from), placeWords(leg.from)]
  return a === null || b === null ? [] : [sayMinutes(a, b)]
}
