import type { PlanItem } from '../../plan.ts'
import type { BufferParams } from '../../rules/buffer.ts'
import type { NightParams } from '../../rules/night.ts'
import { hourMs, minuteMs } from '../../time.ts'
import { eachBetween, none, put, putRange, without } from '../bits.ts'
import { busyAt } from '../clash.ts'
import type { Columns } from '../columns.ts'
import type { Grid } from '../grid.ts'
import { counted, type Question, type Swift } from './question.ts'
import { dayItEnds, readingOf, wakingDay, wallOf } from './reading.ts'

/** Kinds that ask what comes before a candidate and what after it. */

export const overlapSwift: Swift = (question) => {
  const { grid, candidate, speaks } = question
  return busyAt(counted(question, speaks(candidate) ? () => true : speaks), grid)
}

/** Tells which thing it is about and which candidates begin from `from` to before `to`. */
type Tell = (thing: number, from: number, to: number) => void

/** The first of the gaps after which something near to the grid can come. */
const firstGap = ({ gaps, latest }: Columns, from: number): number => {
  let [low, high] = [0, gaps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((gaps[middle] as number) < 0 || (latest[gaps[middle] as number] as number) < from) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/**
 * Where nothing is on, tells the candidates that have the thing that ended last before them no further than `withinMs` away,
 * then those that have the next thing after them as near. A candidate that begins with a longer thing stands before it in
 * the plan's order, one that ends with a shorter thing still ends last: both are asked, though they clash.
 */
const eachNeighbour = (taken: Columns, grid: Grid, withinMs: number, after: Tell, before: Tell): void => {
  const { count, start, end, latest, holder, gaps } = taken
  const { lengthMs, starts } = grid
  const first = (starts[0] ?? 0) - withinMs
  const last = (starts[grid.count - 1] ?? 0) + lengthMs + withinMs
  for (let g = firstGap(taken, first); g < gaps.length; g++) {
    const i = gaps[g] as number
    const begins = i < 0 ? Number.NEGATIVE_INFINITY : (latest[i] as number)
    if (begins > last) break
    const next = i + 1
    const ends = next < count ? (start[next] as number) : Number.POSITIVE_INFINITY
    if (i >= 0) {
      const isBeforeNext = next < count && (end[next] as number) - ends > lengthMs
      after(holder[i] as number, begins, Math.min(isBeforeNext ? ends + 1 : ends, begins + withinMs))
    }
    if (next < count) {
      const who = i < 0 ? -1 : (holder[i] as number)
      const endsLast = i < 0 || (end[who] as number) - (start[who] as number) < lengthMs
      const from = endsLast ? begins : begins + 1
      before(next, Math.max(from, ends - withinMs + 1) - lengthMs, ends - lengthMs + 1)
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
    calendar.columns,
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

const speaksAt = ({ calendar: { isPlain, columns, itemOf }, speaks }: Question): ((i: number) => boolean) => {
  if (!isPlain) return (i) => speaks(itemOf(i))
  const all = columns.count > 0 && speaks(itemOf(0))
  return () => all
}

/** Clocks are never changed by more in a night. */
const slackMs = 3 * hourMs

export const nightSwift: Swift<NightParams> = (question) => {
  const { grid, calendar, candidate, namesKinds, speaks, params, wanted } = question
  const bits = none(grid.count)
  const isAsked = (item: PlanItem): boolean => speaks(item) && (namesKinds || item.kind !== 'personal')
  if (!isAsked(candidate)) return bits
  const taken = counted(question, isAsked)
  const { wakes, rests } = readingOf(taken, calendar)
  const { starts, lengthMs } = grid
  const wall = wallOf(calendar)
  const asked = wanted ?? without(bits, grid.count)
  const putWhere = (from: number, to: number, breaks: (start: number) => boolean): void =>
    eachBetween(asked, grid.before(from), grid.before(to), (c) => {
      if (breaks(starts[c] as number)) put(bits, c)
    })
  eachNeighbour(
    taken,
    grid,
    params.minutes * minuteMs,
    (i, from, to) => {
      const day = rests[i] as number
      if (wakingDay(wall(to) + slackMs) > day) putWhere(from, to, (start) => wakingDay(wall(start)) > day)
    },
    (i, from, to) => {
      const day = wakes[i] as number
      if (wakingDay(wall(from) - slackMs) < day)
        putWhere(from, to, (start) => dayItEnds(wall, start, start + lengthMs) < day)
    },
  )
  return bits
}
