import { describe, expect, test } from 'vitest'
import { airportOf } from '../../desk/travel/airports/airports.ts'
import type { Field, Proposal } from '../../desk/travel/reading/model.ts'
import { checked } from './checks.ts'

const proposal = (kind: Proposal['kind'], values: Partial<Record<Field, string>>): Proposal => ({
  kind,
  action: 'booked',
  fields: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, { value, origin: { by: 'words', at: 0, words: value } }]),
  ),
  doubts: [],
  missing: [],
})
const check = (kind: Proposal['kind'], values: Partial<Record<Field, string>>) =>
  checked(proposal(kind, values), { airportOf })
const doubts = (kind: Proposal['kind'], values: Partial<Record<Field, string>>) =>
  check(kind, values).doubts.map(({ field, why }) => `${field}: ${why}`)
const flight = { fromAirport: 'LHR', toAirport: 'ZRH', starts: '2026-11-24T17:55', ends: '2026-11-24T20:40' }

describe('what was read is held against the world', () => {
  test('zones follow from the codes of airports, and from nothing else', () => {
    const { fields } = check('flight', flight)
    expect([fields.fromZone?.value, fields.toZone?.value]).toEqual(['Europe/London', 'Europe/Zurich'])
    expect(fields.fromZone?.origin).toMatchObject({ by: 'table', field: 'fromAirport', value: 'LHR' })
    expect(check('train', { from: 'London', to: 'Paris', starts: '2026-11-24T17:55' }).fields.fromZone).toBeUndefined()
  })

  test('an airport nobody has is doubted, and tells no zone', () => {
    const { fields, doubts: told } = check('flight', { ...flight, toAirport: 'QQY' })
    expect(told.map(({ field, why }) => [field, why])).toEqual([['toAirport', 'No airport is known by the code QQY']])
    expect([fields.toAirport, fields.toZone]).toEqual([undefined, undefined])
  })

  test('a code beside the name of another airport of the city is doubted', () => {
    expect(doubts('flight', { from: 'São Paulo - Congonhas', fromAirport: 'GRU' })[0]).toMatch(
      /^fromAirport: GRU is .*CGH/,
    )
    expect(doubts('flight', { from: 'London Heathrow', fromAirport: 'LHR' })).toEqual([])
    expect(doubts('flight', { from: 'London', fromAirport: 'LCY' })).toEqual([])
  })

  test('a code of another part of the world than the city beside it is doubted', () => {
    expect(doubts('flight', { from: 'Antalya', fromAirport: 'AYX' })[0]).toMatch(/^fromAirport: AYX is .*AYT/)
    expect(doubts('flight', { from: 'Milan', fromAirport: 'BGY' })).toEqual([])
    expect(doubts('flight', { from: 'Antalya', fromAirport: 'AYT' })).toEqual([])
    expect(doubts('flight', { from: 'MAN', fromAirport: 'MAN' })).toEqual([])
  })

  test('one may arrive before one left where clocks differ, not where instants do', () => {
    expect(
      doubts('flight', { fromAirport: 'AKL', toAirport: 'LAX', starts: '2027-03-05T19:15', ends: '2027-03-05T10:20' }),
    ).toEqual([])
    expect(
      doubts('flight', { fromAirport: 'LBA', toAirport: 'BHD', starts: '2027-02-03T11:40', ends: '2027-02-03T10:55' }),
    ).toEqual(['ends: It ends 2027-02-03 10:55, before it begins 2027-02-03 11:40'])
    expect(doubts('flight', { ...flight, ends: '2026-11-28T20:40' })[0]).toMatch(/^ends: It would take 98 hours/)
    expect(doubts('stay', { place: 'Hotel', starts: '2026-12-06', ends: '2026-12-03' })[0]).toMatch(/^ends/)
    expect(doubts('stay', { place: 'Hotel', starts: '2026-12-03T15:00', ends: '2026-12-03' })[0]).toMatch(/^ends/)
    expect(doubts('meal', { place: 'Hotel', starts: '2026-12-03T20:00', ends: '2026-12-03T22:00' })).toEqual([])
  })

  test('a time that comes twice or never is doubted unless an offset says which it is', () => {
    const night = { fromAirport: 'JFK', toAirport: 'LAX' }
    expect(doubts('flight', { ...night, starts: '2026-11-01T01:30' })).toEqual([
      'starts: 2026-11-01 01:30 comes twice in America/New_York, and nothing says which is meant',
    ])
    expect(doubts('flight', { ...night, starts: '2026-11-01T01:30-05:00' })).toEqual([])
    expect(doubts('flight', { ...night, starts: '2026-03-08T02:30' })).toEqual([
      'starts: 2026-03-08 02:30 never comes in America/New_York: clocks skip it',
    ])
    expect(doubts('flight', { ...night, starts: '2026-07-01T10:00-05:00' })[0]).toMatch(/^starts: .*another offset/)
    expect(doubts('flight', { ...night, starts: '2027-02-30T10:00' })[0]).toMatch(/^starts: .*no time/)
  })

  test('what begins and ends at one place is doubted, but for a hired car', () => {
    expect(doubts('flight', { fromAirport: 'LHR', toAirport: 'LHR' })).toEqual(['toAirport: It begins and ends at LHR'])
    expect(doubts('train', { from: 'Lyon', to: 'lyon' })).toEqual(['to: It begins and ends at Lyon'])
    expect(doubts('car', { from: 'Lyon', to: 'Lyon' })).toEqual([])
  })

  test('it says what a form would still have to be told', () => {
    expect(check('flight', flight).missing).toEqual([])
    expect(check('train', { from: 'Lyon', starts: '2026-12-18T07:58' }).missing).toEqual(['to', 'ends', 'fromZone'])
    expect(check('stay', { starts: '2026-12-03' }).missing).toEqual(['place', 'ends', 'fromZone'].slice(0, 3))
  })
})
