import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { occurrencesOf } from '../../../plan/occurrences.ts'
import { dayFromText, wallText } from '../../../plan/text.ts'
import { asInstant, midnight } from '../../../plan/time.ts'
import { zoneOf } from '../../../plan/zone.ts'
import { isMisfit, partFromDraft, timesFrom } from '../change/model.ts'
import type { When } from '../model.ts'
import { type KeptEvent, occurrenceAt, seriesOf } from '../series/model.ts'
import { change, type Extent, type Wish } from './model.ts'
import { movedRule } from './rule.ts'

const home = zoneOf('Europe/London')
if (!home) throw new Error('no zone')
const given = { home, at: asInstant(0), newId: 'the rest' }
const window = {
  start: asInstant(midnight(dayFromText('2026-12-01') as never)),
  end: asInstant(midnight(dayFromText('2028-03-01') as never)),
}

const timed = (start: string, minutes: number, zone: string | null): When => ({
  allDay: false,
  start: `${start}:00`,
  end: Temporal.PlainDateTime.from(start).add({ minutes }).toString({ smallestUnit: 'second' }),
  zone,
  endZone: zone,
})

function eventOf(when: When, rrule: string | null): KeptEvent {
  const times = timesFrom(when, given.home, 'when')
  if (isMisfit(times)) throw new Error(times.words)
  const draft = {
    title: 'T',
    when,
    rrule,
    place: null,
    link: null,
    notes: '',
    kind: null,
    label: null,
    readers: [],
    publicReason: null,
    busy: true,
    people: [],
  }
  return { id: 'e', calendarId: 'c', uid: 'u', parts: [partFromDraft(draft, 'u', times, given.at)] }
}

const happens = (event: KeptEvent) => occurrencesOf(seriesOf(event), window, given.home, window.start).occurrences
const lines = (event: KeptEvent) =>
  happens(event).map(
    ({ wallStart, wallEnd, part }) =>
      `${part.title}${part.cancelled ? ' ✗' : ''} ${wallText(wallStart)} ${wallText(wallEnd)}`,
  )
const idsOf = (event: KeptEvent) => happens(event).map(({ recurrenceId }) => recurrenceId as string)

function done(event: KeptEvent, extent: Extent, recurrenceId: string | null, wish: Wish) {
  const changed = change(event, { extent, recurrenceId }, wish, given)
  if (isMisfit(changed)) throw new Error(changed.words)
  return changed
}

const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Tokyo', null)
const rule = fc.constantFrom(
  'FREQ=DAILY;COUNT=9',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2;COUNT=8',
  'FREQ=WEEKLY;UNTIL=20271001T120000Z',
  'FREQ=MONTHLY;COUNT=10',
  'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12',
)
const start = fc
  .record({
    day: fc.integer({ min: 0, max: 20 }),
    hour: fc.integer({ min: 0, max: 23 }),
    quarter: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ day, hour, quarter }) =>
    Temporal.PlainDateTime.from('2027-01-04T00:00').add({ days: day, hours: hour, minutes: quarter * 15 }),
  )
const isFitting = (text: string, on: Temporal.PlainDateTime, inZone: string | null) =>
  !(text.includes('UNTIL') && inZone === null) && !(text.includes('BYDAY') && ![1, 4].includes(on.dayOfWeek))
const series = fc
  .record({ start, rule, zone, minutes: fc.constantFrom(0, 30, 90, 1500) })
  .filter((one) => isFitting(one.rule, one.start, one.zone))
  .map((one) => eventOf(timed(one.start.toString().slice(0, 16), one.minutes, one.zone), one.rule))
const nth = fc.nat()

/** A series with one of its occurrences changed by itself, and which of its occurrences is meant. */
const changedSeries = fc
  .record({ event: series, other: nth, pick: nth, touched: fc.boolean() })
  .map(({ event, other, pick, touched }) => {
    const ids = idsOf(event)
    const one = done(event, 'this', ids[other % ids.length] as string, { set: { title: 'Own' } }).event
    const base = touched ? one : event
    return { event: base, id: ids[pick % ids.length] as string, at: pick % ids.length }
  })

describe('one occurrence', () => {
  test('of any series is changed and no other is', () => {
    fc.assert(
      fc.property(changedSeries, ({ event, id, at }) => {
        const before = lines(event)
        const { event: after, split } = done(event, 'this', id, { set: { title: 'Changed' }, cancelled: true })
        expect(split).toBeNull()
        const now = lines(after)
        expect(now.filter((_, n) => n !== at)).toEqual(before.filter((_, n) => n !== at))
        expect(now[at]).toMatch(/^Changed ✗ /)
      }),
    )
  })

  test('keeps its identity wherever it is moved', () => {
    fc.assert(
      fc.property(changedSeries, fc.integer({ min: -40, max: 40 }), ({ event, id }, days) => {
        const was = occurrenceAt(event, id, given.home)
        const to = Temporal.PlainDateTime.from(wallText(was?.wallStart as never))
          .add({ days })
          .add({ hours: 1 })
        const when = timed(to.toString().slice(0, 16), 45, 'Europe/London')
        const { event: after } = done(event, 'this', id, { set: { when } })
        const found = occurrenceAt(after, id, given.home)
        expect(found && wallText(found.wallStart)).toBe(to.toString({ smallestUnit: 'second' }))
        const others = (of: KeptEvent) => idsOf(of).filter((one) => one !== id)
        expect(others(after)).toEqual(others(event))
      }),
    )
  })
})

describe('an occurrence and all that follow', () => {
  test('are changed, those before are not, and nothing is lost or doubled', () => {
    fc.assert(
      fc.property(changedSeries, ({ event, id, at }) => {
        const before = lines(event)
        const { event: first, split } = done(event, 'following', id, { set: { place: 'Elsewhere' } })
        const rest = split ?? first
        expect([...(split ? lines(first) : []), ...lines(rest)]).toEqual(before)
        if (split) expect(lines(first)).toEqual(before.slice(0, at))
        expect(happens(rest).every(({ part }) => part.place?.name === 'Elsewhere')).toBe(true)
      }),
    )
  })

  test('can be cancelled and leave the rest as it was', () => {
    fc.assert(
      fc.property(changedSeries, ({ event, id, at }) => {
        const { event: first, split } = done(event, 'following', id, { set: {}, cancelled: true })
        const all = [...(split ? happens(first) : []), ...happens(split ?? first)]
        expect(all.map(({ part }) => part.cancelled)).toEqual(all.map((_, n) => n >= at))
      }),
    )
  })
})

describe('all occurrences', () => {
  test('move by as much on the clock as the one that was dragged', () => {
    fc.assert(
      fc.property(changedSeries, fc.integer({ min: -8, max: 8 }), ({ event, id }, quarters) => {
        const was = occurrenceAt(event, id, given.home)
        const from = Temporal.PlainDateTime.from(wallText(was?.wallStart as never))
        const to = from.add({ minutes: 15 * quarters })
        fc.pre(from.toPlainDate().equals(to.toPlainDate()))
        const { zone: written } = was as { zone: string | null }
        const moved = done(event, 'all', id, { set: { when: timed(to.toString().slice(0, 16), 60, written) } }).event
        const shift = (text: string) =>
          Temporal.PlainDateTime.from(text)
            .add({ minutes: 15 * quarters })
            .toString({ smallestUnit: 'second' })
        const expected = happens(event).map(({ wallStart, part }) => `${part.title} ${shift(wallText(wallStart))}`)
        const got = happens(moved).map(({ wallStart, part }) => `${part.title} ${wallText(wallStart)}`)
        // What lies at the window's edge, or was skipped or doubled by a change of clocks, may differ by one.
        expect(got.filter((line) => !expected.includes(line)).length).toBeLessThanOrEqual(1)
        expect(Math.abs(got.length - expected.length)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('changed in one field differ in nothing else', () => {
    fc.assert(
      fc.property(changedSeries, ({ event, id }) => {
        const after = done(event, 'all', id, { set: { notes: 'Said' } }).event
        expect(lines(after)).toEqual(lines(event))
        expect(after.parts.every((part) => part.notes === 'Said')).toBe(true)
      }),
    )
  })
})

describe('a rule whose series moves', () => {
  const on = (text: string) => {
    const times = timesFrom(timed(text, 60, 'Europe/London'), given.home, 'when')
    if (isMisfit(times)) throw new Error(times.words)
    return times.start
  }
  const monday = on('2027-01-04T09:00')
  test.each([
    ['FREQ=WEEKLY;BYDAY=MO', '2027-01-06T09:00', 'FREQ=WEEKLY;BYDAY=WE'],
    ['FREQ=WEEKLY', '2027-01-06T09:00', 'FREQ=WEEKLY'],
    ['FREQ=MONTHLY;BYMONTHDAY=4', '2027-01-06T09:00', 'FREQ=MONTHLY;BYMONTHDAY=6'],
    ['FREQ=DAILY;UNTIL=20270110T090000Z', '2027-01-04T11:30', 'FREQ=DAILY;UNTIL=20270110T113000Z'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '2027-01-04T15:00', 'FREQ=WEEKLY;BYDAY=MO,WE'],
  ])('%s to %s is %s', (before, to, after) => {
    expect(movedRule(before, monday, on(to))).toBe(after)
  })
  test.each(['FREQ=WEEKLY;BYDAY=MO,WE', 'FREQ=MONTHLY;BYDAY=1MO', 'FREQ=YEARLY;BYMONTH=1;BYDAY=MO'])(
    '%s does not follow to another day, and says so',
    (rule) => {
      expect(movedRule(rule, monday, on('2027-01-05T09:00'))).toMatchObject({ path: 'when' })
    },
  )
})

test('all-day becomes timed and back without losing an occurrence', () => {
  const event = eventOf({ allDay: true, start: '2027-01-04', end: '2027-01-05' }, 'FREQ=WEEKLY;COUNT=5')
  const timedOne = done(event, 'all', '2027-01-11', {
    set: { when: timed('2027-01-11T10:00', 60, 'Europe/London') },
  }).event
  expect(happens(timedOne).map(({ wallStart }) => wallText(wallStart).slice(0, 16))).toEqual(
    [4, 11, 18, 25].map((day) => `2027-01-${String(day).padStart(2, '0')}T10:00`).concat('2027-02-01T10:00'),
  )
  const back = done(timedOne, 'all', null, {
    set: { when: { allDay: true, start: '2027-01-04', end: '2027-01-05' } },
  }).event
  expect(lines(back)).toEqual(lines(event))
})
