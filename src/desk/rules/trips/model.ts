import type { Finding } from '../../../plan/finding.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { PlanSegment, PlanTrip } from '../../../plan/segment.ts'
import type { Instant, Span } from '../../../plan/time.ts'
import type { Labelled } from '../../act.ts'
import { type DeskReader, maySee, type Reader } from '../../calendar/views/model.ts'

/** Something of a trip that a finding can be about: the trip, a part of it, or what is still open about it. */
export type TripThing = {
  readonly key: string
  readonly trip: PlanTrip
  readonly segment: PlanSegment | null
  readonly title: string
  readonly span: Span | null
}

/** Everything of the trips of a plan by its key. */
export const tripThings = ({ trips = [] }: Pick<Plan, 'trips'>): ReadonlyMap<string, TripThing> =>
  new Map<string, TripThing>(
    trips.flatMap((trip): (readonly [string, TripThing])[] => [
      [trip.key, { key: trip.key, trip, segment: null, title: trip.title, span: trip.span }] as const,
      ...trip.segments.map((segment) => {
        const { key, title, span } = segment
        return [key, { key, trip, segment, title, span }] as const
      }),
      ...trip.points.map(({ key, words }) => [key, { key, trip, segment: null, title: words, span: null }] as const),
    ]),
  )

/** The id behind a key of the plan: `segment:0190…` */
export const idOfThing = (key: string): string => key.slice(key.indexOf(':') + 1)

/** Whether a reader may have the words of something of a trip: its label allows it, or the trip names them. */
export const mayReadThing = ({ trip: { label, readers = [] } }: TripThing, reader: Reader): boolean =>
  maySee(label, reader) || (reader.sees === 'named' && reader.member !== null && readers.includes(reader.member))

/** What of trips a reader may know, by key: nothing for whoever does not read that area. */
export const thingsSeen = (
  things: ReadonlyMap<string, TripThing>,
  reader: DeskReader,
): ReadonlyMap<string, TripThing> =>
  reader.travel ? new Map([...things].filter(([, thing]) => mayReadThing(thing, reader))) : new Map()

/** Those of some keys, as who looked at them is noted. */
export const labelledThings = (keys: Iterable<string>, things: ReadonlyMap<string, TripThing>): Labelled[] =>
  [...keys].flatMap((key) => {
    const found = things.get(key)
    return found ? [{ id: idOfThing(key), label: found.trip.label }] : []
  })

/**
 * Since when somebody outside has been asked about a finding and not answered: of its parts that wait, where nothing it is about has
 * changed since the asking. What changed after that nobody was asked about yet.
 */
export function askedSince({ items }: Pick<Finding, 'items'>, things: ReadonlyMap<string, TripThing>): Instant | null {
  const named = new Set(items)
  const parts = [...things.values()].flatMap(({ segment }) =>
    segment && (named.has(segment.key) || (segment.item !== null && named.has(segment.item))) ? [segment] : [],
  )
  const asked = parts.flatMap(({ waiting }) => (waiting ? [waiting.since] : []))
  if (asked.length === 0) return null
  const last = Math.max(...asked)
  return parts.every(({ changedAt = null }) => changedAt === null || changedAt <= last) ? (last as Instant) : null
}
