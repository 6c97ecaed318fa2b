import { describe, expect, test } from 'vitest'
import { judge } from '../judge.ts'
import { instant, ruleOf } from '../testing.ts'
import { day, end, flight, part, planFor, point, saidOf, traveller, tripOf } from '../trips/testing.ts'

const out = flight('XQ 345', 'LCY', '2026-11-24 17:55', 'ZRH', '2026-11-24 20:40')
const of = (...segments: Parameters<typeof tripOf>[2]) => tripOf('2026-11-24', '2026-11-26', segments)
const asking = { words: 'Tuesday evening from City', on: day('2026-11-24'), from: 'LCY', to: 'ZRH' }
const asked = { ...asking, departAfter: null, arriveBy: null, cabin: null, name: null }
const fixesOf = (kind: string, trip: ReturnType<typeof of>, more = {}) =>
  judge(planFor(trip, [], more), [ruleOf(kind)]).flatMap(({ fixes }) => fixes)

describe('booked as asked', () => {
  test('says every difference of a booking in one sentence', () => {
    const december = flight('XQ 345', 'LHR', '2026-12-24 17:55', 'ZRH', '2026-12-24 20:40', { asked })
    expect(saidOf('as-asked', tripOf('2026-12-24', '2026-12-26', [december]))).toEqual([
      '“XQ 345” is booked on Thu 24 Dec 2026, not Tue 24 Nov 2026: December instead of November and from LHR, not LCY; asked was “Tuesday evening from City”',
    ])
  })

  test('holds clocks, cabin and name against each other', () => {
    const wanted = { ...asked, departAfter: 18 * 60, arriveBy: 20 * 60, cabin: 'Business', name: 'Ingrid Halvorsen' }
    const booked = { ...out, asked: wanted, cabin: 'Economy Light', name: 'HALVORSEN/INGA MS' }
    expect(saidOf('as-asked', of(booked))).toEqual([
      '“XQ 345” is booked leaving 17:55, not after 18:00, arriving 20:40, not by 20:00, in economy, not business and in the name of HALVORSEN/INGA MS, not Ingrid Halvorsen; asked was “Tuesday evening from City”',
    ])
  })

  test('holds a seat by its number, or by its side where the booking tells it', () => {
    const said = (seat: string, has: string, cabin = 'Economy') =>
      saidOf('as-asked', of({ ...out, asked: { ...asked, seat }, seat: has, cabin }))
    expect(said('3A', '4C')).toEqual(['“XQ 345” is booked in seat 4C, not 3A; asked was “Tuesday evening from City”'])
    expect(said('aisle', '14A')).toHaveLength(1)
    for (const [seat, has, cabin] of [
      ['3a', '3 A', 'Economy'],
      ['aisle', '14C', 'Economy'],
      ['aisle', '3A', 'Business'],
      ['front', '14A', 'Economy'],
      ['by my husband', '14A', 'Economy'],
    ] as const)
      expect(said(seat, has, cabin)).toEqual([])
  })

  test('takes a name as airlines write it, and a fare letter for no cabin', () => {
    const wanted = { ...asked, cabin: 'business', name: 'Ingrid Marie Halvorsen' }
    for (const name of ['HALVORSEN/INGRIDMARIEMS', 'Halvorsen, Ingrid', 'MS INGRID MARIE HALVORSEN'])
      expect(saidOf('as-asked', of({ ...out, asked: wanted, cabin: 'J', name }))).toEqual([])
  })

  test('says nothing of what nobody asked, of a city against an airport, and of what is over', () => {
    const city = { ...asked, from: 'London', on: null }
    expect(saidOf('as-asked', of({ ...out, asked: city }))).toEqual([])
    expect(saidOf('as-asked', of(out))).toEqual([])
    const wrong = { ...out, asked: { ...asked, from: 'LHR' } }
    expect(saidOf('as-asked', of(wrong))).toHaveLength(1)
    expect(saidOf('as-asked', of(wrong), { at: instant('2026-11-25T09:00:00Z') })).toEqual([])
  })

  test('holds a flight of the one traveller against the passport', () => {
    const trip = {
      ...of({ ...out, name: 'HALVORSEN/I' }),
      travellers: [traveller('Inga', { passportName: 'Ingrid Berg' })],
    }
    expect(saidOf('as-asked', trip)).toEqual(['“XQ 345” is booked in the name of HALVORSEN/I, not Ingrid Berg'])
  })

  test('asks whoever holds it for what was asked', () => {
    const [fix] = fixesOf('as-asked', of({ ...out, asked: { ...asked, from: 'LHR' } }))
    expect(fix).toMatchObject({ reach: 'world', operation: 'segment.ask', input: { key: 'segment:XQ 345' } })
    expect(fix?.input.wanted).toMatchObject({ words: 'Tuesday evening from City', starts: null })
  })
})

describe('a connection', () => {
  const first = flight('XQ 1', 'LCY', '2026-11-24 08:00', 'CDG/2E', '2026-11-24 10:20')
  const next = (leaves: string, from = 'CDG/2E', more = {}) =>
    flight('ZV 9', from, `2026-11-24 ${leaves}`, 'HND', '2026-11-25 08:00', more)

  test('is long enough, by what somebody said of it or of its airport', () => {
    expect(saidOf('connection', of(first, next('11:10')))).toEqual([
      '“XQ 1” arrives Tue 24 Nov, 10:20 (Paris) and “ZV 9” leaves Tue 24 Nov, 11:10 (Paris): 50 min to change, 1 h are needed',
    ])
    expect(saidOf('connection', of(first, next('11:20')))).toEqual([])
    expect(saidOf('connection', of(first, next('11:40')), { params: { airports: 'LHR 75, CDG 90' } })).toHaveLength(1)
    expect(saidOf('connection', of(first, next('11:40', 'CDG/2E', { minimumConnection: 95 })))).toHaveLength(1)
    expect(saidOf('connection', of(first, next('11:10', 'CDG/2E', { minimumConnection: 45 })))).toEqual([])
  })

  test('takes the way between two terminals on top, and asks where nobody knows it', () => {
    const change = of(first, next('11:40', 'CDG/2G'))
    expect(saidOf('connection', change)).toEqual([
      'How long does it take from CDG terminal 2E to CDG terminal 2G? There are 1 h 20 min between “XQ 1” and “ZV 9”, Tue 24 Nov, 11:40 (Paris)',
    ])
    expect(fixesOf('connection', change)).toEqual([
      {
        reach: 'desk',
        operation: 'place.minutes',
        input: { from: 'CDG terminal 2E', to: 'CDG terminal 2G' },
        words: 'Say how long it takes from CDG terminal 2E to CDG terminal 2G',
      },
    ])
    const minutes = (n: number) => ({ travelMinutes: { 'CDG terminal 2E': { 'CDG terminal 2G': n } } })
    expect(saidOf('connection', change, minutes(20))).toEqual([])
    expect(saidOf('connection', change, minutes(25))).toEqual([
      '“XQ 1” arrives Tue 24 Nov, 10:20 (Paris) and “ZV 9” leaves Tue 24 Nov, 11:40 (Paris): 1 h 20 min to change, 1 h 25 min are needed (25 min of it from CDG terminal 2E to CDG terminal 2G)',
    ])
    expect(saidOf('connection', of(first, next('15:00', 'CDG/2G')))).toEqual([])
  })

  test('is missed where what leaves has left, and a later one is asked for', () => {
    const missed = of(first, next('10:00', 'CDG/2E'))
    expect(saidOf('connection', missed)).toEqual([
      '“XQ 1” arrives Tue 24 Nov, 10:20 (Paris); “ZV 9” has left by then, at Tue 24 Nov, 10:00 (Paris)',
    ])
    expect(fixesOf('connection', missed)[0]).toMatchObject({
      reach: 'world',
      words: 'Ask for “ZV 9” at Tue 24 Nov, 11:20 (Paris)',
      input: { wanted: { starts: '2026-11-24T11:20:00', startZone: 'Europe/Paris', endZone: 'Asia/Tokyo' } },
    })
  })

  test('is missed as well where the flight home leaves before the one that brings there', () => {
    const home = flight('XQ 350', 'ZRH', '2026-11-25 14:00', 'LCY', '2026-11-25 14:45')
    const moved = flight('XQ 345', 'LCY', '2026-11-26 10:00', 'ZRH', '2026-11-26 12:45')
    expect(saidOf('connection', of(home, moved))).toEqual([
      '“XQ 345” arrives Thu 26 Nov, 12:45 (Zurich); “XQ 350” has left by then, at Wed 25 Nov, 14:00 (Zurich)',
    ])
    const tied = { ...home, dependsOn: [moved.key] }
    expect(saidOf('connection', of(tied, moved))).toHaveLength(1)
    expect(saidOf('connection', of({ ...home, name: 'BERG/OLE' }, { ...moved, name: 'A/B' }))).toEqual([])
    const there = flight('XQ 345', 'LCY', '2026-11-24 10:00', 'ZRH', '2026-11-24 12:45')
    expect(saidOf('connection', of(there, home))).toEqual([])
  })

  test('is none between two travellers, nor between two bookings of one flight', () => {
    const other = { ...first, key: 'segment:other', name: 'BERG/OLE' }
    expect(saidOf('connection', of({ ...first, name: 'HALVORSEN/INGRID' }, other))).toEqual([])
    expect(
      saidOf('connection', of(first, { ...next('10:40'), name: 'BERG/OLE' }, { ...first, name: 'A/B' })),
    ).toHaveLength(1)
    expect(saidOf('connection', of({ ...first, name: 'A/B' }, { ...next('10:40'), name: 'BERG/OLE' }))).toEqual([])
  })

  test('of what the desk only wishes is changed by the desk', () => {
    const wish = next('11:00', 'CDG/2E', { status: 'intended' })
    expect(fixesOf('connection', of(first, wish))[0]).toMatchObject({
      reach: 'desk',
      operation: 'segment.edit',
      input: { key: 'segment:ZV 9', set: { from: { airport: 'CDG', terminal: '2E', local: '2026-11-24T11:20:00' } } },
    })
  })
})

describe('a ride', () => {
  const pickUp = (at: string, from = 'ZRH', more = {}) =>
    part('ride', 'Car to Seehof', end(from, `2026-11-24 ${at}`), end('Seehof', null, 'Europe/Zurich'), more)
  const toCity = (arrives: string, to = 'LCY', more = {}) =>
    part('ride', 'Car to City', end('Finsbury Sq', '2026-11-24 15:30'), end(to, `2026-11-24 ${arrives}`), more)

  test('is not there before the flight lands', () => {
    expect(saidOf('ride-fits', of(out, pickUp('19:45')))).toEqual([
      '“Car to Seehof” is there Tue 24 Nov, 19:45 (Zurich), 55 min before “XQ 345” arrives, Tue 24 Nov, 20:40 (Zurich)',
    ])
    expect(saidOf('ride-fits', of(out, pickUp('20:40')))).toEqual([])
    expect(fixesOf('ride-fits', of(out, pickUp('19:45')))[0]).toMatchObject({
      reach: 'world',
      words: 'Ask for “Car to Seehof” at Tue 24 Nov, 21:10 (Zurich)',
    })
  })

  test('does not come hours after', () => {
    expect(saidOf('ride-fits', of(out, pickUp('23:30')))).toEqual([
      '“Car to Seehof” comes Tue 24 Nov, 23:30 (Zurich), long after “XQ 345” has arrived, Tue 24 Nov, 20:40 (Zurich)',
    ])
  })

  test('waits at the airport and terminal where the flight arrives, where somebody tied it to the flight', () => {
    const tied = pickUp('20:45', 'CDG', { dependsOn: [out.key] })
    expect(saidOf('ride-fits', of(out, tied))).toContain(
      '“Car to Seehof” waits at CDG; “XQ 345” arrives at ZRH, Tue 24 Nov, 20:40 (Zurich)',
    )
    const terminal = { ...out, to: end('ZRH/2', '2026-11-24 20:40') }
    expect(saidOf('ride-fits', of(terminal, pickUp('20:45', 'ZRH/1')))).toEqual([
      '“Car to Seehof” waits at ZRH terminal 1; “XQ 345” arrives at ZRH terminal 2, Tue 24 Nov, 20:40 (Zurich)',
    ])
  })

  test('brings its traveller before check-in closes, and not hours before', () => {
    expect(saidOf('ride-fits', of(toCity('17:10'), out))).toEqual([
      '“Car to City” arrives Tue 24 Nov, 17:10 (London); for “XQ 345” one has to be there by Tue 24 Nov, 16:55 (London)',
    ])
    expect(saidOf('ride-fits', of(toCity('16:50'), out))).toEqual([])
    const closes = { ...out, checkInBy: instant('2026-11-24T17:25:00Z') }
    expect(saidOf('ride-fits', of(toCity('17:10'), closes))).toEqual([])
    const early = { ...toCity('12:00'), from: end('Finsbury Sq', '2026-11-24 11:30') }
    expect(saidOf('ride-fits', of(early, out))[0]).toBe(
      '“Car to City” arrives Tue 24 Nov, 12:00 (London), 5 h 55 min before “XQ 345” leaves, Tue 24 Nov, 17:55 (London); 4 h 55 min later would do',
    )
  })

  test('that says only when it begins is asked how long it takes', () => {
    const open = { ...toCity('17:00'), to: end('LCY', null), span: null }
    expect(saidOf('ride-fits', of({ ...open, dependsOn: [out.key] }, out))).toEqual([
      'How long does it take from Finsbury Sq to LCY? “Car to City” begins Tue 24 Nov, 15:30 (London); for “XQ 345” one has to be there by Tue 24 Nov, 16:55 (London)',
    ])
    const said = (minutes: number) =>
      saidOf('ride-fits', of(open, out), { travelMinutes: { 'Finsbury Sq': { LCY: minutes } } })
    expect(said(45)).toEqual([])
    expect(said(100)).toEqual([
      '“Car to City” begins Tue 24 Nov, 15:30 (London); for “XQ 345” one has to be there by Tue 24 Nov, 16:55 (London)',
    ])
  })

  test('left behind on the day before is found', () => {
    const later = flight('XQ 345', 'LCY', '2026-11-25 17:55', 'ZRH', '2026-11-25 20:40')
    expect(saidOf('ride-fits', of(later, pickUp('20:45')))).toHaveLength(1)
    expect(saidOf('ride-fits', of(later, toCity('16:50')))).toHaveLength(1)
  })
})

describe('a time', () => {
  test('without a zone is nobody’s', () => {
    const lost = part('train', 'Sleeper', end('Gare', '2026-11-24 17:55', null), end('Mill', '2026-11-24 20:00'))
    expect(saidOf('zone-known', of(lost))).toEqual([
      '“Sleeper” begins Tue 24 Nov, 17:55, and nobody has said in which zone: nobody can say when that is',
    ])
    expect(saidOf('zone-known', of(out))).toEqual([])
  })
})

describe('an open point', () => {
  const at = instant('2026-11-18T18:00:00Z')
  test('has an owner, and is not silently late', () => {
    const trip = {
      ...of(out),
      points: [point('Gift for the host', null), point('Book dinner', 'Jo', at), point('Fine', 'Jo')],
    }
    expect(saidOf('points-owned', trip).sort()).toEqual([
      'Nobody sees to “Gift for the host” for “Zurich”',
      '“Book dinner” for “Zurich” was due Wed 18 Nov, 18:00 (London) and is open; Jo sees to it',
    ])
    expect(fixesOf('points-owned', trip)).toEqual([
      expect.objectContaining({
        operation: 'point.edit',
        input: { key: 'point:Book dinner', set: { dueOn: '2026-11-23' } },
      }),
      expect.objectContaining({ input: { key: 'point:Gift for the host', set: { ownerId: 'me' } } }),
    ])
  })
})

describe('what is not confirmed', () => {
  const at = instant('2026-11-20T09:00:00Z')
  test('is said some days before it begins', () => {
    expect(saidOf('confirmed-in-time', of({ ...out, status: 'intended' }))).toEqual([
      '“XQ 345”, Tue 24 Nov, 17:55 (London), is not booked, 4 days before it begins',
    ])
    expect(saidOf('confirmed-in-time', of({ ...out, status: 'requested' }), { params: { days: 3 } })).toEqual([])
    expect(saidOf('confirmed-in-time', of(out))).toEqual([])
  })

  test('and was asked for stays amber until somebody answers', () => {
    const waiting = { words: 'at 20:45', of: 'Alder Cars', since: at }
    expect(saidOf('confirmed-in-time', of({ ...out, waiting }))).toEqual([
      '“XQ 345”, Tue 24 Nov, 17:55 (London), waits for Alder Cars, asked Fri 20 Nov, 09:00 (London) (at 20:45)',
    ])
    expect(fixesOf('confirmed-in-time', of({ ...out, waiting }))[0]).toMatchObject({ words: 'Ask Alder Cars again' })
  })
})
