import { type Bits, none, putRange } from './bits.ts'
import type { Columns } from './columns.ts'
import { type Grid, placeIn } from './grid.ts'

/** Tells candidates by index, from one to before another. */
type TellRange = (from: number, to: number) => void

/** Tells the candidates at which something is on; in order, and none twice. */
export const eachClash = ({ blocks }: Columns, grid: Grid, tell: TellRange): void => {
  if (grid.count === 0) return
  const { count, start, end } = blocks
  const { starts, lengthMs } = grid
  const beyond = (starts[grid.count - 1] as number) + lengthMs
  let i = placeIn(end, (starts[0] as number) + 1)
  while (i < count && (start[i] as number) < beyond) {
    const from = (start[i] as number) - lengthMs + 1
    let to = end[i++] as number
    // A pause too short for a candidate parts nothing.
    while (i < count && (start[i] as number) - lengthMs < to) to = end[i++] as number
    tell(grid.before(from), grid.before(to))
  }
}

/** The candidates at which something is on. */
export const busyAt = (columns: Columns, grid: Grid): Bits => {
  const bits = none(grid.count)
  eachClash(columns, grid, (from, to) => putRange(bits, from, to))
  return bits
}

/** Whether something is on at one candidate. */
export const isBusyAt = ({ blocks }: Columns, grid: Grid, i: number): boolean => {
  const start = grid.starts[i] as number
  const next = placeIn(blocks.end, start + 1)
  return next < blocks.count && (blocks.start[next] as number) < start + grid.lengthMs
}
