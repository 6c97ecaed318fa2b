import { describe, expect, test } from 'vitest'
import { solve } from './solve.ts'
import { type CityGiven, onlyWith, type ProblemGiven, pairsOf, staysOf, totalOf } from './testing.ts'

const cities = [
  { name: 'Graz', days: 3 },
  { name: 'Lille', days: 3 },
]
const problem = { days: 5, cities, direct: [['Graz', 'Lille']] }
const first = (more: object) => ({ ...problem, cities: [{ ...cities[0], ...more }, cities[1]] })

/** Why it is refused, and where. */
const refused = (given: unknown): string => {
  const answer = solve(given)
  return 'error' in answer ? `${answer.error.why} ${answer.error.path}` : 'answered'
}

describe('a journey that cannot be read is refused with the place', () => {
  test.each<[string, unknown, string]>([
    ['no object', null, 'bad-input '],
    ['no days', { ...problem, days: undefined }, 'bad-input days'],
    ['no day at all', { ...problem, days: 0 }, 'bad-input days'],
    ['half a day', { ...problem, days: 4.5 }, 'bad-input days'],
    ['no cities', { ...problem, cities: [] }, 'bad-input cities'],
    ['something unknown', { ...problem, start: 'Graz' }, 'bad-input start'],
    ['something unknown of a city', first({ hotel: 'Astra' }), 'bad-input cities[0].hotel'],
    ['a city without a name', first({ name: '' }), 'bad-input cities[0].name'],
    ['two cities of one name', { ...problem, cities: [cities[0], cities[0]] }, 'bad-input cities[1].name'],
    ['no day in a city', first({ days: 0 }), 'bad-input cities[0].days'],
    ['a window with one end', first({ window: [2] }), 'bad-input cities[0].window'],
    ['a window before the first day', first({ window: [0, 2] }), 'bad-input cities[0].window[0]'],
    ['a window backwards', first({ window: [3, 2] }), 'bad-input cities[0].window[1]'],
    ['a date for a day', first({ window: ['2026-03-02', '2026-03-03'] }), 'bad-input cities[0].window[0]'],
    ['no connections', { ...problem, direct: undefined }, 'bad-input direct'],
    ['a connection with one end', { ...problem, direct: [['Graz']] }, 'bad-input direct[0]'],
    ['a connection of another kind', { ...problem, direct: [['Graz', 'Lille', 'both']] }, 'bad-input direct[0]'],
    ['a city nobody knows', { ...problem, direct: [['Graz', 'Lile']] }, 'bad-input direct[0][1]'],
    ['from a city to itself', { ...problem, direct: [['Graz', 'Graz']] }, 'bad-input direct[0][1]'],
  ])('%s', (_, given, where) => {
    expect(refused(given)).toBe(where)
  })
})

const named = (count: number, days = 3): CityGiven[] =>
  Array.from({ length: count }, (_, n) => ({ name: `city ${String(n).padStart(2, '0')}`, days }))
const namesOf = (cities: readonly CityGiven[]): string[] => cities.map(({ name }) => name)
const from = (cities: readonly CityGiven[], direct: ProblemGiven['direct']): ProblemGiven => ({
  days: totalOf(cities),
  cities,
  direct,
})

const becauseOf = (answer: ReturnType<typeof solve>) =>
  'impossible' in answer ? answer.impossible.because : expect.fail(JSON.stringify(answer))

describe('windows and names', () => {
  test('a city of one day is come to and left on the same day', () => {
    const answer = solve({
      days: 5,
      cities: [...cities, { name: 'Enns', days: 1, window: [3, 3] }],
      direct: [
        ['Graz', 'Enns'],
        ['Enns', 'Lille'],
      ],
    })
    expect(answer).toMatchObject({ stays: [{ to: 3 }, { city: 'Enns', from: 3, to: 3 }, { from: 3 }] })
  })

  test('one city is a journey', () => {
    expect(solve({ days: 3, cities: [cities[0]], direct: [] })).toEqual({ stays: [{ city: 'Graz', from: 1, to: 3 }] })
  })

  test('a window after the journey, or longer than the stay, is the whole reason', () => {
    expect(becauseOf(solve(first({ window: [7, 8] })))).toEqual([
      { city: 'Graz', words: 'Graz, 3 days: there on every day from 7 to 8, but the journey ends on day 5' },
    ])
    expect(becauseOf(solve(first({ window: [1, 4] })))).toEqual([
      { city: 'Graz', words: 'Graz, 3 days: there on every day from 1 to 4, longer than the stay' },
    ])
  })

  test('what is given twice, one way and both ways, goes both ways', () => {
    const direct = [
      ['Lille', 'Graz', 'oneWay'],
      ['Graz', 'Lille'],
      ['Graz', 'Lille'],
    ]
    expect(solve({ ...problem, direct }, 9)).toMatchObject({ all: [{ stays: [{ city: 'Graz' }, {}] }, {}] })
  })

  test('a city may be called anything', () => {
    const names = ['__proto__', 'constructor', '["a","b"]']
    const given = from(
      names.map((name) => ({ name, days: 2 })),
      [
        [names[0], names[2]],
        [names[2], names[1]],
      ] as never,
    )
    expect(solve(given)).toMatchObject({
      stays: [{ city: '__proto__' }, { city: '["a","b"]' }, { city: 'constructor' }],
    })
  })
})

describe('many cities', () => {
  test('all orders of eight are as many as there are, and no more are listed than wanted', () => {
    const given = from(named(8), pairsOf(namesOf(named(8))))
    const all = solve(given, 100_000)
    expect('all' in all && all.all).toHaveLength(40_320)
    expect(solve(given, 3)).toMatchObject({ all: [{}, {}, {}] })
  })

  test('ten of which nothing goes between two halves are told what is missing, and nothing that is not', () => {
    const isNear = ([a, b]: readonly [string, string]) => a < 'city 05' === b < 'city 05'
    const given = from(named(10), pairsOf(namesOf(named(10))).filter(isNear))
    const because = becauseOf(solve(given))
    expect(because).toHaveLength(25)
    const isImpossible = (some: typeof because) => 'impossible' in solve(onlyWith(given, some))
    expect(isImpossible(because)).toBe(true)
    for (const one of because) expect(isImpossible(because.filter((other) => other !== one))).toBe(false)
  })

  test('thirty on a string are put in order', () => {
    const cities = named(30)
    const given = from(
      cities,
      cities.slice(1).map(({ name }, n) => [cities[n]?.name ?? '', name]),
    )
    const answer = solve(given)
    expect('stays' in answer && answer.stays).toEqual(staysOf(given, cities))
  })

  test('more than thirty are refused', () => {
    expect(refused(from(named(31), []))).toBe('too-much cities')
  })

  test('when time is over, the answer says what is not known', () => {
    const isOver = () => true
    const many = from(named(24), pairsOf(namesOf(named(24))))
    expect(solve(many, null, isOver)).toMatchObject({ error: { why: 'too-much' } })
    const soon = () => {
      let asked = 0
      return () => asked++ > 100
    }
    const given = from(named(20), [])
    const answer = solve(given, null, soon())
    expect(answer).toMatchObject({ optimal: false })
    expect('impossible' in solve(onlyWith(given, becauseOf(answer)), null, soon())).toBe(true)
  })
})
