import { minuteOfDay } from '../../local.ts'
import type { PlanItem } from '../../plan.ts'
import type { ProtectedParams } from '../../rules/protected.ts'
import { eachDay } from '../../stretches.ts'
import { dayMs, minuteMs, weekdayOf } from '../../time.ts'
import { type Bits, none, putRange } from '../bits.ts'
import type { Blocks } from '../columns.ts'
import { type Grid, placeIn } from '../grid.ts'
import { blockSwift } from './by-clock.ts'
import { counted, type Question, type Swift } from './question.ts'

export const protectedSwift: Swift<ProtectedParams> = (question) =>
  question.params.minutes === undefined ? blockSwift(question) : lunchSwift(question, question.params.minutes)

/** Of what goes on for longer, a season, the judge asks no day. */
const longestMs = 29 * dayMs

/**
 * Minutes in one piece that float inside a part of the day. A candidate breaks it when it touches that part and leaves none
 * of the free pieces long enough. On a day with a change of clocks in that part, or with something that goes on for about
 * a month, the judge is asked instead.
 */
const lunchSwift = (question: Question<ProtectedParams>, minutes: number): Bits | null => {
  const { grid, candidate, namesKinds, speaks, params, clock } = question
  const bits = none(grid.count)
  const intrudes = (item: PlanItem): boolean => speaks(item) && (namesKinds || item.kind !== 'personal')
  if (!intrudes(candidate)) return bits
  const taken = counted(question, intrudes)
  if (taken.longest > longestMs) return null
  const [from, to] = [minuteOfDay(params.from) * minuteMs, minuteOfDay(params.to) * minuteMs]
  const neededMs = (minutes - 0.5) * minuteMs
  let [isSteady, before] = [true, Number.NaN]
  eachDay(clock, (day, midnightAt, stretch) => {
    if (!params.days.includes(weekdayOf(day))) return
    const kept = { start: midnightAt + from, end: midnightAt + to }
    const [start, end] = [Math.max(kept.start, stretch.from), Math.min(kept.end, stretch.to)]
    if (start >= end || !touchesGrid(grid, kept)) return
    if (start !== kept.start || end !== kept.end || day === before) isSteady = false
    else putSpoiling(bits, grid, taken.blocks, kept, neededMs)
    before = day
  })
  return isSteady ? bits : null
}

type Kept = { readonly start: number; readonly end: number }

const touchesGrid = ({ starts, count, lengthMs }: Grid, { start, end }: Kept): boolean =>
  count > 0 && end > (starts[0] as number) && start < (starts[count - 1] as number) + lengthMs

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
