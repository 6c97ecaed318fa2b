import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundDesk } from '../src/desk/authority/actions.ts'
import { buildPlan } from '../src/desk/calendar/occurrences/actions.ts'
import { perform, type Surroundings, settle } from '../src/desk/perform.ts'
import { surroundings } from '../src/desk/surroundings.ts'
import { outside } from '../src/doors/outside.ts'
import { judge } from '../src/plan/judge.ts'
import { ruleOf } from '../src/plan/testing.ts'
import { asInstant, dayMs } from '../src/plan/time.ts'
import { makeLog } from '../src/platform/log.ts'
import { openDatabase } from '../src/platform/postgres/database.ts'
import { testSealing } from '../src/platform/secrets/testing.ts'
import { median } from './measure.ts'
import { duration, type Section } from './section.ts'

const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const [events, days, changes] = [10_000, 730, 400]
const began = now.subtract({ hours: 24 * days })
const stamp = (on: Temporal.PlainDateTime) => on.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

/** Two years of events as they were known when they began; one in ten a series. */
function file(): File {
  const first = began.toZonedDateTimeISO('Europe/Zurich').toPlainDateTime()
  const made = Array.from({ length: events }, (_, n) => {
    const start = first.add({ minutes: Math.floor((n * days * 1440) / events) })
    return [
      'BEGIN:VEVENT',
      `UID:event-${n}@bench.example`,
      'DTSTAMP:20240101T000000Z',
      `DTSTART;TZID=Europe/Zurich:${stamp(start)}`,
      `DTEND;TZID=Europe/Zurich:${stamp(start.add({ minutes: 45 }))}`,
      ...(n % 10 === 0 ? ['RRULE:FREQ=WEEKLY;COUNT=12'] : []),
      `SUMMARY:Meeting number ${n}`,
      `LOCATION:Room ${n % 17}`,
      `ATTENDEE;CN=Guest ${n % 90}:mailto:guest${n % 90}@elsewhere.example`,
      'END:VEVENT',
    ].join('\r\n')
  })
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', ...made, 'END:VCALENDAR', ''].join('\r\n')
  return new File([text], 'bench.ics')
}

/** What a remedy might be: it is all the same for the plan which. */
const rules = [
  ruleOf('buffer', { beforeMinutes: 30 }),
  ruleOf('stretch', { minutes: 180, breakMinutes: 10 }),
  ruleOf('night', { minutes: 660 }),
  ruleOf('overlap', {}),
]

type Desk = { readonly around: Surroundings; readonly seat: { desk: string; member: string } }

const ask = async <O>({ around, seat }: Desk, operation: string, input: object, at: Temporal.Instant): Promise<O> => {
  const answer = await perform(around, operation, input, { ...seat, door: 'command line', key: null, at })
  if ('refused' in answer) throw new Error(JSON.stringify(answer))
  return answer as O
}

/** Two years at a desk: everything known from the first day, and changed again and again since. */
async function lived(desk: Desk): Promise<void> {
  const { calendar } = await ask<{ calendar: { id: string } }>(desk, 'calendar.add', { name: 'Bench' }, began)
  await ask(desk, 'calendar.import', { calendarId: calendar.id, fileName: 'bench.ics', file: file() }, began)
  for (let n = 0; n < changes; n++) {
    const at = began.add({ hours: Math.floor((n * days * 24) / changes) })
    const on = at.toZonedDateTimeISO('Europe/Zurich').toPlainDate().add({ days: 3 })
    const list = { from: on.toString(), to: on.toString() }
    type Listed = { events: { eventId: string; repeats: boolean }[] }
    const { events: found } = await ask<Listed>(desk, 'event.list', list, at)
    const one = found.find(({ repeats }) => !repeats)
    if (one) await ask(desk, 'event.edit', { eventId: one.eventId, set: { place: `Hall ${n}` } }, at)
  }
}

/** Milliseconds of a day's plan and its judgement, for days all over the two years. `asOf`: as it stood on its morning. */
async function replays(desk: Desk, asOf: boolean, rounds = 60): Promise<number[]> {
  const spent: number[] = []
  for (let n = 0; n < rounds; n++) {
    const at = began.add({ hours: 24 * (2 + Math.floor((n * (days - 6)) / rounds)) })
    const start = asInstant(at.epochMilliseconds - dayMs)
    const window = { start, end: asInstant(start + 3 * dayMs) }
    const begin = performance.now()
    await desk.around.db.transaction().execute(async (db) => {
      await settle(db, desk.seat.desk, desk.seat.desk)
      const home = { id: desk.seat.desk, executive: 'Dana Okafor', zone: 'Europe/Zurich', home: null }
      const { plan } = await buildPlan(db, home, { window, at, ...(asOf && { asOf: at }) })
      if (judge(plan, rules).length < 0) throw new Error('never')
    })
    spent.push(performance.now() - begin)
  }
  return spent
}

async function whole(desk: Desk): Promise<number> {
  const { events: found } = await ask<{ events: { eventId: string }[] }>(
    desk,
    'event.list',
    { from: '2026-03-02', to: '2026-03-03' },
    now,
  )
  const { mistake } = await ask<{ mistake: { id: string } }>(desk, 'mistake.own', { item: found[0]?.eventId }, now)
  const draft = JSON.stringify({ kind: 'buffer', params: { beforeMinutes: 30 }, weight: 'avoid' })
  const spent: number[] = []
  for (let n = 0; n < 7; n++) {
    const begin = performance.now()
    await ask(desk, 'mistake.replay', { id: mistake.id, draft }, now)
    spent.push(performance.now() - begin)
  }
  return median(spent)
}

export default async function replay(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const database = await openDatabase({ data, database: null }, makeLog('silent'), () => {})
  try {
    const around = surroundings(database.app, () => {}, {
      ...outside,
      url: 'http://localhost:4170',
      sealing: testSealing(),
    })
    const dana = { login: 'bench', email: 'dana@okafor.example', name: 'Dana', kind: 'executive' as const }
    const desk: Desk = { around, seat: await foundDesk(around, dana, 'Dana Okafor', 'Europe/Zurich', began) }
    await lived(desk)
    await replays(desk, true, 10)
    const [then, today] = [await replays(desk, true), await replays(desk, false)]
    const slowest = Math.max(...then)
    return {
      title: 'Replaying a rule on the plan as it stood',
      about: `Three days around each of 60 mornings of the last two years, built as they were known that morning and judged by four rules, on a desk with ${events.toLocaleString('en')} events of which ${changes} were changed since; medians.`,
      columns: ['', 'median', 'slowest'],
      rows: [
        ['as it stood', duration(median(then)), duration(slowest)],
        ['the same days as they are known today', duration(median(today)), duration(Math.max(...today))],
        ['`mistake.replay`, with the ordinary days of a year', duration(await whole(desk)), ''],
      ],
      targets: [{ words: `any day replayed in 200 ms or less (slowest ${duration(slowest)})`, met: slowest <= 200 }],
    }
  } finally {
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
