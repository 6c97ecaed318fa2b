import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundDesk } from '../../desk/authority/actions.ts'
import { allSeats } from '../../desk/authority/queries.ts'
import { guestOf } from '../../desk/holds/page/guest.ts'
import type { Surroundings } from '../../desk/perform.ts'
import { surroundings } from '../../desk/surroundings.ts'
import { itineraryGuestOf } from '../../desk/travel/itinerary/guest.ts'
import { makeSignIn } from '../../platform/auth/sign-in.ts'
import { makeLog } from '../../platform/log.ts'
import type { Database } from '../../platform/postgres/database.ts'
import { testDatabase } from '../../platform/postgres/testing.ts'
import { testSealing } from '../../platform/secrets/testing.ts'
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
    const around = surroundings(database.app, () => {}, { format: icsFormat, url, sealing: testSealing() })
    const signIn = makeSignIn({ pool: database.authPool, url, secret: 'only for a test, forty characters long ..' })
    const log = makeLog('silent')
    const [news, feed, onFounded] = [new NewsBoard(), async () => null, async () => {}]
    const guest = { ...guestOf(around), ...itineraryGuestOf(around) }
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
  expect(await shown(await newLink())).toEqual({ for: null, invited: null, you: null, executive: 'Dana Okafor' })
  expect(await shown(await linkFor('asked@okafor.example'))).toEqual({
    for: { name: 'asked', email: 'asked@okafor.example' },
    invited: null,
    you: null,
    executive: 'Dana Okafor',
  })
  expect((await call('/api/first/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
})

test('a link for a new person at a desk joins that one, and says so, however many there are', async () => {
  const { around } = server(0)
  const kit = { login: 'login-kit', email: 'kit@okafor.example', name: 'Kit Lund', kind: 'executive' as const }
  const theirs = await foundDesk(around, kit, 'Kit Lund', 'Europe/Zurich', at.add({ hours: 1 }))
  const link = await makeFirstLink(around, at, theirs.desk)
  expect(await (await call(`/api${link}`)).json()).toMatchObject({ executive: 'Kit Lund' })
  expect((await post(`/api${link}`, person('joins-kit'))).status).toBe(200)
  const before = (await allSeats(around.db)).filter(({ desk }) => desk === theirs.desk)
  expect(before.length).toBe(2)
  const nowhere = await makeFirstLink(around, at, '01a00000-0000-7000-8000-000000000000')
  expect((await post(`/api${nowhere}`, person('joins-nothing'))).status).toBe(404)
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

/** The cookies of whoever just came in through a link. */
const cookiesOf = (answer: Response): string => {
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
const perform = async (cookie: string, operation: string, input: object) =>
  (
    await call(`/api/${operation.replace('.', '/')}`, {
      method: 'POST',
      body: JSON.stringify(input),
      headers: { 'content-type': 'application/json', origin: url, cookie },
    })
  ).json()
/** Somebody who sits here, and a fresh invitation of theirs. */
async function invited(name: string, kind = 'observer') {
  const cookie = cookiesOf(await post(`/api${await newLink()}`, person(`host-of-${name}`)))
  const made = await perform(cookie, 'member.invite', { name, kind })
  return { cookie, member: made.member.id as string, link: (made.link as string).slice(url.length) }
}
const guest = (name: string) => ({ name, email: `${name}@okafor.example`, password: 'words of a guest' })

test('an invitation opens the seat it was made for, once, as what it says and nothing the guest claims', async () => {
  const { link } = await invited('wren')
  expect(await (await call(`/api${link}`)).json()).toMatchObject({
    invited: { name: 'wren', kind: 'observer' },
    you: null,
  })
  const claimed = { ...guest('wren'), kind: 'executive', role: 'executive', board: 'all' }
  const cookie = cookiesOf(await post(`/api${link}`, claimed))
  const me = await call('/api/desk/me', {
    headers: { cookie },
  })
  expect((await me.json()).member).toMatchObject({ name: 'wren', kind: 'observer' })
  expect((await post(`/api${link}`, guest('second'))).status).toBe(404)
  expect((await call(`/api${link}`)).status).toBe(404)
})

test('of two who open one invitation at the same moment, one sits down', async () => {
  const { link } = await invited('pair')
  const both = await Promise.all([0, 1].map((n) => post(`/api${link}`, guest(`pair${n}`), n)))
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 404])
})

test('an invitation that was taken back or replaced opens nothing', async () => {
  const { cookie, member, link } = await invited('gone')
  const { link: next } = await perform(cookie, 'member.link', { member })
  expect((await post(`/api${link}`, guest('gone'))).status).toBe(404)
  await perform(cookie, 'member.remove', { member, reason: 'A test' })
  expect((await post(`/api${(next as string).slice(url.length)}`, guest('gone'))).status).toBe(404)
})

test('an invitation does not take over the login of somebody who sits here, and stays open', async () => {
  const { link } = await invited('thief')
  const taken = await post(`/api${link}`, { ...guest('thief'), email: 'host-of-thief@okafor.example' })
  expect([taken.status, await taken.json()]).toMatchObject([403, { refused: { path: 'email' } }])
  expect(await signIn('host-of-thief@okafor.example', 'ten invented words')).toBe(200)
  expect((await post(`/api${link}`, { asYou: true })).status).toBe(403)
  expect((await post(`/api${link}`, guest('thief'))).status).toBe(200)
})

test('whoever sits at a desk already does not sit there twice, and the link is not spent by trying', async () => {
  const { cookie, link } = await invited('self')
  const asYou = {
    method: 'POST',
    body: '{"asYou":true}',
    headers: { 'content-type': 'application/json', origin: url, cookie },
  }
  expect((await call(`/api${link}`, asYou)).status).toBe(403)
  expect((await post(`/api${link}`, guest('self'))).status).toBe(200)
})

test('somebody taken from the desk is out at once, with the session they have', async () => {
  const { cookie, member, link } = await invited('brief')
  const theirs = cookiesOf(await post(`/api${link}`, guest('brief')))
  expect((await call('/api/desk/me', { headers: { cookie: theirs } })).status).toBe(200)
  await perform(cookie, 'member.remove', { member, reason: 'A test' })
  expect((await call('/api/desk/me', { headers: { cookie: theirs } })).status).toBe(401)
})

test('who says that they are the executive takes the seat that is empty, and nobody after them', async () => {
  const asExecutive = { ...person('dana'), role: 'executive' }
  expect((await post(`/api${await newLink()}`, asExecutive)).status).toBe(200)
  const link = await newLink()
  const second = await post(`/api${link}`, { ...person('dan'), role: 'executive' })
  expect([second.status, await second.json()]).toMatchObject([404, { refused: { why: 'not-there' } }])
  expect((await post(`/api${link}`, person('dan'))).status).toBe(200)
})
