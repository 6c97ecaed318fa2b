import { describe, expect, test } from 'vitest'
import { judge } from '../judge.ts'
import { guest, instant, ruleOf, thing } from '../testing.ts'
import { day, end, flight, part, planFor, saidOf, stay, traveller, tripOf } from '../trips/testing.ts'

const out = flight('XQ 345', 'LCY', '2026-11-24 17:55', 'ZRH', '2026-11-24 20:40')
const back = flight('XQ 350', 'ZRH', '2026-11-26 18:00', 'LCY', '2026-11-26 18:45')
const seehof = stay('Seehof', '2026-11-24 21:30', '2026-11-26 10:00')
const of = (...segments: Parameters<typeof tripOf>[2]) => tripOf('2026-11-24', '2026-11-26', segments)
const inZurich = (title: string, starts: string, ends: string, more = {}) =>
  thing(title, `2026-11-24 ${starts}`, ends, { zone: 'Europe/Zurich', kind: 'external', ...more })

describe('a bed', () => {
  test('is there for every night, or the nights without are said together', () => {
    expect(saidOf('bed-every-night', of(out, seehof, back))).toEqual([])
    expect(saidOf('bed-every-night', of(out, back))).toEqual([
      'There is no bed for the 2 nights from Tue 24 Nov on “Zurich”',
    ])
    expect(saidOf('bed-every-night', of(out, stay('Seehof', '2026-11-24', '2026-11-25'), back))).toEqual([
      'There is no bed for the night of Wed 25 Nov on “Zurich”',
    ])
  })

  test('is not asked for in the air, after the night, nor before anything is planned', () => {
    const night = flight('ZV 9', 'LHR', '2026-11-24 21:00', 'HND', '2026-11-25 17:30')
    expect(saidOf('bed-every-night', tripOf('2026-11-24', '2026-11-25', [night]))).toEqual([])
    const late = flight('ZV 9', 'LHR', '2026-11-24 21:00', 'ZRH', '2026-11-25 00:10')
    expect(saidOf('bed-every-night', tripOf('2026-11-24', '2026-11-25', [late]))).toHaveLength(1)
    expect(saidOf('bed-every-night', of())).toEqual([])
    expect(saidOf('bed-every-night', of(out, back), { at: instant('2026-11-25T09:00:00Z') })).toEqual([
      'There is no bed for the night of Wed 25 Nov on “Zurich”',
    ])
  })

  test('is not two for one traveller', () => {
    const other = stay('Baur', '2026-11-25', '2026-11-26')
    expect(saidOf('bed-every-night', of(out, seehof, other))).toEqual([
      'There are two beds for the night of Wed 25 Nov: “Seehof” and “Baur”',
    ])
    const two = { ...of(out, seehof, other), travellers: [traveller('Ingrid'), traveller('Ole', { executive: false })] }
    expect(saidOf('bed-every-night', two)).toEqual([])
    expect(saidOf('bed-every-night', of(out, seehof, { ...other, status: 'cancelled' }))).toEqual([])
  })

  test('too many is called off: what nobody holds is taken out, and whoever holds the other is asked', () => {
    const wish = stay('Baur', '2026-11-25', '2026-11-26', { status: 'intended' })
    const [found] = judge(planFor(of(out, seehof, wish, back)), [ruleOf('bed-every-night', {})])
    expect(found?.fixes).toMatchObject([
      { operation: 'segment.ask', input: { key: 'segment:Seehof', ask: 'cancel', wanted: { off: true, words: '' } } },
      { operation: 'segment.cancel', input: { key: 'segment:Baur' }, words: 'Take “Baur” out of the trip' },
    ])
  })

  test('whose nights nobody has said is asked about and not called missing', () => {
    expect(saidOf('bed-every-night', of(out, stay('Seehof', '2026-11-24', null)))).toEqual([
      'Nobody has said until when “Seehof” is booked, so some nights may be without a bed',
    ])
  })
})

describe('what follows an arrival', () => {
  const dinner = (from: string, more = {}) => inZurich('Dinner with Harlan', from, '23:30', more)

  test('begins with the margin that is wanted, and after a landing with the time to leave the airport', () => {
    expect(saidOf('arrive-in-time', of(out), { others: [dinner('21:10')] })).toEqual([
      '“XQ 345” arrives Tue 24 Nov, 20:40 (Zurich) and “Dinner with Harlan” begins at 21:10 (Zurich): 30 min, 45 min are wanted',
    ])
    expect(saidOf('arrive-in-time', of(out), { others: [dinner('21:25')] })).toEqual([])
    expect(
      saidOf('arrive-in-time', of(out), { others: [dinner('21:25')], params: { marginMinutes: 60 } }),
    ).toHaveLength(1)
  })

  test('is reached by the way, where somebody has said how long it is', () => {
    const others = [dinner('21:25', { place: 'Kronenhalle' })]
    expect(saidOf('arrive-in-time', of(out), { others })).toEqual([])
    expect(saidOf('arrive-in-time', of(out), { others, travelMinutes: { ZRH: { Kronenhalle: 25 } } })).toEqual([
      '“XQ 345” arrives Tue 24 Nov, 20:40 (Zurich) and “Dinner with Harlan” begins at 21:25 (Zurich): 45 min, 1 h 10 min are wanted, 25 min of it for the way',
    ])
  })

  test('is measured from the ride where there is one', () => {
    const ride = part(
      'ride',
      'Car',
      end('ZRH', '2026-11-24 21:00'),
      end('Kronenhalle', '2026-11-24 21:20', 'Europe/Zurich'),
    )
    expect(saidOf('arrive-in-time', of(out, ride), { others: [dinner('21:30')] })).toEqual([
      '“Car” arrives Tue 24 Nov, 21:20 (Zurich) and “Dinner with Harlan” begins at 21:30 (Zurich): 10 min, 15 min are wanted',
    ])
  })

  test('has begun already where one lands in it, and is reached by the ride as it will have to be', () => {
    const begun = inZurich('Dinner with Harlan', '20:30', '21:30', { place: 'Kronenhalle' })
    expect(saidOf('arrive-in-time', of(out), { others: [begun] })).toEqual([
      '“XQ 345” arrives Tue 24 Nov, 20:40 (Zurich) and “Dinner with Harlan” begins at 20:30 (Zurich): 10 min after it began, 45 min are wanted',
    ])
    expect(saidOf('nothing-in-the-air', of(out), { others: [begun] })).toEqual([])
    const ride = part(
      'ride',
      'Car',
      end('ZRH', '2026-11-24 20:05'),
      end('Kronenhalle', '2026-11-24 20:25', 'Europe/Zurich'),
    )
    const plan = planFor(of(out, ride), [{ ...begun, people: [] }])
    const [found, ...others] = judge(plan, [ruleOf('arrive-in-time')])
    expect(others).toEqual([])
    expect(found?.words).toBe(
      '“XQ 345” arrives Tue 24 Nov, 20:40 (Zurich) and “Dinner with Harlan” begins at 20:30 (Zurich): 10 min after it began, 1 h 5 min are wanted, 20 min of it for the way',
    )
    expect(found?.fixes[0]?.input.when).toMatchObject({ start: '2026-11-24T21:45:00', zone: 'Europe/Zurich' })
    const later = {
      ...ride,
      ...part('ride', 'Car', end('ZRH', '2026-11-24 21:30'), end('Kronenhalle', '2026-11-24 22:10', 'Europe/Zurich')),
    }
    expect(saidOf('arrive-in-time', of(out, later), { others: [begun] })).toEqual([
      '“XQ 345” arrives Tue 24 Nov, 20:40 (Zurich) and “Dinner with Harlan” begins at 20:30 (Zurich): 10 min after it began, 1 h 45 min are wanted, 1 h of it for the way',
    ])
  })

  test('has nothing to do with when a car that is had for days is given back', () => {
    const car = (from: string) => part('car', 'Hire', end('ZRH', from), end('ZRH', '2026-11-25 12:00'))
    const lunch = thing('Lunch', '2026-11-25 12:00', '13:00', { zone: 'Europe/Zurich', kind: 'external' })
    expect(saidOf('arrive-in-time', of(out, car('2026-11-24 21:00'), back), { others: [lunch] })).toEqual([])
    expect(saidOf('arrive-in-time', of(out, car('2026-11-25 09:00'), back), { others: [lunch] })).toHaveLength(1)
  })

  test('is missed where the flight leaves only after it has begun, however much later that is, and all of it is said', () => {
    const at = (title: string, from: string, to: string) =>
      part('meal', title, end('Seehof', from, 'Europe/Zurich'), end('Seehof', to, 'Europe/Zurich'), {
        status: 'intended',
      })
    const lunch = at('Lunch', '2026-11-24 13:00', '2026-11-24 14:00')
    const supper = at('Supper', '2026-11-24 20:30', '2026-11-24 22:00')
    const late = flight('XQ 345', 'LCY', '2026-11-24 19:00', 'ZRH', '2026-11-24 21:45')
    expect(saidOf('arrive-in-time', of(late, lunch, supper))).toEqual([
      '“XQ 345” arrives Tue 24 Nov, 21:45 (Zurich), and “Lunch” begins Tue 24 Nov, 13:00 (Zurich), before it has left',
      '“XQ 345” arrives Tue 24 Nov, 21:45 (Zurich) and “Supper” begins at 20:30 (Zurich): 1 h 15 min after it began, 45 min are wanted',
    ])
    const next = flight('XQ 345', 'LCY', '2026-11-25 09:00', 'ZRH', '2026-11-25 11:45')
    const found = judge(planFor(of(next, lunch, supper, back)), [ruleOf('arrive-in-time')])
    expect(found.map(({ fixes }) => fixes[0]?.input.set)).toMatchObject([
      { from: { local: '2026-11-25T13:00:00' } },
      { from: { local: '2026-11-25T20:30:00' } },
    ])
  })

  test('is not missed by a flight that does not bring one there', () => {
    const at = (place: string, from: string, to: string, zone: string) =>
      part('meeting', place, end(place, from, zone), end(place, to, zone))
    const farewell = at('Finsbury Sq', '2026-11-24 12:00', '2026-11-24 13:00', 'Europe/London')
    const board = at('Seehof', '2026-11-25 09:00', '2026-11-25 12:00', 'Europe/Zurich')
    const away = flight('XQ 9', 'ZRH', '2026-11-25 14:00', 'CDG', '2026-11-25 15:30')
    const again = flight('XQ 10', 'CDG', '2026-11-26 09:00', 'ZRH', '2026-11-26 10:15')
    expect(saidOf('arrive-in-time', of(farewell, out, board, away, again, back))).toEqual([])
    const fromHere = flight('XQ 11', 'ZRH', '2026-11-24 17:00', 'CDG', '2026-11-24 18:30')
    const before = at('Opéra', '2026-11-24 10:00', '2026-11-24 11:00', 'Europe/Paris')
    expect(saidOf('arrive-in-time', of(before, fromHere))).toEqual([])
  })

  test('is moved by the desk where nobody else is invited, else somebody is asked', () => {
    const fixes = (people: ReturnType<typeof guest>[]) =>
      judge(planFor(of(out), [dinner('21:00', { people })]), [ruleOf('arrive-in-time')]).flatMap((found) => found.fixes)
    expect(fixes([guest('Harlan')])[0]).toMatchObject({ reach: 'world', operation: 'finding.asked' })
    expect(fixes([])[0]).toMatchObject({ reach: 'desk', operation: 'event.move' })
    const meal = part(
      'meal',
      'Dinner',
      end('Seehof', '2026-11-24 21:00', 'Europe/Zurich'),
      end('Seehof', '2026-11-24 22:30', 'Europe/Zurich'),
    )
    const [own] = judge(planFor(of(out, { ...meal, status: 'intended' })), [ruleOf('arrive-in-time')])
    expect(own?.fixes[0]).toMatchObject({
      operation: 'segment.edit',
      words: 'Move “Dinner” to Tue 24 Nov, 21:30 (Zurich)',
    })
  })

  test('is not what others do, nor time for oneself', () => {
    const others = [dinner('21:00', { kind: 'focus' })]
    expect(saidOf('arrive-in-time', of(out), { others })).toEqual([])
    const guests = { ...of(out), travellers: [traveller('Ole', { executive: false })] }
    expect(saidOf('arrive-in-time', guests, { others: [dinner('21:00')] })).toEqual([])
  })
})

describe('in the air', () => {
  test('nobody takes a call', () => {
    const call = thing('Call with Legal', '2026-11-24 18:30', '19:00', { link: 'https://call.example' })
    expect(saidOf('nothing-in-the-air', of(out), { others: [call] })).toEqual([
      '“Call with Legal” begins at 18:30 (London), and “XQ 345” is in the air from Tue 24 Nov, 17:55 (London) to Tue 24 Nov, 20:40 (Zurich)',
    ])
    expect(saidOf('nothing-in-the-air', of(out, seehof))).toEqual([])
    expect(saidOf('nothing-in-the-air', of(out), { others: [thing('After', '2026-11-24 19:40', '20:00')] })).toEqual([])
  })

  test('nobody is in a meeting in the city they have left', () => {
    const meeting = thing('Review', '2026-11-24 18:30', '20:30', { place: 'Finsbury Sq' })
    expect(saidOf('nothing-in-the-air', of(out), { others: [meeting] })).toHaveLength(1)
    expect(saidOf('arrive-in-time', of(out), { others: [meeting] })).toEqual([])
  })
})

describe('a night in the air', () => {
  const night = flight('ZV 12', 'JFK', '2026-11-24 21:30', 'LHR', '2026-11-25 09:15')
  const board = (from: string) => thing('Board', `2026-11-25 ${from}`, '15:00', { kind: 'board' })
  test('is followed by rest', () => {
    expect(saidOf('rest-after-night-flight', of(night), { others: [board('11:00')] })).toEqual([
      '“ZV 12” lands Wed 25 Nov, 09:15 (London) after a night in the air, and “Board” begins at 11:00 (London): 1 h 45 min of rest, 4 h are wanted',
    ])
    expect(saidOf('rest-after-night-flight', of(night), { others: [board('13:30')] })).toEqual([])
    const others = [inZurich('Dinner', '21:30', '23:00')]
    expect(saidOf('rest-after-night-flight', of(out), { others })).toEqual([])
  })
})

describe('a deadline', () => {
  const at = instant('2026-11-24T12:00:00Z')
  test('of check-in is said the day it closes', () => {
    const closes = { ...out, checkInBy: instant('2026-11-24T16:55:00Z') }
    expect(saidOf('deadline-ahead', of(closes), { at })).toEqual([
      'Check-in for “XQ 345” closes Tue 24 Nov, 16:55 (London)',
    ])
    expect(saidOf('deadline-ahead', of(closes))).toEqual([])
    expect(saidOf('deadline-ahead', of(closes), { at: instant('2026-11-24T17:00:00Z') })).toEqual([])
  })

  const board = inZurich('Board', '21:30', '22:30', { people: [guest('Harlan', 'tentative')] })
  const room = stay('Seehof', '2026-11-24', '2026-11-26', {
    cancelBy: instant('2026-11-22T17:00:00Z'),
    dependsOn: ['Board'],
  })
  test('of a free cancellation is said while what it is for is open, and when it has passed', () => {
    expect(saidOf('deadline-ahead', of(room), { others: [board] })).toEqual([
      '“Seehof” can be called off free of charge until Sun 22 Nov, 18:00 (Zurich), and “Board” is not confirmed by Harlan',
    ])
    expect(saidOf('deadline-ahead', of(room), { others: [{ ...board, people: [guest('Harlan')] }] })).toEqual([])
    expect(saidOf('deadline-ahead', of(room), { others: [board], at: instant('2026-11-23T12:00:00Z') })).toEqual([
      '“Seehof” could be called off free of charge until Sun 22 Nov, 18:00 (Zurich); that has passed, and “Board” is not confirmed by Harlan',
    ])
  })

  test('of a fare is said while the meeting it is for is open', () => {
    const fare = (more: object) => ({ ...out, dependsOn: ['Board'], fare: { ...out.fare, ...more } })
    expect(saidOf('fare-open', of(fare({ changeable: false, refundable: false })), { others: [board] })).toEqual([
      '“XQ 345” can neither be changed nor given back, and “Board” is not confirmed by Harlan',
    ])
    const until = { changeable: true, changeableUntil: instant('2026-11-22T17:00:00Z') }
    expect(saidOf('fare-open', of(fare(until)), { others: [board] })).toEqual([
      '“XQ 345” can be changed until Sun 22 Nov, 17:00 (London), and “Board” is not confirmed by Harlan',
    ])
    expect(saidOf('fare-open', of(fare({ ...until, refundable: true })), { others: [board] })).toEqual([])
    expect(saidOf('fare-open', of(fare({})), { others: [board] })).toEqual([])
    expect(saidOf('fare-open', of(fare(until)), { others: [{ ...board, kind: 'hold', people: [] }] })[0]).toMatch(
      /“Board” is only held$/,
    )
  })
})

describe('papers', () => {
  const abroad = (papers: ReturnType<typeof traveller>['papers'], visa: 'unknown' | 'needed' | 'held' = 'held') => ({
    ...of(out, back),
    travellers: [traveller('Ingrid Halvorsen', { papers })],
    entries: [{ country: 'CH', visa }],
  })
  const passport = (until: string | null, country = 'NO') => ({
    kind: 'passport' as const,
    country,
    until: until === null ? null : day(until),
  })

  test('are valid for six months after the return; the words tell no date of theirs', () => {
    expect(saidOf('papers-valid', abroad([passport('2027-05-26')]))).toEqual([])
    expect(saidOf('papers-valid', abroad([passport('2027-05-25')]))).toEqual([
      'The passport of Ingrid Halvorsen is not valid for 6 months after the return from “Zurich”, Thu 26 Nov 2026',
    ])
    expect(saidOf('papers-valid', abroad([passport('2027-05-25')]), { params: { months: 3 } })).toEqual([])
    expect(saidOf('papers-valid', abroad([passport('2026-11-25')]))[0]).toMatch(/not valid until the return/)
  })

  test('that nobody has said are asked for, once', () => {
    expect(saidOf('papers-valid', abroad(null))).toEqual([
      'Nobody has said until when the passport of Ingrid Halvorsen is valid; “Zurich” ends Thu 26 Nov 2026',
    ])
    expect(saidOf('papers-valid', abroad([passport(null)]))).toHaveLength(1)
    expect(saidOf('papers-valid', of(out, back))).toEqual([])
  })

  test('with a visa: somebody has looked, and has it', () => {
    expect(saidOf('visa-looked-at', abroad(null, 'unknown'))).toEqual([
      'Nobody has looked whether “Zurich” needs a visa for Switzerland; it begins Tue 24 Nov 2026',
    ])
    expect(saidOf('visa-looked-at', abroad(null, 'needed'))[0]).toMatch(
      /needs a visa for Switzerland, and there is none yet/,
    )
    expect(saidOf('visa-looked-at', abroad(null, 'held'))).toEqual([])
    expect(saidOf('visa-looked-at', abroad([passport('2030-01-01', 'CH')], 'unknown'))).toEqual([])
  })
})

describe('the last evening', () => {
  const dayTrip = tripOf('2026-11-24', '2026-11-24', [
    part('train', 'Train', end('Euston', '2026-11-24 14:00'), end('Mill', '2026-11-24 15:40')),
  ])
  const dinner = thing('Dinner at Mill', '2026-11-24 19:30', '23:00', { place: 'Mill', kind: 'external' })
  test('says how one gets home', () => {
    expect(saidOf('way-home', dayTrip, { others: [dinner] })).toEqual([
      '“Dinner at Mill” ends Tue 24 Nov, 23:00 (London), on the last evening of “Zurich”: nobody has said what the last way home is',
    ])
    expect(saidOf('way-home', { ...dayTrip, lastWayHome: '23:40 from Mill' }, { others: [dinner] })).toEqual([])
    const ride = part('ride', 'Car', end('Mill', '2026-11-24 23:10'), end('Home', '2026-11-25 00:40'))
    expect(saidOf('way-home', { ...dayTrip, segments: [...dayTrip.segments, ride] }, { others: [dinner] })).toEqual([])
    const bed = { ...dayTrip, segments: [...dayTrip.segments, stay('Inn', '2026-11-24', '2026-11-25')] }
    expect(saidOf('way-home', bed, { others: [dinner] })).toEqual([])
    expect(
      saidOf('way-home', dayTrip, { others: [thing('Tea', '2026-11-24 19:30', '20:30', { place: 'Mill' })] }),
    ).toEqual([])
  })
})

test('a finding is as private as the strictest of what it is about', () => {
  const call = inZurich('Doctor', '21:00', '21:30', { label: 'private' })
  const label = (trip: ReturnType<typeof of>, others: Parameters<typeof planFor>[1]) =>
    judge(planFor(trip, others), [ruleOf('arrive-in-time')]).map((found) => found.label)
  expect(label(of(out), [call])).toEqual(['private'])
  expect(label({ ...of(out), label: 'private' }, [{ ...call, label: 'open' }])).toEqual(['private'])
})

describe('a rule of travel speaks', () => {
  const wishes = { ...of({ ...out, status: 'intended' as const }) }
  const found = (scope: object, trip = wishes) =>
    judge(planFor(trip), [ruleOf('confirmed-in-time', {}, { scope })]).length
  test('of the kinds, the days and the travellers of its scope', () => {
    expect(found({})).toBe(1)
    expect([found({ kinds: ['flight'] }), found({ kinds: ['travel'] }), found({ kinds: ['stay'] })]).toEqual([1, 1, 0])
    expect([found({ until: day('2026-11-23') }), found({ from: day('2026-11-24') })]).toEqual([0, 1])
    expect([found({ owner: 'executive' }), found({ owner: 'assistant' })]).toEqual([1, 0])
    expect(found({ people: ['jo@cars.example'] })).toBe(0)
  })
})
