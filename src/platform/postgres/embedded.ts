import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
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
import { clearLeft, end } from './left.ts'
import { socketFolder } from './socket.ts'

export const superuser = 'equerry_admin'

/** A running server of our own: reached by its unix socket alone, there is no TCP port. */
export type Embedded = { readonly socket: string; readonly stop: () => Promise<void> }

const settings = (socket: string) => ({
  listen_addresses: '',
  unix_socket_directories: socket,
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'fatal',
  // A statement in the server's log would carry titles and names.
  log_min_error_statement: 'panic',
})

/**
 * Starts PostgreSQL in `data/postgres`. One that a killed Equerry left running there is stopped first: it may be of an
 * older version, and still busy for a client that is gone. Whoever calls this holds the data folder.
 *
 * The socket's folder can be entered by the server's account alone, so connections over it are trusted: whoever can
 * reach the socket could read the files beside it.
 * @param lost called when the server ends though nobody stopped it.
 * @throws NoDatabase in words a person can act on: disk full, foreign files, a server that will not start.
 */
export async function startEmbedded(data: string, log: Log, lost: () => void = () => {}): Promise<Embedded> {
  const folder = join(data, 'postgres')
  const account = accountFor(folder)
  const socket = socketFolder(folder, account)
  await clearLeft(folder, socket)
  const native = binariesFor(account)
  if (!existsSync(join(folder, 'PG_VERSION'))) initialise(native, folder, account)
  checkVersion(native, folder)
  // Sessions of a server that was killed notice it within moments, and hold the folder until then.
  for (let tries = 0; ; tries++)
    try {
      return await start(native, folder, socket, account, log, lost)
    } catch (error) {
      if (tries === 50 || !/pre-existing shared memory block/.test(logOf(folder))) throw error
      await wait(200)
    }
}

/** Where the account may not walk down to the folder (root's home is closed), the working directory leads there all the same. */
const pathFor = (folder: string, account: Account) => (account && platform() === 'linux' ? '/proc/self/cwd' : folder)

const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Made under another name: a folder that carries the real one is whole, whatever was killed while it was made. */
function initialise(native: string, folder: string, account: Account): void {
  const making = `${folder}.new`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o700 })
  if (account) chownSync(making, account.uid, account.gid)
  const args = [
    '-D',
    pathFor(making, account),
    '-U',
    superuser,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    '--data-checksums',
  ]
  const done = spawnSync(join(native, 'bin', 'initdb'), args, {
    ...(account ?? {}),
    cwd: making,
    env: environment,
    encoding: 'utf8',
  })
  if (done.status === 0) {
    renameSync(making, folder)
    return
  }
  rmSync(making, { recursive: true, force: true })
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

async function start(
  native: string,
  folder: string,
  socket: string,
  account: Account,
  log: Log,
  lost: () => void,
): Promise<Embedded> {
  const out = openLog(folder, account)
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
    server.once('exit', () => resolve('it ended'))
  })
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(socket)) {
      server.once('exit', lost)
      server.unref()
      log.info({ pid: server.pid }, 'the database is up')
      return {
        socket,
        stop: async () => {
          server.off('exit', lost)
          await end(server.pid ?? 0, 1500)
        },
      }
    }
    const why = await Promise.race([failed, wait(tries < 20 ? 10 : 50).then(() => null)])
    if (why !== null)
      throw new NoDatabase(`The database in ${folder} did not start: ${full(folder) ?? said(folder) ?? why}`)
  }
  server.kill('SIGQUIT')
  throw new NoDatabase(
    `The database in ${folder} did not answer within 30 seconds; its own words are in ${join(folder, 'server.log')}`,
  )
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

/** "the disk is full", when it is. */
function full(folder: string): string | null {
  try {
    const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : join(folder, '..'))
    return bavail * bsize < 64 * 1024 * 1024 ? 'the disk is full (less than 64 MB are free)' : null
  } catch {
    return null
  }
}

function openLog(folder: string, account: Account): number {
  const file = join(folder, 'server.log')
  try {
    const out = openSync(file, 'w', 0o600)
    if (account) chownSync(file, account.uid, account.gid)
    return out
  } catch (error) {
    throw new NoDatabase(`The folder ${folder} cannot be written: ${full(folder) ?? (error as Error).message}`)
  }
}

function logOf(folder: string): string {
  const file = join(folder, 'server.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The first thing the server said that ended it; what follows are hints. */
function said(folder: string): string | null {
  const lines = logOf(folder).trim().split('\n')
  return lines.find((line) => /\b(FATAL|PANIC):/.test(line)) ?? (lines.at(-1) || null)
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
