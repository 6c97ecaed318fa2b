import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRule } from './check.ts'
import { isTrouble, parseRule } from './parse.ts'
import { wallAt } from './testing/compact.ts'
import { anyRuleText } from './testing/rules.ts'

describe('A rule as text', () => {
  test('is read in any case and order, with signs, and once each', () => {
    const rule = parseRule('byday=+3we,-1FR,+3WE;wkst=su;Interval=2;freq=monthly;bymonthday=+13,-1')
    expect(rule).toMatchObject({
      frequency: 'MONTHLY',
      interval: 2,
      weekStart: 6,
      byDay: [
        { nth: -1, weekday: 4 },
        { nth: 3, weekday: 2 },
      ],
      byMonthDay: [-1, 13],
    })
    expect(parseRule('FREQ=DAILY;')).toEqual(parseRule('FREQ=DAILY;INTERVAL=1;WKST=MO'))
  })

  test('may end with a date, a local time or one in UTC', () => {
    const until = (text: string) => {
      const rule = parseRule(`FREQ=DAILY;UNTIL=${text}`)
      return isTrouble(rule) ? rule.words : rule.until
    }
    expect(until('20260630')).toEqual({ form: 'date', day: 20_634 })
    expect(until('20260630T080000')).toEqual({ form: 'wall', wall: wallAt('2026-06-30T08:00:00') })
    expect(until('20260630T080000Z')).toEqual({ form: 'utc', at: wallAt('2026-06-30T08:00:00') })
    expect(until('20260630T080060Z')).toEqual({ form: 'utc', at: wallAt('2026-06-30T08:00:59') })
  })

  test.each([
    ['', 'is not a rule part', 0],
    ['COUNT=3', 'FREQ is missing', 0],
    ['FREQ=DAILY;;COUNT=3', 'is not a rule part', 11],
    ['FREQ=DAILY;X-OWN=3', '"X-OWN" is not a rule part', 11],
    ['FREQ=DAILY;FREQ=DAILY', 'FREQ is there twice', 11],
    ['FREQ=DAILY;CONSTRUCTOR=1', 'is not a rule part', 11],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL: "0"', 20],
    ['FREQ=DAILY;INTERVAL=1e3', 'INTERVAL: "1E3"', 20],
    ['FREQ=DAILY;COUNT=0', 'COUNT: "0"', 17],
    ['FREQ=DAILY;COUNT=-1', 'COUNT: "-1"', 17],
    ['FREQ=DAILY;BYHOUR=24', 'BYHOUR: "24" is not an hour (0 to 23)', 18],
    ['FREQ=DAILY;BYHOUR=', 'BYHOUR: "" is not an hour', 18],
    ['FREQ=DAILY;BYSECOND=61', 'BYSECOND: "61"', 20],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY: "0"', 24],
    ['FREQ=MONTHLY;BYMONTHDAY=1,,2', 'BYMONTHDAY: ""', 24],
    ['FREQ=YEARLY;BYYEARDAY=367', 'BYYEARDAY: "367"', 22],
    ['FREQ=YEARLY;BYWEEKNO=-54', 'BYWEEKNO: "-54"', 21],
    ['FREQ=YEARLY;BYMONTH=5L', 'BYMONTH: "5L"', 20],
    ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY: "0MO"', 19],
    ['FREQ=MONTHLY;BYDAY=54MO', 'BYDAY: "54MO"', 19],
    ['FREQ=MONTHLY;BYDAY=XX', 'BYDAY: "XX" is not a weekday', 19],
    ['FREQ=DAILY;WKST=1', 'WKST: "1"', 16],
    ['FREQ=DAILY;UNTIL=20260230', 'UNTIL: "20260230"', 17],
    ['FREQ=DAILY;UNTIL=20260630T250000Z', 'UNTIL:', 17],
    ['FREQ=DAILY;UNTIL=20260630T080000+0100', 'UNTIL:', 17],
    ['FREQ=DAILY;COUNT=3;UNTIL=20260630', 'COUNT and UNTIL', 11],
    ['FREQ=MONTHLY;BYWEEKNO=20', 'BYWEEKNO needs FREQ=YEARLY', 13],
    ['FREQ=DAILY;BYYEARDAY=20', 'BYYEARDAY must not', 11],
    ['FREQ=WEEKLY;BYMONTHDAY=20', 'BYMONTHDAY must not', 12],
    ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY can count', 12],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO', 'BYDAY must not count', 24],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS needs', 13],
    ['RSCALE=CHINESE;FREQ=YEARLY', 'RSCALE: "CHINESE": only the Gregorian', 7],
    ['RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD', 'SKIP: "FORWARD"', 34],
    ['FREQ=YEARLY;SKIP=OMIT', 'SKIP needs RSCALE', 12],
    ['FREQ=DAILY;BYDAY=МО', 'plain letters', 17],
  ])('%s is refused: %s', (text, words, at) => {
    const read = parseRule(text)
    expect(isTrouble(read) && read.words).toContain(words)
    expect(isTrouble(read) && read.at).toBe(at)
  })

  test('may name the calendar everybody uses', () => {
    expect(parseRule('RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT')).toEqual(parseRule('FREQ=YEARLY'))
  })

  test('of any shape is read or refused, and never breaks', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[A-Z=;,0-9+-]{0,60}$/),
      anyRuleText.map((t) => `${t};`),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const read = parseRule(text)
        if (!isTrouble(read)) return
        expect(read.words.length).toBeLessThan(200)
        expect(read.at).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
    expect(isTrouble(parseRule(`FREQ=DAILY;BYHOUR=${'1,'.repeat(5000)}1`))).toBe(true)
  })

  test('that steps within the day is no rule for dates', () => {
    const day = { form: 'date', day: 0 } as Parameters<typeof checkRule>[1]
    expect(checkRule('FREQ=HOURLY', day)).toContain('the start is a date')
    expect(checkRule('FREQ=HOURLY', { form: 'floating', wall: wallAt('2026-03-02T09:00:00') })).toBeNull()
    expect(checkRule('FREQ=DAILY', day)).toBeNull()
    expect(checkRule('FREQ=SOMETIMES', day)).toContain('SOMETIMES')
  })
})
