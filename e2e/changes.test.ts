import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let here: Page
let there: Page

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  const mine = await sitDown(browser)
  here = mine.page
  await openTheDesk(here, desk.link)
  there = await mine.context.newPage()
  for (const page of [here, there]) {
    await page.goto(`${desk.url}/settings`)
    await page.getByLabel('The executive’s name').waitFor()
  }
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const deskName = (page: Page, name: string) => page.getByText(`${name}’s desk`).first().waitFor()

describe('a change', () => {
  it('is said, and seen at once in every other window', async () => {
    await here.getByLabel('The executive’s name').fill('Dana Okafor-Reyes')
    await here.getByRole('button', { name: 'Save' }).first().click()
    await deskName(here, 'Dana Okafor-Reyes')
    await deskName(there, 'Dana Okafor-Reyes')
  })

  it('is taken back by the key for it, wherever one is', async () => {
    await here.locator('#page').press('Control+z')
    await deskName(here, 'Dana Okafor')
    await deskName(there, 'Dana Okafor')
  })

  it('stands in the journal with what took it back', async () => {
    await there.goto(`${desk.url}/journal`)
    await there
      .getByText(/Dana Okafor-Reyes/)
      .first()
      .waitFor()
    expect(await there.getByRole('heading', { level: 1 }).textContent()).toBe('Journal')
  })
})
