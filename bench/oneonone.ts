import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { foundDesk } from '../src/desk/authority/actions.ts'
import { defaultBoards } from '../src/desk/authority/board/model.ts'
import { addMember } from '../src/desk/authority/queries.ts'
import { between } from '../src/desk/journal/queries.ts'
import { perform, type Surroundings, settle } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { makeLog } from '../src/platform/log.ts'
import { type Database, openDatabase } from '../src/platform/postgres/database.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import { duration, type Section, times } from './section.ts'

/*
 * The agenda of a one-to-one at a desk with a year of journal, against today's page of the same desk and against reading that
 * year's record to count in it.
 */

const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const began = now.subtract({ hours: 365 * 24 })
const [entries, events] = [200_000, 3_000]

type Desk = { readonly around: Surroundings; readonly desk: string; readonly dana: string; readonly ines: string }

async function ask<O>({ around, desk }: Desk, member: string, operation: string, input: object, at = now): Promise<O> {
  const answer = await perform(around, operation, input, { desk, member, door: 'web', key: null, at })
  if ('refused' in answer) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
  return answer as O
}

function calendar(): File {
  const stamp = (on: Temporal.PlainDateTime) => on.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  const first = Temporal.PlainDateTime.from('2026-01-05T08:00')
  const parts = Array.from({ length: events }, (_, n) => {
    const start = first.add({ minutes: n * 175 })
    return [
      'BEGIN:VEVENT',
      `UID:one-to-one-${n}@bench.example`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;TZID=Europe/London:${stamp(start)}`,
      `DTEND;TZID=Europe/London:${stamp(start.add({ minutes: n % 9 === 0 ? 200 : 45 }))}`,
      `SUMMARY:Meeting ${n}`,
      'END:VEVENT',
    ].join('\r\n')
  })
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n')
  return new File([text], 'bench.ics')
}

/** What the two have to talk about: promises, questions, slips. */
async function filled(one: Desk): Promise<void> {
  const { calendar: made } = await ask<{ calendar: { id: string } }>(one, one.ines, 'calendar.add', { name: 'Work' })
  await ask(one, one.ines, 'calendar.import', { calendarId: made.id, fileName: 'bench.ics', file: calendar() })
  const dana = { name: 'Dana Okafor' }
  for (let n = 0; n < 60; n++) {
    const due = { dueOn: `2026-11-${10 + (n % 20)}`, wasDue: true }
    const other = { name: n % 4 === 0 ? 'Ines' : `Person ${n}` }
    const sides = n % 2 === 0 ? { side: 'theirs', by: dana, to: other } : { side: 'ours', by: dana, to: other }
    await ask(one, one.ines, 'commitment.add', { what: `paper ${n}`, ...sides, ...due })
  }
  for (let n = 0; n < 10; n++)
    await ask(one, one.ines, 'decision.ask', {
      question: `Question ${n}?`,
      options: [{ words: 'This' }, { words: 'That' }],
      neededBy: { on: '2026-11-27', time: '12:00' },
    })
  for (let n = 0; n < 6; n++) await ask(one, one.ines, 'mistake.own', { title: `Slip ${n}` })
  for (const horizon of ['quarter', 'year'])
    await ask(one, one.dana, 'priority.add', {
      horizon,
      on: '2026-11-19',
      title: 'What comes first',
      meant: 25,
      rules: [{ words: ['meeting 7', 'meeting 8'] }],
    })
}

/** A year on the record, 550 entries a day, one in sixty taken back by somebody else; written past the desk, which would take hours. */
async function lived(database: Database, { desk, dana, ines }: Desk): Promise<void> {
  const owner = new pg.Client(database.connections.migrator)
  await owner.connect()
  try {
    const { rows } = await owner.query('select head_number from desk.desk where desk_id = $1', [desk])
    const first = Number(rows[0].head_number)
    const operations = ['event.move', 'event.edit', 'commitment.renegotiate', 'work.close', 'told.seen']
    const content =
      '{"undo":{"none":"A bench"},"values":{"due":"Fri 27 Nov 2026","was":"Thu","who":"Marc","words":"paper","title":"Meeting"}}'
    await owner.query(
      `insert into desk.journal_entry (desk_id, number, id, at, member_id, door, operation, content_hash, previous, hash)
       select $1, $2 + n, (substr(id, 1, 8) || '-' || substr(id, 9, 4) || '-7' || substr(id, 13, 3) || '-8' || substr(id, 16, 3)
           || '-' || substr(id, 19, 12))::uuid, at,
         case when n % 3 = 0 then $5::uuid else $6::uuid end, 'web', ($7::text[])[1 + n % 5], '\\x00', '\\x00', '\\x00'
       from generate_series(1, $8::int) n, lateral (select $3::timestamptz + n * $4::interval as at) t, lateral (
         select lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || md5(n::text) as id) i`,
      [desk, first, began.toString(), `${(365 * 86_400) / entries} seconds`, dana, ines, operations, entries],
    )
    await owner.query(
      `insert into desk.journal_content (desk_id, entry_id, salt, content)
       select desk_id, id, '\\x00', $3 from desk.journal_entry where desk_id = $1 and number > $2`,
      [desk, first, content],
    )
    await owner.query(
      `insert into desk.journal_item (desk_id, item_id, number)
       select desk_id, gen_random_uuid()::text, number from desk.journal_entry where desk_id = $1 and number > $2`,
      [desk, first],
    )
    await owner.query(
      `insert into desk.journal_undone (desk_id, entry_id, by_entry_id)
       select a.desk_id, a.id, b.id from desk.journal_entry a join desk.journal_entry b
         on b.desk_id = a.desk_id and b.number = a.number + 1
       where a.desk_id = $1 and a.number > $2 and a.number % 60 = 1`,
      [desk, first],
    )
    await owner.query('update desk.desk set head_number = $2, head_at = $3 where desk_id = $1', [
      desk,
      first + entries,
      now.toString(),
    ])
    await owner.query('analyze')
  } finally {
    await owner.end()
  }
}

async function timed(rounds: number, run: (n: number) => Promise<unknown>): Promise<number> {
  const spent: number[] = []
  for (let n = 0; n < rounds; n++) {
    const begin = performance.now()
    await run(n)
    spent.push(performance.now() - begin)
  }
  return median(spent)
}

/** The year's record read once, as whoever counts in it would have to. */
const readAll = ({ around, desk, dana }: Desk) =>
  around.db.transaction().execute(async (db) => {
    await settle(db, desk, dana)
    return (await between(db, desk, 0, null, entries * 2)).filter(({ member }) => member === dana).length
  })

async function seated(database: Database): Promise<Desk> {
  const around = surroundings(database.app, () => {}, {
    ...outside,
    url: 'http://localhost:4170',
    sealing: testSealing(),
  })
  const dana = { login: 'dana', email: 'dana@okafor.example', name: 'Dana', kind: 'executive' as const }
  const seat = await foundDesk(around, dana, 'Dana Okafor', 'Europe/London', began)
  const ines = around.newId(began)
  await around.db.transaction().execute(async (db) => {
    await settle(db, seat.desk, seat.desk)
    const row = { desk: seat.desk, id: ines, kind: 'assistant' as const, name: 'Ines', login: null, email: null }
    await addMember(db, { ...row, at: began, board: defaultBoards.assistant })
  })
  return { around, desk: seat.desk, dana: seat.member, ines }
}

export default async function oneonone(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const database = await openDatabase({ data, database: null }, makeLog('silent'), () => {})
  try {
    const one = await seated(database)
    await filled(one)
    await lived(database, one)
    type Shown = { sections: { lines: object[] }[] }
    const shown = await ask<Shown>(one, one.dana, 'oneToOne.show', {})
    const lines = shown.sections.flatMap((section) => section.lines).length
    const later = (n: number) => now.add({ minutes: n + 1 })
    await timed(5, () => ask(one, one.dana, 'oneToOne.show', {}))
    const again = await timed(40, () => ask(one, one.dana, 'oneToOne.show', {}))
    const anew = await timed(20, (n) => ask(one, one.ines, 'oneToOne.show', {}, later(n)))
    const today = await timed(20, (n) => ask(one, one.ines, 'today.show', {}, later(100 + n)))
    const read = await timed(3, () => readAll(one))
    return {
      title: 'The agenda of a one-to-one',
      about: `The operation's whole answer at a desk with ${entries.toLocaleString('en')} journal entries of a year and ${events.toLocaleString('en')} events: ${shown.sections.length} sections, ${lines} lines; medians. “Anew”: a minute has passed, so the plan is judged again. Taken on 2 cores with a load of ${Math.round(loadavg()[0] ?? 0)}.`,
      columns: ['', 'median', 'of the agenda anew'],
      rows: [
        ['the agenda, again', duration(again), times(again / anew)],
        ['the agenda, anew', duration(anew), '1.0×'],
        ['Today, anew', duration(today), times(today / anew)],
        ['reading the record of the year to count in it', duration(read), times(read / anew)],
      ],
      targets: [
        { words: `the agenda in 100 ms or less (${duration(anew)})`, met: anew <= 100 },
        { words: `at least 5 times faster than reading the record (${times(read / anew)})`, met: read / anew >= 5 },
      ],
    }
  } finally {
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
