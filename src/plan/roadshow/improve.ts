import type { IsOver } from './day.ts'
import { endAfter, type Ground, never } from './ground.ts'
import { isBetter, type Order } from './order.ts'

/** No more visits in a row are put elsewhere together. */
const longestMove = 3

/** So often is the best order shaken. */
const shakes = 60

/**
 * An order made better for as long as one change does it: a stop more, or up to three visits in a row elsewhere, either way
 * round; then shaken, each time otherwise, and made better again. What is required stays in it. It need not be the best there is.
 */
export const improved = (ground: Ground, order: Order, required: readonly number[], isOver: IsOver): Order => {
  let best = settled(ground, order, isOver)
  for (let round = 0; round < shakes && !isOver(); round++) {
    const shaken = orderFrom(ground, shakenUp(best.visits, round, required))
    const next = shaken && settled(ground, shaken, isOver)
    if (next && isBetter(next, best)) best = next
  }
  return best
}

/** Two stretches of visits that change places, or in every third round some visits left out. */
const shakenUp = (visits: readonly number[], round: number, required: readonly number[]): number[] => {
  const count = visits.length
  if (round % 3 === 2) return visits.filter((stop, n) => (n + round) % 5 !== 0 || required.includes(stop))
  const [a = 0, b = 0, c = 0] = [3, 7, 11].map((by) => (round * by + by) % (count + 1)).sort((x, y) => x - y)
  return [...visits.slice(0, a), ...visits.slice(b, c), ...visits.slice(a, b), ...visits.slice(c)]
}

const settled = (ground: Ground, order: Order, isOver: IsOver): Order => {
  let best = order
  while (!isOver()) {
    const next = better(ground, best)
    if (next === null) break
    best = next
  }
  return best
}

const better = (ground: Ground, order: Order): Order | null => {
  for (const visits of changesOf(ground, order.visits)) {
    const one = orderFrom(ground, visits)
    if (one !== null && isBetter(one, order)) return one
  }
  return null
}

function* changesOf({ stops }: Ground, visits: readonly number[]): Generator<number[]> {
  for (const stop of stops.keys())
    if (!visits.includes(stop)) for (let at = 0; at <= visits.length; at++) yield visits.toSpliced(at, 0, stop)
  for (let length = 1; length <= longestMove; length++)
    for (let from = 0; from + length <= visits.length; from++) {
      const rest = visits.toSpliced(from, length)
      const moved = visits.slice(from, from + length)
      for (let at = 0; at <= rest.length; at++) {
        yield rest.toSpliced(at, 0, ...moved)
        if (length > 1) yield rest.toSpliced(at, 0, ...moved.toReversed())
      }
    }
}

/** Null when it cannot be visited in this order. */
const orderFrom = (ground: Ground, visits: readonly number[]): Order | null => {
  const count = ground.stops.length
  let [value, end, before] = [0, 0, -1]
  for (const stop of visits) {
    const way = (before < 0 ? ground.first[stop] : ground.way[before * count + stop]) as number
    end = way < 0 ? never : endAfter(ground, stop, end + way)
    if (end === never) return null
    value += ground.stops[stop]?.value ?? 0
    before = stop
  }
  return { visits, value, end }
}
