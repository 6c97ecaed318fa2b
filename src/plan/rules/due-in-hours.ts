import * as z from 'zod'
import { homeOf, isAsked } from '../boundaries.ts'
import type { PlanDue } from '../due.ts'
import { quoted, text } from '../found.ts'
import { minuteOfDay } from '../local.ts'
import { momentOf } from '../owed.ts'
import { clock, days, daysWords, endClock } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import {
  asDay,
  asInstant,
  asWall,
  type Day,
  dayMs,
  dayOf,
  type Instant,
  midnight,
  minuteMs,
  type Wall,
  weekdayOf,
} from '../time.ts'
import type { Zone } from '../zone.ts'

const params = z
  .strictObject({
    who: z.string().trim().max(200).default('').describe('Whose hours; of everybody who assists unless told'),
    days: days.default(['MO', 'TU', 'WE', 'TH', 'FR']),
    from: clock.default('09:00').describe('When work begins'),
    to: endClock.default('17:30').describe('When it ends'),
  })
  .refine(({ from, to }) => minuteOfDay(from) < minuteOfDay(to), { path: ['to'], message: 'It ends before it begins' })
export type DueInHours = z.infer<typeof params>

/** Whether a clock shows a time within the hours; the moment they end still lies in them. */
const isOpen = ({ days: on, from, to }: DueInHours, wall: Wall): boolean => {
  const minute = (wall - midnight(dayOf(wall))) / minuteMs
  return on.includes(weekdayOf(dayOf(wall))) && minute >= minuteOfDay(from) && minute <= minuteOfDay(to)
}

/** What is due by the end of a day is due as the day ends, in whichever way it is kept. */
const endOf = ({ contact, what }: PlanDue, wall: Wall): Wall =>
  what === 'commitment' && contact?.allDay === true ? midnight(asDay(dayOf(wall) + 1)) : wall

/** What is due as a day ends is due on that day; it fits where somebody works on it. */
const dueFits = (hours: DueInHours, wall: Wall): boolean =>
  wall === midnight(dayOf(wall)) ? hours.days.includes(weekdayOf(asDay(dayOf(wall) - 1))) : isOpen(hours, wall)

/** Whether somebody is at work at an instant, on the clocks of `zone`. */
export const isInHours = (hours: DueInHours, zone: Zone, at: Instant): boolean => isOpen(hours, zone.toWall(at))

const opening = ({ from }: DueInHours, zone: Zone, day: Day): Instant =>
  zone.toInstant(asWall(midnight(day) + minuteOfDay(from) * minuteMs))
const closing = ({ to }: DueInHours, zone: Zone, day: Day): Instant =>
  zone.toInstant(asWall(midnight(day) + minuteOfDay(to) * minuteMs))

/** Beyond this no week has gone by without an hour of work, whatever the days. */
const farthest = 8

/** Whether any working time lies between two instants. */
export const hasHoursBetween = (hours: DueInHours, zone: Zone, after: Instant, before: Instant): boolean => {
  const first = dayOf(zone.toWall(after))
  for (let day = first; day <= first + farthest; day = asDay(day + 1)) {
    if (opening(hours, zone, day) >= before) return false
    if (hours.days.includes(weekdayOf(day)) && closing(hours, zone, day) > after) return true
  }
  return true
}

/** "Mon–Fri 09:00–17:30" as a sentence has it: "on weekdays, 09:00–17:30" */
const hoursWords = ({ days: on, from, to }: DueInHours): string => `${daysWords(on)}, ${from}–${to}`

const whose = (who: string): string => (who === '' ? 'the assistant' : who)

/** The weekday first: "Sun 29 Nov, 20:00". */
const moment = (zone: Zone, at: Instant): string => momentOf({ wallAt: (of) => zone.toWall(of) }, at)

/**
 * What somebody is asked for is due while they work, and leaves them some of that time. Read on the clocks of the
 * executive's home. With `owner: executive` in its scope a rule keeps the executive's hours.
 */
export const dueInHours: AnyKind = ruleKind<DueInHours>({
  kind: 'due-in-hours',
  title: 'Asked outside the hours',
  says: 'What is asked of somebody is due while they work',
  params,
  sentence: (params) => `What is asked of ${whose(params.who)} is due ${hoursWords(params)}`,
  reach: () => ({ by: 'thing' }),
  *judge(params, { dues, owner, plan }) {
    const zone = homeOf(plan)
    for (const due of dues) {
      if (due.dueAt === null || !isAsked(owner, params.who, due)) continue
      const code = troubleOf(params, zone, due, due.dueAt)
      if (code === null) continue
      const values = () => valuesOf(params, zone, due, due.dueAt as Instant)
      const span = { start: due.dueAt, end: asInstant((due.dueAt as number) + 1) }
      yield { span, items: [due], code, values, badness: 1 }
    }
  },
  words: (e) =>
    e.code === 'none'
      ? `${text(e, 'what')} was asked ${text(e, 'asked')} and is due ${text(e, 'due')}: no hour of ${text(e, 'whose')} lies between (${text(e, 'hours')})`
      : `${text(e, 'what')} is due ${text(e, 'due')}, outside the hours of ${text(e, 'whose')} (${text(e, 'hours')})`,
})

const troubleOf = (hours: DueInHours, zone: Zone, due: PlanDue, dueAt: Instant): 'outside' | 'none' | null => {
  const { askedAt } = due
  if (!dueFits(hours, endOf(due, zone.toWall(dueAt)))) return 'outside'
  return dueAt - askedAt < farthest * dayMs && askedAt < dueAt && !hasHoursBetween(hours, zone, askedAt, dueAt)
    ? 'none'
    : null
}

const valuesOf = (hours: DueInHours, zone: Zone, due: PlanDue, dueAt: Instant) => ({
  what: quoted(due),
  whose: whose(hours.who),
  due: moment(zone, zone.toInstant(endOf(due, zone.toWall(dueAt)))),
  asked: moment(zone, due.askedAt),
  hours: hoursWords(hours),
})
