import { describe, expect, test } from 'vitest'
import { solve } from './solve.ts'
import { bestByHand, clock, minutesAt, type ProblemGiven } from './testing.ts'

const stop = { id: 'bank', place: 'Quay', open: [['2026-03-02T09:00:00', '2026-03-02T12:00:00']], minutes: 60 }
const problem = {
  start: { place: 'Hotel', at: '2026-03-02T08:30:00' },
  stops: [stop],
  travelMinutes: { Hotel: { Quay: 20 } },
}
const one = (more: object) => ({ ...problem, stops: [{ ...stop, ...more }] })
const ways = (travelMinutes: unknown) => ({ ...problem, travelMinutes })

/** Why it is refused, and where. */
const refused = (given: unknown): string => {
  const answer = solve(given)
  return 'error' in answer ? `${answer.error.why} ${answer.error.path}` : 'answered'
}

describe('a day that cannot be read is refused with the place', () => {
  test.each<[string, unknown, string]>([
    ['no object', 7, 'bad-input '],
    ['no start', { ...problem, start: undefined }, 'bad-input start'],
    ['a start nowhere', { ...problem, start: { at: '2026-03-02T08:30:00' } }, 'bad-input start.place'],
    ['a start at no time', { ...problem, start: { place: 'Hotel', at: 'noon' } }, 'bad-input start.at'],
    ['a date for a time', { ...problem, start: { place: 'Hotel', at: '2026-03-02' } }, 'bad-input start.at'],
    ['a start long ago', { ...problem, start: { place: 'Hotel', at: '1871-03-02T08:00:00' } }, 'bad-input start.at'],
    ['a zone that does not exist', { ...problem, zone: 'Europe/Atlantis' }, 'bad-input zone'],
    ['something unknown', { ...problem, returns: true }, 'bad-input returns'],
    ['something unknown of a stop', one({ priority: 3 }), 'bad-input stops[0].priority'],
    ['no stops', { ...problem, stops: undefined }, 'bad-input stops'],
    ['two stops of one name', { ...problem, stops: [stop, stop] }, 'bad-input stops[1].id'],
    ['a stop without a name', one({ id: '' }), 'bad-input stops[0].id'],
    ['a stop without openings', one({ open: undefined }), 'bad-input stops[0].open'],
    ['an opening with one end', one({ open: [['2026-03-02T09:00:00']] }), 'bad-input stops[0].open[0]'],
    ['an opening backwards', one({ open: [stop.open[0]?.toReversed()] }), 'bad-input stops[0].open[0][1]'],
    ['an opening at no time', one({ open: [['2026-03-02T09:00:00', '25:00']] }), 'bad-input stops[0].open[0][1]'],
    ['no time at all', one({ minutes: 0 }), 'bad-input stops[0].minutes'],
    ['half a minute', one({ minutes: 30.5 }), 'bad-input stops[0].minutes'],
    ['a value below nothing', one({ value: -1 }), 'bad-input stops[0].value'],
    ['a value nobody can add', one({ value: 1 / 3 }), 'bad-input stops[0].value'],
    ['a word for yes', one({ required: 'yes' }), 'bad-input stops[0].required'],
    ['no ways', ways(undefined), 'bad-input travelMinutes'],
    ['a list of ways', ways([]), 'bad-input travelMinutes'],
    ['a way of no length', ways({ Hotel: { Quay: null } }), 'bad-input travelMinutes.Hotel.Quay'],
    ['a way back in time', ways({ Hotel: { Quay: -5 } }), 'bad-input travelMinutes.Hotel.Quay'],
    [
      'openings for a thousand years of milliseconds',
      one({ open: [['2026-03-02T09:00:00.001', '2199-03-02T09:00:00']] }),
      'too-much stops',
    ],
  ])('%s', (_, given, where) => {
    expect(refused(given)).toBe(where)
  })
})

const starts = (given: unknown): string[] => {
  const answer = solve(given)
  return 'visits' in answer ? answer.visits.map(({ id, start }) => `${id} ${start}`) : [JSON.stringify(answer)]
}

describe('clocks and names', () => {
  test('an hour that is skipped makes an opening no longer than it is', () => {
    const night = {
      zone: 'Europe/Zurich',
      start: { place: 'Quay', at: '2026-03-29T00:30:00' },
      stops: [{ ...stop, open: [['2026-03-29T01:30:00', '2026-03-29T03:15:00']], minutes: 45 }],
      travelMinutes: {},
    }
    expect(starts(night)).toEqual(['bank 2026-03-29T01:30:00+01:00'])
    expect(solve({ ...night, stops: [{ ...night.stops[0], minutes: 46 }] })).toMatchObject({
      left: [{ id: 'bank', why: 'closed' }],
    })
  })

  test('minutes are exact over the hour that comes twice', () => {
    const answer = solve({
      zone: 'Europe/Zurich',
      start: { place: 'Quay', at: '2026-10-25T02:30:00' },
      stops: [{ ...stop, open: [['2026-10-25T02:00:00', '2026-10-25T04:00:00']], minutes: 90 }],
      travelMinutes: {},
    })
    expect(answer).toMatchObject({
      visits: [{ start: '2026-10-25T02:30:00+02:00', end: '2026-10-25T03:00:00+01:00' }],
    })
  })

  test('parts of a second count, and are shown', () => {
    const answer = solve({ ...problem, start: { place: 'Hotel', at: '2026-03-02T09:00:00.250' } })
    expect(answer).toMatchObject({
      visits: [{ leave: '2026-03-02T09:00:00.250+00:00', end: '2026-03-02T10:20:00.250+00:00' }],
    })
  })

  test('a place and a stop may be called anything', () => {
    const given = JSON.parse(`{"start": {"place": "constructor", "at": "2026-03-02T08:30:00"},
      "stops": [{"id": "__proto__", "place": "__proto__", "open": [["2026-03-02T09:00:00", "2026-03-02T12:00:00"]], "minutes": 60}],
      "travelMinutes": {"constructor": {"__proto__": 20}, "toString": {}}}`)
    expect(starts(given)).toEqual(['__proto__ 2026-03-02T09:00:00+00:00'])
    expect(solve({ ...given, travelMinutes: {} })).toMatchObject({ left: [{ why: 'no-way' }] })
  })

  test('the way from a place to itself is none, whatever is given for it', () => {
    const given = { ...problem, start: { ...problem.start, place: 'Quay' }, travelMinutes: { Quay: { Quay: 600 } } }
    expect(starts(given)).toEqual(['bank 2026-03-02T09:00:00+00:00'])
  })

  test('values of tenths add up exactly', () => {
    const stops = [0.1, 0.2, 0.3].map((value, n) => ({ ...stop, id: `${n}`, minutes: 1, value }))
    expect(solve({ ...problem, stops })).toMatchObject({ value: 0.6 })
  })

  test('no stops are a day too', () => {
    expect(solve({ ...problem, stops: [] })).toEqual({ visits: [], left: [], value: 0, optimal: true })
  })
})

/** Stops on a line, all open all day. */
const line = (count: number, minutes = 10): ProblemGiven => {
  const places = Array.from({ length: count }, (_, n) => `${n}`)
  return {
    start: { place: '0', at: clock(0) },
    stops: places.map((place) => ({ id: `s${place}`, place, open: [[clock(0), clock(4000)]], minutes })),
    travelMinutes: Object.fromEntries(
      places.map((a) => [a, Object.fromEntries(places.map((b) => [b, Math.abs(Number(a) - Number(b)) * 7]))]),
    ),
  }
}

const soon = () => {
  let asked = 0
  return () => asked++ > 50
}

describe('many stops', () => {
  test('twenty that are open all day are all visited, down the line', () => {
    const answer = solve(line(20))
    expect(answer).toMatchObject({ value: 20, optimal: true, left: [] })
    expect('visits' in answer && minutesAt(answer.visits.at(-1)?.end ?? '')).toBe(20 * 10 + 19 * 7)
  })

  test('thirty of which some are closed are as good as proven', () => {
    const { stops, ...rest } = line(30)
    const few = stops.map((stop, n) => (n % 3 === 0 ? stop : { ...stop, open: [] }))
    expect(solve({ ...rest, stops: few })).toMatchObject({ value: 10, optimal: true })
  })

  test('twenty-four with narrow openings are proven by labels', () => {
    const { stops, ...rest } = line(24)
    const narrow = stops.map((stop, n) => ({ ...stop, open: [[clock(n * 15), clock(n * 15 + 30)]] as const }))
    const answer = solve({ ...rest, stops: narrow })
    expect(answer).toMatchObject({ optimal: true })
    const shorter = bestByHand({ ...rest, stops: narrow.slice(0, 5) })
    expect(shorter?.value).toBe(5)
    expect('visits' in answer && answer.value).toBeGreaterThan(17)
  })

  test('when time is over at once, the answer is a day that can be, and says it may not be the best', () => {
    for (const count of [14, 20, 40, 120]) {
      const answer = solve(line(count, 100), () => true)
      expect(answer).toMatchObject({ optimal: false })
      expect('visits' in answer && answer.visits.length).toBeGreaterThan(10)
    }
  })

  test('required stops that cannot all be met are told apart from those not found in time', () => {
    const { stops, ...rest } = line(24)
    const given = {
      ...rest,
      stops: stops.map((stop, n) => ({
        ...stop,
        required: n > 20,
        ...(n > 21 && { open: [[clock(160), clock(175)]] as const }),
      })),
    }
    expect(solve(given)).toMatchObject({ impossible: { because: [{ id: 's22' }, { id: 's23' }] } })
  })

  test('what is required is found among much that is worth more', () => {
    const { stops, ...rest } = line(46, 12)
    const given = {
      ...rest,
      stops: stops.map((stop, n) => ({
        ...stop,
        open: [[clock(0), clock(480)]] as const,
        ...(n % 4 === 3 ? { required: true, value: 0 } : { value: 9 }),
      })),
    }
    const answer = solve(given, soon())
    const visited = 'visits' in answer ? answer.visits.map(({ id }) => id) : expect.fail(JSON.stringify(answer))
    const required = given.stops.flatMap((stop) => ('required' in stop ? [stop.id] : []))
    expect(required.filter((id) => !visited.includes(id))).toEqual([])
  })

  test('two hundred and one are refused', () => {
    expect(solve(line(201))).toMatchObject({ error: { path: 'stops' } })
  })
})
