import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startAlone } from './desk.ts'
import { ines, sitDown, withFinger } from './person.ts'

let browser: Browser
let desk: RunningDesk
beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startAlone()])
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const inside = (page: Page, name: string) => page.getByText(`You are ${name}`).first().waitFor()
const signOut = async (page: Page) => {
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.getByRole('heading', { name: 'Good to see you' }).waitFor()
}

describe('the way in', () => {
  it('is shut to whoever has no link: every page leads to the sign-in page', async () => {
    const { page, context } = await sitDown(browser)
    for (const path of ['/', '/today', '/settings']) {
      await page.goto(desk.url + path)
      await page.getByRole('heading', { name: 'Good to see you' }).waitFor()
    }
    expect(await axe(page)).toEqual([])
    await context.close()
  })

  it('by the one-time link asks who one is, opens the desk, and is spent', async () => {
    const { page, context } = await sitDown(browser)
    await page.goto(desk.link)
    await page.getByRole('heading', { name: 'Open the desk' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByLabel('I assist them').check()
    await page.getByLabel('The executive’s name').fill('Dana Okafor')
    await page.getByLabel('Your name').fill(ines.name)
    await page.getByLabel('Your email').fill(ines.email)
    await page.getByLabel('A password').fill(ines.password)
    expect(await page.getByLabel('Home zone').inputValue()).toBe('Europe/London')
    await page.getByRole('button', { name: 'Open the desk' }).click()
    await inside(page, ines.name)
    await page.getByText('Dana Okafor’s desk').first().waitFor()
    await page.goto(desk.link)
    await page.getByRole('heading', { name: 'This link does not open' }).waitFor()
    await page.getByText('used already').waitFor()
    await context.close()
  })

  it('by password lets in, says no to a wrong one, and lets out again', async () => {
    const { page, context } = await sitDown(browser)
    await page.goto(desk.url)
    await page.getByLabel('Email').fill(ines.email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').filter({ hasText: 'do not go together' }).waitFor()
    await page.getByLabel('Password').fill(ines.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await inside(page, ines.name)
    await signOut(page)
    await context.close()
  })

  it('by a link for somebody new, who joins the desk that is open', async () => {
    const { page, context } = await sitDown(browser)
    await page.goto(await desk.another())
    await page.getByRole('heading', { name: 'Join Dana Okafor’s desk' }).waitFor()
    await page.getByLabel('I assist them').check()
    await page.getByLabel('Your name').fill('Tomás')
    await page.getByLabel('Your email').fill(ines.email)
    await page.getByLabel('A password').fill('ten invented words')
    await page.getByRole('button', { name: 'Join the desk' }).click()
    await page.getByRole('alert').filter({ hasText: 'sign in with its password' }).waitFor()
    await page.getByLabel('Your email').fill('tomas@okafor.example')
    await page.getByRole('button', { name: 'Join the desk' }).click()
    await inside(page, 'Tomás')
    await context.close()
  })

  it('by a link for whoever lost their password, which asks for a new one and no more', async () => {
    const { page, context } = await sitDown(browser)
    await page.goto(await desk.another('--for', 'tomas@okafor.example'))
    await page.getByRole('heading', { name: 'A new password' }).waitFor()
    expect(await axe(page)).toEqual([])
    expect(await page.getByLabel('Your email').count()).toBe(0)
    await page.getByLabel('A password').fill('ten other invented words')
    await page.getByRole('button', { name: 'Open the desk' }).click()
    await inside(page, 'Tomás')
    await context.close()
  })

  it('by passkey, once one was added in Settings', async () => {
    const { page, context } = await sitDown(browser)
    await withFinger(page)
    await page.goto(desk.url)
    await page.getByLabel('Email').fill(ines.email)
    await page.getByLabel('Password').fill(ines.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await inside(page, ines.name)
    await page.goto(`${desk.url}/settings`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey is ready').first().waitFor()
    await signOut(page)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await inside(page, ines.name)
    await context.close()
  })
})
