import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { NoDatabase } from './binaries.ts'
import { superuser } from './embedded.ts'
import type { Roles } from './migrate.ts'

/** Where and as whom to connect, for each of the three that do. */
export type Connections = {
  readonly migrator: pg.ClientConfig
  readonly app: pg.ClientConfig
  readonly auth: pg.ClientConfig
  readonly roles: Roles
}

const names = { migrator: 'equerry_migrator', app: 'equerry_app', auth: 'equerry_auth' } as const

/** Roles and database on a server of our own; everything is there after the first start. */
export async function prepareEmbedded(socket: string, database: string): Promise<Connections> {
  const admin = new pg.Client({ host: socket, user: superuser, database: 'postgres' })
  await admin.connect()
  try {
    for (const role of Object.values(names)) {
      const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role])
      if (rowCount === 0) await admin.query(`create role ${role} login`)
    }
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await admin.query(`create database ${database} owner ${names.migrator}`)
  } finally {
    await admin.end()
  }
  const as = (user: string) => ({ host: socket, user, database })
  return {
    migrator: as(names.migrator),
    app: as(names.app),
    auth: as(names.auth),
    roles: { app: names.app, auth: names.auth },
  }
}

type Given = { readonly url: string; readonly appUrl: string | null; readonly authUrl: string | null }

/**
 * Roles on a server of somebody's own. The role of `DATABASE_URL` owns everything and runs the migrations. Where it may
 * create roles, the two others are made, with passwords kept in the data folder; else their addresses must be given.
 * @throws NoDatabase when the server cannot be reached or used. There is no other database to fall back to.
 */
export async function prepareServer(given: Given, data: string): Promise<Connections> {
  const migrator = configOf(given.url, 'DATABASE_URL')
  const client = new pg.Client({ ...migrator, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new NoDatabase(`The database at DATABASE_URL cannot be reached: ${reasonOf(error)}`)
  }
  try {
    await checkServer(client)
    const own = { app: given.appUrl, auth: given.authUrl }
    if (own.app === null || own.auth === null) await mayCreateRoles(client)
    const made = own.app === null || own.auth === null ? await makeRoles(client, data) : null
    const as = (which: 'app' | 'auth') =>
      own[which] === null
        ? { ...migrator, ...made?.[which] }
        : configOf(own[which], which === 'app' ? 'DATABASE_APP_URL' : 'DATABASE_AUTH_URL')
    const [app, auth] = [as('app'), as('auth')]
    return { migrator, app, auth, roles: { app: app.user ?? '', auth: auth.user ?? '' } }
  } finally {
    await client.end().catch(() => {})
  }
}

/** An address in its parts, read as the driver reads it: also `postgres:///equerry?host=/var/run/postgresql`. */
export function configOf(url: string, name: string): pg.ClientConfig {
  try {
    const { host, port, database, user, password, ssl } = new pg.Client(url)
    return { host, port, ssl, ...(database && { database }), ...(user && { user }), ...(password && { password }) }
  } catch (error) {
    throw new NoDatabase(`${name} cannot be read as an address: ${reasonOf(error)}`)
  }
}

/** A failed connection to several addresses has a reason for each and no words of its own. */
const reasonOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(reasonOf).join('; ')
    : error instanceof Error
      ? error.message
      : 'unknown'

async function checkServer(client: pg.Client): Promise<void> {
  const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
  if (version < 150_000)
    throw new NoDatabase(
      `PostgreSQL 15 or later is needed; the server at DATABASE_URL is ${Math.trunc(version / 10_000)}.`,
    )
  const { encoding } = (
    await client.query(
      'select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()',
    )
  ).rows[0]
  if (encoding !== 'UTF8')
    throw new NoDatabase(
      `The database at DATABASE_URL has the encoding ${encoding}; UTF8 is needed for names and titles.`,
    )
}

async function mayCreateRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.may)
    throw new NoDatabase(
      'The role of DATABASE_URL may not create roles: give DATABASE_APP_URL and DATABASE_AUTH_URL, two roles that own nothing and cannot bypass row-level security.',
    )
}

type Role = { readonly user: string; readonly password: string }

/** Creates or adopts the two roles, named after the database; a password that is not in the data folder is set anew. */
async function makeRoles(client: pg.Client, data: string): Promise<{ app: Role; auth: Role }> {
  const file = join(data, 'roles.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { app: string; auth: string }) : null
  const passwords = kept ?? { app: randomBytes(24).toString('base64url'), auth: randomBytes(24).toString('base64url') }
  if (!kept) writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 })
  const { database } = (await client.query('select current_database() as database')).rows[0] as { database: string }
  const make = async (which: 'app' | 'auth'): Promise<Role> => {
    const user = `${database.slice(0, 50)}_${which}`
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [user])
    const [name, password] = [client.escapeIdentifier(user), client.escapeLiteral(passwords[which])]
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${name} login password ${password}`)
    return { user, password: passwords[which] }
  }
  return { app: await make('app'), auth: await make('auth') }
}

/** Row-level security is the second lock on everything private: an app role that could pick it is refused. */
export async function refuseMightyRole(client: pg.Client, app: string): Promise<void> {
  const { rows } = await client.query(
    `select exists (select 1 from pg_roles m where (m.rolsuper or m.rolbypassrls) and pg_has_role(r.oid, m.oid, 'member')) as mighty,
            exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'desk' and pg_has_role(r.oid, c.relowner, 'member')) as owner
     from pg_roles r where r.rolname = $1`,
    [app],
  )
  if (!rows[0]) throw new NoDatabase(`The database has no role ${app}.`)
  if (rows[0].mighty) throw new NoDatabase(`The app's role ${app} can bypass row-level security; give one that cannot.`)
  if (rows[0].owner)
    throw new NoDatabase(
      `The app's role ${app} owns the desk's tables, so row-level security would not bind it; give another.`,
    )
}
