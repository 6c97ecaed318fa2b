import { type Amount, chosenOnly, lists, type Reader } from '../../desk/travel/itinerary/lists/model.ts'
import type { TripView } from '../../desk/travel/model.ts'

/** What is chosen before somebody is given their part of a trip. */
export type Draft = {
  readonly for: Reader
  readonly shows: Amount
  /** Of a driver or a host, what is theirs. */
  readonly segments: readonly string[]
  readonly to: string
  readonly reach: string
  readonly needs: string
  readonly emergency: boolean
}

export const newDraft: Draft = {
  for: 'traveller',
  shows: 'full',
  segments: [],
  to: '',
  reach: '',
  needs: '',
  emergency: false,
}

type Trip = Pick<TripView, 'segments' | 'travellers'>

/** The parts that somebody can be given, of those who are told of nothing else; none for anybody else. */
export const choosable = (trip: Trip, reader: Reader): Trip['segments'] =>
  chosenOnly.has(reader)
    ? trip.segments.filter(({ kind, status }) => lists[reader][kind] !== undefined && status !== 'cancelled')
    : []

/** The draft for another reader: what is theirs alone is chosen anew, and whoever drives or travels is named. */
export function forReader(draft: Draft, reader: Reader, trip: Trip): Draft {
  const parts = choosable(trip, reader)
  const rides = parts.length === 1 ? parts.map(({ id }) => id) : []
  const driver = parts.find(({ driver }) => driver !== null)?.driver ?? ''
  const to = reader === 'traveller' ? (trip.travellers[0]?.name ?? '') : reader === 'driver' ? driver : ''
  return { ...draft, for: reader, segments: rides, to, needs: '', emergency: false }
}

const some = (words: string): string | null => (words.trim() === '' ? null : words.trim())

/** What is asked of the desk: what is seen, and with whom it is for, what is given out. */
export const wantedOf = (draft: Draft, tripId: string) => ({
  tripId,
  for: draft.for,
  shows: draft.shows,
  segments: [...draft.segments],
  reach: some(draft.reach),
  needs: chosenOnly.has(draft.for) ? some(draft.needs) : null,
})

/** The sheet for an emergency goes with the whole of it, to those it is of use to. */
export const mayHaveSheet = ({ for: reader, shows }: Draft): boolean => !chosenOnly.has(reader) && shows === 'full'
