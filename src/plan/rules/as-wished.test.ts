import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../judge.ts'
import type { PlanSegment } from '../segment.ts'
import { ruleOf } from '../testing.ts'
import { end, flight, part, planFor, saidOf, stay, traveller, tripOf } from '../trips/testing.ts'
import { kindOf } from './kinds.ts'

const out = (more: Partial<PlanSegment> = {}, left = '2026-11-24 07:10', arrived = '2026-11-24 10:00') =>
  flight('XQ 345', 'LCY', left, 'ZRH', arrived, more)
const said = (params: object, segments: readonly PlanSegment[], more = {}) =>
  saidOf('as-wished', tripOf('2026-11-24', '2026-11-26', segments, more), { params })
const asked = (words: string) => ({
  asked: { words, on: null, from: null, to: null, departAfter: null, arriveBy: null, cabin: null, name: null },
})

describe('when one leaves', () => {
  test('is read on the clocks where it leaves from, of what leaves by a timetable', () => {
    expect(said({ leaveFrom: '08:00' }, [out()])).toEqual([
      '“XQ 345” leaves at 07:10; 08:00 is the earliest that is wished',
    ])
    expect(said({ leaveFrom: '07:10' }, [out()])).toEqual([])
    expect(said({ leaveBy: '19:00' }, [out({}, '2026-11-24 19:05', '2026-11-24 21:55')])).toEqual([
      '“XQ 345” leaves at 19:05; 19:00 is the latest that is wished',
    ])
    const ride = part('ride', 'Car', end('Finsbury Sq', '2026-11-24 05:30'), end('LCY', '2026-11-24 06:00'))
    expect(said({ leaveFrom: '08:00' }, [ride])).toEqual([])
  })

  test('is silent where no time is known, and of what was called off', () => {
    expect(said({ leaveFrom: '08:00' }, [flight('XQ 345', 'LCY', '2026-11-24', 'ZRH', '2026-11-24')])).toEqual([])
    expect(said({ leaveFrom: '08:00' }, [out({ status: 'cancelled' })])).toEqual([])
  })

  test('through the night is said where no flight is to be', () => {
    const night = flight('XQ 9', 'JFK', '2026-11-24 21:00', 'LHR', '2026-11-25 09:00')
    expect(said({ noNights: true }, [night, out()])).toEqual([
      '“XQ 9” is in the air through the night; no flight through the night is wished',
    ])
  })
})

describe('seat and cabin', () => {
  test('are as wished where the booking says which, and silent where it does not', () => {
    const seat = (is: string | null, cabin: string | null = 'Economy') =>
      said({ seat: 'aisle' }, [out({ seat: is, cabin })])
    expect(seat('14A')).toEqual(['“XQ 345” has seat 14A; an aisle seat is wished'])
    expect(seat('14C')).toEqual([])
    expect(seat('14B')).toEqual([])
    expect(seat('2A', 'Business')).toEqual([])
    expect(seat('2A (window)', 'Business')).toEqual(['“XQ 345” has seat 2A (window); an aisle seat is wished'])
    expect(seat(null)).toEqual([])
    expect(said({ seat: 'front' }, [out({ seat: '14A', cabin: 'Economy' })])).toEqual([])
  })

  test('are at least what is wished, on flights as long as that', () => {
    const cabin = (is: string | null, params: object = {}) =>
      said({ cabin: 'business', ...params }, [out({ cabin: is })])
    expect(cabin('Economy Light')).toEqual(['“XQ 345” is booked in “Economy Light”; business is wished'])
    expect(cabin('First')).toEqual([])
    expect(cabin('Y')).toEqual([])
    expect(cabin(null)).toEqual([])
    expect(cabin('Economy', { hours: 4 })).toEqual([])
    const long = flight('XQ 9', 'LHR', '2026-11-24 09:00', 'JFK', '2026-11-24 12:00', { cabin: 'Economy' })
    expect(said({ cabin: 'business', hours: 4 }, [long])).toHaveLength(1)
  })
})

describe('a hotel', () => {
  const night = (more: Partial<PlanSegment> = {}) => stay('Hotel Seehof', '2026-11-24 15:00', '2026-11-26 11:00', more)

  test('is one of those that are wished, near enough where the way is known, and asked for what it must have', () => {
    expect(said({ hotels: 'Heron, Baur' }, [night()])).toEqual([
      '“Hotel Seehof” is booked at “Hotel Seehof”; Heron or Baur is wished',
    ])
    expect(said({ hotels: 'seehof' }, [night()])).toEqual([])
    expect(said({ has: 'desk, gym' }, [night(asked('a quiet room with a desk'))])).toEqual([
      '“Hotel Seehof” was asked for without “gym”, which is wished',
    ])
    expect(said({ has: 'gym' }, [night()])).toEqual([])
  })

  test('is not too far where somebody has said how far it is', () => {
    const at = end('Harbour House', '2026-11-25 09:00', 'Europe/Zurich')
    const board = part('meeting', 'Board', at, end('Harbour House', '2026-11-25 11:00', 'Europe/Zurich'))
    const far = (minutes: object) =>
      saidOf('as-wished', tripOf('2026-11-24', '2026-11-26', [night(), board]), {
        params: { within: 15 },
        travelMinutes: { 'Hotel Seehof': minutes as Record<string, number> },
      })
    expect(far({ 'Harbour House': 25 })).toEqual([
      '“Hotel Seehof” is 25 min from Harbour House; at most 15 min is wished',
    ])
    expect(far({ 'Harbour House': 15 })).toEqual([])
    expect(far({})).toEqual([])
  })
})

test('food is asked for where there is a meal, and a ride is driven by whom is wished', () => {
  const dinner = part(
    'meal',
    'Dinner',
    end('Seehof', '2026-11-24 19:00'),
    end('Seehof', '2026-11-24 21:00'),
    asked('a table for four'),
  )
  expect(said({ food: 'vegetarian' }, [dinner])).toEqual([
    '“Dinner” was asked for without “vegetarian”, which is wished',
  ])
  const ride = (driver: string | null) =>
    part(
      'ride',
      'Car',
      end('ZRH', '2026-11-24 10:30', 'Europe/Zurich'),
      end('Seehof', '2026-11-24 11:00', 'Europe/Zurich'),
      { driver },
    )
  expect(said({ driver: 'Aldous Cars' }, [ride('Some Taxi')])).toEqual([
    '“Car” is driven by “Some Taxi”; Aldous Cars is wished',
  ])
  expect(said({ driver: 'Aldous' }, [ride('Aldous Cars')])).toEqual([])
  expect(said({ driver: 'Aldous' }, [ride(null)])).toEqual([])
})

describe('whose wish it is', () => {
  const both = { travellers: [traveller('Ingrid Halvorsen'), traveller('Tomas Brandt', { executive: false })] }

  test('is the executive’s unless somebody is named, of bookings that may be theirs', () => {
    const mine = out({ name: 'HALVORSEN/INGRID MS' })
    const his = out({ name: 'BRANDT/TOMAS MR' })
    expect(said({ leaveFrom: '08:00' }, [mine], both)).toHaveLength(1)
    expect(said({ leaveFrom: '08:00' }, [his], both)).toEqual([])
    expect(said({ leaveFrom: '08:00', traveller: 'Tomas Brandt' }, [his], both)).toHaveLength(1)
    expect(said({ leaveFrom: '08:00', traveller: 'Tomas Brandt' }, [mine], both)).toEqual([])
    expect(said({ leaveFrom: '08:00', traveller: 'Somebody Else' }, [mine], both)).toEqual([])
    const alone = { travellers: [traveller('Tomas Brandt', { executive: false })] }
    expect(said({ leaveFrom: '08:00' }, [his], alone)).toEqual([])
  })

  test('is said in the sentence of the rule, and what is not a wish is refused', () => {
    const kind = kindOf('as-wished')
    expect(kind?.sentence({ traveller: 'Tomas Brandt', cabin: 'business', hours: 4 })).toBe(
      'For Tomas Brandt: Flies business or better on flights of 4 h and more',
    )
    expect(kind?.params.safeParse({ traveller: 'Tomas Brandt' }).success).toBe(false)
    expect(kind?.params.safeParse({ leaveFrom: '25:00' }).success).toBe(false)
  })
})

test('what is not as wished is asked for, whoever holds it', () => {
  const plan = planFor(tripOf('2026-11-24', '2026-11-26', [out()]))
  const [finding] = judge(plan, [ruleOf('as-wished', { leaveFrom: '08:00' })])
  expect(finding?.fixes).toMatchObject([
    {
      reach: 'world',
      operation: 'segment.ask',
      input: { key: 'segment:XQ 345', wanted: { words: 'leaves no earlier than 08:00' } },
    },
  ])
})

test('the later it may leave, the less is wrong, and never is anything said of what is unknown', () => {
  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
  const segments = fc.array(
    fc.record({
      at: fc.option(clock, { nil: null }),
      cabin: fc.constantFrom(null, 'Economy', 'Business', 'K'),
      seat: fc.constantFrom(null, '1A', '14C'),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(segments, clock, clock, (drawn, a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      const trip = drawn.map(({ at, ...more }, n) =>
        flight(`XQ ${n}`, 'LCY', at === null ? '2026-11-24' : `2026-11-24 ${at}`, 'ZRH', '2026-11-25 23:59', more),
      )
      const count = (leaveFrom: string) => said({ leaveFrom }, trip).length
      expect(count(early)).toBeLessThanOrEqual(count(late))
      expect(count(late)).toBe(drawn.filter(({ at }) => at !== null && at < late).length)
    }),
    { numRuns: 200 },
  )
})
