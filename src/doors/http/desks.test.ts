import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { guestOf } from '../../desk/holds/page/guest.ts'
import { surroundings } from '../../desk/surroundings.ts'
import { type TestDesk, testDesk } from '../../desk/testing.ts'
import { itineraryGuestOf } from '../../desk/travel/itinerary/guest.ts'
import { makeSignIn } from '../../platform/auth/sign-in.ts'
import { makeLog } from '../../platform/log.ts'
import { asOwner } from '../../platform/postgres/database.ts'
import { testSealing } from '../../platform/secrets/testing.ts'
import { outside } from '../outside.ts'
import { makeApp } from './app.ts'
import { makeFirstLink } from './first.ts'
import { NewsBoard } from './news.ts'

const url = 'http://localhost:4170'
let desk: TestDesk
let app: ReturnType<typeof makeApp>
let news: NewsBoard
/** A desk whose Today stands still, or breaks; null while all of them answer. */
let stuck: { readonly desk: string; readonly how: 'slow' | 'broken' } | null = null

beforeAll(async () => {
  news = new NewsBoard()
  desk = await testDesk()
  const usual = surroundings(desk.database.app, news.tell, { ...outside, url, sealing: testSealing() })
  const show = usual.actions.today.show
  const around = {
    ...usual,
    actions: {
      ...usual.actions,
      today: {
        show: (async (input, act) => {
          if (stuck?.desk === act.desk.id && stuck.how === 'broken') throw new Error('a bug, for the test')
          if (stuck?.desk === act.desk.id) await new Promise((done) => setTimeout(done, 1_500))
          return show(input, act)
        }) as typeof show,
      },
    },
  }
  app = makeApp({
    around,
    signIn: makeSignIn({ pool: desk.database.authPool, url, secret: 'only for a test, forty characters long ..' }),
    news,
    log: makeLog('silent'),
    url,
    now: () => desk.at,
    web: 'src/web',
    feed: async () => null,
    guest: { ...guestOf(desk.around), ...itineraryGuestOf(desk.around) },
    onFounded: async () => {},
    patienceMs: 1_000,
  })
})
afterAll(() => desk.stop())

const call = (path: string, init: RequestInit = {}) => app.fetch(new Request(url + path, init))
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: url, ...headers },
  })
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')

/** Somebody new at the first desk, signed in. */
async function newcomer(name: string): Promise<string> {
  const person = {
    name,
    email: `${name.toLowerCase()}@okafor.example`,
    password: 'ten invented words',
    role: 'assistant',
    executive: 'Dana Okafor',
    zone: 'Europe/London',
  }
  const answer = await post(`/api${await makeFirstLink(desk.around, desk.at)}`, person)
  expect(answer.status).toBe(200)
  return cookiesOf(answer)
}

let keys = 0
const another = { role: 'assistant', executive: 'Kit Lund', zone: 'Europe/Zurich' }
const open = (cookie: string, said: object = another, key = `key-${keys++}`) =>
  post('/api/desks', said, { cookie, 'idempotency-key': key })
const opened = async (cookie: string, executive: string, zone = 'Europe/London') => {
  const answer = await open(cookie, { role: 'assistant', executive, zone })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { desk: string }).desk
}
type Seats = { seats: { desk: string; executive: string; role: string; you: string }[]; mayOpen: boolean }
const seats = async (cookie: string) => (await (await call('/api/desks', { headers: { cookie } })).json()) as Seats
type Across = {
  desks: { desk: string; state: string; needs: unknown[]; proposals: number }[]
  rows: { desk: string; event: { title: string } }[]
  clashes: unknown[]
}
const all = async (cookie: string, on = '2026-11-24') =>
  (await (await call(`/api/all/today?on=${on}`, { headers: { cookie } })).json()) as Across
const perform = (cookie: string, at: string, operation: string, input: object) =>
  post(`/api/${operation.replace('.', '/')}`, input, { cookie, 'x-equerry-desk': at })
const asked = async (cookie: string, at: string, path: string) =>
  (await call(`/api/${path}`, { headers: { cookie, 'x-equerry-desk': at } })).json()

async function addEvent(cookie: string, at: string, title: string, hour: string, more: object = {}) {
  const { calendar } = await (await perform(cookie, at, 'calendar.add', { name: `For ${title}` })).json()
  const when = { allDay: false, start: `2026-11-24T${hour}:00`, end: `2026-11-24T${hour.slice(0, 2)}:59:00` }
  const zones = { zone: 'Europe/London', endZone: null }
  const draft = { calendarId: calendar.id, title, when: { ...when, ...zones }, ...more }
  const answer = await perform(cookie, at, 'event.add', draft)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()).event as { eventId: string }
}

describe('opening a further desk', () => {
  test('gives somebody who works at one another, under their own name, and both are listed with what they are there', async () => {
    const cookie = await newcomer('Alba')
    const at = await opened(cookie, 'Kit Lund', 'Europe/Zurich')
    expect(await seats(cookie)).toMatchObject({
      mayOpen: true,
      seats: [
        { executive: 'Dana Okafor', role: 'assistant', you: 'Alba' },
        { desk: at, executive: 'Kit Lund', role: 'assistant', you: 'Alba' },
      ],
    })
    expect(await asked(cookie, at, 'desk/me')).toMatchObject({ desk: { executive: 'Kit Lund', zone: 'Europe/Zurich' } })
    const { entries } = await asked(cookie, at, 'journal/list?limit=5')
    expect(entries[0]).toMatchObject({ by: { name: 'Alba' } })
    await open(cookie, { role: 'executive', zone: 'Europe/London' })
    expect((await seats(cookie)).seats[2]).toMatchObject({ executive: 'Alba', role: 'executive' })
  })

  test('is done once for a key, also at the same moment, and not for something else', async () => {
    const cookie = await newcomer('Bruno')
    const said = await Promise.all([0, 1, 2].map(() => open(cookie, another, 'once')))
    const desks = await Promise.all(said.map((one) => one.json()))
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(desks.map((one) => one.desk)).size).toBe(1)
    expect((await open(cookie, { ...another, executive: 'Somebody else' }, 'once')).status).toBe(409)
    expect((await seats(cookie)).seats.length).toBe(2)
  })

  test('is refused with its reason: no key, no zone, nobody’s name, a desk one sits at already', async () => {
    const cookie = await newcomer('Clara')
    const without = await post('/api/desks', another, { cookie })
    expect(await without.json()).toMatchObject({ refused: { why: 'bad-input', path: 'Idempotency-Key' } })
    const tries = [
      [{ ...another, zone: 'Nowhere/Land' }, 'zone'],
      [{ ...another, executive: ' ' }, 'executive'],
      [{ role: 'assistant', zone: 'Europe/London' }, 'executive'],
      [{ ...another, executive: 'dana okafor' }, 'executive'],
      [{ ...another, role: 'observer' }, 'role'],
      [{ ...another, board: {} }, ''],
    ] as const
    for (const [said, path] of tries) {
      const answer = await open(cookie, said)
      expect([answer.status, await answer.json()]).toMatchObject([422, { refused: { why: 'bad-input', path } }])
    }
    expect((await seats(cookie)).seats.length).toBe(1)
  })

  test('is for whoever works at a desk for good: no cover, no observer, no agent, nobody from another site', async () => {
    const host = await newcomer('Dario')
    for (const kind of ['cover', 'observer'] as const) {
      const { link } = await (await perform(host, desk.seat.desk, 'member.invite', { name: kind, kind })).json()
      const guest = { name: kind, email: `${kind}@okafor.example`, password: 'ten invented words' }
      const cookie = cookiesOf(await post(`/api${new URL(link).pathname}`, guest))
      expect((await seats(cookie)).mayOpen).toBe(false)
      expect((await open(cookie)).status).toBe(403)
    }
    const { token } = await (await perform(host, desk.seat.desk, 'agent.add', { name: 'Quill' })).json()
    const asAgent = { authorization: `Bearer ${token}`, 'idempotency-key': 'agent' }
    expect((await post('/api/desks', another, asAgent)).status).toBe(403)
    expect((await call('/api/all/today', { headers: { authorization: `Bearer ${token}` } })).status).toBe(403)
    const elsewhere = { cookie: host, origin: 'https://elsewhere.example', 'idempotency-key': 'elsewhere' }
    expect((await post('/api/desks', another, elsewhere)).status).toBe(403)
    for (const path of ['/api/desks', '/api/desks/waits', '/api/all/today'])
      expect((await call(path)).status, path).toBe(401)
  })

  test('is slowed down: after twenty within the hour one waits', async () => {
    const cookie = await newcomer('Elsa')
    for (let n = 0; n < 20; n++) await opened(cookie, `Invented ${n}`)
    expect((await open(cookie, { ...another, executive: 'One more' })).status).toBe(429)
    desk.at = desk.at.add({ hours: 2 })
    expect((await open(cookie, { ...another, executive: 'One more' })).status).toBe(200)
    desk.at = desk.at.subtract({ hours: 2 })
  })
})

describe('the desk that is named', () => {
  test('is the one that answers, in calls, in the line for news and on paper; another never stands in for it', async () => {
    const cookie = await newcomer('Fadi')
    const at = await opened(cookie, 'Kit Lund')
    const stranger = await opened(await newcomer('Gil'), 'Priya Raman')
    const headers = { cookie }
    expect(await asked(cookie, at, 'desk/me')).toMatchObject({ desk: { id: at } })
    for (const wrong of [stranger, '01a00000-0000-7000-8000-000000000000', 'kit', '']) {
      const answer = await call('/api/desk/me', { headers: { ...headers, 'x-equerry-desk': wrong } })
      expect([answer.status, await answer.json()]).toMatchObject([404, { refused: { why: 'not-there' } }])
      for (const path of ['/api/news', '/sheet/2026-11-24.pdf'])
        expect((await call(`${path}?desk=${wrong}`, { headers })).status, path).toBe(404)
    }
    const paper = await call(`/sheet/2026-11-24.pdf?desk=${at}`, { headers })
    expect(paper.headers.get('content-type')).toBe('application/pdf')
  })

  test('hides a thing of another desk one sits at as if it were not there', async () => {
    const cookie = await newcomer('Hana')
    const at = await opened(cookie, 'Kit Lund')
    const { eventId } = await addEvent(cookie, at, 'Kit alone', '10:00')
    const wrong = await call(`/api/event/show?eventId=${eventId}`, {
      headers: { cookie, 'x-equerry-desk': desk.seat.desk },
    })
    expect(wrong.status).toBe(404)
    expect(await asked(cookie, at, `event/show?eventId=${eventId}`)).toMatchObject({ event: { title: 'Kit alone' } })
    const moved = await perform(cookie, desk.seat.desk, 'event.cancel', { eventId, extent: 'all' })
    expect(moved.status).not.toBe(200)
    expect((await all(cookie)).rows.map(({ event: { title } }) => title)).toContain('Kit alone')
  })

  test('is where somebody who is signed in already lands with an invitation to it', async () => {
    const host = await newcomer('Iris')
    const at = await opened(host, 'Kit Lund')
    const guest = await newcomer('Jan')
    const { link } = await (await perform(host, at, 'member.invite', { name: 'Jan', kind: 'observer' })).json()
    const answer = await post(`/api${new URL(link).pathname}`, { asYou: true }, { cookie: guest })
    expect(await answer.json()).toEqual({ ok: true, desk: at })
    expect((await seats(guest)).seats.map(({ role }) => role)).toEqual(['assistant', 'observer'])
  })
})

describe('the days of all desks', () => {
  test('are one day in time order, each event at its desk', async () => {
    const cookie = await newcomer('Karl')
    const [kit, priya] = [await opened(cookie, 'Kit Lund'), await opened(cookie, 'Priya Raman')]
    await addEvent(cookie, priya, 'Second', '10:00')
    await addEvent(cookie, kit, 'Third', '11:00')
    await addEvent(cookie, kit, 'First', '09:00')
    const { rows, desks } = await all(cookie)
    const theirs = rows.filter((row) => row.desk !== desk.seat.desk)
    expect(theirs.map((row) => [row.desk, row.event.title])).toEqual([
      [kit, 'First'],
      [priya, 'Second'],
      [kit, 'Third'],
    ])
    expect(desks.map((one) => one.state)).toEqual(['open', 'open', 'open'])
    const bad = await call('/api/all/today?on=tomorrow', { headers: { cookie } })
    expect(bad.status).toBe(422)
  })

  test('show no word of what one may not see at one of them, whatever one is at the other', async () => {
    const host = await newcomer('Lea')
    const kit = await opened(host, 'Kit Lund')
    const watcher = await newcomer('Max')
    const { link } = await (await perform(host, kit, 'member.invite', { name: 'Max', kind: 'observer' })).json()
    await post(`/api${new URL(link).pathname}`, { asYou: true }, { cookie: watcher })
    await open(watcher, { role: 'executive', zone: 'Europe/London' })
    const secret = { label: 'private', place: 'Larkspur clinic', notes: 'zebrafish' }
    await addEvent(host, kit, 'Quagga scan', '10:00', secret)
    await addEvent(host, kit, 'Wombat lunch', '10:00')
    const seen = JSON.stringify(await all(watcher))
    expect(seen).not.toMatch(/quagga|larkspur|zebrafish/i)
    expect((await seats(watcher)).seats.map(({ role }) => role)).toEqual(['assistant', 'observer', 'executive'])
    expect(JSON.stringify(await all(host))).toMatch(/Wombat lunch/)
  })

  test('lose a desk the moment one leaves it or is taken from it, and its news goes quiet', async () => {
    const host = await newcomer('Nora')
    const kit = await opened(host, 'Kit Lund')
    const guest = await newcomer('Otto')
    const { link, member } = await (
      await perform(host, kit, 'member.invite', { name: 'Otto', kind: 'assistant' })
    ).json()
    await post(`/api${new URL(link).pathname}`, { asYou: true }, { cookie: guest })
    await addEvent(host, kit, 'Only at Kit’s', '10:00')
    expect((await all(guest)).rows.some(({ event }) => event.title === 'Only at Kit’s')).toBe(true)
    await perform(host, kit, 'member.remove', { member: member.id, reason: 'Elsewhere now' })
    expect((await seats(guest)).seats.map(({ executive }) => executive)).toEqual(['Dana Okafor'])
    expect(JSON.stringify(await all(guest))).not.toMatch(/Kit/)
    const gone = await call('/api/desk/me', { headers: { cookie: guest, 'x-equerry-desk': kit } })
    expect(gone.status).toBe(404)
  })

  test('say which desk fails or is slow, and show the others', async () => {
    const cookie = await newcomer('Pia')
    const kit = await opened(cookie, 'Kit Lund')
    const priya = await opened(cookie, 'Priya Raman')
    await addEvent(cookie, priya, 'Still here', '10:00')
    for (const how of ['broken', 'slow'] as const) {
      stuck = { desk: kit, how }
      const { desks, rows } = await all(cookie)
      expect(desks.map((one) => [one.desk, one.state])).toEqual([
        [desk.seat.desk, 'open'],
        [kit, 'silent'],
        [priya, 'open'],
      ])
      expect(rows.map(({ event }) => event.title)).toContain('Still here')
      const waits = await (await call('/api/desks/waits', { headers: { cookie } })).json()
      expect(waits.waits.map((one: { waits: number | null }) => one.waits === null)).toEqual([false, true, false])
    }
    stuck = null
    expect((await all(cookie)).desks.every((one) => one.state === 'open')).toBe(true)
  })

  test('leave nothing running at a desk that was given up', async () => {
    const cookie = await newcomer('Pim')
    await opened(cookie, 'Kit Lund')
    const underWay = () =>
      desk.database.appPool
        .query(`select query from pg_stat_activity where datname = current_database()
          and usename = current_user and pid <> pg_backend_pid() and state <> 'idle'`)
        .then(({ rows }) => rows)
    await asOwner(desk.database, (owner) =>
      owner.transaction().execute(async (db) => {
        await sql`lock table desk.event in access exclusive mode`.execute(db)
        const asking = all(cookie)
        await vi.waitFor(async () => expect(await underWay()).not.toEqual([]))
        expect((await asking).desks.map(({ state }) => state)).toEqual(['silent', 'silent'])
        await vi.waitFor(async () => expect(await underWay()).toEqual([]), { timeout: 5_000 })
      }),
    )
    expect((await all(cookie)).desks.map(({ state }) => state)).toEqual(['open', 'open'])
  })

  test('say of a desk whose calendar one may not see that it is shut, which is not that nothing is on', async () => {
    const host = await newcomer('Quinn')
    const kit = await opened(host, 'Kit Lund')
    const cover = await newcomer('Ruth')
    const { link } = await (await perform(host, kit, 'member.invite', { name: 'Ruth', kind: 'cover' })).json()
    await post(`/api${new URL(link).pathname}`, { asYou: true }, { cookie: cover })
    await addEvent(host, kit, 'Numbat review', '10:00')
    const view = await all(cover)
    expect(view.desks.map((one) => one.state)).toEqual(['open', 'shut'])
    expect(JSON.stringify(view)).not.toMatch(/numbat/i)
  })

  test('name the hours at which one has to be at two desks’ places', async () => {
    const cookie = await newcomer('Rosa')
    const [kit, priya] = [await opened(cookie, 'Kit Lund'), await opened(cookie, 'Priya Raman')]
    const me = [{ address: 'rosa@okafor.example', name: 'Rosa', answer: 'accepted', required: true }]
    await addEvent(cookie, kit, 'Minutes for Kit', '10:00', { people: me })
    await addEvent(cookie, priya, 'Minutes for Priya', '10:30', { people: me })
    await addEvent(cookie, priya, 'Without Rosa', '10:00')
    expect((await all(cookie)).clashes).toMatchObject([
      {
        one: { desk: kit, title: 'Minutes for Kit' },
        other: { desk: priya, title: 'Minutes for Priya' },
      },
    ])
  })
})

describe('the line for news', () => {
  /** What a browser hears until it has heard so many events. */
  async function hear(cookie: string, at: string, many: number, during: () => Promise<unknown>): Promise<string[]> {
    const stop = new AbortController()
    const answer = await call(`/api/news?desk=${at}`, { headers: { cookie }, signal: stop.signal })
    const heard: string[] = []
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    const words = new TextDecoder()
    let begun: Promise<unknown> | undefined
    while (heard.length < many) {
      const { value } = await reader.read()
      heard.push(...[...words.decode(value).matchAll(/event: (\w+)/g)].map(([, name = '']) => name))
      begun ??= during()
    }
    await begun
    stop.abort()
    return heard
  }

  test('says that something happened at another of one’s desks, not what, and nothing of anybody else’s', async () => {
    const cookie = await newcomer('Sara')
    const kit = await opened(cookie, 'Kit Lund')
    const stranger = await newcomer('Tom')
    const theirs = await opened(stranger, 'Priya Raman')
    const heard = await hear(cookie, kit, 3, async () => {
      await perform(stranger, theirs, 'desk.change', { home: 'Larch Row' })
      await perform(cookie, desk.seat.desk, 'desk.change', { home: 'Kiln Yard' })
      await perform(cookie, kit, 'desk.change', { home: 'Mill Lane' })
    })
    expect(heard).toEqual(['hello', 'elsewhere', 'changed'])
  })
})
