import { describe, expect, test } from 'vitest'
import { instant, planOf, ruleOf, thing } from '../testing.ts'
import { utc, zoneOf } from '../zone.ts'
import type { Ask, Asked } from './ask.ts'
import { findOffers } from './find.ts'
import { offerWords } from './words.ts'

const span = (from: string, to: string) => ({ start: instant(from), end: instant(to) })
const person = (id: string, busy: Asked['busy'] = [], more: Partial<Asked> = {}): Asked => ({
  id,
  zone: 'Europe/Zurich',
  required: true,
  busy,
  rules: [],
  ...more,
})
const ask = (people: readonly Asked[], more: Partial<Ask> = {}): Ask => ({
  window: span('2026-03-02T08:00:00Z', '2026-03-02T11:00:00Z'),
  zone: 'Europe/Zurich',
  durationMinutes: 30,
  granularityMinutes: 30,
  limit: 10,
  people,
  rules: [],
  spread: null,
  meeting: { title: 'Meeting', kind: 'meeting', place: null, link: null, people: [], label: 'open' },
  at: null,
  ...more,
})
const told = (a: Ask): string[] =>
  findOffers(a).offers.map(({ span, cost }) => `${offerWords(span, zoneOf(a.zone) ?? utc)} ${cost}`)

test('offers every free slot of the grid, and tells who removed the others', () => {
  const a = ask([person('dana', [span('2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z')]), person('ravi')])
  expect(told(a)).toEqual([
    'Monday 2 March, 10:00–10:30 (Zurich) 0',
    'Monday 2 March, 10:30–11:00 (Zurich) 0',
    'Monday 2 March, 11:00–11:30 (Zurich) 0',
    'Monday 2 March, 11:30–12:00 (Zurich) 0',
  ])
  expect([...findOffers(a).removed]).toEqual([['busy:dana', { count: 2, label: 'open' }]])
})

test('a rule never removes, avoid costs, with words', () => {
  const hours = { days: { MO: [['09:30', '11:00']] } }
  const a = ask([person('dana', [span('2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z')])], {
    rules: [ruleOf('hours', hours), ruleOf('buffer', { beforeMinutes: 15 }, { weight: 'prefer' })],
  })
  expect(told(a)).toEqual([
    'Monday 2 March, 10:30–11:00 (Zurich) 0',
    'Monday 2 March, 10:00–10:30 (Zurich) 10',
    'Monday 2 March, 11:00–11:30 (Zurich) 100',
    'Monday 2 March, 11:30–12:00 (Zurich) 100',
  ])
  expect(findOffers(a).offers.flatMap((o) => o.findings.map((f) => f.words))).toEqual([
    'No time between “Busy”, until 10:00, and “Meeting” at 10:00; 15 min are wanted',
    '“Meeting”, 11:00–11:30, is 30 min outside the hours',
    '“Meeting”, 11:30–12:00, is 30 min outside the hours',
  ])
})

test('says what stands in the way', () => {
  const a = ask([person('dana', [span('2026-03-02T08:00:00Z', '2026-03-02T11:00:00Z')]), person('ravi')], {
    rules: [ruleOf('hours', { days: { MO: [['09:00', '10:00']] } }, { weight: 'never' })],
  })
  const { offers, removed, standsInTheWay } = findOffers(a)
  expect([offers, Object.fromEntries(removed)]).toMatchObject([[], { 'busy:dana': { count: 6 }, hours: { count: 4 } }])
  expect(standsInTheWay).toEqual([
    {
      give: ['busy:dana'],
      opens: 2,
      first: { span: span('2026-03-02T08:00:00Z', '2026-03-02T08:30:00Z'), cost: 0 },
      label: 'open',
    },
  ])
})

describe('somebody with a whole plan', () => {
  const day = '2026-03-02'
  const zurich = { zone: 'Europe/Zurich' }
  const items = [
    thing('Board', `${day} 09:00`, '10:00', { ...zurich, place: 'Bahnhofstrasse', kind: 'board' }),
    thing('Doctor', `${day} 11:30`, '12:00', { ...zurich, kind: 'personal', label: 'private' }),
  ]
  const plan = planOf(items, {
    travelMinutes: { Bahnhofstrasse: { Hafen: 40 } },
    whereabouts: [{ from: instant('2026-01-01T00:00:00Z'), place: null, zone: 'Europe/Zurich' }],
  })
  const at = (place: string | null, rules: Asked['rules']) => {
    const meeting = { ...ask([]).meeting, kind: 'external', label: 'desk' as const }
    const placed = { ...meeting, place: place === null ? null : { name: place, geo: null } }
    return findOffers(ask([person('dana', [], { plan, rules })], { meeting: placed }))
  }
  const clocks = (answer: ReturnType<typeof at>): string[] =>
    answer.offers.map(({ span }) => offerWords(span, zoneOf('Europe/Zurich') ?? utc).slice(16, 21))

  test('is offered no time nobody can get to', () => {
    expect(clocks(at(null, [ruleOf('travel', {}, { weight: 'never' })]))).toEqual(['10:00', '10:30', '11:00'])
    const far = at('Hafen', [ruleOf('travel', {}, { weight: 'never' })])
    expect(clocks(far)).toEqual(['11:00'])
    expect(far.removed.get('travel')).toEqual({ count: 2, label: 'desk' })
  })

  test('keeps what is private under its label', () => {
    const { offers, removed } = at(null, [ruleOf('buffer', { afterMinutes: 30 })])
    expect(removed.get('busy:dana')).toEqual({ count: 3, label: 'private' })
    expect(offers.map(({ findings }) => findings.map(({ label }) => label))).toEqual([[], ['desk'], ['private']])
  })

  test('is asked by rules that name kinds of meeting only about those', () => {
    const boards = (kind: string) => ruleOf('day-limit', { meetings: 1 }, { weight: 'never', scope: { kinds: [kind] } })
    expect(at(null, [boards('board')]).offers).toHaveLength(3)
    expect(at(null, [boards('external')]).offers).toHaveLength(3)
    const both = ruleOf('day-limit', { meetings: 1 }, { weight: 'never', scope: { kinds: ['board', 'external'] } })
    expect(at(null, [both])).toMatchObject({ offers: [], standsInTheWay: [{ give: ['day-limit'], opens: 3 }] })
  })
})

test('what has begun when it is asked is the shortest notice of all', () => {
  const rules = [ruleOf('notice', { minutes: 60 })]
  const a = ask([person('dana')], { rules, at: instant('2026-03-02T09:00:00Z') })
  expect(told({ ...a, rules: [ruleOf('notice', { minutes: 60 }, { weight: 'never' })] })).toEqual([
    'Monday 2 March, 11:00–11:30 (Zurich) 0',
    'Monday 2 March, 11:30–12:00 (Zurich) 0',
  ])
  expect(findOffers(a).offers.map(({ cost }) => cost)).toEqual([0, 0, 100, 100, 100, 100])
  const late = ask([person('dana')], { rules, at: instant('2026-03-03T09:00:00Z') })
  expect(findOffers(late).offers.map(({ cost }) => cost)).toEqual([100, 100, 100, 100, 100, 100])
})
