import { expect, test } from 'vitest'
import { read } from '../testing.ts'
import { moneyFrom, over, patchFrom } from './model.ts'

test('a part becomes values of a segment, and what it does not say is not in them', () => {
  const patch = patchFrom(
    read('flight', {
      number: 'XQ 345',
      fromAirport: 'LCY',
      starts: '2026-11-24T17:55',
      cost: '412.5',
      currency: 'CHF',
    }),
  )
  expect(patch).toEqual({
    number: 'XQ 345',
    cost: { amount: 41_250, currency: 'CHF' },
    from: {
      place: null,
      airport: 'LCY',
      terminal: null,
      address: null,
      local: '2026-11-24T17:55:00',
      zone: null,
      offset: null,
    },
  })
})

test('the hour that happens twice keeps the offset the source has', () => {
  expect(patchFrom(read('flight', { starts: '2026-10-25T01:30+01:00' })).from).toMatchObject({
    local: '2026-10-25T01:30:00',
    offset: '+01:00',
  })
})

test('a zone that followed from an airport is reckoned from it, not kept by hand', () => {
  const proposal = read('flight', { fromAirport: 'LCY', fromZone: 'Europe/London' })
  const derived = {
    value: 'Europe/London',
    origin: { by: 'table' as const, field: 'fromAirport' as const, value: 'LCY', table: 'airports' },
  }
  expect(patchFrom({ ...proposal, fields: { ...proposal.fields, fromZone: derived } }).from?.zone).toBeNull()
})

test('a deadline without a time is left to whoever fills the form', () => {
  expect(patchFrom(read('stay', { cancelBy: '2026-11-20' })).cancelBy).toBeUndefined()
  expect(patchFrom(read('stay', { cancelBy: '2026-11-20T18:00' })).cancelBy).toEqual({
    local: '2026-11-20T18:00:00',
    zone: null,
  })
})

test('money is whole minor units of its own currency, or nothing', () => {
  expect(moneyFrom('12000', 'JPY')).toEqual({ amount: 12_000, currency: 'JPY' })
  expect(moneyFrom('12.5', 'KWD')).toEqual({ amount: 12_500, currency: 'KWD' })
  expect(moneyFrom('12.505', 'EUR')).toBeNull()
  expect(moneyFrom('12', undefined)).toBeNull()
})

test('a new airport is not in the terminal or the zone of the old one', () => {
  const before = {
    place: 'London City',
    airport: 'LCY',
    terminal: '1',
    address: null,
    local: '2026-11-24T17:10:00',
    zone: 'Europe/London',
    offset: null,
  }
  const read = { place: null, airport: 'ZRH', terminal: null, address: null, local: null, zone: null, offset: null }
  expect(over(before, read)).toMatchObject({
    airport: 'ZRH',
    terminal: null,
    zone: null,
    place: null,
    local: '2026-11-24T17:10:00',
  })
  expect(over(before, { ...read, airport: 'LCY', local: '2026-11-24T17:55:00' })).toMatchObject({
    terminal: '1',
    place: 'London City',
    local: '2026-11-24T17:55:00',
  })
})
