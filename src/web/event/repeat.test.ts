import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdays } from '../../plan/time.ts'
import { type Repeat, readRepeat, writeRepeat } from './repeat.ts'

const start = Temporal.PlainDate.from('2026-11-24')
const zone = fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'America/Los_Angeles', 'Pacific/Kiritimati')
const until = fc.option(fc.integer({ min: 0, max: 900 }).map((days) => start.add({ days }).toString()))
const repeat: fc.Arbitrary<Repeat> = fc.record({
  every: fc.constantFrom('day', 'week', 'month', 'year'),
  interval: fc.integer({ min: 1, max: 99 }),
  days: fc.subarray([...weekdays], { minLength: 1 }),
  by: fc.constantFrom('date', 'weekday'),
  until,
  written: fc.constant(''),
})

test('what the form writes it reads again, in any zone', () => {
  fc.assert(
    fc.property(repeat, zone, fc.boolean(), (made, where, timed) => {
      const rule = writeRepeat(made, start, timed ? where : null)
      const again = readRepeat(rule, where)
      expect(again).toMatchObject({ every: made.every, interval: made.interval, until: made.until })
      if (made.every === 'week') expect(again.days).toEqual(made.days)
      if (made.every === 'month') expect(again.by).toBe(made.by)
    }),
  )
})

test('a rule richer than the form is kept as it was written', () => {
  for (const rule of [
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    'FREQ=DAILY;COUNT=5',
    'FREQ=WEEKLY;BYHOUR=9',
    'FREQ=YEARLY;BYWEEKNO=20',
  ]) {
    const read = readRepeat(rule, 'Europe/London')
    expect(read.every).toBe('other')
    expect(writeRepeat(read, start, 'Europe/London')).toBe(rule)
  }
})

test('the last day of a timed series is the end of that day where the event is, in UTC', () => {
  const made: Repeat = { every: 'day', interval: 1, days: [], by: 'date', until: '2026-12-18', written: '' }
  expect(writeRepeat(made, start, 'America/New_York')).toBe('FREQ=DAILY;UNTIL=20261219T045959Z')
  expect(writeRepeat(made, start, null)).toBe('FREQ=DAILY;UNTIL=20261218')
})
