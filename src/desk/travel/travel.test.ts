import { beforeEach, describe, expect, test } from 'vitest'
import type { TripView } from './model.ts'
import { deskWithTrips, flight, onCalendar, refusedAt, zurich } from './testing.ts'

const it = deskWithTrips()
let { desk, the, trip, work } = it
beforeEach(() => {
  ;({ desk, the, trip, work } = it)
})

const on = (from: string, to = from) => onCalendar(desk, from, to)
const whole = async () => (await the.show(trip.id)).trip

describe('a trip', () => {
  test('is planned for whose desk it is, listed, shown, and said in the record', async () => {
    expect(trip).toMatchObject({
      ...zurich,
      state: 'planned',
      travellers: [{ name: 'Dana Okafor', executive: true }],
      segments: [],
      points: [],
      zone: 'Europe/London',
      version: 1,
    })
    const planned = 'Planned the trip “Zurich board”, Tue 1 Dec 2026 to Thu 3 Dec 2026'
    expect(await the.said()).toEqual([`${planned}; 15 rules of travel came with it`])
    await the.trip()
    expect(await the.said()).toEqual([planned])
    const { trips } = await desk.do<{ trips: object[] }>('trip.list')
    expect(trips).toMatchObject([{ id: trip.id, title: 'Zurich board', segments: 0, next: null }, {}])
  })

  test('that could not be is refused, by name', async () => {
    const no = (draft: object) => desk.try('trip.add', { ...zurich, ...draft })
    expect(await no({ until: '2026-11-30' })).toMatchObject(
      refusedAt('until', 'It would end before it begins: Mon 30 Nov 2026 is before Tue 1 Dec 2026.'),
    )
    expect(await no({ until: '2028-01-01' })).toMatchObject(refusedAt('until'))
    expect(await no({ calendarId: trip.id })).toMatchObject(refusedAt('calendarId'))
  })

  test('is changed in one field, keeps the rest, and goes back with the record', async () => {
    const { did, trip: after } = await desk.do<{ trip: TripView }>('trip.edit', {
      id: trip.id,
      version: trip.version,
      set: { purpose: 'Sign the lease' },
    })
    expect(after).toMatchObject({ ...zurich, purpose: 'Sign the lease', version: 2 })
    expect(await the.said()).toEqual(['Changed the trip “Zurich board”: what it is for'])
    expect(await desk.try('trip.edit', { id: trip.id, version: 1, set: { purpose: 'x' } })).toMatchObject({
      refused: { why: 'moved-on' },
    })
    await the.undo(did.entry)
    expect((await whole()).purpose).toBe('')
  })

  test('that is called off takes away what the desk owns, and leaves a point open for what others hold', async () => {
    const ride = await the.add(trip.id, { kind: 'ride', from: { place: 'Home' }, to: { airport: 'LCY' } })
    const held = await the.add(trip.id, {
      ...flight,
      provider: 'XQ Air',
      status: 'booked',
      confirmation: 'ABC123',
      cancelBy: { local: '2026-11-28T12:00' },
    })
    const { did, trip: off } = await desk.do<{ trip: TripView }>('trip.cancel', {
      id: trip.id,
      why: 'By video instead',
    })
    expect(off).toMatchObject({ state: 'cancelled', cancelled: { who: 'Ines', why: 'By video instead' } })
    expect(off.segments).toMatchObject([
      { id: held.id, status: 'booked' },
      { id: ride.id, status: 'cancelled' },
    ])
    expect(off.points).toMatchObject([
      {
        words: 'Call off “XQ 345 LCY → ZRH” with XQ Air (booked, ABC123)',
        ownerName: 'Ines',
        dueOn: '2026-11-28',
        segmentId: held.id,
      },
    ])
    expect(await on('2026-12-01')).toEqual([])
    await the.undo(did.entry)
    expect(await whole()).toMatchObject({ state: 'planned', points: [] })
    expect(await on('2026-12-01')).toMatchObject([{ title: 'XQ 345 LCY → ZRH' }])
  })

  test('is asked for twice under one key and planned once', async () => {
    const call = { key: 'a-key' }
    const first = await desk.do<{ trip: TripView }>('trip.add', { ...zurich, title: 'Oslo' }, call)
    const again = await desk.do<{ trip: TripView }>('trip.add', { ...zurich, title: 'Oslo' }, call)
    expect(again).toEqual(first)
  })

  test('sums what it costs by currency, and names the countries it arrives in as not looked at', async () => {
    await the.add(trip.id, { ...flight, cost: { amount: 42000, currency: 'GBP' } })
    await the.add(trip.id, { kind: 'stay', provider: 'Seehof', cost: { amount: 60000, currency: 'CHF' } })
    await the.add(trip.id, { kind: 'ride', cost: { amount: 9000, currency: 'CHF' } })
    expect(await whole()).toMatchObject({
      costs: [
        { amount: 69000, currency: 'CHF' },
        { amount: 42000, currency: 'GBP' },
      ],
      entries: [{ country: 'CH', visa: 'unknown', name: 'Switzerland' }],
      zones: ['Europe/London', 'Europe/Zurich'],
    })
  })
})

describe('a part of a trip', () => {
  test('stands on the calendar in the zones of its airports, follows its changes, and goes back', async () => {
    const segment = await the.add(trip.id)
    expect(segment).toMatchObject({
      title: 'XQ 345 LCY → ZRH',
      givenTitle: null,
      status: 'intended',
      own: true,
      statusWords: 'intended: nobody outside was asked',
      from: {
        zone: 'Europe/London',
        zoneFrom: 'airport LCY',
        at: '2026-12-01T17:55:00+00:00[Europe/London]',
        words: 'Tue 1 Dec 2026, 17:55 (Europe/London)',
      },
      to: { at: '2026-12-01T20:40:00+01:00[Europe/Zurich]', home: '2026-12-01T19:40:00+00:00[Europe/London]' },
    })
    expect(await on('2026-12-01')).toMatchObject([
      {
        eventId: segment.eventId,
        title: 'XQ 345 LCY → ZRH',
        kind: 'travel',
        start: '2026-12-01T17:55:00+00:00[Europe/London]',
        end: '2026-12-01T20:40:00+01:00[Europe/Zurich]',
      },
    ])
    expect(await the.said()).toEqual([
      'Added “XQ 345 LCY → ZRH”, Tue 1 Dec 2026, 17:55 (Europe/London) to Tue 1 Dec 2026, 20:40 (Europe/Zurich) (Zurich board)',
    ])
    const later = { from: { local: '2026-12-01T18:55' }, to: { local: '2026-12-01T21:40' } }
    const { did, segment: after } = await the.edit(segment.id, later)
    expect(after).toMatchObject({ version: 2, from: { airport: 'LCY', local: '2026-12-01T18:55' } })
    expect(await the.said()).toEqual([
      'Changed “XQ 345 LCY → ZRH” (Zurich board): it begins Tue 1 Dec 2026, 18:55 (Europe/London), it ends Tue 1 Dec 2026, 21:40 (Europe/Zurich)',
    ])
    expect(await on('2026-12-01')).toMatchObject([{ start: '2026-12-01T18:55:00+00:00[Europe/London]' }])
    await the.undo(did.entry)
    expect(await on('2026-12-01')).toMatchObject([{ start: '2026-12-01T17:55:00+00:00[Europe/London]' }])
    expect((await whole()).segments).toMatchObject([{ from: { local: '2026-12-01T17:55' }, eventId: segment.eventId }])
  })

  test('moves the executive, who reads its clocks from then on', async () => {
    await the.add(trip.id)
    const days = { from: '2026-12-02', to: '2026-12-02' }
    const { plan } = await desk.do<{ plan: { whereabouts: { zone: string }[] } }>('plan.show', days)
    expect(plan.whereabouts.at(-1)).toMatchObject({ zone: 'Europe/Zurich' })
  })

  test('whose airport nobody knows is refused by its name', async () => {
    expect(await desk.try('segment.add', { tripId: trip.id, ...flight, to: { airport: 'QQQ' } })).toMatchObject(
      refusedAt('to.airport', 'The desk’s tables know no airport “QQQ”.'),
    )
    expect(
      await desk.try('segment.add', { tripId: trip.id, ...flight, from: { ...flight.from, zone: 'Europe/Zurich' } }),
    ).toMatchObject(refusedAt('from.zone'))
  })

  test('that would end before it begins is refused with both times; across the date line it is right', async () => {
    const to = { airport: 'ZRH', local: '2026-12-01T18:40' }
    expect(await desk.try('segment.add', { tripId: trip.id, ...flight, to })).toMatchObject(
      refusedAt(
        'to.local',
        'It would end before it begins: Tue 1 Dec 2026, 18:40 (Europe/Zurich) is before Tue 1 Dec 2026, 17:55 (Europe/London).',
      ),
    )
    const west = await the.add(trip.id, {
      kind: 'flight',
      number: 'ZV 1',
      from: { airport: 'AKL', local: '2026-12-02T20:00' },
      to: { airport: 'LAX', local: '2026-12-02T11:15' },
    })
    expect(west.to.at).toBe('2026-12-02T11:15:00-08:00[America/Los_Angeles]')
  })

  test('in the hour that happens twice asks which, and is kept at that one', async () => {
    const night = await the.trip({ title: 'Night', from: '2026-10-24', until: '2026-10-26' })
    const draft = {
      kind: 'ride',
      from: { place: 'Home', local: '2026-10-25T01:30', zone: 'Europe/London' },
      to: { place: 'LCY', local: '2026-10-25T02:30', zone: 'Europe/London' },
    }
    expect(await desk.try('segment.add', { tripId: night.id, ...draft })).toMatchObject(
      refusedAt('from.offset', 'Sun 25 Oct 2026, 01:30 happens twice in Europe/London: say +01:00 or +00:00.'),
    )
    const second = await the.add(night.id, { ...draft, from: { ...draft.from, offset: '+00:00' } })
    const [kept] = await on('2026-10-25')
    expect(second.from.at).toBe('2026-10-25T01:30:00+00:00[Europe/London]')
    expect(Temporal.Instant.from((kept?.start ?? '').replace(/\[.*/, '')).toString()).toBe('2026-10-25T01:30:00Z')
  })

  test('without a zone has no instant, is on no calendar, and stays an open thing', async () => {
    const dinner = await the.add(trip.id, {
      kind: 'meal',
      title: 'Dinner',
      from: { place: 'Zurich', local: '2026-12-01T19:30' },
    })
    expect(dinner.from).toMatchObject({
      zone: null,
      zoneFrom: null,
      at: null,
      words: 'Tue 1 Dec 2026, 19:30 (no zone: when it is, nobody can say)',
    })
    expect(dinner.eventId).toBeNull()
  })

  test('takes the zone of a place the desk knows, never of a city by its name', async () => {
    await desk.do('place.minutes', { from: 'Seehof', to: 'ZRH', minutes: 25 })
    await desk.do('place.change', { name: 'Seehof', zone: 'Europe/Zurich' })
    const dinner = await the.add(trip.id, { kind: 'meal', from: { place: 'seehof', local: '2026-12-01T19:30' } })
    expect(dinner.from).toMatchObject({ zone: 'Europe/Zurich', zoneFrom: 'place Seehof' })
  })

  test('of a night is on no calendar; one that is called off goes from it', async () => {
    const zone = 'Europe/Zurich'
    const stay = await the.add(trip.id, {
      kind: 'stay',
      provider: 'Seehof',
      from: { local: '2026-12-01T15:00', zone },
      to: { local: '2026-12-03T11:00', zone },
    })
    expect(stay).toMatchObject({ title: 'Stay, Seehof', eventId: null })
    const segment = await the.add(trip.id)
    const { did } = await desk.do('segment.cancel', { id: segment.id, why: 'Train instead' })
    expect(await on('2026-12-01')).toEqual([])
    expect(await the.said()).toEqual(['Took “XQ 345 LCY → ZRH” out of the trip (Zurich board): Train instead'])
    expect(await desk.try('segment.edit', { id: segment.id, set: { notes: 'x' } })).toMatchObject({
      refused: { why: 'moved-on' },
    })
    await the.undo(did.entry)
    expect(await on('2026-12-01')).toHaveLength(1)
  })

  test('of a car that is had for days takes nobody’s time meanwhile; one that is driven does', async () => {
    const place = (local: string) => ({ place: 'Zurich', zone: 'Europe/Zurich', local })
    const hire = { kind: 'car', from: place('2026-12-01T09:00'), to: place('2026-12-03T09:00') }
    const car = await the.add(trip.id, hire)
    const busy = async () => {
      const { events } = await desk.do<{ events: { eventId: string; busy: boolean }[] }>('event.list', {
        from: '2026-12-01',
        to: '2026-12-01',
      })
      return events.find(({ eventId }) => eventId === car.eventId)?.busy
    }
    expect(await busy()).toBe(false)
    await the.edit(car.id, { to: { local: '2026-12-01T12:00' } })
    expect(await busy()).toBe(true)
  })

  test('names what it needs and what needs it', async () => {
    const first = await the.add(trip.id)
    const ride = await the.add(trip.id, { kind: 'ride', title: 'Car', dependsOn: [first.id] })
    expect(ride.needs).toEqual([{ id: first.id, title: 'XQ 345 LCY → ZRH' }])
    expect((await whole()).segments).toMatchObject([{ neededBy: [{ id: ride.id, title: 'Car' }] }, {}])
    expect(await desk.try('segment.edit', { id: first.id, set: { dependsOn: [first.id] } })).toMatchObject(
      refusedAt('dependsOn'),
    )
    expect(await desk.try('segment.edit', { id: first.id, set: { dependsOn: [trip.id] } })).toMatchObject(
      refusedAt('dependsOn'),
    )
  })
})

describe('what others are told of a trip', () => {
  test('is its parts and what is open, on the paper of the day and for whoever takes over', async () => {
    const segment = await the.add(trip.id, { ...flight, provider: 'XQ Air', status: 'booked' })
    await desk.do('segment.ask', { id: segment.id, to: 'XQ Air', wanted: { words: 'a seat in front' } })
    await the.point(trip.id, { words: 'Who holds the tickets?', dueOn: '2026-11-30' })
    type Sheet = { sections: { name: string; lines: string[] }[] }
    const { sections } = await desk.do<Sheet>('sheet.show', { on: '2026-12-01', for: 'executive' })
    expect(sections.find(({ name }) => name === 'On the way')?.lines).toEqual([
      'XQ 345 LCY → ZRH · Tue 1 Dec 2026, 17:55 (Europe/London) to Tue 1 Dec 2026, 20:40 (Europe/Zurich) · booked; asked XQ Air 09:00, no answer',
      'Open: Who holds the tickets? (Zurich board, due Mon 30 Nov 2026)',
    ])
    const cover = await desk.sit('cover', 'Wren')
    const draft = { away: desk.seat.member, cover, fromOn: null, toOn: '2026-12-01' }
    const { id } = (await desk.do<{ cover: { id: string } }>('cover.plan', draft)).cover
    const note = JSON.stringify(await desk.do('cover.note', { id }))
    expect(note).toContain('XQ 345 LCY → ZRH: booked; asked XQ Air 09:00, no answer')
    expect(note).toContain('Who holds the tickets?, due Mon 30 Nov 2026')
  })

  test('goes with it to another calendar', async () => {
    const segment = await the.add(trip.id)
    const other = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Travel' })).calendar.id
    const { did } = await desk.do('trip.edit', { id: trip.id, set: { calendarId: other } })
    expect(await on('2026-12-01')).toMatchObject([{ calendarId: other, title: 'XQ 345 LCY → ZRH' }])
    await the.undo(did.entry)
    expect(await on('2026-12-01')).toMatchObject([{ calendarId: work, eventId: segment.eventId }])
  })
})
