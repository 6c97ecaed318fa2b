import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Answer, freePort, openDesk, type Running, startEquerry } from './caller.ts'

/**
 * Kills Equerry with SIGKILL in the middle of imports and edits, again and again, and every fifth time its database with
 * it. Each time it is started again by the same command and nothing else; what it had acknowledged must be there, once, and
 * what it had not must be whole or absent, and go through once when it is asked for again with the same key.
 */
const { values } = parseArgs({ options: { times: { type: 'string', default: '50' } } })
const times = Number(values.times)

type Asked = { readonly operation: string; readonly input: () => unknown; readonly key: string; readonly day: string }
type Round = { readonly acknowledged: Asked[]; readonly open: Asked[] }

const data = mkdtempSync(join(tmpdir(), 'equerry-kill-'))
const port = await freePort()
const say = (line: string) => process.stdout.write(`${line}\n`)
const importedEvents = 200

const first = await startEquerry(data, port)
if (first.firstLink === null) throw new Error('the first start printed no link')
const caller = await openDesk(first.firstLink)
const calendarId = idIn(await caller.change('calendar.add', { name: 'Dana' }), 'calendar')
const edited = idIn(await caller.change('event.add', { calendarId, ...draft('Edited', '2027-06-01') }), 'event')

let running: Running = first
const counts = { kills: 0, acknowledged: 0, wereOpen: 0, hadHappened: 0, lost: 0, twice: 0, halves: 0 }
const restarts: number[] = []
const kept: Asked[] = []

for (let round = 0; round < times; round++) {
  const { acknowledged, open } = await writeUntilKilled(round)
  counts.kills++
  counts.acknowledged += acknowledged.length
  counts.wereOpen += open.length
  running = await startEquerry(data, port)
  restarts.push(running.ms)
  kept.push(...acknowledged)
  for (const asked of acknowledged) await mustBeThere(asked)
  for (const asked of open) {
    const before = await howMany(asked)
    if (before > 0) counts.hadHappened++
    if (asked.operation === 'calendar.import' && before > 0 && before < importedEvents) counts.halves++
    const again = await caller.change(asked.operation, asked.input(), asked.key)
    if (again.status !== 200) throw new Error(`asked again: ${JSON.stringify(again)}`)
    kept.push(asked)
    await mustBeThere(asked)
  }
  say(
    `round ${round + 1}: ${acknowledged.length} acknowledged, ${open.length} open; up again in ${Math.round(running.ms)} ms`,
  )
}

for (const asked of kept) await mustBeThere(asked)
const verified = (await caller.get('journal.verify')).body
running.process.kill('SIGTERM')
await once(running.process, 'exit')
rmSync(data, { recursive: true, force: true })

const sorted = restarts.toSorted((a, b) => a - b)
say(JSON.stringify({ ...counts, kept: kept.length, restartMs: { median: ms(0.5), longest: ms(1) }, verified }))
if (counts.lost + counts.twice + counts.halves > 0 || verified.whole !== true || counts.acknowledged === 0)
  process.exitCode = 1

function ms(part: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
}

/** Three hands at work: one adds, one edits, one imports; then the knife. */
async function writeUntilKilled(round: number): Promise<Round> {
  const acknowledged: Asked[] = []
  const open = new Set<Asked>()
  let alive = true
  const hand = async (next: (n: number) => Asked) => {
    for (let n = 0; alive; n++) {
      const asked = next(n)
      open.add(asked)
      const answer = await caller.change(asked.operation, asked.input(), asked.key).catch(() => null)
      if (answer === null) return
      if (answer.status !== 200) throw new Error(`${asked.operation}: ${JSON.stringify(answer)}`)
      open.delete(asked)
      acknowledged.push(asked)
    }
  }
  const hands = [hand((n) => adding(round, n)), hand((n) => editing(round, n)), hand((n) => importing(round, n))]
  await wait(50 + Math.random() * 600)
  alive = false
  const gone = once(running.process, 'exit')
  running.process.kill('SIGKILL')
  if (round % 5 === 4)
    process.kill(Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await Promise.all([...hands, gone])
  return { acknowledged, open: [...open] }
}

function dayOf(round: number, n: number): string {
  return Temporal.PlainDate.from('2028-01-01')
    .add({ days: round * 40 + (n % 40) })
    .toString()
}

function draft(title: string, on: string) {
  const when = { allDay: false, start: `${on}T09:00:00`, end: `${on}T10:00:00`, zone: 'Europe/London', endZone: null }
  return { title, when }
}

function adding(round: number, n: number): Asked {
  const key = `add ${round} ${n} ${randomUUID()}`
  const day = dayOf(round, n)
  return { operation: 'event.add', input: () => ({ calendarId, ...draft(key, day) }), key, day }
}

function editing(round: number, n: number): Asked {
  const key = `edit ${round} ${n} ${randomUUID()}`
  const input = () => ({ eventId: edited, set: { notes: key } })
  return { operation: 'event.edit', input, key, day: '2027-06-01' }
}

function importing(round: number, n: number): Asked {
  const key = `import ${round} ${n} ${randomUUID()}`
  const day = dayOf(round, n)
  const stamp = day.replaceAll('-', '')
  const events = Array.from({ length: importedEvents }, (_, i) => [
    'BEGIN:VEVENT',
    `UID:${key}-${i}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART;TZID=Europe/London:${stamp}T100000`,
    `DTEND;TZID=Europe/London:${stamp}T103000`,
    `SUMMARY:${key}`,
    'END:VEVENT',
  ])
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Invented//EN', ...events.flat(), 'END:VCALENDAR', '']
  const input = () => {
    const form = new FormData()
    form.set('calendarId', calendarId)
    form.set('file', new File([text.join('\r\n')], 'week.ics'))
    return form
  }
  return { operation: 'calendar.import', input, key, day }
}

/** How often a change is at the desk: 0, 1, and for an import the number of its events. */
async function howMany({ operation, key, day }: Asked): Promise<number> {
  if (operation === 'event.edit') return journalled(key)
  const { events } = (await caller.get('event.list', { from: day, to: day })).body as { events: { title: string }[] }
  return events.filter((event) => event.title === key).length
}

/** An edit is overwritten by the next one, so it is looked for where it stays: what the desk acknowledged last, or a later one. */
async function journalled(key: string): Promise<number> {
  const { event } = (await caller.get('event.show', { eventId: edited })).body as { event: { notes: string } }
  const order = (text: string) => text.split(' ').slice(1, 3).map(Number) as [number, number]
  const [[round, n], [wantedRound, wantedN]] = [order(event.notes), order(key)]
  return round > wantedRound || (round === wantedRound && n >= wantedN) ? 1 : 0
}

async function mustBeThere(asked: Asked): Promise<void> {
  const wanted = asked.operation === 'calendar.import' ? importedEvents : 1
  const found = await howMany(asked)
  if (found === wanted) return
  if (found < wanted) counts.lost++
  else counts.twice++
  say(`${found < wanted ? 'LOST' : 'TWICE'} ${asked.operation} ${asked.key}: ${found} of ${wanted}`)
}

function idIn(answer: Answer, what: string): string {
  const made = answer.body[what] as { id?: string; eventId?: string } | undefined
  const id = made?.id ?? made?.eventId
  if (id === undefined) throw new Error(JSON.stringify(answer))
  return id
}
