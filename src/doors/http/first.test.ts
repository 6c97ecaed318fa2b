import { afterAll, beforeAll, expect, test } from 'vitest'
import { allSeats } from '../../desk/authority/queries.ts'
import { guestOf } from '../../desk/holds/page/guest.ts'
import type { Surroundings } from '../../desk/perform.ts'
import { surroundings } from '../../desk/surroundings.ts'
import { makeSignIn } from '../../platform/auth/sign-in.ts'
import { makeLog } from '../../platform/log.ts'
import type { Database } from '../../platform/postgres/database.ts'
import { testDatabase } from '../../platform/postgres/testing.ts'
import { icsFormat } from '../ics/format.ts'
import { makeApp } from './app.ts'
import { makeFirstLink, makeLinkFor } from './first.ts'
import { NewsBoard } from './news.ts'

const url = 'http://localhost:4170'
const at = Temporal.Instant.from('2026-11-23T09:00:00Z')
let database: Database
/** Two Equerries on one database, as somebody may run them with DATABASE_URL. */
let servers: readonly { around: Surroundings; app: ReturnType<typeof makeApp> }[]
beforeAll(async () => {
  database = await testDatabase()
  servers = [0, 1].map(() => {
    const around = surroundings(database.app, () => {}, { format: icsFormat, url })
    const signIn = makeSignIn({ pool: database.authPool, url, secret: 'only for a test, forty characters long ..' })
    const log = makeLog('silent')
    const [news, feed, onFounded] = [new NewsBoard(), async () => null, async () => {}]
    const guest = guestOf(around)
    return {
      around,
      app: makeApp({ around, signIn, guest, news, log, url, now: () => at, web: 'src/web', feed, onFounded }),
    }
  })
})
afterAll(() => database.stop())

const server = (n: number) => {
  const one = servers[n]
  if (!one) throw new Error('no such server')
  return one
}
const newLink = () => makeFirstLink(server(0).around, at)
const linkFor = (address: string) => makeLinkFor(server(0).around, address, at) as Promise<string>
const person = (name: string) => ({
  name,
  email: `${name}@okafor.example`,
  password: 'ten invented words',
  role: 'assistant',
  executive: 'Dana Okafor',
  zone: 'Europe/London',
})
const call = (path: string, init: RequestInit = {}, n = 0) => server(n).app.fetch(new Request(url + path, init))
const post = (path: string, body: unknown, n = 0) =>
  call(
    path,
    {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: url },
    },
    n,
  )
const signIn = async (email: string, password: string) =>
  (await post('/api/auth/sign-in/email', { email, password })).status

test('two first links used at the same moment, at two servers too, open one desk, and both sit at it', async () => {
  const links = await Promise.all([newLink(), newLink(), newLink(), newLink()])
  const answers = await Promise.all(links.map((link, n) => post(`/api${link}`, person(`new${n}`), n % 2)))
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
  const seats = await allSeats(server(0).around.db)
  expect(seats.length).toBe(4)
  expect(new Set(seats.map((seat) => seat.desk)).size).toBe(1)
})

test('one link used at the same moment lets one in, and the other is answered as for any spent link', async () => {
  for (let round = 0; round < 5; round++) {
    const link = await newLink()
    const both = await Promise.all([0, 1].map((n) => post(`/api${link}`, person(`race${round}${n}`), n)))
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 404])
    expect((await post(`/api${link}`, person('later'))).status).toBe(404)
  }
})

test('one new person with two links at once gets one login and one seat', async () => {
  const links = [await newLink(), await newLink()]
  const answers = await Promise.all(links.map((link, n) => post(`/api${link}`, person('twice'), n)))
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403])
  expect(await signIn('twice@okafor.example', 'ten invented words')).toBe(200)
})

test('a link for a new person does not take over somebody who sits here, and still lets a new person in', async () => {
  await post(`/api${await newLink()}`, person('ines'))
  const link = await newLink()
  const taken = await post(`/api${link}`, {
    ...person('ines'),
    email: 'INES@okafor.example',
    password: 'not hers at all',
  })
  expect([taken.status, await taken.json()]).toMatchObject([403, { refused: { why: 'not-yours', path: 'email' } }])
  expect(await signIn('ines@okafor.example', 'ten invented words')).toBe(200)
  expect(await signIn('ines@okafor.example', 'not hers at all')).toBe(401)
  expect((await post(`/api${link}`, person('really-new'))).status).toBe(200)
})

test('a link says whose new password it is for, or which desk it joins', async () => {
  await post(`/api${await newLink()}`, person('asked'))
  const shown = async (link: string) => (await call(`/api${link}`)).json()
  expect(await shown(await newLink())).toEqual({ for: null, executive: 'Dana Okafor' })
  expect(await shown(await linkFor('asked@okafor.example'))).toEqual({
    for: { name: 'asked', email: 'asked@okafor.example' },
    executive: 'Dana Okafor',
  })
  expect((await call('/api/first/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
})

test('a link for somebody gives them alone a new password, whatever address is sent with it, and only once', async () => {
  for (const name of ['lost', 'other']) await post(`/api${await newLink()}`, person(name))
  const link = await linkFor(' Lost@Okafor.example ')
  expect((await post(`/api${link}`, { password: 'short' })).status).toBe(422)
  const answer = await post(`/api${link}`, { ...person('other'), password: 'a brand new password' })
  expect(answer.status).toBe(200)
  expect(await signIn('lost@okafor.example', 'a brand new password')).toBe(200)
  expect(await signIn('other@okafor.example', 'ten invented words')).toBe(200)
  expect((await post(`/api${link}`, { password: 'another new password' })).status).toBe(404)
})

test('a link for an address nobody signs in with is refused, and says who does', async () => {
  await post(`/api${await newLink()}`, person('known'))
  expect(await linkFor('stranger@okafor.example')).toMatchObject({
    refused: { why: 'not-there', words: expect.stringContaining('known@okafor.example') },
  })
})
