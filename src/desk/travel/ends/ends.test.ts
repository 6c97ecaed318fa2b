import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offsetText, wallText } from '../../../plan/text.ts'
import { asInstant, type Instant } from '../../../plan/time.ts'
import { type Zone, zoneOf } from '../../../plan/zone.ts'
import { isMisfit } from '../../calendar/change/model.ts'
import { atOf, type End, endWords, instantOf, instantsOf, noEnd, outOfOrder } from './model.ts'

const names = [
  'Europe/London',
  'Europe/Zurich',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const zones = names.map((name) => zoneOf(name) as Zone)
const zone = fc.constantFrom(...zones)
/** Whole seconds of the years 1990 to 2090. */
const instant = fc.integer({ min: 631_152_000, max: 3_786_912_000 }).map((seconds) => asInstant(seconds * 1000))

const there = (at: Instant, where: Zone): End => ({
  ...noEnd,
  zone: where.id,
  local: wallText(where.toWall(at)),
  offset: offsetText(where.offsetAt(at)),
})

const read = (local: string, name: string | null, offset: string | null = null) =>
  instantOf({ local, zone: name, offset }, 'from')

describe('an end', () => {
  test('that says its clock, its zone and its offset is that instant, whatever the clocks do', () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        expect(atOf(there(at, where))).toBe(at)
      }),
    )
  })

  test('without its offset is the one instant its clock shows it, or is asked about', () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const found = instantOf({ ...there(at, where), offset: null }, 'from')
        const all = instantsOf(where.toWall(at), where)
        expect(all).toContain(at)
        if (all.length === 1) expect(found).toEqual({ at })
        else expect(isMisfit(found) && found.path).toBe('from.offset')
      }),
    )
  })

  test('never is where no clock shows it, and is nowhere else when it is read back', () => {
    fc.assert(
      fc.property(instant, zone, zone, (at, where, other) => {
        const found = read(wallText(where.toWall(at)), other.id)
        if ('at' in found && found.at !== null)
          expect(wallText(other.toWall(found.at))).toBe(wallText(where.toWall(at)))
      }),
    )
  })

  test('in the hour that happens twice needs to be told which', () => {
    expect(read('2026-10-25T01:30', 'Europe/London')).toEqual({
      path: 'from.offset',
      words: 'Sun 25 Oct 2026, 01:30 happens twice in Europe/London: say +01:00 or +00:00',
    })
    const [first, second] = [
      read('2026-10-25T01:30', 'Europe/London', '+01:00'),
      read('2026-10-25T01:30', 'Europe/London', '+00:00'),
    ]
    expect('at' in first && 'at' in second && (second.at ?? 0) - (first.at ?? 0)).toBe(3_600_000)
  })

  test('in the hour that the clocks skip is refused, a day of another calendar too', () => {
    expect(read('2027-03-28T01:30', 'Europe/London')).toMatchObject({ path: 'from.local' })
    expect(read('2011-12-30T12:00', 'Pacific/Apia')).toMatchObject({ path: 'from.local' })
    expect(read('0999-01-01T00:00', 'Europe/London')).toMatchObject({ path: 'from.local' })
  })

  test('with an offset its zone does not have then is refused', () => {
    expect(read('2026-12-01T12:00', 'Europe/Zurich', '+02:00')).toEqual({
      path: 'from.offset',
      words: 'Tue 1 Dec 2026, 12:00 in Europe/Zurich is +01:00, not +02:00',
    })
  })

  test('without a zone is when nobody can say', () => {
    expect(read('2026-12-01T12:00', null)).toEqual({ at: null })
    expect(endWords({ local: '2026-12-01T12:00', zone: null })).toBe(
      'Tue 1 Dec 2026, 12:00 (no zone: when it is, nobody can say)',
    )
    expect(read('2026-12-01T12:00', 'Zurich')).toMatchObject({ path: 'from.zone' })
  })
})

describe('the order of two ends', () => {
  test('is that of their instants, whatever their clocks show', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -40, max: 40 }), zone, zone, (at, hours, a, b) => {
        const later = asInstant(at + hours * 3_600_000)
        const no = outOfOrder(there(at, a), there(later, b), true)
        expect(no === null).toBe(hours >= 0)
        if (no) for (const end of [there(at, a), there(later, b)]) expect(no.words).toContain(endWords(end))
      }),
    )
  })

  test('is right where one arrives before the local time of departure, across the date line', () => {
    const from = { ...noEnd, local: '2026-12-02T08:00', zone: 'Pacific/Auckland' }
    const to = { ...noEnd, local: '2026-12-01T22:00', zone: 'America/Los_Angeles' }
    expect(outOfOrder(from, to, true)).toBeNull()
    expect(outOfOrder({ ...from, zone: null }, { ...to, zone: null }, true)).toBeNull()
    expect(outOfOrder({ ...from, zone: null }, { ...to, local: '2026-11-30', zone: null }, true)).not.toBeNull()
  })

  test('of a night is that of its dates', () => {
    const night = (from: string, to: string) => outOfOrder({ ...noEnd, local: from }, { ...noEnd, local: to }, false)
    expect(night('2026-12-01', '2026-12-03')).toBeNull()
    expect(night('2026-12-01', '2026-11-30')).toMatchObject({ path: 'to.local' })
  })
})
