import { localOf } from '../../local.ts'
import { asInstant, dayMs, hourMs } from '../../time.ts'
import { zoneOf } from '../../zone.ts'
import type { Calendar } from '../calendar.ts'
import type { Columns } from '../columns.ts'

/** What takes somebody's time, read on clocks. */
export type Reading = {
  /** The local day each begins on. */
  readonly day: Int32Array
  /** 1 where it ends on that day too. */
  readonly isOneDay: Uint8Array
  /** Whether all of them do, and none is without length. */
  readonly areOneDay: boolean
  /** The waking day each begins on, and the one it belongs to when it is over (`rules/night.ts`). */
  readonly wakes: Int32Array
  readonly rests: Int32Array
  /** What there is of each day. */
  readonly days: ReadonlyMap<number, DayTaken>
}

/** What begins on a day: how much, how many milliseconds it takes, and the pieces of the time line it covers, in order. */
export type DayTaken = { count: number; ms: number; readonly start: number[]; readonly end: number[] }

const readings = new WeakMap<Columns, Map<string, Reading>>()

/** Made once for columns and clocks, however many rules ask. */
export const readingOf = (columns: Columns, calendar: Calendar): Reading => {
  const made = readings.get(columns) ?? new Map<string, Reading>()
  const reading = made.get(calendar.clockName) ?? readOn(columns, wallOf(calendar))
  readings.set(columns, made.set(calendar.clockName, reading))
  return reading
}

type WallOf = (at: number) => number

/** What the calendar's clock shows. */
export const wallOf = ({ clockName, plan }: Calendar): WallOf => {
  const zone = plan.whereabouts.length === 1 ? zoneOf(clockName) : null
  if (zone) return (at) => zone.toWall(asInstant(at))
  const { wallAt } = localOf(plan)
  return (at) => wallAt(asInstant(at))
}

/** What begins before four belongs to the evening before. */
const daybreak = 4 * hourMs
export const wakingDay = (wall: number): number => Math.floor((wall - daybreak) / dayMs)

const longestEvening = 18 * hourMs

/** The waking day that something belongs to when it is over. */
export const dayItEnds = (wall: WallOf, start: number, end: number): number =>
  wakingDay(end - start > longestEvening ? wall(end) - 1 : wall(start))

const dayOf = (wall: number): number => Math.floor(wall / dayMs)

/** Whether something ends on the local day it begins on. */
export const isOneDay = (wall: WallOf, start: number, end: number): boolean => {
  const [from, to] = [wall(start), wall(end - 1)]
  return to <= from || dayOf(to) === dayOf(from)
}

const readOn = ({ count, start, end }: Columns, wall: WallOf): Reading => {
  const reading = {
    day: new Int32Array(count),
    isOneDay: new Uint8Array(count),
    wakes: new Int32Array(count),
    rests: new Int32Array(count),
    days: new Map<number, DayTaken>(),
  }
  let isAll = true
  for (let i = 0; i < count; i++) {
    const [from, to] = [start[i] as number, end[i] as number]
    const shown = wall(from)
    reading.day[i] = dayOf(shown)
    const isOne = isOneDay(wall, from, to)
    reading.isOneDay[i] = isOne ? 1 : 0
    if (!isOne || from === to) isAll = false
    reading.wakes[i] = wakingDay(shown)
    reading.rests[i] = dayItEnds(wall, from, to)
    take(reading.days, dayOf(shown), from, to)
  }
  return { ...reading, areOneDay: isAll }
}

/** Two things at once take their time once. */
const take = (days: Map<number, DayTaken>, day: number, from: number, to: number): void => {
  const there: DayTaken = days.get(day) ?? { count: 0, ms: 0, start: [], end: [] }
  if (there.count++ === 0) days.set(day, there)
  const last = there.end.length - 1
  const until = there.end[last] ?? Number.NEGATIVE_INFINITY
  there.ms += Math.max(0, to - Math.max(from, until))
  if (from <= until) there.end[last] = Math.max(until, to)
  else {
    there.start.push(from)
    there.end.push(to)
  }
}
