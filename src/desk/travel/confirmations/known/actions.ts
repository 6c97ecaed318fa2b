import { type Act, isRefused, type Refused } from '../../../act.ts'
import type { SegmentView, TripBrief, TripView } from '../../model.ts'

/** A trip as whoever acts may know it. */
export async function tripKnown(act: Act, id: string): Promise<TripView | Refused> {
  const shown = await act.run('trip.show', { id })
  return isRefused(shown) ? shown : (shown.output as { trip: TripView }).trip
}

/** Every segment of the trips that are not long over, as whoever acts may know them. */
export async function segmentsKnown(act: Act): Promise<SegmentView[]> {
  const listed = await act.run('trip.list', { past: true })
  if (isRefused(listed)) return []
  const found: SegmentView[] = []
  for (const { id } of (listed.output as { trips: TripBrief[] }).trips) {
    const trip = await tripKnown(act, id)
    if (!isRefused(trip)) found.push(...trip.segments)
  }
  return found
}
