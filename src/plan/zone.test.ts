import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wallFromText } from './text.ts'
import { asInstant, asWall, type Wall } from './time.ts'
import { utc, zoneFromOffsets, zoneOf } from './zone.ts'

const ids = Intl.supportedValuesOf('timeZone')
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

const temporalInstant = (wall: number, id: string): number =>
  Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(id)
    .epochMilliseconds
const temporalOffset = (instant: number, id: string): number =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(id).offsetNanoseconds / 1e6

function* changesOf(id: string, from: string, before: string) {
  let next = Temporal.Instant.from(from).toZonedDateTimeISO(id).getTimeZoneTransition('next')
  while (next && next.epochMilliseconds < at(before)) {
    yield next.epochMilliseconds
    next = next.getTimeZoneTransition('next')
  }
}

/** Wrong answers around one change of clocks, both ways; empty when all is well. */
function wrongAround(change: number, id: string): string[] {
  const zone = zoneOf(id)
  if (!zone) return [`${id} is not known`]
  const wrong: string[] = []
  const offsets = [temporalOffset(change - 1, id), temporalOffset(change, id)] as const
  const walls = [...offsets, (offsets[0] + offsets[1]) / 2].flatMap((offset) =>
    [-1000, -1, 0, 1, 1000].map((near) => Math.round(change + offset + near)),
  )
  for (const wall of walls) {
    if (zone.toInstant(asWall(wall)) !== temporalInstant(wall, id)) wrong.push(`${id}: wall ${wall}`)
  }
  for (const near of [-1, 0, 1]) {
    if (zone.offsetAt(asInstant(change + near)) !== temporalOffset(change + near, id))
      wrong.push(`${id}: instant ${change + near}`)
  }
  return wrong
}

describe('A zone', () => {
  test('agrees with Temporal at every change of clocks of every zone, 1970 to 2070', () => {
    let seen = 0
    for (const id of ids) {
      for (const change of changesOf(id, '1969-12-31T00:00Z', '2071-01-01T00:00Z')) {
        seen++
        expect(wrongAround(change, id)).toEqual([])
      }
    }
    expect(seen).toBeGreaterThan(25_000)
  })

  test('agrees with Temporal on local mean time and on rules that go on for ever', () => {
    for (const id of ids) {
      for (const change of changesOf(id, '0001-01-01T00:00Z', '1969-12-31T00:00Z'))
        expect(wrongAround(change, id)).toEqual([])
      for (const [from, before] of [
        ['2129-01-01T00:00Z', '2131-01-01T00:00Z'],
        ['2400-01-01T00:00Z', '2401-06-01T00:00Z'],
        ['9998-01-01T00:00Z', '9999-12-31T00:00Z'],
      ] as const) {
        for (const change of changesOf(id, from, before)) expect(wrongAround(change, id)).toEqual([])
      }
    }
  })

  test('agrees with Temporal on any wall-clock time of the years 1 to 9999, and comes back', () => {
    const wall = fc.integer({ min: at('0001-01-03T00:00Z') / 1000, max: at('9999-12-29T00:00Z') / 1000 })
    fc.assert(
      fc.property(fc.constantFrom(...ids), wall, (id, seconds) => {
        const zone = zoneOf(id)
        const instant = zone?.toInstant(asWall(seconds * 1000))
        expect(instant).toBe(temporalInstant(seconds * 1000, id))
        const back = zone?.toWall(instant ?? asInstant(0)) as Wall
        expect(zone?.toInstant(back)).toBe(instant)
      }),
      { numRuns: 2000 },
    )
  })

  test('reads a time that is skipped with the offset before, and a time that happens twice as the first', () => {
    const zurich = zoneOf('Europe/Zurich')
    expect(zurich?.toInstant(wallFromText('2026-03-29T02:30:00') as Wall)).toBe(at('2026-03-29T01:30Z'))
    expect(zurich?.toInstant(wallFromText('2026-10-25T02:30:00') as Wall)).toBe(at('2026-10-25T00:30Z'))
    const apia = zoneOf('Pacific/Apia')
    expect(apia?.toInstant(wallFromText('2011-12-30T12:00:00') as Wall)).toBe(at('2011-12-30T22:00Z'))
  })

  test('is known by its IANA name in any case and by nothing else', () => {
    expect(zoneOf('europe/zurich')?.id).toBe('Europe/Zurich')
    expect(zoneOf('Europe/Zurich')).toBe(zoneOf('EUROPE/ZURICH'))
    expect(zoneOf('US/Eastern')?.id).toBe('US/Eastern')
    for (const name of ['', 'Z', '+01:00', '-0330', 'Mars/Olympus', 'Europe/Zurich]', 'W. Europe Standard Time'])
      expect(zoneOf(name)).toBeNull()
  })

  test('that only a file knows is read from its own offsets', () => {
    const own = zoneFromOffsets('Office', {
      before: 3_600_000,
      changes: [[asInstant(at('2026-03-29T01:00Z')), 7_200_000]],
    })
    expect(own.toInstant(wallFromText('2026-03-29T02:30:00') as Wall)).toBe(at('2026-03-29T01:30Z'))
    expect(own.toInstant(wallFromText('2300-01-01T02:00:00') as Wall)).toBe(at('2300-01-01T00:00Z'))
    expect(own.toInstant(wallFromText('1900-01-01T01:00:00') as Wall)).toBe(at('1900-01-01T00:00Z'))
  })

  test('UTC shows on the wall what it is', () => {
    expect(utc.toWall(asInstant(12_345))).toBe(12_345)
    expect(utc.toInstant(asWall(-12_345))).toBe(-12_345)
  })
})
