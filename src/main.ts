import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { isRefused, type Refused } from './desk/act.ts'
import type { Seat } from './desk/authority/actions.ts'
import { allSeats } from './desk/authority/queries.ts'
import { refreshDesks } from './desk/calendar/events/keep.ts'
import { busyFeed } from './desk/calendar/feeds/actions.ts'
import { guestOf } from './desk/holds/page/guest.ts'
import type { Ways } from './desk/outbox.ts'
import { perform, type Surroundings } from './desk/perform.ts'
import { dueNow } from './desk/queue.ts'
import { forgetOldAnswers, keepDue } from './desk/routine.ts'
import { secretsOfAllDesks } from './desk/secrets.ts'
import { surroundings } from './desk/surroundings.ts'
import { itineraryGuestOf } from './desk/travel/itinerary/guest.ts'
import { makeApp } from './doors/http/app.ts'
import { makeFirstLink, makeLinkFor } from './doors/http/first.ts'
import { listen } from './doors/http/listen.ts'
import { NewsBoard } from './doors/http/news.ts'
import { outside } from './doors/outside.ts'
import { type CommandCall, performFor } from './doors/socket/call.ts'
import { desksHere, desksNamed, whichDesk } from './doors/socket/desks.ts'
import { type Answerer, own } from './doors/socket/owner.ts'
import { endSessions, secondSteps, signInUnder } from './platform/auth/keys.ts'
import { Cannot } from './platform/cannot.ts'
import type { Config } from './platform/config.ts'
import { startJobs } from './platform/jobs/jobs.ts'
import { startSweeper } from './platform/jobs/sweeper.ts'
import { type Log, makeLog } from './platform/log.ts'
import { asOwner, type Database, openDatabase } from './platform/postgres/database.ts'
import { makeDataFolder } from './platform/postgres/embedded.ts'
import { builtScreens } from './platform/screens.ts'
import { sealingUnder } from './platform/secrets/envelope.ts'
import { KeyRing } from './platform/secrets/ring.ts'
import { foretellRotation, lostSecrets, type Rotation, rotate, type SealedRows } from './platform/secrets/rotate.ts'

/** The one clock. Everything else is told the time. */
export const now = (): Temporal.Instant => Temporal.Now.instant()

export type Running = { readonly url: string; readonly firstLink: string | null; readonly stop: () => Promise<void> }

/** Whose link: somebody who signs in with an address, or somebody new at a desk. */
export type LinkFor = { readonly for?: string; readonly desk?: string }

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
    const ring = ringOf(config)
    const door = await listen(config.host, config.port)
    closing.push(() => door.close(500))
    const [database, web] = await both(openDatabase(config, log, lost), builtScreens(say), (open) => open.stop())
    closing.push(() => database.stop())
    url = config.url ?? `http://localhost:${door.port}`
    const news = new NewsBoard()
    const around = surroundings(database.app, news.tell, { ...outside, url, sealing: sealingUnder(ring) })
    await asOwner(database, async (owner) => {
      for (const line of await lostSecrets(owner, ring, sealedKinds(ring))) say(line)
      await refreshDesks(around, owner, now())
    })
    door.serve(getRequestListener(compose(config, database, around, news, log, url, web, ring).fetch))
    owned.answer(
      commandLine(
        around,
        () => url,
        log,
        (dryRun) => rotateKeys(database, ring, dryRun),
      ),
    )
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
      await asOwner(database, async (owner) => {
        await forgetOldAnswers(around, owner, now())
        await refreshDesks(around, owner, now())
      })
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
  ring: KeyRing,
): Hono {
  const signIn = signInUnder(ring, { pool: database.authPool, url })
  return makeApp({
    around,
    signIn,
    news,
    log,
    url,
    now,
    web,
    feed: (token, at) => busyFeed(around, token, at),
    guest: { ...guestOf(around), ...itineraryGuestOf(around) },
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

/** The keys outside the database. Before there were rings, one secret lay beside the data. */
const ringOf = ({ data, keyFile }: Config): KeyRing =>
  KeyRing.open(keyFile ?? join(data, 'keys'), now(), join(data, 'secret'))

/** Everything that is sealed under the ring. */
const sealedKinds = (ring: KeyRing): readonly SealedRows[] => [secondSteps(ring), secretsOfAllDesks(sealingUnder(ring))]

/** What a rotation did, or why there was none. */
export type Rotated = Rotation | { readonly cannot: string }

const rotateKeys = (database: Database, ring: KeyRing, dryRun: boolean): Promise<Rotated> =>
  asOwner(database, async (owner) => {
    try {
      return dryRun
        ? await foretellRotation(owner, ring, sealedKinds(ring))
        : await rotate(owner, ring, sealedKinds(ring), now(), endSessions)
    } catch (error) {
      if (error instanceof Cannot) return { cannot: error.message }
      throw error
    }
  })

/** Waits for both; where the second fails, what the first opened is closed again before that is said. */
async function both<A, B>(one: Promise<A>, two: Promise<B>, close: (a: A) => Promise<unknown>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([one, two])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'fulfilled') return [a.value, b.value]
  await close(a.value)
  throw b.reason
}

/** A one-time link, whole: for a new person at the desk of that name, or a new password for whoever signs in with this address. */
async function linkFor(
  around: Surroundings,
  url: string,
  { for: address, desk }: LinkFor,
): Promise<{ address: string } | Refused> {
  const made = address === undefined ? await linkTo(around, desk) : await makeLinkFor(around, address, now())
  return typeof made === 'string' ? { address: url + made } : made
}

/** Before there is a desk a link opens the first; where there are several it says which it joins. */
async function linkTo(around: Surroundings, name: string | undefined): Promise<string | Refused> {
  const desks = await desksHere(around)
  if (desks.length === 0 && name === undefined) return makeFirstLink(around, now())
  const named = desksNamed(desks, name ?? null)
  if ('refused' in named) return named
  return named.length > 1 ? whichDesk(named) : makeFirstLink(around, now(), named[0]?.id ?? null)
}

const commandLine =
  (around: Surroundings, url: () => string, log: Log, turnKeys: (dryRun: boolean) => Promise<Rotated>): Answerer =>
  async (path, body) => {
    try {
      if (path === '/ready') return { ready: true }
      if (path === '/link') return await linkFor(around, url(), body as LinkFor)
      if (path === '/rotate') return await turnKeys((body as { dryRun?: boolean }).dryRun === true)
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
    const ring = ringOf(config)
    const database = await openDatabase(config, log, () => process.exit(1))
    const url = config.url ?? `http://localhost:${config.port}`
    const around = surroundings(database.app, () => {}, { ...outside, url, sealing: sealingUnder(ring) })
    return {
      perform: (call: CommandCall) => performFor(around, call, now()),
      link: (whose: LinkFor) => linkFor(around, url, whose),
      rotate: (dryRun: boolean) => rotateKeys(database, ring, dryRun),
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
