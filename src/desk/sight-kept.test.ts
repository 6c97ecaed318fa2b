import * as fc from 'fast-check'
import { type KyselyPlugin, sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Board,
  boardWith,
  defaultBoards,
  levels,
  type MemberKind,
  privates,
  sightOf,
} from './authority/board/model.ts'
import { leave, seated, setBoard, setFrozen } from './authority/queries.ts'
import { readOnce } from './begin.ts'
import { addCover, setCover } from './cover/queries.ts'
import { perform, settle } from './perform.ts'
import type { Tables } from './tables.ts'
import { type TestDesk, testDesk } from './testing.ts'

let desk: TestDesk
let tables: readonly string[]
let eventId: string
const seats = new Map<MemberKind, string>()
beforeAll(async () => {
  desk = await testDesk()
  for (const kind of ['assistant', 'cover', 'agent', 'observer'] as const) seats.set(kind, await desk.sit(kind, kind))
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const named = [...seats.values()]
  for (const [n, told] of [{}, { label: 'open' }, { label: 'private' }, { label: 'private', readers: named }].entries())
    await desk.do('event.add', { calendarId: calendar.id, title: `Meeting ${n}`, when: at(9 + n), ...told })
  const { events } = await desk.do<{ events: { eventId: string }[] }>('event.list', { from: on, to: on })
  eventId = events[0]?.eventId as string
  tables = await desk.database.app.transaction().execute(async (db) => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_policies
      where schemaname = 'desk' and has_table_privilege(format('desk.%I', tablename), 'select')
        and concat(qual, with_check) like '%sight()%'`.execute(db)
    return rows.map(({ name }) => name)
  })
})
afterAll(() => desk.stop())

const on = '2026-11-24'
const at = (hour: number) => ({
  allDay: false,
  start: `${on}T${String(hour).padStart(2, '0')}:00`,
  end: `${on}T${hour + 1}:00`,
  zone: 'Europe/Lisbon',
  endZone: null,
})

const undone = Symbol('undone')
/** Works in a transaction that leaves nothing behind. */
async function trying(work: (db: Transaction<Tables>) => Promise<void>): Promise<void> {
  const done = desk.database.app.transaction().execute(async (db) => {
    await work(db)
    throw undone
  })
  await done.catch((error: unknown) => {
    if (error !== undone) throw error
  })
}

/** As `begin` sets them. */
const setTo = (db: Transaction<Tables>, member: string) =>
  sql
    .raw(
      `set local equerry.desk = '${desk.seat.desk}'; set local equerry.member = '${member}'; set local equerry.at = '${desk.at}'`,
    )
    .execute(db)
const forget = (db: Transaction<Tables>) => sql`select set_config('equerry.sees', '', true)`.execute(db)

/** What the database says a member sees, and every row the policies let them read. */
async function readable(db: Transaction<Tables>) {
  const { rows } = await sql<{ sight: number }>`select desk.sight() as sight`.execute(db)
  const read: Record<string, unknown> = {}
  for (const name of tables)
    read[name] = (await sql`select ctid::text as row from ${sql.table(`desk.${name}`)} order by 1`.execute(db)).rows
  return { sight: rows[0]?.sight, read }
}

const boards: fc.Arbitrary<Board> = fc
  .record({ calendar: fc.constantFrom(...levels), seen: fc.constantFrom(...privates) })
  .map(({ calendar, seen }) => {
    const { areas, ...rest } = defaultBoards.assistant
    return { ...rest, areas: { ...areas, calendar }, private: seen }
  })
const kinds = fc.constantFrom<MemberKind>('assistant', 'cover', 'agent', 'observer')

test('what is kept of what a member sees lets them read exactly what is found without it', async () => {
  expect(tables.length).toBeGreaterThan(15)
  const given = fc.record({
    kind: kinds,
    own: boards,
    sponsor: boards,
    frozen: fc.boolean(),
    left: fc.boolean(),
    sponsorLeft: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(given, async ({ kind, own, sponsor, frozen, left, sponsorLeft }) => {
      const member = seats.get(kind) as string
      await trying(async (db) => {
        await settle(db, desk.seat.desk, desk.seat.desk)
        await setBoard(db, desk.seat.desk, member, own)
        await setBoard(db, desk.seat.desk, desk.seat.member, sponsor)
        if (frozen) await setFrozen(db, desk.seat.desk, null, desk.at)
        if (left) await leave(db, desk.seat.desk, member, desk.at)
        if (sponsorLeft) await leave(db, desk.seat.desk, desk.seat.member, desk.at)
        await setTo(db, member)
        await forget(db)
        const found = await readable(db)
        const answeredFor =
          kind === 'agent' ? Math.min(sightOf(own), sponsorLeft || frozen ? 0 : sightOf(sponsor)) : sightOf(own)
        expect(found.sight).toBe(left ? 0 : answeredFor)
        await settle(db, desk.seat.desk, member)
        expect(await readable(db)).toEqual(found)
        await forget(db)
        await seated(db, desk.seat.desk, member, 'read', desk.at)
        const kept = await sql<{ sees: string }>`select current_setting('equerry.sees') as sees`.execute(db)
        expect(kept.rows[0]?.sees).toBe(`${desk.seat.desk} ${member} ${found.sight}`)
        expect(await readable(db)).toEqual(found)
      })
    }),
    { numRuns: 40 },
  )
})

test('a cover is seen through from its first instant to before its last, the wider in each part, and where no instant is named not at all', async () => {
  const covers = fc.array(
    fc.record({
      board: boards,
      from: fc.integer({ min: -2, max: 1 }),
      lasts: fc.integer({ min: 1, max: 3 }),
      state: fc.constantFrom('planned' as const, 'on' as const, 'over' as const, 'called off' as const),
    }),
    { maxLength: 3 },
  )
  const who = fc.constantFrom<MemberKind>('assistant', 'cover', 'observer')
  await fc.assert(
    fc.asyncProperty(who, boards, covers, async (kind, own, given) => {
      const member = seats.get(kind) as string
      await trying(async (db) => {
        await settle(db, desk.seat.desk, desk.seat.desk)
        await setBoard(db, desk.seat.desk, member, own)
        for (const { board, from, lasts, state } of given) {
          const id = desk.around.newId(desk.at)
          const begins = desk.at.add({ milliseconds: from })
          const days = { from: begins, until: begins.add({ milliseconds: lasts }) }
          const draft = { id, away: desk.seat.member, cover: member, ...days, board, reason: '' }
          await addCover(db, desk.seat.desk, { ...draft, by: desk.seat.member, at: desk.at })
          await setCover(db, desk.seat.desk, id, { state })
        }
        const inForce = given.filter(
          ({ from, lasts, state }) => from <= 0 && from + lasts > 0 && (state === 'planned' || state === 'on'),
        )
        const now = boardWith(
          own,
          inForce.map(({ board }) => board),
        )
        await setTo(db, member)
        await forget(db)
        const found = await readable(db)
        expect(found.sight).toBe(sightOf(now))
        const row = await seated(db, desk.seat.desk, member, 'read', desk.at)
        expect(boardWith(own, row?.covers ?? [])).toEqual(now)
        expect(await readable(db)).toEqual(found)
        await sql.raw(`set local equerry.at = ''`).execute(db)
        await forget(db)
        expect((await readable(db)).sight).toBe(sightOf(own))
      })
    }),
    { numRuns: 60 },
  )
})

test('what is kept for one member counts for no other, and for nobody at another desk', async () => {
  await trying(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.member)
    expect((await readable(db)).sight).toBe(4)
    for (const [kind, member] of seats) {
      await setTo(db, member)
      const borrowed = await readable(db)
      await forget(db)
      expect(borrowed, kind).toEqual(await readable(db))
      await settle(db, desk.seat.desk, desk.seat.member)
    }
    const elsewhere = desk.around.newId(desk.at)
    await sql
      .raw(`set local equerry.desk = '${elsewhere}'; set local equerry.member = '${desk.seat.member}'`)
      .execute(db)
    expect((await readable(db)).sight).toBe(0)
  })
})

test('no policy finds out for itself what is kept', async () => {
  const { rows } = await sql`select tablename from pg_policies
    where schemaname = 'desk' and concat(qual, with_check) like '%sight_found%'`.execute(desk.database.app)
  expect(rows).toEqual([])
})

test('what one operation reads first is read once for each thing it is asked with, and answered alike', async () => {
  const asked = fc.array(fc.tuple(fc.nat(2), fc.array(fc.constantFrom('a', 'b', 'a","b'), { maxLength: 2 })))
  await fc.assert(
    fc.asyncProperty(asked, async (calls) => {
      const times = new Map<string, number>()
      const reads = [0, 1, 2].map((n) => async (_: unknown, of: string, ...more: readonly string[]) => {
        const what = JSON.stringify([n, of, ...more])
        times.set(what, (times.get(what) ?? 0) + 1)
        return what
      })
      const first = readOnce({} as Transaction<Tables>, 'here')
      for (const [n, of] of calls) {
        const read = reads[n] as (typeof reads)[0]
        expect(await first(read, ...of)).toBe(JSON.stringify([n, 'here', ...of]))
      }
      expect([...times.values()].every((count) => count === 1)).toBe(true)
    }),
  )
})

test('whoever has limits costs the database no more statements than whoever has none', async () => {
  const limited = await desk.sit('assistant', 'Ravi', { move: ['board', 'personal'], private: 'named' })
  const asked = async (member: string, operation: string, input: object): Promise<number> => {
    let statements = 0
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        statements++
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const around = { ...desk.around, db: desk.database.app.withPlugin(counting) }
    const call = { desk: desk.seat.desk, member, door: 'web', key: null, at: desk.at } as const
    expect(await perform(around, operation, input, call)).not.toHaveProperty('refused')
    return statements
  }
  const operations: readonly (readonly [string, object])[] = [
    ['event.show', { eventId }],
    ['event.list', { from: on, to: on }],
    ['event.edit', { eventId, set: { notes: 'Bring the figures' } }],
    ['event.move', { eventId, when: at(16) }],
  ]
  for (const [operation, input] of operations)
    expect(await asked(limited, operation, input), operation).toBe(await asked(desk.seat.member, operation, input))
})
