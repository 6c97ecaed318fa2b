import { isMeeting } from '../../local.ts'
import type { PlanItem } from '../../plan.ts'
import type { DayLimitParams } from '../../rules/day-limit.ts'
import { eachDay } from '../../stretches.ts'
import { dayMs, minuteMs } from '../../time.ts'
import { none, put, putRange } from '../bits.ts'
import type { Columns } from '../calendar.ts'
import { placeIn } from '../grid.ts'
import { counted, type Question, type Swift, wallReader } from './question.ts'

/** What begins on a day: how much, how many milliseconds it takes, and the pieces of the time line it covers, in order. */
type DayTaken = { count: number; ms: number; readonly start: number[]; readonly end: number[] }

const free: DayTaken = { count: 0, ms: 0, start: [], end: [] }

/** Every candidate of a day that is full breaks it; where minutes count, those that fit beside or within what is there do not. */
export const dayLimitSwift: Swift<DayLimitParams> = (question) => {
  const { grid, candidate, namesKinds, speaks, params, clock } = question
  const bits = none(grid.count)
  const isCounted = (item: PlanItem): boolean => speaks(item) && (namesKinds || isMeeting(item))
  if (!isCounted(candidate)) return bits
  const days = daysOf(counted(question, isCounted), question)
  const most = params.meetings ?? Number.POSITIVE_INFINITY
  const tooLong = ((params.minutes ?? Number.POSITIVE_INFINITY) + 0.5) * minuteMs
  eachDay(clock, (day, midnightAt, { from, to }) => {
    const first = grid.before(Math.max(midnightAt, from))
    const next = grid.before(Math.min(midnightAt + dayMs, to))
    if (first >= next) return
    const there = days.get(day) ?? free
    if (there.count + 1 > most || there.ms >= tooLong) putRange(bits, first, next)
    else if (there.ms + grid.lengthMs >= tooLong) {
      const covered = coveredBy(there)
      for (let c = first; c < next; c++) {
        const start = grid.starts[c] as number
        if (there.ms + grid.lengthMs - covered(start, start + grid.lengthMs) >= tooLong) put(bits, c)
      }
    }
  })
  return bits
}

const daysOf = ({ start, end, count, latest }: Columns, { clock, grid }: Question): Map<number, DayTaken> => {
  const wall = wallReader(clock)
  const days = new Map<number, DayTaken>()
  const beyond = ((grid.starts[grid.count - 1] ?? 0) as number) + 2 * dayMs
  let i = placeIn(latest, ((grid.starts[0] ?? 0) as number) - 2 * dayMs)
  let [day, there]: [number, DayTaken] = [Number.NaN, free]
  for (; i < count && (start[i] as number) < beyond; i++) {
    const [from, to] = [start[i] as number, end[i] as number]
    const on = Math.floor(wall(from) / dayMs)
    if (on !== day) {
      day = on
      there = days.get(on) ?? { count: 0, ms: 0, start: [], end: [] }
      days.set(on, there)
    }
    take(there, from, to)
  }
  return days
}

/** Two things at once take their time once. */
const take = (there: DayTaken, from: number, to: number): void => {
  there.count++
  const last = there.end.length - 1
  if (last >= 0 && from <= (there.end[last] as number)) {
    there.ms += Math.max(0, to - (there.end[last] as number))
    there.end[last] = Math.max(there.end[last] as number, to)
  } else {
    there.ms += to - from
    there.start.push(from)
    there.end.push(to)
  }
}

/** How much of a span is covered already; spans are asked about in ascending order. */
const coveredBy = ({ start, end }: DayTaken): ((from: number, to: number) => number) => {
  let first = 0
  return (from, to) => {
    while (first < end.length && (end[first] as number) <= from) first++
    let ms = 0
    for (let i = first; i < end.length && (start[i] as number) < to; i++)
      ms += Math.min(to, end[i] as number) - Math.max(from, start[i] as number)
    return ms
  }
}
