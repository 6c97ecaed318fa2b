import * as fc from 'fast-check'

/** Journeys as `equerry journey` reads them, and what fits by trying every order, in the words of what is promised. */

export type CityGiven = { readonly name: string; readonly days: number; readonly window?: readonly [number, number] }
export type PairGiven = readonly [string, string] | readonly [string, string, 'oneWay']
export type ProblemGiven = {
  readonly days: number
  readonly cities: readonly CityGiven[]
  readonly direct: readonly PairGiven[]
}

const names = ['Graz', 'Lille', 'Porto', 'Riga', 'Turku', 'Vilnius']

export const totalOf = (cities: readonly CityGiven[]): number =>
  cities.reduce((sum, { days }) => sum + days, 1 - cities.length)

const someCity = (name: string): fc.Arbitrary<CityGiven> =>
  fc
    .record({
      days: fc.integer({ min: 1, max: 4 }),
      from: fc.integer({ min: 1, max: 12 }),
      more: fc.integer({ min: -1, max: 3 }),
    })
    .chain(({ days, from, more }) =>
      fc.constantFrom<CityGiven>(
        { name, days },
        { name, days },
        { name, days, window: [from, from + Math.max(0, Math.min(more, days - 1))] },
        { name, days, window: [from, from + Math.max(0, more)] },
      ),
    )

/** Every pair of some names. */
export const pairsOf = (of: readonly string[]): (readonly [string, string])[] =>
  of.flatMap((a, n) => of.slice(n + 1).map((b) => [a, b] as const))

const someDirect = (of: readonly string[]): fc.Arbitrary<PairGiven[]> =>
  fc
    .tuple(
      ...pairsOf(of).map(([a, b]) =>
        fc.constantFrom<PairGiven | null>(null, [a, b], [b, a], [a, b], [a, b, 'oneWay'], [b, a, 'oneWay']),
      ),
    )
    .map((pairs) => pairs.filter((pair) => pair !== null))

/** At most as many cities as are asked for; one in eight comes to another number of days. */
export const someProblem = (most: number): fc.Arbitrary<ProblemGiven> =>
  fc.integer({ min: 1, max: most }).chain((count) =>
    fc
      .record({
        cities: fc.tuple(...names.slice(0, count).map(someCity)) as fc.Arbitrary<CityGiven[]>,
        direct: someDirect(names.slice(0, count)),
        off: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1),
      })
      .map(({ cities, direct, off }) => ({ days: totalOf(cities) + off, cities, direct })),
  )

type StayGiven = { readonly city: string; readonly from: number; readonly to: number }

/** The days of an order; null when it does not fit. */
export const staysOf = ({ days, direct }: ProblemGiven, order: readonly CityGiven[]): StayGiven[] | null => {
  const stays: StayGiven[] = []
  for (const { name, days, window } of order) {
    const before = stays.at(-1)
    const from = before?.to ?? 1
    const to = from + days - 1
    const goes = ([a, b, oneWay]: PairGiven): boolean =>
      (a === before?.city && b === name) || (oneWay === undefined && b === before?.city && a === name)
    if (before && !direct.some(goes)) return null
    if (window && (window[0] < from || window[1] > to)) return null
    stays.push({ city: name, from, to })
  }
  return stays.at(-1)?.to === days ? stays : null
}

const ordersOf = <T>(of: readonly T[]): T[][] =>
  of.length === 0
    ? [[]]
    : of.flatMap((one) => ordersOf(of.filter((other) => other !== one)).map((rest) => [one, ...rest]))

/** Every order that fits. */
export const fitting = (problem: ProblemGiven): StayGiven[][] =>
  ordersOf(problem.cities).flatMap((order) => {
    const stays = staysOf(problem, order)
    return stays ? [stays] : []
  })

export type ReasonGiven = { readonly city?: string; readonly pair?: readonly [string, string]; readonly words?: string }

/** The same journey, of which only these reasons count: no other window, and everything else goes directly. */
export const onlyWith = (problem: ProblemGiven, reasons: readonly ReasonGiven[]): ProblemGiven => {
  const names = problem.cities.map(({ name }) => name)
  const isPair = ({ pair }: ReasonGiven, [a, b]: readonly [string, string]): boolean =>
    pair?.includes(a) === true && pair.includes(b)
  const hasTotal = reasons.some(({ city, pair }) => city === undefined && pair === undefined)
  return {
    days: hasTotal ? problem.days : totalOf(problem.cities),
    cities: problem.cities.map(({ name, days, window }) =>
      window && reasons.some(({ city }) => city === name) ? { name, days, window } : { name, days },
    ),
    direct: [...problem.direct, ...pairsOf(names).filter((pair) => !reasons.some((reason) => isPair(reason, pair)))],
  }
}

/** Everything that stands in the way of any order. */
export const reasonsIn = ({ cities, direct }: ProblemGiven): ReasonGiven[] => [
  ...cities.flatMap(({ name, window }) => (window ? [{ city: name }] : [])),
  ...pairsOf(cities.map(({ name }) => name))
    .filter((pair) => !direct.some(([a, b, oneWay]) => !oneWay && pair.includes(a) && pair.includes(b)))
    .filter(
      ([a, b]) =>
        !direct.some(([from, to]) => from === a && to === b) || !direct.some(([from, to]) => from === b && to === a),
    )
    .map((pair) => ({ pair })),
]
