import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundDesk } from '../src/desk/authority/actions.ts'
import { buildPlan } from '../src/desk/calendar/occurrences/actions.ts'
import { perform, type Surroundings, settle } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { asInstant, dayMs } from '../src/plan/time.ts'
import { makeLog } from '../src/platform/log.ts'
import { type Database, openDatabase } from '../src/platform/postgres/database.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import type { Section } from './section.ts'

const at = Temporal.Instant.from('2026-11-23T09:00:00Z')
const stamp = (on: Temporal.PlainDateTime) => on.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

/** A calendar of `count` events around today, one in ten a series, as a file of the kind calendars write. */
function file(count: number): File {
  const first = at.toZonedDateTimeISO('Europe/Zurich').toPlainDateTime().subtract({ days: 365 })
  const events = Array.from({ length: count }, (_, n) => {
    const start = first.add({ minutes: Math.floor((n * 730 * 1440) / count) })
    return [
      'BEGIN:VEVENT',
      `UID:event-${n}@bench.example`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;TZID=Europe/Zurich:${stamp(start)}`,
      `DTEND;TZID=Europe/Zurich:${stamp(start.add({ minutes: 45 }))}`,
      ...(n % 10 === 0 ? ['RRULE:FREQ=WEEKLY;COUNT=12'] : []),
      `SUMMARY:Meeting number ${n}`,
      `LOCATION:Room ${n % 17}`,
      'DESCRIPTION:A line of notes\\, as long as such lines are\\nand one more below it',
      `ORGANIZER:mailto:dana@okafor.example`,
      `ATTENDEE;CN=Dana;PARTSTAT=ACCEPTED:mailto:dana@okafor.example`,
      `ATTENDEE;CN=Guest ${n % 90}:mailto:guest${n % 90}@elsewhere.example`,
      'BEGIN:VALARM',
      'TRIGGER:-PT15M',
      'ACTION:DISPLAY',
      'END:VALARM',
      'END:VEVENT',
    ].join('\r\n')
  })
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', ...events, 'END:VCALENDAR', ''].join('\r\n')
  return new File([text], 'bench.ics')
}

type Desk = { readonly around: Surroundings; readonly seat: { desk: string; member: string } }

async function deskIn(database: Database, name: string): Promise<Desk> {
  const around = surroundings(database.app, () => {}, {
    ...outside,
    url: 'http://localhost:4170',
    sealing: testSealing(),
  })
  const dana = { login: name, email: 'dana@okafor.example', name: 'Dana', kind: 'executive' as const }
  return { around, seat: await foundDesk(around, dana, 'Dana Okafor', 'Europe/Zurich', at) }
}

const ask = async <O>({ around, seat }: Desk, operation: string, input: object): Promise<O> => {
  const answer = await perform(around, operation, input, { ...seat, door: 'command line', key: null, at })
  if ('refused' in answer) throw new Error(JSON.stringify(answer))
  return answer as O
}

/** How long an import takes, and by how much the process grew while it ran. */
async function imported(desk: Desk, count: number): Promise<{ ms: number; megabytes: number; again: number }> {
  const { calendar } = await ask<{ calendar: { id: string } }>(desk, 'calendar.add', { name: 'Bench' })
  const ics = file(count)
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  await ask(desk, 'calendar.import', { calendarId: calendar.id, file: ics })
  const ms = performance.now() - start
  clearInterval(watch)
  most = Math.max(most, process.memoryUsage.rss())
  const second = performance.now()
  await ask(desk, 'calendar.import', { calendarId: calendar.id, file: ics })
  return { ms, megabytes: (most - before) / 1e6, again: performance.now() - second }
}

/** Building the plan of a day and of the two weeks after it; median of 60. */
async function planned(desk: Desk, days: number): Promise<number> {
  const start = asInstant(at.epochMilliseconds)
  const window = { start, end: asInstant(start + days * dayMs) }
  const of = { id: desk.seat.desk, executive: 'Dana Okafor', zone: 'Europe/Zurich', home: null }
  const times: number[] = []
  for (let n = 0; n < 60; n++) {
    const begun = performance.now()
    await desk.around.db.transaction().execute(async (db) => {
      await settle(db, desk.seat.desk, desk.seat.member)
      await buildPlan(db, of, { window, at })
    })
    times.push(performance.now() - begun)
  }
  return median(times)
}

export default async function importing(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const database = await openDatabase({ data, database: null }, makeLog('silent'), () => {})
  try {
    const small = await deskIn(database, 'small')
    const ten = await imported(small, 10_000)
    const [day, fortnight] = [await planned(small, 1), await planned(small, 14)]
    const fifty = await imported(await deskIn(database, 'large'), 50_000)
    const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`
    return {
      title: 'Import, and building the plan',
      about:
        'A file of events of 45 minutes with people, notes and an alarm, one in ten a weekly series of twelve, through `calendar.import` into an embedded PostgreSQL; the plan on the desk with 10,000 of them.',
      columns: ['', '10,000 events', '50,000 events'],
      rows: [
        ['import', ms(ten.ms), ms(fifty.ms)],
        ['the same file again', ms(ten.again), ms(fifty.again)],
        ['growth of the process', `${ten.megabytes.toFixed(0)} MB`, `${fifty.megabytes.toFixed(0)} MB`],
        ['plan of a day', ms(day), ''],
        ['plan of a fortnight', ms(fortnight), ''],
      ],
      targets: [
        { words: `50,000 events in 15 s or less (${(fifty.ms / 1000).toFixed(1)} s)`, met: fifty.ms <= 15_000 },
        { words: `adding 200 MB or less (${fifty.megabytes.toFixed(0)} MB)`, met: fifty.megabytes <= 200 },
        { words: `the plan of a day in 10 ms or less with 10,000 events (${ms(day)})`, met: day <= 10 },
      ],
    }
  } finally {
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
