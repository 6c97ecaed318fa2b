import { describe, expect, test } from 'vitest'
import type { PlanDue } from '../due.ts'
import { judge } from '../judge.ts'
import { instant, planOf, ruleOf } from '../testing.ts'

const due = (more: Partial<PlanDue> = {}): PlanDue => {
  const dueAt = more.dueAt === undefined ? instant('2026-11-27T16:00:00Z') : more.dueAt
  return {
    key: 'commitment:1',
    span: { start: instant('2026-11-20T09:00:00Z'), end: dueAt ?? instant('2026-11-20T09:00:01Z') },
    label: 'desk',
    what: 'commitment',
    title: 'the price sheet',
    kind: '',
    owner: 'theirs',
    who: 'Marc Laurent',
    to: 'Dana Okafor',
    asked: '',
    askedAt: instant('2026-11-20T09:00:00Z'),
    chaseAt: instant('2026-11-27T09:00:00Z'),
    closedAt: null,
    effort: null,
    routine: false,
    project: null,
    hangsOn: [],
    ...more,
    dueAt,
  }
}
const found = (kind: string, at: string | null, one: PlanDue) =>
  judge(planOf([], { at: at === null ? null : instant(at), dues: [one] }), [ruleOf(kind)])
const words = (...given: Parameters<typeof found>) => found(...given).map((one) => one.words)
const ours = { owner: 'executive', who: 'Dana Okafor', to: 'Camille Aubry', title: 'the redlines' } as const

describe('what is owed to us', () => {
  test('is asked after from its day on, and not before', () => {
    expect(words('chase-due', '2026-11-27T08:59:00Z', due())).toEqual([])
    expect(words('chase-due', '2026-11-27T09:00:00Z', due())).toEqual(['Marc Laurent owes “the price sheet”'])
    expect(words('chase-due', '2026-11-29T16:00:00Z', due())).toEqual([
      'Marc Laurent owes “the price sheet”, 2 days late',
    ])
  })

  test('is silent once it is settled, and where nobody says what time it is', () => {
    expect(words('chase-due', '2026-11-30T09:00:00Z', due({ closedAt: instant('2026-11-28T09:00:00Z') }))).toEqual([])
    expect(words('chase-due', null, due())).toEqual([])
    expect(words('promise-late', '2026-11-30T09:00:00Z', due())).toEqual([])
  })
})

describe('what we owe', () => {
  test('is never silent once it is late; live with it, and it comes back a week later', () => {
    expect(words('promise-late', '2026-11-27T16:00:00Z', due(ours))).toEqual([])
    const [late] = found('promise-late', '2026-11-28T16:00:00Z', due(ours))
    expect(late?.words).toBe('Dana Okafor promised “the redlines” to Camille Aubry: 1 day late')
    const badness = (at: string) => found('promise-late', at, due(ours))[0]?.badness ?? 0
    expect(badness('2026-12-03T16:00:00Z')).toBe(late?.badness)
    expect(badness('2026-12-05T16:00:00Z')).toBeGreaterThan(late?.badness ?? 0)
    expect(words('chase-due', '2026-11-30T09:00:00Z', due(ours))).toEqual([])
  })

  test('may have no day', () => {
    expect(words('promise-late', '2026-11-30T09:00:00Z', due({ ...ours, dueAt: null }))).toEqual([])
  })
})
