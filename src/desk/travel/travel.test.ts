import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../testing.ts'
import { flight, travelOf, zurich } from './testing.ts'

let desk: TestDesk
let the: ReturnType<typeof travelOf>
beforeAll(async () => {
  desk = await testDesk()
  the = travelOf(desk)
  await desk.do('calendar.add', { name: 'Work' })
})
afterAll(() => desk.stop())

type Shown = { events: { eventId: string; title: string; start: string; end: string; kind: string; label: string }[] }
const on = async (from: string, to = from) => (await desk.do<Shown>('event.list', { from, to })).events

describe('a trip', () => {
  test('is planned for whose desk it is, listed, shown, and said in the record', async () => {
    const trip = await the.trip({ purpose: 'Sign the lease', cities: ['Zurich'] })
    expect(trip).toMatchObject({
      ...zurich,
      purpose: 'Sign the lease',
      state: 'planned',
      travellers: [{ name: 'Dana Okafor', executive: true }],
      segments: [],
      points: [],
      zone: 'Europe/London',
      version: 1,
    })
    expect(await the.said()).toEqual(['Planned the trip “Zurich board”, Tue 1 Dec 2026 to Thu 3 Dec 2026'])
    const { trips } = await desk.do<{ trips: object[] }>('trip.list')
    expect(trips).toMatchObject([{ id: trip.id, title: 'Zurich board', segments: 0, findings: 0, next: null }])
  })

  test('has its flight on the calendar, in the zones of its airports', async () => {
    const trip = await the.trip()
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
    const { did, segment: later } = await the.edit(segment.id, {
      from: { local: '2026-12-01T18:55' },
      to: { local: '2026-12-01T21:40' },
    })
    expect(later).toMatchObject({ version: 2, from: { airport: 'LCY', local: '2026-12-01T18:55' } })
    expect(await on('2026-12-01')).toMatchObject([{ start: '2026-12-01T18:55:00+00:00[Europe/London]' }])
    await the.undo(did.entry)
    expect(await on('2026-12-01')).toMatchObject([{ start: '2026-12-01T17:55:00+00:00[Europe/London]' }])
    expect((await the.show(trip.id)).trip.segments).toMatchObject([
      { from: { local: '2026-12-01T17:55' }, eventId: segment.eventId },
    ])
    expect(flight.number).toBe('XQ 345')
  })
})
