import type { PlanItem } from '../../plan.ts'
import type { BufferParams } from '../../rules/buffer.ts'
import type { NightParams } from '../../rules/night.ts'
import { dayMs, hourMs, minuteMs } from '../../time.ts'
import { none, put, putRange } from '../bits.ts'
import type { Columns } from '../calendar.ts'
import { busyAt } from '../clash.ts'
import { type Grid, placeIn } from '../grid.ts'
import { counted, type Question, type Swift, wallReader } from './question.ts'

/** Kinds that ask what comes before a candidate and what after it. */

export const overlapSwift: Swift = (question) => {
  const { grid, candidate, speaks } = question
  return busyAt(counted(question, speaks(candidate) ? () => true : speaks), grid)
}

/** Tells which thing it is about and which candidates begin from `from` to before `to`. */
type Tell = (thing: number, from: number, to: number) => void

/**
 * Where nothing is on, tells the candidates that have the thing that ended last before them no further than `withinMs` away,
 * then those that have the next thing after them as near. A candidate that begins with a longer thing stands before it in
 * the plan's order, one that ends with a shorter thing still ends last: both are asked, though they clash.
 */
const eachNeighbour = (taken: Columns, grid: Grid, withinMs: number, after: Tell, before: Tell): void => {
  const { count, start, end, latest, holder } = taken
  const { lengthMs } = grid
  const first = (grid.starts[0] ?? 0) as number
  const last = ((grid.starts[grid.count - 1] ?? 0) as number) + lengthMs
  const lengthOf = (i: number): number => (end[i] as number) - (start[i] as number)
  for (let i = placeIn(latest, first - withinMs) - 1; i < count; i++) {
    const begins = i < 0 ? Number.NEGATIVE_INFINITY : (latest[i] as number)
    if (begins > last + withinMs) break
    const ends = i + 1 < count ? (start[i + 1] as number) : Number.POSITIVE_INFINITY
    if (begins > ends) continue
    if (i >= 0) {
      const until = ends + (i + 1 < count && lengthOf(i + 1) > lengthMs ? 1 : 0)
      after(holder[i] as number, begins, Math.min(until, begins + withinMs))
    }
    if (i + 1 < count) {
      const from = begins + (i < 0 || lengthOf(holder[i] as number) < lengthMs ? 0 : 1)
      before(i + 1, Math.max(from, ends - withinMs + 1) - lengthMs, ends - lengthMs + 1)
    }
  }
}

export const bufferSwift: Swift<BufferParams> = (question) => {
  const { grid, calendar, candidate, params } = question
  const [beforeMs, afterMs] = [(params.beforeMinutes ?? 0) * minuteMs, (params.afterMinutes ?? 0) * minuteMs]
  const bits = none(grid.count)
  const asks = speaksAt(question)
  const [ownBefore, ownAfter] = question.speaks(candidate) ? [beforeMs, afterMs] : [0, 0]
  eachNeighbour(
    calendar,
    grid,
    Math.max(beforeMs, afterMs),
    (i, from, to) => {
      const wanted = Math.max(ownBefore, asks(i) ? afterMs : 0)
      putRange(bits, grid.before(from), grid.before(Math.min(to, from + wanted)))
    },
    (i, from, to) => {
      const wanted = Math.max(ownAfter, asks(i) ? beforeMs : 0)
      putRange(bits, grid.before(Math.max(from, to - wanted)), grid.before(to))
    },
  )
  return bits
}

const speaksAt = ({ calendar, speaks }: Question): ((i: number) => boolean) => {
  if (!calendar.isPlain) return (i) => speaks(calendar.itemOf(i))
  const all = calendar.count > 0 && speaks(calendar.itemOf(0))
  return () => all
}

/** As `night` has it: what begins before four belongs to the evening before. */
const daybreak = 4 * hourMs
const wakingDay = (wall: number): number => Math.floor((wall - daybreak) / dayMs)
const longestEvening = 18 * hourMs
/** Clocks are never changed by more in a night. */
const slackMs = 3 * hourMs

export const nightSwift: Swift<NightParams> = (question) => {
  const { grid, candidate, namesKinds, speaks, params, clock } = question
  const bits = none(grid.count)
  const isAsked = (item: PlanItem): boolean => speaks(item) && (namesKinds || item.kind !== 'personal')
  if (!isAsked(candidate)) return bits
  const taken = counted(question, isAsked)
  const wall = wallReader(clock)
  const { starts, lengthMs } = grid
  const dayItEnds = (start: number, end: number): number =>
    wakingDay(end - start > longestEvening ? wall(end) - 1 : wall(start))
  eachNeighbour(
    taken,
    grid,
    params.minutes * minuteMs,
    (i, from, to) => {
      const day = dayItEnds(taken.start[i] as number, taken.end[i] as number)
      if (wakingDay(wall(to) + slackMs) <= day) return
      const end = grid.before(to)
      for (let c = grid.before(from); c < end; c++) if (wakingDay(wall(starts[c] as number)) > day) put(bits, c)
    },
    (i, from, to) => {
      const day = wakingDay(wall(taken.start[i] as number))
      if (day <= wakingDay(wall(from) - slackMs)) return
      const end = grid.before(to)
      for (let c = grid.before(from); c < end; c++) {
        const start = starts[c] as number
        if (day > dayItEnds(start, start + lengthMs)) put(bits, c)
      }
    },
  )
  return bits
}
