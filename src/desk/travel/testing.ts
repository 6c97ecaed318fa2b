import type { TestDesk } from '../testing.ts'
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
