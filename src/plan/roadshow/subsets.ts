import { boundOf } from './bound.ts'
import type { IsOver } from './day.ts'
import { endAfter, farthest, type Ground, never } from './ground.ts'
import { isBetter, type Order } from './order.ts'

/** More stops than this have more sets than fit in memory. */
export const mostInSubsets = 20

/** Every set of stops with the earliest end of visiting all of them, by the last one visited. */
export type Subsets = {
  readonly ends: Ends
  /** The best that was found: the only one there is when `isWhole`. */
  readonly best: Order | null
  /** False when time ran out before every set was looked at. */
  readonly isWhole: boolean
}

/** A row for every last stop, at `last * width + set`; `never` where no order does it. */
type Ends = { readonly at: Int32Array; readonly width: number }

/** Rows whose length is no power of two do not crowd each other out of a cache. */
const endsFor = (count: number): Ends => {
  const width = 2 ** count + 80
  return { at: new Int32Array(width * count).fill(never), width }
}

const lowest = (set: number): number => 31 - Math.clz32(set & -set)

/** How many sets are looked at before the time is asked for. */
const atOnce = 1024

/**
 * Looks at every set of at most twenty stops (Held and Karp, with waiting): being earlier at a stop with the same visits
 * behind one is never worse, so that the earliest end is all there is to know of a set and its last stop.
 * Of days with the same value and end it takes the one whose set, then whose last stop, then whose stop before it and so on,
 * comes first, sets as binary numbers in which the stop that is last in the list counts most.
 * @param known a day that can be; sets from which none as good can follow are then left out.
 */
export const everySubset = (ground: Ground, required: number, known: Order | null, isOver: IsOver): Subsets => {
  const count = ground.stops.length
  const ends = endsFor(count)
  for (let i = 0; i < count; i++) {
    const way = ground.first[i] as number
    if (way >= 0) ends.at[i * ends.width + (1 << i)] = endAfter(ground, i, way)
  }
  const limit = limitFor(ground, required, known)
  let best: Best | null = required === 0 ? { set: 0, last: -1, value: 0, end: 0 } : null
  const lastOf = earliestIn(ends, count)
  const grow = growing(ground, ends)
  const answer = (isWhole: boolean): Subsets => ({ ends, best: best && orderOf(ground, ends, best), isWhole })
  for (let set = 1; set < 1 << count; set++) {
    if (set % atOnce === 0 && isOver()) return answer(false)
    const last = lastOf(set)
    if (last < 0) continue
    const one = { set, last, value: worthOf(ground, set), end: ends.at[last * ends.width + set] as number }
    if ((set & required) === required && isBetter(one, best)) best = one
    grow(set, limit(one))
  }
  return answer(true)
}

type Best = { readonly set: number; readonly last: number; readonly value: number; readonly end: number }

/** How late a set may end to be worth going on from. */
const limitFor = (ground: Ground, required: number, known: Order | null): ((one: Best) => number) => {
  if (known === null) return () => never
  const isRequired = ground.stops.map((_, i) => (required & (1 << i)) !== 0)
  const { limit } = boundOf(ground, isRequired)
  return ({ set, value, end }) => limit({ low: set, high: 0 }, value, end, known)
}

const worthOf = ({ stops }: Ground, set: number): number => {
  let value = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) value += stops[lowest(rest)]?.value ?? 0
  return value
}

/** The last stop with which a set ends earliest; −1 when it cannot be visited. */
const earliestIn =
  ({ at, width }: Ends, count: number): ((set: number) => number) =>
  (set) => {
    let earliest = never
    let answer = -1
    for (let i = 0; i < count; i++) {
      const end = at[i * width + set] as number
      if (end >= earliest) continue
      earliest = end
      answer = i
    }
    return answer
  }

/** Goes on from a set, where it ends no later than `latest`, to every stop not in it: this is where the time goes. */
const growing = (ground: Ground, { at, width }: Ends): ((set: number, latest: number) => void) => {
  const { way, opening, from, last, stay } = ground
  const count = ground.stops.length
  // By the stop one goes to; what cannot be driven is too far.
  const toward = way.map((_, n) => {
    const minutes = way[(n % count) * count + Math.floor(n / count)] as number
    return minutes < 0 ? farthest : minutes
  })
  const inside = new Int32Array(count)
  const leave = new Int32Array(count)
  return (set, latest) => {
    const room = Math.min(latest, never - 1)
    let here = 0
    for (let i = 0; i < count; i++) {
      const end = at[i * width + set] as number
      if (end > room) continue
      inside[here] = i
      leave[here++] = end
    }
    if (here === 0) return
    for (let k = 0; k < count; k++) {
      if ((set & (1 << k)) !== 0) continue
      // Whoever arrives first is in first, whichever stop they come from.
      let arrival = never
      for (let a = 0; a < here; a++) {
        const one = (leave[a] as number) + (toward[k * count + (inside[a] as number)] as number)
        if (one < arrival) arrival = one
      }
      for (let o = opening[k] as number; o < (opening[k + 1] as number); o++) {
        if (arrival > (last[o] as number)) continue
        at[k * width + (set | (1 << k))] = Math.max(arrival, from[o] as number) + (stay[k] as number)
        break
      }
    }
  }
}

/** The order that ends a set earliest with some stop; where several do, the stop that comes first in the list goes last. */
const orderOf = (ground: Ground, ends: Ends, best: Best): Order => {
  const visits: number[] = []
  let { set, last } = best
  while (set !== 0) {
    visits.push(last)
    const end = ends.at[last * ends.width + set] as number
    set &= ~(1 << last)
    last = set === 0 ? -1 : before(ground, ends, { set, last, end })
  }
  return { visits: visits.reverse(), value: best.value, end: best.end }
}

const before = (ground: Ground, ends: Ends, { set, last, end }: Pick<Best, 'set' | 'last' | 'end'>): number => {
  const count = ground.stops.length
  for (let i = 0; i < count; i++) {
    const leave = (set & (1 << i)) === 0 ? never : (ends.at[i * ends.width + set] as number)
    const way = ground.way[i * count + last] as number
    if (leave !== never && way >= 0 && endAfter(ground, last, leave + way) === end) return i
  }
  throw new RangeError('A visit that nothing comes before')
}

/** Of required stops no day visits together, the fewest, from sets of which none was left out; null when some day visits them all. */
export const fewestApart = (ground: Ground, { ends }: Subsets, required: number): number | null => {
  const count = ground.stops.length
  const lastOf = earliestIn(ends, count)
  const isMet = Uint8Array.from({ length: 1 << count }, (_, set) => (set === 0 || lastOf(set) >= 0 ? 1 : 0))
  for (let i = 0; i < count; i++)
    for (let set = 0; set < 1 << count; set++) if ((set & (1 << i)) === 0 && isMet[set | (1 << i)] === 1) isMet[set] = 1
  let fewest: number | null = null
  for (let set = required; set !== 0; set = (set - 1) & required)
    if (isMet[set] === 0 && (fewest === null || sizeOf(set) <= sizeOf(fewest))) fewest = set
  return fewest
}

const sizeOf = (set: number): number => {
  let size = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1
  return size
}
