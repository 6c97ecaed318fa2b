import type { AnyKind } from '../rule.ts'
import { asWished } from './as-wished.ts'
import { buffer } from './buffer.ts'
import { chaseDue } from './chase-due.ts'
import { dayLimit } from './day-limit.ts'
import { drift } from './drift.ts'
import { dueInHours } from './due-in-hours.ts'
import { firstShort } from './first-short.ts'
import { hasPlace } from './has-place.ts'
import { hours } from './hours.ts'
import { hoursLeft } from './hours-left.ts'
import { late } from './late.ts'
import { length } from './length.ts'
import { load } from './load.ts'
import { moveLimit } from './move-limit.ts'
import { night } from './night.ts'
import { noMeetings } from './no-meetings.ts'
import { notice } from './notice.ts'
import { onLeave } from './on-leave.ts'
import { overlap } from './overlap.ts'
import { privateDates } from './private-dates.ts'
import { promiseLate } from './promise-late.ts'
import { protectedTime } from './protected.ts'
import { publicHolidays } from './public-holidays.ts'
import { readyBefore } from './ready-before.ts'
import { routineSlips } from './routine-slips.ts'
import { staysInWeekday } from './stays-in-weekday.ts'
import { stretch } from './stretch.ts'
import { travel } from './travel.ts'
import { unanswered } from './unanswered.ts'

/** Every kind of rule there is. A new one is a file in this folder and a line here. */
export const kinds: readonly AnyKind[] = [
  overlap,
  travel,
  buffer,
  hours,
  protectedTime,
  dayLimit,
  stretch,
  night,
  notice,
  noMeetings,
  length,
  moveLimit,
  staysInWeekday,
  drift,
  privateDates,
  publicHolidays,
  hasPlace,
  unanswered,
  promiseLate,
  chaseDue,
  late,
  readyBefore,
  hoursLeft,
  routineSlips,
  dueInHours,
  onLeave,
  load,
  firstShort,
  asWished,
]

const byName = new Map(kinds.map((kind) => [kind.kind, kind]))

export const kindOf = (name: string): AnyKind | undefined => byName.get(name)
