import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Lived, livedIn, shareOf, usualHours, type WorkingHours, workingIn } from './lived.ts'
import { localOf } from './local.ts'
import type { PlanItem } from './plan.ts'
import { instant, planOf, thing } from './testing.ts'
import { hourMs } from './time.ts'
import { whereaboutsOf } from './whereabouts.ts'

const week = { start: instant('2026-11-23T00:00:00Z'), end: instant('2026-11-30T00:00:00Z') }
const board = (title: string) => (title.startsWith('Board') ? 1 : title.startsWith('Hiring') ? 2 : null)

const lived = (items: readonly PlanItem[], { span = week, hours = usualHours as WorkingHours } = {}): Lived => {
  const plan = planOf(items)
  return livedIn(plan.items, workingIn(hours, localOf(plan), span), span, ({ title }) => board(title))
}
const hoursOf = (found: Lived, place: number) => (found.places.get(place)?.ms ?? 0) / hourMs
const outsideOf = (found: Lived, place: number) => (found.places.get(place)?.outsideMs ?? 0) / hourMs

describe('a week as it was lived', () => {
  test('is shared out among what its hours were spent on', () => {
    const found = lived([
      thing('Board papers', '2026-11-24 09:00', '11:00'),
      thing('Hiring', '2026-11-25 09:00', '10:00'),
      thing('Lunch', '2026-11-25 12:00', '13:00'),
    ])
    expect([found.workingMs / hourMs, hoursOf(found, 1), hoursOf(found, 2), found.other.ms / hourMs]).toEqual([
      42.5, 2, 1, 1,
    ])
    expect(shareOf(found, found.places.get(1)?.ms ?? 0)).toBeCloseTo(2 / 42.5)
  })

  test('counts two things at once once, for what comes first, in whatever order they stand', () => {
    const found = lived([
      thing('Hiring', '2026-11-24 09:00', '11:00'),
      thing('Board papers', '2026-11-24 10:00', '12:00'),
      thing('Board call', '2026-11-24 10:30', '11:30'),
    ])
    expect([hoursOf(found, 1), hoursOf(found, 2)]).toEqual([2, 1])
  })

  test('leaves out holds, what is free, cancelled, and what is the assistant’s', () => {
    const found = lived([
      thing('Board hold', '2026-11-24 09:00', '10:00', { kind: 'hold' }),
      thing('Board maybe', '2026-11-24 10:00', '11:00', { busy: false }),
      thing('Board off', '2026-11-24 11:00', '12:00', { cancelled: true }),
      thing('Board pack', '2026-11-24 13:00', '14:00', { owner: 'assistant' }),
    ])
    expect(found).toMatchObject({ isKnown: false, other: { ms: 0 } })
    expect(shareOf(found, 0)).toBeNull()
  })

  test('tells what lies beside the working hours apart', () => {
    const found = lived([
      thing('Board dinner', '2026-11-24 17:00', '20:00'),
      thing('Board Sunday', '2026-11-29 10:00', '11:00'),
    ])
    expect([hoursOf(found, 1), outsideOf(found, 1)]).toEqual([0.5, 3.5])
  })

  test('gives an all-day thing the working hours that nothing timed takes', () => {
    const allDay = { from: 20_781, to: 20_782 } as unknown as NonNullable<PlanItem['allDay']>
    const found = lived([
      thing('Board away day', '2026-11-24 00:00', '2026-11-25 00:00', { allDay }),
      thing('Lunch', '2026-11-24 12:00', '13:00'),
    ])
    expect([hoursOf(found, 1), outsideOf(found, 1), found.other.ms / hourMs]).toEqual([7.5, 0, 1])
  })

  test('counts a week with nothing known, or without working hours, as neither much nor little', () => {
    expect(shareOf(lived([]), 0)).toBeNull()
    expect(shareOf(lived([thing('Board', '2026-11-24 09:00', '10:00')], { hours: {} }), 0)).toBeNull()
  })

  test('has an hour less when the clocks skip one within the working hours, and one more when they repeat it', () => {
    const sunday = { SU: [['00:00', '06:00']] } as const
    const spring = { start: instant('2026-03-23T00:00:00Z'), end: instant('2026-03-29T23:00:00Z') }
    const autumn = { start: instant('2026-10-18T23:00:00Z'), end: instant('2026-10-26T00:00:00Z') }
    const night = thing('Board night', '2026-03-29 00:30', '03:30')
    const back = thing('Board night', '2026-10-25 00:30', '03:30')
    expect(
      [lived([night], { span: spring, hours: sunday }), lived([back], { span: autumn, hours: sunday })].map((one) => [
        one.workingMs / hourMs,
        hoursOf(one, 1),
      ]),
    ).toEqual([
      [5, 2],
      [7, 4],
    ])
  })

  test('reads the working hours on the clocks where the executive is', () => {
    const flight = thing('Flight', '2026-11-23 10:00', '2026-11-23 13:00', {
      zone: 'Europe/London',
      endZone: 'America/New_York',
      kind: 'travel',
    })
    const call = thing('Board call', '2026-11-24 21:00', '22:00')
    expect(hoursOf(lived([flight, call]), 1)).toBe(1)
    expect(hoursOf(lived([call]), 1)).toBe(0)
  })
})

const someItem = fc
  .record({
    title: fc.constantFrom('Board a', 'Board b', 'Hiring', 'Other', 'Hiring b'),
    start: fc.integer({ min: -10, max: 9 * 96 }),
    length: fc.integer({ min: 0, max: 200 }),
    kind: fc.constantFrom('internal', 'hold', 'external'),
    busy: fc.boolean(),
    zones: fc.constantFrom(
      ['Europe/London', 'Europe/London'],
      ['Europe/London', 'Asia/Kathmandu'],
      ['Asia/Tokyo', 'America/New_York'],
    ),
  })
  .map(({ title, start, length, kind, busy, zones }) => {
    const from = week.start + start * 900_000
    const span = { start: from, end: from + length * 900_000 } as PlanItem['span']
    return {
      ...thing(title, '2026-11-24 09:00', '10:00', { kind, busy, span }),
      zone: zones[0] ?? null,
      endZone: zones[1] ?? null,
    }
  })
const someWeek = fc
  .array(someItem, { maxLength: 25 })
  .map((items) => items.map((item, n) => ({ ...item, key: `${item.title} ${n}` })))
const someHours = fc.constantFrom<WorkingHours>(
  usualHours,
  {
    MO: [['00:00', '24:00']],
    TU: [
      ['08:00', '12:00'],
      ['11:00', '19:00'],
    ],
  },
  { SU: [['22:00', '24:00']], SA: [['00:00', '03:00']] },
)

const told = (found: Lived) => ({
  working: found.workingMs,
  places: [...found.places].map(([place, { ms, outsideMs, items }]) => [
    place,
    ms,
    outsideMs,
    items.map(({ item, ms }) => [item.key, ms]),
  ]),
  other: [found.other.ms, found.other.items.map(({ item }) => item.key)],
})

describe('whatever the week', () => {
  test('the shares come to one at the most, and each is the sum of what is behind it', () => {
    fc.assert(
      fc.property(someWeek, someHours, (items, hours) => {
        const found = lived(items, { hours })
        const parts = [...found.places.values(), found.other]
        expect(parts.reduce((sum, { ms }) => sum + ms, 0)).toBeLessThanOrEqual(found.workingMs)
        for (const part of parts) expect(part.items.reduce((sum, { ms }) => sum + ms, 0)).toBe(part.ms)
        expect(parts.reduce((sum, one) => sum + one.ms + one.outsideMs, 0)).toBeLessThanOrEqual(week.end - week.start)
      }),
    )
  })

  test('it is the same in whatever order its items come', () => {
    fc.assert(
      fc.property(
        someWeek.chain((items) =>
          fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
        ),
        someHours,
        ([items, shuffled], hours) => {
          const plan = planOf(items)
          const count = (those: readonly PlanItem[]) =>
            livedIn(those, workingIn(hours, localOf(plan), week), week, ({ title }) => board(title))
          expect(told(count(shuffled))).toEqual(told(count(items)))
        },
      ),
    )
  })

  test('a week is the sum of its days', () => {
    fc.assert(
      fc.property(someWeek, fc.integer({ min: 1, max: 671 }), (items, at) => {
        const plan = {
          ...planOf(items),
          whereabouts: whereaboutsOf([], { place: null, zone: 'Europe/London' }, week.start),
        }
        const cut = (week.start + at * 900_000) as typeof week.start
        const count = (span: typeof week) =>
          livedIn(plan.items, workingIn(usualHours, localOf(plan), span), span, ({ title }) => board(title)).places.get(
            1,
          )?.ms ?? 0
        expect(count({ start: week.start, end: cut }) + count({ start: cut, end: week.end })).toBe(count(week))
      }),
    )
  })
})
