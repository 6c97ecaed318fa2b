import type { Act } from '../../../act.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import type { SegmentView } from '../../model.ts'
import { segmentsOfTrips, tripById, trips } from '../../queries.ts'
import { mayKnow, nowAt, segmentViews } from '../../showing/actions.ts'
import type { Confirmation } from '../queries.ts'

/** A confirmation of a trip that is longer over than this is no longer held against it. */
const longestOver = Temporal.Duration.from({ days: 90 })

/** Every segment of the trips that are not long over, as whoever acts may know them. */
export async function segmentsKnown(act: Act): Promise<SegmentView[]> {
  const since = nowAt(act).toPlainDate().subtract(longestOver).toString()
  const known = (await trips(act.db, act.desk.id)).filter((one) => mayKnow(act, one) && one.lastOn >= since)
  if (known.length === 0) return []
  const ids = known.map(({ id }) => id)
  return segmentViews(act, await segmentsOfTrips(act.db, act.desk.id, ids))
}

/** Confirmations whoever acts may know of: a private one as they may know of its trip. A change reads as the desk, so it is asked here. */
export async function confirmationsKnown(act: Act, those: readonly Confirmation[]): Promise<Confirmation[]> {
  const known: Confirmation[] = []
  for (const one of those) if (one.label !== 'private' || (await isOfKnownTrip(act, one))) known.push(one)
  return known
}

async function isOfKnownTrip(act: Act, { tripId }: Confirmation): Promise<boolean> {
  if (maySee('private', readerOf(act))) return true
  const trip = tripId === null ? undefined : await tripById(act.db, act.desk.id, tripId)
  return trip !== undefined && mayKnow(act, trip)
}
