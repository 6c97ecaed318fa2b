import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekdays } from '../../../../plan/time.ts'
import { against, leavesRoom, type Named } from './model.ts'

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const kept = fc
  .tuple(
    fc.integer({ min: 0, max: 1430 }),
    fc.integer({ min: 1, max: 1440 }),
    fc.subarray([...weekdays], { minLength: 1 }),
  )
  .filter(([from, to]) => from < to)
  .map(([from, to, days]) => ({
    kind: 'protected',
    params: { days, from: clockOf(from), to: to === 1440 ? '24:00' : clockOf(to) },
  }))
const clear = fc.subarray([...weekdays], { minLength: 1 }).map((days) => ({ kind: 'no-meetings', params: { days } }))
const lasting = fc
  .tuple(fc.constantFrom('length', 'stretch'), fc.integer({ min: 15, max: 300 }))
  .map(([kind, minutes]) => ({ kind, params: { minutes, breakMinutes: 5 } }))
const air = fc.integer({ min: 5, max: 600 }).map((afterMinutes) => ({ kind: 'buffer', params: { afterMinutes } }))

const named = fc
  .record({
    rule: fc.oneof(kept, clear, lasting, air),
    weight: fc.constantFrom('never' as const, 'avoid' as const, 'prefer' as const),
    scope: fc.constantFrom<{ kinds?: string[] }>({}, {}, { kinds: ['board'] }),
  })
  .map(({ rule, weight, scope }) => ({ ...rule, weight, scope }))
const some = fc
  .array(named, { maxLength: 6 })
  .map((rules) => rules.map((rule, n): Named => ({ id: `r${n}`, name: `rule ${n}`, rule })))

describe('what contradicts', () => {
  test('names the answer and each of the others, and with any of those left out there is room', () => {
    fc.assert(
      fc.property(named, some, (rule, others) => {
        const candidate: Named = { id: 'this', name: 'this answer', rule }
        const found = against(candidate, others)
        if (!found) return
        expect(found.words).toContain('this answer')
        const named = others.filter(({ id }) => found.others.includes(id))
        expect(named).toHaveLength(found.others.length)
        for (const { name } of named) expect(found.words).toContain(name)
        // What leaves no room without the answer is not held against it; what else is found then is of another kind.
        if (leavesRoom([candidate, ...others]) || !leavesRoom(others)) return
        for (const one of named) expect(leavesRoom([candidate, ...named.filter((other) => other !== one)])).toBe(true)
      }),
    )
  })

  test('is nothing where there is room without it and with it, and no order of the others changes that', () => {
    fc.assert(
      fc.property(named, some, (rule, others) => {
        const candidate: Named = { id: 'this', name: 'this answer', rule }
        const [one, other] = [against(candidate, others), against(candidate, [...others].reverse())]
        expect(one === null).toBe(other === null)
        if (one === null && leavesRoom(others)) expect(leavesRoom([candidate, ...others])).toBe(true)
      }),
    )
  })

  test('air as long as the day is said with what makes the day so short, and air that fits it is not', () => {
    const of = (name: string, kind: string, params: Record<string, unknown>): Named => ({
      id: name,
      name,
      rule: { kind, params, scope: {}, weight: 'avoid' },
    })
    const days = [...weekdays]
    const morning = of('the morning', 'protected', { days, from: '00:00', to: '09:00' })
    const evening = of('the evening', 'protected', { days, from: '17:00', to: '24:00' })
    const lunch = of('lunch', 'protected', { days, from: '12:00', to: '14:00', minutes: 45 })
    const [long, short] = [of('long air', 'buffer', { afterMinutes: 480 }), of('air', 'buffer', { beforeMinutes: 479 })]
    expect(against(long, [morning, lunch, evening])).toEqual({
      others: ['the morning', 'the evening'],
      words:
        'long air, together with the morning and the evening, is longer than any day there is: nothing could ever follow anything.',
    })
    expect(against(evening, [morning, long])?.others).toEqual(['long air', 'the morning'])
    expect(against(short, [morning, evening])).toBeNull()
    expect(against(long, [morning])).toBeNull()
    // What was so before is held against no other answer.
    expect(against(lunch, [morning, evening, long])).toBeNull()
  })

  test('a longer meeting than one may sit is said, and one about a kind alone is not', () => {
    const of = (kind: string, params: object, scope: object = {}): Named => ({
      id: kind,
      name: kind,
      rule: { kind, params: params as Record<string, unknown>, scope, weight: 'prefer' },
    })
    expect(
      against(of('length', { minutes: 120 }), [of('stretch', { minutes: 90, breakMinutes: 10 })])?.words,
    ).toContain('length contradicts stretch')
    expect(against(of('stretch', { minutes: 90, breakMinutes: 10 }), [of('length', { minutes: 90 })])).toBeNull()
    expect(against(of('length', { minutes: 120 }, { kinds: ['board'] }), [of('stretch', { minutes: 90 })])).toBeNull()
  })
})
