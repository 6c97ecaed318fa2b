import * as fc from 'fast-check'
import { segmentKinds, segmentStates } from '../../../plan/segment.ts'
import type { SegmentView, TripView } from '../model.ts'
import { chosenOnly, type Reader } from './lists/model.ts'

/** One clear time in a zone, as a view of it has it. */
const zones = ['Europe/London', 'Europe/Zurich', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'] as const
const uuid = fc.uuid()
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 3 })

/** A word that stands nowhere else, with what it is a value of in it. */
const token = (of: string) => fc.nat(1_000_000).map((n) => `Q${of}${n}z`)

const end = (which: 'from' | 'to'): fc.Arbitrary<SegmentView['from']> =>
  fc
    .record({
      place: maybe(token('place')),
      airport: maybe(fc.constantFrom('LCY', 'ZRH', 'JFK')),
      terminal: maybe(token('terminal')),
      address: maybe(token('address')),
      minutes: maybe(fc.integer({ min: 0, max: 5 * 1440 })),
      zone: maybe(fc.constantFrom(...zones)),
      isDay: fc.boolean(),
    })
    .map(({ minutes, zone, isDay, ...rest }) => {
      const begin = Temporal.PlainDateTime.from('2026-11-23T06:00').add({ hours: which === 'to' ? 2 : 0 })
      const time = minutes === null ? null : begin.add({ minutes })
      const at = time && zone && !isDay ? time.toZonedDateTime(zone).toString({ smallestUnit: 'second' }) : null
      return {
        ...rest,
        local: time === null ? null : isDay ? time.toPlainDate().toString() : time.toString({ smallestUnit: 'second' }),
        zone: isDay ? null : zone,
        offset: null,
        at,
        home: null,
        words: null,
        zoneFrom: zone === null ? null : 'hand',
      }
    })

const deadline = maybe(
  fc.constantFrom({ local: '2026-11-23T18:00:00', zone: 'Europe/London', at: null, words: 'by the evening' }),
)
const by = { who: 'Qchecked1z', at: '2026-11-22T09:00:00+00:00[Europe/London]' }

/** A segment with a word of its own in every field there is. */
export const anySegment: fc.Arbitrary<SegmentView> = fc
  .record({
    id: uuid,
    kind: fc.constantFrom(...segmentKinds),
    status: fc.constantFrom(...segmentStates),
    title: token('title'),
    provider: maybe(token('provider')),
    number: maybe(token('number')),
    confirmation: maybe(token('reference')),
    from: end('from'),
    to: end('to'),
    checkInBy: deadline,
    cancelBy: deadline,
    seat: maybe(token('seat')),
    cabin: maybe(token('cabin')),
    name: maybe(token('bookedName')),
    amount: fc.integer({ min: 7_000_000, max: 9_000_000 }),
    fallback: maybe(token('fallback')),
    driver: maybe(token('driver')),
    phone: maybe(token('phone')),
    pickUp: maybe(token('pickUp')),
    person: token('person'),
    address: token('mail'),
    notes: token('notes'),
    asked: token('asked'),
    waiting: maybe(token('waiting')),
    confirmedBy: maybe(token('confirmer')),
  })
  .map(({ amount, person, address, asked, waiting, confirmedBy, ...one }) => ({
    ...one,
    tripId: '00000000-0000-7000-8000-000000000000',
    version: 3,
    givenTitle: one.title,
    statusWords: 'Qstatus1z',
    own: false,
    fare: { changeable: true, changeableUntil: null, refundable: false, refundableUntil: null },
    cost: { amount, currency: 'CHF' },
    asked: {
      words: asked,
      on: null,
      from: null,
      to: null,
      departAfter: null,
      arriveBy: null,
      cabin: null,
      seat: null,
      name: null,
    },
    dependsOn: [],
    minimumConnection: 45,
    people: [{ name: person, address }],
    eventId: null,
    waiting: waiting === null ? null : { words: waiting, of: waiting, since: by.at, wanted: {} },
    confirmedBy: confirmedBy === null ? null : { ...by, who: confirmedBy, reference: `Qreference${amount}z` },
    checkedBy: by,
    needs: [],
    neededBy: [],
    sources: [],
  }))

/** A trip with a word of its own in every field there is. */
export const anyTrip: fc.Arbitrary<TripView> = fc
  .record({
    segments: fc.uniqueArray(anySegment, { maxLength: 6, selector: ({ id }) => id }),
    title: token('tripTitle'),
    purpose: token('purpose'),
    success: token('success'),
    why: token('why'),
    travellers: fc.uniqueArray(token('traveller'), { maxLength: 3 }),
    cities: fc.uniqueArray(token('city'), { maxLength: 3 }),
    point: token('point'),
    approval: token('approval'),
    lastWayHome: token('lastWayHome'),
  })
  .map(({ travellers, point, approval, ...one }) => ({
    ...one,
    id: '00000000-0000-7000-8000-000000000000',
    version: 2,
    state: 'planned' as const,
    travellers: travellers.map((name) => ({ name, personId: null, executive: false })),
    from: '2026-11-24',
    until: '2026-11-26',
    approvals: [{ of: approval, state: 'given' as const, words: '' }],
    budget: { amount: 7_654_321, currency: 'CHF' },
    entries: [],
    calendarId: null,
    label: 'desk' as const,
    readers: [],
    points: [
      { id: one.title, words: point, ownerId: null, dueOn: null, segmentId: null, ownerName: null, settled: null },
    ],
    zone: 'Europe/London',
    zones: ['Europe/London'],
    costs: [{ amount: 7_123_456, currency: 'CHF' }],
    cancelled: null,
  }))

/** What a word of the generated trip is a value of: "Qseat12z" is a seat. */
export const tokens = (value: unknown): Set<string> =>
  new Set([...JSON.stringify(value).matchAll(/Q([A-Za-z]+)\d+z/g)].map(([, of = '']) => of))

/** Written down here once more, from what each of them needs, and not from the lists. */
export const needed: Record<Reader, readonly string[]> = {
  traveller: [
    ...['tripTitle', 'purpose', 'traveller', 'city', 'title', 'provider', 'number', 'reference', 'place', 'terminal'],
    ...['address', 'seat', 'cabin', 'bookedName', 'fallback', 'driver', 'phone', 'pickUp', 'person'],
  ],
  driver: ['traveller', 'place', 'terminal', 'address', 'pickUp', 'number'],
  host: ['traveller', 'place', 'address'],
  family: ['traveller', 'city', 'number', 'place', 'terminal', 'address', 'phone'],
  office: ['tripTitle', 'traveller', 'city', 'title', 'number', 'provider', 'place', 'terminal', 'address', 'phone'],
}

/** What a test chooses for a reader who is told of nothing else. */
export const chosenBy = (trip: TripView, reader: Reader) =>
  chosenOnly.has(reader) ? trip.segments.map(({ id }) => id) : []
