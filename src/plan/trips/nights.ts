import type { PlanSegment, PlanTrip } from '../segment.ts'
import { asDay, type Day } from '../time.ts'
import { isSameName } from './names.ts'
import { carries, dayAt, live, minuteAt } from './segments.ts'

/** Nights of a trip. A night is called by the day it follows. */

export const stays = (trip: PlanTrip): readonly PlanSegment[] => live(trip).filter(({ kind }) => kind === 'stay')

export const nightsOf = ({ first, last }: PlanTrip): readonly Day[] =>
  Array.from({ length: Math.max(0, last - first) }, (_, n) => asDay(first + n))

/** Whether a stay is for a night; null where nobody has said from when or until when. */
export const isForNight = (stay: PlanSegment, night: Day): boolean | null => {
  const [from, to] = [dayAt(stay.from), dayAt(stay.to)]
  if (from !== null && from > night) return false
  if (to !== null && to <= night) return false
  return from === null || to === null ? null : true
}

/** What arrives after so many minutes of the next day was the night itself. */
const daybreak = 4 * 60

/** Whether the night is spent under way. */
export const isAboard = (trip: PlanTrip, night: Day): boolean =>
  live(trip).some((segment) => {
    if (!carries(segment)) return false
    const [from, to] = [dayAt(segment.from), dayAt(segment.to)]
    if (from === null || to === null || from > night || to <= night) return false
    return to > night + 1 || (minuteAt(segment.to) ?? daybreak) >= daybreak
  })

/** Whether one traveller has both: there is but one, or both bookings name them. */
export const areOfOne = (a: PlanSegment, b: PlanSegment, { travellers }: PlanTrip): boolean => {
  if (a.name !== null && b.name !== null) return isSameName(a.name, b.name)
  return travellers.length <= 1
}

/** Days that follow each other, together. */
export const runsOf = (days: readonly Day[]): readonly (readonly Day[])[] => {
  const runs: Day[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  return runs
}
