import { describe, expect, test } from 'vitest'
import { judge } from '../../../plan/judge.ts'
import { instant, planOf, thing } from '../../../plan/testing.ts'
import { end, flight, part, planFor, stay, tripOf } from '../../../plan/trips/testing.ts'
import { ruleOf } from '../draft/model.ts'
import type { RuleRow } from '../model.ts'
import { keptBy } from './model.ts'

const at = (text: string) => Temporal.Instant.from(text)
const row = (more: Partial<RuleRow> = {}): RuleRow => ({
  id: 'r',
  version: 1,
  meaning: 1,
  kind: 'overlap',
  params: {},
  weight: 'never',
  scope: {},
  source: 'physics',
  story: '',
  on: true,
  from: at('2026-11-22T10:00:00Z'),
  to: null,
  ...more,
})
/** Monday broken, Tuesday and Wednesday kept, nothing on Thursday. */
const week = planOf([
  thing('A', '2026-11-23 09:00', '10:00'),
  thing('B', '2026-11-23 09:30', '10:00'),
  thing('C', '2026-11-24 09:00', '10:00'),
  thing('D', '2026-11-25 09:00', '10:00', { kind: 'board' }),
])
const count = (versions: readonly RuleRow[], now = '2026-11-27T08:00:00Z') =>
  keptBy(week, versions, instant(now), (version) => judge(week, [ruleOf(version)]))

describe('the counts of a rule', () => {
  test('are of days that have passed with something the rule speaks about', () => {
    expect(count([row()])).toEqual({ applied: 3, kept: 2 })
    expect(count([row({ scope: { kinds: ['board'] } })])).toEqual({ applied: 1, kept: 1 })
  })

  test('leave out today, which is not over', () => {
    expect(count([row()], '2026-11-25T23:59:00Z')).toEqual({ applied: 2, kept: 1 })
  })

  test('begin with the day the rule was made', () => {
    expect(count([row({ from: at('2026-11-24T15:00:00Z') })])).toEqual({ applied: 2, kept: 2 })
  })

  test('leave out the days it was off', () => {
    const off = row({ version: 2, on: false, from: at('2026-11-24T12:00:00Z'), to: at('2026-11-25T12:00:00Z') })
    const versions = [row({ to: off.from }), off, row({ version: 3, from: at('2026-11-25T12:00:00Z') })]
    expect(count(versions)).toEqual({ applied: 2, kept: 1 })
  })

  test('judge each day by the version that was in force when it ended', () => {
    const harmless = row({ kind: 'length', params: { minutes: 90 }, to: at('2026-11-23T12:00:00Z') })
    const strict = row({ version: 2, kind: 'length', params: { minutes: 30 }, from: at('2026-11-23T12:00:00Z') })
    expect(count([harmless, strict])).toEqual({ applied: 3, kept: 0 })
    const later = at('2026-11-24T12:00:00Z')
    expect(count([row({ ...harmless, to: later }), row({ ...strict, from: later })])).toEqual({ applied: 3, kept: 1 })
  })
})

describe('the counts of a rule about trips', () => {
  const out = flight('XQ 345', 'LCY', '2026-11-24 17:55', 'ZRH', '2026-11-24 20:40')
  const car = (name: string, from: string, to: string) =>
    part('ride', name, end('ZRH', `2026-11-24 ${from}`), end('Seehof', `2026-11-24 ${to}`, 'Europe/Zurich'))
  const trip = tripOf('2026-11-24', '2026-11-26', [
    out,
    car('Early car', '20:05', '20:25'),
    car('Right car', '21:10', '21:30'),
    stay('Seehof', '2026-11-24 21:30', '2026-11-25 10:00'),
  ])
  const others = [thing('Alone', '2026-11-23 09:00', '10:00'), thing('After', '2026-11-25 15:00', '16:00')]
  const plan = planFor(trip, others, { at: null })
  const counted = (version: RuleRow, now = '2026-11-30T08:00:00Z') =>
    keptBy(plan, [version], instant(now), (one) => judge(plan, [ruleOf(one)]))

  test('are of the parts of trips it asks about that are over, and not of days', () => {
    expect(counted(row({ kind: 'ride-fits' }))).toEqual({ applied: 2, kept: 1 })
    expect(counted(row({ kind: 'ride-fits' }), '2026-11-24T20:00:00Z')).toEqual({ applied: 1, kept: 0 })
    expect(counted(row({ kind: 'ride-fits', from: at('2026-11-25T00:00:00Z') }))).toEqual({ applied: 0, kept: 0 })
    expect(counted(row({ kind: 'nothing-in-the-air' }))).toEqual({ applied: 1, kept: 1 })
  })

  test('are of whole trips where it asks about those', () => {
    expect(counted(row({ kind: 'bed-every-night' }))).toEqual({ applied: 1, kept: 0 })
    expect(counted(row({ kind: 'bed-every-night' }), '2026-11-26T08:00:00Z')).toEqual({ applied: 0, kept: 0 })
  })
})
