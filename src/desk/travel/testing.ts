import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type TestDesk, testDesk } from '../testing.ts'
import type { PointView, SegmentView, TripView } from './model.ts'

type Trip = { readonly trip: TripView }
type Part = { readonly segment: SegmentView }

/** The trip most tests are about: two nights in Zurich, from London. */
export const zurich = { title: 'Zurich board', from: '2026-12-01', until: '2026-12-03' }

/** XQ 345, a flight of an airline nobody has: London City to Zurich, an hour forward on the way. */
export const flight = {
  kind: 'flight',
  number: 'XQ 345',
  from: { airport: 'LCY', local: '2026-12-01T17:55' },
  to: { airport: 'ZRH', local: '2026-12-01T20:40' },
} as const

/** What a test says of trips. */
export const travelOf = (desk: TestDesk) => ({
  trip: async (draft: object = {}) => (await desk.do<Trip>('trip.add', { ...zurich, ...draft })).trip,
  show: async (id: string) =>
    desk.do<Trip & { findings: { words: string; state: string; items: object[] }[] }>('trip.show', { id }),
  add: async (tripId: string, draft: object = flight) =>
    (await desk.do<Part>('segment.add', { tripId, ...draft })).segment,
  edit: (id: string, set: object) => desk.do<Part>('segment.edit', { id, set }),
  point: async (tripId: string, draft: object) =>
    (await desk.do<{ point: PointView }>('point.add', { tripId, ...draft })).point,
  /** The newest sentences of the record, the newest first. */
  said: async (limit = 1) =>
    (await desk.do<{ entries: { words: string }[] }>('journal.list', { limit })).entries.map(({ words }) => words),
  undo: (entry: string) => desk.do('journal.undo', { entry }),
})

/** A time as an event has it, in Zurich unless told. */
export const timed = (day: string, from: string, to: string, zone = 'Europe/Zurich') => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone,
  endZone: null,
})

/** The no to what was given at a path. */
export const refusedAt = (path: string, words: unknown = expect.any(String)) => ({ refused: { path, words } })

type Events = { events: { eventId: string; title: string; start: string; end: string; cancelled: boolean }[] }

/**
 * A desk with a calendar, for all tests of a file, and a trip of its own for each, which is called off after it. To be asked for at
 * the top of a file.
 */
export function deskWithTrips() {
  const it = {} as { desk: TestDesk; the: ReturnType<typeof travelOf>; trip: TripView; work: string }
  beforeAll(async () => {
    it.desk = await testDesk()
    it.the = travelOf(it.desk)
    it.work = (await it.desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
  })
  beforeEach(async () => {
    it.trip = await it.the.trip()
  })
  afterEach(async () => {
    const { trips } = await it.desk.do<{ trips: { id: string }[] }>('trip.list')
    for (const { id } of trips) await it.desk.do('trip.cancel', { id })
  })
  afterAll(() => it.desk.stop())
  return it
}

/** What stands on the calendar of a desk between two days. */
export const onCalendar = async (desk: TestDesk, from: string, to = from) =>
  (await desk.do<Events>('event.list', { from, to })).events.filter(({ cancelled }) => !cancelled)
