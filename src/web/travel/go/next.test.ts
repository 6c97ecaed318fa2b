import { describe, expect, test } from 'vitest'
import type { FindingView } from '../../../desk/rules/model.ts'
import { endAt, part } from '../testing.ts'
import { amissIn, onTheWay } from './next.ts'

const [london, zurich] = ['Europe/London', 'Europe/Zurich']
const ride = part('ride', {
  kind: 'ride',
  from: endAt('2026-12-08T15:05', london),
  to: endAt('2026-12-08T15:50', london),
})
const flight = part('flight', { from: endAt('2026-12-08T17:55', london), to: endAt('2026-12-08T20:35', zurich) })
const bed = part('bed', {
  kind: 'stay',
  from: endAt('2026-12-08T15:00', zurich),
  to: endAt('2026-12-10T11:00', zurich),
})
const off = part('off', { ...ride, id: 'off', status: 'cancelled' })
const back = part('back', { from: endAt('2026-12-10T14:30', zurich), to: endAt('2026-12-10T15:35', london) })
const trip = { segments: [bed, off, ride, flight, back] }

const finding = (words: string, more: Partial<FindingView>): FindingView => ({
  fingerprint: words,
  rule: { id: 'rule', kind: 'ride-fits', words: '', source: 'physics', story: '' },
  weight: 'never',
  title: 'The ride does not fit',
  words,
  start: '2026-12-08T20:00:00+01:00[Europe/Zurich]',
  end: '2026-12-08T20:35:00+01:00[Europe/Zurich]',
  items: [],
  cost: 0,
  label: 'desk',
  fixes: [],
  state: 'open',
  stateWords: null,
  askId: null,
  ...more,
})

const at = (text: string) => onTheWay(trip, `2026-12-${text}:00+00:00[Europe/London]`)

describe('what a traveller is shown', () => {
  test('is the next thing to come, never one that was called off', () => {
    expect(at('08T09:00')).toMatchObject({ now: null, next: { id: 'ride' }, bed: { id: 'bed' } })
  })

  test('is what they are in, and what comes after it', () => {
    expect(at('08T18:30')).toMatchObject({ now: { id: 'flight' }, next: { id: 'back' } })
    // Zurich is an hour ahead: 20:35 there is 19:35 in London.
    expect(at('08T19:35').now).toBeNull()
  })

  test('is then the rest of the way, day by day, without what is over', () => {
    expect(at('08T16:00').days.map(({ on, parts }) => [on, parts.map(({ id }) => id)])).toEqual([
      ['2026-12-08', ['bed']],
      ['2026-12-10', ['back']],
    ])
    expect(at('11T09:00')).toEqual({ now: null, next: null, bed: null, days: [] })
  })
  test('is what cannot work, last that for which an answer is awaited; never a wish, nor what one lives with', () => {
    const found = [
      finding('asked', { state: 'asked', cost: 90 }),
      finding('cheap', { cost: 1 }),
      finding('wish', { weight: 'prefer' }),
      finding('lived with', { state: 'accepted' }),
      finding('dear', { cost: 9 }),
    ]
    expect(amissIn(found).map(({ words }) => words)).toEqual(['dear', 'cheap', 'asked'])
  })
})
