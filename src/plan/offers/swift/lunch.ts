import { minuteOfDay } from '../../local.ts'
import type { PlanItem } from '../../plan.ts'
import type { ProtectedParams } from '../../rules/protected.ts'
import { eachDay } from '../../stretches.ts'
import { type Day, dayMs, minuteMs, weekdayOf } from '../../time.ts'
import { type Bits, none, putRange } from '../bits.ts'
import type { Calendar } from '../calendar.ts'
import { type Blocks, type Columns, columnsOf } from '../columns.ts'
import { type Grid, placeIn } from '../grid.ts'
import { blockSwift } from './by-clock.ts'
import { counted, type Question, type Swift } from './question.ts'
import { readingOf, wallOf } from './reading.ts'

export const protectedSwift: Swift<ProtectedParams> = (question) =>
  question.params.minutes === undefined ? blockSwift(question) : lunchSwift(question, question.params.minutes)

/**
 * Minutes in one piece that float inside a part of the day. A candidate breaks it when it touches that part and leaves none
 * of the free pieces long enough. Where clocks are changed in that part of the day, the judge is asked instead.
 */
const lunchSwift = (question: Question<ProtectedParams>, minutes: number): Bits => {
  const { grid, calendar, candidate, namesKinds, speaks, params, clock } = question
  const bits = none(grid.count)
  const intrudes = (item: PlanItem): boolean => speaks(item) && (namesKinds || item.kind !== 'personal')
  if (!intrudes(candidate)) return bits
  const { blocks } = withoutSeasons(counted(question, intrudes), calendar)
  const [from, to] = [minuteOfDay(params.from) * minuteMs, minuteOfDay(params.to) * minuteMs]
  const neededMs = (minutes - 0.5) * minuteMs
  const judge = ({ start, end }: Kept): void =>
    question.unsure(grid.before(start - grid.lengthMs + 1), grid.before(end))
  let before: (Kept & { readonly day: Day }) | null = null
  eachDay(clock, (day, midnightAt, stretch) => {
    if (!params.days.includes(weekdayOf(day))) return
    const kept = { start: midnightAt + from, end: midnightAt + to }
    const piece = { start: Math.max(kept.start, stretch.from), end: Math.min(kept.end, stretch.to), day }
    if (piece.start >= piece.end) return
    const isWhole = piece.start === kept.start && piece.end === kept.end
    const isAgain = before?.day === day
    if (isWhole && !isAgain) putSpoiling(bits, grid, blocks, kept, neededMs)
    else judge(piece)
    if (before && isAgain) judge(before)
    before = piece
  })
  return bits
}

/** What goes on for longer is a season that no day is asked about. */
const longestDays = 31

const withoutSeasons = (taken: Columns, calendar: Calendar): Columns => {
  if (taken.longest <= (longestDays - 2) * dayMs) return taken
  const wall = wallOf(calendar)
  const { day } = readingOf(taken, calendar)
  const kept: number[] = []
  for (let i = 0; i < taken.count; i++)
    if (Math.floor(wall((taken.end[i] as number) - 1) / dayMs) - (day[i] as number) <= longestDays) kept.push(i)
  const only = (numbers: Float64Array): Float64Array => Float64Array.from(kept, (i) => numbers[i] as number)
  return columnsOf(only(taken.start), only(taken.end))
}

type Kept = { readonly start: number; readonly end: number }

/** A candidate spoils a free piece when what it leaves before and after it is too short; it must spoil them all. */
const putSpoiling = (bits: Bits, grid: Grid, { start, end, count }: Blocks, kept: Kept, neededMs: number): void => {
  let [from, to] = [kept.start - grid.lengthMs + 1, kept.end]
  let until = kept.start
  const leave = (free: number, taken: number): void => {
    if (taken - free < neededMs) return
    from = Math.max(from, Math.floor(taken - neededMs) - grid.lengthMs + 1)
    to = Math.min(to, Math.ceil(free + neededMs))
  }
  for (let i = placeIn(end, kept.start + 1); i < count && (start[i] as number) < kept.end; i++) {
    leave(until, start[i] as number)
    until = end[i] as number
  }
  leave(until, kept.end)
  putRange(bits, grid.before(from), grid.before(to))
}
