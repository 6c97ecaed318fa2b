import type { PlanItem } from '../../plan.ts'
import type { StretchParams } from '../../rules/stretch.ts'
import { minuteMs } from '../../time.ts'
import { none, put } from '../bits.ts'
import type { Columns } from '../columns.ts'
import { counted, type Swift, wantedOf } from './question.ts'
import { isOneDay, type Reading, readingOf, wallOf } from './reading.ts'

/** Things in a row with less than a break between them, as one from the first start to the last end. */
type Rows = { readonly count: number; readonly start: Float64Array; readonly end: Float64Array }

/** A candidate joins every row it is less than a break away from: together they are the time without a break. */
export const stretchSwift: Swift<StretchParams> = (question) => {
  const { grid, calendar, candidate, namesKinds, speaks, params } = question
  const bits = none(grid.count)
  const isWork = (item: PlanItem): boolean =>
    speaks(item) && (namesKinds || (item.kind !== 'travel' && item.kind !== 'personal'))
  if (!isWork(candidate)) return bits
  const breakMs = params.breakMinutes * minuteMs
  const tooLong = (params.minutes + 0.5) * minuteMs
  const taken = counted(question, isWork)
  const { count, start, end } = rowsOf(taken, readingOf(taken, calendar), breakMs)
  const wall = wallOf(calendar)
  let [from, to] = [0, 0]
  for (const c of wantedOf(question)) {
    const starts = grid.starts[c] as number
    const ends = starts + grid.lengthMs
    while (from < count && starts - (end[from] as number) >= breakMs) from++
    while (to < count && (start[to] as number) - ends < breakMs) to++
    const first = from < to ? Math.min(starts, start[from] as number) : starts
    const last = from < to ? Math.max(ends, end[to - 1] as number) : ends
    if (last - first >= tooLong && isOneDay(wall, starts, ends)) put(bits, c)
  }
  return bits
}

/** What goes on past midnight is no work but a stay, and stands in no row. */
const rowsOf = ({ start, end, count, blocks }: Columns, { isOneDay, areOneDay }: Reading, breakMs: number): Rows => {
  if (areOneDay) return joined(blocks, breakMs)
  const stays = { start: new Float64Array(count), end: new Float64Array(count) }
  let kept = 0
  for (let i = 0; i < count; i++) {
    if (isOneDay[i] === 0) continue
    stays.start[kept] = start[i] as number
    stays.end[kept++] = end[i] as number
  }
  return joined({ ...stays, count: kept }, breakMs)
}

const joined = ({ start, end, count }: Rows, breakMs: number): Rows => {
  const rows = { start: new Float64Array(count), end: new Float64Array(count) }
  let made = 0
  let until = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    const from = start[i] as number
    if (from - until >= breakMs) {
      rows.start[made++] = from
      until = end[i] as number
    } else until = Math.max(until, end[i] as number)
    rows.end[made - 1] = until
  }
  return { ...rows, count: made }
}
