import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amounts, readers } from '../../desk/travel/itinerary/lists/model.ts'
import type { ItineraryView } from '../../desk/travel/itinerary/model.ts'
import { versionFor, wantedFor } from '../../desk/travel/itinerary/model.ts'
import { anyTrip, chosenBy, needed, tokens } from '../../desk/travel/itinerary/testing.ts'
import type { TripView } from '../../desk/travel/model.ts'
import { readFile } from '../ics/read.ts'
import { isUnusable } from '../ics/scan.ts'
import { pagesOf } from '../sheet/testing.ts'
import { entryFile, fileOf } from './calendar.ts'
import { itineraryPage } from './page.ts'
import { printedItinerary } from './print.ts'

const open = { asOf: 'Tue 24 Nov 2026, 14:02 (Europe/London)', hidden: new Set<string>() }
const at = Temporal.Instant.from('2026-11-24T14:02:00Z')
const place = { base: '/i/token', query: '', emergency: false }
const version = (trip: TripView, more: object): ItineraryView => versionFor(trip, wantedFor.parse(more), open)
const filed = (page: ItineraryView) => ({ page, home: 'Europe/London', at })
const unfolded = (text: string) => text.replaceAll('\r\n ', '')

describe('what leaves by a page or a file', () => {
  test.each(readers)('for the %s says nothing that the version does not', async (reader) => {
    await fc.assert(
      fc.asyncProperty(anyTrip, fc.constantFrom(...amounts), async (trip, shows) => {
        const page = version(trip, { for: reader, shows, segments: chosenBy(trip, reader) })
        const may = shows === 'full' ? needed[reader] : shows === 'dates' ? ['city'] : []
        const files = [fileOf(filed(page), trip.id), ...trip.segments.map(({ id }) => entryFile(filed(page), id))]
        const texts = [`${await itineraryPage(page, place)}`, ...files.map((file) => unfolded(file ?? ''))]
        for (const text of texts) for (const of of tokens(text)) expect(may).toContain(of)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same on paper', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTrip,
        fc.constantFrom(...readers),
        fc.constantFrom(...amounts),
        async (trip, reader, shows) => {
          const page = version(trip, { for: reader, shows, segments: chosenBy(trip, reader) })
          const may = shows === 'full' ? needed[reader] : shows === 'dates' ? ['city'] : []
          const words = (await pagesOf(printedItinerary(page))).join(' ').replaceAll(/[\s\u200b]/g, '')
          for (const of of tokens(words)) expect(may).toContain(of)
        },
      ),
      { numRuns: 40 },
    )
  })
})

const end = (more: object) => ({
  ...{ place: null, airport: null, terminal: null, address: null, local: null, zone: null, offset: null },
  ...{ at: null, home: null, words: null, zoneFrom: null },
  ...more,
})
const timed = (local: string, zone: string, more: object = {}) =>
  end({
    local: `${local}:00`,
    zone,
    at: Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toString({ smallestUnit: 'second' }),
    ...more,
  })

function tripWith(segments: readonly object[]): TripView {
  const [base] = fc.sample(anyTrip, { numRuns: 1, seed: 7 })
  const [one] = fc.sample(anyTrip, { numRuns: 40, seed: 7 }).flatMap((trip) => trip.segments)
  if (!base || !one) throw new Error('nothing was made')
  const empty = {
    provider: null,
    number: null,
    confirmation: null,
    seat: null,
    cabin: null,
    name: null,
    fallback: null,
  }
  const none = {
    driver: null,
    phone: null,
    pickUp: null,
    checkInBy: null,
    waiting: null,
    cancelBy: null,
    people: [],
    from: end({}),
    to: end({}),
  }
  return { ...base, segments: segments.map((more) => ({ ...one, ...empty, ...none, ...more })) as TripView['segments'] }
}

const flight = {
  id: '018f0000-0000-7000-8000-000000000001',
  kind: 'flight',
  status: 'confirmed',
  version: 4,
  title: 'XQ 345 LCY → ZRH',
  number: 'XQ 345',
  from: timed('2026-11-24T17:55', 'Europe/London', { airport: 'LCY' }),
  to: timed('2026-11-24T20:35', 'Europe/Zurich', { airport: 'ZRH', terminal: '1' }),
}

describe('a calendar file', () => {
  const partsOf = (text: string | null) => {
    const file = readFile(new TextEncoder().encode(text ?? ''), null)
    if (isUnusable(file)) throw new Error(file.words)
    return file.parts
  }

  test('has each end on the clocks of its own place, and both zones', () => {
    const page = version(tripWith([flight]), { for: 'traveller' })
    const text = unfolded(entryFile(filed(page), flight.id) ?? '')
    expect(text).toContain('DTSTART;TZID=Europe/London:20261124T175500')
    expect(text).toContain('DTEND;TZID=Europe/Zurich:20261124T203500')
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2)
    expect(text).toContain('STATUS:CONFIRMED')
    expect(text).toContain('SEQUENCE:4')
  })

  test('has the same UID when the part has moved, and a higher sequence', () => {
    const moved = { ...flight, version: 5, from: timed('2026-11-24T19:20', 'Europe/London', { airport: 'LCY' }) }
    const [was, is] = [flight, moved].map((one) => {
      const page = version(tripWith([{ ...one, to: timed('2026-11-24T22:00', 'Europe/Zurich') }]), { for: 'family' })
      return partsOf(entryFile(filed(page), flight.id))[0]?.part
    })
    expect(is?.uid).toBe(was?.uid)
    expect((is?.sequence ?? 0) - (was?.sequence ?? 0)).toBe(1)
  })

  test('arrives before it leaves by the calendar where the date line lies between', () => {
    const over = {
      ...flight,
      from: timed('2026-11-25T09:00', 'Pacific/Auckland'),
      to: timed('2026-11-24T20:00', 'Pacific/Honolulu'),
    }
    const page = version(tripWith([over]), { for: 'traveller' })
    const text = unfolded(fileOf(filed(page), 'trip') ?? '')
    expect(text).toContain('DTSTART;TZID=Pacific/Auckland:20261125T090000')
    expect(text).toContain('DTEND;TZID=Pacific/Honolulu:20261124T200000')
  })

  test('says what is not confirmed and what was called off', () => {
    const status = (of: string) => {
      const page = version(tripWith([{ ...flight, status: of }]), { for: 'traveller' })
      return /STATUS:(\w+)/.exec(entryFile(filed(page), flight.id) ?? '')?.[1]
    }
    expect(['requested', 'intended', 'booked', 'cancelled'].map(status)).toEqual([
      'TENTATIVE',
      'TENTATIVE',
      'CONFIRMED',
      'CANCELLED',
    ])
  })

  test('of nights without a time has the days', () => {
    const nights = {
      ...flight,
      kind: 'stay',
      from: end({ local: '2026-11-24', place: 'Seehof' }),
      to: end({ local: '2026-11-26' }),
    }
    const page = version(tripWith([nights]), { for: 'family' })
    const text = unfolded(entryFile(filed(page), flight.id) ?? '')
    expect(text).toContain('DTSTART;VALUE=DATE:20261124')
    expect(text).toContain('DTEND;VALUE=DATE:20261126')
    expect(text).toContain('SUMMARY:Seehof')
  })

  test('of a part whose time nobody knows is not there', () => {
    const page = version(tripWith([{ ...flight, from: end({ airport: 'LCY' }), to: end({}) }]), { for: 'traveller' })
    expect(entryFile(filed(page), flight.id)).toBeNull()
    expect(fileOf(filed(page), 'trip')).toBeNull()
  })

  test('with dates alone is one event of whole days', () => {
    const text = fileOf(filed(version(tripWith([flight]), { for: 'family', shows: 'dates' })), 'trip') ?? ''
    expect(text).toContain('DTSTART;VALUE=DATE:20261124')
    expect(text).toContain('DTEND;VALUE=DATE:20261127')
    expect(text).not.toContain('XQ')
  })
})

describe('a driver', () => {
  const ride = {
    id: '018f0000-0000-7000-8000-000000000002',
    kind: 'ride',
    status: 'requested',
    title: 'Alder Cars to the hotel',
    confirmation: 'AL-20931',
    pickUp: 'Arrivals 1, by the flower stall',
    from: timed('2026-11-24T21:00', 'Europe/Zurich', { airport: 'ZRH', terminal: '1' }),
    to: end({ place: 'Seehof', address: 'Seestrasse 1' }),
  }
  const stay = { ...ride, id: '018f0000-0000-7000-8000-000000000003', kind: 'stay', phone: '+41 44 000 00 00' }

  test('reads whom to pick up, where, and the landing that is waited for', async () => {
    const page = version(tripWith([flight, ride, stay]), {
      for: 'driver',
      segments: [ride.id],
      reach: 'Ines, +44 20 7946 0102',
    })
    expect(page.entries).toHaveLength(1)
    expect(page.entries[0]?.facts).toEqual([
      { name: 'Pick-up point', words: 'Arrivals 1, by the flower stall' },
      { name: 'Meets', words: 'XQ 345, lands Tue 24 Nov 2026, 20:35 (Europe/Zurich), ZRH, terminal 1' },
    ])
    const text = `${await itineraryPage(page, place)}`
    expect(text).toContain('Ines, +44 20 7946 0102')
    expect(text).not.toMatch(/AL-20931|\+41 44|Alder/)
  })

  test('is told that a terminal is not known, where the booking does not say it', () => {
    const unsaid = { ...flight, to: timed('2026-11-24T20:35', 'Europe/Zurich', { airport: 'ZRH' }) }
    const page = version(tripWith([unsaid, ride]), { for: 'driver', segments: [ride.id] })
    expect(page.entries[0]?.facts[1]?.words).toMatch(/terminal not known$/)
  })
})

test('markup in anything somebody wrote is only letters on the page', async () => {
  const bad = '"><img src=x onerror=alert(1)><script>1</script>'
  const page = version(tripWith([{ ...flight, title: bad, seat: bad }]), { for: 'traveller', reach: bad, needs: bad })
  expect(`${await itineraryPage(page, place)}`).not.toMatch(/<img|<script>1/)
})
