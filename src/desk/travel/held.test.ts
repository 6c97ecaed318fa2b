import { beforeEach, describe, expect, test } from 'vitest'
import { deskWithTrips, flight, onCalendar, refusedAt, timed } from './testing.ts'

const it = deskWithTrips()
let { desk, the, trip, work } = it
beforeEach(() => {
  ;({ desk, the, trip, work } = it)
})

const on = (from: string, to = from) => onCalendar(desk, from, to)
const whole = async () => (await the.show(trip.id)).trip
const event = async (title: string, when: object) =>
  (await desk.do<{ event: { eventId: string } }>('event.add', { calendarId: work, title, when })).event.eventId

describe('what somebody outside holds', () => {
  test('is asked for, stays amber, and is confirmed by who said so, at the time that was asked', async () => {
    const car = await the.add(trip.id, {
      kind: 'ride',
      provider: 'Alder Cars',
      from: { airport: 'ZRH', local: '2026-12-01T21:00' },
      to: { place: 'Seehof', local: '2026-12-01T21:40', zone: 'Europe/Zurich' },
    })
    desk.at = Temporal.Instant.from('2026-11-23T07:40:00Z')
    const wanted = { starts: '2026-12-01T22:00', ends: '2026-12-01T22:40' }
    const asked = await desk.do<{ segment: object }>('segment.ask', { id: car.id, to: 'Alder Cars', wanted })
    expect(asked.segment).toMatchObject({
      status: 'requested',
      own: false,
      statusWords: 'asked Alder Cars 09:00, no answer',
      from: { local: '2026-12-01T21:00' },
    })
    expect(await the.said()).toEqual([
      'Asked Alder Cars about “Alder Cars ZRH → Seehof” (Zurich board): Tue 1 Dec 2026, 22:00 to 22:40',
    ])
    desk.at = Temporal.Instant.from('2026-11-23T10:00:00Z')
    const { did, segment } = await desk.do<{ segment: object }>('segment.confirm', {
      id: car.id,
      who: 'Jo, Alder Cars',
      reference: 'AL-20931',
    })
    expect(segment).toMatchObject({
      status: 'confirmed',
      waiting: null,
      statusWords: 'confirmed by Jo, Alder Cars, ref AL-20931, 10:00',
      from: { local: '2026-12-01T22:00' },
    })
    expect(await on('2026-12-01')).toMatchObject([{ start: '2026-12-01T22:00:00+01:00[Europe/Zurich]' }])
    await the.undo(did.entry)
    expect((await whole()).segments).toMatchObject([{ status: 'requested', waiting: { of: 'Alder Cars' } }])
  })

  test('is asked to be called off, and is once they say that it is', async () => {
    const house = await the.add(trip.id, { kind: 'stay', provider: 'Seehof', status: 'booked', confirmation: 'S1' })
    const { segment: asked } = await desk.do<{ segment: object }>('segment.ask', {
      id: house.id,
      to: 'Seehof',
      wanted: { off: true },
    })
    expect(asked).toMatchObject({ status: 'booked', waiting: { words: 'call it off' } })
    const { segment } = await desk.do<{ segment: object }>('segment.confirm', { id: house.id, who: 'Seehof' })
    expect(segment).toMatchObject({ status: 'cancelled', waiting: null, confirmedBy: { who: 'Seehof' } })
    expect(await the.said()).toContain('Seehof confirmed that it is off: “Stay, Seehof” (Zurich board)')
  })

  test('is confirmed and called off only by saying so', async () => {
    const car = await the.add(trip.id, { kind: 'ride', provider: 'Alder Cars' })
    expect(await desk.try('segment.edit', { id: car.id, set: { status: 'confirmed' } })).toMatchObject(
      refusedAt('status'),
    )
    expect(await desk.try('segment.add', { tripId: trip.id, kind: 'ride', status: 'cancelled' })).toMatchObject(
      refusedAt('status'),
    )
    expect(await desk.try('segment.check', { id: car.id })).toMatchObject({ refused: { why: 'bad-input' } })
  })

  test('that was confirmed is changed when it says something else, and has to be held against what was asked again', async () => {
    const booked = await the.add(trip.id, { ...flight, status: 'booked', confirmation: 'ABC123' })
    await desk.do('segment.check', { id: booked.id })
    await desk.do('segment.confirm', { id: booked.id, who: 'XQ Air' })
    const { segment: seat } = await the.edit(booked.id, { seat: '4A' })
    expect(seat).toMatchObject({ status: 'confirmed', checkedBy: { who: 'Ines' } })
    const { segment } = await the.edit(booked.id, { from: { local: '2026-12-01T16:55' } })
    expect(segment).toMatchObject({ status: 'changed', checkedBy: null, confirmedBy: null })
  })

  test('has a letter that says what is held, and what is wanted on its own clocks', async () => {
    const booked = await the.add(trip.id, { ...flight, provider: 'XQ Air', status: 'booked', confirmation: 'ABC123' })
    const letter = await desk.do<{ to: string[]; subject: string; body: string }>('segment.letter', {
      id: booked.id,
      ask: 'change',
      wanted: { starts: '2026-12-01T19:55' },
    })
    expect(letter.to).toEqual(['XQ Air'])
    expect(letter.subject).toBe('XQ 345 LCY → ZRH (reference ABC123): a change')
    expect(letter.body).toContain('Would you change it to: Tue 1 Dec 2026, 19:55 (Europe/London)?')
    expect(letter.body).toContain('Dear XQ Air,')
  })
})

describe('a part and its event', () => {
  test('move together where the desk owns it', async () => {
    const segment = await the.add(trip.id, {
      kind: 'meal',
      title: 'Dinner',
      from: { place: 'Seehof', local: '2026-12-01T19:30', zone: 'Europe/Zurich' },
      to: { local: '2026-12-01T21:30', zone: 'Europe/Zurich' },
    })
    const { did } = await desk.do('event.move', {
      eventId: segment.eventId,
      when: timed('2026-12-01', '20:00', '22:00'),
    })
    expect((await whole()).segments).toMatchObject([
      { status: 'intended', from: { local: '2026-12-01T20:00:00' }, to: { local: '2026-12-01T22:00:00' } },
    ])
    await the.undo(did.entry)
    expect((await whole()).segments).toMatchObject([{ from: { local: '2026-12-01T19:30' } }])
    await desk.do('event.cancel', { eventId: segment.eventId })
    expect((await whole()).segments).toMatchObject([{ status: 'cancelled' }])
  })

  test('are not moved on the calendar where somebody outside holds it', async () => {
    const booked = await the.add(trip.id, { ...flight, status: 'booked' })
    const move = { eventId: booked.eventId, when: timed('2026-12-01', '19:00', '20:30') }
    expect(await desk.try('event.move', move)).toMatchObject({
      refused: {
        why: 'not-yours',
        words:
          '“XQ 345 LCY → ZRH” is booked, and belongs to the trip “Zurich board”: change it there, and ask whoever holds it.',
      },
    })
    expect(await desk.try('event.cancel', { eventId: booked.eventId })).toMatchObject({ refused: { why: 'not-yours' } })
    expect((await whole()).segments).toMatchObject([{ status: 'booked', from: { local: '2026-12-01T17:55' } }])
  })

  test('that was there before go together both ways, and what was booked says that it is changed', async () => {
    const eventId = await event('Board dinner', timed('2026-12-02', '19:00', '21:00'))
    const dinner = await the.add(trip.id, {
      kind: 'meal',
      title: 'Board dinner',
      eventId,
      status: 'booked',
      from: { place: 'Seehof', local: '2026-12-02T19:00', zone: 'Europe/Zurich' },
      to: { local: '2026-12-02T21:00', zone: 'Europe/Zurich' },
    })
    await the.edit(dinner.id, { from: { local: '2026-12-02T19:30' }, to: { local: '2026-12-02T21:30' } })
    expect(await on('2026-12-02')).toMatchObject([
      { eventId, title: 'Board dinner', start: '2026-12-02T19:30:00+01:00[Europe/Zurich]' },
    ])
    await desk.do('event.move', { eventId, when: timed('2026-12-02', '18:00', '20:00') })
    expect((await whole()).segments).toMatchObject([
      {
        status: 'changed',
        statusWords: 'changed: its event was moved on the calendar',
        from: { local: '2026-12-02T18:00:00' },
      },
    ])
    expect(await desk.try('segment.add', { tripId: trip.id, kind: 'meal', eventId })).toMatchObject(
      refusedAt('eventId'),
    )
    await desk.do('segment.cancel', { id: dinner.id })
    expect(await on('2026-12-02')).toMatchObject([{ eventId }])
    await desk.do('event.cancel', { eventId })
  })

  test('that was there before tells a part without times when it is, on the clocks of its airports, at once', async () => {
    const eventId = await event('XQ 345', {
      ...timed('2026-12-02', '17:10', '19:50', 'Europe/London'),
      endZone: 'Europe/Zurich',
    })
    const segment = await the.add(trip.id, {
      kind: 'flight',
      number: 'XQ 345',
      status: 'booked',
      from: { airport: 'LCY' },
      to: { airport: 'ZRH' },
      eventId,
    })
    expect(segment).toMatchObject({
      from: { local: '2026-12-02T17:10:00', zone: 'Europe/London', zoneFrom: 'airport LCY' },
      to: { local: '2026-12-02T19:50:00', zone: 'Europe/Zurich', zoneFrom: 'airport ZRH' },
    })
    await the.edit(segment.id, { from: { local: '2026-12-02T17:55' }, to: { local: '2026-12-02T20:35' } })
    const { changed } = await desk.do<{ changed: object }>('segment.cascade', { id: segment.id })
    expect(changed).toMatchObject({
      was: 'Wed 2 Dec 2026, 17:10 (Europe/London)',
      now: 'Wed 2 Dec 2026, 17:55 (Europe/London)',
    })
    expect(await on('2026-12-02')).toMatchObject([{ eventId, start: '2026-12-02T17:55:00+00:00[Europe/London]' }])
    const dinnerEvent = await event('Dinner', timed('2026-12-02', '21:30', '23:00'))
    const dinner = await the.add(trip.id, { kind: 'meal', title: 'Dinner', from: { local: '2026-12-01' } })
    const { segment: linked } = await the.edit(dinner.id, { eventId: dinnerEvent })
    expect(linked).toMatchObject({
      eventId: dinnerEvent,
      from: { local: '2026-12-02T21:30:00', zone: 'Europe/Zurich' },
      to: { local: '2026-12-02T23:00:00', zone: 'Europe/Zurich' },
    })
  })

  test('that was there before goes to the times a part is given with it', async () => {
    const eventId = await event('Lunch', timed('2026-12-02', '12:00', '13:00'))
    await the.add(trip.id, {
      kind: 'meal',
      eventId,
      from: { place: 'Seehof', local: '2026-12-02T12:30', zone: 'Europe/Zurich' },
      to: { local: '2026-12-02T13:30', zone: 'Europe/Zurich' },
    })
    expect(await on('2026-12-02')).toEqual(
      expect.arrayContaining([expect.objectContaining({ eventId, start: '2026-12-02T12:30:00+01:00[Europe/Zurich]' })]),
    )
  })
})

describe('what is open', () => {
  test('has somebody who sees to it, is settled once, and goes back', async () => {
    const point = await the.point(trip.id, {
      words: 'Who holds the tickets?',
      ownerId: desk.seat.member,
      dueOn: '2026-11-30',
    })
    expect(point).toMatchObject({ ownerName: 'Ines', settled: null })
    const { point: moved } = await desk.do<{ point: object }>('point.edit', {
      id: point.id,
      set: { dueOn: '2026-11-29' },
    })
    expect(moved).toMatchObject({ words: 'Who holds the tickets?', dueOn: '2026-11-29' })
    const { did } = await desk.do('point.settle', { id: point.id, how: 'Alder has them' })
    expect(await the.said()).toEqual(['Settled “Who holds the tickets?” (Zurich board): Alder has them'])
    expect(await desk.try('point.settle', { id: point.id, how: 'again' })).toMatchObject({
      refused: { why: 'moved-on' },
    })
    await the.undo(did.entry)
    expect((await whole()).points).toMatchObject([{ id: point.id, settled: null }])
  })

  test('is nobody’s who does not sit here, and about no part of another trip', async () => {
    expect(await desk.try('point.add', { tripId: trip.id, words: 'x', ownerId: trip.id })).toMatchObject(
      refusedAt('ownerId'),
    )
    expect(await desk.try('point.add', { tripId: trip.id, words: 'x', segmentId: trip.id })).toMatchObject(
      refusedAt('segmentId'),
    )
  })
})

describe('what is private of a trip', () => {
  test('leaves the desk for whoever holds it, and for nobody else', async () => {
    const secret = await the.trip({ title: 'Larkspur clinic', label: 'private' })
    const ride = await the.add(secret.id, {
      kind: 'ride',
      provider: 'Dr Venn',
      title: 'To the clinic',
      from: { place: 'Home', local: '2026-12-01T09:00', zone: 'Europe/London' },
      to: { place: 'Orchard Mews', local: '2026-12-01T10:00', zone: 'Europe/London' },
    })
    const { body } = await desk.do<{ body: string }>('segment.letter', { id: ride.id, ask: 'book' })
    expect(body).not.toContain('clinic')
    const ask = (to: string, message: string) => desk.try('segment.ask', { id: ride.id, to, wanted: {}, message })
    expect(await ask('Somebody Else', 'To Orchard Mews with Dr Venn?')).toMatchObject({ refused: { path: 'message' } })
    expect(await ask('Dr Venn', `${body} To Orchard Mews?`)).toMatchObject({ segment: { status: 'requested' } })
    expect(await ask('Dr Venn', 'To Larkspur clinic?')).toMatchObject({ refused: { path: 'message' } })
  })
})

describe('a private event', () => {
  test('becomes a part of a trip by nobody who may not read it', async () => {
    const when = timed('2026-12-02', '14:00', '15:00')
    const draft = { calendarId: work, title: 'Larkspur clinic', label: 'private', when }
    const { event: made } = await desk.do<{ event: { eventId: string } }>('event.add', draft)
    const member = await desk.sit('assistant', 'Tomás', { private: 'none' })
    const part = { tripId: trip.id, kind: 'meeting', eventId: made.eventId }
    expect(await desk.try('segment.add', part, { member })).toMatchObject(refusedAt('eventId'))
    expect(await desk.try('segment.add', part)).toMatchObject({ segment: { eventId: made.eventId } })
  })
})

describe('a private trip', () => {
  test('is there for whom it names, and for nobody else; so is its event', async () => {
    const areas = {
      calendar: 'act',
      travel: 'act',
      desk: 'act',
      people: 'act',
      mail: 'act',
      money: 'none',
      partnership: 'none',
    } as const
    const named = await desk.sit('assistant', 'Ravi', { areas, private: 'named' })
    const other = await desk.sit('assistant', 'Noor', { areas, private: 'named' })
    const secret = await the.trip({ title: 'Clinic', label: 'private', readers: [named] })
    const segment = await the.add(secret.id)
    expect(await desk.try('trip.show', { id: secret.id }, { member: named })).toMatchObject({
      trip: { title: 'Clinic' },
    })
    expect(await desk.try('trip.show', { id: secret.id }, { member: other })).toMatchObject({
      refused: { why: 'not-there' },
    })
    expect(await desk.try('segment.edit', { id: segment.id, set: { notes: 'x' } }, { member: other })).toMatchObject({
      refused: { why: 'not-there' },
    })
    const shown = async (member: string) =>
      (
        await desk.do<{ events: { title: string; busy: boolean }[] }>(
          'event.list',
          { from: '2026-12-01', to: '2026-12-01' },
          { member },
        )
      ).events.filter(({ busy }) => busy)
    expect(await shown(named)).toMatchObject([{ title: 'XQ 345 LCY → ZRH' }])
    expect(await shown(other)).toMatchObject([{ title: 'Private' }])
    await desk.do('trip.edit', { id: secret.id, set: { label: 'desk' } })
    expect(await shown(other)).toMatchObject([{ title: 'XQ 345 LCY → ZRH' }])
    expect(await desk.try('trip.show', { id: secret.id }, { member: other })).toMatchObject({
      trip: { segments: [{ title: 'XQ 345 LCY → ZRH' }] },
    })
  })
})
