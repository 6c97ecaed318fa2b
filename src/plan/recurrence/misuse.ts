import { type Frequency, frequencies, type RecurrenceRule, type RuleTrouble } from './rule.ts'

/** A combination of parts that RFC 5545 §3.3.10 says must not be; `part` is where the trouble is shown. */
type Misuse = { readonly part: string; readonly words: string; readonly found: (rule: RecurrenceRule) => boolean }

const oneOf =
  (...some: Frequency[]) =>
  (rule: RecurrenceRule): boolean =>
    some.includes(rule.frequency)

const counted = (rule: RecurrenceRule): boolean => rule.byDay.some((day) => day.nth !== 0)

const dayless = ['byMonth', 'byWeekNo', 'byYearDay', 'byMonthDay', 'byDay', 'byHour', 'byMinute', 'bySecond'] as const

const misuses: readonly Misuse[] = [
  {
    part: 'COUNT',
    words: 'COUNT and UNTIL must not stand together',
    found: (rule) => rule.count !== null && rule.until !== null,
  },
  {
    part: 'BYWEEKNO',
    words: 'BYWEEKNO needs FREQ=YEARLY',
    found: (rule) => rule.byWeekNo.length > 0 && rule.frequency !== 'YEARLY',
  },
  {
    part: 'BYYEARDAY',
    words: 'BYYEARDAY must not stand with FREQ=DAILY, WEEKLY or MONTHLY',
    found: (rule) => rule.byYearDay.length > 0 && oneOf('DAILY', 'WEEKLY', 'MONTHLY')(rule),
  },
  {
    part: 'BYMONTHDAY',
    words: 'BYMONTHDAY must not stand with FREQ=WEEKLY',
    found: (rule) => rule.byMonthDay.length > 0 && rule.frequency === 'WEEKLY',
  },
  {
    part: 'BYDAY',
    words: 'BYDAY can count weekdays (1MO) only with FREQ=MONTHLY or YEARLY',
    found: (rule) => counted(rule) && !oneOf('MONTHLY', 'YEARLY')(rule),
  },
  {
    part: 'BYDAY',
    words: 'BYDAY must not count weekdays (1MO) beside BYWEEKNO',
    found: (rule) => counted(rule) && rule.byWeekNo.length > 0,
  },
  {
    part: 'BYSETPOS',
    words: 'BYSETPOS needs another BY part to choose from',
    found: (rule) => rule.bySetPos.length > 0 && dayless.every((part) => rule[part].length === 0),
  },
]

/** The first thing about a rule that the RFC forbids; null for a sound rule. `places` says where each part begins. */
export function misuse(rule: RecurrenceRule, places: ReadonlyMap<string, number>): RuleTrouble | null {
  if (places.has('SKIP') && !places.has('RSCALE'))
    return { words: 'SKIP needs RSCALE (RFC 7529)', at: places.get('SKIP') ?? 0 }
  const found = misuses.find((one) => one.found(rule))
  return found ? { words: `${found.words} (RFC 5545 §3.3.10)`, at: places.get(found.part) ?? 0 } : null
}

/** True for HOURLY and finer: frequencies that step inside a day. */
export const isWithinDay = (frequency: Frequency): boolean =>
  frequencies.indexOf(frequency) < frequencies.indexOf('DAILY')
