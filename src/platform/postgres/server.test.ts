import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeLog } from '../log.ts'
import { bringUp, type Database, openDatabase } from './database.ts'
import { configOf, prepareServer, refuseMightyRole } from './roles.ts'
import { testDatabase } from './testing.ts'
import { addressOf as address } from './testing-setup.ts'

const log = makeLog('silent')
const data = mkdtempSync(join(tmpdir(), 'equerry-server-'))
let database: Database
let admin: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  admin = new pg.Client({ ...inject('postgres').admin, database: database.connections.migrator.database ?? '' })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await database.stop()
  rmSync(data, { recursive: true, force: true })
})

/** The address of the test's database for a role. */
const addressOf = (role: string): string => address({ ...inject('postgres').admin, user: role }, admin.database ?? '')

const given = (url: string, appUrl: string | null = null, authUrl: string | null = null) => ({ url, appUrl, authUrl })

test('a server that cannot be reached is said to be so, and nothing else is tried', async () => {
  const free = await new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
  const config = { data, database: given(`postgres://me@127.0.0.1:${free}/equerry`) }
  await expect(openDatabase(config, log)).rejects.toThrow(/DATABASE_URL cannot be reached: .*ECONNREFUSED/)
})

test('an address is read in all the forms the driver knows', () => {
  expect(configOf('postgres://me:secret@db.example:5433/desk', 'X')).toMatchObject({
    host: 'db.example',
    port: 5433,
    user: 'me',
    password: 'secret',
    database: 'desk',
  })
  expect(configOf('postgres:///desk?host=/run/postgresql&user=me', 'X')).toMatchObject({
    host: '/run/postgresql',
    user: 'me',
    database: 'desk',
  })
})

test('a role that may not create roles needs the two other addresses', async () => {
  await admin.query('create role weak login')
  try {
    await expect(prepareServer(given(addressOf('weak')), data)).rejects.toThrow(
      /give DATABASE_APP_URL and DATABASE_AUTH_URL/,
    )
    const made = await prepareServer(given(addressOf('weak'), addressOf('a'), addressOf('b')), data)
    expect(made.roles).toEqual({ app: 'a', auth: 'b' })
  } finally {
    await admin.query('drop role weak')
  }
})

test('a role that may create roles makes the two others, which own nothing and cannot bypass anything', async () => {
  const made = await prepareServer(given(addressOf(admin.user ?? '')), data)
  const names = [made.app.user, made.auth.user]
  try {
    const { rows } = await admin.query(
      'select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty from pg_roles where rolname = any($1)',
      [names],
    )
    expect(rows).toEqual([{ mighty: false }, { mighty: false }])
    const again = await prepareServer(given(addressOf(admin.user ?? '')), data)
    expect(again.app.password).toBe(made.app.password)
  } finally {
    for (const name of names) await admin.query(`drop role "${name}"`)
  }
})

test('an app role that could pick the second lock is refused: superuser, bypass, owner', async () => {
  const migrator = database.connections.migrator.user ?? ''
  await admin.query('create role passes bypassrls; create role rules superuser')
  await admin.query(`create role belongs; grant "${migrator}" to belongs`)
  try {
    await expect(refuseMightyRole(admin, 'passes')).rejects.toThrow('can bypass row-level security')
    await expect(refuseMightyRole(admin, 'rules')).rejects.toThrow('can bypass row-level security')
    // On a server of somebody's own the one who owns the tables may be a superuser besides.
    for (const role of [migrator, 'belongs'])
      await expect(refuseMightyRole(admin, role)).rejects.toThrow(/owns the desk's tables|bypass row-level security/)
    await refuseMightyRole(admin, database.connections.roles.app)
  } finally {
    await admin.query('drop role passes; drop role rules; drop role belongs')
  }
})

test('a role that may not make schemas is told so', async () => {
  await admin.query('create role weak login')
  try {
    const weak = { ...database.connections, migrator: configOf(addressOf('weak'), 'DATABASE_URL') }
    await expect(bringUp(weak)).rejects.toThrow(/must be allowed to make its schemas: permission denied/)
  } finally {
    await admin.query('drop role weak')
  }
})

test('migrations run once, and a changed or unknown one is refused', async () => {
  expect(await bringUp(database.connections)).toBe(0)
  await admin.query("update migration.done set hash = 'another' where number = 1")
  await expect(bringUp(database.connections)).rejects.toThrow(/0001-schemas.sql was changed after it ran/)
  await admin.query(
    "delete from migration.done where number = 1; insert into migration.done values (9999, '9999-later.sql', '', now())",
  )
  await expect(bringUp(database.connections)).rejects.toThrow(
    /made by a newer Equerry: it has the migration 9999-later/,
  )
})
