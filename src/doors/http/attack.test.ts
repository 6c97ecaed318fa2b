import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundDesk } from '../../desk/authority/actions.ts'
import { guestOf } from '../../desk/holds/page/guest.ts'
import { type TestDesk, testDesk } from '../../desk/testing.ts'
import { itineraryGuestOf } from '../../desk/travel/itinerary/guest.ts'
import { makeSignIn } from '../../platform/auth/sign-in.ts'
import { makeLog } from '../../platform/log.ts'
import { makeApp } from './app.ts'
import { makeFirstLink } from './first.ts'
import { NewsBoard } from './news.ts'

let desk: TestDesk
const appAt = (url: string) =>
  makeApp({
    around: desk.around,
    signIn: makeSignIn({ pool: desk.database.authPool, url, secret: 'only for a test, forty characters long ..' }),
    news: new NewsBoard(),
    log: makeLog('silent'),
    url,
    now: () => desk.at,
    web: 'src/web',
    feed: async () => null,
    guest: { ...guestOf(desk.around), ...itineraryGuestOf(desk.around) },
    onFounded: async () => {},
  })
const url = 'http://localhost:4170'
let app: ReturnType<typeof makeApp>
let cookie: string
const person = {
  name: 'Tomás',
  email: 'tomas@okafor.example',
  password: 'ten invented words',
  role: 'assistant',
  executive: 'Dana Okafor',
  zone: 'Europe/London',
}

beforeAll(async () => {
  desk = await testDesk()
  app = appAt(url)
  const answer = await post(`/api${await makeFirstLink(desk.around, desk.at)}`, person)
  expect(answer.status).toBe(200)
  cookie = cookiesOf(answer)
})
afterAll(() => desk.stop())

const call = (path: string, init: RequestInit = {}, base = url) => app.fetch(new Request(base + path, init))
const post = (path: string, body: unknown, headers: Record<string, string> = {}, base = url) =>
  call(
    path,
    {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: base, ...headers },
    },
    base,
  )
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
const signIn = (headers: Record<string, string> = {}, said: object = {}) =>
  post('/api/auth/sign-in/email', { email: person.email, password: person.password, ...said }, headers)

describe('sessions', () => {
  test('one that somebody put into the browser before sign-in is not the one that is signed in', async () => {
    const planted = 'equerry.session_token=planted.by-somebody-else'
    const answer = await signIn({ cookie: planted })
    const mine = cookiesOf(answer)
    expect(mine).toContain('equerry.session_token=')
    expect(mine).not.toContain('planted')
    expect((await call('/api/desk/me', { headers: { cookie: planted } })).status).toBe(401)
    const again = cookiesOf(await signIn({ cookie: mine }))
    expect(again.split('; ').some((one) => mine.includes(one) && one.startsWith('equerry.session_token'))).toBe(false)
  })

  test('one whose signature was changed by a letter opens nothing', async () => {
    const at = cookie.indexOf('equerry.session_token=') + 'equerry.session_token='.length + 3
    const changed = `${cookie.slice(0, at)}${cookie[at] === 'x' ? 'y' : 'x'}${cookie.slice(at + 1)}`
    expect((await call('/api/desk/me', { headers: { cookie: changed } })).status).toBe(401)
  })

  test('their cookies are read by no script, and go over https alone wherever it is not this machine itself', async () => {
    const here = (await signIn()).headers.getSetCookie()
    expect(here.length).toBeGreaterThan(0)
    for (const one of here) expect(one).toMatch(/; HttpOnly/i)
    for (const one of here) expect(one).toMatch(/; SameSite=(Lax|Strict)/i)
    for (const one of here) expect(one).not.toMatch(/; Secure/i)
    const secure = appAt('https://desk.okafor.example')
    const request = new Request('https://desk.okafor.example/api/auth/sign-in/email', {
      method: 'POST',
      body: JSON.stringify({ email: person.email, password: person.password }),
      headers: { 'content-type': 'application/json', origin: 'https://desk.okafor.example' },
    })
    const there = (await secure.fetch(request)).headers.getSetCookie()
    expect(there.length).toBeGreaterThan(0)
    for (const one of there) expect(one).toMatch(/; Secure/i)
  })
})

describe('other sites', () => {
  test('change nothing: not by a form, not by a script, not by an address that is merely opened', async () => {
    const asOthers = { cookie, origin: 'https://elsewhere.example' }
    const form = new URLSearchParams({ home: 'Larch Row' })
    const tries = [
      { method: 'POST', headers: asOthers, body: form },
      { method: 'POST', headers: { ...asOthers, 'content-type': 'text/plain' }, body: '{"home":"Larch Row"}' },
      { method: 'POST', headers: { ...asOthers, origin: 'null' }, body: '{"home":"Larch Row"}' },
      { method: 'POST', headers: { cookie, 'sec-fetch-site': 'cross-site' }, body: '{"home":"Larch Row"}' },
      { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-site' }, body: '{"home":"Larch Row"}' },
      { method: 'GET', headers: { cookie } },
    ]
    for (const init of tries) expect([403, 405]).toContain((await call('/api/desk/change', init)).status)
    const me = await (await call('/api/desk/me', { headers: { cookie } })).json()
    expect(me.desk.home).toBeNull()
  })

  test('are told by every page to show it in no frame, to run nothing of their own and to keep the address to themselves', async () => {
    for (const path of ['/', '/today', '/api/desk/me', '/first/x', '/o/x', '/nothing-here']) {
      const { headers } = await call(path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy, path).toContain(rule)
      expect(policy, path).not.toMatch(/unsafe|\*/)
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })
})

test('what an operation does not ask for is not taken: nobody makes themselves or another more by naming it', async () => {
  const whole = { areas: { money: 'act', partnership: 'act' }, private: 'all', spend: { amount: 1, currency: 'GBP' } }
  const more = { board: whole, set: whole, sponsor: null, login: 'login-of-them', at: 0, door: 'desk', member: 'desk' }
  const asked = { name: 'Wren', ...more, kind: 'observer' }
  const { member } = await (await post('/api/member/invite', asked, { cookie })).json()
  const added = await (await post('/api/agent/add', { name: 'Reed', board: whole, private: 'all' }, { cookie })).json()
  const { rows } = await (await call('/api/board/show', { headers: { cookie } })).json()
  type Row = { member: { id: string; signsIn: boolean }; board: object }
  const of = (id: string) => rows.find((one: Row) => one.member.id === id)
  expect(of(member.id)).toMatchObject({ board: { areas: { money: 'none', partnership: 'none' }, private: 'none' } })
  expect(of(member.id).member.signsIn).toBe(false)
  expect(of(added.member.id)).toMatchObject({ board: { areas: { money: 'none' }, spend: null, private: 'none' } })
})

describe('guessing', () => {
  test('an address that nobody signs in with is answered as one with a wrong password', async () => {
    const wrong = await signIn({}, { password: 'not the password' })
    const unknown = await signIn({}, { email: 'nobody@okafor.example', password: 'not the password' })
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()])
  })

  test('one login’s password from many addresses is slowed down, whether it is there or not, and its owner is not locked out', async () => {
    const guarded = appAt(url)
    const tryFrom = async (address: string, body: object) => {
      const headers = { 'content-type': 'application/json', origin: url }
      const request = new Request(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers,
      })
      return (await guarded.fetch(request, { incoming: { socket: { remoteAddress: address } } })).status
    }
    const right = { email: person.email, password: person.password }
    expect(await tryFrom('203.0.113.250', right)).toBe(200)
    for (const email of [person.email, 'nobody@okafor.example']) {
      // A guess without a password is refused before anything is hashed, and counts like any other.
      const guesses = Array.from({ length: 33 }, (_, n) => tryFrom(`198.51.100.${n}`, { email }))
      const statuses = await Promise.all(guesses)
      expect(statuses.filter((status) => status === 429)).toHaveLength(3)
    }
    expect(await tryFrom('198.51.100.200', right)).toBe(429)
    const form = await call('/api/auth/sign-in/email', {
      method: 'POST',
      body: new URLSearchParams(right),
      headers: { origin: url },
    })
    expect(form.status).toBe(422)
    expect(await tryFrom('203.0.113.250', right)).toBe(200)
    desk.at = desk.at.add({ hours: 1 })
    expect(await tryFrom('198.51.100.200', right)).toBe(200)
    desk.at = desk.at.subtract({ hours: 1 })
  })

  test('a link that was spent is answered as one that never was', async () => {
    const link = await makeFirstLink(desk.around, desk.at)
    expect((await post(`/api${link}`, { ...person, email: 'spent@okafor.example' })).status).toBe(200)
    const spent = await call(`/api${link}`)
    const never = await call('/api/first/AAAAAAAAAAAAAAAAAAAAAA')
    expect([spent.status, await spent.text()]).toEqual([never.status, await never.text()])
  })

  test('an agent’s token that is wrong by a letter opens nothing, and is not told from one that never was', async () => {
    const added = await (await post('/api/agent/add', { name: 'Quill' }, { cookie })).json()
    const token = added.token as string
    const as = (one: string) => call('/api/desk/me', { headers: { authorization: `Bearer ${one}` } })
    expect((await as(token)).status).toBe(200)
    const off = await as(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)
    const never = await as('equerry_never')
    expect([off.status, await off.text()]).toEqual([never.status, await never.text()])
    expect(off.status).toBe(401)
  })
})

describe('another desk on the same server', () => {
  test('is not entered by naming it, and its things are not there under their ids', async () => {
    const newcomer = {
      login: 'login-of-them',
      email: 'other@okafor.example',
      name: 'Other',
      kind: 'assistant' as const,
    }
    const theirs = await foundDesk(desk.around, newcomer, 'Kit Lund', 'Europe/London', desk.at)
    const wanted = { cookie, 'x-equerry-desk': theirs.desk }
    const named = await call('/api/desk/me', { headers: wanted })
    const nobodys = { cookie, 'x-equerry-desk': '01a00000-0000-7000-8000-000000000000' }
    const unknown = await call('/api/desk/me', { headers: nobodys })
    expect([named.status, await named.text()]).toEqual([unknown.status, await unknown.text()])
    expect(named.status).toBe(404)
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Theirs' }, theirs)
    const mine = await post('/api/calendar/change', { id: calendar.id, name: 'Mine' }, { cookie })
    const nowhere = { id: '01a00000-0000-7000-8000-000000000000', name: 'Mine' }
    const never = await post('/api/calendar/change', nowhere, { cookie })
    expect([mine.status, await mine.text()]).toEqual([never.status, await never.text()])
    expect(mine.status).toBe(404)
    const { calendars } = await desk.do<{ calendars: { name: string }[] }>('calendar.list', {}, theirs)
    expect(calendars.map(({ name }) => name)).toContain('Theirs')
  })
})
