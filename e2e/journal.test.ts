import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
const day = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const add = (title: string, hour: number) =>
    performAt<{ event: { eventId: string } }>(page, 'event.add', {
      title,
      calendarId: calendar.id,
      when: {
        allDay: false,
        start: `${day}T${hour}:00:00`,
        end: `${day}T${hour + 1}:00:00`,
        zone: 'Europe/London',
        endZone: null,
      },
    })
  const { event } = await add('Harbour review', 10)
  await add('Legal', 12)
  await performAt(page, 'event.edit', { eventId: event.eventId, set: { place: 'Larch Row' } })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const lines = () => page.getByRole('listitem').filter({ hasText: /entry \d+/ })

describe('the journal', () => {
  it('is narrowed by what it is about, by words and by days', async () => {
    await page.keyboard.press('j')
    await settled(page)
    await lines().first().waitFor()
    const all = await lines().count()
    await page.getByLabel('What it is about').selectOption('Desk')
    await expect.poll(() => lines().count()).toBeLessThan(all)
    await page.getByText('Opened the desk of Dana Okafor').waitFor()
    await page.getByLabel('What it is about').selectOption('Calendar')
    await page.getByLabel('Find in the journal').fill('legal')
    await expect.poll(() => lines().count()).toBe(1)
    expect(await axe(page)).toEqual([])
    await page.getByLabel('Last day').fill(day.subtract({ days: 3 }).toString())
    await page.getByText('No entry is like that').waitFor()
    await page.getByLabel('Last day').fill('')
    await page.getByLabel('Find in the journal').fill('')
  })

  it('shows what was before and after, and everything that happened to the same thing', async () => {
    const edited = lines().filter({ hasText: 'place' }).first()
    await edited.getByRole('button', { name: /^More… before and after/ }).click()
    await edited.getByRole('cell', { name: 'Larch Row' }).waitFor()
    expect(await axe(page)).toEqual([])
    await edited.getByRole('link', { name: 'Everything that happened to it' }).click()
    await page.getByText('Only what happened to one thing').waitFor()
    await expect.poll(() => lines().count()).toBe(2)
    await page.getByRole('link', { name: 'Show everything' }).click()
    await expect.poll(() => lines().count()).toBeGreaterThan(2)
  })

  it('is reached from an event, and reads on a phone', async () => {
    const { page: phone, context } = await sitDown(browser, { viewport: { width: 390, height: 844 } })
    await context.addCookies(await page.context().cookies())
    await phone.goto(`${desk.url}/today?on=${day}`)
    await phone.getByRole('link', { name: 'Harbour review' }).first().click()
    await phone.getByRole('link', { name: 'What happened to it' }).click()
    await phone.getByText('Only what happened to one thing').waitFor()
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await context.close()
    expect(complaints).toEqual([])
  })
})
