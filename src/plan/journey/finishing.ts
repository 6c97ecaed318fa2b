import type { IsOver } from './journey.ts'
import { isOpenAt, type Net } from './net.ts'

/** Whether a journey that has been to a set of cities, the last of them this one, can go on to all others. */
export type CanFinish = (been: number, last: number) => boolean

/** Thrown when the time for looking is over, and caught by whoever gave it. */
export class TimeIsOver extends Error {}

/** More cities than this have too many sets to look at all of them. */
export const mostInTable = 20

/** How much time has gone by after being to every set of cities: it does not depend on their order. */
export const goneOf = ({ cities }: Pick<Net, 'cities'>): Int32Array => {
  const gone = new Int32Array(1 << cities.length)
  for (let set = 1; set < gone.length; set++) {
    const rest = set & (set - 1)
    gone[set] = (gone[rest] as number) + (cities[31 - Math.clz32(set ^ rest)]?.days ?? 1) - 1
  }
  return gone
}

/** How many sets are looked at before the time is asked for. */
const atOnce = 16_384

/** By a table of every set, from the whole journey back. */
export const finishingByTable = (net: Net, gone: Int32Array, isOver: IsOver): CanFinish => {
  const count = net.cities.length
  const { into, least, most } = net
  /** The last cities from which a journey that has been to a set can go on to all others. */
  const lasts = new Int32Array(1 << count)
  const whole = lasts.length - 1
  lasts[whole] = whole
  for (let set = whole - 1; set > 0; set--) {
    if (set % atOnce === 0 && isOver()) throw new TimeIsOver()
    const before = gone[set] as number
    let from = 0
    for (let i = 0; i < count; i++) {
      const bit = 1 << i
      if ((set & bit) !== 0 || ((lasts[set | bit] as number) & bit) === 0) continue
      if (before >= (least[i] as number) && before <= (most[i] as number)) from |= into[i] as number
    }
    lasts[set] = from & set
  }
  return (been, last) => (((lasts[been] as number) >> last) & 1) === 1
}

/** By going on, remembering what was found; for more cities than a table holds. */
export const finishingBySteps = (net: Net, isOver: IsOver): CanFinish => {
  const count = net.cities.length
  const whole = 2 ** count - 1
  const known = new Map<number, boolean>()
  let steps = 0

  const canFinish: CanFinish = (been, last) => {
    if (been === whole) return true
    const key = been * 32 + last
    const before = known.get(key)
    if (before !== undefined) return before
    if (steps++ % 256 === 0 && isOver()) throw new TimeIsOver()
    const gone = goneAfter(net, been)
    const found = !isLost(been, last, gone) && nextOf(been, last, gone).some((i) => canFinish(been | (1 << i), i))
    known.set(key, found)
    return found
  }
  /** Whether some city has had its time, or cannot be come to any more. */
  const isLost = (been: number, last: number, gone: number): boolean => {
    const from = (whole & ~been) | (1 << last)
    for (let i = 0; i < count; i++) {
      if ((been & (1 << i)) !== 0) continue
      if (gone > (net.most[i] as number) || ((net.into[i] as number) & from) === 0) return true
    }
    return false
  }
  /** The city whose window comes first before those that wait for nothing. */
  const nextOf = (been: number, last: number, gone: number): number[] =>
    [...net.cities.keys()]
      .filter((i) => ((been >> i) & 1) === 0 && (((net.into[i] as number) >> last) & 1) === 1 && isOpenAt(net, i, gone))
      .sort((a, b) => (net.most[a] as number) - (net.most[b] as number) || a - b)
  return canFinish
}

/** How much time has gone by after being to a set of cities. */
export const goneAfter = ({ cities }: Net, been: number): number =>
  cities.reduce((gone, { days }, i) => gone + (((been >> i) & 1) === 1 ? days - 1 : 0), 0)

/** Where to go next so that all others can be gone to after, by name. */
export const waysOn = (net: Net, canFinish: CanFinish, been: number, last: number | null): number[] => {
  const gone = goneAfter(net, been)
  return [...net.cities.keys()].filter(
    (i) =>
      ((been >> i) & 1) === 0 &&
      (last === null || (((net.into[i] as number) >> last) & 1) === 1) &&
      isOpenAt(net, i, gone) &&
      canFinish(been | (1 << i), i),
  )
}
