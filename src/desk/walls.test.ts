import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundDesk } from './authority/actions.ts'
import { type TestDesk, testDesk } from './testing.ts'

let desk: TestDesk
let migrator: pg.Client
beforeAll(async () => {
  desk = await testDesk()
  migrator = new pg.Client(desk.database.connections.migrator)
  await migrator.connect()
})
afterAll(async () => {
  await migrator.end()
  await desk.stop()
})

const tables = async (): Promise<{ name: string; secured: boolean; policies: number; owner: string }[]> =>
  (
    await migrator.query(
      `select c.relname as name, c.relrowsecurity as secured, pg_get_userbyid(c.relowner) as owner,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'desk' and c.relkind in ('r', 'p') order by 1`,
    )
  ).rows

test('row-level security is on for every table of the desk, with a policy', async () => {
  const found = await tables()
  expect(found.length).toBeGreaterThan(10)
  expect(found.filter((table) => !table.secured || table.policies === 0)).toEqual([])
})

test('desk_id comes first in every primary key and unique index of the desk', async () => {
  const { rows } = await migrator.query(
    `select i.relname as index, a.attname as first from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
     where n.nspname = 'desk' and x.indisunique and a.attname <> 'desk_id'`,
  )
  expect(rows).toEqual([])
})

test('no foreign key crosses schemas and no table has a trigger of ours', async () => {
  const crossing = await migrator.query(
    `select conname from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid where c.contype = 'f' and a.relnamespace <> b.relnamespace`,
  )
  const triggers = await migrator.query(
    `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not tgisinternal and n.nspname in ('desk', 'jobs', 'auth')`,
  )
  expect([...crossing.rows, ...triggers.rows]).toEqual([])
})

test('without a desk the app sees no row of any table, and with another desk’s none of this one’s', async () => {
  const stranger = { login: 'login-x', email: 'x@elsewhere.example', name: 'X', kind: 'executive' as const }
  const theirs = await foundDesk(desk.around, stranger, 'X', 'Europe/Lisbon', desk.at)
  const client = await desk.database.appPool.connect()
  try {
    for (const { name } of await tables()) {
      const readable = await client.query(`select has_table_privilege(current_user, 'desk.${name}', 'select') as may`)
      if (!readable.rows[0].may) continue
      expect((await client.query(`select count(*) as n from desk."${name}"`)).rows[0].n, name).toBe(0)
      await client.query('begin')
      await client.query(`set local equerry.desk = '${theirs.desk}'`)
      expect(
        (await client.query(`select count(*) as n from desk."${name}" where desk_id = $1`, [desk.seat.desk])).rows[0].n,
        name,
      ).toBe(0)
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
})

test('a row for another desk cannot be written', async () => {
  const client = await desk.database.appPool.connect()
  try {
    await client.query('begin')
    await client.query(`set local equerry.desk = '01900000-0000-7000-8000-000000000000'`)
    const sql = `insert into desk.link (desk_id, from_id, to_id, why) values ($1, 'a', 'b', 'c')`
    await expect(client.query(sql, [desk.seat.desk])).rejects.toThrow('row-level security')
    await client.query('rollback')
  } finally {
    client.release()
  }
})

test('the app cannot read a password or a session, and sign-in cannot read a desk', async () => {
  for (const table of ['user', 'account', 'session', 'passkey', 'verification'])
    await expect(desk.database.appPool.query(`select * from auth."${table}"`), table).rejects.toThrow(
      'permission denied',
    )
  for (const { name } of await tables())
    await expect(desk.database.authPool.query(`select * from desk."${name}"`), name).rejects.toThrow(
      'permission denied',
    )
})

test('better-auth finds nothing missing in its schema', async () => {
  const { getMigrations } = await import('better-auth/db/migration')
  const { makeSignIn } = await import('../platform/auth/sign-in.ts')
  const signIn = makeSignIn({ pool: desk.database.authPool, url: 'http://localhost:4170', secret: 'x'.repeat(40) })
  const { toBeCreated, toBeAdded } = await getMigrations(signIn.options)
  expect([...toBeCreated, ...toBeAdded]).toEqual([])
})
