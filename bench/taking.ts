import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundDesk, type Seat } from '../src/desk/authority/actions.ts'
import { guestOf } from '../src/desk/holds/page/guest.ts'
import { perform, type Surroundings } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { makeLog } from '../src/platform/log.ts'
import { type Database, openDatabase } from '../src/platform/postgres/database.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import type { Section } from './section.ts'

const [desks, rounds, warm, meetings] = [50, 20, 8, 200]
const begin = Temporal.Instant.from('2026-11-23T09:00:00Z')
let at = begin

type Desk = { readonly around: Surroundings; readonly seat: Seat; readonly calendarId: string }
/** A time that was offered, and the press that takes it. */
type Press = () => Promise<boolean>

const ask = async <O>({ around, seat }: Omit<Desk, 'calendarId'>, operation: string, input: object): Promise<O> => {
  const answer = await perform(around, operation, input, { ...seat, door: 'command line', key: null, at })
  if ('refused' in answer) throw new Error(JSON.stringify(answer))
  return answer as O
}

const local = (n: number) =>
  begin
    .toZonedDateTimeISO('Europe/Zurich')
    .toPlainDateTime()
    .add({ hours: 5 * n })

/** A desk with a calendar that is lived in. */
async function deskIn(database: Database, n: number): Promise<Desk> {
  const around = surroundings(database.app, () => {}, {
    ...outside,
    url: 'http://localhost:4170',
    sealing: testSealing(),
  })
  const dana = { login: `login ${n}`, email: `dana${n}@okafor.example`, name: 'Dana', kind: 'executive' as const }
  const seat = await foundDesk(around, dana, 'Dana Okafor', 'Europe/Zurich', at)
  const { calendar } = await ask<{ calendar: { id: string } }>({ around, seat }, 'calendar.add', { name: 'Work' })
  const stamp = (on: Temporal.PlainDateTime) => on.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  const events = Array.from({ length: meetings }, (_, each) => [
    'BEGIN:VEVENT',
    `UID:${each}@bench.example`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART;TZID=Europe/Zurich:${stamp(local(each))}`,
    `DTEND;TZID=Europe/Zurich:${stamp(local(each).add({ minutes: 45 }))}`,
    `SUMMARY:Meeting ${each}`,
    'END:VEVENT',
  ])
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', ...events.flat(), 'END:VCALENDAR', '']
  const file = new File([text.join('\r\n')], 'bench.ics')
  await ask({ around, seat }, 'calendar.import', { calendarId: calendar.id, file })
  return { around, seat, calendarId: calendar.id }
}

/** Three half hours, each between two meetings; the press takes the second on the outsider's page. */
async function offered(desk: Desk, n: number): Promise<Press> {
  const times = [0, 1, 2].map((each) => {
    const start = local(n * 3 + each)
      .add({ hours: 2 })
      .toZonedDateTime('Europe/Zurich')
      .toInstant()
    return { start: start.toString(), end: start.add({ minutes: 30 }).toString() }
  })
  const { group, address } = await ask<{ group: { holds: { id: string }[] }; address: string }>(desk, 'hold.offer', {
    to: { name: 'Camille Aubry', address: 'camille@meridian-glass.example', zone: 'Europe/London' },
    meeting: { title: 'Renewal terms' },
    times,
    expiresAt: begin.add({ hours: 20 * 24 }).toString(),
  })
  const call = { token: address.split('/').at(-1) ?? '', key: 'pressed', at }
  const guest = guestOf(desk.around)
  return async () => 'done' in (await guest.take(call, group.holds[1]?.id ?? '', { who: 'Camille', note: '' }))
}

/** How long each press of a round takes, pressed at the same instant. */
async function pressed(presses: readonly Press[]): Promise<{ ms: number[]; done: number; all: number }> {
  const start = performance.now()
  const answers = await Promise.all(
    presses.map(async (press) => {
      const done = await press()
      return { done, ms: performance.now() - start }
    }),
  )
  return {
    ms: answers.map(({ ms }) => ms),
    done: answers.filter(({ done }) => done).length,
    all: performance.now() - start,
  }
}

async function overDesks(database: Database): Promise<number[]> {
  const all: Desk[] = []
  for (let n = 0; n < desks; n++) all.push(await deskIn(database, n))
  const ms: number[] = []
  for (let round = 0; round < warm + rounds; round++) {
    const presses: Press[] = []
    for (const desk of all) presses.push(await offered(desk, round))
    const answers = await pressed(presses)
    if (answers.done !== desks) throw new Error(`of ${desks} only ${answers.done} took their time`)
    if (round >= warm) ms.push(...answers.ms)
  }
  return ms.toSorted((a, b) => a - b)
}

/** Fifty outsiders were offered five times, ten each: of each time there is one winner. */
async function atOneDesk(database: Database): Promise<{ all: number; won: number }> {
  const desk = await deskIn(database, desks)
  const presses: Press[] = []
  for (let n = 0; n < 50; n++) presses.push(await offered(desk, n % 5))
  const { all, done } = await pressed(presses)
  return { all, won: done }
}

export default async function taking(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const database = await openDatabase({ data, database: null }, makeLog('silent'), () => {})
  at = begin
  try {
    const ms = await overDesks(database)
    const p99 = ms[Math.ceil(ms.length * 0.99) - 1] ?? Number.NaN
    const one = await atOneDesk(database)
    const shown = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`
    return {
      title: 'Taking a time',
      about: `On the outsider’s page, pressed at the same instant, into an embedded PostgreSQL with every write on disk: reading the plan under the desk’s lock, the meeting, the others freed, the claim, the journal. Each desk has ${meetings} meetings.`,
      columns: ['50 at once', 'median', 'p99', 'all answered', 'winners'],
      rows: [
        [`over ${desks} desks, ${rounds} rounds`, shown(median(ms)), shown(p99), shown(ms.at(-1) ?? 0), 'all'],
        ['at one desk, for 5 times', '', '', shown(one.all), String(one.won)],
      ],
      targets: [
        { words: '50 at once over 50 desks: p99 at most 50 ms', met: p99 <= 50 },
        {
          words: '50 at once at one desk: one winner a time, all answered within 500 ms',
          met: one.won === 5 && one.all <= 500,
        },
      ],
    }
  } finally {
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
