import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { IdentifierNode, type KyselyPlugin, type SelectionNode } from 'kysely'
import { foundDesk, type Seat } from '../src/desk/authority/actions.ts'
import { defaultBoards } from '../src/desk/authority/board/model.ts'
import { addMember } from '../src/desk/authority/queries.ts'
import { perform, type Surroundings, settle } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { makeLog } from '../src/platform/log.ts'
import { type Database, open, openDatabase } from '../src/platform/postgres/database.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import { duration, type Section } from './section.ts'

/*
 * The same operations with authority and labels and without. With: as a member whose board has a limit of every sort, in the
 * role of the app under its row policies. Without: as the executive, of whom nothing is asked, in the role that owns the tables,
 * to which no policy applies; nor is it found out what they may see, who covers and answers for them and what waits for a yes.
 * They take turns, one call each.
 */

const [events, pairs, warm] = [2_000, 400, 60]
const at = Temporal.Instant.from('2026-11-23T09:00:00Z')

type With = { readonly around: Surroundings; readonly seat: Seat }

const ask = async <O>({ around, seat }: With, operation: string, input: unknown): Promise<O> => {
  const answer = await perform(around, operation, input, { ...seat, door: 'web', key: null, at })
  if ('refused' in answer || 'proposed' in answer) throw new Error(JSON.stringify(answer))
  return answer as O
}

/** 2,000 meetings on the working days of four years, one in ten of them private. */
async function filled(database: Database): Promise<With & { calendarId: string; ids: string[] }> {
  const around = surroundings(database.app, () => {}, {
    ...outside,
    url: 'http://localhost:4170',
    sealing: testSealing(),
  })
  const dana = { login: 'dana', email: 'dana@okafor.example', name: 'Dana', kind: 'executive' as const }
  const seat = await foundDesk(around, dana, 'Dana Okafor', 'Europe/London', at)
  const { calendar } = await ask<{ calendar: { id: string } }>({ around, seat }, 'calendar.add', { name: 'Work' })
  const stamp = (on: Temporal.PlainDateTime) => on.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  const first = Temporal.PlainDateTime.from('2025-01-01T09:00')
  const parts = Array.from({ length: events }, (_, n) => {
    const start = first.add({ hours: n * 17 })
    return [
      'BEGIN:VEVENT',
      `UID:authority-${n}@bench.example`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;TZID=Europe/London:${stamp(start)}`,
      `DTEND;TZID=Europe/London:${stamp(start.add({ minutes: 45 }))}`,
      ...(n % 10 === 0 ? ['CLASS:PRIVATE'] : []),
      `SUMMARY:Meeting ${n}`,
      'END:VEVENT',
    ].join('\r\n')
  })
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n')
  await ask({ around, seat }, 'calendar.import', { calendarId: calendar.id, file: new File([text], 'bench.ics') })
  const listed = await ask<{ events: { eventId: string; label?: string }[] }>({ around, seat }, 'event.list', {
    from: '2026-11-23',
    to: '2026-12-20',
  })
  const ids = [...new Set(listed.events.filter(({ label }) => label !== 'private').map(({ eventId }) => eventId))]
  return { around, seat, calendarId: calendar.id, ids }
}

/** Somebody whose board has a limit of every sort, so that none is left out for want of something to say. */
const seatLimited = async ({ around, seat }: With): Promise<With> => {
  const member = around.newId(at)
  await around.db.transaction().execute(async (db) => {
    await settle(db, seat.desk, member)
    const board = { ...defaultBoards.assistant, move: ['board', 'personal'], private: 'named' as const }
    const row = { desk: seat.desk, id: member, kind: 'assistant' as const, name: 'Ravi', login: null, email: null, at }
    await addMember(db, { ...row, board })
  })
  return { around, seat: { desk: seat.desk, member } }
}

/** Leaves out of what is read of whoever acts everything that only authority and labels need. */
const unasked: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== 'SelectQueryNode' || !node.joins || !node.selections) return node
    const named = ({ selection }: SelectionNode) =>
      selection.kind === 'AliasNode' && IdentifierNode.is(selection.alias) ? selection.alias.name : ''
    if (!node.selections.some((one) => named(one) === 'sponsor_board')) return node
    const needless = /^(sees|covers|proposed|sponsor_.*)$/
    return {
      ...node,
      joins: node.joins.slice(0, 1),
      selections: node.selections.filter((one) => !needless.test(named(one))),
    }
  },
  transformResult: async ({ result }) => result,
}

type Kind = {
  readonly name: string
  readonly operation: string
  readonly input: (n: number) => object
}

const quartiles = (ms: readonly number[]): string => {
  const sorted = ms.toSorted((a, b) => a - b)
  const part = (of: number) => (sorted[Math.floor(sorted.length * of)] ?? Number.NaN).toFixed(2)
  return `${part(0.25)} – ${part(0.75)} ms`
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

async function measured(database: Database, owner: Database) {
  const desk = await filled(database)
  const limited = await seatLimited(desk)
  // The same desk where nothing is asked and no policy applies: its executive, in the role that owns the tables.
  const free: With = { around: { ...desk.around, db: owner.app.withPlugin(unasked) }, seat: desk.seat }
  const id = (n: number) => desk.ids[n % desk.ids.length] as string
  const kinds: readonly Kind[] = [
    { name: 'one event read', operation: 'event.show', input: (n) => ({ eventId: id(n) }) },
    {
      name: 'a week read',
      operation: 'event.list',
      input: () => ({ from: '2026-11-23', to: '2026-11-29' }),
    },
    {
      name: 'an event edited',
      operation: 'event.edit',
      input: (n) => ({ eventId: id(n), set: { notes: `Note ${n} ${Math.floor(n / 2)}` } }),
    },
  ]
  const rows: { name: string; with: number; without: number; added: number; spread: string }[] = []
  for (const { name, operation, input } of kinds) {
    const [within, without]: [number[], number[]] = [[], []]
    const parsed = async (n: number) => timed(() => ask(free, operation, input(n)))
    const whole = async (n: number) => timed(() => ask(limited, operation, input(n)))
    for (let n = 0; n < pairs + warm; n++) {
      const first = n % 2 === 0 ? await whole(2 * n) : await parsed(2 * n)
      const second = n % 2 === 0 ? await parsed(2 * n + 1) : await whole(2 * n + 1)
      if (n < warm) continue
      within.push(n % 2 === 0 ? first : second)
      without.push(n % 2 === 0 ? second : first)
    }
    const added = within.map((ms, n) => ms - (without[n] ?? 0))
    rows.push({ name, with: median(within), without: median(without), added: median(added), spread: quartiles(added) })
  }
  return rows
}

export default async function authority(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const log = makeLog('silent')
  const database = await openDatabase({ data, database: null }, log, () => {})
  const owner = open({ ...database.connections, app: database.connections.migrator }, log, async () => {}, true)
  try {
    const rows = await measured(database, owner)
    const most = Math.max(...rows.map(({ added }) => added))
    return {
      title: 'Authority and labels',
      about: `The same operations by a member with limits of every sort, under row policies; and by the executive, of whom nothing is asked, as the owner of the tables, to whom no policy applies, without asking what they see, who covers for whom and what waits for a yes. ${events.toLocaleString('en')} events, one in ten private; ${pairs} pairs in turn: medians, and between which differences half of the pairs lie. Taken on ${availableParallelism()} cores with a load of ${(loadavg()[0] ?? 0).toFixed(0)}.`,
      columns: ['', 'with', 'without', 'added', 'half of the pairs'],
      rows: rows.map((row) => [
        row.name,
        duration(row.with),
        duration(row.without),
        `${row.added.toFixed(2)} ms`,
        row.spread,
      ]),
      targets: [{ words: `0.3 ms or less added to an operation (most: ${most.toFixed(2)} ms)`, met: most <= 0.3 }],
    }
  } finally {
    await owner.stop()
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
