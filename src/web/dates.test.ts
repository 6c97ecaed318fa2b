import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clock, dayWords, endClock, minutesWords, placeOf, readDay, shortDayWords, spanWords } from './dates.ts'

const today = Temporal.PlainDate.from('2026-11-24')
const day = fc.integer({ min: -20_000, max: 20_000 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }))
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

describe('a day that somebody types', () => {
  it('is read as ISO, as day and month, and by its short words', () => {
    fc.assert(
      fc.property(day, (on) => {
        const typed = [
          on.toString(),
          `${on.day} ${months[on.month - 1]} ${on.year}`,
          `${on.day}.${on.month}. ${on.year}`,
        ]
        for (const text of on.year > 999 ? typed : []) expect(readDay(text, today)?.toString()).toBe(on.toString())
      }),
    )
  })

  it('without a year is the next such day, today included', () => {
    fc.assert(
      fc.property(day, day, (on, now) => {
        const read = readDay(`${on.day} ${months[on.month - 1]}`, now)
        if (!read) throw new Error(`${on.day} ${months[on.month - 1]} was not read`)
        expect(Temporal.PlainDate.compare(read, now)).toBeGreaterThanOrEqual(0)
        expect(now.until(read, { largestUnit: 'days' }).days).toBeLessThanOrEqual(on.month === 2 ? 8 * 366 : 366)
        expect([read.month, read.day]).toEqual([on.month, on.day])
      }),
    )
  })

  it('the 29th of February without a year is that of the next leap year', () => {
    expect(readDay('29 feb', today)?.toString()).toBe('2028-02-29')
    expect(readDay('29.2.', Temporal.PlainDate.from('2028-02-29'))?.toString()).toBe('2028-02-29')
  })

  it('as a weekday is the coming one, never today', () => {
    for (const [text, on] of [
      ['tue', '2026-12-01'],
      ['Wednesday', '2026-11-25'],
      ['mon', '2026-11-30'],
    ] as const)
      expect(readDay(text, today)?.toString()).toBe(on)
  })

  it('that does not exist is no day', () => {
    for (const text of ['2026-02-30', '31 feb', '31.6.2026', 'someday', '', '99 99'])
      expect(readDay(text, today)).toBeNull()
  })
})

describe('a span in words', () => {
  it('names weekday and zone once where they are the same', () => {
    expect(spanWords('2026-11-24T08:30:00+00:00[Europe/London]', '2026-11-24T09:45:00+00:00[Europe/London]')).toBe(
      'Tue 24 Nov, 08:30–09:45 London',
    )
  })

  it('names both zones where it crosses one, and both days where it crosses midnight', () => {
    expect(spanWords('2026-11-24T23:05:00-05:00[America/New_York]', '2026-11-25T11:10:00+00:00[Europe/London]')).toBe(
      'Tue 24 Nov, 23:05 New York – Wed 25 Nov, 11:10 London',
    )
  })

  it('of whole days ends on its last day', () => {
    expect(spanWords('2026-11-23', '2026-11-28')).toBe('Mon 23 Nov – Fri 27 Nov, all day')
    expect(spanWords('2026-11-24', '2026-11-25')).toBe('Tue 24 Nov, all day')
  })
})

it('reads an end on the clock of the column it stands in, and says so when that is another day', () => {
  const landing = '2026-11-24T20:35:00+01:00[Europe/Zurich]'
  expect(endClock(landing, 'Europe/London', '2026-11-24')).toBe('19:35')
  expect(endClock(landing, 'Asia/Tokyo', '2026-11-24')).toBe('04:35 +1 d')
  expect(endClock('2026-11-24T10:15:00-05:00[America/New_York]', 'Europe/London', '2026-11-24')).toBe('15:15')
})

it('writes days, clocks, places and lengths as an assistant does', () => {
  expect(dayWords(today)).toBe('Tuesday 24 November')
  expect(shortDayWords(today)).toBe('Tue 24 Nov')
  expect(clock('2026-11-24T08:30:00+00:00[Europe/London]')).toBe('08:30')
  expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(shortDayWords(Temporal.PlainDate.from('2026-09-28'))).toBe('Mon 28 Sep')
  expect([45, 60, 75, 665].map(minutesWords)).toEqual(['45 min', '1 h', '1 h 15', '11 h 05'])
})
