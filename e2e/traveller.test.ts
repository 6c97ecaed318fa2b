import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, sitDown } from './person.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const pictures = join(import.meta.dirname, 'out')

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]

/** Every address that was asked for, to find a number that went where it should not. */
const asked: string[] = []
const number = 'X0071234'
const until = Temporal.Now.plainDateISO('Europe/London').add({ days: 90 })

const picture = (of: Page, name: string) =>
  of.screenshot({ path: join(pictures, `traveller-${name}.png`), fullPage: true })
const press = async (key: string) => {
  await page.locator('#page').focus()
  await page.keyboard.press(key)
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  page.on('request', (request) => asked.push(`${request.url()} ${request.method() === 'GET' ? '' : 'change'}`))
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Work' })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

describe('whoever travels', () => {
  test('has a page that says what to put on it, and a name as in the passport', async () => {
    await press(']')
    await page.waitForURL('**/travel/traveller')
    await page.getByRole('heading', { name: 'No papers are on file' }).waitFor()
    await page.getByRole('heading', { name: 'Nothing is wished yet' }).waitFor()
    expect(await axe(page)).toEqual([])
    await press('e')
    const dialog = page.getByRole('dialog', { name: 'Name as in the passport' })
    await dialog.getByLabel('Name', { exact: true }).fill('OKAFOR, DANA NGOZI')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Name as in the passport' }).getByText('OKAFOR, DANA NGOZI').waitFor()
  })

  test('has papers with the day they expire in words, and a number that nobody sees who does not ask', async () => {
    await press('n')
    const dialog = page.getByRole('dialog', { name: 'Put a paper on file' })
    await dialog.getByRole('combobox', { name: 'Which country gave it' }).fill('Switz')
    await page.getByRole('option', { name: 'Switzerland' }).click()
    await dialog.getByLabel('Number').fill(number)
    await dialog.getByLabel('Good until').fill(until.toString())
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Put on file' }).click()
    await dialog.waitFor({ state: 'detached' })
    const papers = page.getByRole('region', { name: 'Papers' })
    await papers.getByText(/expires \w{3} \d{1,2} \w{3} \d{4}, in (two|three) months/i).waitFor()
    await papers.getByText('expires soon').waitFor()
    expect(await page.content()).not.toContain(number)
    await press('x')
    await papers.getByRole('status', { name: 'Number of Passport, Switzerland' }).getByText(number).waitFor()
    expect(await axe(page)).toEqual([])
    await picture(page, '1440')
    await press('x')
    expect(await page.content()).not.toContain(number)
    expect(asked.filter((one) => one.includes(number))).toEqual([])
  })

  test('with who looked at it', async () => {
    const papers = page.getByRole('region', { name: 'Papers' })
    await expect
      .poll(async () => {
        await page.reload()
        await papers.getByRole('heading', { name: 'Passport, Switzerland' }).waitFor()
        return papers.getByText(/^Seen by Ines Duarte/).count()
      })
      .toBeGreaterThan(0)
  })

  test('has programmes, and wishes that are rules', async () => {
    await press('f')
    const card = page.getByRole('dialog', { name: 'Put a programme on file' })
    await card.getByLabel('Programme').fill('XQ Heron Club')
    await card.getByLabel('Number').fill('HC-4490')
    await card.getByRole('button', { name: 'Put on file' }).click()
    await page
      .getByRole('region', { name: 'Loyalty programmes' })
      .getByRole('heading', { name: 'XQ Heron Club' })
      .waitFor()
    await press('g')
    const wish = page.getByRole('dialog', { name: 'Note a wish' })
    await wish.getByLabel('What is wished').selectOption({ label: 'Cabin' })
    await wish.getByLabel('At least').selectOption({ label: 'Business' })
    await wish.getByLabel('On flights from').fill('4')
    await wish.getByLabel('Who said it').fill('Dana')
    expect(await axe(page)).toEqual([])
    await wish.getByRole('button', { name: 'Make it a rule' }).click()
    const wishes = page.getByRole('region', { name: 'Wishes' })
    const words = 'Flies business or better on flights of 4 h and more'
    await wishes.getByRole('heading', { name: words }).waitFor()
    await wishes.getByText(/^Said by Dana on /).waitFor()
    await wishes.getByText('Its rule: Not tried yet: no day it is about has passed.').waitFor()
    await press('r')
    const rule = page.getByRole('article', { name: words })
    await rule.getByText(/A wish of Dana Okafor’s/).waitFor()
    await rule.getByRole('button', { name: 'Change' }).click()
    const editor = page.getByRole('dialog', { name: 'Change the rule' })
    await editor.getByLabel('At least this cabin').selectOption({ label: 'First' })
    expect(await axe(page)).toEqual([])
    await editor.getByRole('button', { name: 'Save' }).click()
    await editor.waitFor({ state: 'detached' })
    await press(']')
    await wishes.getByRole('heading', { name: 'Flies first on flights of 4 h and more' }).waitFor()
  })

  test('may be anybody the desk knows', async () => {
    await performAt(page, 'person.add', { name: 'Camille Aubry' })
    await page.reload()
    await page.getByLabel('Somebody else').selectOption({ label: 'Camille Aubry' })
    await page.waitForURL(/\/travel\/traveller\/[0-9a-f-]{36}/)
    await page.getByRole('heading', { name: 'No papers are on file' }).waitFor()
    await press('g')
    const wish = page.getByRole('dialog', { name: 'Note a wish' })
    await wish.getByLabel('What is wished').selectOption({ label: 'Food' })
    await wish.getByLabel('Food', { exact: true }).fill('vegetarian')
    await wish.getByRole('button', { name: 'Make it a rule' }).click()
    await page.getByRole('heading', { name: 'For Camille Aubry: Eats vegetarian' }).waitFor()
    expect(await axe(page)).toEqual([])
  })

  test('is read on a phone too, where nothing runs off the side', async () => {
    const storage = await page.context().storageState()
    const { page: small, context } = await sitDown(browser, { ...phone, storageState: storage })
    await small.goto(`${desk.url}/travel/traveller`)
    await small.getByRole('heading', { name: 'Passport, Switzerland' }).waitFor()
    const wide = await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBe(0)
    expect(await axe(small)).toEqual([])
    await small.getByRole('button', { name: 'Show the number of Passport, Switzerland' }).tap()
    await small.getByText(number).waitFor()
    await picture(small, '390')
    await context.close()
    expect(complaints).toEqual([])
  })
})
