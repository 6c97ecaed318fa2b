import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { foundDesk, type Seat } from '../src/desk/authority/actions.ts'
import { perform, type Surroundings } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { makeLog } from '../src/platform/log.ts'
import { type Database, openDatabase } from '../src/platform/postgres/database.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import { duration, type Section } from './section.ts'
import { numbers } from './year.ts'

const [occurrences, entries, ties, rounds] = [5000, 200_000, 300, 15]
const at = Temporal.Instant.from('2026-11-23T09:00:00Z')
const zone = 'Europe/London'
const first = Temporal.PlainDate.from('2026-01-05')
const topics = ['Board papers', 'Hiring panel', 'Budget round', 'Tern renewal', 'Catch-up', 'Standing call', 'Review']

type Desk = { readonly around: Surroundings; readonly seat: Seat; readonly meeting: string }

const ask = async <O>({ around, seat }: Desk, operation: string, input: object): Promise<O> => {
  const answer = await perform(around, operation, input, { ...seat, door: 'command line', key: null, at })
  if ('refused' in answer) throw new Error(JSON.stringify(answer))
  return answer as O
}

/** A year of an executive: two thirds of it weekly series, the rest single meetings. */
function calendar(): string {
  const next = numbers(13)
  const stamp = (on: Temporal.PlainDateTime) => on.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN']
  const add = (n: number, weekly: boolean) => {
    const day = weekly ? n % 5 : Math.floor(next() * 52) * 7 + Math.floor(next() * 5)
    const start = first
      .add({ days: day })
      .toPlainDateTime({ hour: 8 + Math.floor(next() * 10), minute: 15 * Math.floor(next() * 4) })
    lines.push('BEGIN:VEVENT', `UID:${weekly ? 'series' : 'single'}-${n}@bench.example`, 'DTSTAMP:20260101T000000Z')
    lines.push(`DTSTART;TZID=${zone}:${stamp(start)}`, `DTEND;TZID=${zone}:${stamp(start.add({ minutes: 45 }))}`)
    lines.push(`SUMMARY:${topics[n % topics.length]} ${n}`)
    lines.push(`ATTENDEE;CN=Guest ${n % 40}:mailto:guest-${n % 40}@guests.example`)
    if (weekly) lines.push('RRULE:FREQ=WEEKLY;COUNT=52')
    lines.push('END:VEVENT')
  }
  const series = Math.round((occurrences * 2) / 3 / 52)
  for (let n = 0; n < series; n++) add(n, true)
  for (let n = 0; n < occurrences - series * 52; n++) add(n, false)
  return [...lines, 'END:VCALENDAR', ''].join('\r\n')
}

/** Entries as long a year would leave them; their chain is not what is measured. */
async function fillJournal(database: Database, { seat }: Desk): Promise<void> {
  const owner = new pg.Client(database.connections.migrator)
  await owner.connect()
  try {
    const { rows } = await owner.query('select head_number from desk.desk where desk_id = $1', [seat.desk])
    const head = Number(rows[0].head_number)
    await owner.query(
      `insert into desk.journal_entry (desk_id, number, id, at, member_id, door, operation, content_hash, previous, hash)
       select $1, $4 + n, gen_random_uuid(), $3::timestamptz - (${entries} - n) * interval '2 minutes', $2, 'web', 'event.edit', '\\x00', '\\x00', '\\x00'
       from generate_series(1, ${entries}) n`,
      [seat.desk, seat.member, at.toString(), head],
    )
    await owner.query('update desk.desk set head_number = $2 where desk_id = $1', [seat.desk, head + entries])
    await owner.query('analyze desk.journal_entry')
  } finally {
    await owner.end()
  }
}

async function filled(database: Database): Promise<Desk> {
  const around = surroundings(database.app, () => {}, {
    ...outside,
    url: 'http://localhost:4170',
    sealing: testSealing(),
  })
  const dana = { login: 'login', email: 'dana@okafor.example', name: 'Dana', kind: 'executive' as const }
  const desk = { around, seat: await foundDesk(around, dana, 'Dana Okafor', zone, at), meeting: '' }
  const { calendar: work } = await ask<{ calendar: { id: string } }>(desk, 'calendar.add', { name: 'Work' })
  await ask(desk, 'calendar.import', { calendarId: work.id, file: new File([calendar()], 'year.ics') })
  const ids: string[] = []
  for (const horizon of ['year', 'quarter', 'week'])
    for (const [n, words] of ['board', 'hiring', 'budget', 'tern', 'catch-up'].entries()) {
      const rules = [{ words: [words] }, { people: [`guest-${n}@guests.example`], kinds: ['external', 'one-to-one'] }]
      const draft = { horizon, on: '2026-11-19', title: `${words} first`, meant: 15, rules }
      ids.push((await ask<{ id: string }>(desk, 'priority.add', draft)).id)
    }
  const { events } = await ask<{ events: { eventId: string; repeats: boolean }[] }>(desk, 'event.list', {
    from: '2026-10-05',
    to: '2026-12-20',
  })
  const single = [...new Set(events.filter(({ repeats }) => !repeats).map(({ eventId }) => eventId))].slice(0, ties)
  for (const [n, id] of single.entries())
    await ask(desk, 'priority.tie', { what: 'event', id, priority: ids[5 + (n % 5)] })
  await fillJournal(database, desk)
  return { ...desk, meeting: single[0] ?? '' }
}

/** The same clocks under another name: with another zone nothing holds that was read. */
const zones = ['Europe/London', 'Europe/Belfast']

/** Medians of a read of everything, of one right after a meeting of the week changed, and of the same again. */
async function timed(desk: Desk, operation: string, input: object) {
  const found = { anew: [] as number[], after: [] as number[], again: [] as number[] }
  for (let n = 0; n < rounds + 3; n++) {
    const changes = {
      anew: () => ask(desk, 'desk.change', { zone: zones[n % 2 === 0 ? 1 : 0] }),
      after: () => ask(desk, 'event.edit', { eventId: desk.meeting, set: { place: `Room ${n} of ${operation}` } }),
      again: async () => {},
    }
    for (const which of ['anew', 'after', 'again'] as const) {
      await changes[which]()
      const begun = performance.now()
      await ask(desk, operation, input)
      if (n >= 3) found[which].push(performance.now() - begun)
    }
  }
  return { anew: median(found.anew), after: median(found.after), again: median(found.again) }
}

export default async function priorities(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const database = await openDatabase({ data, database: null }, makeLog('silent'), () => {})
  try {
    const desk = await filled(database)
    const on = '2026-11-19'
    const week = await timed(desk, 'priority.list', { on })
    const behind = await timed(desk, 'priority.counted', { horizon: 'quarter', on })
    const quarter = await timed(desk, 'priority.trend', { horizon: 'quarter', on })
    const year = await timed(desk, 'priority.trend', { horizon: 'year', on })
    const preview = await timed(desk, 'priority.preview', { rules: [{ words: ['board', 'papers'] }] })
    return {
      title: 'Priorities',
      about: `What a week was spent on, at a desk with ${occurrences.toLocaleString('en')} occurrences in the year, ${entries.toLocaleString('en')} journal entries, 15 priorities with two rules each and ${ties} ties by hand: each operation whole: with nothing read before, right after a meeting of that week changed, and then again; medians.`,
      columns: ['', 'nothing read before', 'after a change', 'again'],
      rows: [
        ['a week against year, quarter and week', duration(week.anew), duration(week.after), duration(week.again)],
        ['the events behind a number', duration(behind.anew), duration(behind.after), duration(behind.again)],
        ['week by week over a quarter', duration(quarter.anew), duration(quarter.after), duration(quarter.again)],
        ['week by week over the year', duration(year.anew), duration(year.after), duration(year.again)],
        [
          'what a rule would catch of ten weeks',
          duration(preview.anew),
          duration(preview.after),
          duration(preview.again),
        ],
      ],
      targets: [
        { words: `a week in 300 ms or less with nothing read before (${duration(week.anew)})`, met: week.anew <= 300 },
        { words: `the whole year after a change in 300 ms or less (${duration(year.after)})`, met: year.after <= 300 },
        {
          words: `the whole year with nothing read before in 300 ms or less (${duration(year.anew)})`,
          met: year.anew <= 300,
        },
      ],
    }
  } finally {
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
