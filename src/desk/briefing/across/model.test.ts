import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OccurrenceView } from '../../calendar/model.ts'
import type { Today } from '../model.ts'
import { across, clashesOf, inTimeOrder, isOwn, type Own, type SeatView, waitsOf } from './model.ts'

const ids = ['dana', 'kit', 'priya', 'sam'] as const
const nine = Temporal.Instant.from('2026-11-24T09:00:00Z')
const zoned = (minute: number, zone = 'Europe/London') =>
  nine.add({ minutes: minute }).toZonedDateTimeISO(zone).toString({ smallestUnit: 'second' })

const event = (uid: string, from: number, minutes: number, more: Partial<OccurrenceView> = {}): OccurrenceView => ({
  eventId: '01a00000-0000-7000-8000-000000000000',
  uid,
  recurrenceId: null,
  key: uid,
  calendarId: 'calendar',
  title: uid,
  kind: 'internal',
  kindGuessed: false,
  allDay: false,
  start: zoned(from),
  end: zoned(from + minutes),
  zone: 'Europe/London',
  endZone: 'Europe/London',
  place: null,
  link: null,
  people: [],
  label: 'desk',
  readers: [],
  publicReason: null,
  hidden: false,
  busy: true,
  cancelled: false,
  repeats: false,
  moves: 0,
  ...more,
})

const seat = (desk: string): SeatView => ({ desk, executive: desk, you: 'Ines', role: 'assistant' })
const today = (zone: string, events: readonly OccurrenceView[], more: Partial<Today> = {}): Today => ({
  on: '2026-11-24',
  title: 'Tuesday 24 November',
  isToday: true,
  now: zoned(0, zone),
  zones: [{ zone, place: zone, fromWords: '', lived: true }],
  summary: [],
  sinceLastNight: [],
  arrived: [],
  allDay: [],
  rows: events.map((one) => ({ row: 'event', event: one, clocks: [], detail: '', tags: [], findings: [] })),
  findings: [],
  waiting: [],
  promises: [],
  unknownMinutes: [],
  ahead: [],
  ...more,
})
const merged = (days: readonly (Today | null)[]) =>
  across(
    { on: '2026-11-24', at: nine },
    days.map((day, n) => ({ seat: seat(ids[n] ?? ''), heard: day && { today: day, proposals: 0, own: [] } })),
  )

const spans = fc.array(fc.record({ start: fc.integer({ min: 0, max: 20 }), long: fc.integer({ min: 0, max: 9 }) }), {
  maxLength: 12,
})
const days = fc
  .array(spans, { maxLength: 4 })
  .map((all) =>
    all.map((one, desk) =>
      one
        .map(({ start, long }, n) => ({ desk, n, start, end: start + long }))
        .sort((a, b) => a.start - b.start || a.end - b.end),
    ),
  )

describe('days as one', () => {
  test('are in the order of time, with nothing lost and nothing twice', () => {
    fc.assert(
      fc.property(days, (all) => {
        const rows = inTimeOrder(all, (row) => row)
        const sorted = rows.every((row, n) => n === 0 || (rows[n - 1]?.start ?? 0) <= row.start)
        expect(sorted).toBe(true)
        expect(new Set(rows)).toEqual(new Set(all.flat()))
        expect(rows.length).toBe(all.flat().length)
      }),
    )
  })

  test('keep each desk’s own order, and at one moment the order of the desks', () => {
    fc.assert(
      fc.property(days, (all) => {
        const rows = inTimeOrder(all, (row) => row)
        all.forEach((one, desk) => {
          expect(rows.filter((row) => row.desk === desk)).toEqual(one)
        })
        for (const [n, row] of rows.entries()) {
          const before = rows[n - 1]
          if (before && before.start === row.start && before.end === row.end)
            expect(before.desk).toBeLessThanOrEqual(row.desk)
        }
      }),
    )
  })

  test('are the same times whichever desk answers first', () => {
    fc.assert(
      fc.property(days, (all) => {
        const times = (one: typeof all) => inTimeOrder(one, (row) => row).map(({ start, end }) => [start, end])
        expect(times(all.toReversed())).toEqual(times(all))
      }),
    )
  })

  test('say of a desk that did not answer that it did not, and lose nothing of the others', () => {
    const view = merged([today('Europe/London', [event('one', 0, 30)]), null])
    expect(view.desks.map(({ desk, state }) => [desk, state])).toEqual([
      ['dana', 'open'],
      ['kit', 'silent'],
    ])
    expect(view.rows.map(({ desk, event: { title } }) => [desk, title])).toEqual([['dana', 'one']])
  })

  test('show every zone once, and clocks that read the same all day as one', () => {
    const london = today('Europe/London', [event('one', 0, 30)])
    const lisbon = today('Europe/Lisbon', [event('two', 60, 30)])
    const tokyo = today('Asia/Tokyo', [event('three', 16 * 60, 30)])
    const view = merged([london, lisbon, tokyo])
    expect(view.zones).toEqual([
      { zone: 'Europe/London', places: ['London', 'Lisbon'] },
      { zone: 'Asia/Tokyo', places: ['Tokyo'] },
    ])
    expect(view.rows.map(({ clocks }) => clocks.map(({ start }) => start))).toEqual([
      ['09:00', '18:00'],
      ['10:00', '19:00'],
      ['01:00 +1 d', '10:00 +1 d'],
    ])
  })

  test('show the clock of a desk whose executive is away behind those the days are lived by', () => {
    const at = (zone: string, lived: boolean) => ({ zone, place: zone, fromWords: '', lived })
    const away = today('Asia/Tokyo', [], { zones: [at('Asia/Tokyo', true), at('Europe/London', false)] })
    const zones = (all: readonly Today[]) => merged(all).zones.map(({ zone }) => zone)
    expect(zones([away, today('America/New_York', [])])).toEqual(['Asia/Tokyo', 'America/New_York', 'Europe/London'])
    expect(zones([away, today('Europe/London', [])])).toEqual(['Asia/Tokyo', 'Europe/London'])
  })

  test('count what is open and not over, and what waits for a yes', () => {
    const finding = (state: 'open' | 'accepted', end: number) =>
      ({ state, end: zoned(end) }) as Today['findings'][number]
    const findings = [finding('open', 30), finding('open', -30), finding('accepted', 30)]
    expect(waitsOf({ today: today('Europe/London', [], { findings }), proposals: 2 })).toBe(3)
  })
})

describe('somebody who must be at two places', () => {
  const owns = fc.array(
    fc.record({
      desk: fc.constantFrom(...ids),
      uid: fc.constantFrom('a', 'b', 'c', 'd'),
      from: fc.nat(40),
      long: fc.nat(20),
    }),
    { maxLength: 14 },
  )

  test('is told every pair of different meetings at different desks that overlap, once, and no other', () => {
    fc.assert(
      fc.property(owns, (all) => {
        const own: Own[] = all.map(({ desk, uid, from, long }) => ({ desk, event: event(uid, from, long) }))
        const expected = all.flatMap((one, n) =>
          all
            .slice(n + 1)
            .filter((other) => other.desk !== one.desk && other.uid !== one.uid)
            .filter((other) => other.from < one.from + one.long && one.from < other.from + other.long),
        )
        expect(clashesOf(own).length).toBe(expected.length)
        for (const { start, end } of clashesOf(own)) expect(start <= end).toBe(true)
      }),
    )
  })

  test('is not told of what takes no time, lasts all day, was cancelled, or is kept from them', () => {
    const two = (more: Partial<OccurrenceView>): Own[] => [
      { desk: 'dana', event: event('one', 0, 60) },
      { desk: 'kit', event: event('two', 30, 60, more) },
    ]
    expect(clashesOf(two({}))).toMatchObject([{ start: zoned(30), end: zoned(60) }])
    for (const more of [{ busy: false }, { cancelled: true }, { hidden: true }])
      expect(clashesOf(two(more))).toEqual([])
    expect(clashesOf(two({ allDay: true, start: '2026-11-24', end: '2026-11-25' }))).toEqual([])
  })

  test('has for their own what is on their calendar, and what they are asked to and did not decline', () => {
    const mine = { calendars: new Set(['mine']), email: 'Ines@okafor.example' }
    const person = (answer: 'accepted' | 'declined') => ({
      address: 'ines@okafor.example',
      name: null,
      answer,
      required: true,
    })
    expect(isOwn(event('a', 0, 10, { calendarId: 'mine' }), mine)).toBe(true)
    expect(isOwn(event('a', 0, 10, { people: [person('accepted')] }), mine)).toBe(true)
    expect(isOwn(event('a', 0, 10, { people: [person('declined')] }), mine)).toBe(false)
    expect(isOwn(event('a', 0, 10), mine)).toBe(false)
  })
})
