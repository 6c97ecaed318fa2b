import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { isRefused, type Refused } from './desk/act.ts'
import type { Seat } from './desk/authority/actions.ts'
import { allSeats } from './desk/authority/queries.ts'
import { refreshDesk } from './desk/calendar/events/keep.ts'
import { busyFeed } from './desk/calendar/feeds/actions.ts'
import { guestOf } from './desk/holds/page/guest.ts'
import type { Ways } from './desk/outbox.ts'
import { perform, type Surroundings } from './desk/perform.ts'
import { dueNow } from './desk/queue.ts'
import { forgetOldAnswers, keepDue } from './desk/routine.ts'
import { surroundings } from './desk/surroundings.ts'
import { makeApp } from './doors/http/app.ts'
import { makeFirstLink, makeLinkFor } from './doors/http/first.ts'
import { listen } from './doors/http/listen.ts'
import { NewsBoard } from './doors/http/news.ts'
import { icsFormat } from './doors/ics/format.ts'
import { type CommandCall, performFor } from './doors/socket/call.ts'
import { type Answerer, own } from './doors/socket/owner.ts'
import { makeSignIn } from './platform/auth/sign-in.ts'
import type { Config } from './platform/config.ts'
import { startJobs } from './platform/jobs/jobs.ts'
import { startSweeper } from './platform/jobs/sweeper.ts'
import { type Log, makeLog } from './platform/log.ts'
import { type Database, openDatabase } from './platform/postgres/database.ts'
import { makeDataFolder } from './platform/postgres/embedded.ts'
import { builtScreens } from './platform/screens.ts'

/** The one clock. Everything else is told the time. */
export const now = (): Temporal.Instant => Temporal.Now.instant()

export type Running = { readonly url: string; readonly firstLink: string | null; readonly stop: () => Promise<void> }

type Told = {
  /** For the person at the terminal, on stderr. */
  readonly say: (line: string) => void
  /** The database ended under us: nothing can be answered any more. */
  readonly lost: () => void
}

/**
 * Puts everything together and opens the doors: data folder, port, database, screens, desk. What was opened is closed
 * again, last first, when a later part fails or when it is told to stop.
 * @throws Cannot, with words for whoever started it.
 */
export async function start(config: Config, { say, lost }: Told): Promise<Running> {
  const log = makeLog(config.logLevel)
  makeDataFolder(config.data)
  let url = config.url ?? ''
  const owned = await own(config.data, () => url || 'it is still starting')
  const closing: (() => unknown)[] = [() => owned.stop()]
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const door = await listen(config.host, config.port)
    closing.push(() => door.close(500))
    const [database, web] = await both(openDatabase(config, log, lost), builtScreens(say), (open) => open.stop())
    closing.push(() => database.stop())
    url = config.url ?? `http://localhost:${door.port}`
    const news = new NewsBoard()
    const around = surroundings(database.app, news.tell, { format: icsFormat, url })
    for (const desk of new Set((await allSeats(database.app)).map((seat) => seat.desk)))
      await refreshDesk(around, desk, now())
    door.serve(getRequestListener(compose(config, database, around, news, log, url, web).fetch))
    owned.answer(commandLine(around, () => url, log))
    closing.push(await startRoutines(database, around, log))
    const [seat] = await allSeats(database.app)
    const unfilled = seat && config.sample ? await fillWithSample(around, seat, now()) : null
    if (unfilled) say(unfilled)
    log.info({ port: door.port }, 'the desk is open')
    return { url, firstLink: seat === undefined ? url + (await makeFirstLink(around, now())) : null, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Where anything leaves the desk: nothing does yet. */
const ways: Ways = {}

/**
 * The one sweeper: what is due by the one clock becomes a job, and a job outlives the process. Once an hour, what has
 * been kept long enough goes.
 */
async function startRoutines(database: Database, around: Surroundings, log: Log): Promise<() => Promise<void>> {
  const jobs = await startJobs(
    database.connections.app,
    {
      due: async ({ desk = '', id = '' }) => {
        const kept = await keepDue(around, ways, { desk, id }, now())
        if (kept.kept === 'refused') log.warn({ desk, why: kept.why }, 'a routine was refused')
      },
    },
    log,
  )
  let tidyAt = now()
  const stopSweeping = startSweeper(
    async () => {
      await around.looks.write(database.app)
      for (const { desk, id } of await dueNow(database.app, now(), 500)) await jobs.give('due', id, { desk, id })
      if (Temporal.Instant.compare(now(), tidyAt) < 0) return
      tidyAt = now().add({ hours: 1 })
      const desks = new Set((await allSeats(database.app)).map(({ desk }) => desk))
      for (const desk of desks) {
        await forgetOldAnswers(around, desk, now())
        await refreshDesk(around, desk, now())
      }
    },
    5_000,
    log,
  )
  return async () => {
    await stopSweeping()
    await around.looks.write(database.app)
    await jobs.stop()
  }
}

function compose(
  config: Config,
  database: Database,
  around: Surroundings,
  news: NewsBoard,
  log: Log,
  url: string,
  web: string,
): Hono {
  const signIn = makeSignIn({ pool: database.authPool, url, secret: secretOf(config.data) })
  return makeApp({
    around,
    signIn,
    news,
    log,
    url,
    now,
    web,
    feed: (token, at) => busyFeed(around, token, at),
    guest: guestOf(around),
    onFounded: async (seat, at) => {
      if (config.sample) await fillWithSample(around, seat, at)
    },
  })
}

/** The sample week, as whoever sits at the desk; one that has something on it is left alone, and that is said. */
async function fillWithSample(around: Surroundings, seat: Seat, at: Temporal.Instant): Promise<string | null> {
  const answer = await perform(around, 'desk.sample', {}, { ...seat, door: 'command line', key: null, at })
  return isRefused(answer) ? answer.refused.words : null
}

/** Signs cookies; made once, kept beside the data it guards. */
function secretOf(data: string): string {
  const file = join(data, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8')
}

/** Waits for both; where the second fails, what the first opened is closed again before that is said. */
async function both<A, B>(one: Promise<A>, two: Promise<B>, close: (a: A) => Promise<unknown>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([one, two])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'fulfilled') return [a.value, b.value]
  await close(a.value)
  throw b.reason
}

/** A one-time link, whole: for a new person, or a new password for whoever signs in with this address. */
async function linkFor(
  around: Surroundings,
  url: string,
  address: string | undefined,
): Promise<{ address: string } | Refused> {
  const made = address === undefined ? await makeFirstLink(around, now()) : await makeLinkFor(around, address, now())
  return typeof made === 'string' ? { address: url + made } : made
}

const commandLine =
  (around: Surroundings, url: () => string, log: Log): Answerer =>
  async (path, body) => {
    try {
      if (path === '/ready') return { ready: true }
      if (path === '/link') return await linkFor(around, url(), (body as { for?: string }).for)
      if (path === '/perform') return await performFor(around, body as CommandCall, now())
    } catch (err) {
      log.error({ err, route: path }, 'a command failed')
    }
    return { failed: true }
  }

/**
 * The desk without its doors, for a command while no Equerry runs: the folder is held and the database open until `stop`.
 * @throws Cannot, with words for whoever typed the command.
 */
export async function openForCommand(config: Config) {
  makeDataFolder(config.data)
  const log = makeLog('warn')
  const owned = await own(config.data, () => 'a command is at work on it')
  try {
    const database = await openDatabase(config, log, () => process.exit(1))
    const url = config.url ?? `http://localhost:${config.port}`
    const around = surroundings(database.app, () => {}, { format: icsFormat, url })
    return {
      perform: (call: CommandCall) => performFor(around, call, now()),
      link: (address?: string) => linkFor(around, url, address),
      stop: async () => {
        await database.stop()
        await owned.stop()
      },
    }
  } catch (error) {
    await owned.stop()
    throw error
  }
}
