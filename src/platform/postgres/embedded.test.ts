import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLog } from '../log.ts'
import { type Embedded, makeDataFolder, startEmbedded, superuser } from './embedded.ts'

const log = makeLog('silent')
let data = ''
let servers: Embedded[] = []
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'equerry-embedded-'))
  servers = []
})
afterEach(async () => {
  for (const server of servers) await server.stop()
  rmSync(data, { recursive: true, force: true })
})

async function started(folder = data, lost?: () => void): Promise<Embedded> {
  makeDataFolder(folder)
  const server = await startEmbedded(folder, log, lost)
  servers.push(server)
  return server
}

const pidOf = (folder = data): number =>
  Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

async function ask(server: Embedded, sql: string): Promise<unknown> {
  const client = new pg.Client({ host: server.socket, user: superuser, database: 'postgres' })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

const runs = (pid: number): boolean => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('it listens on a socket alone, keeps what was committed on disk, and knows letters of every alphabet', async () => {
  const server = await started()
  expect(await ask(server, 'show listen_addresses')).toEqual({ listen_addresses: '' })
  expect(await ask(server, 'show fsync')).toEqual({ fsync: 'on' })
  expect(await ask(server, "select lower('ÉMILE ŽIŽKA') as lower")).toEqual({ lower: 'émile žižka' })
})

test('stopping takes less than two seconds, and the next start finds everything', async () => {
  const first = await started()
  await ask(first, 'create table kept as select 1 as one')
  const begun = performance.now()
  await first.stop()
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(await ask(await started(), 'select one from kept')).toEqual({ one: 1 })
})

test('a server that a killed Equerry left running is stopped, and another started', async () => {
  const left = await started()
  await ask(left, 'create table kept as select 1 as one')
  const pid = pidOf()
  servers = []
  const next = await started()
  expect(runs(pid)).toBe(false)
  expect(pidOf()).not.toBe(pid)
  expect(await ask(next, 'select one from kept')).toEqual({ one: 1 })
})

test('a server that was killed itself is said to be lost, and the next start needs no hand', async () => {
  const lost = Promise.withResolvers<void>()
  const first = await started(data, lost.resolve)
  await ask(first, 'create table kept as select 1 as one')
  process.kill(pidOf(), 'SIGKILL')
  await lost.promise
  expect(await ask(await started(), 'select one from kept')).toEqual({ one: 1 })
})

test('after a crash of the machine the number in the pid file may be any program’s: it is left alone', async () => {
  await (await started()).stop()
  const stranger = spawn('sleep', ['60'])
  await once(stranger, 'spawn')
  const file = join(data, 'postgres', 'postmaster.pid')
  writeFileSync(file, `${stranger.pid}\n${join(data, 'postgres')}\n1767225600\n5432\n\n\n  1234567         0\n`)
  writeFileSync(join(data, 'postgres', '.s.PGSQL.5432.lock'), `${stranger.pid}\n`)
  await started()
  expect(runs(stranger.pid ?? 0)).toBe(true)
  stranger.kill()
})

test('a database folder that was still being made when Equerry was killed is made anew', async () => {
  mkdirSync(join(data, 'postgres.new'), { recursive: true })
  writeFileSync(join(data, 'postgres.new', 'PG_VERSION'), '18\n')
  expect(await ask(await started(), 'select 1 as one')).toEqual({ one: 1 })
})

test('a path too long for a socket is no obstacle', async () => {
  const long = join(data, 'a'.repeat(60), 'b'.repeat(60))
  const server = await started(long)
  expect(server.socket.startsWith(long)).toBe(false)
  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 })
})

test('a folder made by another PostgreSQL is refused with both versions', async () => {
  mkdirSync(join(data, 'postgres'))
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n')
  await expect(started()).rejects.toThrow(/made by PostgreSQL 17; this Equerry brings 18/)
})

test('as root the server runs as somebody else, and as the same one again whoever owns the folder by then', async (context) => {
  if (process.getuid?.() !== 0) context.skip('only root can')
  const server = await started()
  const first = statSync(`/proc/${pidOf()}`).uid
  expect(first).not.toBe(0)
  await server.stop()
  const another = Number(/^nobody:[^:]*:(\d+)/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[1])
  spawnSync('chown', ['-R', `${another}`, join(data, 'postgres')])
  await started()
  expect(statSync(`/proc/${pidOf()}`).uid).toBe(another)
})

test('a full disk is said to be full', async (context) => {
  const small = join(data, 'small')
  mkdirSync(small)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', small]).status === 0
  if (!mounted) context.skip('a small disk can be mounted only by root')
  try {
    await expect(started(small)).rejects.toThrow('the disk is full')
  } finally {
    await wait(50)
    spawnSync('umount', [small])
  }
})
