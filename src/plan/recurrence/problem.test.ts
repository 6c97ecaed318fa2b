import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantText, wallText } from '../text.ts'
import { asWall, type Instant } from '../time.ts'
import { zoneOf } from '../zone.ts'
import { solve } from './problem.ts'
import { anyRuleText } from './testing/rules.ts'

const zurich = { start: '2026-03-02T09:00:00', zone: 'Europe/Zurich', rrule: 'FREQ=WEEKLY;COUNT=5' }
const occurrences = (problem: object): readonly string[] => {
  const answer = solve(problem)
  if ('error' in answer) throw new Error(answer.error.words)
  return answer.occurrences
}
const errorOf = (problem: unknown) => {
  const answer = solve(problem)
  if (!('error' in answer)) throw new Error('It was answered')
  return answer.error
}

describe('A problem for expand', () => {
  test('is answered in UTC where it has a zone, in local times where it has none, in dates from a date', () => {
    expect(solve({ ...zurich, rrule: 'FREQ=WEEKLY;INTERVAL=4;COUNT=2' })).toEqual({
      occurrences: ['2026-03-02T08:00:00Z', '2026-03-30T07:00:00Z'],
    })
    expect(occurrences({ ...zurich, zone: null, limit: 1 })).toEqual(['2026-03-02T09:00:00'])
    expect(occurrences({ ...zurich, start: '2026-03-02', limit: 2 })).toEqual(['2026-03-02', '2026-03-09'])
    expect(occurrences({ start: '2026-03-02', rrule: 'FREQ=DAILY;COUNT=1;BYHOUR=9' })).toEqual(['2026-03-02'])
  })

  test('a start that ends in Z is in UTC', () => {
    const rrule = 'FREQ=MONTHLY;COUNT=2'
    expect(occurrences({ start: '2026-03-15T08:00:00Z', zone: null, rrule })).toEqual([
      '2026-03-15T08:00:00Z',
      '2026-04-15T08:00:00Z',
    ])
    expect(occurrences({ start: '2026-03-15T08:00:00Z', zone: 'Europe/Zurich', rrule })).toEqual([
      '2026-03-15T08:00:00Z',
      '2026-04-15T07:00:00Z',
    ])
  })

  test('lists what the rule produces and not a start that it does not', () => {
    const tuesdays = { ...zurich, rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=2' }
    expect(occurrences(tuesdays)).toEqual(['2026-03-03T08:00:00Z', '2026-03-10T08:00:00Z'])
    expect(occurrences({ ...zurich, rrule: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' })).toEqual([])
  })

  test('leaves out exdates by the wall, or by the instant where they end in Z', () => {
    const exdate = ['2026-03-09T09:00:00', '2026-03-16T08:00:00Z', '2026-03-23T10:00:00']
    expect(occurrences({ ...zurich, exdate })).toEqual([
      '2026-03-02T08:00:00Z',
      '2026-03-23T08:00:00Z',
      '2026-03-30T07:00:00Z',
    ])
  })

  test('adds rdates in order, each instant once, and an exdate is stronger than an rdate', () => {
    const rdate = ['2026-03-10T09:00:00', '2026-02-01T09:00:00', '2026-03-02T08:00:00Z', '2026-03-02T09:00:00']
    expect(occurrences({ ...zurich, rrule: 'FREQ=WEEKLY;COUNT=2', rdate })).toEqual([
      '2026-02-01T08:00:00Z',
      '2026-03-02T08:00:00Z',
      '2026-03-09T08:00:00Z',
      '2026-03-10T08:00:00Z',
    ])
    expect(
      occurrences({ ...zurich, limit: 1, rdate: ['2026-03-01T09:00:00'], exdate: ['2026-03-01T09:00:00'] }),
    ).toEqual(['2026-03-02T08:00:00Z'])
  })

  test('stops with until, which is inclusive', () => {
    const daily = { ...zurich, rrule: 'FREQ=DAILY' }
    expect(occurrences({ ...daily, until: '2026-03-04T09:00:00' })).toHaveLength(3)
    expect(occurrences({ ...daily, until: '2026-03-04T08:00:00Z' })).toHaveLength(3)
    expect(occurrences({ ...daily, until: '2026-03-04T08:59:59' })).toHaveLength(2)
    expect(occurrences({ start: '2026-03-02', rrule: 'FREQ=DAILY', until: '2026-03-04' })).toHaveLength(3)
    expect(occurrences({ ...daily, until: '2026-03-02T10:00:00', rdate: ['2026-03-09T09:00:00'] })).toHaveLength(1)
    expect(occurrences({ ...daily, until: '2026-03-01T10:00:00' })).toEqual([])
  })

  test('is cut by limit only when it is finished', () => {
    const limited = { ...zurich, limit: 2, exdate: ['2026-03-02T09:00:00'], rdate: ['2026-03-10T09:00:00'] }
    expect(solve(limited)).toEqual({ occurrences: ['2026-03-09T08:00:00Z', '2026-03-10T08:00:00Z'] })
    expect(solve({ ...zurich, limit: 0 })).toEqual({ occurrences: [] })
    expect(occurrences({ ...zurich, rrule: 'FREQ=SECONDLY', limit: 6000 })).toHaveLength(6000)
    expect(occurrences({ ...zurich, rrule: 'FREQ=YEARLY', limit: 9, rdate: ['2500-01-01T00:00:00'] })).toHaveLength(9)
  })

  test('without limit or end stops at 5,000 and says so', () => {
    for (const rrule of ['FREQ=DAILY', 'FREQ=SECONDLY;BYMONTH=3', 'FREQ=YEARLY']) {
      const answer = solve({ ...zurich, rrule })
      expect(answer).toMatchObject({ cut: true })
      expect(occurrences({ ...zurich, rrule })).toHaveLength(5000)
    }
    expect(occurrences({ ...zurich, rrule: 'FREQ=DAILY;COUNT=6000' })).toHaveLength(6000)
    expect(solve({ ...zurich, rrule: 'FREQ=DAILY;COUNT=5000' })).not.toHaveProperty('cut')
    expect(occurrences({ ...zurich, rrule: 'FREQ=HOURLY', until: '2027-03-02T09:00:00' })).toHaveLength(8760)
  })

  test('reads a skipped time with the offset before and a doubled one as the first, and steps on the wall', () => {
    const clock = (day: string, hour: string, rrule: string) =>
      occurrences({ start: `2026-${day}T${hour}:30:00`, zone: 'Europe/Zurich', rrule })
    expect(clock('03-28', '02', 'FREQ=DAILY;COUNT=3')).toEqual([
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ])
    expect(clock('10-24', '02', 'FREQ=DAILY;COUNT=3')).toEqual([
      '2026-10-24T00:30:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ])
    // 02:30 is skipped and means 03:30, which is there already: five steps, four instants.
    expect(clock('03-29', '00', 'FREQ=HOURLY;COUNT=5')).toEqual([
      '2026-03-28T23:30:00Z',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-29T02:30:00Z',
    ])
  })

  test('lists instants in order even where the wall goes back', () => {
    const sevens = { start: '2026-03-29T01:01:00', zone: 'Europe/Zurich', rrule: 'FREQ=MINUTELY;INTERVAL=7' }
    const whole = occurrences({ ...sevens, rrule: 'FREQ=MINUTELY;INTERVAL=7;COUNT=60' })
    expect([...whole].sort()).toEqual(whole)
    for (let limit = 1; limit < 40; limit++) {
      expect(occurrences({ ...sevens, limit })).toEqual(whole.slice(0, limit))
    }
  })

  test('ends with the year 9999, in UTC too', () => {
    const last = { start: '9999-12-30T23:30:00', zone: 'America/New_York', rrule: 'FREQ=DAILY' }
    expect(solve(last)).toEqual({ occurrences: ['9999-12-31T04:30:00Z'] })
    expect(occurrences({ ...last, zone: null })).toEqual(['9999-12-30T23:30:00', '9999-12-31T23:30:00'])
  })

  test('that cannot be read says why and where', () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [null, ''],
      [[], ''],
      ['FREQ=DAILY', ''],
      [{}, 'start'],
      [{ ...zurich, rrule: undefined }, 'rrule'],
      [{ ...zurich, colour: 'red' }, 'colour'],
      [{ ...zurich, start: '2026-02-30T09:00:00' }, 'start'],
      [{ ...zurich, start: '2026-03-02T09:00:00+01:00' }, 'start'],
      [{ ...zurich, zone: 'Mars/Olympus' }, 'zone'],
      [{ ...zurich, zone: '+01:00' }, 'zone'],
      [{ ...zurich, rrule: 'FREQ=FORTNIGHTLY' }, 'rrule'],
      [{ ...zurich, exdate: ['2026-03-09T09:00:00', '2026-03-16'] }, 'exdate[1]'],
      [{ ...zurich, rdate: 'soon' }, 'rdate'],
      [{ ...zurich, rdate: [7] }, 'rdate[0]'],
      [{ ...zurich, zone: null, exdate: ['2026-03-09T09:00:00Z'] }, 'exdate[0]'],
      [{ ...zurich, until: '2026-13-01T00:00:00' }, 'until'],
      [{ ...zurich, start: '2026-03-02', until: '2026-03-09T00:00:00' }, 'until'],
      [{ ...zurich, start: '2026-03-02', rrule: 'FREQ=HOURLY' }, 'rrule'],
      [{ ...zurich, limit: -1 }, 'limit'],
      [{ ...zurich, limit: 1.5 }, 'limit'],
    ]
    for (const [problem, path] of cases) expect(errorOf(problem)).toMatchObject({ why: 'bad-input', path })
    expect(errorOf({ ...zurich, rrule: 'FREQ=DAILY;BYMONTH=13' }).words).toBe(
      'BYMONTH: "13" is not a month (1 to 12) (character 20)',
    )
  })

  test('gives every rule ascending instants, each once, that its zone shows at the times of the rule', () => {
    const zones = fc.constantFrom(
      'Africa/Casablanca',
      'America/St_Johns',
      'Asia/Tehran',
      'Pacific/Apia',
      'Australia/Lord_Howe',
    )
    fc.assert(
      fc.property(anyRuleText, zones, fc.integer({ min: 600_000_000, max: 1_900_000_000 }), (rrule, zone, second) => {
        const problem = { start: wallText(asWall(second * 1000)), rrule, limit: 50 }
        const found = occurrences({ ...problem, zone })
        expect([...new Set(found)].sort()).toEqual(found)
        const floating = occurrences({ ...problem, zone: null, limit: 80 }).map((local) =>
          Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString(),
        )
        for (const instant of found) expect(floating).toContain(instant)
      }),
      { numRuns: 500 },
    )
  })

  test('on a floating clock is the same as in UTC', () => {
    fc.assert(
      fc.property(anyRuleText, fc.integer({ min: 0, max: 2_000_000_000 }), (rrule, second) => {
        const problem = { start: wallText(asWall(second * 1000)), rrule, limit: 20 }
        const inUtc = occurrences({ ...problem, zone: 'UTC' })
        expect(occurrences({ ...problem, zone: null }).map((local) => `${local}Z`)).toEqual(inUtc)
      }),
      { numRuns: 300 },
    )
  })
})

describe('Time in a zone that changes its clocks oddly', () => {
  const daily = (start: string, zone: string, count: number) =>
    occurrences({ start, zone, rrule: `FREQ=DAILY;COUNT=${count}` })

  test.each([
    ['Asia/Beirut, midnight skipped', '2026-03-28T00:00:00', 'Asia/Beirut'],
    ['America/Santiago, midnight skipped', '2026-09-05T00:00:00', 'America/Santiago'],
    ['Africa/Cairo, midnight skipped', '2024-04-25T00:15:00', 'Africa/Cairo'],
    ['Africa/Casablanca around Ramadan', '2018-05-12T02:30:00', 'Africa/Casablanca'],
    ['Asia/Tehran in 2018', '2018-03-20T00:30:00', 'Asia/Tehran'],
    ['Pacific/Apia, a day skipped', '2011-12-28T10:00:00', 'Pacific/Apia'],
    ['Australia/Lord_Howe, half an hour', '2026-10-03T02:15:00', 'Australia/Lord_Howe'],
  ])('%s', (_, start, zone) => {
    const from = Temporal.PlainDateTime.from(start)
    const expected = Array.from({ length: 6 }, (_, n) => from.add({ days: n }).toZonedDateTime(zone).epochMilliseconds)
    const texts = [...new Set(expected)].sort((a, b) => a - b).map((at) => instantText(at as Instant))
    expect(daily(start, zone, 6)).toEqual(texts)
  })

  test('every zone of the world keeps a daily meeting at its hour through a year', () => {
    for (const id of Intl.supportedValuesOf('timeZone')) {
      const zone = zoneOf(id)
      const days = daily('2026-01-01T12:00:00', id, 365)
      expect(days).toHaveLength(365)
      for (const [n, day] of days.entries()) {
        const at = Temporal.Instant.from(day)
        const wall = zone?.toWall(at.epochMilliseconds as Instant)
        if (((wall ?? 0) / 3_600_000) % 24 !== 12) throw new Error(`${id} shows another hour on day ${n}`)
      }
    }
  })
})
