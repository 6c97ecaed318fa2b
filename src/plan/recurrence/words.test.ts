import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneOf } from '../zone.ts'
import { isTrouble, parseRule } from './parse.ts'
import { anyRuleText } from './testing/rules.ts'
import { rruleWords } from './words.ts'

const say = (text: string, zone: string | null = null): string => {
  const rule = parseRule(text)
  return isTrouble(rule) ? rule.words : rruleWords(rule, zone === null ? null : zoneOf(zone))
}

test.each([
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260630', 'every second Tuesday until 30 June 2026'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
  ['FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10', 'every Tuesday and Thursday, 10 times'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', 'every second week on Monday and Wednesday'],
  ['FREQ=WEEKLY', 'every week'],
  ['FREQ=DAILY;INTERVAL=14', 'every 14 days'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', 'every month on the second-to-last weekday'],
  ['FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3', 'every month on the third of Tuesday, Wednesday or Thursday'],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'every month on the 13th if it is a Friday'],
  ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1,15,-1', 'every third month on the 1st, the 15th and the last day'],
  ['FREQ=YEARLY;BYMONTH=6,7', 'every year in June and July'],
  ['FREQ=YEARLY;BYDAY=20MO', 'every year on the 20th Monday'],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'every year on Monday in week 20'],
  ['FREQ=YEARLY;BYYEARDAY=1,100', 'every year on day 1 and 100 of the year'],
  ['FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30', 'every day at 09:30 and 17:30'],
  ['FREQ=HOURLY;INTERVAL=3;BYHOUR=9,12', 'every third hour in the hours of 09:00 and 12:00'],
  ['FREQ=DAILY;COUNT=1', 'every day, once'],
])('%s is said: %s', (text, words) => {
  expect(say(text)).toBe(words)
})

test('The last day is told in the zone of the series', () => {
  expect(say('FREQ=DAILY;UNTIL=20260630T230000Z', 'Europe/Zurich')).toBe('every day until 1 July 2026')
  expect(say('FREQ=DAILY;UNTIL=20260630T230000Z')).toBe('every day until 30 June 2026')
})

test('Every rule can be said', () => {
  fc.assert(
    fc.property(anyRuleText, (text) => {
      expect(say(text)).toMatch(/^every [^\s].*[^\s,]$/)
      expect(say(text)).not.toMatch(/undefined|NaN| {2}|\[/)
    }),
  )
})
