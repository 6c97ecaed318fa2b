import { describe, expect, test } from 'vitest'
import { zoneOf } from '../zone.ts'
import { expandSeries } from './expand.ts'
import { isTrouble, parseRule } from './parse.ts'
import { solve } from './problem.ts'
import { wallAt } from './testing/compact.ts'

const upTo = (n: number): string => Array.from({ length: n }, (_, i) => i).join(',')
const everySecond = `BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`

/** How many occurrences a rule from the year 1 has, up to 5,000. */
const hostile: readonly (readonly [rule: string, occurrences: number])[] = [
  ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 0],
  ['FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30', 0],
  ['FREQ=SECONDLY;INTERVAL=2;BYSECOND=1', 0],
  ['FREQ=SECONDLY;INTERVAL=604800;BYDAY=TU', 0],
  ['FREQ=MINUTELY;INTERVAL=1441;BYMONTH=2;BYMONTHDAY=31', 0],
  ['FREQ=WEEKLY;BYMONTH=2;BYDAY=MO,TU;BYSETPOS=15', 0],
  ['FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6', 0],
  ['FREQ=YEARLY;BYYEARDAY=366;BYMONTHDAY=30', 0],
  ['FREQ=YEARLY;BYDAY=53MO;BYMONTH=1', 0],
  ['FREQ=DAILY;INTERVAL=999999999999999', 1],
  ['FREQ=YEARLY;INTERVAL=999999999999999', 1],
  // 86,399 steps make up for the missing second: every 236 and a half years.
  ['FREQ=SECONDLY;INTERVAL=86399;BYHOUR=3;BYMINUTE=0;BYSECOND=0', 43],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 2424],
  [`FREQ=YEARLY;${everySecond};BYSETPOS=-1`, 5000],
  ['FREQ=DAILY;BYMONTHDAY=-1,-2', 5000],
  ['FREQ=DAILY;COUNT=999999999999999', 5000],
  ['FREQ=SECONDLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29;COUNT=999999999', 5000],
  [`FREQ=SECONDLY;${everySecond}`, 5000],
]

describe('A rule made to hurt', () => {
  test.each(hostile)('%s ends', (rrule, most) => {
    const answer = solve({ start: '0001-01-01T09:00:00', zone: 'Europe/Zurich', rrule, limit: 5000 })
    expect('occurrences' in answer && answer.occurrences.length).toBe(most)
  })

  test('is cut to the 5,000 occurrences nearest to today, however many came before', () => {
    const rule = parseRule('FREQ=SECONDLY;INTERVAL=1441;BYDAY=FR,MO,SU,TH;COUNT=999999999999')
    if (isTrouble(rule)) throw new Error(rule.words)
    const [start, nearest] = [wallAt('0001-01-01T09:00:00'), wallAt('2026-03-02T09:00:00')]
    const window = { from: wallAt('2024-03-02T00:00:00'), to: wallAt('2028-03-02T00:00:00') }
    const zone = zoneOf('Europe/Zurich')
    const given = { start, isDate: false, zone, rules: [rule], rdates: [], exdates: [], nearest }
    const { walls, instants, cut } = expandSeries({ ...given, ...window })
    expect([walls.length, instants?.length, cut]).toEqual([5000, 5000, true])
    expect(walls.filter((wall) => wall < nearest).length).toBeGreaterThan(1500)
    expect(walls.filter((wall) => wall > nearest).length).toBeGreaterThan(1500)
  })
})
