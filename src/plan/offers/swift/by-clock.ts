import { isMeeting, minuteOfDay } from '../../local.ts'
import type { HoursParams } from '../../rules/hours.ts'
import type { NoMeetingsParams } from '../../rules/no-meetings.ts'
import type { PrivateDatesParams } from '../../rules/private-dates.ts'
import type { ProtectedParams } from '../../rules/protected.ts'
import type { PublicHolidaysParams } from '../../rules/public-holidays.ts'
import { eachDay } from '../../stretches.ts'
import { dayText } from '../../text.ts'
import { type Day, dayMs, minuteMs, weekdayOf } from '../../time.ts'
import { type Bits, none, putRange, without } from '../bits.ts'
import type { Grid } from '../grid.ts'
import type { Question, Swift } from './question.ts'

/** Kinds that ask only what the clock shows, whatever else takes anybody's time. */

/** Tells, on the time line, each piece of the clock between minutes of a day that `minutesOn` names. */
const eachPiece = (
  { clock }: Question,
  minutesOn: (day: Day) => readonly (readonly [number, number])[],
  tell: (from: number, to: number) => void,
): void =>
  eachDay(clock, (day, midnightAt, stretch) => {
    for (const [from, to] of minutesOn(day)) {
      const start = Math.max(stretch.from, midnightAt + from * minuteMs)
      const end = Math.min(stretch.to, midnightAt + to * minuteMs)
      if (start < end) tell(start, end)
    }
  })

/** Puts in every candidate that shares time with a piece of the time line. */
const putTouching = (bits: Bits, grid: Grid, from: number, to: number): void =>
  putRange(bits, grid.before(from - grid.lengthMs + 1), grid.before(to))

export const hoursSwift: Swift<HoursParams> = (question) => {
  const { grid, candidate, namesKinds, speaks, params } = question
  if (!speaks(candidate) || (candidate.kind === 'personal' && !namesKinds)) return none(grid.count)
  const inside = none(grid.count)
  let [from, to] = [Number.NaN, Number.NaN]
  const close = (): void => putRange(inside, grid.before(from), grid.before(to - grid.lengthMs + 1))
  eachPiece(question, openOn(params.days), (start, end) => {
    if (start <= to) to = Math.max(to, end)
    else {
      if (from < to) close()
      from = start
      to = end
    }
  })
  if (from < to) close()
  return without(inside, grid.count)
}

const openOn = (days: HoursParams['days']): ((day: Day) => readonly (readonly [number, number])[]) => {
  const byWeekday = new Map(
    Object.entries(days).map(([weekday, ranges]) => [
      weekday,
      (ranges ?? []).map(([from, to]) => [minuteOfDay(from), minuteOfDay(to)] as const).sort((a, b) => a[0] - b[0]),
    ]),
  )
  return (day) => byWeekday.get(weekdayOf(day)) ?? []
}

export const blockSwift: Swift<ProtectedParams> = (question) => {
  const { grid, candidate, namesKinds, speaks, params } = question
  const bits = none(grid.count)
  const isWhatItIsFor = candidate.kind === 'personal' || candidate.kind === 'focus'
  if (!speaks(candidate) || (isWhatItIsFor && !namesKinds)) return bits
  const kept = [[minuteOfDay(params.from), minuteOfDay(params.to)]] as const
  const keptOn = (day: Day) => (params.days.includes(weekdayOf(day)) ? kept : [])
  eachPiece(question, keptOn, (from, to) => putTouching(bits, grid, from, to))
  return bits
}

const wholeDay = [[0, dayMs / minuteMs]] as const

export const noMeetingsSwift: Swift<NoMeetingsParams> = (question) => {
  const { grid, candidate, namesKinds, speaks, params } = question
  const bits = none(grid.count)
  if (!speaks(candidate) || !(namesKinds || isMeeting(candidate))) return bits
  const clearOn = (day: Day) => (params.days.includes(weekdayOf(day)) ? wholeDay : [])
  eachPiece(question, clearOn, (from, to) => putRange(bits, grid.before(from), grid.before(to)))
  return bits
}

export const privateDatesSwift: Swift<PrivateDatesParams> = (question) => {
  const { candidate, params } = question
  const kept = new Set(params.dates)
  const isPrivate = candidate.kind === 'personal' || candidate.label === 'private'
  return touchingDates(question, !isPrivate, (date) => kept.has(date) || kept.has(date.slice(5)))
}

export const publicHolidaysSwift: Swift<PublicHolidaysParams> = (question) => {
  const { candidate, namesKinds, params } = question
  return touchingDates(question, namesKinds || isMeeting(candidate), (date) => params.dates[date] !== undefined)
}

const touchingDates = (question: Question, isAsked: boolean, isKept: (date: string) => boolean): Bits => {
  const { grid, candidate, speaks } = question
  const bits = none(grid.count)
  if (!isAsked || !speaks(candidate)) return bits
  const keptOn = (day: Day) => (isKept(dayText(day)) ? wholeDay : [])
  eachPiece(question, keptOn, (from, to) => putTouching(bits, grid, from, to))
  return bits
}
