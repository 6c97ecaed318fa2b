import type { Act } from '../../../act.ts'
import { trips } from '../../../travel/queries.ts'
import type { Sample } from '../model.ts'

type With = {
  /** Ids of the sample's events by their titles. */
  readonly events: ReadonlyMap<string, string>
  readonly calendars: ReadonlyMap<string, string>
  readonly did: <O>(act: Act, operation: string, input: unknown) => Promise<O>
}
type Made = { readonly id: string }

/**
 * The journey as a trip, whose parts stand on the calendar already; then the airline's mail of a new time is dropped in and taken,
 * so that what is behind it no longer works. One of a sample that was there before is called off.
 */
export async function addTrip(act: Act, sample: Sample, { events, calendars, did }: With): Promise<void> {
  const { draft, segments, points, minutes, mail } = sample.trip(act.desk.executive)
  for (const { id, terms } of await trips(act.db, act.desk.id))
    if (terms.title === draft.title && terms.cancelled === null)
      await did(act, 'trip.cancel', { id, why: 'The sample is laid out again' })
  for (const way of minutes) await did(act, 'place.minutes', way)
  const { id: tripId } = (
    await did<{ trip: Made }>(act, 'trip.add', { ...draft, calendarId: calendars.get('Work (sample)') })
  ).trip
  const ids = new Map<string, string>()
  for (const { event, draft: part } of segments) {
    const eventId = event === undefined ? null : (events.get(event) ?? null)
    const { segment } = await did<{ segment: Made }>(act, 'segment.add', { ...part, tripId, eventId })
    ids.set(part.number ?? part.title ?? part.kind, segment.id)
  }
  for (const point of points) await did(act, 'point.add', { ...point, tripId })
  const text = mail(act.at.toZonedDateTimeISO(sample.zone), tripId)
  const { confirmation } = await did<{ confirmation: Made }>(act, 'confirmation.drop', { text, tripId })
  await did(act, 'confirmation.take', { id: confirmation.id, parts: [{ index: 0, segmentId: ids.get('XQ 345') }] })
}
