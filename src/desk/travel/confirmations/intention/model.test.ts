import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameName } from '../../../../plan/trips/names.ts'
import { read, segment } from '../testing.ts'
import { heldAgainst, statusAfter } from './model.ts'

const waiting = (wanted: Record<string, unknown>) => ({ words: '', of: 'Alder Cars', since: '', wanted })
const asked = {
  words: 'morning, please',
  on: '2026-11-24',
  from: 'LCY',
  to: 'ZRH',
  departAfter: '07:00',
  arriveBy: '12:00',
  cabin: 'Business',
  seat: null,
  name: 'Dana Okafor',
}

test('a confirmation of the time that was wanted confirms it', () => {
  const car = segment('car', { kind: 'ride', status: 'requested', waiting: waiting({ starts: '2026-11-24T16:00:00' }) })
  expect(statusAfter(car, read('ride', { starts: '2026-11-24T16:00' }))).toBe('confirmed')
})

test('a confirmation of another time does not', () => {
  const car = segment('car', { kind: 'ride', status: 'requested', waiting: waiting({ starts: '2026-11-24T16:00:00' }) })
  expect(statusAfter(car, read('ride', { starts: '2026-11-24T15:05' }))).toBe('changed')
})

test('one that says the beginning alone confirms what was wanted of it', () => {
  const wanted = { starts: '2026-11-24T16:00:00', ends: '2026-11-24T16:40:00' }
  const car = segment('car', { kind: 'ride', status: 'requested', waiting: waiting(wanted) })
  expect(statusAfter(car, read('ride', { starts: '2026-11-24T16:00' }))).toBe('confirmed')
})

test('one that is silent about what was wanted confirms nothing', () => {
  const car = segment('car', { kind: 'ride', status: 'requested', waiting: waiting({ starts: '2026-11-24T16:00:00' }) })
  expect(statusAfter(car, read('ride', { confirmation: 'AL-20931' }))).toBe('changed')
})

test('what was asked is held line by line: the month, the airport, the cabin, the name', () => {
  const held = heldAgainst(
    segment('s', { asked }),
    read('flight', {
      fromAirport: 'LHR',
      toAirport: 'ZRH',
      starts: '2026-12-24T08:00',
      ends: '2026-12-24T10:40',
      cabin: 'Economy',
      name: 'OKAFOR/DANA MS',
    }),
  )
  expect(held.filter(({ kept }) => !kept).map(({ words }) => words)).toEqual([
    'was to go from LCY; it says LHR',
    'was asked for Tue 24 Nov 2026; it says Thu 24 Dec 2026, 08:00',
    'asked for Business; it says Economy',
  ])
})

test('a flight that was booked and has another time now has changed, though day and cabin are as asked', () => {
  const flight = segment('s', { asked, from: { local: '2026-11-24T08:00:00' }, to: { local: '2026-11-24T10:40:00' } })
  const mail = read('flight', { starts: '2026-11-24T08:45', ends: '2026-11-24T11:25', cabin: 'Business' })
  expect(statusAfter(flight, mail)).toBe('changed')
  expect(statusAfter(flight, read('flight', { starts: '2026-11-24T08:00', cabin: 'Business' }))).toBe('confirmed')
})

test('the right time in another cabin, or from another airport, is not what was asked', () => {
  const times = { starts: '2026-11-24T08:45:00', ends: '2026-11-24T11:25:00' }
  const flight = segment('s', { asked, from: { airport: 'LCY' }, waiting: waiting(times) })
  const says = { starts: '2026-11-24T08:45', ends: '2026-11-24T11:25', cabin: 'Business' }
  expect(statusAfter(flight, read('flight', says))).toBe('confirmed')
  expect(statusAfter(flight, read('flight', { ...says, cabin: 'Economy' }))).toBe('changed')
  expect(statusAfter(flight, read('flight', { ...says, fromAirport: 'LHR' }))).toBe('changed')
})

test('the right time at another place is not what was asked; whether a name is an airport’s nobody has said', () => {
  const wanted = waiting({ starts: '2026-11-24T16:00:00' })
  const car = segment('car', { kind: 'ride', from: { place: 'Zurich Airport' }, waiting: wanted })
  const says = { starts: '2026-11-24T16:00', from: 'Basel Airport' }
  expect(statusAfter(car, read('ride', says))).toBe('changed')
  expect(statusAfter(car, read('ride', { ...says, from: 'zurich airport, arrivals' }))).toBe('confirmed')
  expect(statusAfter({ ...car, asked: { ...asked, from: 'Zurich', on: null } }, read('ride', says))).toBe('changed')
  expect(statusAfter({ ...car, from: { ...car.from, airport: 'ZRH' } }, read('ride', says))).toBe('confirmed')
})

test('what was asked in words alone is confirmed by nothing that is read', () => {
  const wanted = waiting({ starts: null, ends: null, words: 'a car with a child seat' })
  const car = segment('car', { kind: 'ride', from: { local: '2026-11-24T16:00:00' }, waiting: wanted })
  const same = read('ride', { starts: '2026-11-24T16:00' })
  expect(statusAfter(car, same)).toBe('booked')
  expect(heldAgainst(car, same).filter(({ kept }) => !kept)).toEqual([
    { words: '“a car with a child seat” was asked: say yourself whether it is so', kept: false },
  ])
  expect(statusAfter(car, read('ride', { starts: '2026-11-24T15:00' }))).toBe('changed')
})

test('what was to be called off is not confirmed by saying once more that it is on', () => {
  const house = segment('house', { kind: 'stay', from: { local: '2026-11-24' }, waiting: waiting({ off: true }) })
  const same = read('stay', { starts: '2026-11-24' })
  expect(statusAfter(house, same)).toBe('changed')
  expect(heldAgainst(house, same)).toEqual([{ words: 'was to be called off; it says that it is on', kept: false }])
  expect(statusAfter(house, { ...same, action: 'cancelled' })).toBe('cancelled')
})

test('nothing was asked and nothing is new: booked and no more', () => {
  expect(statusAfter(null, read('flight', { starts: '2026-11-24T17:55' }))).toBe('booked')
})

test('a request that was only received is not booked', () => {
  expect(statusAfter(segment('s'), read('meal', {}, { action: 'requested' }))).toBe('requested')
})

test('values in doubt confirm nothing', () => {
  const doubted = read('flight', { number: 'XQ 345' }, { doubts: [{ field: 'starts', why: 'two times', values: [] }] })
  expect(statusAfter(segment('s', { status: 'requested' }), doubted)).toBe('requested')
})

test('a name is the same in whatever order and with whatever title an airline writes it', () => {
  const letters = fc.array(fc.constantFrom('dana', 'okafor', 'ines', 'müller', 'garcía'), {
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(letters, (parts) => isSameName(parts.join(' '), `${[...parts].reverse().join('/').toUpperCase()} MRS`)),
  )
  expect(isSameName('Dana Okafor', 'OKAFOR/DINA MS')).toBe(false)
})
