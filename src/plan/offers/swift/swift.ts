import { dayMs } from '../../time.ts'
import { type Bits, has, none, put, take } from '../bits.ts'
import type { Calendar } from '../calendar.ts'
import type { Grid } from '../grid.ts'
import { brokenByJudging, foundWith } from '../judging.ts'
import { hoursSwift, noMeetingsSwift, privateDatesSwift, publicHolidaysSwift } from './by-clock.ts'
import { hasPlaceSwift, lengthSwift, neverSwift, noticeSwift, travelSwift } from './by-thing.ts'
import { dayLimitSwift } from './day-limit.ts'
import { protectedSwift } from './lunch.ts'
import { bufferSwift, nightSwift, overlapSwift } from './neighbours.ts'
import { type Asking, type Question, questionOf, type Swift } from './question.ts'
import { stretchSwift } from './stretch.ts'

const known =
  <P>(swift: Swift<P>): Swift =>
  (question) =>
    swift(question as Question<P>)

/** Kinds about trips that never speak of anything but parts of them. */
const ofTripsAlone = [
  'as-asked',
  'connection',
  'ride-fits',
  'bed-every-night',
  'deadline-ahead',
  'papers-valid',
  'visa-looked-at',
  'fare-open',
  'points-owned',
  'confirmed-in-time',
  'zone-known',
] as const

/** Kinds that can be asked about every candidate at once. One that is not here is judged candidate by candidate. */
const swifts: ReadonlyMap<string, Swift> = new Map<string, Swift>([
  ['overlap', overlapSwift],
  ['travel', travelSwift],
  ['buffer', known(bufferSwift)],
  ['hours', known(hoursSwift)],
  ['protected', known(protectedSwift)],
  ['day-limit', known(dayLimitSwift)],
  ['stretch', known(stretchSwift)],
  ['night', known(nightSwift)],
  ['notice', known(noticeSwift)],
  ['no-meetings', known(noMeetingsSwift)],
  ['length', known(lengthSwift)],
  ['private-dates', known(privateDatesSwift)],
  ['public-holidays', known(publicHolidaysSwift)],
  ['has-place', hasPlaceSwift],
  ['move-limit', neverSwift],
  ['stays-in-weekday', neverSwift],
  ['drift', neverSwift],
  ['unanswered', neverSwift],
  ...ofTripsAlone.map((kind) => [kind, neverSwift] as const),
])

/** Kinds whose verdict on a candidate hangs on nothing but the candidate and the clock. */
export const needsNoCalendar: ReadonlySet<string> = new Set([
  'hours',
  'notice',
  'no-meetings',
  'length',
  'private-dates',
  'public-holidays',
  'has-place',
  'move-limit',
  'stays-in-weekday',
  'drift',
  'unanswered',
  ...ofTripsAlone,
])

/** Kinds that read a clock, and so its days. */
const readsClocks: ReadonlySet<string> = new Set([
  'hours',
  'protected',
  'day-limit',
  'stretch',
  'night',
  'no-meetings',
  'private-dates',
  'public-holidays',
])

/** Which candidates break a rule of somebody: what judging each of them would say. Of those not wanted it may say anything. */
export const brokenBy = (asking: Asking): Bits => {
  const { calendar, ready, grid, candidate, wanted } = asking
  const { from, until, owner } = ready.rule.scope
  if (grid.count === 0 || owner === 'assistant') return none(grid.count)
  const swift = from === undefined && until === undefined ? swifts.get(ready.rule.kind) : null
  const unsure: (readonly [from: number, to: number])[] = readsClocks.has(ready.rule.kind)
    ? journeysIn(calendar, grid)
    : []
  const bits = swift?.(questionOf(asking, (from, to) => unsure.push([from, to])))
  if (!bits) return brokenByJudging(asking)
  for (const [from, to] of unsure)
    for (let i = from; i < to; i++) {
      if (wanted !== null && !has(wanted, i)) continue
      if (foundWith(calendar, ready, candidate(grid.spanOf(i))).length > 0) put(bits, i)
      else take(bits, i)
    }
  return bits
}

/** So near to a journey into another zone a local day is not what a clock on one wall makes of it. */
const nearMs = 3 * dayMs

const journeysIn = ({ plan: { whereabouts } }: Calendar, grid: Grid): [number, number][] =>
  whereabouts
    .filter(({ zone }, n) => n > 0 && zone !== whereabouts[n - 1]?.zone)
    .map(({ from }) => [grid.before(from - nearMs - grid.lengthMs), grid.before(from + nearMs)])
