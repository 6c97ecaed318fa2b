import { expect, test } from 'vitest'
import type { TripView } from '../../desk/travel/model.ts'
import { choosable, forReader, mayHaveSheet, newDraft, wantedOf } from './draft.ts'

const part = (id: string, kind: string, more: object = {}) => ({ id, kind, status: 'booked', driver: null, ...more })
const trip = {
  travellers: [{ name: 'Dana Okafor' }],
  segments: [part('f', 'flight'), part('r', 'ride', { driver: 'Marc Laurent' }), part('s', 'stay'), part('m', 'meal')],
} as unknown as TripView

test('a driver is given their only ride and is named by it; a host chooses among what is at a place', () => {
  expect(forReader(newDraft, 'driver', trip)).toMatchObject({ for: 'driver', segments: ['r'], to: 'Marc Laurent' })
  expect(forReader(newDraft, 'host', trip)).toMatchObject({ segments: [], to: '' })
  expect(choosable(trip, 'host').map(({ id }) => id)).toEqual(['s', 'm'])
  expect(choosable(trip, 'family')).toEqual([])
})

test('what was asked of a host goes to nobody else, and no sheet for an emergency goes to a driver', () => {
  const host = { ...forReader(newDraft, 'host', trip), needs: 'A quiet room', emergency: true }
  expect(wantedOf(host, 't').needs).toBe('A quiet room')
  expect(forReader(host, 'family', trip)).toMatchObject({ needs: '', emergency: false })
  expect(mayHaveSheet(host)).toBe(false)
  expect(mayHaveSheet(forReader(host, 'family', trip))).toBe(true)
  expect(mayHaveSheet({ ...forReader(host, 'family', trip), shows: 'dates' })).toBe(false)
})
