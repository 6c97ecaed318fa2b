import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskRules } from '../../bench/year.ts'
import { askedAbout, burdenIn } from './burden.ts'
import { judge } from './judge.ts'
import { guest, instant, planOf, ruleOf, thing } from './testing.ts'
import { asInstant, minuteMs } from './time.ts'

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Meetings on Monday, Tuesday and Thursday, focus on Wednesday, a walk on Saturday. */
const week = planOf([
  thing('A', '2026-11-23 09:00', '10:00'),
  thing('B', '2026-11-24 09:00', '09:30'),
  thing('Focus', '2026-11-25 09:00', '12:00', { kind: 'focus' }),
  thing('C', '2026-11-26 09:00', '10:00', { kind: 'board' }),
  thing('Walk', '2026-11-28 09:00', '12:00', { kind: 'personal' }),
])

describe('how a rule would do on the days of a plan', () => {
  test('leaves nothing alone where it flags every day with anything it asks about, though other days have nothing of it', () => {
    const never = burdenIn(week, ruleOf('no-meetings', { days: everyDay }))
    expect(never).toEqual({ days: 5, flagged: 3, asked: 3, spared: 0 })
  })

  test('spares what it asks about and does not flag', () => {
    expect(burdenIn(week, ruleOf('no-meetings', { days: ['TU'] }))).toMatchObject({ flagged: 1, asked: 3, spared: 2 })
    expect(burdenIn(week, ruleOf('length', { minutes: 30 }))).toMatchObject({ flagged: 2, asked: 3, spared: 1 })
    const boards = ruleOf('length', { minutes: 30 }, { scope: { kinds: ['board'] } })
    expect(burdenIn(week, boards)).toMatchObject({ flagged: 1, asked: 1, spared: 0 })
  })

  test('what is due is of the day it is due on, and spared where it was done', () => {
    const due = (key: string, dueAt: string, closedAt: string | null) => ({
      key: `work:${key}`,
      span: { start: instant('2026-11-01T09:00:00Z'), end: instant(dueAt) },
      label: 'desk' as const,
      what: 'work' as const,
      title: key,
      kind: '',
      owner: 'assistant' as const,
      who: 'Ines',
      to: null,
      asked: '',
      askedAt: instant('2026-11-01T09:00:00Z'),
      dueAt: instant(dueAt),
      chaseAt: null,
      closedAt: closedAt === null ? null : instant(closedAt),
      effort: null,
      routine: false,
      project: null,
      hangsOn: [],
    })
    const dues = [
      due('Late', '2026-11-23T17:00:00Z', null),
      due('Done', '2026-11-24T17:00:00Z', '2026-11-24T12:00:00Z'),
    ]
    const plan = planOf([], { at: instant('2026-11-27T09:00:00Z'), dues })
    expect(burdenIn(plan, ruleOf('late'))).toEqual({ days: 2, flagged: 1, asked: 2, spared: 1 })
  })
})

const items = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 480 }),
      quarters: fc.integer({ min: 0, max: 9 }),
      kind: fc.constantFrom('internal', 'external', 'personal', 'travel', 'focus'),
      people: fc.constantFrom([], [guest('Ann')], [guest('Bob', 'needs-action'), guest('Ann', 'declined')]),
      moves: fc.integer({ min: 0, max: 5 }),
      series: fc.constantFrom(null, 's1'),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ start, quarters, series, ...more }, i) => {
      const from = instant('2026-11-23T00:00:00Z') + start * 15 * minuteMs
      const span = { start: asInstant(from), end: asInstant(from + quarters * 15 * minuteMs) }
      return thing(`t${i}`, '2026-11-23 00:00', '01:00', {
        ...more,
        uid: series ?? `t${i}`,
        recurrenceId: series,
        span,
      })
    }),
  )

test('whatever a rule finds is about something it asks about', () => {
  const rules = deskRules(42)
  fc.assert(
    fc.property(items, (all) => {
      const plan = planOf(all, { at: instant('2026-11-20T08:00:00Z'), travelMinutes: { A: { B: 20 } } })
      for (const rule of rules) {
        const asked = new Set(askedAbout(plan, rule).map(({ key }) => key))
        for (const { items: about } of judge(plan, [rule])) expect(about.some((key) => asked.has(key))).toBe(true)
      }
    }),
  )
})
