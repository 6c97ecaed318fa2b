import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaks, privateThings, type Things } from './testing/sight/made.ts'
import { others, seated, type Who } from './testing/sight/members.ts'
import { type TestDesk, testDesk } from './testing.ts'

/*
 * The private things of `sight.test.ts`, read and written past every operation: as the role of the app with desk and member set
 * as `perform` sets them.
 */

let desk: TestDesk
let client: pg.PoolClient
let members: Record<Who, string>
let it: Things

beforeAll(async () => {
  desk = await testDesk()
  members = await seated(desk)
  it = await privateThings(desk, members)
  client = await desk.database.appPool.connect()
})
afterAll(async () => {
  client.release()
  await desk.stop()
})

describe('in SQL, as the role of the app', () => {
  const as = async <T>(member: string | null, work_: () => Promise<T>): Promise<T> => {
    await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'`)
    if (member !== null) await client.query(`set local equerry.member = '${member}'`)
    try {
      return await work_()
    } finally {
      await client.query('rollback')
    }
  }
  const tables = async (): Promise<string[]> =>
    (
      await client.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'desk' and c.relkind = 'r' and has_table_privilege(current_user, c.oid, 'select') order by 1`,
      )
    ).rows.map(({ name }) => name)
  const count = async (table: string, where = 'true') =>
    (await client.query<{ n: number }>(`select count(*)::int as n from desk."${table}" where ${where}`)).rows[0]?.n ?? 0

  test.each(others)('no row %s can read has a word of it', async (who) => {
    const found: string[] = []
    await as(members[who], async () => {
      for (const table of await tables()) {
        const { rows } = await client.query(`select to_jsonb(t) as row from desk."${table}" t`)
        const words = leaks(rows)
        if (words.length > 0) found.push(`${table}: ${words.join(', ')}`)
      }
    })
    expect(found).toEqual([])
  })

  test('whoever sees busy times alone reads no detail at all, and whoever sees nothing no times either', async () => {
    await as(members.busy, async () => {
      expect(await count('event_detail')).toBe(0)
      expect(await count('hold_group')).toBe(0)
      expect(await count('work')).toBe(0)
      expect(await count('mistake')).toBe(0)
      expect(await count('answer')).toBe(0)
      expect(await count('rule')).toBe(0)
      expect(await count('event')).toBeGreaterThan(0)
    })
    await as(members.nothing, async () => {
      for (const table of ['event', 'event_detail', 'occurrence', 'hold', 'claim'])
        expect(await count(table), table).toBe(0)
    })
  })

  test('without a member there are busy times and no words; with somebody who left or was stopped there is nothing', async () => {
    await as(null, async () => {
      expect(await count('occurrence')).toBeGreaterThan(0)
      for (const table of ['event_detail', 'hold_group', 'rule']) expect(await count(table), table).toBe(0)
    })
    await desk.do('agent.freeze', { agent: members.agent })
    await as(members.agent, async () => expect(await count('event')).toBe(0))
    await desk.do('agent.thaw', { agent: members.agent, reason: 'A test' })
  })

  test('who looked at it is read and written by whoever sees all that is private, and nobody else', async () => {
    await desk.do('event.show', { eventId: it.eventId })
    await desk.around.looks.write(desk.around.db)
    await as(members.all, async () => expect(await count('looked')).toBeGreaterThan(0))
    for (const who of [...others, 'named'] as const)
      await as(members[who], async () => {
        expect(await count('looked'), who).toBe(0)
        await expect(
          client.query(`insert into desk.looked (desk_id, item_id, member_id, hour) values ($1, $2, $3, $4)`, [
            desk.seat.desk,
            it.eventId,
            members.all,
            '2026-11-23T09:00:00Z',
          ]),
        ).rejects.toThrow(/row-level security/)
      })
  })

  test('nobody writes what they could not read', async () => {
    for (const who of ['desk', 'busy', 'nothing'] as const)
      await as(members[who], async () => {
        await expect(
          client.query(
            `insert into desk.event_detail (desk_id, event_id, version, words, texts, imported, label) values ($1, $2, 99, '[]', '[]', '[]', 'private')`,
            [desk.seat.desk, it.eventId],
          ),
        ).rejects.toThrow(/row-level security/)
      })
    await as(members.desk, async () => {
      const { rowCount } = await client.query(`update desk.event_detail set label = 'open' where event_id = $1`, [
        it.eventId,
      ])
      expect(rowCount).toBe(0)
    })
  })

  test('another desk’s member reads and writes nothing here, whoever they say they are', async () => {
    const elsewhere = '01a00000-0000-7000-8000-00000000beef'
    await client.query(`begin; set local equerry.desk = '${elsewhere}'; set local equerry.member = '${members.all}'`)
    for (const table of await tables()) expect(await count(table), table).toBe(0)
    await client.query('rollback')
  })
})
