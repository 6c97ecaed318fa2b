import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Board, defaultBoards, type Level, levels } from '../desk/authority/board/model.ts'
import { openDoor, setBoard } from '../desk/authority/queries.ts'
import { guestOf } from '../desk/holds/page/guest.ts'
import { areas, type Final } from '../desk/operation.ts'
import { settle } from '../desk/perform.ts'
import { operations } from '../desk/registry.ts'
import { repeaters, type TestDesk, testDesk } from '../desk/testing.ts'
import { itineraryGuestOf } from '../desk/travel/itinerary/guest.ts'
import { makeSignIn } from '../platform/auth/sign-in.ts'
import { makeLog } from '../platform/log.ts'
import { makeApp } from './http/app.ts'
import { NewsBoard } from './http/news.ts'
import { performFor } from './socket/call.ts'
import { type Inputs, inputsFor } from './testing/inputs.ts'
import { asked, executives, expected, type Kind, kinds, type Outcome, ownNo } from './testing/table.ts'

/*
 * Every operation there is, asked for by every kind of member at every level, through every door: nothing is done that
 * the board does not allow. `testing/table.ts` says what is expected, `testing/inputs` what is asked; a new operation goes
 * into the file of its folder there.
 */

let desk: TestDesk
let app: ReturnType<typeof makeApp>
let owner: pg.Client
let members: Record<Kind, string>
let inputs: Inputs
const token = 'equerry_a-token-of-the-test'
const url = 'http://localhost:4170'

beforeAll(async () => {
  desk = await testDesk()
  owner = new pg.Client(desk.database.connections.migrator)
  await owner.connect()
  members = {
    assistant: await desk.sit('assistant', 'Ravi'),
    cover: await desk.sit('cover', 'Noor'),
    agent: await desk.sit('agent', 'Quill'),
    observer: await desk.sit('observer', 'Tomás'),
  }
  const hash = createHash('sha256').update(token).digest()
  const door = { hash, way: 'agent', desk: desk.seat.desk, item: members.agent, at: desk.at, until: null } as const
  await openDoor(desk.around.db, door)
  app = makeApp({
    around: desk.around,
    signIn: makeSignIn({ pool: desk.database.authPool, url, secret: 'only for a test, forty characters long ..' }),
    news: new NewsBoard(),
    log: makeLog('silent'),
    url,
    now: () => desk.at,
    web: 'src/web',
    feed: async () => null,
    guest: { ...guestOf(desk.around), ...itineraryGuestOf(desk.around) },
    onFounded: async () => {},
  })
  inputs = await inputsFor(desk, members)
})
afterAll(async () => {
  await owner.end()
  await desk.stop()
})

const give = async (kind: Kind, level: Level): Promise<void> => {
  const given: Board = {
    areas: Object.fromEntries(areas.map((area) => [area, level])) as Board['areas'],
    send: 'anyone',
    spend: null,
    move: [],
    private: 'all',
  }
  await desk.around.db.transaction().execute(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.member)
    await setBoard(db, desk.seat.desk, members[kind], given)
  })
  // What was asked for at the level before is no part of this one, and each change would look at all of it again.
  await owner.query('delete from desk.proposal')
}

/** Every row of the desk that is not about who may do what, or that something was asked. */
async function everything(): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'desk' and c.relkind = 'r' order by 1",
  )
  const beside = ['desk', 'member', 'proposal', 'answered', 'looked']
  const kept = rows.filter(({ name }) => !beside.includes(name) && !name.startsWith('journal'))
  const sums = await Promise.all(
    kept.map(async ({ name }) => {
      const { rows: found } = await owner.query(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from desk."${name}" t`,
      )
      return `${name} ${found[0].sum}`
    }),
  )
  return sums.join('\n')
}

const outcomeOf = (answer: object): Outcome =>
  'refused' in answer ? 'refused' : 'proposed' in answer ? 'proposed' : 'did' in answer ? 'done' : 'answered'

type Through = (kind: Kind, name: string, input: object) => Promise<object>

const byPerform: Through = (kind, name, input) => desk.try(name, input, { member: members[kind] })
const names = { assistant: 'Ravi', cover: 'Noor', agent: 'Quill', observer: 'Tomás' }
const byCommand: Through = (kind, name, input) =>
  performFor(
    desk.around,
    { operation: name, input: input as Record<string, unknown>, as: names[kind], desk: null, key: null },
    desk.at,
  )
const byToken: Through = async (_, name, input) => {
  const { effect, posted } = operations.get(name) ?? {}
  const read = effect === 'read' && !posted
  const query = new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)]))
  const form = 'file' in input ? new FormData() : null
  if (form) for (const [key, value] of Object.entries(input)) form.append(key, value as string | Blob)
  const answer = await app.fetch(
    new Request(`${url}/api/${name.replace('.', '/')}${read ? `?${query}` : ''}`, {
      method: read ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, ...(!form && { 'content-type': 'application/json' }) },
      ...(!read && { body: form ?? JSON.stringify(input) }),
    }),
  )
  const body = (await answer.json()) as object
  const statuses = { refused: [403, 404, 409, 422], proposed: [202], done: [200], answered: [200] }
  expect(statuses[outcomeOf(body)], name).toContain(answer.status)
  return body
}

/** A case asks for every operation there is. */
const long = { timeout: 240_000 }

test('every operation is asked for here: a new one has to be added', () => {
  expect(Object.keys(inputs).sort()).toEqual(asked().sort())
})

const doors: readonly (readonly [door: string, through: Through, kinds: readonly Kind[]])[] = [
  ['perform', byPerform, kinds],
  ['the command line', byCommand, kinds],
  ['HTTP, with a token', byToken, ['agent']],
]

describe.each(doors)('through %s', long, (_, through, here) => {
  describe.each(here)('%s', (kind) => {
    test.each(levels.slice(0, 4))(
      'at the level “%s” nothing is done, and only what the table allows is shown or asked for',
      async (level) => {
        await give(kind, level)
        const before = await everything()
        for (const name of asked()) {
          const wanted = expected(name, level)
          const answer = await through(kind, name, inputs[name] ?? {})
          if (wanted === 'proposed' && ownNo.includes(name))
            expect.soft(['proposed', 'refused'], name).toContain(outcomeOf(answer))
          else expect.soft(outcomeOf(answer), `${name}: ${JSON.stringify(answer).slice(0, 300)}`).toBe(wanted)
          if (wanted === 'refused') expect.soft(answer, name).toMatchObject({ refused: { why: 'not-yours' } })
        }
        expect(await everything()).toBe(before)
      },
    )
  })
})

test('at “act” and at “act and tell” the table’s no never comes, whatever else stands in the way', long, async () => {
  for (const level of ['act', 'tell'] as const) {
    await give('assistant', level)
    const others = asked().filter((one) => !one.startsWith('agent.') && one !== 'board.change')
    for (const name of others.filter((one) => !executives.includes(one))) {
      const answer = await byPerform('assistant', name, inputs[name] ?? {})
      expect(outcomeOf(answer), name).not.toBe('proposed')
      if ('refused' in answer)
        expect((answer.refused as { words: string }).words, name).not.toMatch(/^Ravi (may|proposes|sends|spends|asks)/)
    }
  }
})

test(
  'whatever was done can be undone, or its operation says before that it cannot and the journal says so after',
  long,
  async () => {
    const wordsOf = ({ final }: { final?: Final }) =>
      final === undefined ? [] : typeof final === 'string' ? [final] : Object.values(final)
    const anyWords = [...operations.values()].flatMap(wordsOf)
    type Line = { operation: string; undo: { can: boolean; why: string }; undoneBy: string | null }
    const list = async (before: number | null) =>
      (await desk.do('journal.list', { limit: 200, ...(before !== null && { before }) })) as unknown as {
        entries: Line[]
        next: number | null
      }
    const written = new Set<string>()
    let before: number | null = null
    do {
      const { entries, next }: { entries: Line[]; next: number | null } = await list(before)
      for (const { operation, undo, undoneBy } of entries) {
        const declared = operations.get(operation)
        if (!declared || undoneBy !== null || undo.why === 'Forgotten') continue
        written.add(operation)
        const may = repeaters.includes(operation) ? anyWords : wordsOf(declared)
        if (!undo.can) expect.soft(may, `${operation} is not declared final`).toContain(undo.why)
        if (undo.can) expect.soft(declared.final, `${operation} has an undo`).not.toBeTypeOf('string')
      }
      before = next
    } while (before !== null)
    expect(written.size).toBeGreaterThan(60)
  },
)

test('the default boards of cover, agent and observer let nothing be done either', long, async () => {
  for (const kind of ['cover', 'agent', 'observer'] as const) {
    await desk.around.db.transaction().execute(async (db) => {
      await settle(db, desk.seat.desk, desk.seat.member)
      await setBoard(db, desk.seat.desk, members[kind], defaultBoards[kind])
    })
    const before = await everything()
    for (const name of asked())
      expect(outcomeOf(await byPerform(kind, name, inputs[name] ?? {})), name).not.toBe('done')
    expect(await everything()).toBe(before)
  }
})
