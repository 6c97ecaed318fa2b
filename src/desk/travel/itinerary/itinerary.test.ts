import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarOf, at as on } from '../../calendar/testing.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import { travelOf } from '../testing.ts'
import type { LinkView } from './contract.ts'
import { itineraryGuestOf } from './guest.ts'
import type { ItineraryView } from './model.ts'

let desk: TestDesk
let the: ReturnType<typeof travelOf>
let calendar: ReturnType<typeof calendarOf>
let work: string
beforeAll(async () => {
  desk = await testDesk()
  the = travelOf(desk)
  calendar = calendarOf(desk)
  work = await calendar.add('Work')
})
afterAll(() => desk.stop())

const flight = {
  kind: 'flight',
  provider: 'XQ Air',
  number: 'XQ 345',
  confirmation: 'PNR77X',
  status: 'booked',
  from: { airport: 'LCY', local: '2026-12-01T17:55' },
  to: { airport: 'ZRH', local: '2026-12-01T20:40', terminal: '1' },
  cost: { amount: 41_250, currency: 'GBP' },
}
const ride = {
  kind: 'ride',
  provider: 'Alder Cars',
  confirmation: 'AL-20931',
  status: 'booked',
  from: { airport: 'ZRH', local: '2026-12-01T21:10' },
  to: { place: 'Seehof' },
  pickUp: 'Arrivals 1, by the flower stall',
}
const stay = {
  kind: 'stay',
  status: 'booked',
  confirmation: 'SH-553',
  phone: '+41 44 555 01 01',
  from: { place: 'Seehof', address: 'Seestrasse 1', zone: 'Europe/Zurich', local: '2026-12-01T22:00' },
  to: { place: 'Seehof', zone: 'Europe/Zurich', local: '2026-12-03T10:00' },
}
const board = {
  kind: 'meeting',
  title: 'Harbour takeover, first talk',
  from: { place: 'Kiln House', zone: 'Europe/Zurich', local: '2026-12-02T10:00' },
  to: { place: 'Kiln House', zone: 'Europe/Zurich', local: '2026-12-02T12:00' },
  people: [{ name: 'Rosalind Achebe' }],
}

/** The trips of these tests lie on the same days. */
const anyway = { reason: 'Only one of them is travelled' }

type Given = { link: LinkView; address: string; did: { entry: string; undo: boolean } }
const issue = (tripId: string, more: object) => desk.do<Given>('itinerary.issue', { tripId, anyway, ...more })
const preview = async (tripId: string, more: object) =>
  (await desk.do<{ page: ItineraryView }>('itinerary.preview', { tripId, ...more })).page
const links = async (tripId: string) => (await desk.do<{ links: LinkView[] }>('itinerary.list', { tripId })).links
const open = (address: string) => itineraryGuestOf(desk.around).itinerary(address.split('/').at(-1) ?? '', desk.at)
const opened = async (address: string) => {
  const found = await open(address)
  if (found?.state !== 'out') throw new Error(`it is ${found?.state ?? 'nothing'}`)
  return found.page
}

async function whole(more: object = {}) {
  const trip = await the.trip({ title: 'Zurich, Harbour', cities: ['Zurich'], purpose: 'Begin the talks', ...more })
  const ids: string[] = []
  for (const draft of [flight, ride, stay, board]) ids.push((await the.add(trip.id, draft)).id)
  const [flightId = '', rideId = '', stayId = '', boardId = ''] = ids
  return { tripId: trip.id, flightId, rideId, stayId, boardId }
}

describe('an itinerary', () => {
  test('says to a driver their ride and the landing, and nothing of the hotel, the board or a reference', async () => {
    const { tripId, rideId } = await whole()
    const reach = 'Ines, +44 20 7946 0102'
    const { address, link } = await issue(tripId, { for: 'driver', to: 'Marc Laurent', segments: [rideId], reach })
    expect(address).toMatch(/^http:\/\/localhost:4170\/i\/[\w-]{22}$/)
    const page = await opened(address)
    expect(page.entries).toMatchObject([
      {
        title: 'Pick up Dana Okafor',
        from: { words: 'Tue 1 Dec 2026, 21:10 (Europe/Zurich)', places: ['ZRH'] },
        facts: [
          { name: 'Pick-up point', words: 'Arrivals 1, by the flower stall' },
          { name: 'Meets', words: 'XQ 345, lands Tue 1 Dec 2026, 20:40 (Europe/Zurich), ZRH, terminal 1' },
        ],
      },
    ])
    expect(JSON.stringify(page)).not.toMatch(/Harbour|Achebe|SH-553|AL-20931|PNR77X|Seestrasse|412/)
    expect(link).toMatchObject({ number: 1, state: 'out', changed: [], to: 'Marc Laurent' })
    expect(await the.said()).toEqual(['Gave Marc Laurent the itinerary of “Zurich, Harbour” for the driver, in full'])
  })

  test('says to the family where somebody is reached, and no meeting', async () => {
    const { tripId } = await whole()
    const page = await preview(tripId, { for: 'family' })
    expect(page.entries.map(({ title }) => title)).toEqual(['XQ 345 LCY → ZRH', 'Seehof'])
    expect(page.entries[1]?.facts).toEqual([{ name: 'Phone', words: '+41 44 555 01 01' }])
    expect(page.title).toBe('Dana Okafor: Zurich')
    expect(JSON.stringify(page)).not.toMatch(/Harbour|Kiln|PNR77X|SH-553|Alder/)
  })

  test('says to a host when they come and go, and of what is elsewhere nothing', async () => {
    const { tripId, boardId } = await whole()
    const page = await preview(tripId, { for: 'host', segments: [boardId], needs: 'A quiet room from 09:30' })
    expect(page).toMatchObject({
      title: 'Dana Okafor with you',
      dates: 'Wed 2 Dec 2026',
      needs: 'A quiet room from 09:30',
      cities: [],
      entries: [{ title: 'Dana Okafor at your place', facts: [] }],
    })
    expect(JSON.stringify(page)).not.toMatch(/Harbour|Seehof|XQ|Achebe/)
  })

  test('is not given to a driver of no ride, nor with a hotel that is no ride', async () => {
    const { tripId, stayId } = await whole()
    const ask = (more: object) => desk.try('itinerary.issue', { tripId, for: 'driver', to: 'Marc', anyway, ...more })
    expect(await ask({})).toMatchObject({ refused: { path: 'segments', words: 'Choose the rides that are theirs.' } })
    expect(await ask({ segments: [stayId] })).toMatchObject({ refused: { why: 'bad-input', path: 'segments.0' } })
    expect(await ask({ segments: [tripId] })).toMatchObject({ refused: { why: 'not-there' } })
  })
})

describe('an address that is out', () => {
  test('always shows the newest, and the desk says what changed since it was given out', async () => {
    const { tripId, flightId } = await whole()
    const { address } = await issue(tripId, { for: 'family', to: 'Sam Okafor' })
    await the.edit(flightId, { to: { local: '2026-12-01T21:05' } })
    expect((await opened(address)).entries[0]?.to.clock).toBe('21:05')
    expect((await links(tripId))[0]?.changed).toEqual(['XQ 345 LCY → ZRH'])
  })

  test('is out of date when another is given to the same reader, and says so without a word of the trip', async () => {
    const { tripId } = await whole()
    const first = await issue(tripId, { for: 'family', to: 'Sam Okafor' })
    const other = await issue(tripId, { for: 'office', to: 'Sam Okafor' })
    desk.at = desk.at.add({ minutes: 20 })
    const second = await issue(tripId, { for: 'family', to: 'Sam Okafor' })
    expect(await open(first.address)).toEqual({
      state: 'replaced',
      words: 'Out of date since Mon 23 Nov 2026, 09:20 (Europe/London)',
    })
    expect((await opened(second.address)).entries).toHaveLength(2)
    expect((await opened(other.address)).for).toBe('office')
    expect((await links(tripId)).map(({ number, state }) => [number, state])).toEqual([
      [3, 'out'],
      [2, 'out'],
      [1, 'replaced'],
    ])
    expect(await the.said()).toEqual([
      'Gave Sam Okafor the itinerary of “Zurich, Harbour” for the family, in full; the one before is out of date',
    ])
  })

  test('shows dates alone, or nothing, and less can be taken back while more cannot', async () => {
    const { tripId } = await whole()
    const { address, link } = await issue(tripId, { for: 'family', to: 'Sam Okafor', reach: 'Ines' })
    const less = await desk.do('itinerary.shows', { id: link.id, shows: 'dates' })
    expect(less.did.undo).toBe(true)
    expect(await opened(address)).toMatchObject({
      title: 'Zurich',
      dates: 'Tue 1 Dec – Thu 3 Dec 2026',
      entries: [],
      reach: null,
    })
    await desk.do('itinerary.shows', { id: link.id, shows: 'nothing' })
    expect(await opened(address)).toMatchObject({ title: 'An itinerary', dates: null, cities: [], entries: [] })
    const more = await desk.do('itinerary.shows', { id: link.id, shows: 'full' })
    expect(more.did.undo).toBe(false)
    await the.undo(less.did.entry).catch(() => null)
    expect((await opened(address)).entries.length).toBe(2)
  })

  test('is withdrawn for good, and of what says nobody', async () => {
    const { tripId } = await whole()
    const { address, link } = await issue(tripId, { for: 'traveller', to: 'Dana Okafor' })
    await desk.do('itinerary.revoke', { id: link.id })
    expect(await open(address)).toEqual({ state: 'withdrawn' })
    expect(await desk.try('itinerary.revoke', { id: link.id })).toMatchObject({ refused: { why: 'moved-on' } })
    expect(await desk.try('itinerary.shows', { id: link.id, shows: 'full' })).toMatchObject({
      refused: { words: 'It was withdrawn already.' },
    })
    expect(await the.said()).toEqual(['Withdrew the itinerary of “Zurich, Harbour” that Dana Okafor had'])
  })

  test('opens nothing a month after the trip, nor with a word other', async () => {
    const { tripId } = await whole()
    const { address } = await issue(tripId, { for: 'family', to: 'Sam Okafor' })
    expect(await open(`${address}x`)).toBeNull()
    const then = desk.at
    desk.at = Temporal.Instant.from('2027-01-03T00:00:01Z')
    expect(await open(address)).toBeNull()
    desk.at = then
  })
})

describe('what is private', () => {
  const secret = { title: 'Larkspur clinic', place: 'Orchard Mews', label: 'private' }

  test('does not leave: a segment that stands for a private event is in no version', async () => {
    const { tripId } = await whole()
    const event = await calendar.event(work, { ...secret, when: on('2026-12-02T14:00', '15:00', 'Europe/Zurich') })
    await the.add(tripId, { kind: 'meeting', title: 'Appointment', people: [], eventId: event.eventId })
    for (const reader of ['traveller', 'office', 'family'])
      expect(JSON.stringify(await preview(tripId, { for: reader }))).not.toMatch(/Larkspur|Orchard|Appointment/)
  })

  test('in anybody’s words stops it, until somebody who may see it lets it go', async () => {
    const { tripId, boardId } = await whole()
    const asked = { for: 'host', segments: [boardId], needs: 'After the Larkspur clinic she is tired' }
    const no = await desk.try('itinerary.issue', { tripId, to: 'Kiln House', anyway, ...asked })
    expect(no).toMatchObject({ refused: { why: 'not-yours', path: 'to' } })
    const { text } = await desk.do<{ text: string }>('itinerary.preview', { tripId, ...asked })
    await desk.do('text.release', { text, to: 'Kiln House', trip: tripId, reason: 'They drive her there' })
    const { address } = await issue(tripId, { to: 'Kiln House', ...asked })
    expect((await opened(address)).needs).toMatch(/Larkspur/)
  })

  test('what has become private since is kept back from the page, and that is said', async () => {
    const { tripId, boardId } = await whole()
    const asked = { for: 'host', segments: [boardId], needs: 'A word about Brackwater Foundry beforehand' }
    const { address } = await issue(tripId, { to: 'Kiln House', ...asked })
    expect(await opened(address)).toMatchObject({ keptBack: false, needs: asked.needs })
    await calendar.event(work, { title: 'Brackwater Foundry', label: 'private', when: on('2026-12-09T14:00', '15:00') })
    expect(await opened(address)).toMatchObject({ keptBack: true, needs: null, entries: [{ kind: 'meeting' }] })
  })

  test('a private trip is there for nobody who may not see it, and neither is what was given out of it', async () => {
    const { tripId } = await whole({ label: 'private', title: 'Larkspur clinic' })
    const tomas = await desk.sit('assistant', 'Tomás', { private: 'none' })
    const as = { member: tomas }
    for (const [operation, input] of [
      ['itinerary.preview', { tripId, for: 'family' }],
      ['itinerary.read', { tripId }],
      ['itinerary.list', { tripId }],
      ['itinerary.issue', { tripId, for: 'family', to: 'Tomás', anyway }],
      ['emergency.show', { tripId }],
    ] as const)
      expect(await desk.try(operation, input, as), operation).toMatchObject({ refused: { why: 'not-there' } })
  })
})

describe('for an emergency', () => {
  type Sheet = { sheet: { kin: object[]; insurance: string | null; desk: object; bookings: object[]; stays: object[] } }
  const show = (tripId: string) => desk.do<Sheet>('emergency.show', { tripId })

  test('what is not on file is null, and nothing is made up', async () => {
    const { tripId } = await whole()
    expect((await show(tripId)).sheet).toMatchObject({
      insurance: null,
      kin: [],
      desk: { reach: null, hours: null, zone: 'Europe/London' },
      travellers: [{ name: 'Dana Okafor', papers: null }],
      embassies: [{ name: 'Switzerland', words: null }],
      stays: [{ title: 'Seehof', phone: '+41 44 555 01 01', address: 'Seestrasse 1' }],
    })
  })

  test('what is on file is on the sheet, can be undone, and is said without its words', async () => {
    const { tripId } = await whole()
    const { person } = await desk.do<{ person: { id: string } }>('person.add', {
      name: 'Sam Okafor',
      ways: { phone: '+44 7700 900123' },
    })
    const set = {
      insurance: 'Heron Assist, policy HA-1',
      reach: 'Ines, +44 20 7946 0102',
      hours: 'Mon–Fri 08:00–18:30',
      kin: [person.id],
      embassies: [{ country: 'CH', words: '+41 31 555 00 00' }],
    }
    const kept = await desk.do('emergency.keep', { set })
    expect((await show(tripId)).sheet).toMatchObject({
      insurance: 'Heron Assist, policy HA-1',
      kin: [{ name: 'Sam Okafor', words: '+44 7700 900123' }],
      embassies: [{ name: 'Switzerland', words: '+41 31 555 00 00' }],
      desk: { reach: 'Ines, +44 20 7946 0102', hours: 'Mon–Fri 08:00–18:30' },
      bookings: [{ reference: 'PNR77X' }, { reference: 'AL-20931' }, { reference: 'SH-553' }],
    })
    expect(await the.said()).toEqual([
      'Put on file for an emergency: the insurance, whom to ring, the hours of the desk, next of kin, embassies',
    ])
    await the.undo(kept.did.entry)
    expect((await show(tripId)).sheet.insurance).toBeNull()
    await desk.do('emergency.keep', { set })
  })

  test('the papers of whoever travels are on it; a number for those alone who see everything private', async () => {
    const { tripId } = await whole()
    const passport = { kind: 'passport', country: 'GB', until: '2029-03-04', number: 'X1234567' }
    await desk.do('paper.add', { ...passport, name: 'DANA OKAFOR' })
    type Papers = { sheet: { travellers: { papers: object[] | null }[] } }
    const mine = await desk.do<Papers>('emergency.show', { tripId })
    expect(mine.sheet.travellers[0]?.papers).toEqual([
      { kind: 'passport', country: 'United Kingdom', until: 'Sun 4 Mar 2029', number: 'X1234567' },
    ])
    const { address } = await issue(tripId, { for: 'family', to: 'Ravi', emergency: true })
    expect(JSON.stringify(await open(address))).not.toContain('X1234567')
    const tomas = await desk.sit('assistant', 'Tomás', { private: 'none' })
    const theirs = await desk.do<Papers>('emergency.show', { tripId }, { member: tomas })
    expect(theirs.sheet.travellers[0]?.papers).toBeNull()
  })

  test('leaves by an address only where it was given out with one', async () => {
    const { tripId } = await whole()
    const plain = await issue(tripId, { for: 'family', to: 'Sam Okafor' })
    expect(await open(plain.address)).toMatchObject({ emergency: null })
    const full = await issue(tripId, { for: 'family', to: 'Sam Okafor', emergency: true })
    expect(await open(full.address)).toMatchObject({ emergency: { insurance: 'Heron Assist, policy HA-1' } })
    await desk.do('itinerary.shows', { id: full.link.id, shows: 'dates' })
    expect(await open(full.address)).toMatchObject({ emergency: null })
  })

  test('is on an address no more once the trip has become private', async () => {
    const { tripId } = await whole({ title: 'Rowan week' })
    const { address } = await issue(tripId, { for: 'family', to: 'Sam Okafor', emergency: true })
    expect(await open(address)).toMatchObject({ emergency: { title: 'Rowan week' } })
    await desk.do('trip.edit', { id: tripId, set: { label: 'private' } })
    expect(await open(address)).toMatchObject({ page: { keptBack: true }, emergency: null })
  })

  test('is read and given out by those alone who see everything private', async () => {
    const { tripId, rideId } = await whole()
    const tomas = await desk.sit('assistant', 'Tomás', { private: 'none' })
    const as = { member: tomas }
    expect(await desk.try('emergency.card', {}, as)).toMatchObject({ refused: { why: 'not-yours' } })
    expect(await desk.try('emergency.keep', { set: { insurance: 'x' } }, as)).toMatchObject({ refused: {} })
    const sheet = await desk.try('emergency.show', { tripId }, as)
    expect(sheet).toMatchObject({ sheet: { insurance: null, kin: [] } })
    const given = { tripId, for: 'family', to: 'Sam', emergency: true }
    expect(await desk.try('itinerary.issue', { anyway, ...given }, as)).toMatchObject({
      refused: { path: 'emergency' },
    })
    const driver = { tripId, for: 'driver', segments: [rideId], to: 'Marc', emergency: true }
    expect(await desk.try('itinerary.issue', { anyway, ...driver })).toMatchObject({ refused: { path: 'emergency' } })
  })
})

describe('what does not hold together', () => {
  test('is said before anybody is told of the trip; then it goes out with a reason, or not at all', async () => {
    const trip = await the.trip({ title: 'Zurich in spring', from: '2027-03-08', until: '2027-03-09' })
    const at = (clock: string) => `2027-03-08T${clock}`
    await the.add(trip.id, {
      ...flight,
      from: { airport: 'LCY', local: at('17:55') },
      to: { airport: 'ZRH', local: at('20:40') },
    })
    const left = {
      ...ride,
      from: { airport: 'ZRH', local: at('19:50') },
      to: { place: 'Seehof', zone: 'Europe/Zurich', local: at('20:10') },
    }
    const { id: rideId } = await the.add(trip.id, left)
    const family = { tripId: trip.id, for: 'family', to: 'Ravi' }
    const no = await desk.try('itinerary.issue', family)
    expect(no).toMatchObject({ refused: { path: 'anyway', words: expect.stringContaining('Alder Cars') } })
    const { broken } = await desk.do<{ broken: string[] }>('itinerary.preview', { tripId: trip.id, for: 'family' })
    expect(broken.some((words) => words.includes('Alder Cars'))).toBe(true)
    await desk.do('itinerary.issue', { ...family, anyway: { reason: 'She knows, and waits' } })
    const { trip: now } = await desk.do<{ trip: { segments: { id: string; version: number }[] } }>('trip.show', {
      id: trip.id,
    })
    const version = now.segments.find(({ id }) => id === rideId)?.version
    await desk.do('segment.edit', {
      id: rideId,
      version,
      set: { from: { local: at('21:10') }, to: { local: at('21:30') } },
    })
    const after = await desk.do<{ broken: string[] }>('itinerary.preview', { tripId: trip.id, for: 'family' })
    expect(after.broken.filter((words) => words.includes('Alder Cars'))).toEqual([])
  })
})
