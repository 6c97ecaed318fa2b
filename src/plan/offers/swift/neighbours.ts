import type { PlanItem } from '../../plan.ts'
import type { BufferParams } from '../../rules/buffer.ts'
import type { NightParams } from '../../rules/night.ts'
import { minuteMs } from '../../time.ts'
import { none, put } from '../bits.ts'
import { busyAt } from '../clash.ts'
import type { Columns, Gaps } from '../columns.ts'
import type { Grid } from '../grid.ts'
import { counted, type Question, type Swift, wantedOf } from './question.ts'
import { dayItEnds, readingOf, wakingDay, wallOf } from './reading.ts'

/** Kinds that ask what comes before a candidate and what after it. */

export const overlapSwift: Swift = (question) => {
  const { grid, candidate, speaks } = question
  return busyAt(counted(question, speaks(candidate) ? () => true : speaks), grid)
}

/** Tells a wanted candidate and one of the gaps. */
type Tell = (i: number, gap: number) => void

/**
 * Tells each candidate with the gap it begins in, where something came before, and with the gap it ends in, where something
 * comes next. A candidate that begins with a longer thing stands before it in the plan's order, and one that ends with a
 * shorter thing still ends last: both are asked, though they clash.
 */
const eachNeighbour = (question: Question, columns: Columns, after: Tell, before: Tell): void => {
  const { starts, lengthMs } = question.grid
  const { gaps, start, end } = columns
  const { count, from, to, last, next } = gaps
  const wanted = wantedOf(question)
  const { behind, ahead } = placesOf(wanted, question.grid, gaps)
  const lasts = (i: number): number => (end[i] as number) - (start[i] as number)
  for (let n = 0; n < wanted.length; n++) {
    const c = wanted[n] as number
    const begins = starts[c] as number
    const ends = begins + lengthMs
    const here = behind[n] as number
    const until = to[here] as number
    const isIn = begins < until || (begins === until && lasts(next[here] as number) > lengthMs)
    if (isIn && (last[here] as number) >= 0) after(c, here)
    for (let gap = ahead[n] as number; gap < count && (from[gap] as number) <= ends; gap++) {
      const isLast = (from[gap] as number) < ends || lasts(last[gap] as number) < lengthMs
      if (isLast && (next[gap] as number) >= 0) before(c, gap)
      if ((to[gap] as number) > ends) break
    }
  }
}

/** By candidate: the last gap that has begun when it begins, and the first that is not over when it ends. */
type Places = { readonly behind: Int32Array; readonly ahead: Int32Array }

const places = new WeakMap<Int32Array, WeakMap<Gaps, Places>>()

/** Sought once for the same candidates among the same gaps, however many rules ask. */
const placesOf = (wanted: Int32Array, { starts, lengthMs }: Grid, gaps: Gaps): Places => {
  const made = places.get(wanted) ?? new WeakMap<Gaps, Places>()
  const before = made.get(gaps)
  if (before) return before
  const found = { behind: new Int32Array(wanted.length), ahead: new Int32Array(wanted.length) }
  let [behind, ahead] = [0, 0]
  for (let n = 0; n < wanted.length; n++) {
    const begins = starts[wanted[n] as number] as number
    while (behind + 1 < gaps.count && (gaps.from[behind + 1] as number) <= begins) behind++
    while ((gaps.to[ahead] as number) < begins + lengthMs) ahead++
    found.behind[n] = behind
    found.ahead[n] = ahead
  }
  places.set(wanted, made.set(gaps, found))
  return found
}

export const bufferSwift: Swift<BufferParams> = (question) => {
  const { grid, calendar, candidate, params } = question
  const [beforeMs, afterMs] = [(params.beforeMinutes ?? 0) * minuteMs, (params.afterMinutes ?? 0) * minuteMs]
  const bits = none(grid.count)
  const asks = speaksAt(question)
  const { starts, lengthMs } = grid
  const { gaps } = calendar.columns
  const [ownBefore, ownAfter] = question.speaks(candidate) ? [beforeMs, afterMs] : [0, 0]
  eachNeighbour(
    question,
    calendar.columns,
    (i, gap) => {
      const pause = (starts[i] as number) - (gaps.from[gap] as number)
      if (pause < Math.max(ownBefore, asks(gaps.last[gap] as number) ? afterMs : 0)) put(bits, i)
    },
    (i, gap) => {
      const pause = (gaps.to[gap] as number) - (starts[i] as number) - lengthMs
      if (pause < Math.max(ownAfter, asks(gaps.next[gap] as number) ? beforeMs : 0)) put(bits, i)
    },
  )
  return bits
}

const speaksAt = ({ calendar: { isPlain, columns, itemOf }, speaks }: Question): ((i: number) => boolean) => {
  if (!isPlain) return (i) => speaks(itemOf(i))
  const all = columns.count > 0 && speaks(itemOf(0))
  return () => all
}

export const nightSwift: Swift<NightParams> = (question) => {
  const { grid, calendar, candidate, namesKinds, speaks, params } = question
  const bits = none(grid.count)
  const isAsked = (item: PlanItem): boolean => speaks(item) && (namesKinds || item.kind !== 'personal')
  if (!isAsked(candidate)) return bits
  const taken = counted(question, isAsked)
  const { gaps } = taken
  const { wakes, rests } = readingOf(taken, calendar)
  const { starts, lengthMs } = grid
  const wall = wallOf(calendar)
  const restMs = params.minutes * minuteMs
  eachNeighbour(
    question,
    taken,
    (i, gap) => {
      const start = starts[i] as number
      const isShort = start - (gaps.from[gap] as number) < restMs
      if (isShort && wakingDay(wall(start)) > (rests[gaps.last[gap] as number] as number)) put(bits, i)
    },
    (i, gap) => {
      const start = starts[i] as number
      const end = start + lengthMs
      const isShort = (gaps.to[gap] as number) - end < restMs
      if (isShort && dayItEnds(wall, start, end) < (wakes[gaps.next[gap] as number] as number)) put(bits, i)
    },
  )
  return bits
}
