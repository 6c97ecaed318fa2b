import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fix } from '../finding.ts'
import { judge, judged } from '../judge.ts'
import type { Plan } from '../plan.ts'
import { guest, instant, planOf, ruleOf, thing } from '../testing.ts'
import { dayFromText, wallFromText } from '../text.ts'
import { asInstant, minuteMs } from '../time.ts'
import { end, flight, part, planFor, point, stay, tripOf } from '../trips/testing.ts'
import { movedTo, withItem } from '../weigh.ts'
import { zoneOf } from '../zone.ts'
import { cascade, cascadeFrom } from './cascade.ts'
import { changedPlan } from './changed.ts'

const kinds = [
  'as-asked',
  'connection',
  'ride-fits',
  'bed-every-night',
  'arrive-in-time',
  'nothing-in-the-air',
  'confirmed-in-time',
]
const rules = ['overlap', 'travel', ...kinds, 'rest-after-night-flight', 'points-owned', 'zone-known'].map((kind) =>
  ruleOf(kind),
)

const zurich = 'Europe/Zurich'
const out = flight('XQ 345', 'LCY', '2026-11-24 17:55', 'ZRH', '2026-11-24 20:40', { confirmation: 'K7Q2' })
const key = out.key
const car = part('ride', 'Car to Seehof', end('ZRH', '2026-11-24 21:00'), end('Seehof', '2026-11-24 21:30', zurich), {
  status: 'confirmed',
  people: [{ name: 'Alder Cars', address: 'desk@alder.example' }],
  dependsOn: [key],
})
const toCity = part('ride', 'Cab to City', end('Finsbury Sq', '2026-11-24 16:00'), end('LCY', '2026-11-24 16:45'), {
  status: 'intended',
})
const hotel = stay('Seehof', '2026-11-24 21:30', '2026-11-26 10:00')
const dinner = thing('Dinner with Harlan', '2026-11-24 22:00', '23:30', {
  zone: zurich,
  kind: 'external',
  people: [guest('Harlan')],
})
const plan = planFor(tripOf('2026-11-24', '2026-11-26', [toCity, out, car, hotel]), [dinner])
const later = (minutes: number) => ({
  from: { at: asInstant((out.span?.start ?? 0) + minutes * minuteMs) },
  to: { at: asInstant((out.span?.end ?? 0) + minutes * minuteMs) },
})

describe('a flight that is two hours late', () => {
  const after = changedPlan(plan, key, later(120))
  const { steps, stands, gone } = cascade(plan, after, rules)

  test('leaves behind what no longer works, each with how far its way out reaches', () => {
    expect(steps.map(({ finding, fixes }) => [finding.words, fixes[0]?.reach])).toEqual([
      [
        '“Car to Seehof” is there Tue 24 Nov, 21:00 (Zurich), 1 h 40 min before “XQ 345” arrives, Tue 24 Nov, 22:40 (Zurich)',
        'world',
      ],
      [
        '“XQ 345” arrives Tue 24 Nov, 22:40 (Zurich) and “Dinner with Harlan” begins at 22:00 (Zurich): 40 min after it began, 1 h 15 min are wanted, 30 min of it for the way',
        'world',
      ],
      [
        '“Cab to City” arrives Tue 24 Nov, 16:45 (London), 3 h 10 min before “XQ 345” leaves, Tue 24 Nov, 19:55 (London); 2 h 10 min later would do',
        'desk',
      ],
    ])
  })

  test('tells one trouble once, whichever rules speak of it', () => {
    expect(steps.map(({ also }) => also.map(({ kind }) => kind))).toEqual([['overlap'], ['overlap'], []])
  })

  test('says what gives way: when it was and when it would be', () => {
    const step = steps.find(({ finding }) => finding.kind === 'ride-fits')
    expect(step).toMatchObject({
      key: car.key,
      title: 'Car to Seehof',
      was: 'Tue 24 Nov, 21:00 (Zurich)',
      would: 'Tue 24 Nov, 23:10 (Zurich)',
    })
  })

  test('leaves as it was what still holds', () => {
    expect(stands.map(({ title }) => title)).toEqual(['Seehof'])
    expect(gone).toEqual([])
  })
})

describe('the order of the steps', () => {
  test('asks first what has to be asked, and changes what hangs on it after', () => {
    const first = flight('XQ 1', 'LCY', '2026-11-24 08:00', 'CDG', '2026-11-24 10:20')
    const next = flight('ZV 9', 'CDG', '2026-11-24 11:40', 'ZRH', '2026-11-24 13:00', { confirmation: 'B2' })
    const ride = part('ride', 'Car', end('ZRH', '2026-11-24 13:20'), end('Seehof', '2026-11-24 13:50', zurich), {
      status: 'intended',
    })
    const meeting = thing('Board', '2026-11-24 15:00', '16:00', { zone: zurich, kind: 'board' })
    const before = planFor(
      tripOf('2026-11-24', '2026-11-25', [first, next, ride, stay('Seehof', '2026-11-24', '2026-11-25')]),
      [meeting],
    )
    const by = 90 * minuteMs
    const late = changedPlan(before, first.key, { to: { at: asInstant((first.span?.end ?? 0) + by) } })
    expect(cascade(before, late, rules).steps.map(({ title, fixes }) => [title, fixes[0]?.reach])).toEqual([
      ['ZV 9', 'world'],
    ])
    const both = changedPlan(late, next.key, {
      from: { at: asInstant((next.span?.start ?? 0) + 20 * minuteMs) },
      to: { at: asInstant((next.span?.end ?? 0) + 30 * minuteMs) },
    })
    expect(cascade(before, both, rules).steps.map(({ title, fixes }) => [title, fixes[0]?.reach])).toEqual([
      ['ZV 9', 'world'],
      ['Car', 'desk'],
    ])
  })
})

test('what an earlier change broke is said still after another one, until it holds', () => {
  const late = changedPlan(plan, key, later(120))
  const told = (after: Plan) => cascade(late, after, rules).steps.map(({ title }) => title)
  const all = cascade(plan, late, rules).steps.map(({ title }) => title)
  const seated = cascade(late, changedPlan(late, key, { seat: '4A' }), rules)
  expect(seated.steps.map(({ title }) => title)).toEqual(all)
  expect(seated.stands.map(({ title }) => title)).toEqual(['Seehof'])
  const lessLate = cascade(late, changedPlan(late, key, later(90)), rules)
  expect(lessLate.steps.map(({ title }) => title)).toEqual(all)
  expect(lessLate.gone).toEqual([])
  expect(told(plan)).toEqual([])
})

test('what a change puts right is said as well', () => {
  const broken = changedPlan(plan, key, later(120))
  const { gone, steps } = cascade(broken, plan, rules)
  expect(steps).toEqual([])
  expect(gone.map(({ kind }) => kind)).toContain('ride-fits')
})

test('a segment that will not happen leaves the calendar, and with it the clocks it would have changed', () => {
  const after = changedPlan(plan, key, { status: 'cancelled' })
  expect(after.items.map(({ title }) => title)).not.toContain('XQ 345')
  expect(after.whereabouts).toHaveLength(1)
  const back = changedPlan(after, key, { status: 'booked' })
  expect(back.items.find(({ title }) => title === 'XQ 345')?.span).toEqual(out.span)
  expect(back.whereabouts.map(({ zone }) => zone)).toEqual(['Europe/London', zurich])
})

test('whole days go where the executive is', () => {
  const off = thing('Retreat', '2026-11-25 00:00', '2026-11-26 00:00', {
    zone: null,
    allDay: { from: dayFromText('2026-11-25') ?? (0 as never), to: dayFromText('2026-11-26') ?? (0 as never) },
    span: { start: instant('2026-11-24T23:00:00Z'), end: instant('2026-11-25T23:00:00Z') },
  })
  const away = planFor(tripOf('2026-11-24', '2026-11-26', [out]), [
    {
      ...off,
      wallStart: wallFromText('2026-11-25T00:00') ?? off.wallStart,
      wallEnd: wallFromText('2026-11-26T00:00') ?? off.wallEnd,
    },
  ])
  const stays = changedPlan(away, key, { status: 'cancelled' })
  expect(stays.items.find(({ title }) => title === 'Retreat')?.span.start).toBe(instant('2026-11-25T00:00:00Z'))
})

/** What performing a fix of the desk would make of the plan. */
const performed = (before: Plan, { operation, input }: Fix): Plan => {
  const of = String(input.key)
  const set = (input.set ?? {}) as {
    from?: { local: string }
    to?: { local: string }
    ownerId?: string
    dueOn?: string
  }
  if (operation === 'segment.edit') {
    const wall = (local: string) => ({ wall: wallFromText(local) })
    return changedPlan(before, of, {
      ...(set.from && { from: wall(set.from.local) }),
      ...(set.to && { to: wall(set.to.local) }),
    })
  }
  if (operation === 'event.move') {
    const item = before.items.find((one) => one.key === of)
    const when = input.when as { start: string; end: string; zone: string | null }
    const zone = zoneOf(when.zone ?? 'Europe/London')
    if (!item || !zone) throw new Error('nothing to move')
    const at = (text: string) => zone.toInstant(wallFromText(text) ?? (0 as never))
    return withItem(before, movedTo(item, { start: at(when.start), end: at(when.end) }))
  }
  if (operation === 'place.minutes')
    return { ...before, travelMinutes: { ...before.travelMinutes, [String(input.from)]: { [String(input.to)]: 5 } } }
  if (operation === 'segment.add') {
    const ends = input as { from: { local: string }; to: { local: string } }
    const bed = part('stay', 'Bed', end(null, ends.from.local, null), end(null, ends.to.local, null))
    const trips = (before.trips ?? []).map((trip) =>
      trip.key === of ? { ...trip, segments: [...trip.segments, { ...bed, status: 'intended' as const }] } : trip,
    )
    return { ...before, trips }
  }
  const trips = (before.trips ?? []).map((trip) => ({
    ...trip,
    points: trip.points.map((one) => (one.key === of ? { ...one, owner: 'Jo', dueAt: null } : one)),
  }))
  return { ...before, trips }
}

const shift = fc.integer({ min: -40, max: 40 }).map((quarters) => quarters * 15 * minuteMs)
const someTrip = fc
  .record({
    flights: fc.array(fc.record({ shift, wish: fc.boolean(), terminal: fc.constantFrom('', '/1', '/2') }), {
      minLength: 1,
      maxLength: 4,
    }),
    rides: fc.array(fc.record({ shift, wish: fc.boolean(), at: fc.nat(3) }), { maxLength: 3 }),
    meetings: fc.array(fc.record({ shift, alone: fc.boolean(), at: fc.nat(3) }), { maxLength: 3 }),
  })
  .map(({ flights, rides, meetings }) => {
    const route = ['LCY', 'CDG', 'ZRH', 'JFK', 'HND'] as const
    const at = (n: number, by: number) => asInstant(instant('2026-11-24T08:00:00Z') + n * 4 * 60 * minuteMs + by)
    const timed = (place: string, when: number) => {
      const ends = end(place, null)
      const wall = zoneOf(ends.zone ?? '')?.toWall(asInstant(when)) ?? null
      return {
        ...ends,
        wall,
        at: asInstant(when),
        day: wall === null ? null : (Math.floor(wall / 86_400_000) as never),
      }
    }
    const legs = flights.map((one, n) =>
      part(
        'flight',
        `F${n}`,
        timed(`${route[n]}${one.terminal}`, at(n, one.shift)),
        timed(route[n + 1] as string, at(n, one.shift) + 120 * minuteMs),
        {
          status: one.wish ? 'intended' : 'booked',
        },
      ),
    )
    const cars = rides.map((one, n) =>
      part(
        'ride',
        `R${n}`,
        timed(route[one.at] as string, at(one.at, one.shift)),
        timed('Seehof', at(one.at, one.shift) + 30 * minuteMs),
        {
          status: one.wish ? 'intended' : 'booked',
        },
      ),
    )
    const others = meetings.map((one, n) =>
      thing(`M${n}`, '2026-11-24 09:00', '10:00', {
        span: { start: at(one.at, one.shift), end: asInstant(at(one.at, one.shift) + 60 * minuteMs) },
        people: one.alone ? [] : [guest('Ann')],
      }),
    )
    const trip = tripOf('2026-11-24', '2026-11-25', [...legs, ...cars], { points: [point('Gift', null)] })
    return planFor(trip, others)
  })

describe('whatever the trip', () => {
  const change = fc.record({ which: fc.constantFrom('F0', 'F1', 'F2', 'R0', 'R1'), shift })
  const with_ = (before: Plan, { which, shift }: { which: string; shift: number }): Plan => {
    const segment = before.trips?.[0]?.segments.find((one) => one.title === which)
    if (!segment?.span) return before
    const { start, end } = segment.span
    return changedPlan(before, segment.key, {
      from: { at: asInstant(start + shift) },
      to: { at: asInstant(end + shift) },
    })
  }

  test('no change has no cascade', () => {
    fc.assert(
      fc.property(someTrip, (before) => {
        expect(cascade(before, before, rules)).toEqual({ steps: [], gone: [], stands: [] })
        expect(cascade(before, structuredClone(before), rules)).toEqual({ steps: [], gone: [], stands: [] })
      }),
    )
  })

  test('what the desk changes by itself is no longer found', () => {
    fc.assert(
      fc.property(someTrip, change, (before, what) => {
        const after = with_(before, what)
        for (const { finding, fixes } of cascade(before, after, rules).steps)
          for (const fix of fixes.filter(({ reach }) => reach === 'desk')) {
            const found = judge(performed(after, fix), rules).map(({ fingerprint }) => fingerprint)
            expect(found, `${finding.words}: ${fix.words}`).not.toContain(finding.fingerprint)
          }
      }),
      { numRuns: 300 },
    )
  })

  test('changes of two segments come to the same whichever comes first', () => {
    fc.assert(
      fc.property(someTrip, change, change, (before, a, b) => {
        if (a.which === b.which) return
        const [one, other] = [with_(with_(before, a), b), with_(with_(before, b), a)]
        expect(other.trips).toEqual(one.trips)
        expect(other.items).toEqual(one.items)
        const places = ({ whereabouts }: Plan) => whereabouts.map(({ from, zone }) => `${from} ${zone}`).sort()
        expect(places(other)).toEqual(places(one))
        const words = (plan: Plan) => cascade(before, plan, rules).steps.map(({ finding }) => finding.fingerprint)
        if (JSON.stringify(one.whereabouts) === JSON.stringify(other.whereabouts))
          expect(words(other)).toEqual(words(one))
      }),
    )
  })

  test('every step comes after those its way out hangs on, unless they hang on each other', () => {
    fc.assert(
      fc.property(someTrip, change, (before, what) => {
        const { steps } = cascade(before, with_(before, what), rules)
        for (const [i, one] of steps.entries())
          for (const other of steps.slice(i + 1)) {
            const hangs = one.key !== other.key && one.finding.items.includes(other.key)
            const back = other.finding.items.includes(one.key)
            const ring = steps.some((third) => third.key !== one.key && third.finding.items.includes(one.key))
            if (hangs && !back && !ring) throw new Error(`${one.finding.words} before ${other.finding.words}`)
          }
      }),
      { numRuns: 1000 },
    )
  })

  test('says the same whether the plan before was judged already or not', () => {
    fc.assert(
      fc.property(someTrip, change, (before, what) => {
        const after = with_(before, what)
        const { after: again } = cascadeFrom(judged(before, rules), after)
        expect(again.findings.map(({ fingerprint }) => fingerprint)).toEqual(
          judge(planOf(after.items, { ...after }), rules).map(({ fingerprint }) => fingerprint),
        )
      }),
    )
  })
})
