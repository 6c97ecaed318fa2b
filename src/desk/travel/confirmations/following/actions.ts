import type { Act } from '../../../act.ts'
import { tripById } from '../../queries.ts'
import type { Trip } from '../../trips/model.ts'
import { type Confirmation, confirmationsIn, saveConfirmation } from '../queries.ts'

/** The private trip that parts of a confirmation went into, if any did: what the whole of it says is as private as that. */
export async function privateTripOf(act: Act, taken: Confirmation['taken']): Promise<Trip | null> {
  for (const id of new Set(taken.map(({ tripId }) => tripId))) {
    const trip = await tripById(act.db, act.desk.id, id)
    if (trip?.label === 'private') return trip
  }
  return null
}

/** What a trip lends its parts goes to what they were read from as well; the ids of those that changed. */
export async function lendToConfirmations(act: Act, trip: Trip): Promise<string[]> {
  const ids: string[] = []
  for (const one of await confirmationsIn(act.db, act.desk.id, trip.id)) {
    const other = trip.label === 'private' ? trip : await privateTripOf(act, one.taken)
    const [label, tripId] = [other ? ('private' as const) : trip.label, other?.id ?? one.tripId]
    if (label === one.label && tripId === one.tripId) continue
    await saveConfirmation(act.db, act.desk.id, { ...one, label, tripId }, { at: act.at, entry: act.entry })
    ids.push(one.id)
  }
  return ids
}
