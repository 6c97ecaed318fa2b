import * as z from 'zod'
import type { PlanTrip } from '../../../../plan/segment.ts'
import { segmentKinds, segmentStates } from '../../../../plan/segment.ts'
import type { DeskReader } from '../../../calendar/views/model.ts'
import { labels } from '../../../shapes.ts'
import { mayReadThing } from '../../trips/model.ts'

const ms = z.int()
const day = z.int()
const said = z.string().nullable()
const span = z.object({ start: ms, end: ms })
const end = z.object({
  place: said,
  airport: said,
  terminal: said,
  zone: said,
  day: day.nullable(),
  wall: ms.nullable(),
  at: ms.nullable(),
})
const minute = z.int().nullable()

const segment = z.object({
  key: z.string(),
  trip: z.string(),
  kind: z.enum(segmentKinds),
  status: z.enum(segmentStates),
  title: z.string(),
  label: labels,
  provider: said,
  number: said,
  confirmation: said,
  from: end,
  to: end,
  span: span.nullable(),
  item: said,
  checkInBy: ms.nullable(),
  cancelBy: ms.nullable(),
  seat: said,
  cabin: said,
  name: said,
  fare: z.object({
    changeable: z.boolean().nullable(),
    changeableUntil: ms.nullable(),
    refundable: z.boolean().nullable(),
    refundableUntil: ms.nullable(),
  }),
  asked: z
    .object({
      words: z.string(),
      on: day.nullable(),
      from: said,
      to: said,
      departAfter: minute,
      arriveBy: minute,
      cabin: said,
      seat: said.optional(),
      name: said,
    })
    .nullable(),
  waiting: z.object({ words: z.string(), of: z.string(), since: ms }).nullable(),
  checkedAt: ms.nullable(),
  changedAt: ms.nullable().optional(),
  dependsOn: z.array(z.string()),
  minimumConnection: z.int().nullable(),
  fallback: said,
  driver: said,
  pickUp: said,
  people: z.array(z.object({ name: said, address: said })),
})

/** A trip as a screen judges what hangs on it; nobody's papers are in it. */
export const tripShape = z.object({
  key: z.string(),
  title: z.string(),
  label: labels,
  span,
  first: day,
  last: day,
  travellers: z.array(z.object({ name: z.string(), executive: z.boolean(), passportName: z.null(), papers: z.null() })),
  entries: z.array(z.object({ country: z.string(), visa: z.enum(['unknown', 'not needed', 'needed', 'held']) })),
  segments: z.array(segment),
  points: z.array(z.object({ key: z.string(), words: z.string(), owner: said, dueAt: ms.nullable() })),
  lastWayHome: said,
})

/** Trips as a reader of that area may know them, without what is in their travellers' passports; none for anybody else. */
export const tripsSeen = (trips: readonly PlanTrip[], reader: DeskReader): readonly PlanTrip[] => {
  if (!reader.travel || reader.sees === 'busy') return []
  return trips
    .filter((trip) => mayReadThing({ key: trip.key, trip, segment: null, title: trip.title, span: null }, reader))
    .map((trip) => ({
      ...trip,
      travellers: trip.travellers.map((one) => ({ ...one, passportName: null, papers: null })),
    }))
}
