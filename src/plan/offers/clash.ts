import type { Label } from '../plan.ts'
import { overlaps, type Span } from '../time.ts'
import { type Bits, none, putRange } from './bits.ts'
import { type Columns, strictest } from './calendar.ts'
import { type Grid, placeIn } from './grid.ts'

/** Tells the candidates, from one to before another, at which somebody is busy; in order, and none twice. */
export const clashes = (columns: Columns, grid: Grid, tell: (from: number, to: number) => void): void => {
  const { start, end, latest, count } = columns
  const first = (grid.starts[0] ?? 0) as number
  const beyond = ((grid.starts[grid.count - 1] ?? 0) as number) + grid.lengthMs
  let [from, to] = [0, 0]
  for (let i = placeIn(latest, first + 1); i < count && (start[i] as number) < beyond; i++) {
    if (start[i] === end[i]) continue
    const next = grid.before((start[i] as number) - grid.lengthMs + 1)
    if (next > to) {
      if (from < to) tell(from, to)
      from = next
      to = next
    }
    to = Math.max(to, grid.before(end[i] as number))
  }
  if (from < to) tell(from, to)
}

/** The candidates at which somebody is busy. */
export const busyAt = (columns: Columns, grid: Grid): Bits => {
  const bits = none(grid.count)
  clashes(columns, grid, (from, to) => putRange(bits, from, to))
  return bits
}

/** What stands in somebody's time between two instants. */
export const standingIn = ({ start, latest, itemOf }: Columns, span: Span) => {
  const found = []
  for (let i = placeIn(start, span.end) - 1; i >= 0 && (latest[i] as number) > span.start; i--) {
    const item = itemOf(i)
    if (overlaps(item.span, span) && item.span.start < item.span.end) found.push(item)
  }
  return found.reverse()
}

/** The strictest label of what stands between two instants. */
export const labelIn = (columns: Columns, span: Span, own: Label): Label =>
  columns.isPlain ? own : standingIn(columns, span).reduce<Label>((label, item) => strictest(label, item.label), 'open')
