import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type About, itemOf, occurrencesOf } from './occurrences.ts'
import type { EventPart, Series, When } from './series.ts'
import { dayFromText, instantFromText, instantText, wallFromText, zonedText } from './text.ts'
import { asInstant, type Span } from './time.ts'
import { utc, type Zone, zoneOf } from './zone.ts'

const zone = (name: string): Zone => {
  const found = zoneOf(name)
  if (!found) throw new Error(`no zone ${name}`)
  return found
}
const zurich = zone('Europe/Zurich')

/** `2026-03-02`, `2026-03-02T09:00`, with `Z`, or followed by a zone. */
function when(text: string): When {
  const [time = '', name] = text.split(' ')
  const day = dayFromText(time)
  if (day !== null) return { form: 'date', day }
  const wall = wallFromText(time.replace('Z', ''))
  if (wall === null) throw new Error(text)
  if (time.endsWith('Z')) return { form: 'zoned', wall, zone: { written: 'Z', name: 'UTC', own: null } }
  return name ? { form: 'zoned', wall, zone: { written: name, name, own: null } } : { form: 'floating', wall }
}

const part = (start: string, more: Partial<EventPart> = {}): EventPart => ({
  uid: 'a',
  line: 1,
  recurrenceId: null,
  thisAndFuture: false,
  sequence: 0,
  lastModified: null,
  dtstamp: null,
  created: null,
  start: when(start),
  length: when(start).form === 'date' ? { days: 1, ms: 0 } : { days: 0, ms: 3_600_000 },
  endZone: null,
  rrules: [],
  rdates: [],
  exdates: [],
  cancelled: false,
  tentative: false,
  transparent: false,
  title: 'Board',
  notes: '',
  place: null,
  link: null,
  organizer: null,
  people: [],
  label: null,
  categories: [],
  kept: [],
  ...more,
})

const override = (recurrenceId: string, start: string, more: Partial<EventPart> = {}) =>
  part(start, { recurrenceId: when(recurrenceId), ...more })

const series = (master: EventPart | null, ...overrides: EventPart[]): Series => ({ uid: 'a', master, overrides })

function span(from: string, to: string): Span {
  const at = (text: string) => zurich.toInstant(wallFromText(`${text}T00:00`) ?? (0 as never))
  return { start: at(from), end: at(to) }
}

const found = (of: Series, window: Span, home = zurich) => occurrencesOf(of, window, home, window.start)
const starts = (of: Series, window: Span, home = zurich) =>
  found(of, window, home).occurrences.map((each) => zonedText(each.span.start, home).slice(0, 16))
const march = span('2026-03-01', '2026-04-01')

describe('an event', () => {
  test('lies in a window that any part of it is in, its end left out', () => {
    const event = series(part('2026-03-02T23:30 Europe/Zurich'))
    expect(starts(event, span('2026-03-02', '2026-03-03'))).toHaveLength(1)
    expect(starts(event, span('2026-03-03', '2026-03-04'))).toHaveLength(1)
    expect(starts(series(part('2026-03-02T23:00 Europe/Zurich')), span('2026-03-03', '2026-03-04'))).toEqual([])
  })

  test('without length lies where it begins', () => {
    const event = series(part('2026-03-02T00:00 Europe/Zurich', { length: { days: 0, ms: 0 } }))
    expect(starts(event, span('2026-03-02', '2026-03-03'))).toHaveLength(1)
    expect(starts(event, span('2026-03-01', '2026-03-02'))).toEqual([])
  })

  test('all day is midnight to midnight where the executive is, also when clocks change', () => {
    const [day] = found(series(part('2026-03-29')), march).occurrences
    expect(day && (day.span.end - day.span.start) / 3_600_000).toBe(23)
    const [there] = found(series(part('2026-03-29')), march, zone('America/New_York')).occurrences
    expect(there && instantText(there.span.start)).toBe('2026-03-29T04:00:00Z')
  })

  test('floating is read where the executive is', () => {
    expect(starts(series(part('2026-03-02T09:00')), march, zone('Asia/Tokyo'))).toEqual(['2026-03-02T09:00'])
  })

  test('by DURATION ends at the same hour after a night of 23; by DTEND after as many hours as were written', () => {
    const nominal = series(part('2026-03-28T12:00 Europe/Zurich', { length: { days: 1, ms: 0 } }))
    const exact = series(part('2026-03-28T12:00 Europe/Zurich', { length: { days: 0, ms: 86_400_000 } }))
    const end = (of: Series) =>
      zonedText(found(of, march).occurrences[0]?.span.end ?? asInstant(0), zurich).slice(0, 16)
    expect([end(nominal), end(exact)]).toEqual(['2026-03-29T12:00', '2026-03-29T13:00'])
  })
})

describe('a series', () => {
  const weekly = { rrules: ['FREQ=WEEKLY;COUNT=4'] }
  const master = part('2026-03-03T09:00 Europe/Zurich', weekly)

  test('keeps its hour when clocks change', () => {
    const late = part('2026-03-17T09:00 Europe/Zurich', { rrules: ['FREQ=WEEKLY'] })
    expect(starts(series(late), march)).toEqual(['2026-03-17T09:00', '2026-03-24T09:00', '2026-03-31T09:00'])
  })

  test('has its own start, even if the rule does not produce it', () => {
    const odd = part('2026-03-02T09:00 Europe/Zurich', { rrules: ['FREQ=WEEKLY;BYDAY=FR;COUNT=3'] })
    expect(starts(series(odd), march)).toEqual(['2026-03-02T09:00', '2026-03-06T09:00', '2026-03-13T09:00'])
  })

  test('loses what EXDATE names, in whatever form', () => {
    for (const exdate of [
      '2026-03-10T09:00 Europe/Zurich',
      '2026-03-10T08:00Z',
      '2026-03-10T09:00',
      '2026-03-10',
      '2026-03-10T08:00 Europe/London',
    ])
      expect(starts(series({ ...master, exdates: [when(exdate)] }), march)).not.toContain('2026-03-10T09:00')
  })

  test('gains what RDATE adds, each instant once, with a length of its own if it has one', () => {
    const rdates = [
      { start: when('2026-03-03T08:00Z'), length: null },
      { start: when('2026-03-05T08:00Z'), length: { days: 0, ms: 7_200_000 } },
    ]
    const { occurrences } = found(series(part('2026-03-03T09:00 Europe/Zurich', { rdates })), march)
    expect(occurrences.map(({ span: { start, end } }) => (end - start) / 3_600_000)).toEqual([1, 2])
  })

  test.each(['2026-03-10T09:00 Europe/Zurich', '2026-03-10T08:00Z', '2026-03-10T03:00 America/Chicago', '2026-03-10'])(
    'lets an override replace what it names as %s',
    (recurrenceId) => {
      const { occurrences } = found(
        series(master, override(recurrenceId, '2026-03-11T10:00 Europe/Zurich', { title: 'Moved' })),
        march,
      )
      expect(occurrences.map(({ part: { title }, recurrenceId: id }) => [title, id])).toEqual([
        ['Board', '2026-03-03T09:00:00'],
        ['Moved', '2026-03-10T09:00:00'],
        ['Board', '2026-03-17T09:00:00'],
        ['Board', '2026-03-24T09:00:00'],
      ])
    },
  )

  test('all day matches an override written as a time', () => {
    const days = part('2026-03-03', { rrules: ['FREQ=DAILY;COUNT=2'] })
    expect(starts(series(days, override('2026-03-04T00:00', '2026-03-09')), march)).toEqual([
      '2026-03-03T00:00',
      '2026-03-09T00:00',
    ])
  })

  test('finds an override that was moved into the window, and loses the one that was moved out', () => {
    const event = series(master, override('2026-03-10T08:00Z', '2026-05-05T09:00 Europe/Zurich'))
    expect(starts(event, span('2026-05-01', '2026-06-01'))).toEqual(['2026-05-05T09:00'])
    expect(starts(event, span('2026-03-09', '2026-03-12'))).toEqual([])
  })

  test('moves all that follow an override for this and the future', () => {
    const following = override('2026-03-10T09:00 Europe/Zurich', '2026-03-12T14:00 Europe/Zurich', {
      thisAndFuture: true,
      title: 'New',
    })
    const single = override('2026-03-17T09:00 Europe/Zurich', '2026-03-17T11:00 Europe/Zurich', { title: 'Once' })
    const event = series(master, following, single)
    expect(starts(event, march)).toEqual([
      '2026-03-03T09:00',
      '2026-03-12T14:00',
      '2026-03-17T11:00',
      '2026-03-26T14:00',
    ])
    expect(found(event, march).occurrences.map(({ part: { title } }) => title)).toEqual(['Board', 'New', 'Once', 'New'])
    expect(starts(event, span('2026-03-26', '2026-03-27'))).toEqual(['2026-03-26T14:00'])
  })

  test('whose master is missing is the overrides it has', () => {
    const { occurrences } = found(
      series(null, override('2026-03-10T09:00 Europe/Zurich', '2026-03-11T09:00 Europe/Zurich')),
      march,
    )
    expect(occurrences.map(({ recurrenceId }) => recurrenceId)).toEqual(['2026-03-10T09:00:00'])
  })

  test('past 5,000 keeps the nearest and says so', () => {
    const endless = series(
      part('2026-03-03T00:00 Europe/Zurich', { rrules: ['FREQ=SECONDLY'], length: { days: 0, ms: 0 } }),
    )
    const near = instantFromText('2026-03-10T00:00:00Z') ?? asInstant(0)
    const { occurrences, cut } = occurrencesOf(endless, march, zurich, near)
    expect([occurrences.length, cut]).toEqual([5000, true])
    for (const {
      span: { start },
    } of occurrences)
      expect(Math.abs(start - near)).toBeLessThanOrEqual(2_501_000)
  })

  test('says the same for a window in two halves as for the whole', () => {
    const rule = fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=MO,TH',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=HOURLY;INTERVAL=7',
    )
    const hours = fc.integer({ min: 0, max: 72 })
    fc.assert(
      fc.property(rule, hours, fc.integer({ min: 1, max: 29 }), (rrule, length, cutAt) => {
        const event = series(
          part('2026-02-20T22:00 Europe/Zurich', { rrules: [rrule], length: { days: 0, ms: length * 3_600_000 } }),
          override('2026-03-12T22:00 Europe/Zurich', '2026-03-20T08:00 Europe/Zurich', { thisAndFuture: true }),
        )
        const middle = asInstant(march.start + cutAt * 86_400_000)
        const ids = (window: Span) => found(event, window).occurrences.map(({ recurrenceId }) => recurrenceId)
        const halves = [...ids({ ...march, end: middle }), ...ids({ ...march, start: middle })]
        expect([...new Set(halves)].sort()).toEqual(ids(march).sort())
      }),
    )
  })
})

describe('an item of the plan', () => {
  const about: About = {
    calendar: 'c',
    owner: 'executive',
    countsAsBusy: true,
    label: 'open',
    kind: 'meeting',
    moves: 0,
    addresses: ['dana@example.com'],
  }
  const busy = (more: Partial<EventPart>) => {
    const [one] = found(series(part('2026-03-02T09:00Z', more)), march, utc).occurrences
    return one && itemOf(one, about).busy
  }
  const invited = (answer: 'accepted' | 'declined', address = 'dana@example.com') => ({
    people: [{ address, name: null, answer, required: true }],
  })

  test('takes time unless it is free, cancelled or declined by whose calendar it is', () => {
    expect(busy({})).toBe(true)
    expect(busy(invited('accepted'))).toBe(true)
    expect(busy(invited('declined', 'sam@example.com'))).toBe(true)
    expect(busy({ transparent: true })).toBe(false)
    expect(busy({ cancelled: true })).toBe(false)
    expect(busy(invited('declined'))).toBe(false)
  })

  test('is called by UID and RECURRENCE-ID wherever it moves', () => {
    const moved = series(
      part('2026-03-03T09:00 Europe/Zurich', { rrules: ['FREQ=DAILY;COUNT=1'] }),
      override('2026-03-03T09:00 Europe/Zurich', '2026-03-09T09:00 Europe/Zurich'),
    )
    const [one] = found(moved, march).occurrences
    expect(one && itemOf(one, about).key).toBe('a/2026-03-03T09:00:00')
  })
})
