import type { Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner } from '../platform/postgres/database.ts'
import { sealingUnder } from '../platform/secrets/envelope.ts'
import { lostSecrets, rotate } from '../platform/secrets/rotate.ts'
import { testRing } from '../platform/secrets/testing.ts'
import { isRefused } from './act.ts'
import { foundDesk, type Seat } from './authority/actions.ts'
import { settle } from './perform.ts'
import { type Secrets, secretsOf, secretsOfAllDesks } from './secrets.ts'
import type { Tables } from './tables.ts'
import { type TestDesk, testDesk } from './testing.ts'

const ring = testRing()
const sealing = sealingUnder(ring)
let desk: TestDesk
let theirs: Seat
beforeAll(async () => {
  desk = await testDesk('Europe/London', { sealing })
  const tomas = { login: 'login-tomas', email: 'tomas@elsewhere.example', name: 'Tomás', kind: 'executive' as const }
  theirs = await foundDesk(desk.around, tomas, 'Tomás', 'Europe/Lisbon', desk.at)
})
afterAll(() => desk.stop())

/** The secrets of a desk, as an action has them. */
const within = <T>(work: (secrets: Secrets, db: Transaction<Tables>) => Promise<T>, seat = desk.seat): Promise<T> =>
  desk.database.app.transaction().execute(async (db) => {
    await settle(db, seat.desk, seat.desk)
    const act = {
      db,
      at: desk.at,
      desk: { id: seat.desk, executive: '', zone: '', home: null, country: null },
      member: { id: seat.member } as never,
      asDesk: <U>(ask: () => Promise<U>) => ask(),
    }
    return work(secretsOf({ sealing }, act), db)
  })

test('what is kept opens, a second in the same place replaces it, and what is dropped is gone', async () => {
  await within((secrets) => secrets.keep('calendar-1', 'password', 'heron under glass'))
  expect(await within((secrets) => secrets.open('calendar-1', 'password'))).toEqual({ text: 'heron under glass' })
  await within((secrets) => secrets.keep('calendar-1', 'password', 'another heron'))
  expect(await within((secrets) => secrets.open('calendar-1', 'password'))).toEqual({ text: 'another heron' })
  await within((secrets) => secrets.drop('calendar-1'))
  expect(await within((secrets) => secrets.open('calendar-1', 'password'))).toMatchObject({
    refused: { why: 'not-there' },
  })
})

test('moved to another thing, another name or another desk it does not open', async () => {
  await within((secrets) => secrets.keep('calendar-2', 'password', 'heron under glass'))
  await within((secrets) => secrets.keep('calendar-2', 'token', 'something else'))
  await within((secrets) => secrets.keep('calendar-2', 'password', 'theirs'), theirs)
  await asOwner(desk.database, async (owner) => {
    const { sealed } = await owner
      .selectFrom('desk.secret')
      .where('desk_id', '=', desk.seat.desk)
      .where('item_id', '=', 'calendar-2')
      .where('name', '=', 'password')
      .select('sealed')
      .executeTakeFirstOrThrow()
    await owner.updateTable('desk.secret').where('name', '=', 'token').set({ sealed }).execute()
    await owner.updateTable('desk.secret').where('desk_id', '=', theirs.desk).set({ sealed }).execute()
  })
  const lost = { refused: { why: 'moved-on', words: expect.stringContaining('Enter it again') } }
  expect(await within((secrets) => secrets.open('calendar-2', 'token'))).toMatchObject(lost)
  expect(await within((secrets) => secrets.open('calendar-2', 'password'), theirs)).toMatchObject(lost)
  expect(await within((secrets) => secrets.open('calendar-2', 'password'))).toEqual({ text: 'heron under glass' })
})

test('no member reads one in the database, not even the executive; only the desk itself', async () => {
  await within((secrets) => secrets.keep('calendar-3', 'password', 'x'))
  const seen = (member: string | null) =>
    desk.database.app.transaction().execute(async (db) => {
      if (member) await settle(db, desk.seat.desk, member)
      return (await db.selectFrom('desk.secret').where('item_id', '=', 'calendar-3').selectAll().execute()).length
    })
  const executive = await desk.sit('observer', 'Marta', { private: 'all' })
  expect([await seen(null), await seen(desk.seat.member), await seen(executive)]).toEqual([0, 0, 0])
  expect(await seen(desk.seat.desk)).toBe(1)
})

test('a rotation seals those of every desk again, in small parts, and leaves what does not open', async () => {
  const names = Array.from({ length: 250 }, (_, n) => `many-${n}`)
  for (const seat of [desk.seat, theirs])
    await within(async (secrets) => {
      for (const name of names) await secrets.keep(name, 'password', `secret of ${name}`)
    }, seat)
  const before = ring.newest.id
  const kinds = [secretsOfAllDesks(sealing)]
  const done = await asOwner(desk.database, (owner) => rotate(owner, ring, kinds, desk.at, async () => {}))
  // Three of the tests before: two that do not open, and what is left of them.
  expect(done).toMatchObject({ dropped: 1, resumed: false })
  expect(done.sealed).toBeGreaterThanOrEqual(500)
  expect(done.lost).toEqual([expect.stringMatching(/^2 passwords or tokens .*enter them again/)])
  expect(ring.keys.map(({ id }) => id)).not.toContain(before)
  for (const seat of [desk.seat, theirs])
    await within(async (secrets) => {
      for (const name of names) expect(await secrets.open(name, 'password')).toEqual({ text: `secret of ${name}` })
    }, seat)
})

test('with the key lost everything is said to be lost, a refusal asks for it again, and entered again it opens', async () => {
  const another = sealingUnder(testRing())
  const kept = await within((secrets) => secrets.open('many-1', 'password'))
  expect(isRefused(kept)).toBe(false)
  const found = await desk.database.app.transaction().execute(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.desk)
    const act = { db, at: desk.at, desk: { id: desk.seat.desk } as never, member: { id: desk.seat.member } as never }
    const secrets = secretsOf({ sealing: another }, { ...act, asDesk: (work) => work() })
    const first = await secrets.open('many-1', 'password')
    await secrets.keep('many-1', 'password', 'entered again')
    return [first, await secrets.open('many-1', 'password')]
  })
  expect(found).toMatchObject([{ refused: { why: 'moved-on' } }, { text: 'entered again' }])
  const kinds = [secretsOfAllDesks(another)]
  const lost = await asOwner(desk.database, (owner) => lostSecrets(owner, testRing(), kinds))
  expect(lost).toEqual([expect.stringMatching(/^\d+ passwords or tokens .* keys that are not in/)])
})
