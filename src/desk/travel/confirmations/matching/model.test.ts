import { expect, test } from 'vitest'
import { read, segment } from '../testing.ts'
import { matchFor } from './model.ts'

const out = segment('out', {
  number: 'XQ 345',
  confirmation: 'K7Q2MD',
  from: { airport: 'LCY', local: '2026-11-24T17:10:00' },
  to: { airport: 'ZRH', local: '2026-11-24T19:50:00' },
})
const back = segment('back', {
  number: 'XQ 346',
  confirmation: 'K7Q2MD',
  from: { airport: 'ZRH', local: '2026-11-25T14:30:00' },
  to: { airport: 'LCY', local: '2026-11-25T15:10:00' },
})

test('a schedule change finds the flight by its reference and number, whatever its new time', () => {
  const changed = read('flight', { number: 'xq345', confirmation: 'k7q2md', starts: '2026-11-24T17:55' })
  expect(matchFor(changed, [out, back])).toMatchObject({ how: 'same booking', segment: { id: 'out' } })
})

test('two flights of one booking are told apart by their way where no number is said', () => {
  const changed = read('flight', {
    confirmation: 'K7Q2MD',
    fromAirport: 'ZRH',
    toAirport: 'LCY',
    starts: '2026-11-25T15:00',
  })
  expect(matchFor(changed, [out, back])).toMatchObject({ segment: { id: 'back' } })
})

test('the same number on another reference is another booking', () => {
  const other = read('flight', { number: 'XQ 345', confirmation: 'ZZZZZZ', starts: '2026-11-24T17:10' })
  expect(matchFor(other, [out, back])).toMatchObject({ how: 'none', segment: null })
})

test('a ticket fills a flight that was only asked for, by its way and day', () => {
  const wish = segment('wish', {
    status: 'requested',
    from: { airport: 'LCY', local: '2026-11-24' },
    to: { airport: 'ZRH', local: null },
  })
  const ticket = read('flight', { number: 'XQ 345', fromAirport: 'LCY', toAirport: 'ZRH', starts: '2026-11-24T17:55' })
  expect(matchFor(ticket, [wish])).toMatchObject({ how: 'same route and day', segment: { id: 'wish' } })
})

test('where two would do, nobody chooses but a person', () => {
  const twins = ['a', 'b'].map((id) =>
    segment(id, { from: { airport: 'LCY', local: '2026-11-24T07:00:00' }, to: { airport: 'ZRH', local: null } }),
  )
  const ticket = read('flight', { fromAirport: 'LCY', toAirport: 'ZRH', starts: '2026-11-24T17:55' })
  expect(matchFor(ticket, twins)).toMatchObject({
    how: 'several',
    segment: null,
    candidates: [{ id: 'a' }, { id: 'b' }],
  })
})

test('a car that was asked for another time is found by the time that was wanted', () => {
  const car = segment('car', {
    kind: 'ride',
    provider: 'Alder Cars',
    from: { place: 'Finsbury Sq', local: '2026-11-23T15:05:00' },
    waiting: { words: '', of: 'Alder Cars', since: '', wanted: { starts: '2026-11-24T16:00:00' } },
  })
  const mail = read('ride', { provider: 'Alder Cars', pickUp: 'Finsbury Sq', starts: '2026-11-24T16:00' })
  expect(matchFor(mail, [car])).toMatchObject({ segment: { id: 'car' } })
})

test('what is cancelled is found only where nothing else is', () => {
  const gone = { ...out, id: 'gone', status: 'cancelled' as const }
  const mail = read('flight', { number: 'XQ 345', confirmation: 'K7Q2MD', starts: '2026-11-24T17:55' })
  expect(matchFor(mail, [gone, out])).toMatchObject({ segment: { id: 'out' } })
  expect(matchFor(mail, [gone])).toMatchObject({ segment: { id: 'gone' } })
})

test('a night is found by its house', () => {
  const night = segment('night', {
    kind: 'stay',
    title: 'Storchen Example',
    from: { place: 'Storchen Example', local: '2026-11-24' },
  })
  const mail = read('stay', { place: 'Hotel Storchen Example', starts: '2026-11-24T15:00', ends: '2026-11-25' })
  expect(matchFor(mail, [night])).toMatchObject({ how: 'same place and days', segment: { id: 'night' } })
})
