import { describe, expect, test } from 'vitest'
import { type End, noEnd } from '../ends/model.ts'
import type { Segment } from '../segments/model.ts'
import type { Trip } from '../trips/model.ts'
import { entriesOf } from './model.ts'

const countries: Readonly<Record<string, readonly [string, string]>> = {
  LCY: ['GB', 'Europe/London'],
  ZRH: ['CH', 'Europe/Zurich'],
  FRA: ['DE', 'Europe/Berlin'],
  MUC: ['DE', 'Europe/Berlin'],
  SIN: ['SG', 'Asia/Singapore'],
}
const at = (airport: string, local: string): End => {
  const [country, zone] = countries[airport] ?? ['', '']
  return { ...noEnd, airport, local, zone, zoneFrom: `airport ${airport}`, country }
}
const part = (kind: Segment['kind'], from: End, to: End, status: Segment['status'] = 'booked'): Segment =>
  ({ id: `${kind} ${from.local}`, kind, status, terms: { from, to } }) as unknown as Segment
const trip = (entries: Trip['terms']['entries'] = []): Trip => ({ terms: { entries } }) as unknown as Trip
const reached = (segments: readonly Segment[], home: string | null = 'GB') =>
  entriesOf(trip(), segments, home).map(({ country }) => country)

const toFrankfurt = part('flight', at('LCY', '2026-12-01T08:00:00'), at('FRA', '2026-12-01T10:30:00'))
const onward = part('flight', at('FRA', '2026-12-01T22:00:00'), at('SIN', '2026-12-02T17:00:00'))
const back = part('flight', at('SIN', '2026-12-04T09:00:00'), at('LCY', '2026-12-04T16:00:00'))
const town = { ...noEnd, place: 'Mainzer Landstr.', local: '2026-12-01T12:00:00', zone: 'Europe/Berlin' }

describe('countries of a trip', () => {
  test('are those it arrives in, and never where its desk is at home', () => {
    expect(reached([part('flight', at('LCY', '2026-12-01T08:00:00'), at('ZRH', '2026-12-01T10:30:00')), back])).toEqual(
      ['CH'],
    )
    expect(reached([back], null)).toEqual(['GB'])
  })

  test('are none where one only changes', () => {
    expect(reached([toFrankfurt, onward, back])).toEqual(['SG'])
    expect(reached([toFrankfurt])).toEqual(['DE'])
  })

  test('are where one changes as well when something there takes one out of the airport', () => {
    for (const kind of ['ride', 'meeting', 'stay', 'meal'] as const)
      expect(reached([toFrankfurt, part(kind, town, town), onward])).toEqual(['DE', 'SG'])
    const night = { ...noEnd, place: 'Frankfurt', local: '2026-12-01' }
    const nextDay = part('flight', at('FRA', '2026-12-02T09:00:00'), at('SIN', '2026-12-03T05:00:00'))
    expect(reached([toFrankfurt, part('stay', night, { ...night, local: '2026-12-02' }), nextDay])).toEqual([
      'DE',
      'SG',
    ])
    expect(reached([toFrankfurt, part('meeting', town, town, 'cancelled'), onward])).toEqual(['SG'])
  })

  test('are where one changes to another airport, or stays longer than a day', () => {
    const other = part('flight', at('MUC', '2026-12-01T22:00:00'), at('SIN', '2026-12-02T17:00:00'))
    expect(reached([toFrankfurt, other])).toEqual(['DE', 'SG'])
    const later = part('flight', at('FRA', '2026-12-03T22:00:00'), at('SIN', '2026-12-04T17:00:00'))
    expect(reached([toFrankfurt, later])).toEqual(['DE', 'SG'])
  })
})
