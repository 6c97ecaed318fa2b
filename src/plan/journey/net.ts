import type { City, Journey, Reason } from './journey.ts'

/** A journey as numbers: cities by their place among their names in order, sets of cities as bits. */
export type Net = {
  readonly cities: readonly City[]
  readonly days: number
  /** From which cities something goes directly to each. */
  readonly into: Int32Array
  /** How much less and how much more time may have gone by before each: days of the stays before, each but its last. */
  readonly least: Int32Array
  readonly most: Int32Array
}

const forEver = 2 ** 31 - 1

/** A journey with only some of its reasons: no other window counts, and everything else goes directly. */
export const netOf = ({ days }: Journey, cities: readonly City[], reasons: Iterable<Reason>): Net => {
  const index = new Map(cities.map(({ name }, i) => [name, i]))
  const at = (name: string): number => index.get(name) as number
  const everywhere = 2 ** cities.length - 1
  const net: Net = {
    cities,
    days,
    into: Int32Array.from(cities, (_, i) => everywhere & ~(1 << i)),
    least: new Int32Array(cities.length),
    most: new Int32Array(cities.length).fill(forEver),
  }
  for (const reason of reasons) {
    if (reason.what === 'window') setWindow(net, at(reason.city.name))
    if (reason.what === 'pair') {
      const [from, to] = [at(reason.from), at(reason.to)]
      net.into[to] = (net.into[to] as number) & ~(1 << from)
      if (!reason.oneWay) net.into[from] = (net.into[from] as number) & ~(1 << to)
    }
  }
  return net
}

const setWindow = ({ cities, least, most }: Net, i: number): void => {
  const { days, window } = cities[i] as City
  if (!window) return
  least[i] = window[1] - days
  most[i] = window[0] - 1
}

/** Whether one may come to a city when so much time has gone by. */
export const isOpenAt = ({ least, most }: Net, city: number, gone: number): boolean =>
  gone >= (least[city] as number) && gone <= (most[city] as number)

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const citiesOf = ({ cities }: Journey): City[] => [...cities].sort((a, b) => inOrder(a.name, b.name))

/** Everything that can stand in the way of an order: windows, then pairs, by name. */
export const reasonsOf = ({ direct }: Journey, cities: readonly City[]): Reason[] => {
  const goes = new Set(direct.map((pair) => JSON.stringify(pair)))
  const isMissing = (from: string, to: string): boolean => !goes.has(JSON.stringify([from, to]))
  const windows = cities.flatMap((city): Reason[] => (city.window ? [{ what: 'window', city }] : []))
  const pairs = cities.flatMap(({ name: a }, n) =>
    cities.slice(n + 1).flatMap(({ name: b }): Reason[] => {
      const [there, back] = [isMissing(a, b), isMissing(b, a)]
      if (there) return [{ what: 'pair', from: a, to: b, oneWay: !back }]
      return back ? [{ what: 'pair', from: b, to: a, oneWay: true }] : []
    }),
  )
  return [...windows, ...pairs]
}
