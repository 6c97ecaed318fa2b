import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../judge.ts'
import type { Plan, PlanItem } from '../../plan.ts'
import type { Rule } from '../../rule.ts'
import { kindOf, kinds } from '../../rules/kinds.ts'
import { instant, planOf, ruleOf, thing } from '../../testing.ts'
import { asDay, asInstant, dayMs, hourMs, minuteMs, type Span } from '../../time.ts'
import type { Ask, Asked } from '../ask.ts'
import { has } from '../bits.ts'
import { type Calendar, readAtHome, readIn } from '../calendar.ts'
import { candidateFor, isCandidate } from '../candidate.ts'
import { type Grid, gridOf } from '../grid.ts'
import { brokenBy } from './swift.ts'

/** Around the days on which these zones change their clocks, Beirut, Havana and Lord Howe at or near midnight or by half an hour. */
const changes = [
  ['Europe/Zurich', '2026-03-28T00:00:00Z'],
  ['Europe/Zurich', '2026-10-24T00:00:00Z'],
  ['America/Havana', '2026-10-31T00:00:00Z'],
  ['Asia/Beirut', '2026-03-27T12:00:00Z'],
  ['Asia/Beirut', '2026-10-24T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T00:00:00Z'],
  ['America/St_Johns', '2026-07-01T00:00:00Z'],
] as const

const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 })
const clockAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const range = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([from, length]) => [from * 15, Math.min(1440, (from + length) * 15)] as const)
const clocks = range.map(([from, to]) => ({ from: clockAt(from), to: clockAt(to), minutes: to - from }))

/** Parameters of every kind that fit its shape. */
const params: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  overlap: fc.constant({}),
  travel: fc.record({ marginMinutes: fc.integer({ min: 0, max: 60 }) }),
  buffer: fc.record({ beforeMinutes: fc.integer({ min: 1, max: 90 }), afterMinutes: fc.integer({ min: 1, max: 90 }) }),
  hours: fc.dictionary(fc.constantFrom('SA', 'SU', 'MO', 'FR'), fc.array(range, { maxLength: 3 })).map((days) => ({
    days: Object.fromEntries(Object.entries(days).map(([d, all]) => [d, all.map((r) => r.map(clockAt))])),
  })),
  protected: fc.oneof(
    fc.record({ days: weekdays, clocks }).map(({ days, clocks: { from, to } }) => ({ days, from, to })),
    fc.record({ days: weekdays, clocks, part: fc.double({ min: 0.01, max: 1, noNaN: true }) }).map((p) => ({
      days: p.days,
      from: p.clocks.from,
      to: p.clocks.to,
      minutes: Math.max(1, Math.floor(p.part * p.clocks.minutes)),
    })),
  ),
  'day-limit': fc.oneof(
    fc.record({ meetings: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ minutes: fc.integer({ min: 30, max: 600 }) }),
  ),
  stretch: fc.record({ minutes: fc.integer({ min: 15, max: 400 }), breakMinutes: fc.integer({ min: 1, max: 90 }) }),
  night: fc.record({ minutes: fc.integer({ min: 60, max: 1440 }) }),
  notice: fc.record({ minutes: fc.integer({ min: 1, max: 3000 }) }),
  'no-meetings': fc.record({ days: weekdays }),
  length: fc.record({ minutes: fc.integer({ min: 5, max: 90 }) }),
  'move-limit': fc.constant({ moves: 0 }),
  'stays-in-weekday': fc.constant({}),
  drift: fc.constant({ zone: 'America/New_York' }),
  'private-dates': fc.record({
    dates: fc.subarray(['03-29', '2026-10-25', '11-01', '03-28', '04-05'], { minLength: 1 }),
  }),
  'public-holidays': fc
    .subarray(['2026-03-27', '2026-03-29', '2026-10-25', '2026-11-01', '2026-04-05'], { minLength: 1 })
    .map((dates) => ({ where: 'GB', dates: Object.fromEntries(dates.map((date) => [date, 'A holiday'])) })),
  'has-place': fc.constant({}),
  unanswered: fc.constant({ minutes: 40_000 }),
}

const dayAt = (from: string, later: number) => asDay(Math.floor(instant(from) / dayMs) + later)

const scope: fc.Arbitrary<Rule['scope']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ kinds: ['external', 'focus'] }) },
  { weight: 1, arbitrary: fc.constant({ people: ['ann@guests.example'] }) },
  { weight: 1, arbitrary: fc.constantFrom(...changes).map(([, from]) => ({ until: dayAt(from, 1) })) },
  { weight: 1, arbitrary: fc.constantFrom(...changes).map(([, from]) => ({ from: dayAt(from, 2) })) },
  { weight: 1, arbitrary: fc.constant({ owner: 'assistant' as const }) },
)

const taken = fc.array(
  fc.record({
    start: fc.oneof(
      fc.integer({ min: -10, max: 100 }).map((n) => n * 2),
      fc.integer({ min: -200, max: 500 }),
    ),
    length: fc.oneof(
      fc.constantFrom(0, 3, 6, 9, 12),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 20, max: 300 }),
    ),
    kind: fc.constantFrom('internal', 'external', 'focus', 'personal', 'travel'),
    place: fc.constantFrom('A', 'B', undefined),
    isFlight: fc.integer({ min: 0, max: 14 }).map((n) => n === 0),
    isAnn: fc.boolean(),
  }),
  { maxLength: 14 },
)

const meeting = fc.record({
  kind: fc.constantFrom('internal', 'external', 'focus', 'personal', 'travel'),
  place: fc.constantFrom('A', 'B', null),
  isAnn: fc.boolean(),
})

const someCase = fc.record({
  change: fc.constantFrom(...changes),
  gridZone: fc.constantFrom('Europe/Zurich', 'Asia/Kathmandu', 'America/Havana'),
  durationMinutes: fc.oneof(fc.constantFrom(15, 30, 45, 60, 90), fc.integer({ min: 1, max: 3000 })),
  granularityMinutes: fc.constantFrom(15, 20, 30, 50, 60),
  days: fc.integer({ min: 1, max: 3 }),
  taken,
  meeting,
  scope,
})
type Case = typeof someCase extends fc.Arbitrary<infer T> ? T : never

const ann = { address: 'ann@guests.example', name: null, answer: 'accepted' as const, required: true }

const itemsOf = ({ taken, change }: Case): PlanItem[] =>
  taken.map(({ start, length, kind, place, isFlight, isAnn }, n) => {
    const from = asInstant(instant(change[1]) + start * 7.5 * minuteMs)
    const span = { start: from, end: asInstant(from + length * 5 * minuteMs) }
    const zones = isFlight ? { zone: change[0], endZone: 'America/New_York' } : { zone: null, endZone: null }
    return thing(`thing ${n}`, '2026-03-01 00:00', '01:00', {
      ...zones,
      ...(place && { place }),
      span,
      kind,
      people: isAnn ? [ann] : [],
    })
  })

const askOf = (c: Case): Ask => {
  const from = instant(c.change[1])
  return {
    window: { start: from, end: asInstant(from + c.days * dayMs + 90 * minuteMs) },
    zone: c.gridZone,
    durationMinutes: c.durationMinutes,
    granularityMinutes: c.granularityMinutes,
    limit: null,
    people: [],
    rules: [],
    spread: null,
    meeting: {
      title: 'Asked',
      kind: c.meeting.kind,
      place: c.meeting.place === null ? null : { name: c.meeting.place, geo: null },
      link: null,
      people: c.meeting.isAnn ? [ann] : [],
      label: 'desk',
    },
    at: asInstant(from + 9 * hourMs),
  }
}

/** What the judge says of the whole plan with one candidate in it. */
const judgedOne = (plan: Plan, rule: Rule, candidate: PlanItem): boolean => {
  const { key } = candidate
  const whole = planOf([...plan.items, candidate], { ...plan, items: [] })
  const items = [...plan.items, candidate].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : 1),
  )
  return judge({ ...whole, items }, [rule]).some((finding) => finding.items.includes(key))
}

const check = (ask: Ask, plan: Plan, calendar: Calendar, rule: Rule): void => {
  const grid: Grid = gridOf(ask)
  const candidate = candidateFor(ask)
  const kind = kindOf(rule.kind)
  if (!kind) throw new Error(rule.kind)
  const bits = brokenBy({
    calendar,
    ready: { rule, kind, params: kind.params.parse(rule.params), text: '' },
    grid,
    candidate,
    wanted: null,
  })
  for (let i = 0; i < grid.count; i++) {
    const span: Span = grid.spanOf(i)
    const expected = judgedOne(plan, rule, candidate(span))
    if (has(bits, i) !== expected)
      throw new Error(
        `${rule.kind} ${JSON.stringify(rule.params)} ${instantOf(span)} ${ask.durationMinutes} min: the judge says ${expected}`,
      )
  }
  expect(isCandidate(candidate(grid.count > 0 ? grid.spanOf(0) : ask.window))).toBe(true)
}

const instantOf = ({ start }: Span): string => Temporal.Instant.fromEpochMilliseconds(start).toString()

/** A new kind is judged candidate by candidate until it is made swift; then its parameters belong above. */
const held = kinds.map(({ kind }) => kind).filter((kind) => kind in params)

describe.each(held)('%s, asked about all candidates at once', (kind) => {
  const given = params[kind] ?? fc.constant({})

  test('says of a real plan what the judge says of each', () => {
    fc.assert(
      fc.property(someCase, given, (c, params) => {
        const ask = askOf(c)
        const home = { place: 'Home', zone: c.change[0] }
        const items = itemsOf(c)
        const base = planOf(items, { window: ask.window, at: ask.at, travelMinutes: { A: { B: 25 } } })
        const first = { from: base.window.start, ...home }
        const plan = { ...base, whereabouts: [first, ...base.whereabouts.slice(1)] }
        const person: Asked = { id: 'dana', zone: c.change[0], required: true, busy: [], rules: [], plan }
        check(ask, plan, readAtHome(ask, person), ruleOf(kind, params, { scope: c.scope }))
      }),
      { numRuns: 100 },
    )
  })

  test('says of plain spans what the judge says of each', () => {
    fc.assert(
      fc.property(someCase, given, (c, params) => {
        const ask = askOf(c)
        const busy = itemsOf(c).map(({ span }) => span)
        const person: Asked = { id: 'dana', zone: c.change[0], required: true, busy, rules: [] }
        const calendar = readIn(ask, person, person.zone)
        const items = Array.from({ length: calendar.columns.count }, (_, i) => calendar.itemOf(i))
        check(ask, { ...calendar.plan, items }, calendar, ruleOf(kind, params, { scope: c.scope }))
      }),
      { numRuns: 100 },
    )
  })
})
