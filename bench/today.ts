import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Caller, freePort, openDesk, startEquerry } from '../scripts/caller.ts'
import { median } from './measure.ts'
import { duration, type Section } from './section.ts'
import { numbers } from './year.ts'

const events = 10_000

/** 10,000 events: a third of them series of two years, the rest single ones up to a year before and after today. */
function calendar(today: Temporal.PlainDate): string {
  const next = numbers(11)
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] as string
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Equerry//bench//EN']
  for (let i = 0; i < events; i++) {
    const repeats = i % 300 === 0
    const day = today.add({ days: repeats ? -365 : Math.floor(next() * 730) - 365 })
    const start = day.toPlainDateTime({ hour: 7 + Math.floor(next() * 12), minute: Math.floor(next() * 4) * 15 })
    const text = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
    lines.push('BEGIN:VEVENT', `UID:bench-${i}@equerry.example`, 'DTSTAMP:20260101T000000Z', `SUMMARY:Meeting ${i}`)
    lines.push(`DTSTART;TZID=Europe/London:${text(start)}`)
    lines.push(`DTEND;TZID=Europe/London:${text(start.add({ minutes: 30 }))}`)
    lines.push(`LOCATION:${pick(['Finsbury Sq', 'Kiln Yard', 'Guild Hall'])}`)
    lines.push(`ATTENDEE;CN=Guest ${i % 80}:mailto:guest-${i % 80}@guests.example`)
    if (repeats) lines.push('RRULE:FREQ=WEEKLY')
    lines.push('END:VEVENT')
  }
  return [...lines, 'END:VCALENDAR', ''].join('\r\n')
}

async function filled(desk: Caller): Promise<void> {
  const { body } = await desk.change('calendar.add', { name: 'Work' })
  const form = new FormData()
  form.set('calendarId', (body.calendar as { id: string }).id)
  form.set('file', new File([calendar(Temporal.Now.plainDateISO())], 'work.ics'))
  const { status } = await desk.change('calendar.import', form)
  if (status !== 200) throw new Error(`the calendar was not imported: ${status}`)
}

async function timed(times: number, ask: (n: number) => Promise<{ status: number }>): Promise<number> {
  const found: number[] = []
  for (let n = 0; n < times; n++) {
    const begun = performance.now()
    const { status } = await ask(n)
    found.push(performance.now() - begun)
    if (status !== 200) throw new Error(`answered ${status}`)
  }
  return median(found)
}

export default async function today(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const running = await startEquerry(data, await freePort())
  try {
    const desk = await openDesk(running.firstLink ?? '')
    await filled(desk)
    await timed(10, () => desk.get('today.show'))
    const again = await timed(200, () => desk.get('today.show'))
    const days = Temporal.Now.plainDateISO()
    const other = await timed(40, (n) => desk.get('today.show', { on: days.add({ days: n * 5 - 100 }).toString() }))
    const changed = await timed(40, async (n) => {
      await desk.change('desk.change', { home: `Place ${n}` })
      return desk.get('today.show')
    })
    const back = await timed(5, () => desk.get('lookback.show'))
    return {
      title: 'Today',
      about: `The server's whole answer over HTTP, signed in, with ${events.toLocaleString('en')} events on the desk; medians.`,
      columns: ['', 'median'],
      rows: [
        ['Today, again', duration(again)],
        ['another day, never asked before', duration(other)],
        ['a change, and Today after it', duration(changed)],
        ['the look back', duration(back)],
      ],
      targets: [{ words: `Today answered in 10 ms or less (${duration(again)})`, met: again <= 10 }],
    }
  } finally {
    running.process.kill('SIGTERM')
    await once(running.process, 'exit')
    rmSync(data, { recursive: true, force: true })
  }
}
