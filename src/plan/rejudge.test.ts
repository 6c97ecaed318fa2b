import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskRules } from '../../bench/year.ts'
import { judge, judged } from './judge.ts'
import type { Plan, PlanItem } from './plan.ts'
import { rejudge } from './rejudge.ts'
import { instant, planOf, ruleOf, thing } from './testing.ts'
import { asDay, asInstant, dayMs, minuteMs } from './time.ts'

const rules = [
  ruleOf('stretch', { minutes: 15, breakMinutes: 60 }, { id: 'breathless' }),
  ...deskRules(42),
  ...['overlap', 'day-limit'].map((kind) =>
    ruleOf(kind, kind === 'overlap' ? {} : { meetings: 1 }, { id: `their ${kind}`, scope: { owner: 'assistant' } }),
  ),
]
const at = instant('2026-10-20T09:00:00Z')
const travelMinutes = { A: { B: 20, C: 40 }, B: { C: 15 } }
const plan = (items: readonly PlanItem[]): Plan => planOf(items, { at, travelMinutes })

/** What was found, without the ways out. */
const told = (findings: ReturnType<typeof judge>) =>
  findings.map(({ fingerprint, span, items, words, badness, label }) => ({
    fingerprint,
    span,
    items,
    words,
    badness,
    label,
  }))

const someone = fc.constantFrom('ann', 'bob', 'cyd').map((name) => ({
  address: `${name}@guests.example`,
  name,
  answer: 'needs-action' as const,
  required: true,
}))

/** Things of two months, some of them long, late, elsewhere or in a series. */
const anItem = fc
  .record({
    start: fc.integer({ min: 0, max: 60 * 96 }),
    minutes: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 12 }) },
      { weight: 1, arbitrary: fc.integer({ min: 13, max: 400 }) },
    ),
    place: fc.constantFrom('A', 'B', 'C', undefined),
    kind: fc.constantFrom('internal', 'external', 'focus', 'personal', 'travel', 'one-to-one'),
    series: fc.constantFrom(null, 's1', 's2'),
    busy: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    moves: fc.integer({ min: 0, max: 8 }),
    people: fc.array(someone, { maxLength: 2 }),
    isTheirs: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
    isAllDay: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
  })
  .map(({ start, minutes, place, isTheirs, isAllDay, series, ...rest }) => (key: string): PlanItem => {
    const from = instant('2026-10-01T00:00:00Z') + start * 15 * minuteMs
    const day = Math.floor(from / dayMs)
    const days = { from: asDay(day), to: asDay(day + 1 + (minutes % 3)) }
    const timed = { start: asInstant(from), end: asInstant(from + minutes * 15 * minuteMs) }
    const whole = { start: asInstant(days.from * dayMs), end: asInstant(days.to * dayMs) }
    const span = isAllDay ? whole : timed
    const owner = isTheirs ? 'assistant' : 'executive'
    const more = { ...rest, key, uid: series ?? key, recurrenceId: series && key, owner, span } as const
    return thing(key, '2026-10-01 00:00', '01:00', {
      ...more,
      allDay: isAllDay ? days : null,
      ...(place === undefined ? {} : { place }),
    })
  })

describe('judging again after a change', () => {
  test('says what judging everything says', () => {
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 80 }), anItem, fc.nat(), fc.nat(2), (makers, other, index, what) => {
        const items = makers.map((make, i) => make(`k${i}`))
        const which = items.length === 0 ? 0 : index % items.length
        const gone = items.filter((_, i) => what !== 0 && i === which).map((item) => item.key)
        const came = what === 2 ? [] : [other(gone[0] ?? 'new')]
        const after = plan([...items.filter((item) => !gone.includes(item.key)), ...came])
        const changed = [...gone, ...came.map((item) => item.key)]
        const again = rejudge(judged(plan(items), rules), { ...after, travelMinutes, at }, changed)
        expect(told(again.findings)).toEqual(told(judge(after, rules)))
      }),
      { numRuns: 1000 },
    )
  })

  test('asks about everything when the executive is elsewhere after it', () => {
    const meeting = thing('Late', '2026-10-20 23:30', '2026-10-21 00:30')
    const before = plan([meeting])
    const flight = thing('Flight', '2026-10-19 10:00', '2026-10-19 13:00', { endZone: 'Europe/Athens' })
    const after = plan([flight, meeting])
    expect(told(rejudge(judged(before, rules), after, ['Flight']).findings)).toEqual(told(judge(after, rules)))
  })

  test('may be done again and again', () => {
    const steps = fc.array(fc.tuple(anItem, fc.nat({ max: 19 })), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 20 }), steps, (makers, changes) => {
        let items = makers.map((make, i) => make(`k${i}`))
        let now = judged(plan(items), rules)
        for (const [make, n] of changes) {
          items = [...items.filter((item) => item.key !== `k${n}`), make(`k${n}`)]
          now = rejudge(now, plan(items), [`k${n}`])
        }
        expect(told(now.findings)).toEqual(told(judge(plan(items), rules)))
      }),
      { numRuns: 200 },
    )
  })

  test('offers the ways out of today, also for what was found before', () => {
    const trouble = [thing('A', '2026-10-21 09:00', '10:00'), thing('B', '2026-10-21 09:30', '10:30')]
    const before = judged(plan(trouble), [ruleOf('overlap')])
    const taken = thing('C', '2026-10-21 10:00', '12:00')
    const after = rejudge(before, plan([...trouble, taken]), ['C'])
    const words = after.findings.find((finding) => !finding.items.includes('C'))?.fixes[0]?.words
    expect(words).toBe('Move “B” to 12:00–13:00')
    expect(before.findings[0]?.fixes[0]?.words).toBe('Move “B” to 10:00–11:00')
  })

  test('says nothing new when nothing changed', () => {
    const before = judged(plan([thing('A', '2026-10-20 10:00', '11:00')]), rules)
    expect(rejudge(before, before.plan, []).findings).toEqual(before.findings)
  })
})
