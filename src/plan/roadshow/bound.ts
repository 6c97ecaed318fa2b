import { divisor, type Ground, never } from './ground.ts'
import type { Order } from './order.ts'

/** Stops that are visited, as two numbers of 26 and 20 bits. */
export type Visited = { readonly low: number; readonly high: number }

const lowBits = 26
/** More stops than this fit in no key. */
export const mostInLabels = 46

export const has = ({ low, high }: Visited, stop: number): boolean =>
  ((stop < lowBits ? low >> stop : high >> (stop - lowBits)) & 1) === 1

export const withStop = ({ low, high }: Visited, stop: number): Visited =>
  stop < lowBits ? { low: low | (1 << stop), high } : { low, high: high | (1 << (stop - lowBits)) }

/** One number for what is visited and what was last: it orders as sets do, as binary numbers. */
export const keyOf = ({ low, high }: Visited, last: number): number => (high * 2 ** lowBits + low) * 64 + last

/** What is still to be had after some visits. */
export type Bound = {
  /** No day that goes on from them is worth more; −1 when a required stop cannot be met any more. */
  readonly most: (visited: Visited, value: number, end: number) => number
  /**
   * How late some visits may end for a day that goes on from them to be as good as one that is known: −1 when none is.
   * `earliest` is how early they end at best.
   */
  readonly limit: (visited: Visited, value: number, earliest: number, known: Order) => number
}

/**
 * Takes every stop that still opens for whoever comes the shortest way, the most value a minute first, the last in part: what
 * one gets so in a time is at least what any order gets, and the time it takes is at most what any order takes.
 */
export const boundOf = (ground: Ground, isRequired: readonly boolean[]): Bound => {
  const { stops, opening, last, stay } = ground
  const nearest = stops.map((_, k) => shortestTo(ground, k))
  const closing = stops.map((_, k) => last[(opening[k + 1] as number) - 1] as number)
  const takes = stops.map((_, k) => (nearest[k] as number) + (stay[k] as number))
  const order = Int32Array.from([...stops.keys()].sort((a, b) => worth(b) - worth(a)))
  const count = order.length
  const over = Math.max(0, ...closing.map((at, k) => at + (stay[k] as number)))
  const step = stops.reduce((step, { value }) => divisor(step, value), 0) || 1
  const values = Float64Array.from(order, (k): number => stops[k]?.value ?? 0)
  const times = Float64Array.from(order, (k): number => takes[k] as number)
  const latest = Float64Array.from(order, (k): number => (closing[k] as number) - (nearest[k] as number))

  function worth(k: number): number {
    return (stops[k]?.value ?? 0) / (takes[k] as number)
  }
  return {
    most(visited, value, end) {
      let [room, most] = [over - end, value]
      for (let n = 0; n < count; n++) {
        const k = order[n] as number
        if (has(visited, k)) continue
        if (end <= (latest[n] as number)) {
          most += (values[n] as number) * Math.min(1, Math.max(0, room) / (times[n] as number))
          room -= times[n] as number
        } else if (isRequired[k]) return -1
      }
      return most
    },
    limit({ low, high }, value, earliest, known) {
      const equal = known.value - value
      const more = equal + step
      let limit = equal <= 0 ? known.end : -1
      let after = more <= 0 ? over : -1
      let gained = 0
      let time = 0
      for (let n = 0; n < count; n++) {
        const k = order[n] as number
        if (((k < lowBits ? low >> k : high >> (k - lowBits)) & 1) === 1) continue
        if (earliest > (latest[n] as number)) {
          if (isRequired[k]) return -1
          continue
        }
        const gain = values[n] as number
        const takes = times[n] as number
        const next = gained + gain
        if (gained < equal && next >= equal) limit = known.end - time - (takes * (equal - gained)) / gain
        if (gained < more && next >= more) after = over - time - (takes * (more - gained)) / gain
        gained = next
        time += takes
      }
      // Times are whole: a thousandth is more than any rounding.
      return Math.floor(Math.max(limit, after) + 0.001)
    },
  }
}

/** The shortest way to a stop from any other. */
const shortestTo = ({ stops, way }: Ground, to: number): number => {
  let shortest = never
  for (let i = 0; i < stops.length; i++) {
    const one = i === to ? -1 : (way[i * stops.length + to] as number)
    if (one >= 0) shortest = Math.min(shortest, one)
  }
  return shortest
}
