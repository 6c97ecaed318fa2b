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
 */
export async function prepareServer(given: Given, data: string): Promise<Connections> {
  const client = new pg.Client({ connectionString: given.url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new NoDatabase(
      `The database at DATABASE_URL cannot be reached: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
  try {
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
    if (version < 150_000)
      throw new NoDatabase(
        `PostgreSQL 15 or later is needed; the server at DATABASE_URL is ${Math.trunc(version / 10_000)}.`,
      )
    if (given.appUrl && given.authUrl) return connections(given.url, given.appUrl, given.authUrl)
    const { rows } = await client.query(
      'select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user',
    )
    if (!rows[0]?.may)
      throw new NoDatabase(
        'The role of DATABASE_URL may not create roles: give DATABASE_APP_URL and DATABASE_AUTH_URL, two roles that own nothing and cannot bypass row-level security.',
      )
    const passwords = await makeRoles(client, data)
    return connections(
      given.url,
      given.appUrl ?? addressOf(given.url, names.app, passwords.app),
      given.authUrl ?? addressOf(given.url, names.auth, passwords.auth),
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Creates or adopts the two roles; a password that is not in the data folder is set anew. */
async function makeRoles(client: pg.Client, data: string): Promise<{ app: string; auth: string }> {
  const file = join(data, 'roles.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { app: string; auth: string }) : null
  const passwords = kept ?? { app: randomBytes(24).toString('base64url'), auth: randomBytes(24).toString('base64url') }
  if (!kept) writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 })
  for (const which of ['app', 'auth'] as const) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [names[which]])
    const password = client.escapeLiteral(passwords[which])
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${names[which]} login password ${password}`)
  }
  return passwords
}

function addressOf(url: string, user: string, password: string): string {
  const address = new URL(url)
  address.username = user
  address.password = password
  return address.href
}

function connections(url: string, appUrl: string, authUrl: string): Connections {
  const userOf = (address: string) => decodeURIComponent(new URL(address).username)
  return {
    migrator: { connectionString: url },
    app: { connectionString: appUrl },
    auth: { connectionString: authUrl },
    roles: { app: userOf(appUrl), auth: userOf(authUrl) },
  }
}

/** Row-level security is the second lock on everything private: an app role that could pick it is refused. */
export async function refuseMightyRole(client: pg.Client, app: string): Promise<void> {
  const { rows } = await client.query(
    `select r.rolsuper or r.rolbypassrls as mighty,
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
