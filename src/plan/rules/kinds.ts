import type { AnyKind } from '../rule.ts'
import { buffer } from './buffer.ts'
import { dayLimit } from './day-limit.ts'
import { drift } from './drift.ts'
import { hasPlace } from './has-place.ts'
import { hours } from './hours.ts'
import { length } from './length.ts'
import { moveLimit } from './move-limit.ts'
import { night } from './night.ts'
import { noMeetings } from './no-meetings.ts'
import { notice } from './notice.ts'
import { overlap } from './overlap.ts'
import { privateDates } from './private-dates.ts'
import { protectedTime } from './protected.ts'
import { publicHolidays } from './public-holidays.ts'
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
]

const byName = new Map(kinds.map((kind) => [kind.kind, kind]))

export const kindOf = (name: string): AnyKind | undefined => byName.get(name)
