import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weighAsk } from './asks.ts'
import type { PlanDue } from './due.ts'
import type { Rule } from './rule.ts'
import { instant, planOf, ruleOf, thing } from './testing.ts'
import { hourMs } from './time.ts'

/** Friday afternoon in London. */
const friday = instant('2026-11-27T15:00:00Z')
const window = { start: instant('2026-11-20T00:00:00Z'), end: instant('2027-03-01T00:00:00Z') }
const ask = (title: string, dueAt: string, more: Partial<PlanDue> = {}): PlanDue => ({
  key: `work:${title}`,
  what: 'work',
  span: { start: friday, end: instant(dueAt) },
  label: 'desk',
  title,
  kind: '',
  owner: 'assistant',
  who: 'Ines',
  to: 'Dana Okafor',
  asked: '',
  askedAt: friday,
  dueAt: instant(dueAt),
  chaseAt: null,
  closedAt: null,
  effort: null,
  routine: false,
  project: null,
  hangsOn: [],
  ...more,
})
const plan = (dues: readonly PlanDue[] = []) => planOf([], { at: friday, window, dues })
const hours = ruleOf('due-in-hours', { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '09:00', to: '17:30' })
const dana = { by: 'person', who: 'Dana Okafor', owner: 'executive' } as const
const words = (rules: readonly Rule[], one: PlanDue, dues: readonly PlanDue[] = []) =>
  weighAsk(plan(dues), rules, one, [dana]).reasons.map((finding) => finding.words)

describe('an ask', () => {
  test('that fits is not spoken of', () => {
    expect(weighAsk(plan(), [hours], ask('Board pack', '2026-11-30T17:30:00Z'), [dana])).toEqual({
      reasons: [],
      ways: [],
    })
    // By the end of a working day.
    expect(words([hours], ask('Board pack', '2026-12-01T00:00:00Z'))).toEqual([])
  })

  test('for a Sunday says so, and offers the next working day and somebody else', () => {
    const weighed = weighAsk(plan(), [hours], ask('Board pack', '2026-11-29T20:00:00Z'), [dana])
    expect(weighed.reasons.map((finding) => finding.words)).toEqual([
      '“Board pack” is due Sun 29 Nov, 20:00, outside the hours of the assistant (on weekdays, 09:00–17:30)',
    ])
    expect(weighed.ways).toEqual([{ by: 'date', dueAt: instant('2026-11-30T17:30:00Z') }, dana])
  })

  test('made in the evening for the next morning leaves no hour to do it in', () => {
    const late = { askedAt: instant('2026-11-27T19:00:00Z') }
    expect(words([hours], ask('Board pack', '2026-11-30T09:00:00Z', late))[0]).toMatch(
      /was asked Fri 27 Nov, 19:00 and is due Mon 30 Nov, 09:00: no hour of the assistant lies between/,
    )
    expect(words([hours], ask('Board pack', '2026-11-30T11:00:00Z', late))).toEqual([])
  })

  test('of somebody who is away waits until they are back', () => {
    const leave = ruleOf('on-leave', { who: 'Ines', firstOn: '2026-11-30', lastOn: '2026-12-04' })
    const weighed = weighAsk(plan(), [hours, leave], ask('Board pack', '2026-12-02T12:00:00Z'), [])
    expect(weighed.reasons.map((finding) => finding.words)).toEqual([
      '“Board pack” is due Wed 2 Dec, 12:00, and Ines is away until Fri 4 Dec',
    ])
    expect(weighed.ways).toEqual([{ by: 'date', dueAt: instant('2026-12-07T17:30:00Z') }])
    // Who is away says nothing against another.
    expect(words([leave], ask('Board pack', '2026-12-02T12:00:00Z', { who: 'Noor' }))).toEqual([])
  })

  test('beyond the load agreed for a week says what is due already and how much would fit', () => {
    const load = ruleOf('load', { minutes: 600 })
    const there = ask('Minutes', '2026-12-01T12:00:00Z', { effort: 480 })
    const weighed = weighAsk(plan([there]), [load], ask('Board pack', '2026-12-03T12:00:00Z', { effort: 240 }), [])
    expect(weighed.reasons.map((finding) => finding.words)).toEqual([
      '“Board pack” takes 4 h: in the week from Mon 30 Nov 8 h are due already, and 10 h were agreed',
    ])
    expect(weighed.ways).toEqual([
      { by: 'date', dueAt: instant('2026-12-07T17:30:00Z') },
      { by: 'less', effort: 120 },
    ])
  })

  test('of the executive is held to the executive’s own hours where a rule keeps them', () => {
    const evening = ask('Read the paper', '2026-11-30T22:00:00Z', { owner: 'executive', who: 'Dana Okafor' })
    expect(words([hours], evening)).toEqual([])
    expect(words([{ ...hours, scope: { owner: 'executive' } }], evening)).toHaveLength(1)
  })

  test('whatever is offered instead fits', () => {
    const rules = [
      hours,
      ruleOf('on-leave', { firstOn: '2026-12-07', lastOn: '2026-12-09' }),
      ruleOf('load', { minutes: 900 }),
      ruleOf('hours-left', {}),
    ]
    const at = fc
      .integer({ min: 1, max: 30 * 24 })
      .map((n) => new Temporal.Instant(BigInt(friday + n * hourMs) * 1_000_000n))
    const effort = fc.option(fc.integer({ min: 1, max: 900 }))
    fc.assert(
      fc.property(at, effort, fc.array(fc.tuple(at, effort), { maxLength: 6 }), (due, minutes, others) => {
        const standing = others.map(([on, n], i) => ask(`Other ${i}`, on.toString(), { effort: n }))
        const meeting = thing('Retreat', '2026-12-01 09:00', '17:00', { owner: 'assistant' })
        const busy = planOf([meeting], {
          at: friday,
          window,
          dues: [...standing].sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)),
        })
        const wanted = ask('New', due.toString(), { effort: minutes })
        for (const way of weighAsk(busy, rules, wanted, [dana]).ways) {
          const { by: _, ...set } = way
          expect(weighAsk(busy, rules, { ...wanted, ...set }, []).reasons).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })
})
