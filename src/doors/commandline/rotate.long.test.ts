import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountFor } from '../../platform/postgres/account.ts'
import { socketFolder } from '../../platform/postgres/socket.ts'
import { emptyDatabase } from '../../platform/postgres/testing.ts'
import { sealAt } from '../../platform/secrets/envelope.ts'
import { KeyRing } from '../../platform/secrets/ring.ts'

/*
 * A whole Equerry with somebody who has a second step, and passwords of calendars: its keys are turned while it runs, it is
 * killed in the middle, and nothing is lost or readable.
 */

const data = mkdtempSync(join(tmpdir(), 'equerry-rotate-'))
const keyFile = join(data, 'keys')
const person = {
  name: 'Ines Duarte',
  email: 'ines@okafor.example',
  password: 'a long invented password',
  role: 'assistant',
  executive: 'Dana Okafor',
  zone: 'Europe/London',
}
const secretOf = (n: number) => `heron under glass ${n}`
const many = 400

let database: Awaited<ReturnType<typeof emptyDatabase>>
let env: NodeJS.ProcessEnv
let running: ChildProcess
let url = ''
let noise = ''
let cookie = ''
let totp = ''
let codes: string[] = []

beforeAll(async () => {
  database = await emptyDatabase()
  env = { ...process.env, DATABASE_URL: database?.url ?? '', EQUERRY_DATA: data, EQUERRY_LOG: 'debug', PORT: '0' }
  const link = await start()
  const came = await post(`/api${new URL(link).pathname}`, person)
  cookie = cookiesOf(came)
  const enabled = (await (await post('/api/auth/two-factor/enable', { password: person.password }, cookie)).json()) as {
    totpURI: string
    backupCodes: string[]
  }
  totp = new URL(enabled.totpURI).searchParams.get('secret') ?? ''
  codes = enabled.backupCodes
  cookie = cookiesOf(await post('/api/auth/two-factor/verify-totp', { code: digits(totp) }, cookie))
  await keepMany()
})
afterAll(async () => {
  if (running.exitCode === null && running.signalCode === null) {
    running.kill('SIGTERM')
    await once(running, 'exit')
  }
  await database?.drop()
  rmSync(data, { recursive: true, force: true })
})

/** Starts Equerry; answers the line it prints first. */
async function start(): Promise<string> {
  running = spawn(process.execPath, ['src/cli.ts', 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.stderr?.on('data', (text) => (noise += text))
  const ended = once(running, 'exit').then(() => Promise.reject(new Error(`Equerry ended:\n${noise}`)))
  ended.catch(() => {})
  const lines = createInterface(running.stdout as NonNullable<ChildProcess['stdout']>)
  const line = String(await Promise.race([once(lines, 'line'), ended]))
  const address = /http:\S+/.exec(line)?.[0] ?? ''
  url = new URL(address).origin
  return address
}

async function type(...words: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['src/cli.ts', ...words], { env })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (err += text))
  const [code] = (await once(child, 'close')) as [number | null]
  noise += err
  return { code, out, err }
}

const post = (path: string, body: unknown, as = '') =>
  fetch(url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: url, cookie: as },
  })
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
const me = async () => (await fetch(`${url}/api/desk/me`, { headers: { cookie } })).status

/** Signs in with the password and then a code; the status of the code. */
async function signIn(way: 'totp' | 'backup-code', code: string): Promise<number> {
  const half = cookiesOf(await post('/api/auth/sign-in/email', { email: person.email, password: person.password }))
  const answer = await post(`/api/auth/two-factor/verify-${way}`, { code }, half)
  if (answer.status === 200) cookie = cookiesOf(answer)
  return answer.status
}

/** What an authenticator app shows (RFC 6238). */
function digits(base32: string): string {
  const bits = [...base32].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Temporal.Now.instant().epochMilliseconds / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The database as its owner, while an Equerry runs on it. */
async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const folder = join(data, 'postgres')
  const client = database
    ? new pg.Client(database.url)
    : new pg.Client({ host: socketFolder(folder, accountFor(folder)), user: 'equerry_migrator', database: 'equerry' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

const ring = () => KeyRing.open(keyFile, Temporal.Now.instant())

/** Passwords of calendars, sealed as an action seals them. */
const keepMany = () =>
  asOwner(async (client) => {
    const { rows } = await client.query(`select desk_id, id from desk.member where kind = 'assistant'`)
    const [{ desk_id: desk, id: member }] = rows as [{ desk_id: string; id: string }]
    for (let n = 0; n < many; n++) {
      const { key, bytes } = sealAt(ring(), [desk, `calendar-${n}`, 'password'], secretOf(n))
      await client.query('insert into desk.secret values ($1, $2, $3, $4, $5, now(), $6)', [
        desk,
        `calendar-${n}`,
        'password',
        key,
        bytes,
        member,
      ])
    }
  })

/** How many passwords are sealed under which key. */
const keysInUse = () =>
  asOwner(async (client) => {
    const { rows } = await client.query('select key_id, count(*)::int as n from desk.secret group by 1')
    return new Map((rows as { key_id: string; n: number }[]).map(({ key_id, n }) => [Number(key_id), n]))
  })

async function expectAllOpen(): Promise<void> {
  const { openAt } = await import('../../platform/secrets/envelope.ts')
  const opened = await asOwner(async (client) => {
    const { rows } = await client.query('select desk_id, item_id, name, sealed from desk.secret')
    return (rows as { desk_id: string; item_id: string; name: string; sealed: Buffer }[]).map((row) => [
      row.item_id,
      openAt(ring(), [row.desk_id, row.item_id, row.name], row.sealed),
    ])
  })
  expect(new Map(opened as [string, string][])).toEqual(
    new Map(Array.from({ length: many }, (_, n) => [`calendar-${n}`, secretOf(n)])),
  )
}

describe('turning the keys', { timeout: 90_000 }, () => {
  test('is told beforehand, and then nothing is changed', async () => {
    const before = readFileSync(keyFile, 'utf8')
    const { code, out } = await type('rotate', '--dry-run')
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`${many + 1} secrets would be sealed again, 1 old key dropped`),
    ])
    expect([readFileSync(keyFile, 'utf8'), await me()]).toEqual([before, 200])
  })

  test('while the desk is open: everything opens under the new key, the old one is gone, and everybody signs in again', async () => {
    const old = ring().newest
    const { code, out } = await type('rotate')
    expect([code, out]).toEqual([0, expect.stringContaining(`${many + 1} secrets sealed again, 1 old key dropped`)])
    const { keys, newest } = ring()
    expect([keys.length, newest.id === old.id]).toEqual([1, false])
    expect(readFileSync(keyFile, 'utf8')).not.toContain(old.secret)
    expect([...(await keysInUse()).keys()]).toEqual([newest.id])
    await expectAllOpen()
    expect(await me()).toBe(401)
    expect(await signIn('totp', '000000')).toBe(401)
    expect(await signIn('totp', digits(totp))).toBe(200)
    expect(await me()).toBe(200)
  })

  test('a recovery code of before opens after it, once', async () => {
    expect(await signIn('backup-code', codes[0] ?? '')).toBe(200)
    expect(await signIn('backup-code', codes[0] ?? '')).toBe(401)
  })

  test('killed in the middle everything opens, and the next one goes on where it was', async () => {
    const old = ring().newest.id
    await asOwner(async (client) => {
      // Whoever holds a row in the middle holds the rotation there.
      await client.query('begin')
      await client.query(
        'select 1 from desk.secret where item_id = (select item_id from desk.secret order by desk_id, item_id offset $1 limit 1) for update',
        [many / 2],
      )
      const turning = type('rotate')
      await expect.poll(async () => (await keysInUse()).size, { timeout: 20_000 }).toBe(2)
      running.kill('SIGKILL')
      await once(running, 'exit')
      expect((await turning).code).toBe(2)
    })
    expect(ring().keys.map(({ id }) => id)).toEqual([expect.any(Number), old])
    await start()
    const { newest } = ring()
    const inUse = await keysInUse()
    const [left, done] = [inUse.get(old) ?? 0, inUse.get(newest.id) ?? 0]
    expect([left > 0, done > 0, left + done]).toEqual([true, true, many])
    await expectAllOpen()
    expect(await signIn('totp', digits(totp))).toBe(200)
    const { code, out } = await type('rotate')
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`broke off is finished: ${left} secrets sealed again, 1 old key dropped`),
    ])
    expect(ring().keys).toEqual([newest])
    await expectAllOpen()
    expect(await signIn('backup-code', codes[1] ?? '')).toBe(200)
  })

  test('no row of any table holds one of the secrets, nor does anything that was logged', async () => {
    const found = await asOwner(async (client) => {
      const { rows: tables } = await client.query(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('auth', 'desk', 'jobs', 'migration')`,
      )
      expect(tables.length).toBeGreaterThan(30)
      let all = ''
      for (const { name } of tables as { name: string }[]) {
        const { rows } = await client.query(`select t::text as row from ${name} t`)
        all += rows.map(({ row }) => row).join('\n')
      }
      return all
    })
    expect(found).toContain('Dana Okafor')
    const bytes = (text: string) => Buffer.from(text).toString('hex')
    const secrets = [person.password, totp, ...codes, ring().newest.secret, secretOf(7), 'heron under glass']
    for (const secret of secrets)
      for (const text of [secret, bytes(secret), Buffer.from(secret).toString('base64')]) {
        expect(found.includes(text), 'in the database').toBe(false)
        expect(noise.includes(text), 'in the log').toBe(false)
      }
  })

  test('with nobody at work on the folder it is done all the same', async () => {
    running.kill('SIGTERM')
    await once(running, 'exit')
    const { code, out } = await type('rotate')
    expect([code, out]).toEqual([0, expect.stringContaining(`${many + 1} secrets sealed again`)])
  })

  test('a key file that others can read is refused before anything opens', async () => {
    chmodSync(keyFile, 0o644)
    const { code, err } = await type('rotate')
    expect([code, err]).toEqual([2, expect.stringContaining('can be read by others')])
    chmodSync(keyFile, 0o600)
  })

  test('with the keys lost the desk opens, says what must be entered again, and the way back in is a link', async () => {
    const kept = readFileSync(keyFile)
    rmSync(keyFile)
    const before = noise.length
    await start()
    const said = noise.slice(before)
    expect(said).toMatch(/1 second step at sign-in is sealed under a key that is not in .*equerry link --for/)
    expect(said).toMatch(new RegExp(`${many} passwords or tokens of things at desks are sealed`))
    expect(await signIn('totp', digits(totp))).not.toBe(200)
    expect((await fetch(url)).status).toBe(200)
    const { out } = await type('link', '--for', person.email)
    const link = /\/first\/\S+/.exec(out)?.[0] ?? ''
    const came = await post(`/api${link}`, { password: person.password })
    cookie = cookiesOf(came)
    expect([came.status, await me()]).toEqual([200, 200])
    writeFileSync(keyFile, kept, { mode: 0o600 })
    await expectAllOpen()
  })
})
