import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { dropFile, openTheDesk, settled, sitDown } from './person.ts'
import { calendarAround } from './week.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: string[]
/** Tomorrow: what is wrong with a day needs nobody once it is over. */
const day = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const at = (path: string) => `${desk.url}${path}`
const theDay = `/today?on=${day}`

describe('the first morning at a desk', () => {
  it('begins at the one-time link, which asks who one is and leads to an empty Today', async () => {
    await openTheDesk(page, desk.link)
    await page.getByRole('heading', { name: 'Whose week is it?' }).waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('takes a calendar file dropped anywhere and says what became of it, line by line', async () => {
    await dropFile(page, 'dana.ics', calendarAround(day))
    const dialog = page.getByRole('dialog', { name: 'Import a calendar' })
    await dialog.waitFor()
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Import' }).click()
    const report = page.getByRole('dialog', { name: 'The calendar is in' })
    await report.waitFor()
    expect(await report.locator('dl').textContent()).toMatch(/added\s*5/)
    await report.getByText('Line ', { exact: false }).first().waitFor()
    expect(await axe(page)).toEqual([])
    await report.getByRole('button', { name: 'Good' }).click()
  })

  it('shows the day, and what cannot work beside it', async () => {
    await page.goto(at(theDay))
    await page.getByRole('link', { name: 'Meridian: renewal terms' }).first().waitFor()
    const needs = page.getByRole('complementary', { name: 'What needs you' })
    await needs.getByText('Meridian').first().waitFor()
    expect(await needs.getByRole('article').count()).toBeGreaterThan(0)
  })

  it('shows a script in a title as the text it is', async () => {
    await page.getByRole('link', { name: '<script>alert(1)</script>' }).first().waitFor()
    expect(complaints).toEqual([])
  })
})

describe('the keyboard alone', () => {
  it('adds an event in one line, having shown weekday and zone first', async () => {
    await page.keyboard.press('n')
    await page.keyboard.type('tomorrow 3pm 45m Press prep')
    const read = page.getByText(/15:00.*Europe\/London/).first()
    await read.waitFor()
    expect(await read.textContent()).toMatch(/Mon|Tues|Wednes|Thurs|Fri|Satur|Sun/)
    await page.keyboard.press('Enter')
    await page
      .getByText(/Added: Press prep/)
      .first()
      .waitFor()
  })

  it('keeps its letters while a message in the corner has the focus', async () => {
    await page.getByRole('button', { name: 'Undo' }).first().focus()
    await page.keyboard.press('c')
    await page.waitForURL('**/calendar**')
    await page.goBack()
    await page.getByRole('link', { name: 'Press prep' }).first().waitFor()
  })

  it('undoes it from the message', async () => {
    await page.getByRole('button', { name: 'Undo' }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Press prep' }).waitFor({ state: 'detached' })
  })

  it('reaches every page by its letter, and any of them through the palette', async () => {
    for (const [key, path, title] of [
      ['c', 'calendar', /\d/],
      ['r', 'rules', 'Rules'],
      ['j', 'journal', 'Journal'],
      ['s', 'settings', 'Settings'],
    ] as const) {
      await page.keyboard.press(key)
      await page.waitForURL(`**/${path}**`)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
    }
    await page.keyboard.press('Control+k')
    await page.keyboard.type('go to today')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/today')
    await settled(page)
    await page.keyboard.press('ArrowRight')
    await page.getByRole('link', { name: 'Meridian: renewal terms' }).first().waitFor()
  })

  it('opens an event and comes back to where it was', async () => {
    const row = page.getByRole('link', { name: 'Meridian: renewal terms' }).first()
    await row.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Meridian: renewal terms' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await row.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await row.evaluate((it) => it === document.activeElement)).toBe(false)
  })

  it('shows all keys, and keeps letters quiet once they are switched off', async () => {
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.goto(at('/settings'))
    const letters = page.getByRole('switch', { name: 'Single-letter keys' })
    await letters.press('Space')
    await page.waitForFunction(() => !document.querySelector('nav [aria-keyshortcuts]'))
    await page.locator('#page').press('t')
    expect(new URL(page.url()).pathname).toBe('/settings')
    await letters.press('Space')
    await page.waitForFunction(() => document.querySelector('nav [aria-keyshortcuts]') !== null)
  })
})

describe('a browser', () => {
  it('that has no Temporal shows the desk too', async () => {
    const other = await sitDown(browser, { storageState: await page.context().storageState() })
    await other.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'))
    await other.page.goto(at(theDay))
    await other.page.getByRole('link', { name: 'Meridian: renewal terms' }).first().waitFor()
    expect(other.complaints).toEqual([])
    await other.context.close()
  })
})

it('prints one clean sheet', async () => {
  await page.goto(at(theDay))
  await page.getByRole('link', { name: 'Meridian: renewal terms' }).first().waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const name of ['Pages', 'What needs you']) expect(await page.getByLabel(name).first().isVisible()).toBe(false)
  const sheet = await page.pdf({ preferCSSPageSize: true })
  expect(sheet.toString('latin1').match(/\/Count (\d+)/)?.[1]).toBe('1')
  await page.emulateMedia({ media: 'screen' })
})

it('nothing moves for somebody who asked for stillness', async () => {
  await page.goto(at('/today'))
  await settled(page)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Do anything' })
  await dialog.waitFor()
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('*')].map((one) => Number.parseFloat(getComputedStyle(one).transitionDuration)),
    ),
  )
  expect(longest).toBeLessThan(0.001)
  await page.keyboard.press('Escape')
})
