import type { PlanItem } from '../../plan.ts'
import type { StretchParams } from '../../rules/stretch.ts'
import type { Stretch } from '../../stretches.ts'
import { dayMs, minuteMs } from '../../time.ts'
import { none, put } from '../bits.ts'
import type { Columns } from '../calendar.ts'
import { counted, type Question, type Swift, wallReader } from './question.ts'

/** Things in a row with less than a break between them, as one from the first start to the last end. */
type Rows = { readonly count: number; readonly start: Float64Array; readonly end: Float64Array }

/** A candidate joins every row it is less than a break away from: together they are the time without a break. */
export const stretchSwift: Swift<StretchParams> = (question) => {
  const { grid, candidate, namesKinds, speaks, params, clock } = question
  const bits = none(grid.count)
  const isWork = (item: PlanItem): boolean =>
    speaks(item) && (namesKinds || (item.kind !== 'travel' && item.kind !== 'personal'))
  if (!isWork(candidate)) return bits
  const breakMs = params.breakMinutes * minuteMs
  const tooLong = (params.minutes + 0.5) * minuteMs
  const { count, start, end } = rowsOf(counted(question, isWork), question, breakMs)
  const staysInDay = withinDay(clock)
  let [from, to] = [0, 0]
  for (let c = 0; c < grid.count; c++) {
    const starts = grid.starts[c] as number
    const ends = starts + grid.lengthMs
    while (from < count && starts - (end[from] as number) >= breakMs) from++
    while (to < count && (start[to] as number) - ends < breakMs) to++
    const first = from < to ? Math.min(starts, start[from] as number) : starts
    const last = from < to ? Math.max(ends, end[to - 1] as number) : ends
    if (last - first >= tooLong && staysInDay(starts, ends)) put(bits, c)
  }
  return bits
}

/** Whether something ends on the local day it begins on, as the judge reads its clocks. */
const withinDay = (clock: readonly Stretch[]): ((start: number, end: number) => boolean) => {
  const [startWall, endWall] = [wallReader(clock), wallReader(clock)]
  return (start, end) => {
    const [from, to] = [startWall(start), endWall(end - 1)]
    return to <= from || Math.floor(to / dayMs) === Math.floor(from / dayMs)
  }
}

const rowsOf = (taken: Columns, { clock }: Question, breakMs: number): Rows => {
  const staysInDay = withinDay(clock)
  const [start, end] = [new Float64Array(taken.count), new Float64Array(taken.count)]
  let count = 0
  for (let i = 0; i < taken.count; i++) {
    const [from, to] = [taken.start[i] as number, taken.end[i] as number]
    if (!staysInDay(from, to)) continue
    if (count > 0 && from - (end[count - 1] as number) < breakMs)
      end[count - 1] = Math.max(end[count - 1] as number, to)
    else {
      start[count] = from
      end[count++] = to
    }
  }
  return { count, start, end }
}
