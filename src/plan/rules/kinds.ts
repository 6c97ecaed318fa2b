import type { AnyKind } from '../rule.ts'
import { arriveInTime } from './arrive-in-time.ts'
import { asAsked } from './as-asked.ts'
import { asWished } from './as-wished.ts'
import { bedEveryNight } from './bed-every-night.ts'
import { buffer } from './buffer.ts'
import { chaseDue } from './chase-due.ts'
import { confirmedInTime } from './confirmed-in-time.ts'
import { connection } from './connection.ts'
import { dayLimit } from './day-limit.ts'
import { deadlineAhead } from './deadline-ahead.ts'
import { drift } from './drift.ts'
import { dueInHours } from './due-in-hours.ts'
import { fareOpen } from './fare-open.ts'
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
import { nothingInTheAir } from './nothing-in-the-air.ts'
import { notice } from './notice.ts'
import { onLeave } from './on-leave.ts'
import { overlap } from './overlap.ts'
import { papersValid } from './papers-valid.ts'
import { pointsOwned } from './points-owned.ts'
import { privateDates } from './private-dates.ts'
import { promiseLate } from './promise-late.ts'
import { protectedTime } from './protected.ts'
import { publicHolidays } from './public-holidays.ts'
import { readyBefore } from './ready-before.ts'
import { restAfterNightFlight } from './rest-after-night-flight.ts'
import { rideFits } from './ride-fits.ts'
import { routineSlips } from './routine-slips.ts'
import { staysInWeekday } from './stays-in-weekday.ts'
import { stretch } from './stretch.ts'
import { travel } from './travel.ts'
import { unanswered } from './unanswered.ts'
import { visaLookedAt } from './visa-looked-at.ts'
import { wayHome } from './way-home.ts'
import { zoneKnown } from './zone-known.ts'

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
  asAsked,
  connection,
  rideFits,
  bedEveryNight,
  arriveInTime,
  deadlineAhead,
  papersValid,
  visaLookedAt,
  restAfterNightFlight,
  nothingInTheAir,
  wayHome,
  fareOpen,
  pointsOwned,
  confirmedInTime,
  zoneKnown,
]

const byName = new Map(kinds.map((kind) => [kind.kind, kind]))

export const kindOf = (name: string): AnyKind | undefined => byName.get(name)
