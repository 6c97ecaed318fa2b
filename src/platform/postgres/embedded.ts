import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'
import { accountFor } from './account.ts'
import { type Account, binariesFor, NoDatabase } from './binaries.ts'
import { socketFolder } from './socket.ts'

export const superuser = 'equerry_admin'

/** A running server of our own: reached by its unix socket alone, there is no TCP port. */
export type Embedded = { readonly socket: string; readonly adopted: boolean; readonly stop: () => Promise<void> }

const settings = (socket: string) => ({
  listen_addresses: '',
  unix_socket_directories: socket,
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'fatal',
  // A statement in the server's log would carry titles and names.
  log_min_error_statement: 'panic',
})

/**
 * Starts PostgreSQL in `data/postgres`, or adopts the one that a killed Equerry left running there.
 *
 * The socket's folder can be entered by the server's account alone, so connections over it are trusted: whoever can
 * reach the socket could read the files beside it.
 * @throws NoDatabase in words a person can act on: disk full, foreign files, a server that will not start.
 */
export async function startEmbedded(data: string, log: Log): Promise<Embedded> {
  const account = accountFor()
  const folder = join(data, 'postgres')
  const socket = socketFolder(folder, account)
  const left = await adopt(folder, socket)
  if (left) return left
  const native = binariesFor(account)
  if (!existsSync(join(folder, 'PG_VERSION'))) initialise(native, folder, account)
  checkVersion(native, folder)
  return start(native, folder, socket, account, log)
}

/** Where the account may not walk down to the folder (root's home is closed), the working directory leads there all the same. */
const pathFor = (folder: string, account: Account) => (account && platform() === 'linux' ? '/proc/self/cwd' : folder)

const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

function initialise(native: string, folder: string, account: Account): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
  const args = [
    '-D',
    pathFor(folder, account),
    '-U',
    superuser,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
    '--data-checksums',
  ]
  const done = spawnSync(join(native, 'bin', 'initdb'), args, {
    ...(account ?? {}),
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  })
  if (done.status === 0) return
  rmSync(folder, { recursive: true, force: true })
  throw new NoDatabase(
    `The database could not be made in ${folder}: ${full(folder) ?? done.error?.message ?? lastLine(done.stderr)}`,
  )
}

function checkVersion(native: string, folder: string): void {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  const have = /(\d+)\./.exec(
    spawnSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout,
  )?.[1]
  if (have !== undefined && made !== have)
    throw new NoDatabase(
      `${folder} was made by PostgreSQL ${made}; this Equerry brings ${have}. Export with the Equerry that made it, then import here.`,
    )
}

async function start(native: string, folder: string, socket: string, account: Account, log: Log): Promise<Embedded> {
  const out = openSync(join(folder, 'server.log'), 'w', 0o600)
  if (account) chownSync(join(folder, 'server.log'), account.uid, account.gid)
  const inFolder = socket === folder ? '.' : socket
  const flags = Object.entries(settings(inFolder)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A group of its own: a Ctrl-C in the terminal must reach Equerry first, which then stops it in order.
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', pathFor(folder, account), ...flags], {
    ...(account ?? {}),
    cwd: folder,
    env: environment,
    stdio: ['ignore', out, out],
    detached: true,
  })
  closeSync(out)
  const failed = new Promise<string>((resolve) => {
    server.once('error', (error) => resolve(error.message))
    server.once('exit', () => resolve(lastLine(readFileSync(join(folder, 'server.log'), 'utf8'))))
  })
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(socket)) {
      server.removeAllListeners('exit')
      server.unref()
      log.info({ pid: server.pid }, 'the database is up')
      return { socket, adopted: false, stop: () => stop(server.pid ?? 0) }
    }
    const why = await Promise.race([failed, wait(tries < 20 ? 10 : 50).then(() => null)])
    if (why !== null) throw new NoDatabase(`The database in ${folder} did not start: ${full(folder) ?? why}`)
  }
  server.kill('SIGQUIT')
  throw new NoDatabase(
    `The database in ${folder} did not answer within 30 seconds; its own words are in ${join(folder, 'server.log')}`,
  )
}

/** The postmaster that `postmaster.pid` names, if it is alive and answers on our socket. A stale file is PostgreSQL's to clear. */
async function adopt(folder: string, socket: string): Promise<Embedded | null> {
  const pid = pidIn(folder)
  if (pid === null || !alive(pid)) return null
  for (let tries = 0; tries < 40 && alive(pid); tries++) {
    if (await answers(socket)) return { socket, adopted: true, stop: () => stop(pid) }
    await wait(50)
  }
  return null
}

function pidIn(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function answers(socket: string): Promise<boolean> {
  const client = new pg.Client({ host: socket, user: superuser, database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Fast shutdown: sessions are ended, everything committed is on disk. */
async function stop(pid: number): Promise<void> {
  if (pid <= 1 || !alive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 150 && alive(pid); tries++) await wait(10)
  if (alive(pid)) process.kill(pid, 'SIGQUIT')
}

/** "the disk is full", when it is. */
function full(folder: string): string | null {
  try {
    const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : join(folder, '..'))
    return bavail * bsize < 64 * 1024 * 1024 ? 'the disk is full (less than 64 MB are free)' : null
  } catch {
    return null
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

/** Only its owner may look into the data folder. */
export function makeDataFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    chmodSync(data, 0o700)
  } catch (error) {
    throw new NoDatabase(
      `The data folder ${data} cannot be used: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
}
