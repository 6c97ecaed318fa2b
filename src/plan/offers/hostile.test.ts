import { describe, expect, test } from 'vitest'
import { solve } from './solve.ts'

const problem = {
  window: { from: '2026-03-02T08:00:00', to: '2026-03-06T18:00:00' },
  zone: 'Europe/Zurich',
  durationMinutes: 30,
  people: [{ id: 'dana', zone: 'Europe/London', busy: [['2026-03-02T09:00:00', '2026-03-02T10:00:00']] }],
}

const person = (more: object) => ({ ...problem, people: [{ ...problem.people[0], ...more }] })
const hours = (params: unknown, more: object = {}) => ({
  ...problem,
  rules: [{ kind: 'hours', weight: 'never', params, ...more }],
})

/** Why it is refused, and where. */
const refused = (given: unknown): string => {
  const answer = solve(given)
  return 'error' in answer ? `${answer.error.why} ${answer.error.path}: ${answer.error.words}` : 'answered'
}

const starts = (given: unknown): string[] => {
  const answer = solve(given)
  return 'error' in answer ? [answer.error.words] : answer.offers.map(({ start }) => start)
}

describe('a problem that cannot be read is refused with the place', () => {
  test.each<[string, unknown, string]>([
    ['no object', 7, 'bad-input '],
    ['no window', { ...problem, window: undefined }, 'bad-input window'],
    [
      'a window that ends before it begins',
      { ...problem, window: { from: '2026-03-03T08:00:00', to: '2026-03-02T08:00:00' } },
      'bad-input window.to',
    ],
    ['a window without an end', { ...problem, window: { from: '2026-03-03T08:00:00' } }, 'bad-input window.to'],
    ['a date for a time', { ...problem, window: { from: '2026-03-03', to: '2026-03-04' } }, 'bad-input window.from'],
    [
      'a day that does not exist',
      { ...problem, window: { from: '2026-02-30T08:00:00', to: '2026-03-04T08:00:00' } },
      'bad-input window.from',
    ],
    [
      'an offset that does not exist',
      { ...problem, window: { from: '2026-02-20T08:00:00+24:00', to: '2026-03-04T08:00:00' } },
      'bad-input window.from',
    ],
    [
      'a window of years',
      { ...problem, window: { from: '2026-01-01T00:00:00', to: '2056-01-01T00:00:00' } },
      'too-much window',
    ],
    [
      'a window before offsets',
      { ...problem, window: { from: '1880-01-01T00:00:00', to: '1880-01-02T00:00:00' } },
      'bad-input window.from',
    ],
    ['a zone that does not exist', { ...problem, zone: 'Europe/Atlantis' }, 'bad-input zone'],
    ['a bare offset for a zone', { ...problem, zone: '+01:00' }, 'bad-input zone'],
    ['no length', { ...problem, durationMinutes: 0 }, 'bad-input durationMinutes'],
    ['a length of years', { ...problem, durationMinutes: 1_051_200 }, 'bad-input durationMinutes'],
    ['half a minute', { ...problem, durationMinutes: 30.5 }, 'bad-input durationMinutes'],
    ['no grid', { ...problem, granularityMinutes: 0 }, 'bad-input granularityMinutes'],
    ['a grid of days', { ...problem, granularityMinutes: 2880 }, 'bad-input granularityMinutes'],
    ['less than nothing', { ...problem, limit: -1 }, 'bad-input limit'],
    ['no offer a day', { ...problem, spread: { perDay: 0 } }, 'bad-input spread.perDay'],
    ['something unknown', { ...problem, durationMins: 30 }, 'bad-input durationMins'],
    ['something unknown of a person', person({ name: 'Dana' }), 'bad-input people[0].name'],
    ['a person without a name', person({ id: '' }), 'bad-input people[0].id'],
    ['two people of one name', { ...problem, people: [{ id: 'a' }, { id: 'a' }] }, 'bad-input people[1].id'],
    ['a person nowhere', person({ zone: 'Nowhere' }), 'bad-input people[0].zone'],
    ['busy with one end', person({ busy: [['2026-03-02T09:00:00']] }), 'bad-input people[0].busy[0]'],
    [
      'busy backwards',
      person({ busy: [['2026-03-02T09:00:00', '2026-03-02T08:00:00']] }),
      'bad-input people[0].busy[0][1]',
    ],
    ['busy at no time', person({ busy: [['2026-03-02T09:00:00', 'noon']] }), 'bad-input people[0].busy[0][1]'],
    [
      'an unknown kind of rule',
      { ...problem, rules: [{ kind: 'moon', weight: 'never', params: {} }] },
      'bad-input rules[0].kind',
    ],
    ['an unknown weight', hours({ days: {} }, { weight: 'always' }), 'bad-input rules[0].weight'],
    ['an unknown parameter', hours({ days: {}, moon: 1 }), 'bad-input rules[0].params.moon'],
    [
      'hours that end before they begin',
      hours({ days: { MO: [['17:00', '09:00']] } }),
      'bad-input rules[0].params.days.MO[0]',
    ],
    ['a cost below nothing', hours({ days: {} }, { cost: -1 }), 'bad-input rules[0].cost'],
    ['a cost in parts', hours({ days: {} }, { cost: 0.5 }), 'bad-input rules[0].cost'],
    [
      'a rule of a person',
      person({ rules: [{ kind: 'night', weight: 'never', params: {} }] }),
      'bad-input people[0].rules[0].params.minutes',
    ],
  ])('%s', (_, given, where) => {
    expect(refused(given)).toMatch(new RegExp(`^${where.replace(/[[\].]/g, '\\$&')}: .{10}`))
  })
})

describe('what clocks do is answered', () => {
  const night = (from: string, to: string, more = {}) => ({
    window: { from, to },
    zone: 'Europe/Zurich',
    durationMinutes: 30,
    granularityMinutes: 30,
    people: [],
    limit: null,
    ...more,
  })

  test('times that are skipped do not exist', () => {
    expect(starts(night('2026-03-29T01:00:00', '2026-03-29T04:00:00'))).toEqual([
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T01:30:00+01:00',
      '2026-03-29T03:00:00+02:00',
      '2026-03-29T03:30:00+02:00',
    ])
  })

  test('times that come twice are there twice', () => {
    expect(starts(night('2026-10-25T02:00:00', '2026-10-25T03:30:00'))).toEqual([
      '2026-10-25T02:00:00+02:00',
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:00:00+01:00',
      '2026-10-25T02:30:00+01:00',
      '2026-10-25T03:00:00+01:00',
    ])
  })

  test('a skipped time in the problem is read with the offset before, a repeated one as the first', () => {
    expect(starts(night('2026-03-29T02:30:00', '2026-03-29T04:00:00'))).toEqual(['2026-03-29T03:30:00+02:00'])
    expect(starts(night('2026-10-25T01:30:00', '2026-10-25T02:30:00'))).toEqual([
      '2026-10-25T01:30:00+02:00',
      '2026-10-25T02:00:00+02:00',
    ])
  })

  test('hours hold in the hour that comes twice', () => {
    const rules = [{ kind: 'hours', weight: 'never', params: { days: { SU: [['02:30', '03:00']] } } }]
    expect(starts(night('2026-10-25T00:00:00', '2026-10-25T06:00:00', { people: [{ id: 'a' }], rules }))).toEqual([
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:30:00+01:00',
    ])
  })

  test('the grid counts from local midnight, every day anew', () => {
    expect(starts(night('2026-03-02T22:00:00', '2026-03-03T02:00:00', { granularityMinutes: 50 }))).toEqual([
      '2026-03-02T22:30:00+01:00',
      '2026-03-02T23:20:00+01:00',
      '2026-03-03T00:00:00+01:00',
      '2026-03-03T00:50:00+01:00',
    ])
  })
})

describe('a great deal is answered within a bound, or refused', () => {
  const ten = { from: '2026-01-01T00:00:00', to: '2036-01-01T00:00:00' }
  const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
  const rules = [
    { kind: 'buffer', weight: 'avoid', params: { beforeMinutes: 15 } },
    { kind: 'protected', weight: 'prefer', params: { days, from: '00:00', to: '06:00', minutes: 200 } },
    { kind: 'stretch', weight: 'avoid', params: { minutes: 60, breakMinutes: 30 } },
    { kind: 'night', weight: 'prefer', params: { minutes: 660 } },
    { kind: 'day-limit', weight: 'never', params: { minutes: 300 } },
  ]
  const crowd = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, n) => ({
      id: `person-${n}`,
      busy: [
        ['2026-03-02T09:00:00', `2026-03-02T1${n % 10}:00:00`],
        ['2026-03-03T09:00:00', `2026-03-04T1${n % 10}:30:00`],
      ],
      ...more,
    }))

  test('ten thousand people under rules', () => {
    const answer = solve({ ...problem, people: crowd(10_000), rules })
    expect('offers' in answer && answer.offers).toHaveLength(10)
  })

  test('ten thousand people in ten years, some of whom are never free', () => {
    const always = { busy: [['0001-01-01T00:00:00', '9999-12-31T00:00:00']] }
    const people = crowd(10_000).map((each, n) => (n % 5000 === 7 ? { ...each, ...always } : each))
    const answer = solve({ ...problem, window: ten, people })
    expect(answer).toMatchObject({ offers: [], standsInTheWay: [{ give: ['busy:person-5007', 'busy:person-7'] }] })
  })

  test('everybody is never free: one set of ten thousand', () => {
    const people = crowd(10_000, { busy: [['2026-01-01T00:00:00', '2027-01-01T00:00:00']] })
    const answer = solve({ ...problem, people })
    expect('standsInTheWay' in answer && answer.standsInTheWay.map(({ give }) => give.length)).toEqual([10_000])
  })

  test('every minute somebody else is away: a thousand ways out and no more', () => {
    const clock = (n: number): string =>
      `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00`
    const people = Array.from({ length: 1440 }, (_, n) => ({
      id: `person-${n}`,
      busy: [[`2026-03-02T${clock(n)}`, n === 1439 ? '2026-03-03T00:00:00' : `2026-03-02T${clock(n + 1)}`]],
    }))
    const window = { from: '2026-03-02T00:00:00', to: '2026-03-03T00:00:00' }
    const answer = solve({ ...problem, window, granularityMinutes: 1, durationMinutes: 1, people })
    const first = { start: '2026-03-02T00:00:00+01:00', end: '2026-03-02T00:01:00+01:00', cost: 0 }
    expect('standsInTheWay' in answer && answer.standsInTheWay).toHaveLength(1000)
    expect('standsInTheWay' in answer && answer.standsInTheWay[0]).toEqual({ give: ['busy:person-0'], opens: 1, first })
  })

  test('ten years by the minute', () => {
    const answer = solve({ ...problem, window: ten, granularityMinutes: 1, rules })
    expect('offers' in answer && answer.offers).toHaveLength(10)
    expect(refused({ ...problem, window: ten, granularityMinutes: 1, limit: null })).toMatch(/^too-much limit/)
  })

  test('more people, more rules, more offers than anybody reads', () => {
    expect(refused({ ...problem, people: crowd(10_001) })).toMatch(/^bad-input people/)
    expect(refused({ ...problem, people: crowd(10_000), rules, window: ten })).toMatch(/^too-much/)
    expect(
      refused({ ...problem, people: crowd(9000), rules, window: { ...ten, to: '2026-07-01T00:00:00' }, limit: null }),
    ).toMatch(/^too-much limit/)
  })
})
