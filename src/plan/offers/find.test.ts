import { expect, test } from 'vitest'
import { instant, ruleOf } from '../testing.ts'
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
