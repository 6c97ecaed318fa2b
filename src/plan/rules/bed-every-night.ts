import * as z from 'zod'
import { homeOf } from '../boundaries.ts'
import { number, quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { dayFromText, dayText } from '../text.ts'
import { asDay, type Day, midnight, type Span } from '../time.ts'
import { areOfOne, isAboard, isForNight, nightsOf, runsOf, stays } from '../trips/nights.ts'
import { isOwn, live, segmentThing, tripThing } from '../trips/segments.ts'
import { askOf, callOff, wishForStay } from '../trips/ways-out.ts'
import { dayWords } from '../trips/words.ts'
import type { Found, View } from '../view.ts'

const params = z.strictObject({})

/**
 * A bed for every night of a trip, under way or in a house, and no two. Silent of a trip without any part yet, and of nights that
 * are over; a stay that does not say from when or until when is asked about, and no night it may be for is called missing.
 */
export const bedEveryNight: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'bed-every-night',
  title: 'Where does one sleep?',
  says: 'There is a bed for every night of a trip, and no two',
  params,
  sentence: () => 'There is a bed for every night of a trip, and no two',
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips.filter((trip) => nightsOf(trip).length > 0 && live(trip).length > 0).map(tripThing),
  *judge(_params, view) {
    for (const trip of view.trips) {
      if (live(trip).length === 0) continue
      const nights = nightsOf(trip).filter((night) => isAheadOf(night, view))
      yield* missing(trip, nights, view)
      yield* twice(trip, nights, view)
      yield* unknown(trip, nights, view)
    }
  },
  words(e) {
    if (e.code === 'unknown')
      return `Nobody has said ${text(e, 'what')} ${text(e, 'stay')} is booked, so some nights may be without a bed`
    const nights = number(e, 'nights') === 1 ? 'night of' : `${text(e, 'nights')} nights from`
    return e.code === 'none'
      ? `There is no bed for the ${nights} ${text(e, 'first')} on ${text(e, 'trip')}`
      : `There are two beds for the ${nights} ${text(e, 'first')}: ${text(e, 'stay')} and ${text(e, 'other')}`
  },
  fixes(_params, { segments, trips: [trip], verdict: { evidence } }) {
    if (evidence.code === 'two') return segments.map(callOff)
    if (evidence.code === 'unknown')
      return segments
        .filter((stay) => !isOwn(stay))
        .map((stay) =>
          askOf(
            stay,
            `Please tell us ${text(evidence, 'what')} it is booked`,
            `Ask ${text(evidence, 'what')} ${quoted(stay)} is booked`,
          ),
        )
    const [from, until] = [dayFromText(text(evidence, 'from')), dayFromText(text(evidence, 'until'))]
    if (!trip || from === null || until === null) return []
    return [wishForStay(trip, from, until, `Note that a bed is wanted from ${dayWords(from)} to ${dayWords(until)}`)]
  },
})

/** The morning after it is still to come. */
const isAheadOf = (night: Day, { plan }: View): boolean =>
  plan.at === null || homeOf(plan).toInstant(midnight(asDay(night + 1))) > plan.at

const spanOf = (nights: readonly Day[], { plan }: View): Span => {
  const [first, last] = [nights[0] as Day, nights.at(-1) as Day]
  const home = homeOf(plan)
  return { start: home.toInstant(midnight(first)), end: home.toInstant(midnight(asDay(last + 1))) }
}

const saying = (nights: readonly Day[]) => ({ nights: nights.length, first: dayWords(nights[0] as Day) })

/** The evening a bed is wanted from, and the day one leaves it. */
const datesOf = (nights: readonly Day[]) => ({
  from: dayText(nights[0] as Day),
  until: dayText(asDay((nights.at(-1) as Day) + 1)),
})

function* missing(trip: PlanTrip, nights: readonly Day[], view: View): Generator<Found> {
  const without = nights.filter(
    (night) => !isAboard(trip, night) && stays(trip).every((stay) => isForNight(stay, night) === false),
  )
  for (const run of runsOf(without))
    yield {
      span: spanOf(run, view),
      items: [tripThing(trip)],
      about: `${trip.key} none ${run[0]}`,
      code: 'none',
      values: () => ({ ...saying(run), trip: quoted(trip), ...datesOf(run) }),
      badness: run.length,
    }
}

function* twice(trip: PlanTrip, nights: readonly Day[], view: View): Generator<Found> {
  const all = stays(trip)
  for (const [i, stay] of all.entries())
    for (const other of all.slice(i + 1)) {
      if (!areOfOne(stay, other, trip)) continue
      const both = nights.filter((night) => isForNight(stay, night) && isForNight(other, night))
      for (const run of runsOf(both))
        yield {
          span: spanOf(run, view),
          items: [segmentThing(stay, trip), segmentThing(other, trip)],
          about: `${stay.key} ${other.key} ${run[0]}`,
          code: 'two',
          values: () => ({ ...saying(run), stay: quoted(stay), other: quoted(other) }),
          badness: run.length,
        }
    }
}

const whatIsOpen = ({ from, to }: PlanSegment): string =>
  from.day === null && to.day === null ? 'from when and until when' : from.day === null ? 'from when' : 'until when'

/** Stays of which it is not known whether they are for a night that has no other bed. */
function* unknown(trip: PlanTrip, nights: readonly Day[], view: View): Generator<Found> {
  for (const stay of stays(trip)) {
    const open = nights.filter(
      (night) =>
        isForNight(stay, night) === null &&
        !isAboard(trip, night) &&
        !stays(trip).some((other) => isForNight(other, night) === true),
    )
    if (open.length === 0) continue
    yield {
      span: spanOf(open, view),
      items: [segmentThing(stay, trip)],
      about: `${stay.key} unknown`,
      code: 'unknown',
      values: () => ({ stay: quoted(stay), what: whatIsOpen(stay) }),
      badness: open.length,
    }
  }
}
