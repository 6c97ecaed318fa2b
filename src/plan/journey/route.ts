import {
  type CanFinish,
  finishingBySteps,
  finishingByTable,
  goneOf,
  mostInTable,
  TimeIsOver,
  waysOn,
} from './finishing.ts'
import type { City, IsOver, Journey, Reason, Routed, Stay } from './journey.ts'
import { citiesOf, type Net, netOf, reasonsOf } from './net.ts'
import { fewer, fewest } from './reasons.ts'

/**
 * Orders of the cities that fit, by name, at most `wanted`; or why none does. Pure, and the same for any order of cities and
 * connections. Every city is gone to once, each in turn on the last day of the one before.
 * @param isOver asked every few thousand steps; once it says so, what was found is the answer.
 */
export const routesOf = (journey: Journey, wanted = 1, isOver: IsOver = () => false): Routed => {
  const cities = citiesOf(journey)
  const total = cities.reduce((sum, { days }) => sum + days - 1, 1)
  if (total !== journey.days) return { because: [{ what: 'total', days: total }], isWhole: true }
  const gone = cities.length > mostInTable ? null : goneOf({ cities })
  const finishing = (net: Net): CanFinish =>
    gone === null ? finishingBySteps(net, isOver) : finishingByTable(net, gone, isOver)
  const reasons = reasonsOf(journey, cities)
  const net = netOf(journey, cities, reasons)
  const found = ordersOf(net, finishing, wanted)
  if (!found.isWhole && found.orders.length === 0) return 'unknown'
  if (found.orders.length > 0)
    return { orders: found.orders.map((order) => staysOf(cities, order)), isWhole: found.isWhole }
  return because({ reasons, orderWith: (some) => firstOf(netOf(journey, cities, some), finishing), cities })
}

type Orders = { readonly orders: readonly (readonly number[])[]; readonly isWhole: boolean }

const ordersOf = (net: Net, finishing: (net: Net) => CanFinish, wanted: number): Orders => {
  const orders: number[][] = []
  const goOn = (canFinish: CanFinish, been: number, order: number[]): void => {
    if (order.length === net.cities.length) orders.push(order)
    else
      for (const next of waysOn(net, canFinish, been, order.at(-1) ?? null)) {
        if (orders.length === wanted) return
        goOn(canFinish, been | (1 << next), [...order, next])
      }
  }
  const isWhole = inTime(() => goOn(finishing(net), 0, [])) !== 'over'
  return { orders, isWhole }
}

/** An order that fits; null when there is none. */
const firstOf = (net: Net, finishing: (net: Net) => CanFinish): readonly number[] | null => {
  const { orders, isWhole } = ordersOf(net, finishing, 1)
  if (orders[0] === undefined && !isWhole) throw new TimeIsOver()
  return orders[0] ?? null
}

const staysOf = (cities: readonly City[], order: readonly number[]): Stay[] => {
  let from = 1
  return order.map((i) => {
    const city = cities[i] as City
    const stay = { city, from, to: from + city.days - 1 }
    from = stay.to
    return stay
  })
}

type Why = {
  readonly reasons: readonly Reason[]
  readonly orderWith: (reasons: readonly Reason[]) => readonly number[] | null
  readonly cities: readonly City[]
}

/** So much work, some hundredths of a second, finds fewer reasons than the first. */
const mostWork = 6_000_000

const because = (why: Why): Routed => {
  const { reasons, orderWith } = why
  let isWhole = true
  const isUnmet = (some: readonly Reason[]): boolean => {
    const unmet = isWhole ? inTime(() => orderWith(some) === null) : 'over'
    if (unmet === 'over') isWhole = false
    return unmet === true
  }
  const inOrder = (some: readonly Reason[]): Reason[] => reasons.filter((reason) => some.includes(reason))
  const first = fewer(reasons, isUnmet)
  if (!isWhole) return { because: inOrder(first), isWhole }
  const second = fewer([...reasons].reverse(), isUnmet)
  const known = isWhole && second.length < first.length ? second : first
  return { because: inOrder(fewestOf(why, known)), isWhole: true }
}

const inTime = <T>(look: () => T): T | 'over' => {
  try {
    return look()
  } catch (error) {
    if (error instanceof TimeIsOver) return 'over'
    throw error
  }
}

/** Those known, or fewer where there is so much work that finds them. */
const fewestOf = ({ reasons, orderWith, cities }: Why, known: readonly Reason[]): readonly Reason[] => {
  let left = mostWork
  const spend = (work: number): boolean => {
    left -= work
    return left > 0
  }
  const metBy = (some: readonly Reason[]): ReadonlySet<Reason> | null => {
    if (!spend(cities.length * 2 ** cities.length + 300 * reasons.length)) throw new TimeIsOver()
    const order = orderWith(some)
    return order && new Set(reasons.filter((reason) => isMet(reason, cities, order)))
  }
  const found = inTime(() => fewest(reasons, known.length, metBy, spend))
  return found === null || found === 'over' ? known : found
}

const isMet = (reason: Reason, cities: readonly City[], order: readonly number[]): boolean => {
  const stays = staysOf(cities, order)
  if (reason.what === 'window') {
    const [first, last] = reason.city.window ?? [1, 1]
    return stays.some(({ city, from, to }) => city === reason.city && from <= first && last <= to)
  }
  if (reason.what === 'total') return true
  const goes = (from: string, to: string): boolean =>
    stays.some(({ city }, n) => city.name === from && stays[n + 1]?.city.name === to)
  return !goes(reason.from, reason.to) && (reason.oneWay || !goes(reason.to, reason.from))
}
