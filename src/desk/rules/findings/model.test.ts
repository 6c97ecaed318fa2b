import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Accepted, type Ask, byNeed, stateOf } from './model.ts'

const now = Temporal.ZonedDateTime.from('2026-11-24T15:00:00+00:00[Europe/London]')
const finding = { fingerprint: 'f', badness: 10 }
const accepted = (more: Partial<Accepted> = {}): Accepted => ({
  id: 'a',
  fingerprint: 'f',
  ruleId: 'r',
  reason: 'They know',
  until: null,
  badness: 10,
  ...more,
})
const ask = (answer: Ask['answer'] = null, badness = 10): Ask => ({
  id: 'q',
  fingerprint: 'f',
  ruleId: 'r',
  badness,
  sentTo: 'Camille',
  askedAt: Temporal.Instant.from('2026-11-24T14:02:00Z'),
  answer,
})
const says = (yes: 'yes' | 'no', reference = ''): Ask['answer'] => ({
  says: yes,
  who: 'Camille',
  reference,
  at: Temporal.Instant.from('2026-11-23T09:05:00Z'),
})
const dealt = (a: Accepted | null, q: Ask | null) => ({
  accepted: new Map(a ? [['f', a]] : []),
  asked: new Map(q ? [['f', q]] : []),
})
const state = (a: Accepted | null, q: Ask | null, badness = 10) => stateOf({ ...finding, badness }, dealt(a, q), now)

describe('an accepted finding', () => {
  test('is quiet while it is no worse, and open again when it is', () => {
    expect(state(accepted(), null).state).toBe('accepted')
    expect(state(accepted(), null, 9).state).toBe('accepted')
    expect(state(accepted(), null, 10.5).state).toBe('open')
  })

  test('is quiet through its last day and open on the next', () => {
    const until = (day: string) => accepted({ until: Temporal.PlainDate.from(day) })
    expect(state(until('2026-11-24'), null).state).toBe('accepted')
    expect(state(until('2026-11-23'), null).state).toBe('open')
  })

  test('judges the day by clocks where the executive is', () => {
    const kiribati = now.withTimeZone('Pacific/Kiritimati')
    const until = accepted({ until: Temporal.PlainDate.from('2026-11-24') })
    expect(stateOf(finding, dealt(until, null), kiribati).state).toBe('open')
  })
})

describe('a finding somebody was asked about', () => {
  test('is amber until a person records an answer', () => {
    expect(state(null, ask())).toEqual({ state: 'asked', words: 'asked 14:02, no answer', askId: 'q' })
  })

  test('stays amber however bad it gets', () => {
    expect(state(null, ask(), 999).state).toBe('asked')
  })

  test('is closed by a yes, which says who, when and under which reference', () => {
    expect(state(null, ask(says('yes', 'K7Q2')))).toEqual({
      state: 'accepted',
      words: 'Camille said yes, Mon 23 Nov 09:05 (K7Q2)',
      askId: null,
    })
  })

  test('opens again when it gets worse than what they said yes to', () => {
    expect(state(null, ask(says('yes')), 11).state).toBe('open')
  })

  test('is open after a no, and says so', () => {
    expect(state(null, ask(says('no')))).toMatchObject({ state: 'open', words: 'Camille said no, Mon 23 Nov 09:05' })
  })
})

test('what needs somebody comes first, whatever order it came in', () => {
  const ranked = fc.record({
    state: fc.constantFrom('open', 'asked', 'accepted'),
    weight: fc.constantFrom('never', 'avoid', 'prefer'),
    cost: fc.nat(2000),
    start: fc.constantFrom('2026-11-24T09:00:00Z', '2026-11-24T10:00:00+01:00', '2026-11-25T09:00:00Z'),
  } as const)
  fc.assert(
    fc.property(fc.array(ranked), (list) => {
      const sorted = [...list].sort(byNeed)
      const firstQuiet = sorted.findIndex((f) => f.state === 'accepted')
      if (firstQuiet >= 0) expect(sorted.slice(firstQuiet).every((f) => f.state === 'accepted')).toBe(true)
      sorted.forEach((f, i) => {
        const before = sorted[i - 1]
        if (before) expect(byNeed(before, f)).toBeLessThanOrEqual(0)
      })
    }),
  )
})
