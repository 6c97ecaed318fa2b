import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from '../../desk/tables.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { NoDatabase } from './binaries.ts'
import { makeDataFolder, startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { PreparingClient } from './prepared.ts'
import { type Connections, prepareEmbedded, prepareServer, refuseMightyRole } from './roles.ts'
import { types } from './types.ts'

/** The open database: the desk's tables under the app's role, and the sign-in tables under theirs. */
export type Database = {
  readonly app: Kysely<Tables>
  /** For what Kysely has no words for: LISTEN, COPY. */
  readonly appPool: pg.Pool
  readonly authPool: pg.Pool
  readonly connections: Connections
  readonly stop: () => Promise<void>
}

/**
 * Starts or reaches the database, brings it up to date and opens it.
 * @param lost called when a server of our own ends though nobody stopped it.
 * @throws NoDatabase with words for the person who started Equerry.
 */
export async function openDatabase(
  config: Pick<Config, 'data' | 'database'>,
  log: Log,
  lost: () => void = () => {},
): Promise<Database> {
  makeDataFolder(config.data)
  const embedded = config.database ? null : await startEmbedded(config.data, log, lost)
  try {
    const connections = embedded
      ? await prepareEmbedded(embedded.socket, 'equerry')
      : await prepareServer(config.database as NonNullable<Config['database']>, config.data)
    const ran = await bringUp(connections)
    if (ran > 0) log.info({ count: ran }, 'migrations ran')
    return open(connections, log, async () => embedded?.stop(), embedded !== null)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** Runs the migrations and checks that the app's role is as weak as it must be. */
export async function bringUp(connections: Connections): Promise<number> {
  const client = new pg.Client(connections.migrator)
  await client.connect()
  try {
    const ran = await migrate(client, connections.roles)
    await refuseMightyRole(client, connections.roles.app)
    return ran
  } catch (error) {
    const denied = error instanceof Error && (error as { code?: string }).code === '42501'
    if (!denied) throw error
    throw new NoDatabase(`The role that owns the database must be allowed to make its schemas: ${error.message}.`)
  } finally {
    await client.end()
  }
}

/** Opens pools on a database that is up to date. `isOurs`: a server of our own, with nothing between it and us. */
export function open(connections: Connections, log: Log, after: () => Promise<unknown>, isOurs: boolean): Database {
  const own = isOurs ? { Client: PreparingClient } : {}
  const appPool = new pg.Pool({ ...connections.app, ...own, types, max: 12, application_name: 'equerry' })
  const authPool = new pg.Pool({
    ...connections.auth,
    max: 4,
    application_name: 'equerry sign-in',
    options: '-c search_path=auth',
  })
  // A connection that breaks while idle is replaced; what was under way on it fails where it was awaited.
  for (const pool of [appPool, authPool])
    pool.on('error', (err) => log.warn({ err }, 'an idle database connection broke'))
  const app = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: appPool }) })
  return {
    app,
    appPool,
    authPool,
    connections,
    stop: async () => {
      await Promise.all([app.destroy(), authPool.end()])
      await after()
    },
  }
}

/** Work as the role that owns the database, which sees the rows of every desk: for what is no desk's own. */
export async function asOwner<T>(
  { connections }: Pick<Database, 'connections'>,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ ...connections.migrator, types, max: 1, application_name: 'equerry owner' })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
