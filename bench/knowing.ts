import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { foundDesk, joinDesk } from '../src/desk/authority/actions.ts'
import { perform, type Surroundings } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { makeLog } from '../src/platform/log.ts'
import { type Database, openDatabase } from '../src/platform/postgres/database.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import { duration, type Section } from './section.ts'

const zone = 'Europe/Zurich'
const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const began = now.subtract({ hours: 24 * 365 })
const [events, entries] = [2600, 200_000]
const stamp = (on: Temporal.PlainDateTime) => on.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

/** A year of events up to today, one in ten a series of twelve weeks. */
function file(): File {
  const first = began.toZonedDateTimeISO(zone).toPlainDate()
  const made = Array.from({ length: events }, (_, n) => {
    const start = first
      .add({ days: Math.floor((n * 365) / events) })
      .toPlainDateTime({ hour: 7 + (n % 12), minute: (n % 4) * 15 })
    return [
      'BEGIN:VEVENT',
      `UID:event-${n}@bench.example`,
      'DTSTAMP:20240101T000000Z',
      `DTSTART;TZID=${zone}:${stamp(start)}`,
      `DTEND;TZID=${zone}:${stamp(start.add({ minutes: 45 }))}`,
      ...(n % 10 === 0 ? ['RRULE:FREQ=WEEKLY;COUNT=12'] : []),
      `SUMMARY:Meeting number ${n}`,
      `ATTENDEE;CN=Guest ${n % 90}:mailto:guest${n % 90}@elsewhere.example`,
      'END:VEVENT',
    ].join('\r\n')
  })
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', ...made, 'END:VCALENDAR', ''].join('\r\n')
  return new File([text], 'bench.ics')
}

/** A year of what the assistant did, spread evenly. What is measured reads it and never its chain. */
async function record(database: Database, desk: string, member: string): Promise<void> {
  const owner = new pg.Client(database.connections.migrator)
  await owner.connect()
  const values = '{"undo":{"none":""},"values":{"title":"Meeting","when":"on Monday"}}'
  const spread = `'${began}'::timestamptz + n * interval '1 year' / ${entries}`
  await owner.query(
    `with made as (
       insert into desk.journal_entry (desk_id, number, id, at, member_id, door, operation, content_hash, previous, hash)
       select $1, 1000 + n, gen_random_uuid(), ${spread}, $2, 'web', 'event.edit', '', '', '' from generate_series(1, ${entries}) n
       returning id)
     insert into desk.journal_content (desk_id, entry_id, salt, content) select $1, id, '', $3 from made`,
    [desk, member, values],
  )
  await owner.query('update desk.desk set head_number = $2 where desk_id = $1', [desk, 1000 + entries])
  await owner.query('analyze')
  await owner.end()
}

type Seat = { readonly desk: string; readonly member: string }
const ask = async <O>(around: Surroundings, seat: Seat, operation: string, input: object, at = now): Promise<O> => {
  const answer = await perform(around, operation, input, { ...seat, door: 'command line', key: null, at })
  if ('refused' in answer) throw new Error(JSON.stringify(answer))
  return answer as O
}

async function timed(rounds: number, run: (n: number) => Promise<unknown>): Promise<number[]> {
  await run(-1)
  const spent: number[] = []
  for (let n = 0; n < rounds; n++) {
    const begin = performance.now()
    const own = await run(n)
    spent.push(typeof own === 'number' ? own : performance.now() - begin)
  }
  return spent
}

const week = ['MO', 'TU', 'WE', 'TH', 'FR']

export default async function knowing(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const database = await openDatabase({ data, database: null }, makeLog('silent'), () => {})
  try {
    const around = surroundings(database.app, () => {}, {
      ...outside,
      url: 'http://localhost:4170',
      sealing: testSealing(),
    })
    const dana = { login: 'bench', email: 'dana@okafor.example', name: 'Dana', kind: 'executive' as const }
    const seat = await foundDesk(around, dana, 'Dana Okafor', zone, began)
    const ines = { login: 'ines', email: 'ines@okafor.example', name: 'Ines', kind: 'assistant' as const }
    const joined = await joinDesk(around, ines, seat.desk, began)
    if ('refused' in joined) throw new Error(joined.refused.words)
    const { calendar } = await ask<{ calendar: { id: string } }>(around, seat, 'calendar.add', { name: 'Work' }, began)
    await ask(around, seat, 'calendar.import', { calendarId: calendar.id, fileName: 'b.ics', file: file() }, began)
    await record(database, seat.desk, joined.member)
    const hour = (n: number) => `${String(7 + ((n + 1) % 5)).padStart(2, '0')}:30`
    const rule = (n: number) => ({ from: hour(n), days: week, firm: 'never' })
    const later = (n: number) => now.add({ minutes: n + 2 })
    const mornings = await timed(40, (n) =>
      ask(around, seat, 'knowing.try', { question: 'mornings', values: rule(n) }, later(n)),
    )
    const draft = (n: number) => {
      const params = { days: week, from: '00:00', to: hour(n) }
      return JSON.stringify({ kind: 'protected', params, weight: 'never' })
    }
    const [from, to] = ['2026-09-24', '2026-11-22']
    const first = await timed(20, async (n) => {
      await ask(around, seat, 'calendar.add', { name: `Spare ${n}` }, later(n))
      const begin = performance.now()
      await ask(around, seat, 'knowing.try', { question: 'mornings', values: rule(n) }, later(n))
      return performance.now() - begin
    })
    const sitting = await timed(20, async (n) => {
      await ask(around, seat, 'knowing.fill', { question: 'news', values: { soon: 'once', how: 'voice' } }, later(n))
      const begin = performance.now()
      await ask(around, seat, 'knowing.try', { question: 'mornings', values: rule(n) }, later(n))
      return performance.now() - begin
    })
    const previews = await timed(40, (n) => ask(around, seat, 'rule.preview', { draft: draft(n), from, to }, later(n)))
    const level = { member: joined.member, level: 'propose' }
    const levels = await timed(40, (n) =>
      ask(around, seat, 'knowing.try', { question: 'alone', values: level }, later(n)),
    )
    const board = { member: joined.member, kinds: ['board', 'external'] }
    const moves = await timed(20, (n) =>
      ask(around, seat, 'knowing.try', { question: 'asking', values: board }, later(n)),
    )
    const row = (name: string, spent: number[]) => [name, duration(median(spent)), duration(Math.max(...spent))]
    const most = Math.max(median(mornings), median(first), median(levels))
    return {
      title: 'What an answer would have done to sixty days',
      about: `Through \`perform\`, on a desk with a year of ${events.toLocaleString('en')} events and ${entries.toLocaleString('en')} journal entries; the first after a change of the calendar reads the plan again, the others find it as this process last built it. \`rule.preview\` of the same rule over the same days judges every other rule as well.`,
      columns: ['', 'median', 'slowest'],
      rows: [
        row('a rule, while it is changed', mornings),
        row('a rule, the next after one was answered', sitting),
        row('a rule, the first after the calendar changed', first),
        row('the same, `rule.preview`, kept as well', previews),
        row('a level of the board', levels),
        row('kinds that are asked for before they move', moves),
      ],
      targets: [
        {
          words: `an answer tried on 60 days in 100 ms or less (the slowest of the medians ${duration(most)})`,
          met: most <= 100,
        },
      ],
    }
  } finally {
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
