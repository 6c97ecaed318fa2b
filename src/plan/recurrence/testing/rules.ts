import fc from 'fast-check'
import { weekdays } from '../../time.ts'
import { isWithinDay } from '../misuse.ts'
import { isTrouble, parseRule } from '../parse.ts'
import { type Frequency, frequencies } from '../rule.ts'

/** Rules as people and machines write them: every part, every frequency, nothing that RFC 5545 forbids. */

const some = (one: fc.Arbitrary<number | string>, most = 4): fc.Arbitrary<string> =>
  fc.uniqueArray(one, { minLength: 1, maxLength: most }).map((list) => list.join(','))

const signed = (most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: -most, max: -1 }))

const parts = {
  BYMONTH: some(fc.integer({ min: 1, max: 12 })),
  BYWEEKNO: some(fc.oneof(signed(53), fc.constantFrom(1, 52, 53, -1, -53))),
  BYYEARDAY: some(fc.oneof(signed(366), fc.constantFrom(1, 366, -366, 60))),
  BYMONTHDAY: some(fc.oneof(signed(31), fc.constantFrom(29, 30, 31, -31))),
  BYHOUR: some(fc.integer({ min: 0, max: 23 })),
  BYMINUTE: some(fc.integer({ min: 0, max: 59 })),
  BYSECOND: some(fc.integer({ min: 0, max: 60 })),
  BYSETPOS: some(fc.oneof(signed(5), signed(366)), 3),
  WKST: fc.constantFrom(...weekdays),
  INTERVAL: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 2, max: 4 }) }, fc.integer({ min: 5, max: 100 })),
  COUNT: fc.integer({ min: 1, max: 40 }),
} as const

const weekdayList = (frequency: Frequency): fc.Arbitrary<string> => {
  const plain = fc.constantFrom(...weekdays)
  if (frequency !== 'MONTHLY' && frequency !== 'YEARLY') return some(plain)
  const nth = frequency === 'MONTHLY' ? signed(5) : fc.oneof(signed(5), signed(53))
  return some(
    fc.oneof(
      plain,
      fc.tuple(nth, plain).map(([n, day]) => `${n > 0 && n % 2 ? '+' : ''}${n}${day}`),
    ),
  )
}

/** How likely a part is, in hundredths. */
const likely: Readonly<Record<string, number>> = {
  BYDAY: 40,
  BYMONTH: 25,
  BYSETPOS: 15,
  WKST: 25,
  INTERVAL: 40,
  COUNT: 30,
}

const maybe = (name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), value)
    .map(([n, text]) => (n < (likely[name] ?? 18) ? `;${name}=${text}` : ''))

/** Steps that divide the day and steps that never meet its beginning again. */
const withinDaySteps = fc.oneof(
  parts.INTERVAL,
  fc.constantFrom(12, 24, 36, 90, 1440, 1441, 5000, 86_399, 86_400, 90_000, 172_800, 3_000_001),
)

/** The text of a rule of a frequency. */
export const ruleText = (frequency: Frequency): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...Object.entries({
        ...parts,
        BYDAY: weekdayList(frequency),
        ...(isWithinDay(frequency) ? { INTERVAL: withinDaySteps } : {}),
      }).map(([name, value]) => maybe(name, value)),
    )
    .map((chosen) => `FREQ=${frequency}${chosen.join('')}`)
    .filter((text) => !isTrouble(parseRule(text)))

export const anyRuleText: fc.Arbitrary<string> = fc.constantFrom(...frequencies).chain(ruleText)
