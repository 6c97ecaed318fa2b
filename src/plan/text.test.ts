import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilOf, dayFrom } from './civil.ts'
import { dayFromText, dayText, instantFromText, instantText, wallFromText, wallText, zonedText } from './text.ts'
import { asDay, asInstant, asWall, type Day, type Wall } from './time.ts'
import { zoneOf } from './zone.ts'

const firstDay = dayFrom(1, 1, 1)
const lastDay = dayFrom(9999, 12, 31)
const days = fc.integer({ min: firstDay, max: lastDay })
const seconds = fc.integer({ min: firstDay * 86_400, max: lastDay * 86_400 })

describe('A date', () => {
  test('is the one Temporal counts to, for every day of the years 1 to 9999', () => {
    fc.assert(
      fc.property(days, (n) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: n })
        expect(civilOf(asDay(n))).toEqual({ year: date.year, month: date.month, day: date.day })
        expect(dayFrom(date.year, date.month, date.day)).toBe(n)
        expect(dayText(asDay(n))).toBe(date.toString())
        expect(dayFromText(date.toString())).toBe(n)
      }),
      { numRuns: 5000 },
    )
  })

  test('comes back the same at the turn of every year', () => {
    for (let year = 1; year <= 9998; year++) {
      for (const day of [dayFrom(year, 1, 1), dayFrom(year, 2, 28) + 1, dayFrom(year, 12, 31)]) {
        const { year: y, month, day: d } = civilOf(asDay(day))
        expect(dayFrom(y, month, d)).toBe(day)
      }
      expect(civilOf(dayFrom(year, 12, 31))).toEqual({ year, month: 12, day: 31 })
    }
  })

  test('that does not exist is not read', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '2026-1-1', '20260101', '', 'today'])
      expect(dayFromText(text)).toBeNull()
  })
})

describe('A clock on a wall', () => {
  test('is read as it is written', () => {
    fc.assert(
      fc.property(seconds, (s) => {
        expect(wallFromText(wallText(asWall(s * 1000)))).toBe(s * 1000)
        expect(instantFromText(instantText(asInstant(s * 1000)))).toBe(s * 1000)
      }),
    )
    expect(wallText(wallFromText('2026-03-02T09:00') as Wall)).toBe('2026-03-02T09:00:00')
  })

  test('that shows no possible time is not read', () => {
    for (const text of ['2026-03-02T24:00:00', '2026-03-02T09:60:00', '2026-03-02T09:00:60', '2026-03-02T09:00:00Z'])
      expect(wallFromText(text)).toBeNull()
    expect(wallFromText('2026-03-02 09:00:00')).toBeNull()
    expect(instantFromText('2026-03-02T09:00:00')).toBeNull()
  })
})

describe('A zoned time', () => {
  test('reads as Temporal writes it, local mean time included', () => {
    const ids = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(fc.constantFrom(...ids), seconds, (id, s) => {
        const zone = zoneOf(id)
        if (!zone || s < (firstDay + 2) * 86_400 || s > (lastDay - 2) * 86_400) return
        const temporal = Temporal.Instant.fromEpochMilliseconds(s * 1000).toZonedDateTimeISO(id)
        expect(zonedText(asInstant(s * 1000), zone)).toBe(temporal.toString())
      }),
      { numRuns: 1000 },
    )
  })

  test('carries its zone and offset', () => {
    const zone = zoneOf('Europe/Zurich')
    expect(zone && zonedText(asInstant((dayFromText('2026-03-02') as Day) * 86_400_000 + 28_800_000), zone)).toBe(
      '2026-03-02T09:00:00+01:00[Europe/Zurich]',
    )
  })
})
