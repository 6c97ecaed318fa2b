import { isMeeting, minutesOf } from '../../local.ts'
import type { LengthParams } from '../../rules/length.ts'
import type { NoticeParams } from '../../rules/notice.ts'
import { minuteMs } from '../../time.ts'
import { type Bits, none, putRange } from '../bits.ts'
import type { Grid } from '../grid.ts'
import type { Swift } from './question.ts'

/** Kinds that ask only what the meeting is. */

const allIf = (breaks: boolean, { count }: Grid): Bits => {
  const bits = none(count)
  if (breaks) putRange(bits, 0, count)
  return bits
}

export const lengthSwift: Swift<LengthParams> = ({ grid, candidate, namesKinds, speaks, params }) => {
  const isAsked = params.kind === undefined ? namesKinds || isMeeting(candidate) : candidate.kind === params.kind
  return allIf(isAsked && speaks(candidate) && minutesOf(grid.lengthMs) > params.minutes, grid)
}

export const hasPlaceSwift: Swift = ({ grid, candidate, namesKinds, speaks }) => {
  const isAsked = namesKinds || (isMeeting(candidate) && candidate.people.length > 0)
  return allIf(isAsked && speaks(candidate) && candidate.place === null && candidate.link === null, grid)
}

export const noticeSwift: Swift<NoticeParams> = ({ grid, candidate, namesKinds, speaks, params }) => {
  const bits = none(grid.count)
  const at = candidate.knownAt
  if (at !== null && speaks(candidate) && (namesKinds || isMeeting(candidate)))
    putRange(bits, 0, grid.before(at + params.minutes * minuteMs))
  return bits
}

/** A way is asked for only between two places. */
export const travelSwift: Swift = ({ grid, calendar, candidate }) =>
  candidate.place === null || calendar.isPlain ? none(grid.count) : null

/** What becomes of a meeting once it is there: moved, answered, repeated. A candidate has no such past. */
export const neverSwift: Swift = ({ grid }) => none(grid.count)
