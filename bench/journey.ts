import { availableParallelism, loadavg } from 'node:os'
import type { City, Journey, Routed } from '../src/plan/journey/journey.ts'
import { routesOf } from '../src/plan/journey/route.ts'
import { median, takeTurns } from './measure.ts'
import { duration, type Section, times } from './section.ts'
import { numbers } from './year.ts'

type Kind = 'windows' | 'clash' | 'sparse' | 'star' | 'halves' | 'nothing'

const named = (n: number): string => `city ${String(n).padStart(2, '0')}`
const pairs = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, k) => [a, a + k + 1] as const),
  ).flat()

/** What goes directly, and which windows there are. */
const journeyOf = (count: number, kind: Kind, seed: number): Journey => {
  const next = numbers(seed)
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const days = Array.from({ length: count }, () => whole(2, 5))
  const order = [...days.keys()].sort(() => next() - 0.5)
  const first = new Map<number, number>()
  order.reduce((from, n) => {
    first.set(n, from)
    return from + (days[n] as number) - 1
  }, 1)
  const windowOf = (n: number): City['window'] => {
    const from = (first.get(n) as number) + (kind === 'clash' && n % 2 === 0 ? 1 : 0)
    if (kind === 'windows' ? n % 3 === 0 : kind === 'clash' && n < 4) return [from, from + 1]
    return null
  }
  const follows = ([a, b]: readonly [number, number]): boolean => Math.abs(order.indexOf(a) - order.indexOf(b)) === 1
  const goes: Readonly<Record<Kind, (pair: readonly [number, number]) => boolean>> = {
    windows: (pair) => follows(pair) || next() < 0.3,
    clash: (pair) => follows(pair) || next() < 0.3,
    sparse: () => next() < 0.18,
    star: ([a]) => a === 0,
    halves: ([a, b]) => a < count / 2 === b < count / 2,
    nothing: () => false,
  }
  const direct = pairs(count).filter(goes[kind])
  return {
    days: days.reduce((sum, n) => sum + n - 1, 1),
    cities: days.map((days, n) => ({ name: named(n), days, window: windowOf(n) })),
    direct: direct.flatMap(([a, b]) => [
      [named(a), named(b)],
      [named(b), named(a)],
    ]),
  }
}

/** What one writes first: every order of all cities, held against the windows and connections when it is whole. */
const everyOrder = ({ days, cities, direct }: Journey): boolean => {
  const goes = new Set(direct.map((pair) => pair.join('\n')))
  const fits = (order: readonly City[]): boolean => {
    let from = 1
    for (const [n, { name, days, window }] of order.entries()) {
      const before = order[n - 1]
      if (before && !goes.has(`${before.name}\n${name}`)) return false
      if (window && (window[0] < from || window[1] > from + days - 1)) return false
      from += days - 1
    }
    return from === days
  }
  const some = (order: readonly City[], left: readonly City[]): boolean =>
    left.length === 0
      ? fits(order)
      : left.some((city) =>
          some(
            [...order, city],
            left.filter((other) => other !== city),
          ),
        )
  return some([], cities)
}

const isPossible = (routed: Routed): boolean => {
  if (routed === 'unknown' || !routed.isWhole) throw new Error('A journey that is not decided')
  return 'orders' in routed
}

const onceOn = (journey: Journey): number => {
  const begun = performance.now()
  routesOf(journey)
  return performance.now() - begun
}

/** The usual and the slowest of several journeys of a kind, each a median, and for how many of them an order fits. */
const spentOn = (kind: Kind): { readonly usual: number; readonly slowest: number; readonly fitting: number } => {
  let fitting = 0
  const spent = Array.from({ length: 15 }, (_, seed) => {
    const journey = journeyOf(10, kind, seed + 1)
    if (isPossible(routesOf(journey))) fitting += 1
    return median([onceOn(journey), onceOn(journey), onceOn(journey)])
  })
  return { usual: median(spent), slowest: Math.max(...spent), fitting }
}

const kinds: readonly (readonly [words: string, kind: Kind])[] = [
  ['windows in a third of them', 'windows'],
  ['windows that clash', 'clash'],
  ['few connections', 'sparse'],
  ['all by way of one city', 'star'],
  ['two halves nothing goes between', 'halves'],
  ['nothing goes at all', 'nothing'],
]

export default function journey(): Section {
  const small = journeyOf(8, 'halves', 1)
  for (const kind of kinds.map(([, kind]) => kind))
    for (let seed = 1; seed <= 3; seed++) {
      const one = journeyOf(7, kind, seed)
      if (isPossible(routesOf(one)) !== everyOrder(one)) throw new Error('The answers are not the same')
    }
  const turns = takeTurns(
    [
      { name: 'ours', run: () => routesOf(small) },
      { name: 'every order', run: () => everyOrder(small) },
    ],
    { rounds: 5 },
  )
  const [ours, naive] = [turns.get('ours') ?? Number.NaN, turns.get('every order') ?? Number.NaN]
  const rows = kinds.map(([words, kind]) => ({ words, ...spentOn(kind) }))
  const slowest = Math.max(...rows.map((row) => row.slowest))
  return {
    title: 'Journey',
    about: `An order of 10 cities, or the reasons why none fits, made as few as can be; the usual and the slowest of 15 journeys of every kind, each a median of three. The peer tries every order of 8 cities of two halves, and finds that none fits, without a reason. Taken on ${availableParallelism()} cores with a load of ${(loadavg()[0] ?? 0).toFixed(0)}.`,
    columns: ['', 'fit', 'usual', 'slowest'],
    rows: [
      ...rows.map(({ words, fitting, usual, slowest }) => [
        words,
        `${fitting} of 15`,
        duration(usual),
        duration(slowest),
      ]),
      [`8 cities: ours with reasons, and every order (${times(naive / ours)})`, '', duration(ours), duration(naive)],
    ],
    targets: [
      { words: `10 cities in 200 ms or less (slowest ${duration(slowest)})`, met: slowest <= 200 },
      { words: `at least 3 times every order of 8 cities (${times(naive / ours)})`, met: naive / ours >= 3 },
    ],
  }
}
