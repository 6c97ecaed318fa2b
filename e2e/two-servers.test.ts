import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startTwoDesks } from './desk.ts'
import { openTheDesk, performAt, signIn, sitDown } from './person.ts'

let browser: Browser
let one: RunningDesk
let two: RunningDesk
let page: Page
const tomorrow = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })

beforeAll(async () => {
  ;[browser, [one, two]] = await Promise.all([openBrowser(), startTwoDesks()])
  ;({ page } = await sitDown(browser))
  await openTheDesk(page, two.link)
})
afterAll(async () => {
  await browser?.close()
  await one?.stop()
})

type Entry = { operation: string; words: string }
const journal = async (on: Page) =>
  (await on.evaluate(async () => (await fetch('/api/journal/list')).json())).entries as Entry[]
const show = async (on: Page, what: string) => on.evaluate(async (path) => (await fetch(`/api/${path}`)).json(), what)

it('what was announced for silence is done once, though two servers look after one desk', async () => {
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const time = (hour: string) => `${tomorrow.add({ days: 3 })}T${hour}:00:00`
  const ids: { title: string; decision: string; event: string }[] = []
  for (const title of ['Harbour review', 'Lease talk', 'Quay walk']) {
    const when = { allDay: false, start: time('10'), end: time('11'), zone: 'Europe/London', endZone: null }
    const { event } = await performAt<{ event: { eventId: string } }>(page, 'event.add', {
      title,
      calendarId: calendar.id,
      when,
    })
    const { decision } = await performAt<{ decision: { id: string } }>(page, 'decision.ask', {
      question: `${title}: cancel it?`,
      options: [
        { words: 'Cancel it', does: { operation: 'event.cancel', input: { eventId: event.eventId } } },
        { words: 'Keep it' },
      ],
      neededBy: { on: tomorrow.toString(), time: '12:00' },
      onSilence: 1,
    })
    ids.push({ title, decision: decision.id, event: event.eventId })
  }
  const other = await sitDown(browser)
  await signIn(other.page, one.url)
  for (const desk of [one, two]) desk.ahead(Temporal.Duration.from({ hours: 37 }))
  for (const { decision } of ids)
    for (const on of [page, other.page])
      await expect
        .poll(async () => (await show(on, `decision/show?id=${decision}`)).decision.state, { timeout: 25_000 })
        .toBe('chosen')
  // Both have looked at what is due once more by then.
  await page.waitForTimeout(7_000)
  const entries = await journal(page)
  for (const { title, event } of ids) {
    const lapses = entries.filter(({ operation, words }) => operation === 'decision.lapse' && words.includes(title))
    expect(lapses).toHaveLength(1)
    expect((await show(other.page, `event/show?eventId=${event}`)).event.cancelled).toBe(true)
  }
  await other.context.close()
}, 120_000)
