import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanItem, Whereabouts } from '../../../plan/plan.ts'
import { asInstant, asWall, type Instant } from '../../../plan/time.ts'
import type { OccurrenceView } from '../../calendar/model.ts'
import type { FindingView } from '../../rules/model.ts'
import type { Brief } from '../../rules/views/model.ts'
import type { DayRow } from '../model.ts'
import type { Sight } from '../rows/model.ts'
import { sheetFor } from '../sheet/model.ts'
import { changedBy } from '../words.ts'
import { dayFor, spanOf } from './model.ts'

const ms = (text: string): Instant => asInstant(Temporal.Instant.from(text).epochMilliseconds)

const item = (title: string, start: string, end: string, more: Partial<PlanItem> = {}): PlanItem => ({
  key: title,
  uid: title,
  recurrenceId: null,
  calendar: 'work',
  owner: 'executive',
  span: { start: ms(start), end: ms(end) },
  allDay: null,
  zone: 'Europe/London',
  endZone: null,
  wallStart: asWall(0),
  wallEnd: asWall(0),
  title,
  kind: 'internal',
  busy: true,
  cancelled: false,
  place: null,
  link: null,
  people: [],
  label: 'desk',
  moves: 0,
  knownAt: null,
  ...more,
})

const place = (name: string) => ({ place: { name, geo: null } })

const viewOf = (i: PlanItem, more: Partial<OccurrenceView> = {}): OccurrenceView => ({
  eventId: '01900000-0000-7000-8000-000000000001',
  uid: i.uid,
  recurrenceId: null,
  key: i.key,
  calendarId: '01900000-0000-7000-8000-000000000002',
  title: i.title,
  kind: i.kind,
  kindGuessed: false,
  allDay: i.allDay !== null,
  start: '',
  end: '',
  zone: i.zone,
  endZone: i.endZone,
  place: i.place?.name ?? null,
  link: i.link,
  people: [...i.people],
  label: i.label,
  readers: [],
  publicReason: null,
  hidden: false,
  busy: i.busy,
  cancelled: i.cancelled,
  repeats: false,
  moves: i.moves,
  ...more,
})

const finding = (about: string, more: Partial<FindingView> = {}): FindingView => ({
  fingerprint: `f-${about}`,
  rule: { id: 'r', kind: 'overlap', words: 'Two things never happen at once', source: 'physics', story: '' },
  weight: 'never',
  title: 'Two things at once',
  words: '',
  start: '2026-11-25T09:00:00+00:00[Europe/London]',
  end: '2026-11-25T10:00:00+00:00[Europe/London]',
  items: [
    {
      key: about,
      eventId: '01900000-0000-7000-8000-000000000001',
      recurrenceId: null,
      title: about,
      due: null,
      segment: null,
    },
  ],
  cost: 1000,
  label: 'desk',
  fixes: [],
  state: 'open',
  stateWords: null,
  askId: null,
  ...more,
})

const london: Whereabouts[] = [{ from: asInstant(0), place: null, zone: 'Europe/London' }]
const known: Record<string, number> = { 'Home>Finsbury Sq': 35, 'Finsbury Sq>Elm Hall': 20 }

const sight = (items: readonly PlanItem[], more: Partial<Sight> = {}): Sight => ({
  on: Temporal.PlainDate.from('2026-11-24'),
  at: Temporal.Instant.from('2026-11-24T06:30:00Z'),
  zone: 'Europe/London',
  home: 'Home',
  plan: {
    window: { start: ms('2026-11-23T00:00:00Z'), end: ms('2026-12-09T00:00:00Z') },
    at: null,
    items,
    whereabouts: london,
    travelMinutes: {},
  },
  seen: new Map(items.map((i) => [i.key, viewOf(i)])),
  findings: [],
  minutes: (a, b) => (a === b ? 0 : (known[`${a}>${b}`] ?? null)),
  ...more,
})

const said = (pieces: readonly { words: string }[]): string => pieces.map((p) => p.words).join('')
const lines = (rows: readonly DayRow[]): string[] =>
  rows.map((r) => (r.row === 'event' ? `${r.clocks.join(' ')} ${r.event.title}` : r.words))
const show = (s: Sight) => dayFor(s, [], [])

const preRead = item('Pre-read', '2026-11-24T08:30:00Z', '2026-11-24T09:30:00Z', place('Finsbury Sq'))
const terms = item('Renewal terms', '2026-11-24T10:30:00Z', '2026-11-24T11:30:00Z', place('Elm Hall'))
const flight = item('XX 345', '2026-11-24T17:55:00Z', '2026-11-24T19:35:00Z', {
  kind: 'travel',
  endZone: 'Europe/Zurich',
})
const dinner = item('Dinner', '2026-11-24T20:00:00Z', '2026-11-24T21:30:00Z', { zone: 'Europe/Zurich' })
const abroad: Whereabouts[] = [...london, { from: ms('2026-11-24T19:35:00Z'), place: null, zone: 'Europe/Zurich' }]
const travelling = (items: readonly PlanItem[]): Sight => {
  const s = sight(items)
  return { ...s, plan: { ...s.plan, whereabouts: abroad } }
}

describe('a day in one zone', () => {
  test('is told in order, with the ways and the free time between', () => {
    expect(lines(show(sight([preRead, terms])).rows)).toEqual([
      '35 min to Finsbury Sq, leave by 07:55',
      '08:30 Pre-read',
      '40 min free',
      '20 min to Elm Hall, leave by 10:10',
      '10:30 Renewal terms',
    ])
  })

  test('says when to leave home and when the last thing ends', () => {
    const { summary } = show(sight([preRead, terms]))
    expect(said(summary)).toBe('London all day · leave home by 07:55 · last thing ends 11:30')
    expect(summary.filter((p) => p.strong).map((p) => p.words)).toEqual(['London', '07:55', '11:30'])
  })

  test('says when the first thing starts where nobody said how far it is', () => {
    expect(said(show(sight([terms])).summary)).toContain('first thing 10:30')
  })

  test('asks for minutes nobody has given, once for a pair', () => {
    const back = item('Back', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z', place('Kiln Yard'))
    const again = item('Again', '2026-11-24T16:00:00Z', '2026-11-24T17:00:00Z', place('Elm Hall'))
    const day = show(sight([preRead, terms, back, again]))
    expect(day.unknownMinutes).toEqual([{ from: 'Elm Hall', to: 'Kiln Yard' }])
    expect(lines(day.rows)).toContain('How long to Kiln Yard?')
  })

  test('with nothing on says so', () => {
    const day = show(sight([]))
    expect(said(day.summary)).toBe('London all day · nothing on')
    expect(day.rows).toEqual([])
  })

  test('leaves out what was cancelled and the calendars of the assistant', () => {
    const off = item('Off', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z', { cancelled: true })
    const hers = item('Hers', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z', { owner: 'assistant' })
    expect(show(sight([off, hers])).rows).toEqual([])
  })

  test('finds no free time inside a longer thing, nor behind one that takes no time', () => {
    const long = item('Away day', '2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z')
    const inside = item('Call', '2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z')
    const free = item('Reminder', '2026-11-24T18:00:00Z', '2026-11-24T18:30:00Z', { busy: false })
    const after = item('Drinks', '2026-11-24T17:05:00Z', '2026-11-24T18:00:00Z')
    expect(show(sight([long, inside, after, free])).rows.filter((r) => r.row !== 'event')).toEqual([])
  })

  test('marks what is wrong by its weight, and what was asked in amber', () => {
    const { rows } = show(
      sight([terms], {
        findings: [
          finding('Renewal terms', { weight: 'prefer', title: 'No place or link' }),
          finding('Renewal terms'),
          finding('Renewal terms', { title: 'Short night', state: 'accepted' }),
        ],
      }),
    )
    expect(rows.at(-1)).toMatchObject({
      tags: [
        { tone: 'red', words: 'two things at once' },
        { tone: 'amber', words: 'no place or link' },
      ],
    })
    const asked = finding('Renewal terms', { state: 'asked', stateWords: 'asked 14:02, no answer' })
    expect(show(sight([terms], { findings: [asked] })).rows.at(-1)).toMatchObject({
      tags: [{ tone: 'amber', words: 'asked 14:02, no answer' }],
    })
  })
})

describe('what a reader may not know', () => {
  const secret = item('Clinic', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z', {
    ...place('Ward 9'),
    key: 'k7',
    uid: 'k7',
    label: 'private',
  })
  const shown = new Map([
    [preRead.key, viewOf(preRead)],
    [secret.key, viewOf(secret, { title: 'Private', place: null })],
  ])

  test('is in no row, no way and no summary', () => {
    const day = show(sight([preRead, secret], { seen: shown }))
    expect(JSON.stringify(day)).not.toMatch(/Clinic|Ward 9/)
    expect(lines(day.rows)).toContain('12:00 Private')
  })

  test('is not there at all when not even its time may be known', () => {
    const day = show(sight([preRead, secret], { seen: new Map([[preRead.key, viewOf(preRead)]]) }))
    expect(lines(day.rows).at(-1)).toBe('08:30 Pre-read')
  })
})

describe('a day in two zones', () => {
  const day = show(travelling([preRead, flight, dinner]))

  test('shows both clocks, and the date where it differs', () => {
    expect(day.zones).toEqual([
      { zone: 'Europe/London', place: 'London', fromWords: '', lived: true },
      { zone: 'Europe/Zurich', place: 'Zurich', fromWords: 'from 20:35', lived: true },
    ])
    expect(lines(day.rows)).toContain('17:55 18:55 XX 345')
    const late = item('Late', '2026-11-24T22:30:00Z', '2026-11-24T22:50:00Z')
    expect(lines(show(travelling([late, flight])).rows)).toContain('22:30 23:30 Late')
  })

  test('ends where the executive is, an hour early in Zurich', () => {
    const late = item('Late', '2026-11-24T23:15:00Z', '2026-11-24T23:45:00Z')
    expect(lines(show(travelling([flight, late])).rows)).not.toContain('23:15 00:15 +1 d Late')
  })

  test('says until when which zone holds, and what is left of the evening', () => {
    expect(said(day.summary)).toBe(
      'London until 17:55, then Zurich (+1 h) · leave home by 07:55 · 2 things after 19:00',
    )
  })

  test('says where the flight arrives by the clock there', () => {
    const row = day.rows.find((r) => r.row === 'event' && r.event.title === 'XX 345')
    expect(row).toMatchObject({
      detail: '1 h 40 min · arrives 20:35 Zurich',
      tags: [{ tone: 'blue', words: 'travel' }],
    })
  })

  test('knows no way from where a flight began to what comes after it', () => {
    const after = { ...dinner, ...place('Lake House') }
    expect(show(travelling([preRead, flight, after])).rows.filter((r) => r.row === 'travel')).toHaveLength(1)
  })
})

describe('a day wholly away', () => {
  const on = Temporal.PlainDate.from('2026-11-25')
  const lunch = item('Lunch', '2026-11-25T11:30:00Z', '2026-11-25T12:30:00Z', { zone: 'Europe/Zurich' })
  const late = item('Late', '2026-11-25T22:30:00Z', '2026-11-25T22:50:00Z', { zone: 'Europe/Zurich' })
  const away = (zone: string, items: readonly PlanItem[] = [lunch, late]): Sight => {
    const s = sight(items, { on })
    return { ...s, plan: { ...s.plan, whereabouts: [...london, { from: preRead.span.start, place: null, zone }] } }
  }
  const zonesIn = (zone: string) => show(away(zone)).zones.map((one) => one.place)

  test('is told on the clock there, and on that of the desk behind it', () => {
    const day = show(away('Europe/Zurich'))
    expect(day.zones).toEqual([
      { zone: 'Europe/Zurich', place: 'Zurich', fromWords: '', lived: true },
      { zone: 'Europe/London', place: 'London', fromWords: '', lived: false },
    ])
    expect(lines(day.rows)).toEqual(['12:30 11:30 Lunch', '10 h free', '23:30 22:30 Late'])
    expect(said(day.summary)).toMatch(/^Zurich all day/)
  })

  test('has one clock where it reads the same as at the desk', () => {
    expect([zonesIn('Europe/Lisbon'), zonesIn('Europe/London')]).toEqual([['Lisbon'], ['London']])
  })

  test('in two other zones has the desk behind both', () => {
    const onward = item('Onward', '2026-11-25T09:00:00Z', '2026-11-25T17:00:00Z', {
      ...{ zone: 'Europe/Zurich', endZone: 'America/New_York' },
    })
    const s = away('Europe/Zurich', [onward])
    const arrived = { from: onward.span.end, place: null, zone: 'America/New_York' }
    const day = show({ ...s, plan: { ...s.plan, whereabouts: [...s.plan.whereabouts, arrived] } })
    expect(day.zones.map((one) => one.place)).toEqual(['Zurich', 'New York', 'London'])
  })

  test('is on the paper in both as well', () => {
    const record = { number: 0, hash: '' }
    const about = { audience: 'executive' as const, executive: 'Dana', record, sections: [] }
    const written = new Map([
      [
        lunch.key,
        viewOf(lunch, { start: '2026-11-25T12:30+01:00[Europe/Zurich]', end: '2026-11-25T13:30+01:00[Europe/Zurich]' }),
      ],
    ])
    const { zones, rows } = sheetFor(show({ ...away('Europe/Zurich', [lunch]), seen: written }), about)
    expect([zones, rows.map(({ times }) => times)]).toEqual([['Zurich', 'London'], [['12:30–13:30', '11:30–12:30']]])
  })
})

describe('the day the clocks change', () => {
  const zoneAt = () => 'Europe/London'
  const hours = (on: string) => {
    const { start, end } = spanOf(Temporal.PlainDate.from(on), 'Europe/London', zoneAt)
    return (end - start) / 3_600_000
  }

  test('has 25 hours in October and 23 in March', () => {
    expect([hours('2026-10-25'), hours('2026-03-29'), hours('2026-10-26')]).toEqual([25, 23, 24])
  })

  test('keeps what is on at 23:30, after 25 hours', () => {
    const late = item('Late', '2026-10-25T23:30:00Z', '2026-10-25T23:50:00Z')
    const day = show(sight([late], { on: Temporal.PlainDate.from('2026-10-25') }))
    expect(lines(day.rows)).toEqual(['23:30 Late'])
  })
})

test('days follow one another without a gap, whatever the zone', () => {
  const zones = ['Europe/London', 'Pacific/Apia', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Africa/Cairo']
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 25_000 }), (zone, days) => {
      const on = Temporal.PlainDate.from('1990-01-01').add({ days })
      const at = () => zone
      expect(spanOf(on, 'Europe/London', at).end).toBe(spanOf(on.add({ days: 1 }), 'Europe/London', at).start)
    }),
  )
})

test('the days ahead are those with something open, told once a day', () => {
  const brief = (more: Partial<Brief> = {}): Brief => ({
    on: '2026-11-25',
    title: 'Two things at once',
    weight: 'never',
    state: 'open',
    ...more,
  })
  const coming = [
    brief(),
    brief(),
    brief({ weight: 'avoid', title: 'Short night' }),
    brief({ on: '2026-11-26', state: 'accepted' }),
  ]
  expect(dayFor(sight([]), [], coming).ahead).toEqual([
    { on: '2026-11-25', words: '2 × two things at once, short night', never: 2, avoid: 1, prefer: 0 },
  ])
})

test('what somebody changed begins with their name, once', () => {
  expect(changedBy('Noor Aziz', 'Moved “Review” to 10:00')).toBe('Noor Aziz: moved “Review” to 10:00')
  expect(changedBy('Noor Aziz', 'Noor Aziz sat down at the desk')).toBe('Noor Aziz sat down at the desk')
})
