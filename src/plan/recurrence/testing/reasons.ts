import type { Wall } from '../../time.ts'
import type { Zone } from '../../zone.ts'
import { isWithinDay } from '../misuse.ts'
import type { RecurrenceRule } from '../rule.ts'
import type { Library } from './libraries.ts'

/** A rule of the corpus on which a library and we disagree. */
export type Disputed = {
  readonly library: Library
  readonly text: string
  readonly rule: RecurrenceRule
  readonly start: Wall
  readonly zone: Zone
  readonly ours: readonly Wall[]
}

/** Why a library answers otherwise, and what settles it. */
type Reason = {
  readonly words: string
  readonly settledBy: string
  readonly covers: (disputed: Disputed) => boolean
}

const among =
  (...some: Library[]) =>
  ({ library }: Disputed): boolean =>
    some.includes(library)

const counts = ({ rule }: Disputed): boolean => rule.byDay.some(({ nth }) => nth !== 0)
const mixes = (one: Disputed): boolean => counts(one) && one.rule.byDay.some(({ nth }) => nth === 0)
const chooses = ({ rule }: Disputed): boolean => rule.bySetPos.length > 0
const steps = ({ rule }: Disputed): boolean => isWithinDay(rule.frequency)

export const reasons: readonly Reason[] = [
  {
    words: 'Weekdays with and without a number cut each other down, instead of each adding its days',
    settledBy: 'RFC 5545 §3.3.10: BYDAY is a list of days of the week, and each may have a number of its own',
    covers: (one) => among('rrule', 'rrule-rust')(one) && mixes(one),
  },
  {
    words: 'Of weekdays in a YEARLY rule, those without a number are lost beside those with one',
    settledBy: 'RFC 5545 §3.3.10: BYDAY is a list of days of the week, and each may have a number of its own',
    covers: (one) => among('rrule-temporal')(one) && one.rule.frequency === 'YEARLY' && mixes(one),
  },
  {
    words: 'Numbered weekdays add to BYMONTHDAY or BYYEARDAY, or BYYEARDAY to BYMONTHDAY, instead of limiting it',
    settledBy: 'RFC 5545 §3.3.10, table and note 2: BYDAY limits where BYYEARDAY or BYMONTHDAY is present',
    covers: (one) =>
      among('rrule-temporal')(one) &&
      one.rule.frequency === 'YEARLY' &&
      (one.rule.byYearDay.length > 0 || (counts(one) && one.rule.byMonthDay.length > 0)),
  },
  {
    words: 'BYWEEKNO without a day means every day of the week',
    settledBy: 'RFC 5545 §3.3.10: what the rule leaves open comes from DTSTART, here its weekday (docs/decisions/0002)',
    covers: (one) => among('rrule', 'rrule-rust')(one) && one.rule.byWeekNo.length > 0 && one.rule.byDay.length === 0,
  },
  {
    words: 'Weeks that reach over the end of a year are cut there',
    settledBy: 'docs/decisions/0002: a numbered week belongs whole to the year of its number',
    covers: (one) => one.rule.byWeekNo.length > 0,
  },
  {
    words: 'A position outside the set chooses something, or the rule is refused for it',
    settledBy: 'RFC 5545 §3.3.10: BYSETPOS may be 1 to 366 or -366 to -1; the nth of fewer is none',
    covers: (one) => among('rrule', 'rrule-rust')(one) && chooses(one),
  },
  {
    words: 'The first week begins with the start, so that BYSETPOS counts from there',
    settledBy: 'RFC 5545 §3.3.10: a set of recurrence instances starts at the beginning of the interval',
    covers: (one) => among('rrule', 'rrule-rust')(one) && chooses(one) && one.rule.frequency === 'WEEKLY',
  },
  {
    words: 'BYSETPOS of an hourly rule counts over more than an hour',
    settledBy: 'RFC 5545 §3.3.10: BYSETPOS operates on one interval of FREQ',
    covers: (one) => among('rrule-temporal')(one) && chooses(one) && steps(one),
  },
  {
    words: 'A fifth weekday from the end is refused',
    settledBy: 'RFC 5545 §3.3.10: ordwk is 1 to 53; a month with fewer has none',
    covers: (one) => among('rrule-rust')(one) && one.rule.byDay.some(({ nth }) => nth === -5 || nth === -53),
  },
  {
    words: 'A plus sign before a weekday number is refused',
    settledBy: 'RFC 5545 §3.3.10: weekdaynum = [[plus / minus] ordwk] weekday',
    covers: (one) => among('rrule-rust')(one) && /BYDAY=[^;]*\+/.test(one.text),
  },
  {
    words: 'The 53rd weekday from the end of a year is taken for another',
    settledBy:
      'RFC 5545 §3.3.10: a year that begins on a Sunday has 53 of them, and the first is the 53rd from the end',
    covers: (one) => among('rrule-temporal')(one) && one.rule.byDay.some(({ nth }) => nth === -53),
  },
  {
    words: 'Older zone data: it does not know what Morocco does from 2026',
    settledBy: 'the IANA data of the platform',
    covers: (one) => among('rrule-rust')(one) && one.zone.id === 'Africa/Casablanca' && one.start > 1_300_000_000_000,
  },
  {
    words: 'Jumping to the next allowed hour passes over it or loses the step',
    settledBy: 'RFC 5545 §3.3.10: BYHOUR limits a MINUTELY rule, INTERVAL counts every minute',
    covers: (one) =>
      among('rrule', 'rrule-rust')(one) && one.rule.frequency === 'MINUTELY' && one.rule.byHour.length > 0,
  },
  {
    words: 'Hours are counted on the time line and not on the wall',
    settledBy: 'docs/decisions/0001: every frequency steps on the wall',
    covers: (one) => among('rrule-temporal')(one) && one.rule.frequency === 'HOURLY',
  },
  {
    words: 'A time that a change of clocks skips is dropped',
    settledBy: 'RFC 5545 §3.3.5: it is read with the offset before the gap (docs/decisions/0001)',
    covers: (one) =>
      !among('rrule')(one) && one.ours.some((wall) => one.zone.toWall(one.zone.toInstant(wall)) !== wall),
  },
]
