import type { Act } from '../../act.ts'
import { type DeskReader, maySee } from '../../calendar/views/model.ts'
import { dayOfEnd, endWords, localWords } from '../ends/model.ts'
import type { Point } from '../points/model.ts'
import { pointsOfTrips, segmentsOfTrips, tripsBetween } from '../queries.ts'
import { byBegin, type Segment, titleOf } from '../segments/model.ts'
import { byNeed, nowAt, ownersOf } from '../showing/actions.ts'
import type { Trip } from '../trips/model.ts'
import { statusWords } from '../words.ts'

/** A line about a trip for a note or a sheet of paper. */
type TripLine = { readonly words: string; readonly detail: string; readonly item: string }

type Known = { readonly trip: Trip; readonly segments: readonly Segment[]; readonly points: readonly Point[] }

/** Trips from today until a day, as far as a reader may know them, with what is on and what is open. */
async function knownUntil(act: Act, last: string, reader: DeskReader): Promise<Known[]> {
  if (!reader.travel) return []
  const first = nowAt(act).toPlainDate().toString()
  return act.asDesk(async () => {
    const found = (await tripsBetween(act.db, act.desk.id, { first, last }, null)).filter(
      ({ label, readers, terms }) =>
        terms.cancelled === null &&
        (maySee(label, reader) || (reader.sees === 'named' && readers.includes(reader.member ?? ''))),
    )
    const ids = found.map(({ id }) => id)
    const segments = (await segmentsOfTrips(act.db, act.desk.id, ids)).filter(({ status }) => status !== 'cancelled')
    const points = (await pointsOfTrips(act.db, act.desk.id, ids)).filter(({ terms }) => terms.settled === null)
    return found.map((trip) => ({
      trip,
      segments: segments.filter(({ tripId }) => tripId === trip.id).sort(byBegin),
      points: points.filter(({ tripId }) => tripId === trip.id).sort(byNeed),
    }))
  })
}

/** A year ahead: nothing of a trip is asked for earlier. */
const daysAhead = 366

/** For whoever takes over: what was asked of others and not answered, and what is open and due until then. */
export async function tripsHandedOver(act: Act, until: Temporal.Instant, reader: DeskReader) {
  const last = nowAt(act).toPlainDate().add({ days: daysAhead }).toString()
  const known = await knownUntil(act, last, reader)
  const owners = await ownersOf(act)
  const by = until.toZonedDateTimeISO(act.desk.zone).toPlainDate().toString()
  const flight = known.flatMap(({ trip, segments }) =>
    segments.filter(({ terms }) => terms.waiting).map((segment): TripLine => waitingLine(act, trip, segment)),
  )
  const due = known.flatMap(({ trip, points }) =>
    points
      .filter(({ dueOn }) => dueOn !== null && dueOn <= by)
      .map(
        (point): TripLine => ({
          words: `${trip.terms.title}: ${point.terms.words}, due ${localWords(point.dueOn ?? '')}`,
          detail: point.ownerId === null ? 'nobody sees to it' : (owners.get(point.ownerId) ?? ''),
          item: point.id,
        }),
      ),
  )
  return { flight, due }
}

const waitingLine = (act: Act, trip: Trip, segment: Segment): TripLine => ({
  words: `${titleOf(segment)}: ${statusWords(segment, nowAt(act))}`,
  detail: `${trip.terms.title}; wanted: ${segment.terms.waiting?.words ?? ''}`,
  item: segment.id,
})

/** For the paper of a day: each part of a trip that begins or ends on it, and what is open and due by then. */
export async function tripsOnDay(act: Act, on: string, reader: DeskReader): Promise<string[]> {
  const known = await knownUntil(act, on, reader)
  act.looked(known.map(({ trip }) => trip))
  const day = dayOfEnd({ local: on })
  return known.flatMap(({ trip, segments, points }) => [
    ...segments
      .filter(({ terms: { from, to } }) => dayOfEnd(from) === day || dayOfEnd(to) === day)
      .map((segment) => [titleOf(segment), ...timesOf(segment), statusWords(segment, nowAt(act))].join(' · ')),
    ...points
      .filter(({ dueOn }) => dueOn !== null && dueOn <= on)
      .map(({ terms, dueOn }) => `Open: ${terms.words} (${trip.terms.title}, due ${localWords(dueOn ?? '')})`),
  ])
}

const timesOf = ({ terms: { from, to } }: Segment): string[] => {
  const times = [endWords(from), endWords(to)].filter((one) => one !== null)
  return times.length === 0 ? [] : [times.join(' to ')]
}
