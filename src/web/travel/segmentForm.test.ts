import { describe, expect, test } from 'vitest'
import { changesBetween, differences, draftOf, formOf, newSegment, twiceIn, wrongInSegment } from './segmentForm.ts'
import { endAt, part } from './testing.ts'

const flight = part('XQ 345', {
  from: endAt('2026-12-08T17:55', 'Europe/London', { airport: 'LCY', zoneFrom: 'airport LCY' }),
  to: endAt('2026-12-08T20:35', 'Europe/Zurich', { airport: 'ZRH', zoneFrom: 'hand' }),
  cabin: 'economy',
  asked: {
    words: 'Tuesday evening, business',
    on: '2026-12-08',
    from: 'London City',
    to: 'zrh',
    departAfter: '17:00',
    arriveBy: '20:00',
    cabin: 'business',
    seat: null,
    name: null,
  },
})

describe('a part of a trip in its form', () => {
  test('changes only what somebody changed', () => {
    const form = formOf(flight)
    expect(changesBetween(form, form)).toEqual({})
    expect(changesBetween(form, { ...form, seat: '3A' })).toEqual({ seat: '3A' })
  })

  test('leaves a zone to the airport that told it, and keeps one that was given by hand', () => {
    const { from, to } = draftOf(formOf(flight))
    expect(from).toMatchObject({ airport: 'LCY', local: '2026-12-08T17:55:00', zone: null })
    expect(to).toMatchObject({ zone: 'Europe/Zurich' })
  })

  test('keeps a date alone where no time is known, and nothing where nothing is', () => {
    const form = newSegment('stay', '2026-12-08')
    expect(draftOf(form)).toMatchObject({ from: { local: '2026-12-08' }, to: { local: null }, cost: null, asked: null })
  })

  test.each(['stay', 'meal'] as const)('leaves a %s where it began', (kind) => {
    const form = newSegment(kind, '2026-12-08')
    const there = {
      ...form,
      from: { ...form.from, place: 'Seehof', zone: 'Europe/Zurich' },
      to: { ...form.to, on: '2026-12-10' },
    }
    expect(draftOf(there).to).toMatchObject({ place: 'Seehof', zone: 'Europe/Zurich', local: '2026-12-10' })
  })

  test('says at its field what is half a moment, instead of leaving it out', () => {
    const form = newSegment('flight', '2026-12-08')
    expect(wrongInSegment(form)).toEqual({})
    const half = { ...form, to: { ...form.to, time: '20:35' }, cancelBy: { ...form.cancelBy, on: '2026-12-01' } }
    expect(Object.keys(wrongInSegment(half))).toEqual(['to.local', 'cancelBy.local'])
  })

  test('asks which hour is meant only on the night it happens twice', () => {
    const twice = { on: '2026-10-25', time: '01:30', zone: 'Europe/London' }
    expect(twiceIn(twice)).toEqual(['+01:00', '+00:00'])
    expect(twiceIn({ ...twice, time: '03:30' })).toEqual([])
    expect(twiceIn({ on: '2026-03-29', time: '01:30', zone: 'Europe/London' })).toEqual([])
    expect(twiceIn({ ...twice, zone: 'Nowhere' })).toEqual([])
  })

  test('says beside what was asked what is booked otherwise, and nothing that nobody asked for', () => {
    const named = { ...flight, from: { ...flight.from, place: 'London City Airport' } }
    expect(differences(named)).toEqual([
      { of: 'Arrives by', asked: '20:00', is: '20:35' },
      { of: 'Cabin', asked: 'business', is: 'economy' },
    ])
  })
})
