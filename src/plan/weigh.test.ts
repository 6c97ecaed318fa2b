import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, judged } from './judge.ts'
import { guest, instant, planOf, ruleOf, thing } from './testing.ts'
import { asInstant, minuteMs } from './time.ts'
import { cheapest, movedTo, startsThatWeek, weigh, withItem } from './weigh.ts'

const rules = [
  ruleOf('overlap', {}),
  ruleOf('protected', { days: ['TH'], from: '09:00', to: '12:00' }, { id: 'focus', weight: 'avoid' }),
  ruleOf('day-limit', { meetings: 2 }, { id: 'few', weight: 'avoid' }),
  ruleOf('move-limit', { moves: 2 }, { id: 'moves', weight: 'prefer' }),
]
const harlan = thing('Harlan', '2026-11-25 15:00', '16:00', { kind: 'external', moves: 2, people: [guest('Harlan')] })
const plan = planOf([
  thing('Board', '2026-11-24 09:00', '11:00', { kind: 'board' }),
  thing('Legal', '2026-11-24 14:00', '15:00'),
  thing('Ines', '2026-11-24 16:00', '17:00'),
  harlan,
  thing('Deep work', '2026-11-27 14:00', '16:00', { kind: 'focus' }),
])
const before = judged(plan, rules)
const at = (start: string, minutes = 60) => {
  const from = instant(start)
  return { start: from, end: asInstant(from + minutes * minuteMs) }
}
const kinds = (findings: readonly { kind: string }[]) => findings.map(({ kind }) => kind)

describe('what an ask would cost', () => {
  test('a time that breaks rules says each of them, the dearest first, and adds them up', () => {
    const { cost, worse, better } = weigh(before, movedTo(harlan, at('2026-11-26T10:00:00Z')))
    expect(kinds(worse)).toEqual(['protected', 'move-limit'])
    expect(better).toEqual([])
    expect(cost).toBe(110)
  })

  test('a crowded day that grows more crowded is worse by that day once, and not both worse and better', () => {
    const { cost, worse, better } = weigh(before, movedTo(harlan, at('2026-11-24T12:00:00Z')))
    expect(kinds(worse)).toEqual(['day-limit', 'move-limit'])
    expect(better).toEqual([])
    expect(cost).toBe(110)
  })

  test('moving the trouble away is better than free', () => {
    const crowded = judged(withItem(plan, movedTo(harlan, at('2026-11-24T09:30:00Z'))), rules)
    const { cost, better } = weigh(crowded, { ...harlan, moves: 3 })
    expect(kinds(better)).toContain('overlap')
    expect(cost).toBeLessThan(0)
  })

  test('weighing moves nothing', () => {
    weigh(before, movedTo(harlan, at('2026-11-24T09:30:00Z')))
    expect(before.plan).toBe(plan)
    expect(plan.items.find(({ key }) => key === 'Harlan')?.span).toEqual(harlan.span)
  })

  test('the cheapest other time is the nearest of those that cost the least', () => {
    const asked = movedTo(harlan, at('2026-11-26T10:00:00Z'))
    const starts = ['2026-11-27T14:30:00Z', '2026-11-27T09:30:00Z', '2026-11-26T14:00:00Z', '2026-11-26T11:00:00Z']
    const found = cheapest(before, asked, starts.map(instant), 110)
    expect(found?.span).toEqual(at('2026-11-26T14:00:00Z'))
    expect(kinds(found?.weighed.worse ?? [])).toEqual(['move-limit'])
  })

  test('other times are looked for in the week of the ask, in office hours, still to come', () => {
    const asked = movedTo(harlan, at('2026-11-26T10:00:00Z'))
    const starts = startsThatWeek({ ...plan, at: instant('2026-11-25T12:00:00Z') }, asked)
    expect(starts[0]).toBe(instant('2026-11-25T12:15:00Z'))
    expect(starts.at(-1)).toBe(instant('2026-11-27T17:30:00Z'))
    expect(starts).not.toContain(instant('2026-11-26T10:00:00Z'))
  })

  test('nothing is suggested where nothing is cheaper', () => {
    const asked = movedTo(harlan, at('2026-11-26T14:00:00Z'))
    expect(cheapest(before, asked, [instant('2026-11-27T09:30:00Z')], 10)).toBeNull()
  })

  test('a flight that lands elsewhere later keeps its traveller on the old clocks until then', () => {
    const flight = thing('LX 345', '2026-11-24 18:00', '2026-11-24 20:45', {
      kind: 'travel',
      endZone: 'Europe/Zurich',
    })
    const away = planOf([flight])
    const later = withItem(away, movedTo(flight, at('2026-11-25T18:00:00Z', 105)))
    expect(later.whereabouts.map(({ zone }) => zone)).toEqual(['Europe/London', 'Europe/Zurich'])
    expect(later.whereabouts[1]?.from).toBe(instant('2026-11-25T19:45:00Z'))
  })

  test('the cost is the cost of the whole plan after, less that before, wherever it is put', () => {
    const total = (findings: ReturnType<typeof judge>) => findings.reduce((sum, { cost }) => sum + cost, 0)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 * 96 - 1 }), fc.integer({ min: 1, max: 12 }), (start, quarters) => {
        const from = asInstant(instant('2026-11-23T00:00:00Z') + start * 15 * minuteMs)
        const asked = movedTo(harlan, { start: from, end: asInstant(from + quarters * 15 * minuteMs) })
        const { worse, better, after } = weigh(before, asked)
        const fresh = judge(withItem(plan, asked), rules)
        expect(total(after.verdicts)).toBe(total(fresh))
        const grown = worse.filter(({ kind }) => kind === 'day-limit' && before.verdicts.some((f) => f.kind === kind))
        expect(total(worse) - total(better) - total(grown)).toBeLessThanOrEqual(total(fresh) - total(before.verdicts))
      }),
    )
  })
})
