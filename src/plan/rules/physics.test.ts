import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../judge.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { Rule } from '../rule.ts'
import { asDay, asInstant, asWall, hourMs } from '../time.ts'

const rule = (kind: string, params = {}): Rule => ({
  id: kind,
  version: 1,
  kind,
  params,
  weight: 'never',
  scope: {},
  source: 'physics',
  story: '',
})

const at = (hour: number) => asInstant(Math.round(hour * hourMs))

function item(key: string, from: number, to: number, more: Partial<PlanItem> = {}): PlanItem {
  const span = { start: at(from), end: at(to) }
  const [wallStart, wallEnd] = [asWall(span.start), asWall(span.end)]
  return {
    key,
    uid: key,
    recurrenceId: null,
    calendar: 'c',
    owner: 'executive',
    span,
    allDay: null,
    zone: 'UTC',
    endZone: 'UTC',
    wallStart,
    wallEnd,
    title: key,
    kind: 'meeting',
    busy: true,
    cancelled: false,
    place: null,
    link: null,
    people: [],
    label: 'open',
    moves: 0,
    knownAt: null,
    ...more,
  }
}

const allDay = (key: string, more: Partial<PlanItem> = {}) =>
  item(key, 0, 24, { allDay: { from: asDay(0), to: asDay(1) }, zone: null, ...more })

function findings(kind: string, items: PlanItem[], params = {}, travelMinutes: Plan['travelMinutes'] = {}) {
  const window = { start: at(0), end: at(240) }
  const whereabouts = [{ from: at(0), place: null, zone: 'UTC' }]
  const inOrder = [...items].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return judge({ window, at: null, items: inOrder, whereabouts, travelMinutes }, [rule(kind, params)])
}

const pairs = (items: PlanItem[]) => findings('overlap', items).map((each) => each.items)

describe('two things at once', () => {
  test('are found with the time they share, and said in words', () => {
    const [one] = findings('overlap', [item('Board', 9, 10), item('Dentist', 9.5, 11)])
    expect(one).toMatchObject({ items: ['Board', 'Dentist'], span: { start: at(9.5), end: at(10) }, badness: 30 })
    expect(one?.words).toBe('“Board” is on until 10:00 and “Dentist” begins at 09:30 in UTC: 30 min at once')
  })

  test('are not those that touch, are free, or take no time', () => {
    expect(pairs([item('a', 9, 10), item('b', 10, 11)])).toEqual([])
    expect(pairs([item('a', 9, 10), item('b', 9, 10, { busy: false })])).toEqual([])
    expect(pairs([item('a', 9, 11), item('b', 10, 10)])).toEqual([])
  })

  test('are all-day items only among themselves', () => {
    expect(pairs([allDay('a'), item('b', 9, 10)])).toEqual([])
    expect(pairs([allDay('a'), allDay('b')])).toEqual([['a', 'b']])
  })

  test('are exactly the pairs that share an instant', () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5 }))
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 12 }), (given) => {
        const items = given.map(([from, length], n) => item(String.fromCharCode(97 + n), from, from + length))
        const expected = items.flatMap((a, n) =>
          items
            .slice(n + 1)
            .filter((b) => Math.max(a.span.start, b.span.start) < Math.min(a.span.end, b.span.end))
            .map((b) => [a.key, b.key].sort().join()),
        )
        expect(
          pairs(items)
            .map((keys) => [...keys].sort().join())
            .sort(),
        ).toEqual(expected.sort())
      }),
    )
  })
})

describe('the way between places', () => {
  const london = { name: 'Finsbury Sq', geo: [51.52, -0.086] as const }
  const zurich = { name: 'Kronenhalle', geo: [47.367, 8.546] as const }
  const office = { name: 'Office', geo: null }

  test('is the straight line at 900 km/h where nobody said more: a bound nobody beats', () => {
    const trip = (begin: number) =>
      findings('travel', [item('a', 9, 10, { place: london }), item('b', begin, 12, { place: zurich })])
    const [one] = trip(10.5)
    expect(one).toMatchObject({ items: ['a', 'b'], span: { start: at(10), end: at(10.5) }, badness: 22 })
    expect(one?.words).toContain('at least 52 min away')
    expect(trip(10.9)).toEqual([])
  })

  test('is what somebody said, in both directions unless both are given, whatever the case', () => {
    const trip = (from: string, to: string, minutes: Plan['travelMinutes']) =>
      findings(
        'travel',
        [
          item('a', 9, 10, { place: { name: from, geo: null } }),
          item('b', 10.25, 12, { place: { name: to, geo: null } }),
        ],
        {},
        minutes,
      ).length
    expect(trip('Office', 'Airport', { Office: { Airport: 40 } })).toBe(1)
    expect(trip('airport ', 'OFFICE', { Office: { Airport: 40 } })).toBe(1)
    expect(trip('Airport', 'Office', { Office: { Airport: 40 }, Airport: { Office: 10 } })).toBe(0)
    expect(trip('Office', 'Airport', { Office: { Airport: 15 } })).toBe(0)
  })

  test('goes before the straight line', () => {
    const items = [item('a', 9, 10, { place: london }), item('b', 10.5, 12, { place: zurich })]
    expect(findings('travel', items, {}, { 'Finsbury Sq': { Kronenhalle: 5 } })).toEqual([])
  })

  test('is not judged where nothing is known, between the same place, or for free and all-day items', () => {
    const none = (...items: PlanItem[]) => expect(findings('travel', items)).toEqual([])
    none(item('a', 9, 10, { place: london }), item('b', 10, 12, { place: office }))
    none(item('a', 9, 10, { place: london }), item('b', 10, 12, { place: { name: 'finsbury  sq', geo: [0, 0] } }))
    none(item('a', 9, 10, { place: london, busy: false }), item('b', 10, 12, { place: zurich }))
    none(allDay('a', { place: london }), item('b', 24, 25, { place: zurich }))
  })

  test('begins where its person last was, past whatever has no place', () => {
    const items = [item('a', 9, 10, { place: london }), item('call', 10, 10.25), item('b', 10.5, 12, { place: zurich })]
    expect(findings('travel', items).map((each) => each.items)).toEqual([['a', 'b']])
  })

  test('may be wanted with time to spare', () => {
    const items = [item('a', 9, 10, { place: office }), item('b', 10.5, 12, { place: { name: 'Bank', geo: null } })]
    const minutes = { Office: { Bank: 25 } }
    expect(findings('travel', items, {}, minutes)).toEqual([])
    expect(findings('travel', items, { marginMinutes: 10 }, minutes)).toMatchObject([{ badness: 5 }])
  })
})
