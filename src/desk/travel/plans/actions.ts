import type { PlanSegment } from '../../../plan/segment.ts'
import { dayText } from '../../../plan/text.ts'
import { asDay, dayOf } from '../../../plan/time.ts'
import type { Act, TripsOf } from '../../act.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { entriesOf } from '../countries/model.ts'
import { pointsOfTrips, segmentsOfTrips, tripsBetween, uidsOf } from '../queries.ts'
import type { Segment } from '../segments/model.ts'
import { homeCountry, ownersOf } from '../showing/actions.ts'
import { papersFor } from '../traveller/contribution/actions.ts'
import { type Around, planSegmentFrom, planTripOf } from './model.ts'

/** A part can lie a few days outside its trip: a night flight home, a way there on the evening before. */
const daysAround = 3

async function aroundFor(act: Act, segments: readonly Segment[], asOf: Temporal.Instant | null): Promise<Around> {
  const events = segments.flatMap(({ eventId, terms }) => [...(eventId === null ? [] : [eventId]), ...terms.dependsOn])
  return {
    home: homeZone(act.desk),
    owners: await ownersOf(act),
    uids: await uidsOf(act.db, act.desk.id, [...new Set(events)], asOf),
    segments: new Set(segments.map(({ id }) => id)),
    onFile: await papersFor(act, asOf),
  }
}

/** One segment as the plan sees it. */
export const planSegmentOf = async (act: Act, segment: Segment): Promise<PlanSegment> =>
  planSegmentFrom(segment, await aroundFor(act, [segment], null))

/** Trips that touch a window, as they are or as they were known: read as the desk itself, which sees everything. */
export const tripsIn: TripsOf = (act, { window, asOf = null }) =>
  act.asDesk(async () => {
    const home = homeZone(act.desk)
    const [first, last] = [dayOf(home.toWall(window.start)), dayOf(home.toWall(window.end))]
    const days = { first: dayText(asDay(first - daysAround)), last: dayText(asDay(last + daysAround)) }
    const found = (await tripsBetween(act.db, act.desk.id, days, asOf)).filter(({ terms }) => terms.cancelled === null)
    if (found.length === 0) return []
    const ids = found.map(({ id }) => id)
    const segments = await segmentsOfTrips(act.db, act.desk.id, ids, asOf)
    const points = await pointsOfTrips(act.db, act.desk.id, ids, asOf)
    const [around, at] = [await aroundFor(act, segments, asOf), await homeCountry(act)]
    return found.map((trip) => {
      const own = segments.filter(({ tripId }) => tripId === trip.id)
      const parts = {
        segments: own,
        points: points.filter(({ tripId }) => tripId === trip.id),
        entries: entriesOf(trip, own, at),
      }
      return planTripOf(trip, parts, around)
    })
  })
