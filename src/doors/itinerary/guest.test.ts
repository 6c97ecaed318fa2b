import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guestOf } from '../../desk/holds/page/guest.ts'
import { type TestDesk, testDesk } from '../../desk/testing.ts'
import { itineraryGuestOf } from '../../desk/travel/itinerary/guest.ts'
import { travelOf } from '../../desk/travel/testing.ts'
import { makeSignIn } from '../../platform/auth/sign-in.ts'
import { makeLog } from '../../platform/log.ts'
import { makeApp } from '../http/app.ts'
import { makeFirstLink } from '../http/first.ts'
import { NewsBoard } from '../http/news.ts'
import { pagesOf } from '../sheet/testing.ts'

const url = 'http://localhost:4170'
let desk: TestDesk
let app: ReturnType<typeof makeApp>
let lines = ''
let tripId: string
let flightId: string
let stayId: string
beforeAll(async () => {
  desk = await testDesk()
  app = makeApp({
    around: desk.around,
    signIn: makeSignIn({ pool: desk.database.authPool, url, secret: 'only for a test, forty characters long ..' }),
    news: new NewsBoard(),
    log: makeLog('debug', { write: (line: string) => (lines += line) }),
    url,
    now: () => desk.at,
    web: 'src/web',
    feed: async () => null,
    guest: { ...guestOf(desk.around), ...itineraryGuestOf(desk.around) },
    onFounded: async () => {},
  })
  const the = travelOf(desk)
  await desk.do('calendar.add', { name: 'Work' })
  tripId = (await the.trip({ title: 'Zurich, Harbour', cities: ['Zurich'] })).id
  const flight = { kind: 'flight', number: 'XQ 345', confirmation: 'PNR77X', status: 'booked' }
  const ends = {
    from: { airport: 'LCY', local: '2026-12-01T17:55' },
    to: { airport: 'ZRH', local: '2026-12-01T20:40' },
  }
  flightId = (await the.add(tripId, { ...flight, ...ends })).id
  const house = { place: 'Seehof <b>', zone: 'Europe/Zurich' }
  const nights = { from: { ...house, local: '2026-12-01T22:00' }, to: { ...house, local: '2026-12-03T10:00' } }
  stayId = (await the.add(tripId, { kind: 'stay', status: 'booked', confirmation: 'SH-553', ...nights })).id
})
afterAll(() => desk.stop())

const call = (path: string, init: RequestInit = {}) =>
  app.fetch(new Request(path.startsWith('/') ? url + path : path, init))
type Given = { link: { id: string }; address: string }
const give = (more: object) => desk.do<Given>('itinerary.issue', { tripId, ...more })

describe('somebody with an address', () => {
  test('reads the page without an account, in both zones, and nothing they typed is markup', async () => {
    const { address } = await give({ for: 'family', to: 'Sam', reach: 'Ines, +44 20 7946 0102' })
    const answer = await call(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toMatch(/noindex/)
    const text = await answer.text()
    for (const said of [
      'Tue 1 Dec 2026 (Europe/Zurich)',
      '= Tue 1 Dec 2026, 19:40 (Europe/London)',
      'Seehof &lt;b&gt;',
    ])
      expect(text).toContain(said)
    expect(text).toContain('This page is always the newest')
    expect(text).not.toMatch(/PNR77X|SH-553|Harbour|<script>|<b>"/)
  })

  test('has calendar files of their version alone, and the paper', async () => {
    const { address } = await give({ for: 'family', to: 'Sam' })
    const file = await call(`${address}/${flightId}.ics`)
    expect(file.headers.get('content-type')).toMatch(/^text\/calendar/)
    expect(await file.text()).toContain('DTEND;TZID=Europe/Zurich:20261201T204000')
    const all = await (await call(`${address}/trip.ics`)).text()
    expect(all.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(all).not.toMatch(/PNR77X|SH-553|Harbour/)
    const paper = await call(`${address}/itinerary.pdf`)
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect(paper.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    const words = (await pagesOf(await paper.bytes())).join(' ')
    expect(words).toContain('XQ 345')
    expect(words).not.toMatch(/PNR77X|SH-553|Harbour/)
  })

  test('of whose version a part is none has no file of it', async () => {
    const { address } = await give({ for: 'office', to: 'Noor', segments: [stayId] })
    expect((await call(`${address}/${flightId}.ics`)).status).toBe(404)
    expect((await call(`${address}/emergency`)).status).toBe(404)
    expect((await call(`${address}/../${flightId}.ics`)).status).not.toBe(200)
  })

  test('with dates alone finds no part in any file', async () => {
    const { address, link } = await give({ for: 'family', to: 'Ravi', shows: 'dates' })
    const texts = [
      await (await call(address)).text(),
      await (await call(`${address}/trip.ics`)).text(),
      (await pagesOf(await (await call(`${address}/itinerary.pdf`)).bytes())).join(' '),
    ]
    for (const text of texts) expect(text).not.toMatch(/XQ|Seehof|Dana|Harbour/)
    expect((await call(`${address}/${flightId}.ics`)).status).toBe(404)
    await desk.do('itinerary.shows', { id: link.id, shows: 'nothing' })
    const nothing = await (await call(address)).text()
    expect(nothing).toContain('Nothing of it is shown here at present')
    expect(nothing).not.toMatch(/Zurich|Dec/)
    expect((await call(`${address}/trip.ics`)).status).toBe(404)
  })
})

describe('somebody without one', () => {
  test('finds one and the same page, whatever they try', async () => {
    const tries = [
      '/i/aaaaaaaaaaaaaaaaaaaaaa',
      '/i/x/trip.ics',
      '/i/%00',
      `/i/${tripId}`,
      `/i/${'a'.repeat(5000)}`,
      '/i/',
    ]
    const answers = await Promise.all(tries.map(async (path) => (await call(path)).status))
    expect(new Set(answers)).toEqual(new Set([404]))
  })

  test('of an offer’s page opens no itinerary with its token, nor the other way round', async () => {
    const { address } = await give({ for: 'family', to: 'Lena' })
    const token = address.split('/').at(-1) ?? ''
    expect((await call(`/o/${token}`)).status).toBe(404)
    expect((await call(`/feed/${token}.ics`)).status).toBe(404)
  })

  test('who has a withdrawn one reads that it was withdrawn, and nothing else', async () => {
    const { address, link } = await give({ for: 'traveller', to: 'Dana' })
    await desk.do('itinerary.revoke', { id: link.id })
    for (const file of ['', '/trip.ics', '/itinerary.pdf', '/emergency', `/${flightId}.ics`]) {
      const answer = await call(address + file)
      expect(answer.status).toBe(410)
      expect(await answer.text()).not.toMatch(/Zurich|Dana|XQ|Dec/)
    }
  })

  test('who has an old one reads that it is out of date', async () => {
    const first = await give({ for: 'office', to: 'Jo' })
    await give({ for: 'office', to: 'Jo' })
    const answer = await call(first.address)
    expect(answer.status).toBe(410)
    const text = await answer.text()
    expect(text).toContain('This itinerary is out of date')
    expect(text).not.toMatch(/Zurich|Dana|XQ/)
  })

  test('cannot change anything by it, and no token is in the log', async () => {
    const { address } = await give({ for: 'family', to: 'Mo' })
    expect((await call(address, { method: 'POST', headers: { origin: url } })).status).toBe(404)
    expect(lines).not.toContain(address.split('/').at(-1))
  })
})

describe('whoever sits at the desk', () => {
  const person = { name: 'Tomás', email: 'tomas@okafor.example', password: 'ten invented words', role: 'assistant' }
  let cookie = ''
  beforeAll(async () => {
    const link = await makeFirstLink(desk.around, desk.at)
    const answer = await call(`/api${link}`, {
      method: 'POST',
      body: JSON.stringify({ ...person, executive: 'Dana Okafor', zone: 'Europe/London' }),
      headers: { 'content-type': 'application/json', origin: url },
    })
    cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
  })
  const mine = (path: string) => call(path, { headers: { cookie } })

  test('prints the itinerary, its files and the sheet for an emergency as they may read them', async () => {
    const pages = await Promise.all(
      ['', '/itinerary.pdf', '/trip.ics', `/${flightId}.ics`, '/emergency', '/emergency.pdf', '?for=family'].map(
        (file) => mine(`/itinerary/${tripId}${file}`),
      ),
    )
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200])
    expect(await pages[0]?.text()).toContain('PNR77X')
    expect(await pages[4]?.text()).toContain('not on file')
    expect(await pages[6]?.text()).not.toContain('PNR77X')
    expect(pages[1]?.headers.get('cache-control')).toBe('no-store')
  })

  test('and nobody else does', async () => {
    expect((await call(`/itinerary/${tripId}`)).status).toBe(401)
    expect((await mine(`/itinerary/${flightId}`)).status).toBe(404)
    expect((await mine(`/itinerary/${tripId}/other.pdf`)).status).toBe(404)
    expect((await mine(`/itinerary/${tripId}?for=nobody`)).status).toBe(422)
  })
})
