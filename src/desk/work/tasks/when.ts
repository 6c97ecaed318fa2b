import { checkRule } from '../../../plan/recurrence/check.ts'
import { expandSeries, ruleForDates } from '../../../plan/recurrence/expand.ts'
import { isTrouble, parseRule } from '../../../plan/recurrence/parse.ts'
import { dayFromText, dayText, zonedText } from '../../../plan/text.ts'
import { asDay, asInstant, asWall, type Day, dayOf, type Instant, midnight, minuteMs } from '../../../plan/time.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import type { WorkDraft } from './model.ts'

type Due = Pick<WorkDraft, 'dueOn' | 'dueTime'> & { readonly zone: string }

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** When work is due: at its time, or at the end of its day; null where it has no date. */
export function dueAtOf({ dueOn, dueTime, zone }: Due): Instant | null {
  const day = dueOn === null ? null : dayFromText(dueOn)
  if (day === null) return null
  const wall = dueTime === null ? midnight(asDay(day + 1)) : asWall(midnight(day) + minutesOf(dueTime) * minuteMs)
  return (zoneOf(zone) ?? utc).toInstant(wall)
}

/** When it is due as a zoned time; work due by the end of a day says the last minute of it. */
export function dueText(due: Due): string | null {
  const at = dueAtOf(due)
  return at === null ? null : zonedText(asInstant(at - (due.dueTime === null ? minuteMs : 0)), zoneOf(due.zone) ?? utc)
}

/** `Thu 26 Nov 2026, 16:00 (Europe/London)`, or the day alone. */
export function dueWords(due: Due): string {
  if (due.dueOn === null) return ''
  const on = Temporal.PlainDate.from(due.dueOn)
  const day = on.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const plain = day.replace(',', '').replace('Sept', 'Sep')
  return due.dueTime === null ? plain : `${plain}, ${due.dueTime} (${due.zone})`
}

/** Nothing a desk answers for is due later. */
export const lastDue = '2199-12-31'

/** Dates of routine work after `after` and before `before`, from the first one on; `most` of them. */
function datesAfter(repeat: string, since: Day, after: Day, most: number): Day[] {
  const read = parseRule(repeat)
  const rule = isTrouble(read) ? null : ruleForDates(read)
  if (!rule) return []
  const { walls } = expandSeries({
    start: midnight(since),
    isDate: true,
    zone: null,
    rules: [rule],
    rdates: [],
    exdates: [],
    from: midnight(asDay(after + 1)),
    to: midnight(dayFromText(lastDue) ?? asDay(0)),
    most,
  })
  return walls.map(dayOf)
}

/** Why a rule cannot say when work comes again; null where it can. */
export function repeatTrouble(repeat: string, dueOn: string): string | null {
  const day = dayFromText(dueOn)
  if (day === null) return 'There is no such day'
  const trouble = checkRule(repeat, { form: 'date', day })
  if (trouble !== null) return trouble
  return datesAfter(repeat, day, day, 1).length === 0 ? 'It would never come again' : null
}

const mostSkipped = 100

type Turns = { readonly next: string | null; readonly skipped: readonly string[] }

/**
 * When routine work comes again after a turn that was due `dueOn`: the first turn that is not over at `now`, and those
 * that were over before anybody did them. Null where the rule has come to its end.
 */
export function turnsAfter(
  { repeat, since, dueOn, dueTime, zone }: Due & { readonly repeat: string | null; readonly since: string | null },
  now: Instant,
): Turns {
  const [first, last] = [since === null ? null : dayFromText(since), dueOn === null ? null : dayFromText(dueOn)]
  if (repeat === null || first === null || last === null) return { next: null, skipped: [] }
  const skipped: string[] = []
  for (let after = last; skipped.length < mostSkipped; ) {
    const [day] = datesAfter(repeat, first, after, 1)
    if (day === undefined) return { next: null, skipped }
    const at = dueAtOf({ dueOn: dayText(day), dueTime, zone })
    if (at !== null && at > now) return { next: dayText(day), skipped }
    skipped.push(dayText(day))
    after = day
  }
  const today = dayOf((zoneOf(zone) ?? utc).toWall(now))
  const [day] = datesAfter(repeat, first, today, 1)
  return { next: day === undefined ? null : dayText(day), skipped }
}
