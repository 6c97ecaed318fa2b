import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskRules } from '../../bench/year.ts'
import { judge } from './judge.ts'
import type { Plan, PlanItem } from './plan.ts'
import { guest, instant, planOf, ruleOf, thing } from './testing.ts'
import { asInstant, minuteMs } from './time.ts'

const rules = deskRules(42)
const at = instant('2026-11-20T08:00:00Z')
const travelMinutes = { A: { B: 20 }, B: { C: 50 } }
const plan = (items: readonly PlanItem[]): Plan => planOf(items, { at, travelMinutes })
const told = (of: Plan) => judge(of, rules).map(({ fingerprint, words, badness }) => [fingerprint, words, badness])

const items = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 480 }),
      quarters: fc.integer({ min: 0, max: 9 }),
      place: fc.constantFrom('A', 'B', 'C', null),
      kind: fc.constantFrom('internal', 'external', 'personal', 'travel', 'focus'),
      people: fc.constantFrom([], [guest('Ann')], [guest('Bob', 'needs-action'), guest('Ann', 'declined')]),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ start, quarters, place, ...more }, i) => {
      const from = instant('2026-11-23T00:00:00Z') + start * 15 * minuteMs
      const span = { start: asInstant(from), end: asInstant(from + quarters * 15 * minuteMs) }
      return thing(`t${i}`, '2026-11-23 00:00', '01:00', { ...more, span, ...(place === null ? {} : { place }) })
    }),
  )

describe('what rules say', () => {
  test('is the same whatever order things came in, and which of two calendars was read first', () => {
    fc.assert(
      fc.property(items, fc.nat(), (all, n) => {
        const copies = all.filter((_, i) => i % 3 === n % 3).map((item) => ({ ...item, calendar: 'second' }))
        const turned = [...copies, ...all].reverse()
        expect(told(plan(turned))).toEqual(told(plan([...all, ...copies])))
        expect(told(plan(turned))).toEqual(told(plan(all)))
      }),
    )
  })

  test('does not change because of things that take no time', () => {
    fc.assert(
      fc.property(items, items, (all, more) => {
        const free = more.map((item, i) => ({ ...item, key: `free${i}`, busy: i % 2 === 0, cancelled: i % 2 === 0 }))
        expect(told(plan([...all, ...free]))).toEqual(told(plan(all)))
      }),
    )
  })

  test('comes in order of time, each trouble once under a name of its own', () => {
    fc.assert(
      fc.property(items, (all) => {
        const findings = judge(plan(all), rules)
        expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(findings.length)
        findings.forEach((finding, i) => {
          expect(finding.span.start).toBeGreaterThanOrEqual(findings[i - 1]?.span.start ?? 0)
          expect(finding.badness).toBeGreaterThan(0)
          expect(finding.words).not.toMatch(/undefined|null|NaN/)
        })
      }),
    )
  })

  test('of a way out is an operation about one of its things, at a time still to come', () => {
    fc.assert(
      fc.property(items, (all) => {
        for (const { fixes, items: about } of judge(plan(all), rules))
          for (const { input, operation, reach } of fixes) {
            expect(about).toContain(input.key)
            expect(operation).toBe(reach === 'desk' ? 'event.move' : 'finding.asked')
          }
      }),
    )
  })

  test('can be written down whole', () => {
    const found = judge(plan([thing('A', '2026-11-24 09:00', '10:00'), thing('B', '2026-11-24 09:30', '10:30')]), [
      ruleOf('overlap'),
    ])
    expect(JSON.parse(JSON.stringify(found))).toMatchObject([
      { kind: 'overlap', items: ['A', 'B'], words: found[0]?.words, fixes: [{ operation: 'event.move' }, {}, {}] },
    ])
  })

  test('of a rule nobody knows is a mistake of whoever took it in', () => {
    expect(() => judge(plan([]), [ruleOf('astrology')])).toThrow(RangeError)
    expect(() => judge(plan([]), [ruleOf('night', { hours: 11 })])).toThrow()
  })
})

test('a thousand things at once are told up to a limit, and soon', () => {
  const stacked = Array.from({ length: 3000 }, (_, i) => thing(`t${i}`, '2026-11-24 09:00', '10:00'))
  expect(judge(plan(stacked), [ruleOf('overlap')])).toHaveLength(5000)
})
