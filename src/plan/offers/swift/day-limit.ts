import { isMeeting } from '../../local.ts'
import type { PlanItem } from '../../plan.ts'
import type { DayLimitParams } from '../../rules/day-limit.ts'
import { eachDay } from '../../stretches.ts'
import { dayMs, minuteMs } from '../../time.ts'
import { eachBetween, none, put, putRange, without } from '../bits.ts'
import { counted, type Swift } from './question.ts'
import { type DayTaken, readingOf } from './reading.ts'

const free: DayTaken = { count: 0, ms: 0, start: [], end: [] }

/** Every candidate of a day that is full breaks it; where minutes count, those that fit beside or within what is there do not. */
export const dayLimitSwift: Swift<DayLimitParams> = (question) => {
  const { grid, calendar, candidate, namesKinds, speaks, params, clock } = question
  const bits = none(grid.count)
  const isCounted = (item: PlanItem): boolean => speaks(item) && (namesKinds || isMeeting(item))
  if (!isCounted(candidate)) return bits
  const { days } = readingOf(counted(question, isCounted), calendar)
  const most = params.meetings ?? Number.POSITIVE_INFINITY
  const tooLong = ((params.minutes ?? Number.POSITIVE_INFINITY) + 0.5) * minuteMs
  const roomMs = tooLong - grid.lengthMs
  const asked = question.wanted ?? without(bits, grid.count)
  eachDay(clock, (day, midnightAt, { from, to }) => {
    const first = grid.before(Math.max(midnightAt, from))
    const next = grid.before(Math.min(midnightAt + dayMs, to))
    if (first >= next) return
    const there = days.get(day) ?? free
    if (there.count + 1 > most || there.ms >= tooLong) putRange(bits, first, next)
    else if (there.ms >= roomMs) {
      const covered = coveredBy(there)
      eachBetween(asked, first, next, (c) => {
        const start = grid.starts[c] as number
        if (there.ms - covered(start, start + grid.lengthMs) >= roomMs) put(bits, c)
      })
    }
  })
  return bits
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
