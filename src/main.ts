import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { allSeats } from './desk/authority/queries.ts'
import type { Surroundings } from './desk/perform.ts'
import { surroundings } from './desk/surroundings.ts'
import { makeApp } from './doors/http/app.ts'
import { makeFirstLink } from './doors/http/first.ts'
import { NewsBoard } from './doors/http/news.ts'
import { own } from './doors/socket/owner.ts'
import { makeSignIn } from './platform/auth/sign-in.ts'
import type { Config } from './platform/config.ts'
import { makeLog } from './platform/log.ts'
import { type Database, openDatabase } from './platform/postgres/database.ts'
import { makeDataFolder } from './platform/postgres/embedded.ts'

/** The one clock. Everything else is told the time. */
export const now = (): Temporal.Instant => Temporal.Now.instant()

export type Running = { readonly url: string; readonly firstLink: string | null; readonly stop: () => Promise<void> }

/**
 * Puts everything together and opens the doors: data folder, database, desk, HTTP, socket.
 * @throws InUse, NoDatabase and BadSetting with words for whoever started it.
 */
export async function start(config: Config): Promise<Running> {
  const log = makeLog(config.logLevel)
  makeDataFolder(config.data)
  let url = config.url ?? ''
  const owned = await own(config.data, () => url || 'it is still starting')
  const closing: (() => unknown)[] = [() => owned.stop()]
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const database = await openDatabase(config, log)
    closing.push(() => database.stop())
    const news = new NewsBoard()
    const around = surroundings(database.app, news.tell)
    const listening = await listen(config, (port) => {
      url = config.url ?? `http://localhost:${port}`
      return compose(config, database, around, news, log, url)
    })
    closing.push(() => listening.stop())
    owned.answer(commandLine(around, () => url))
    const empty = (await allSeats(database.app)).length === 0
    log.info({ port: listening.port }, 'the desk is open')
    return { url, firstLink: empty ? url + (await makeFirstLink(around, now())) : null, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function compose(
  config: Config,
  database: Database,
  around: Surroundings,
  news: NewsBoard,
  log: ReturnType<typeof makeLog>,
  url: string,
): Hono {
  const signIn = makeSignIn({ pool: database.authPool, url, secret: secretOf(config.data) })
  const web = join(import.meta.dirname, '..', 'dist', 'web')
  return makeApp({ around, signIn, news, log, url, now, web, feed: async () => null, onFounded: async () => {} })
}

/** Signs cookies; made once, kept beside the data it guards. */
function secretOf(data: string): string {
  const file = join(data, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8')
}

/** Both loopback addresses unless a host is given; port 0 takes one that is free on the first and uses it on the second. */
async function listen(config: Config, make: (port: number) => Hono): Promise<{ port: number; stop: () => void }> {
  const servers: ServerType[] = []
  let app: Hono | null = null
  const open = (hostname: string, port: number) =>
    new Promise<number>((resolve, reject) => {
      const server = serve({
        fetch: (request, env) => app?.fetch(request, env) ?? new Response('starting', { status: 503 }),
        hostname,
        port,
      })
      servers.push(server)
      server.once('listening', () => resolve((server.address() as AddressInfo).port))
      server.once('error', reject)
    })
  const port = await open(config.host ?? '127.0.0.1', config.port)
  // A machine without IPv6 has one loopback address, and that is enough.
  if (config.host === null) await open('::1', port).catch(() => {})
  app = make(port)
  return {
    port,
    stop: () => {
      for (const server of servers) {
        server.close()
        if ('closeAllConnections' in server) server.closeAllConnections()
      }
    },
  }
}

const commandLine = (around: Surroundings, url: () => string) => async (path: string) => {
  if (path === '/link') return { address: url() + (await makeFirstLink(around, now())) }
  return { failed: `unknown call ${path}` }
}
