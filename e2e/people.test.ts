import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, settled, sitDown, withFinger } from './person.ts'

let browser: Browser
let desk: RunningDesk
let host: Page
let complaints: readonly string[]
let guest: Page
let link = ''

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page: host, complaints } = await sitDown(browser))
  await openTheDesk(host, desk.link)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const row = (name: string) => host.getByRole('row', { name: new RegExp(name) })
const shownLink = async (name: string) => {
  const shown = host.getByRole('dialog', { name: `The link for ${name}` })
  const address = (await shown.locator('code').textContent()) ?? ''
  expect(address).toMatch(/\/first\/\S{20,}$/)
  expect(await axe(host)).toEqual([])
  await shown.getByRole('button', { name: 'I have it' }).click()
  return address
}

describe('people at the desk', () => {
  it('are invited by keyboard, each as what they are to be, with a link that is shown once', async () => {
    await host.keyboard.press('u')
    await host.getByRole('heading', { name: 'Board' }).waitFor()
    await host.keyboard.press('a')
    const dialog = host.getByRole('dialog', { name: 'Invite somebody' })
    await dialog.getByLabel('Their name').fill('Ravi Menon')
    expect(await axe(host)).toEqual([])
    await host.keyboard.press('Enter')
    link = await shownLink('Ravi Menon')
    await row('Ravi Menon')
      .getByText(/invited; the link opens until/)
      .waitFor()
    expect(await host.content()).not.toContain(link.split('/').at(-1))
    expect(await axe(host)).toEqual([])
  })

  it('open it on a phone, make a passkey, and sit there under their own name', async () => {
    const opened = await sitDown(browser, phone)
    guest = opened.page
    await withFinger(guest)
    await guest.goto(link)
    await guest.getByRole('heading', { name: 'Join Dana Okafor’s desk' }).waitFor()
    await guest.getByText('Ravi Menon is invited as an assistant').waitFor()
    expect(await axe(guest)).toEqual([])
    await guest.getByLabel('Your email').fill('ravi@okafor.example')
    await guest.getByLabel('A passkey instead').check()
    await guest.getByRole('button', { name: 'Join the desk' }).tap()
    await guest.waitForURL('**/today')
    await settled(guest)
    await row('Ravi Menon').getByRole('button', { name: 'Link… for Ravi Menon' }).waitFor({ state: 'detached' })
    expect(opened.complaints).toEqual([])
  })

  it('find a link that was used answered as any that does not open', async () => {
    const { page, context } = await sitDown(browser)
    await page.goto(link)
    await page.getByRole('heading', { name: 'This link does not open' }).waitFor()
    expect(await axe(page)).toEqual([])
    await context.close()
  })

  it('are taken from the desk with a reason, and are out at once', async () => {
    await guest.goto(`${desk.url}/board`)
    await guest.getByRole('heading', { name: 'Board' }).waitFor()
    const out = 'Take from the desk… Ravi Menon'
    await row('Ravi Menon').getByRole('button', { name: out }).click()
    await host.getByLabel('Why').fill('He goes to another desk')
    await host.getByRole('button', { name: 'Take them from the desk' }).click()
    await host.getByText('Ravi Menon sits here no more').first().waitFor()
    await guest.getByRole('heading', { name: 'Good to see you' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('do not leave a desk with nobody who signs in', async () => {
    await host.goto(`${desk.url}/settings`)
    await host.getByRole('button', { name: 'Leave this desk…' }).click()
    await host.getByRole('button', { name: 'Leave', exact: true }).click()
    await host.getByText('Nobody else signs in here yet').waitFor()
    expect(await axe(host)).toEqual([])
    await host.getByRole('button', { name: 'Stay' }).click()
  })

  it('include the executive, whose seat waits for a link', async () => {
    await host.goto(`${desk.url}/board`)
    await row('Dana Okafor').getByRole('button', { name: 'Link… for Dana Okafor' }).click()
    await host.getByRole('button', { name: 'Make a link' }).click()
    const address = await shownLink('Dana Okafor')
    const { page, context } = await sitDown(browser, phone)
    await page.goto(address)
    await page.getByText('Dana Okafor is invited as the executive').waitFor()
    await page.getByLabel('Your email').fill('dana@okafor.example')
    await page.getByLabel('A password').fill('words that Dana invented')
    await page.getByRole('button', { name: 'Join the desk' }).tap()
    await page.waitForURL('**/today')
    await settled(page)
    expect(await axe(page)).toEqual([])
    await context.close()
  })
})
