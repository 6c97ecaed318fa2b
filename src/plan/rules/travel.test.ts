import { describe, expect, test } from 'vitest'
import { said, thing } from '../testing.ts'

const travelMinutes = { 'Finsbury Sq': { 'Kiln Yard': 20, Airport: 45 }, 'Kiln Yard': { 'Finsbury Sq': 30 } }
const meeting = thing('Terms', '2026-11-24 10:30', '11:30', { place: 'Kiln Yard' })
const papers = (start: string, end: string, more = {}) =>
  thing('Papers', `2026-11-24 ${start}`, end, { place: 'Finsbury Sq', ...more })
const judged = (...items: Parameters<typeof said>[2]) => said('travel', {}, items, { travelMinutes })

describe('the way from one place to the next', () => {
  test('that is longer than the time between is found, in its own direction', () => {
    expect(judged(meeting, papers('11:50', '12:30'))).toEqual([
      '“Terms” ends at 11:30 in London (Kiln Yard); “Papers” begins at 11:50 at Finsbury Sq, 30 min away',
    ])
    expect(judged(meeting, papers('12:00', '12:30'))).toEqual([])
  })

  test('counts backwards where only the other direction was said', () => {
    const flight = thing('Gate', '2026-11-24 09:00', '09:30', { place: 'Airport' })
    expect(judged(flight, papers('10:00', '10:30'))).toHaveLength(1)
  })

  test('takes the margin that the rule asks for', () => {
    const items = [meeting, papers('12:05', '12:30')]
    expect(said('travel', { marginMinutes: 10 }, items, { travelMinutes })[0]).toMatch(/30 min away, and 10 min more$/)
  })

  test('is nothing between spellings of one place, nor where nobody has said how long', () => {
    expect(judged(meeting, thing('Next', '2026-11-24 11:30', '12:00', { place: ' kiln  YARD' }))).toEqual([])
    expect(judged(meeting, thing('Next', '2026-11-24 11:30', '12:00', { place: 'Elsewhere' }))).toEqual([])
  })

  test('does not end because of a call on the way', () => {
    const call = thing('Call', '2026-11-24 11:30', '11:45')
    expect(judged(meeting, call, papers('11:50', '12:30'))).toHaveLength(1)
  })

  test('is asked of both when two things at once come before', () => {
    const other = thing('Other', '2026-11-24 11:00', '11:25', { place: 'Kiln Yard' })
    expect(judged(meeting, other, papers('11:50', '12:30'))).toHaveLength(2)
  })

  test('goes through a place in between, not past it', () => {
    const between = thing('Between', '2026-11-24 11:35', '11:45', { place: 'Elsewhere' })
    expect(judged(meeting, between, papers('11:50', '12:30'))).toEqual([])
  })

  test('does not begin where a journey began', () => {
    const flight = thing('Flight', '2026-11-24 13:00', '2026-11-24 15:40', {
      place: 'Airport',
      endZone: 'Europe/Zurich',
    })
    expect(judged(flight, papers('14:50', '15:00'))).toEqual([])
  })

  test('where nobody said, is at least the straight line at 900 km/h between two known points', () => {
    const london = thing('London', '2026-11-24 09:00', '10:00', { place: 'A', geo: [51.5, -0.1] })
    const newYork = (start: string) =>
      thing('New York', `2026-11-24 ${start}`, '23:00', { place: 'B', geo: [40.7, -74] })
    expect(judged(london, newYork('12:00'))[0]).toMatch(
      /at least 6 h 12 min away even in a straight line at 900 km\/h$/,
    )
    expect(judged(london, newYork('16:12'))).toEqual([])
  })
})
