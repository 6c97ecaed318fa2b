import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SegmentView } from '../../desk/travel/model.ts'
import { endAt, part } from './testing.ts'
import { type Row, timelineOf, undated } from './timeline.ts'

const [london, zurich] = ['Europe/London', 'Europe/Zurich']
const out = part('out', {
  from: endAt('2026-12-08T17:55', london, { airport: 'LCY' }),
  to: endAt('2026-12-08T20:35', zurich, { airport: 'ZRH', terminal: '2' }),
})
const on = part('on', {
  from: endAt('2026-12-08T21:30', zurich, { airport: 'ZRH', terminal: '2' }),
  to: endAt('2026-12-08T22:30', 'Europe/Vienna', { airport: 'VIE' }),
})
const bed = part('bed', {
  kind: 'stay',
  provider: 'Seehof',
  from: endAt('2026-12-08T15:00', zurich),
  to: endAt('2026-12-10T11:00', zurich),
})
const days = { from: '2026-12-08', until: '2026-12-11' }
const said = (row: Row): string =>
  row.row === 'day'
    ? `${row.on}${row.until === row.on ? '' : `…${row.until}`}${row.empty ? ' empty' : ''}`
    : row.row === 'segment'
      ? row.segment.title
      : row.row === 'out'
        ? `leave ${row.segment.title}`
        : row.words
const lines = (...segments: readonly SegmentView[]) => timelineOf({ ...days, segments: [...segments] }).map(said)

describe('the way of a trip', () => {
  test('goes day by day, with the change between two flights and where each night is spent', () => {
    expect(lines(out, on)).toEqual([
      '2026-12-08',
      'out',
      '55 min to change, terminal 2',
      'on',
      'no bed',
      '2026-12-09…2026-12-10 empty',
      'no bed',
      '2026-12-11 empty',
    ])
  })

  test('shows a bed last on its first day, and when it is left', () => {
    expect(lines(bed, out)).toEqual([
      '2026-12-08',
      'out',
      'bed',
      'Seehof',
      '2026-12-09 empty',
      'Seehof',
      '2026-12-10',
      'leave bed',
      'no bed',
      '2026-12-11 empty',
    ])
  })

  test('says that two beds are one too many, and that a night on the way is none to find a bed for', () => {
    expect(lines(bed, part('other', { ...bed, id: 'other', provider: 'Quai' }))).toContain('two beds: Seehof and Quai')
    const night = part('night', { from: endAt('2026-12-08T23:00', zurich), to: endAt('2026-12-09T06:00', london) })
    expect(lines(night)).toContain('on the way: night')
  })

  test('says what begins before the last thing ends, and what leaves less than it needs', () => {
    expect(
      lines(
        out,
        part('car', { kind: 'ride', from: endAt('2026-12-08T20:20', zurich), to: endAt('2026-12-08T21:00', zurich) }),
      ),
    ).toContain('begins 15 min before out ends')
    const tight = timelineOf({ ...days, segments: [out, { ...on, minimumConnection: 60 }] })
    expect(tight).toContainEqual({
      row: 'gap',
      before: 'on',
      tone: 'red',
      words: '55 min to change, terminal 2, 1 h needed',
    })
  })

  test('does not guess a terminal that no booking says', () => {
    expect(lines(out, { ...on, from: endAt('2026-12-08T21:30', zurich, { airport: 'ZRH' }) })).toContain(
      '55 min to change, terminal 2 to terminal unknown',
    )
  })

  test('goes on after the date line, where one arrives before one left', () => {
    const east = part('east', {
      from: endAt('2026-12-08T13:00', 'Pacific/Auckland'),
      to: endAt('2026-12-08T06:00', 'America/Los_Angeles'),
    })
    const later = part('later', {
      kind: 'ride',
      from: endAt('2026-12-08T07:00', 'America/Los_Angeles'),
      to: endAt('2026-12-08T08:00', 'America/Los_Angeles'),
    })
    expect(lines(east, later)).toContain('1 h from landing to leaving')
  })

  test('has every part once and its days in order, whatever they are', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, '0')}`)
    const kind = fc.constantFrom('flight' as const, 'stay' as const, 'meal' as const, 'free' as const)
    const status = fc.constantFrom('booked' as const, 'cancelled' as const, 'intended' as const)
    const any = fc.record({ kind, status, begins: fc.option(day), ends: fc.option(day) })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), day, fc.integer({ min: 0, max: 9 }), (drafts, from, length) => {
        const segments = drafts.map(({ begins, ends, ...more }, n) =>
          part(`${n}`, {
            ...more,
            ...(begins && { from: endAt(`${begins}T09:00`, london) }),
            ...(ends && { to: endAt(`${ends}T10:00`, zurich) }),
          }),
        )
        const until = Temporal.PlainDate.from(from).add({ days: length }).toString()
        const trip = { from, until, segments }
        const rows = timelineOf(trip)
        const shown = rows.flatMap((row) => (row.row === 'segment' ? row.segment.id : []))
        const loose = undated(trip).map(({ id }) => id)
        expect([...shown, ...loose].sort()).toEqual(segments.map(({ id }) => id).sort())
        const heads = rows.flatMap((row) => (row.row === 'day' ? [row.on, row.until] : []))
        expect(heads).toEqual([...heads].sort())
      }),
    )
  })
})
