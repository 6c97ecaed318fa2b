import { expect, test } from 'vitest'
import type { Whereabouts } from '../plan.ts'
import type { PlanSegment, PlanTrip, SegmentEnd } from '../segment.ts'
import { dayFromText, instantFromText } from '../text.ts'
import type { Instant } from '../time.ts'
import { withStays } from './stays.ts'

const at = (text: string) => instantFromText(`${text}:00Z`) as Instant
const end = (day: string, time: string | null = null): SegmentEnd => ({
  place: 'Seehof',
  airport: null,
  terminal: null,
  zone: 'Europe/Zurich',
  day: dayFromText(day),
  wall: null,
  at: time === null ? null : at(`${day}T${time}`),
})
const tripWith = (...stays: { from: SegmentEnd; to: SegmentEnd; status?: string }[]) =>
  ({
    travellers: [],
    segments: stays.map(
      (stay) => ({ kind: 'stay', status: 'booked', provider: null, ...stay }) as unknown as PlanSegment,
    ),
  }) as unknown as PlanTrip

const home: Whereabouts = { from: at('2026-01-01T00:00'), place: 'Finsbury Sq', zone: 'Europe/London' }
const away: Whereabouts = { from: at('2026-12-01T19:40'), place: null, zone: 'Europe/Zurich' }
const back: Whereabouts = { from: at('2026-12-03T20:00'), place: 'Finsbury Sq', zone: 'Europe/London' }
const places = (found: readonly Whereabouts[]) =>
  found.map(({ from, place }) => [new Temporal.Instant(BigInt(from) * 1_000_000n).toString().slice(0, 16), place])

test('whoever has arrived is at the house they sleep in, until they leave it', () => {
  const stay = { from: end('2026-12-01'), to: end('2026-12-03') }
  expect(places(withStays([home, away, back], [tripWith(stay)]))).toEqual([
    ['2026-01-01T00:00', 'Finsbury Sq'],
    ['2026-12-01T19:40', 'Seehof'],
    ['2026-12-03T10:00', null],
    ['2026-12-03T20:00', 'Finsbury Sq'],
  ])
})

test('a house in a zone where they are not moves nobody, nor does one that was called off', () => {
  const stay = { from: end('2026-11-20'), to: end('2026-11-22') }
  expect(withStays([home, away, back], [tripWith(stay)])).toEqual([home, away, back])
  const off = { from: end('2026-12-01'), to: end('2026-12-03'), status: 'cancelled' }
  expect(withStays([home, away, back], [tripWith(off)])).toEqual([home, away, back])
})
