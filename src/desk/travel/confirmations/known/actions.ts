import type { Act } from '../../../act.ts'
import type { SegmentView } from '../../model.ts'
import { segmentsOfTrips, trips } from '../../queries.ts'
import { mayKnow, nowAt, segmentViews } from '../../showing/actions.ts'

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
