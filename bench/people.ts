import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundDesk } from '../src/desk/authority/actions.ts'
import { perform, type Surroundings } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { makeLog } from '../src/platform/log.ts'
import { open, openDatabase } from '../src/platform/postgres/database.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import { duration, type Section, times } from './section.ts'

const [people, lines, rounds] = [2000, 20_000, 15]
const at = Temporal.Instant.from('2026-11-23T09:00:00Z')

type Seat = { readonly desk: string; readonly member: string }
const ask = async (around: Surroundings, seat: Seat, operation: string, input: object): Promise<unknown> => {
  const answer = await perform(around, operation, input, { ...seat, door: 'web', key: null, at })
  if ('refused' in answer) throw new Error(JSON.stringify(answer))
  return answer
}

const personOf = (n: string) =>
  `overlay(overlay(md5('person ' || (${n})) placing '7' from 13) placing '8' from 17)::uuid`
const ways = '{"days":[],"from":null,"until":null,"channel":"mail","pace":"day","phone":"","helps":"Two lines"}'

/** Two thousand people, every other one assisted by the next, and ten lines about each; written as the owner of the tables. */
async function write(owner: ReturnType<typeof open>, { desk, member }: Seat): Promise<void> {
  const run = (sql: string, ...more: unknown[]) => owner.appPool.query(sql, [desk, at.toString(), ...more])
  await run(
    `insert into desk.person (desk_id, id, version, name, terms, known_by, label, known_from, made_by)
     select $1, ${personOf('n')}, 1, 'Person ' || n, jsonb_build_object('names', '[]'::jsonb, 'addresses', jsonb_build_array('p' || n || '@far.example'),
       'organisation', 'Company ' || n % 90, 'zone', null, 'ways', $3::jsonb, 'assistants',
       case when n % 2 = 0 then jsonb_build_array(jsonb_build_object('id', ${personOf('n + 1')}, 'days', '[]'::jsonb, 'area', '')) else '[]'::jsonb end),
       array['person ' || n, 'p' || n || '@far.example'], 'desk', $2, gen_random_uuid()
     from generate_series(1, ${people + 1}) n`,
    ways,
  )
  await run(
    `insert into desk.contact (desk_id, id, version, person_id, kind, words, on_date, noted_by, label, known_from, made_by)
     select $1, gen_random_uuid(), 1, ${personOf(`1 + n % ${people}`)}, 'tip', 'Line ' || n || ' about the spring dinner', $2::timestamptz::date - n % 300,
       $3::text, 'desk', $2, gen_random_uuid() from generate_series(1, ${lines}) n`,
    member,
  )
  await run('select $1::text, $2::text')
  await owner.appPool.query('vacuum analyze desk.person, desk.contact')
}

/** A peer that keeps no index and no page: every person and line is read, and each person looks through all lines. */
async function byHand(owner: ReturnType<typeof open>, desk: string): Promise<number> {
  const all = await owner.appPool.query<{ id: string }>('select id, name, terms from desk.person where desk_id = $1', [
    desk,
  ])
  const said = await owner.appPool.query<{ person_id: string }>('select * from desk.contact where desk_id = $1', [desk])
  return all.rows.filter(({ id }) => said.rows.some((line) => line.person_id === id)).length
}

async function timed(run: (n: number) => Promise<unknown>): Promise<number> {
  await run(-1)
  const spent: number[] = []
  for (let n = 0; n < rounds; n++) {
    const begin = performance.now()
    await run(n)
    spent.push(performance.now() - begin)
  }
  return median(spent)
}

export default async function whoAssistsWhom(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const log = makeLog('silent')
  const database = await openDatabase({ data, database: null }, log, () => {})
  const owner = open({ ...database.connections, app: database.connections.migrator }, log, async () => {}, true)
  try {
    const around = surroundings(database.app, () => {}, {
      ...outside,
      url: 'http://localhost:4170',
      sealing: testSealing(),
    })
    const ines = { login: 'ines', email: 'ines@okafor.example', name: 'Ines', kind: 'assistant' as const }
    const seat = await foundDesk(around, ines, 'Dana Okafor', 'Europe/London', at)
    await write(owner, seat)
    const page = await timed(() => ask(around, seat, 'person.list', { most: 100 }))
    const found = await timed((n) => ask(around, seat, 'person.list', { text: `Person 1${(n + 1) % 9}`, most: 100 }))
    const all = await timed(() => ask(around, seat, 'person.list', { most: people }))
    const through = await timed((n) => ask(around, seat, 'person.through', { name: `Person ${(n + 2) * 2}` }))
    const hand = await timed(() => byHand(owner, seat.desk))
    const row = (name: string, ms: number) => [name, duration(ms), `${times(hand / ms)}`]
    return {
      title: 'Who assists whom',
      about: `Through \`perform\`, on a desk that knows ${people.toLocaleString('en')} people, half of them assisted by another, with ${lines.toLocaleString('en')} lines; the peer reads everybody and every line and looks through all lines for each. ${rounds} rounds; medians.`,
      columns: ['', 'median', 'against looking through all'],
      rows: [
        row('the first hundred', page),
        row('found by a name', found),
        row('all of them', all),
        row('who a letter for somebody goes to', through),
        ['looking through all', duration(hand), ''],
      ],
      targets: [
        {
          words: `who a letter goes to in 100 ms or less (${duration(through)}), the first hundred in 300 ms or less (${duration(page)})`,
          met: through <= 100 && page <= 300,
        },
        {
          words: `anybody found by a name in 300 ms or less (${duration(found)}), and at least twice as fast as looking through all`,
          met: found <= 300 && hand >= 2 * found,
        },
      ],
    }
  } finally {
    await owner.stop()
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
