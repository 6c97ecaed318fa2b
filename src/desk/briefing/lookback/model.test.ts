import { expect, test } from 'vitest'
import { lookBack } from '../../../plan/lookback.ts'
import { planOf, thing } from '../../../plan/testing.ts'
import type { RuleRow } from '../../rules/model.ts'
import { toldBy } from './model.ts'

const zone = 'Europe/London'
const tell = (items: Parameters<typeof planOf>[0], rules: RuleRow[] = []) => {
  const plan = planOf(items)
  return toldBy(plan, lookBack(plan, zone), rules, zone)
}
const rule = (kind: string, params = {}, more: Partial<RuleRow> = {}): RuleRow => ({
  id: kind,
  version: 1,
  meaning: 1,
  kind,
  params,
  weight: 'avoid',
  scope: {},
  source: 'preference',
  story: '',
  on: true,
  from: Temporal.Instant.fromEpochMilliseconds(0),
  to: null,
  ...more,
})

const season = [
  thing('Late call', '2026-11-23 22:00', '23:00'),
  thing('Breakfast', '2026-11-24 07:30', '08:30'),
  thing('Board', '2026-11-24 09:30', '12:00'),
  thing('Working lunch', '2026-11-24 12:00', '14:00'),
  thing('Clash', '2026-11-24 13:30', '14:30'),
]

test('a season is told in five sentences with their counts', () => {
  expect(tell(season).map(({ words }) => words)).toEqual([
    'One day could not work as planned: once two things were on at once.',
    'The longest stretch without a break lasted 5 h, on Tuesday 24 November; once it was more than three hours.',
    'On one day meetings left no 45 minutes for lunch between 12:00 and 14:00.',
    'Nothing that repeats elsewhere changed its hour here.',
    'One night was shorter than eleven hours; the shortest, after Monday 23 November, was 8 h 30 min.',
  ])
})

test('a season without fault is told in five sentences too', () => {
  expect(tell([]).every(({ count, words }) => count === 0 && words.endsWith('.'))).toBe(true)
})

test('each offers the rule that would have caught it, and knows when a rule like it is there', () => {
  const already = (rules: RuleRow[]) =>
    tell(season, rules)
      .filter((told) => told.offer.already)
      .map((told) => told.code)
  expect(already([])).toEqual([])
  expect(already([rule('overlap')])).toEqual([])
  expect(already([rule('overlap'), rule('travel'), rule('night', { minutes: 600 })])).toEqual(['cannot-work', 'night'])
  expect(already([rule('night', {}, { on: false }), rule('stretch', {}, { scope: { kinds: ['board'] } })])).toEqual([])
  expect(already([rule('drift', { zone: 'Asia/Tokyo' })])).toEqual([])
  expect(already([rule('drift', { zone })])).toEqual(['drift'])
})
