import { afterAll, beforeAll, expect, test } from 'vitest'
import { guestOf } from '../../desk/holds/page/guest.ts'
import { type TestDesk, testDesk } from '../../desk/testing.ts'
import { itineraryGuestOf } from '../../desk/travel/itinerary/guest.ts'
import { makeSignIn, openCalls } from '../../platform/auth/sign-in.ts'
import { makeLog } from '../../platform/log.ts'
import { makeApp } from './app.ts'
import { makeFirstLink, makeLinkFor } from './first.ts'
import { NewsBoard } from './news.ts'

const url = 'http://localhost:4170'
let desk: TestDesk
let app: ReturnType<typeof makeApp>
let lines = ''
beforeAll(async () => {
  desk = await testDesk()
  const signIn = makeSignIn({ pool: desk.database.authPool, url, secret: 'only for a test, forty characters long ..' })
  const log = makeLog('debug', { write: (line: string) => (lines += line) })
  const feed = async () => null
  app = makeApp({
    around: desk.around,
    signIn,
    news: new NewsBoard(),
    log,
    url,
    now: () => desk.at,
    web: 'src/web',
    feed,
    guest: { ...guestOf(desk.around), ...itineraryGuestOf(desk.around) },
    onFounded: async () => {},
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
const person = {
  name: 'Tomás',
  email: 'Tomas@okafor.example',
  password: 'ten invented words',
  role: 'assistant',
  executive: 'Dana Okafor',
  zone: 'Europe/London',
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
async function signedIn(email = person.email) {
  const link = await makeFirstLink(desk.around, desk.at)
  return cookieOf(await post(`/api${link}`, { ...person, email }))
}

test('the sign-in page answers 200 to anyone', async () => {
  const answer = await call('/')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
})

test('without a session nothing of a desk answers', async () => {
  for (const path of [
    '/api/desk/me',
    '/api/journal/list',
    '/api/today/show',
    '/api/openapi.json',
    '/api/news',
    '/api/no/such',
  ])
    expect((await call(path)).status, path).toBe(401)
  expect((await post('/api/desk/change', { home: 'x' })).status).toBe(401)
})

test('a one-time link lets a person in once, and never again', async () => {
  const link = await makeFirstLink(desk.around, desk.at)
  const first = await post(`/api${link}`, person)
  expect(first.status).toBe(200)
  const me = await call('/api/desk/me', { headers: { cookie: cookieOf(first) } })
  expect(await me.json()).toMatchObject({
    member: { name: 'Tomás', kind: 'assistant' },
    login: { email: 'tomas@okafor.example' },
  })
  expect((await post(`/api${link}`, person)).status).toBe(404)
})

test('a link older than a day and a link that never was do not open', async () => {
  const link = await makeFirstLink(desk.around, desk.at.subtract({ hours: 25 }))
  expect((await post(`/api${link}`, person)).status).toBe(404)
  expect((await post('/api/first/AAAAAAAAAAAAAAAAAAAAAA', person)).status).toBe(404)
})

test('a bad name, address, password or zone is refused with its field, and the link still works', async () => {
  const link = await makeFirstLink(desk.around, desk.at)
  for (const [field, value] of [
    ['email', 'nobody'],
    ['password', 'short'],
    ['zone', 'Mars/Base'],
    ['name', ' '],
  ] as const) {
    const answer = await post(`/api${link}`, { ...person, [field]: value })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ refused: { why: 'bad-input', path: field } })
  }
  expect((await post(`/api${link}`, { ...person, email: 'late@okafor.example' })).status).toBe(200)
})

test('a link made for them gives somebody who forgot their password a new one and keeps their seat', async () => {
  await signedIn('forgetful@okafor.example')
  const link = await makeLinkFor(desk.around, 'forgetful@okafor.example', desk.at)
  await post(`/api${link}`, { password: 'a brand new password' })
  const answer = await post('/api/auth/sign-in/email', {
    email: 'forgetful@okafor.example',
    password: 'a brand new password',
  })
  expect(answer.status).toBe(200)
  expect((await call('/api/desk/me', { headers: { cookie: cookieOf(answer) } })).status).toBe(200)
})

test('nobody can sign up by themselves', async () => {
  const answer = await post('/api/auth/sign-up/email', {
    email: 'in@x.example',
    password: 'let me in please',
    name: 'In',
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
})

test('answers keep their three bodies and statuses', async () => {
  const cookie = await signedIn('bodies@okafor.example')
  const done = await post('/api/desk/change', { home: 'Larch Row' }, { cookie, 'idempotency-key': 'k1' })
  expect(await done.json()).toMatchObject({ did: { entry: expect.any(String), undo: true } })
  const bad = await post('/api/desk/change', { home: 5 }, { cookie })
  expect([bad.status, await bad.json()]).toEqual([
    422,
    { refused: { why: 'bad-input', words: expect.any(String), standing: [], path: 'home' } },
  ])
  const reused = await post('/api/desk/change', { home: 'Other' }, { cookie, 'idempotency-key': 'k1' })
  expect([reused.status, await reused.json()]).toMatchObject([409, { refused: { why: 'key-reused' } }])
  expect((await post('/api/desk/nothing', {}, { cookie })).status).toBe(404)
  const read = await call('/api/desk/change', { headers: { cookie } })
  expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST'])
  const broken = await call('/api/desk/change', { method: 'POST', body: '{', headers: { cookie, origin: url } })
  expect(broken.status).toBe(422)
})

test('a call from another site is refused, whatever cookie it carries', async () => {
  const cookie = await signedIn('crossed@okafor.example')
  expect((await post('/api/desk/change', { home: 'x' }, { cookie, origin: 'https://evil.example' })).status).toBe(403)
})

test('a loopback number is sent to the one name that cookies and passkeys know', async () => {
  const answer = await app.fetch(new Request('http://127.0.0.1:4170/first/abc?x=1'))
  expect([answer.status, answer.headers.get('location')]).toEqual([307, `${url}/first/abc?x=1`])
})

test('the operations describe themselves as OpenAPI', async () => {
  const cookie = await signedIn('reader@okafor.example')
  const described = (await (await call('/api/openapi.json', { headers: { cookie } })).json()) as { paths: object }
  expect(Object.keys(described.paths)).toEqual(expect.arrayContaining(['/desk/me', '/event/move', '/calendar/import']))
  expect(described).toMatchObject({
    paths: {
      '/desk/change': {
        post: {
          responses: { 409: { $ref: '#/components/responses/409' } },
          parameters: [{ $ref: '#/components/parameters/key' }],
        },
      },
    },
    components: { responses: { 409: { description: 'Refused: moved-on or key-reused' } } },
  })
})

const from = (address: string, path: string, headers: Record<string, string>) =>
  app.fetch(
    new Request(url + path, {
      method: 'POST',
      body: JSON.stringify({ email: 'guess@okafor.example', password: 'one guess of many' }),
      headers: { 'content-type': 'application/json', origin: url, ...headers },
    }),
    { incoming: { socket: { remoteAddress: address } } },
  )

test('somebody who guesses passwords is stopped, whatever address they claim to come from', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 12; i++) {
    const claimed = { 'x-equerry-address': `198.51.100.${i}`, 'x-forwarded-for': `198.51.100.${i}` }
    statuses.push((await from('203.0.113.7', '/api/auth/sign-in/email', claimed)).status)
  }
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401))
  expect(statuses.slice(10)).toEqual([429, 429])
  const other = await from('127.0.0.1', '/api/auth/sign-in/email', { 'x-forwarded-for': '203.0.113.7, 203.0.113.8' })
  expect(other.status).toBe(401)
})

test('a body past its limit is refused before it is read, also one that does not say how long it is', async () => {
  const long = 'x'.repeat(70_000)
  expect((await post('/api/auth/sign-in/email', { email: long, password: long })).status).toBe(429)
  const cookie = await signedIn('long@okafor.example')
  const parts = new ReadableStream({
    start: (stream) => {
      for (let i = 0; i < 40; i++) stream.enqueue(new Uint8Array(64 * 1024))
      stream.close()
    },
  })
  const sent = { method: 'POST', body: parts, duplex: 'half', headers: { cookie, origin: url } } as RequestInit
  expect(await (await call('/api/desk/change', sent)).json()).toMatchObject({ refused: { why: 'too-much' } })
})

test('answers are kept by nobody on the way', async () => {
  const cookie = await signedIn('quiet@okafor.example')
  const own = { headers: { cookie } }
  for (const answer of [
    await call('/api/desk/me', own),
    await call('/api/desk/me'),
    await call('/api/auth/get-session', own),
  ])
    expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('the journal tells a browser from a script', async () => {
  const cookie = await signedIn('doors@okafor.example')
  const doors: string[] = []
  for (const said of [{}, { origin: url }, { 'sec-fetch-site': 'same-origin' }] as Record<string, string>[]) {
    const headers = { 'content-type': 'application/json', cookie, ...said }
    await call('/api/desk/change', { method: 'POST', body: '{"home":"Larch Row"}', headers })
    const listed = await call('/api/journal/list?limit=1', { headers: { cookie } })
    doors.push(((await listed.json()) as { entries: { door: string }[] }).entries[0]?.door ?? '')
  }
  expect(doors).toEqual(['through the API', 'in the browser', 'in the browser'])
})

test('a new password ends the sessions of the old one', async () => {
  const before = await signedIn('stolen@okafor.example')
  expect((await call('/api/desk/me', { headers: { cookie: before } })).status).toBe(200)
  const link = await makeLinkFor(desk.around, 'stolen@okafor.example', desk.at)
  const after = cookieOf(await post(`/api${link}`, { password: 'a brand new password' }))
  expect((await call('/api/desk/me', { headers: { cookie: before } })).status).toBe(401)
  expect((await call('/api/desk/me', { headers: { cookie: after } })).status).toBe(200)
})

test('the log never holds a name, an address or a token', async () => {
  const link = await makeFirstLink(desk.around, desk.at)
  await post(`/api${link}`, { ...person, name: 'Unmistakable', email: 'unmistakable@okafor.example' })
  await call(link)
  expect(lines).toContain('/api/first/:token')
  expect(lines).not.toMatch(/unmistakable/i)
  expect(lines).not.toContain(link.split('/').at(-1))
})

test('of the sign-in library nothing answers from outside but what the screens use', async () => {
  const { options, api } = makeSignIn({ pool: desk.database.authPool, url, secret: 'x'.repeat(40) })
  const paths = Object.values(api).flatMap(({ path }) => (typeof path === 'string' ? [path] : []))
  expect(options.emailAndPassword.disableSignUp).toBe(true)
  expect(paths).toEqual(expect.arrayContaining([...openCalls]))
  const closed = paths.filter((path) => !openCalls.has(path))
  expect(closed).toEqual(expect.arrayContaining(['/sign-up/email', '/update-user', '/change-email', '/delete-user']))
  const cookie = await signedIn('closed@okafor.example')
  for (const path of closed)
    for (const method of ['GET', 'POST'])
      expect(
        (
          await call(`/api/auth${path}`, {
            method,
            headers: { cookie, origin: url },
            ...(method === 'POST' && { body: '{}' }),
          })
        ).status,
        `${method} ${path}`,
      ).toBe(404)
})

test('nobody makes themselves another name, or another kind of member, on the way in or after', async () => {
  const cookie = await signedIn('plain@okafor.example')
  const as = { cookie }
  expect((await post('/api/auth/update-user', { name: 'Dana Okafor' }, as)).status).toBe(404)
  await post('/api/desk/change', { home: 'Larch Row', kind: 'executive', board: {}, member: { kind: 'executive' } }, as)
  const me = await (await call('/api/desk/me', { headers: as })).json()
  expect([me.member.kind, me.login.name]).toEqual(['assistant', 'Tomás'])
})
