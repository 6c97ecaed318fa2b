import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/chromium.ts'
import { openTheDesk, performAt, settled, sitDown } from '../e2e/person.ts'
import { freePort, startEquerry } from '../scripts/caller.ts'
import { median } from './measure.ts'
import { duration, type Section } from './section.ts'

const moves = 240
const monday = (() => {
  const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
  return today.add({ days: 8 - today.dayOfWeek })
})()

const rules = [
  { kind: 'buffer', params: { beforeMinutes: 10, afterMinutes: 10 }, weight: 'prefer' },
  {
    kind: 'hours',
    params: { days: Object.fromEntries(['MO', 'TU', 'WE', 'TH', 'FR'].map((day) => [day, [['08:30', '18:30']]])) },
    weight: 'avoid',
  },
  { kind: 'protected', params: { days: ['TU', 'TH'], from: '09:00', to: '11:00' }, weight: 'avoid' },
  {
    kind: 'protected',
    params: { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '12:00', to: '14:00', minutes: 45 },
    weight: 'avoid',
  },
  { kind: 'day-limit', params: { meetings: 6 }, weight: 'avoid' },
  { kind: 'stretch', params: { minutes: 180, breakMinutes: 15 }, weight: 'avoid' },
  { kind: 'night', params: { minutes: 660 }, weight: 'avoid' },
  { kind: 'move-limit', params: { moves: 2 }, weight: 'prefer' },
]

/** Six weeks of six meetings a day, and ten rules with the two that every desk has. */
async function fill(page: Page): Promise<void> {
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Dana' })
  for (let day = -14; day < 28; day++) {
    const on = monday.add({ days: day })
    if (on.dayOfWeek > 5) continue
    for (const hour of [8, 9, 11, 13, 15, 17]) {
      const at = (minute: string) => `${on}T${String(hour).padStart(2, '0')}:${minute}:00`
      const when = { allDay: false, start: at('00'), end: at('45'), zone: 'Europe/London', endZone: null }
      await performAt(page, 'event.add', {
        calendarId: calendar.id,
        title: `Meeting ${day} ${hour}`,
        when,
        place: `Room ${hour % 3}`,
      })
    }
  }
  for (const rule of rules) await performAt(page, 'rule.add', rule)
}

/** Milliseconds the browser's main thread took for each move: everything that ran before it was free again. */
const measured = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { took: number[] }).took)

async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const took: number[] = []
    Object.assign(globalThis, { took })
    let begun = 0
    const free = new MessageChannel()
    free.port1.onmessage = () => {
      took.push(performance.now() - begun)
    }
    window.addEventListener('mousemove', () => (begun = performance.now()), { capture: true })
    window.addEventListener('mousemove', () => free.port2.postMessage(null))
  })
}

export default async function dragging(): Promise<Section> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  const [running, browser] = [await startEquerry(data, await freePort()), await openBrowser()]
  try {
    const { page } = await sitDown(browser)
    await openTheDesk(page, running.firstLink ?? '')
    await fill(page)
    await page.goto(`${running.url}/calendar?on=${monday}`)
    await settled(page)
    await page.getByText('lunch').first().waitFor()
    await watch(page)
    const box = await page.locator('[data-key]', { hasText: 'Meeting 1 11' }).first().boundingBox()
    if (!box) throw new Error('the meeting is not drawn')
    await page.mouse.move(box.x + 10, box.y + 10)
    await page.mouse.down()
    for (let n = 0; n < moves; n++)
      await page.mouse.move(box.x + 10 + Math.sin(n / 20) * 380, box.y + 10 + Math.cos(n / 7) * 260)
    await page.mouse.move(box.x + 30, box.y + 60)
    const cost = await page
      .getByRole('status')
      .filter({ hasText: /at once|free|nothing|meetings/i })
      .count()
    if (cost === 0) throw new Error('no cost was shown while dragging')
    const took = (await measured(page)).slice(20).sort((a, b) => a - b)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    const worst = took[Math.floor(took.length * 0.95)] ?? 0
    return {
      title: 'Dragging',
      about:
        'A meeting dragged over a week in the browser, the cost of every place shown: six weeks of 36 meetings in memory, ten rules. Main-thread time of one move, drawing included.',
      columns: ['', 'a move'],
      rows: [
        ['median', duration(median(took))],
        ['95 of 100', duration(worst)],
      ],
      targets: [
        { words: `the cost shown in 16 ms a move or less (${duration(median(took))})`, met: median(took) <= 16 },
      ],
    }
  } finally {
    await browser.close()
    running.process.kill('SIGTERM')
    await once(running.process, 'exit')
    rmSync(data, { recursive: true, force: true })
  }
}
