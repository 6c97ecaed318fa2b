import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, openDesk, startEquerry } from '../scripts/caller.ts'
import { foundDesk, type Seat } from '../src/desk/authority/actions.ts'
import { defaultBoards } from '../src/desk/authority/board/model.ts'
import { addMember } from '../src/desk/authority/queries.ts'
import { perform, type Surroundings, settle } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { makeLog } from '../src/platform/log.ts'
import { bringUp, type Database, open } from '../src/platform/postgres/database.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { prepareEmbedded } from '../src/platform/postgres/roles.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import { duration, type Section, times } from './section.ts'

/*
 * One desk of twenty members and 10,000 items, twice on one server: alone in its database, and in another among 999 desks.
 * Each measurement is taken at both in turn, so that what else the machine does falls on both alike.
 */

const [others, itemsOfOthers, items, people, pairs] = [999, 30, 10_000, 20, 100]
const log = makeLog('silent')
const at = Temporal.Instant.from('2026-11-23T09:00:00Z')

type Desk = {
  readonly around: Surroundings
  readonly seat: Seat
  readonly members: readonly string[]
  calendar: string
}

const ask = async <O>(
  { around, seat }: Pick<Desk, 'around' | 'seat'>,
  operation: string,
  input: object,
): Promise<O> => {
  const answer = await perform(around, operation, input, { ...seat, door: 'web', key: null, at })
  if ('refused' in answer) throw new Error(JSON.stringify(answer))
  return answer as O
}

/** Events over two years around today, of which one in three hundred is a series. */
function file(count: number): File {
  const first = at.toZonedDateTimeISO('Europe/London').toPlainDateTime().subtract({ days: 365 })
  const stamp = (on: Temporal.PlainDateTime) => on.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  const events = Array.from({ length: count }, (_, n) => {
    const start = first.add({ minutes: Math.floor((n * 730 * 1440) / count) })
    return [
      'BEGIN:VEVENT',
      `UID:desks-${n}@bench.example`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;TZID=Europe/London:${stamp(start)}`,
      `DTEND;TZID=Europe/London:${stamp(start.add({ minutes: 30 }))}`,
      ...(n % 300 === 0 ? ['RRULE:FREQ=WEEKLY'] : []),
      ...(n % 20 === 0 ? ['CLASS:PRIVATE'] : []),
      `SUMMARY:Meeting ${n}`,
      `LOCATION:${['Finsbury Sq', 'Kiln Yard', 'Guild Hall'][n % 3]}`,
      `ATTENDEE;CN=Guest ${n % 80}:mailto:guest-${n % 80}@guests.example`,
      'END:VEVENT',
    ].join('\r\n')
  })
  return new File(
    [['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', ...events, 'END:VCALENDAR', ''].join('\r\n')],
    'bench.ics',
  )
}

/** A desk of an assistant with a calendar of `count` events, and more people until it has `size` members. */
async function deskIn(around: Surroundings, n: number, count: number, size: number): Promise<Desk> {
  const ines = { login: `login-${n}`, email: `ines-${n}@okafor.example`, name: 'Ines', kind: 'assistant' as const }
  const seat = await foundDesk(around, ines, `Dana Okafor ${n}`, 'Europe/London', at)
  const { calendar } = await ask<{ calendar: { id: string } }>({ around, seat }, 'calendar.add', { name: 'Work' })
  await ask({ around, seat }, 'calendar.import', { calendarId: calendar.id, file: file(count) })
  const members = [seat.member]
  const kinds = ['assistant', 'observer', 'assistant', 'agent'] as const
  // The desk itself and its executive sit there too.
  for (let more = 3; more < size; more++)
    await around.db.transaction().execute(async (db) => {
      const [id, kind] = [around.newId(at), kinds[more % 4] ?? 'assistant']
      await settle(db, seat.desk, id)
      const given = { ...defaultBoards[kind], private: (['none', 'named', 'all'] as const)[more % 3] ?? 'none' }
      const areas = {
        ...given.areas,
        calendar: given.areas.calendar === 'none' ? ('see' as const) : given.areas.calendar,
      }
      const row = { desk: seat.desk, id, kind, name: `Member ${more}`, login: null, email: null, at }
      await addMember(db, { ...row, board: { ...given, areas }, ...(kind === 'agent' && { sponsor: seat.member }) })
      members.push(id)
    })
  return { around, seat, members, calendar: calendar.id }
}

async function databaseCalled(socket: string, name: string): Promise<{ database: Database; around: Surroundings }> {
  const connections = await prepareEmbedded(socket, name)
  await bringUp(connections)
  const database = open(connections, log, async () => {}, true)
  const around = surroundings(database.app, () => {}, {
    ...outside,
    url: 'http://localhost:4170',
    sealing: testSealing(),
  })
  return { database, around }
}

/** A few at a time: more only wait for each other. */
async function fill(around: Surroundings): Promise<void> {
  let next = 1
  const hand = async () => {
    while (next <= others) await deskIn(around, next++, itemsOfOthers, 3)
  }
  await Promise.all([hand(), hand(), hand(), hand()])
}

/** What is done at a desk; `n` counts, so that no two change the same. */
const work: readonly { readonly name: string; readonly run: (desk: Desk, n: number) => Promise<unknown> }[] = [
  { name: 'Today after an offer', run: (desk) => ask(desk, 'today.show', {}) },
  {
    name: 'a change, an event added',
    run: (desk, n) => {
      const start = Temporal.PlainDateTime.from('2027-03-01T09:00').add({ hours: n })
      const when = {
        allDay: false,
        start: `${start.toString({ smallestUnit: 'second' })}`,
        end: `${start.add({ minutes: 30 }).toString({ smallestUnit: 'second' })}`,
        zone: 'Europe/London',
        endZone: null,
      }
      return ask(desk, 'event.add', { calendarId: desk.calendar, title: `Added ${n}`, when })
    },
  },
  { name: 'Today after it', run: (desk) => ask(desk, 'today.show', {}) },
  {
    name: 'times found for an offer',
    run: (desk, n) => ask(desk, 'offer.find', { from: '2026-12-01', to: '2026-12-14', minutes: 30 + (n % 2) * 15 }),
  },
  {
    name: 'times offered and held',
    run: (desk, n) => {
      const start = Temporal.Instant.from('2027-06-01T00:10:00Z').add({ hours: n })
      const time = (by: number) => ({
        start: start.add({ minutes: by }).toString(),
        end: start.add({ minutes: by + 15 }).toString(),
      })
      return ask(desk, 'hold.offer', {
        to: { name: 'Camille Aubry', address: 'camille@meridian-glass.example', zone: 'Europe/London' },
        meeting: { title: `Terms ${n}` },
        times: [time(0), time(25)],
        expiresAt: at.add({ hours: 20 * 24 }).toString(),
        page: false,
      })
    },
  },
]

type Spent = { readonly alone: number[]; readonly among: number[] }

async function compared(alone: Desk, among: Desk): Promise<Map<string, Spent>> {
  const spent = new Map(work.map(({ name }) => [name, { alone: [], among: [] } as Spent]))
  const one = async (desk: Desk, n: number, into: 'alone' | 'among') => {
    for (const { name, run } of work) {
      const begun = performance.now()
      await run(desk, n)
      if (n >= 10) spent.get(name)?.[into].push(performance.now() - begun)
    }
  }
  for (let n = 0; n < pairs + 10; n++) {
    if (n % 2 === 0) await one(alone, n, 'alone')
    await one(among, n, 'among')
    if (n % 2 === 1) await one(alone, n, 'alone')
  }
  return spent
}

/** Every member opens Today, several times over; what each of them took. */
async function openedByAll({ around, seat, members }: Desk): Promise<number[]> {
  const ms: number[] = []
  for (let round = 0; round < 12; round++)
    for (const member of members) {
      const begun = performance.now()
      const answer = await perform(around, 'today.show', {}, { desk: seat.desk, member, door: 'web', key: null, at })
      if ('refused' in answer) throw new Error(JSON.stringify(answer))
      if (round > 1) ms.push(performance.now() - begun)
    }
  return ms
}

/** How long a start takes on a folder, from the command to its line. */
async function started(data: string): Promise<number> {
  const ms: number[] = []
  for (let n = 0; n < 5; n++) {
    const running = await startEquerry(data, await freePort())
    ms.push(running.ms)
    running.process.kill('SIGTERM')
    await once(running.process, 'exit')
  }
  return median(ms)
}

async function startedWithOne(): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  try {
    const first = await startEquerry(data, await freePort())
    await openDesk(first.firstLink ?? '')
    first.process.kill('SIGTERM')
    await once(first.process, 'exit')
    return await started(data)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const quartiles = (ms: readonly number[]): string => {
  const sorted = ms.toSorted((a, b) => a - b)
  const part = (of: number) => duration(sorted[Math.floor(sorted.length * of)] ?? Number.NaN)
  return `${part(0.25)} – ${part(0.75)}`
}

export default async function desks(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const server = await startEmbedded(data, log)
  let stopped = false
  try {
    const [alone, among] = [
      await databaseCalled(server.socket, 'alone'),
      await databaseCalled(server.socket, 'equerry'),
    ]
    const single = await deskIn(alone.around, 0, items, people)
    await fill(among.around)
    const busy = await deskIn(among.around, 0, items, people)
    const spent = await compared(single, busy)
    const opened = await openedByAll(busy)
    await Promise.all([alone.database.stop(), among.database.stop()])
    await server.stop()
    stopped = true
    const [starts, startsWithOne] = [await started(data), await startedWithOne()]
    const rows = [...spent].map(([name, { alone: a, among: b }]) => ({ name, a, b, ratio: median(b) / median(a) }))
    const worst = Math.max(...rows.map(({ ratio }) => ratio))
    return {
      title: 'A thousand desks',
      about: `A desk of ${people} members and ${items.toLocaleString('en')} items, alone in its database and among ${others} others of ${itemsOfOthers} items each in another on the same server; in the process, without HTTP. ${pairs} pairs in turn: medians, and between which times half of them lie.`,
      columns: ['', 'alone', 'half of them', 'among 1,000', 'half of them', 'ratio'],
      rows: [
        ...rows.map(({ name, a, b, ratio }) => [
          name,
          duration(median(a)),
          quartiles(a),
          duration(median(b)),
          quartiles(b),
          `${ratio.toFixed(2)}×`,
        ]),
        [
          `Today, opened by each of ${people - 2} members in turn`,
          '',
          '',
          duration(median(opened)),
          quartiles(opened),
          '',
        ],
        [
          'start on an existing folder',
          duration(startsWithOne),
          '',
          duration(starts),
          '',
          times(starts / startsWithOne),
        ],
      ],
      targets: [
        {
          words: `1,000 desks change no desk’s times by more than 1.3× (most: ${worst.toFixed(2)}×)`,
          met: worst <= 1.3,
        },
        {
          words: `with 20 members and 10,000 items Today opens in 15 ms or less (${duration(median(opened))})`,
          met: median(opened) <= 15,
        },
        {
          words: `a start with 1,000 desks takes at most 1.3 times one with a single desk (${times(starts / startsWithOne)})`,
          met: starts / startsWithOne <= 1.3,
        },
      ],
    }
  } finally {
    if (!stopped) await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
