import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { importFile, openTheDesk, settled, sitDown } from './person.ts'
import { calendarAround } from './week.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
/** Tomorrow: what is wrong with a day needs nobody once it is over. */
const day = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })
const weekday = day.toLocaleString('en-GB', { weekday: 'long' })

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  await importFile(page, 'dana.ics', calendarAround(day))
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const rules = async () => {
  await page.goto(`${desk.url}/rules`)
  await settled(page)
}
const card = () => page.getByRole('article', { name: /^Keep 13:00/ })
const onToday = async () => {
  await page.goto(`${desk.url}/today?on=${day}`)
  await settled(page)
  return page.getByRole('article').filter({ hasText: 'Protected time is taken' }).count()
}

describe('a rule', () => {
  it('is added by a form, and what it would flag is shown before yes', async () => {
    await rules()
    await page.keyboard.press('n')
    const form = page.getByRole('dialog', { name: 'Add a rule' })
    await form.getByLabel('What it is about').selectOption('protected')
    for (const name of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) {
      const box = form
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .or(form.getByRole('checkbox', { name: new RegExp(`^${name}`) }))
        .first()
      const on = (await box.getAttribute('aria-pressed')) === 'true' || (await box.isChecked().catch(() => false))
      if (on !== (name === weekday.slice(0, 3))) await box.click()
    }
    expect(await form.locator('input[type=text]').count(), 'no bare text box for days and times').toBe(0)
    await form.locator('input[type=time]').first().fill('13:00')
    await form.locator('input[type=time]').nth(1).fill('14:00')
    await form.getByLabel('Why it exists').fill('They eat with their daughter.')
    await form.getByText(/It would flag 1 thing on 1 of/).waitFor()
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Add it' }).click()
    await card().getByText('They eat with their daughter.').waitFor()
    expect(await onToday()).toBe(1)
  })

  it('that is switched off says at once what it was keeping, and is silent', async () => {
    await rules()
    await card().getByRole('switch').click()
    await card()
      .getByText(/It was keeping you from 1 thing/)
      .waitFor()
    await card().getByText('Lunch with Ada').first().waitFor()
    expect(await onToday()).toBe(0)
    await rules()
    await card().getByRole('switch').click()
    await page.getByText('Switched on').first().waitFor()
    expect(await onToday()).toBe(1)
  })

  it('is changed, removed, and brought back by the key for undo', async () => {
    await rules()
    await card().getByRole('button', { name: 'Change' }).click()
    const form = page.getByRole('dialog', { name: 'Change the rule' })
    await form.locator('input[type=time]').nth(1).fill('15:00')
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('article', { name: /^Keep 13:00–15:00/ }).waitFor()
    await card().getByRole('button', { name: 'Remove' }).click()
    await card().waitFor({ state: 'detached' })
    await page.locator('#page').press('Control+z')
    await card().waitFor()
  })

  it('shows its counts, and the page is clean in light and dark', async () => {
    await card()
      .getByText(/Not tried yet|Kept \d/)
      .first()
      .waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(300)
      expect(await axe(page), colorScheme).toEqual([])
    }
  })
})
