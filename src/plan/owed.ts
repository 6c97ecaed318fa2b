import { civilOf } from './civil.ts'
import type { PlanDue } from './due.ts'
import { clockOf, type Local } from './local.ts'
import { monthNames, shortWeekday } from './names.ts'
import { clockText, dayText } from './text.ts'
import { asDay, asInstant, asWall, type Day, dayOf, type Instant, midnight, type Wall, weekdayOf } from './time.ts'

/** When work is due as `work.edit` reads it. */
export type DueOn = { readonly dueOn: string; readonly dueTime: string | null; readonly zone: string }

/** Work that somebody still has to do. */
export const isOpenWork = ({ what, closedAt }: PlanDue): boolean => what === 'work' && closedAt === null

/** What is due as a day ends is due at the midnight that follows; it is said, and kept, as that day. */
const dayDue = (wall: Wall): { readonly day: Day; readonly isWhole: boolean } =>
  wall === midnight(dayOf(wall)) ? { day: asDay(dayOf(wall) - 1), isWhole: true } : { day: dayOf(wall), isWhole: false }

/** "Thu 26 Nov, 16:00"; the day alone where it is due as the day ends. */
export const momentOf = ({ wallAt }: Pick<Local, 'wallAt'>, at: Instant): string => {
  const { day, isWhole } = dayDue(wallAt(at))
  const { day: date, month } = civilOf(day)
  const said = `${shortWeekday(weekdayOf(day))} ${date} ${monthNames[month - 1]?.slice(0, 3)}`
  return isWhole ? said : `${said}, ${clockOf(wallAt(at))}`
}

/** The same time as date, clock and zone. */
export const dueOnOf = ({ wallAt, zoneAt }: Pick<Local, 'wallAt' | 'zoneAt'>, at: Instant): DueOn => {
  const { day, isWhole } = dayDue(wallAt(at))
  const dueTime = isWhole ? null : clockText(wallAt(at)).slice(0, 5)
  return { dueOn: dayText(day), dueTime, zone: zoneAt(at).id }
}

const isWeekend = (day: Day): boolean => ['SA', 'SU'].includes(weekdayOf(day))

/** The hour something was due at, on the first working day after today. */
export const nextTry = (local: Pick<Local, 'wallAt' | 'instantOf'>, dueAt: Instant, now: Instant): Instant => {
  const wall = local.wallAt(dueAt)
  const { day: was } = dayDue(wall)
  let day = asDay(dayOf(local.wallAt(now)) + 1)
  while (isWeekend(day)) day = asDay(day + 1)
  return local.instantOf(asWall(wall + (midnight(day) - midnight(was))))
}

/** Never nothing: a finding about what was due this instant has a length too. */
export const untilNow = (start: Instant, now: Instant) => ({ start, end: asInstant(Math.max(now, start + 1)) })
