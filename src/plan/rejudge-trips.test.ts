import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { deskRules } from '../../bench/year.ts'
import { changedKeys } from './cascade/cascade.ts'
import { changedPlan } from './cascade/changed.ts'
import { judge, judged } from './judge.ts'
import type { Plan, PlanItem } from './plan.ts'
import { rejudge } from './rejudge.ts'
import { kinds } from './rules/kinds.ts'
import type { PlanSegment, PlanTrip } from './segment.ts'
import { guest, instant, planOf, ruleOf, thing } from './testing.ts'
import { asInstant, hourMs, minuteMs } from './time.ts'
import { end, onCalendar, part, point, tripOf } from './trips/testing.ts'
import { whereaboutsOf } from './whereabouts.ts'

const rules = [
  ...deskRules(21),
  ...kinds
    .filter(({ reach, params }) => params.safeParse({}).success && reach({}, planOf([])).by === 'trip')
    .map(({ kind }) => ruleOf(kind)),
  ruleOf('late'),
]
const base = instant('2026-11-02T00:00:00Z')
const text = (minutes: number) =>
  Temporal.Instant.fromEpochMilliseconds(base + minutes * minuteMs)
    .toString()
    .slice(0, 16)
    .replace('T', ' ')
const airports = ['LCY', 'ZRH', 'JFK', 'HND', 'CDG/2E', 'CDG/2G']

const someSegment = fc
  .record({
    kind: fc.constantFrom('flight', 'flight', 'train', 'ride', 'stay', 'meal', 'meeting'),
    start: fc.integer({ min: 0, max: 20 * 48 }),
    length: fc.integer({ min: 1, max: 30 }),
    from: fc.constantFrom(...airports, 'Seehof'),
    to: fc.constantFrom(...airports, 'Seehof'),
    status: fc.constantFrom('intended', 'requested', 'booked', 'cancelled'),
    needs: fc.array(fc.nat(9), { maxLength: 2 }),
    known: fc.integer({ min: 0, max: 9 }),
    fare: fc.boolean(),
    trip: fc.nat(2),
  })
  .map(({ kind, start, length, from, to, status, needs, known, fare, trip }) => (n: number): [number, PlanSegment] => [
    trip,
    part(
      kind as PlanSegment['kind'],
      `s${n}`,
      end(from, known === 0 ? null : text(start * 30)),
      end(to, known === 1 ? null : text(start * 30 + length * 30 + 720)),
      {
        status: status as PlanSegment['status'],
        dependsOn: [...needs.map((i) => `segment:s${i}`), ...(fare ? ['m0'] : [])],
        ...(fare && { fare: { changeable: false, changeableUntil: null, refundable: false, refundableUntil: null } }),
      },
    ),
  ])

const someMeeting = fc
  .record({
    start: fc.integer({ min: 0, max: 20 * 48 }),
    length: fc.integer({ min: 1, max: 8 }),
    answer: fc.constantFrom('accepted', 'tentative'),
  })
  .map(({ start, length, answer }) => (n: number): PlanItem => {
    const from = base + start * 30 * minuteMs
    const span = { start: asInstant(from), end: asInstant(from + length * 30 * minuteMs) }
    return thing(`m${n}`, '2026-11-02 09:00', '10:00', {
      span,
      people: [guest('Ann', answer as 'accepted')],
      kind: 'external',
    })
  })

const somePlan = fc
  .record({ segments: fc.array(someSegment, { maxLength: 10 }), meetings: fc.array(someMeeting, { maxLength: 20 }) })
  .map(({ segments, meetings }): Plan => {
    const made = onCalendar(segments.map((make, n) => make(n)[1]))
    const trips = [0, 1, 2].map((which): PlanTrip => {
      const own = made.segments.filter((_, n) => (segments[n] as (typeof segments)[number])(n)[0] === which)
      const first = `2026-11-${String(3 + which * 6).padStart(2, '0')}`
      const last = `2026-11-${String(8 + which * 6).padStart(2, '0')}`
      return tripOf(first, last, own, { key: `trip:${which}`, points: [point(`p${which}`, null)] })
    })
    const items = [...made.items, ...meetings.map((make, n) => make(n))]
    return planOf(items, { at: instant('2026-11-03T09:00:00Z'), trips })
  })

const told = (findings: ReturnType<typeof judge>) =>
  findings.map(({ fingerprint, span, items, words, badness, label, fixes }) => ({
    fingerprint,
    span,
    items,
    words,
    badness,
    label,
    fixes,
  }))

test('a changed segment, wherever it carries its traveller, is judged again as everything would be', () => {
  fc.assert(
    fc.property(
      somePlan,
      fc.nat(9),
      fc.integer({ min: -200, max: 200 }),
      fc.constantFrom(...airports),
      (plan, which, shift, to) => {
        const key = `segment:s${which}`
        const segment = plan.trips?.flatMap(({ segments }) => segments).find((one) => one.key === key)
        if (!segment?.span) return
        const by = shift * 30 * minuteMs
        const after = changedPlan(plan, key, {
          from: { at: asInstant(segment.span.start + by) },
          to: { ...end(to, null), at: asInstant(segment.span.end + by + hourMs) },
        })
        const again = rejudge(judged(plan, rules), after, changedKeys(plan.items, after.items))
        expect(told(again.findings)).toEqual(told(judge({ ...after }, rules)))
      },
    ),
    { numRuns: 300 },
  )
})

test('the executive being elsewhere, and a meeting beside a trip, are judged again as everything would be', () => {
  fc.assert(
    fc.property(somePlan, someMeeting, fc.nat(19), (plan, other, which) => {
      const items = plan.items.filter(({ key }) => key !== `m${which}`)
      const all = planOf([...items, other(which)]).items
      const whereabouts = whereaboutsOf(all.slice(0, -1), { place: 'Home', zone: 'Europe/London' }, plan.window.start)
      const after = { ...plan, items: all, whereabouts }
      const again = rejudge(judged(plan, rules), after, [`m${which}`])
      expect(told(again.findings)).toEqual(told(judge({ ...after }, rules)))
    }),
    { numRuns: 200 },
  )
})

test('a changed plan is the plan that would have been built', () => {
  fc.assert(
    fc.property(somePlan, fc.nat(9), fc.integer({ min: -200, max: 200 }), (plan, which, shift) => {
      const key = `segment:s${which}`
      const segment = plan.trips?.flatMap(({ segments }) => segments).find((one) => one.key === key)
      if (!segment?.span) return
      const by = shift * 30 * minuteMs
      const at = { from: { at: asInstant(segment.span.start + by) }, to: { at: asInstant(segment.span.end + by) } }
      const after = changedPlan(plan, key, at)
      const zones = (all: Plan['whereabouts']) => all.map(({ from, zone }) => `${from} ${zone}`).sort()
      const built = whereaboutsOf(after.items, { place: 'Home', zone: 'Europe/London' }, plan.window.start)
      expect(zones(after.whereabouts)).toEqual(zones(built))
      expect(after.items).toEqual(planOf(after.items).items)
    }),
  )
})
