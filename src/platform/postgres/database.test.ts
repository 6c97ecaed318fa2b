import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { testDatabase } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.stop())

test('the app connects as a role that is neither superuser nor owner and cannot bypass row-level security', async () => {
  const { rows } = await database.appPool.query(
    `select rolsuper, rolbypassrls, rolcreaterole, (select count(*) from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`,
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owns: 0 }])
})

test('instants come out as instants, dates and wall-clock times as text, never as Date', async () => {
  const { rows } = await database.appPool.query(
    `select timestamptz '2026-03-29 01:30:00.5+05:45' as at, date '2026-03-29' as "on", timestamp '2026-03-29 02:30:00' as wall, 5000000000::bigint as many`,
  )
  expect(rows[0].at).toEqual(Temporal.Instant.from('2026-03-28T19:45:00.5Z'))
  expect(rows[0]).toMatchObject({ on: '2026-03-29', wall: '2026-03-29T02:30:00', many: 5_000_000_000 })
})

test('the app may not create, drop or read the record of migrations', async () => {
  await expect(database.appPool.query('create table desk.mine (id int)')).rejects.toThrow('permission denied')
  await expect(database.appPool.query('select * from migration.done')).rejects.toThrow('permission denied')
})
