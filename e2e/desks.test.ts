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
let second: Awaited<ReturnType<typeof sitDown>>

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const deskIn = (address: string) => new URL(address).searchParams.get('desk')
const onScreen = (executive: string, of: Page = page) =>
  of.getByRole('banner').getByText(`${executive}’s desk`, { exact: true }).waitFor()
/** Whatever day it is, the clock of the machine says so. */
const today = Temporal.Now.plainDateISO('Europe/London').toString()

async function add(title: string, from: string, to: string, more: object = {}): Promise<string> {
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: `With ${title}` })
  const zones = { zone: 'Europe/London', endZone: null }
  const when = { allDay: false, start: `${today}T${from}:00`, end: `${today}T${to}:00`, ...zones }
  const draft = { calendarId: calendar.id, title, when, ...more }
  const { event } = await performAt<{ event: { eventId: string } }>(page, 'event.add', draft)
  return event.eventId
}

describe('several desks', () => {
  it('are nothing one sees while there is one, but the way to another', async () => {
    await settled(page)
    expect(await page.getByRole('link', { name: 'All desks' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'The other desk' }).count()).toBe(0)
    await page.keyboard.press(',')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.goto(`${desk.url}/all`)
    await page.waitForURL('**/today')
    await add('Board papers', '11:00', '12:00')
    await page.reload()
    await page.getByRole('link', { name: 'Board papers' }).waitFor()
  })

  it('begin with another that is opened from ⌘K, and one is at it at once', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('open another')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Open another desk' })
    await dialog.getByLabel('The executive’s name').fill('Dana Okafor')
    await dialog.getByRole('button', { name: 'Open the desk' }).click()
    await dialog.getByText('You sit at Dana Okafor’s desk already.').waitFor()
    expect(await axe(page)).toEqual([])
    await dialog.getByLabel('The executive’s name').fill('Kit Lund')
    await dialog.getByLabel('Home zone').fill('Lisbon')
    await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
    await dialog.getByRole('button', { name: 'Open the desk' }).click()
    await page.waitForURL(/desk=/)
    await onScreen('Kit Lund')
    await page.getByRole('heading', { name: 'Whose week is it?' }).waitFor()
    expect(await page.getByText('Board papers').count()).toBe(0)
    expect(await page.title()).toMatch(/· Kit Lund · Equerry$/)
  })

  it('stay apart: the address says which, a reload and another page mean the same, and what is added is there alone', async () => {
    const kit = deskIn(page.url())
    await add('Kit alone', '10:30', '11:30')
    await page.reload()
    await page.getByRole('link', { name: 'Kit alone' }).waitFor()
    await page.keyboard.press('c')
    await page.waitForURL('**/calendar?**')
    expect(deskIn(page.url())).toBe(kit)
    await page.keyboard.press('s')
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(deskIn(page.url())).toBe(kit)
    await page.getByRole('region', { name: 'Your desks' }).getByRole('link', { name: 'Dana Okafor’s desk' }).waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('are switched by keyboard: a key, then a digit; nothing of the one is left on the other', async () => {
    await page.keyboard.press('t')
    await page.getByRole('link', { name: 'Kit alone' }).waitFor()
    await page.getByPlaceholder('Thu 3pm').fill('today 5pm tea')
    await page.getByText(/into With/).waitFor()
    await page.getByPlaceholder('Thu 3pm').focus()
    await page.keyboard.press('Enter')
    await page.getByText('Added: tea').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('h1').click()
    await page.keyboard.press(',')
    const switcher = page.getByRole('dialog', { name: 'Your desks' })
    await switcher.getByText('on screen').waitFor()
    await switcher.getByText('need').first().waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('1')
    await onScreen('Dana Okafor')
    await page.getByRole('link', { name: 'Board papers' }).waitFor()
    for (const words of ['Kit alone', 'tea', 'Added']) expect(await page.getByText(words).count()).toBe(0)
    await page.keyboard.press('Control+z')
    await page.getByText('Nothing to undo on this page').first().waitFor()
    await page.goBack()
    await onScreen('Kit Lund')
    await page.getByRole('link', { name: 'Kit alone' }).waitFor()
    expect(await page.getByText('Board papers').count()).toBe(0)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('go to dana')
    await page.keyboard.press('Enter')
    await onScreen('Dana Okafor')
  })

  it('are one day on one page, in the order of time, and a link opens the thing at its desk', async () => {
    const me = [{ address: 'ines@okafor.example', name: 'Ines Duarte', answer: 'accepted', required: true }]
    await add('Minutes for Dana', '14:00', '15:00', { people: me })
    await page.keyboard.press(',')
    await page.getByRole('dialog', { name: 'Your desks' }).waitFor()
    await page.keyboard.press('2')
    await onScreen('Kit Lund')
    await add('Minutes for Kit', '14:30', '15:30', { people: me })
    await page.keyboard.press('0')
    await page.getByRole('link', { name: 'Minutes for Kit' }).first().waitFor()
    const titles = await page.locator('[data-event]').allTextContents()
    expect(titles).toEqual(['Kit alone', 'Board papers', 'Minutes for Dana', 'Minutes for Kit', 'tea'])
    await page.getByRole('region', { name: 'You in two places' }).getByText('14:30').waitFor()
    await settled(page)
    expect(await axe(page)).toEqual([])
    await page.getByRole('link', { name: 'Board papers' }).click()
    await onScreen('Dana Okafor')
    await page.getByRole('dialog', { name: 'Board papers' }).waitFor()
  })

  it('are the same on a phone, where a line on top says whose desk it is', async () => {
    const phone = await sitDown(browser, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      storageState: await page.context().storageState(),
    })
    await phone.page.goto(`${desk.url}/all`)
    await phone.page.getByRole('link', { name: 'Kit alone' }).waitFor()
    await settled(phone.page)
    expect(await axe(phone.page)).toEqual([])
    const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    await phone.page.getByRole('button', { name: /desks Switch$/ }).tap()
    await phone.page.getByRole('dialog', { name: 'Your desks' }).getByText('need').first().waitFor()
    await phone.page
      .getByRole('dialog', { name: 'Your desks' })
      .getByRole('link', { name: /Kit Lund/ })
      .tap()
    await phone.page.getByRole('button', { name: 'Kit Lund’s desk Switch' }).waitFor()
    await phone.page.getByRole('link', { name: 'Kit alone' }).waitFor()
    expect(await axe(phone.page)).toEqual([])
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })

  it('are never guessed: an address that names another is not there, and says which are', async () => {
    await page.goto(`${desk.url}/today?desk=01a00000-0000-7000-8000-000000000000`)
    await page.getByRole('heading', { name: 'You sit at no such desk' }).waitFor()
    expect(await page.getByText('Board papers').count()).toBe(0)
    expect(await axe(page)).toEqual([])
    await page.getByRole('link', { name: /Dana Okafor’s desk/ }).click()
    await page.getByRole('link', { name: 'Board papers' }).waitFor()
    await onScreen('Dana Okafor')
  })

  it('are joined from the machine itself by a link that says which, where there are several', async () => {
    await expect(desk.another()).rejects.toThrow(/There are several desks here: Dana Okafor, Kit Lund/)
    second = await sitDown(browser)
    await second.page.goto(await desk.another('--desk', 'kit lund'))
    await second.page.getByRole('heading', { name: 'Join Kit Lund’s desk' }).waitFor()
    await second.page.getByLabel('Your name').fill('Tomás Vale')
    await second.page.getByLabel('Your email').fill('tomas@okafor.example')
    await second.page.getByLabel('A password').fill('another invented password')
    await second.page.getByRole('button', { name: 'Join the desk' }).click()
    await onScreen('Kit Lund', second.page)
  }, 90_000)

  it('are joined by an invitation as who one is, and that desk is where one lands', async () => {
    const asked = { name: 'Tomás Vale', kind: 'observer' }
    const { link } = await performAt<{ link: string }>(page, 'member.invite', asked)
    await second.page.goto(link)
    await second.page.getByRole('button', { name: 'Join as Tomás Vale' }).click()
    await second.page.waitForURL('**/today?desk=**')
    await onScreen('Dana Okafor', second.page)
    await second.page.getByRole('banner').getByText('an observer').waitFor()
    await second.context.close()
  })

  it('are gone from the list the moment one leaves, and another is on screen', async () => {
    await page.keyboard.press(',')
    await page.getByRole('dialog', { name: 'Your desks' }).waitFor()
    await page.keyboard.press('2')
    await onScreen('Kit Lund')
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'Leave this desk…' }).click()
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await onScreen('Dana Okafor')
    await page.getByRole('link', { name: 'Board papers' }).waitFor()
    expect(await page.getByRole('link', { name: 'All desks' }).count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
