import { minuteMs } from '../time.ts'
import type { Day, Stop, Why } from './day.ts'

/** Later than anything that happens. */
export const never = 2 ** 31 - 1

/** How long after the start of a day an opening may end, counted in a unit that divides every time: twice as much is still a time. */
export const farthest = 2 ** 30 - 1

/** A day as numbers: times count from its start, in the largest unit that divides all of them. Stops go by their place in the list. */
export type Ground = {
  readonly stops: readonly Stop[]
  readonly unitMs: number
  /** How long visits last. */
  readonly stay: Int32Array
  /** To each stop from where the day begins; −1 where it cannot be driven. */
  readonly first: Int32Array
  /** From stop i to stop k at `i * stops.length + k`; −1 where it cannot be driven. */
  readonly way: Int32Array
  /** The openings of stop i lie from `opening[i]` to before `opening[i + 1]`, ascending, none inside another. */
  readonly opening: Int32Array
  readonly from: Int32Array
  /** The last time a visit can begin. */
  readonly last: Int32Array
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

type Opening = { readonly from: number; readonly last: number }

/** When a visit can begin from the start of the day on; an opening that another one always makes up for is left out. */
const openingsOf = ({ open, minutes }: Stop, startAt: number): Opening[] => {
  const all = open
    .map(({ start, end }) => ({ from: Math.max(0, start - startAt), last: end - startAt - minutes * minuteMs }))
    .filter(({ from, last }) => last >= from)
    .sort((a, b) => a.from - b.from || b.last - a.last)
  const kept: Opening[] = []
  for (const opening of all) if (opening.last > (kept.at(-1)?.last ?? -1)) kept.push(opening)
  return kept
}

/** Minutes from one place to another: none where they are the same, null where it cannot be driven. */
const minutesBetween = ({ travelMinutes }: Day, from: string, to: string): number | null =>
  from === to ? 0 : (travelMinutes.get(from)?.get(to) ?? null)

/** The greatest common one; of nothing and a number, the number. */
export const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** The ground of a day with only some of its stops, in order of their ids. */
export const groundOf = (day: Day, some: readonly Stop[]): Ground => {
  const stops = [...some].sort(byId)
  const openings = stops.map((stop) => openingsOf(stop, day.start.at))
  const flat = openings.flat()
  const unitMs = flat.reduce((unit, { from, last }) => divisor(divisor(unit, from), last), minuteMs)
  // Whoever is on the way longer than this comes too late everywhere.
  const horizon = Math.max(0, ...flat.map(({ last }) => last)) / unitMs + 1
  const units = (minutes: number | null): number =>
    minutes === null ? -1 : Math.min(horizon, (minutes * minuteMs) / unitMs)
  const opening = new Int32Array(stops.length + 1)
  for (const [i, own] of openings.entries()) opening[i + 1] = (opening[i] as number) + own.length
  return {
    stops,
    unitMs,
    stay: Int32Array.from(stops.map(({ minutes }) => (minutes * minuteMs) / unitMs)),
    first: Int32Array.from(stops.map(({ place }) => units(minutesBetween(day, day.start.place, place)))),
    way: Int32Array.from(stops.flatMap((a) => stops.map((b) => units(minutesBetween(day, a.place, b.place))))),
    opening,
    from: Int32Array.from(flat.map(({ from }) => from / unitMs)),
    last: Int32Array.from(flat.map(({ last }) => last / unitMs)),
  }
}

/** When a visit ends for whoever arrives at a time: as early as it can, after waiting; `never` when it is too late. */
export const endAfter = ({ opening, from, last, stay }: Ground, stop: number, arrival: number): number => {
  const until = opening[stop + 1] as number
  for (let k = opening[stop] as number; k < until; k++)
    if (arrival <= (last[k] as number)) return Math.max(arrival, from[k] as number) + (stay[stop] as number)
  return never
}

/** Why a stop can never be visited; of all others the earliest end of a visit. */
export type Reach = { readonly why: (Why | null)[]; readonly ends: number[] }

/**
 * The earliest end of a visit to each stop, over any visits before it. Whoever is earlier somewhere is never later anywhere
 * after, so that going from the earliest end on finds them all, and no stop twice.
 */
export const reachOf = (ground: Ground): Reach => {
  const count = ground.stops.length
  const isClosed = ground.stops.map((_, i) => ground.opening[i] === ground.opening[i + 1])
  const hasWay = chained(ground, isClosed)
  const ends = ground.stops.map((_, i) => arrivedBy(ground, i, ground.first[i] as number, 0))
  const done = new Set<number>()
  for (;;) {
    let next = -1
    for (let i = 0; i < count; i++)
      if (!done.has(i) && (ends[i] as number) < (next < 0 ? never : (ends[next] as number))) next = i
    if (next < 0) break
    done.add(next)
    for (let k = 0; k < count; k++) {
      const end = arrivedBy(ground, k, ground.way[next * count + k] as number, ends[next] as number)
      ends[k] = Math.min(ends[k] as number, end)
    }
  }
  const why = ends.map((end, i) =>
    isClosed[i] ? 'closed' : hasWay.has(i) ? (end === never ? 'too-far' : null) : 'no-way',
  )
  return { why, ends }
}

const arrivedBy = (ground: Ground, stop: number, way: number, leave: number): number =>
  way < 0 ? never : endAfter(ground, stop, leave + way)

/** Stops that some chain of drives leads to, over stops that are not closed, whatever the time. */
const chained = ({ stops, first, way }: Ground, isClosed: readonly boolean[]): Set<number> => {
  const found = stops.flatMap((_, i) => (isClosed[i] || (first[i] as number) < 0 ? [] : [i]))
  const seen = new Set(found)
  for (let at = found.pop(); at !== undefined; at = found.pop())
    for (const k of stops.keys())
      if (!isClosed[k] && !seen.has(k) && (way[at * stops.length + k] as number) >= 0) {
        seen.add(k)
        found.push(k)
      }
  return seen
}
