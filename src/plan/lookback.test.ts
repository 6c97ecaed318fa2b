import { expect, test } from 'vitest'
import { lookBack } from './lookback.ts'
import { planOf, thing } from './testing.ts'

const zone = 'Europe/London'
const counts = (items: Parameters<typeof planOf>[0]) =>
  Object.fromEntries(lookBack(planOf(items), zone).map((look) => [look.code, look.findings.length]))

test('a look back at a quiet calendar finds nothing, and still says so five times', () => {
  expect(counts([thing('Coffee', '2026-11-24 10:00', '10:30')])).toEqual({
    'cannot-work': 0,
    stretch: 0,
    lunch: 0,
    drift: 0,
    night: 0,
  })
})

test('each of the five is found, and goes when its cause goes', () => {
  const late = thing('Late call', '2026-11-23 22:00', '23:00')
  const items = [
    late,
    thing('Breakfast', '2026-11-24 07:30', '08:30'),
    thing('Board', '2026-11-24 09:30', '12:00'),
    thing('Working lunch', '2026-11-24 12:00', '14:00'),
    thing('Clash', '2026-11-24 13:30', '14:30'),
  ]
  expect(counts(items)).toEqual({ 'cannot-work': 1, stretch: 1, lunch: 1, drift: 0, night: 1 })
  expect(counts(items.filter((item) => item !== late)).night).toBe(0)
})

test('what repeats in New York drifts in London in the week between two changes of clocks', () => {
  const weekly = ['2026-10-15', '2026-10-22', '2026-10-29'].map((date) => ({
    ...thing('One-to-one', `${date} 09:30`, '10:15', { zone: 'America/New_York' }),
    key: date,
    uid: 'series',
    recurrenceId: `${date}T09:30:00`,
  }))
  const [drift] = lookBack(planOf(weekly), zone).filter((look) => look.code === 'drift')
  expect(drift?.findings).toHaveLength(1)
  expect(drift?.days).toHaveLength(1)
})

test('days are counted once, however much went wrong on them', () => {
  const three = ['A', 'B', 'C'].map((title) => thing(title, '2026-11-24 10:00', '11:00'))
  const [cannot] = lookBack(planOf(three), zone)
  expect([cannot?.findings.length, cannot?.days.length]).toEqual([3, 1])
})
