import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
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
/** Noor's telephone: she may do what the assistant may, and sees nothing private. */
let phone: Page
let mistake: string

const zone = 'Europe/London'
const today = Temporal.Now.zonedDateTimeISO(zone).toPlainDate()
const day = (days: number) => today.add({ days })
const at = (days: number, clock: string) => `${day(days)}T${clock}:00`

/** Pictures for whoever looks at them; nowhere unless asked. */
const picture = async (of: Page, name: string) => {
  const folder = process.env.EQUERRY_PICTURE
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await of.screenshot({ path: join(folder, `${name}.png`) })
}

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  const mine = await sitDown(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
  page = mine.page
  complaints = mine.complaints
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  await performAt(page, 'event.add', {
    title: 'Larkspur clinic',
    calendarId: calendar.id,
    when: { allDay: false, start: at(3, '13:00'), end: at(3, '14:00'), zone, endZone: null },
    place: 'Orchard Mews',
    label: 'private',
    people: [{ address: 'venn@larkspur.example', name: 'Dr Adaeze Venn', answer: 'accepted', required: true }],
  })
  await performAt(page, 'hold.offer', {
    to: { name: 'Camille Aubry', zone },
    meeting: { title: 'Renewal terms', by: 'video' },
    times: [{ start: `${at(4, '10:00')}Z`, end: `${at(4, '10:30')}Z` }],
    expiresAt: `${at(3, '18:00')}Z`,
    page: false,
  })
  const when = { allDay: false, start: at(3, '12:30'), end: at(3, '12:45'), zone, endZone: null }
  // What outsiders are told of it says where it is.
  const told = { title: 'Second opinion', place: 'Heronsgate Court', publicReason: 'At Heronsgate Court' }
  await performAt(page, 'event.add', { ...told, calendarId: calendar.id, when, label: 'private' })
  const own = { title: 'The late car', asked: 'a car at noon', askedBy: 'Dana Okafor', done: 'it came at one' }
  mistake = (await performAt<{ mistake: { id: string } }>(page, 'mistake.own', own)).mistake.id
  await seatNoor()
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

async function seatNoor() {
  const sat = await sitDown(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  phone = sat.page
  await phone.goto(await desk.another())
  await phone.getByLabel('I assist them').check()
  await phone.getByLabel('Your name').fill('Noor Aziz')
  await phone.getByLabel('Your email').fill('noor@okafor.example')
  await phone.getByLabel('A password').fill('another invented password')
  await phone.getByRole('button', { name: /the desk$/ }).click()
  await phone.waitForURL('**/today')
  const me = await phone.evaluate(async () => (await fetch('/api/desk/me')).json())
  await performAt(page, 'board.change', {
    member: me.member.id,
    set: { private: 'none' },
    reason: 'She covers at times',
  })
}

const openOffer = async (of: Page) => {
  await of.goto(`${desk.url}/offers`)
  await settled(of)
  await of.getByText('Renewal terms').first().click()
  await of.locator('summary', { hasText: /^The offer$/ }).click()
  return of.getByLabel('The offer')
}
const added = '\n\nOne o’clock is not possible: she is at the Larkspurr clinic.'

describe('a letter that names a private appointment', () => {
  it('is not copied: the words are shown where they stand, with what they are of', async () => {
    const letter = await openOffer(page)
    await letter.fill((await letter.inputValue()) + added)
    await page
      .getByRole('button', { name: /^Copy (the text|it as it is)$/ })
      .last()
      .click()
    const stop = page.getByRole('alert').filter({ hasText: 'Something private is in this text' })
    await stop.locator('mark', { hasText: 'Larkspurr clinic' }).waitFor()
    await stop.getByText('the title of “Larkspur clinic”').waitFor()
    await settled(page)
    expect(await axe(page)).toEqual([])
    await stop.scrollIntoViewIfNeeded()
    await picture(page, 'stop-1440')
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(page)
    expect(await axe(page)).toEqual([])
    await picture(page, 'stop-1440-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('Larkspurr')
  })

  it('goes once the words are others', async () => {
    const letter = page.getByLabel('The offer')
    await letter.fill((await letter.inputValue()).replace('at the Larkspurr clinic', 'not free'))
    await page.getByRole('alert').filter({ hasText: 'Something private' }).waitFor({ state: 'detached' })
    await page
      .getByRole('button', { name: /^Copy (the text|it as it is)$/ })
      .last()
      .click()
    await page.getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('she is not free')
  })

  it('goes as it is for somebody who may see it and says why, and the journal keeps that', async () => {
    const letter = page.getByLabel('The offer')
    await letter.fill((await letter.inputValue()).replace('she is not free', 'she is at the Larkspurr clinic'))
    await page
      .getByRole('button', { name: /^Copy (the text|it as it is)$/ })
      .last()
      .click()
    await page.getByLabel('Why they may know').fill('Camille drives her there')
    await page.getByLabel('Why they may know').press('Enter')
    await page.getByText('Released. The journal keeps by whom and why.').waitFor()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Larkspurr clinic')
    await page.goto(`${desk.url}/journal`)
    await page
      .getByText('Let a text for Camille Aubry go with “Larkspurr clinic” in it: Camille drives her there')
      .first()
      .waitFor()
  })
})

describe('whoever may not see it', () => {
  it('is told the line and who may release it, and can only change the words', async () => {
    const letter = await openOffer(phone)
    await letter.fill(`${await letter.inputValue()}\n\nShe is with Adaeze then.`)
    await phone
      .getByRole('button', { name: /^Copy (the text|it as it is)$/ })
      .last()
      .tap()
    const stop = phone.getByRole('alert').filter({ hasText: 'Something private is in this text' })
    await stop.getByText('Dana Okafor or Ines Duarte may release it').waitFor()
    await stop.locator('mark', { hasText: 'She is with Adaeze then.' }).waitFor()
    expect(await stop.getByRole('textbox').count()).toBe(0)
    expect(await stop.textContent()).not.toMatch(/Larkspur|Venn|clinic/)
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await stop.scrollIntoViewIfNeeded()
    await picture(phone, 'stop-390')
    await phone.emulateMedia({ colorScheme: 'dark' })
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    await picture(phone, 'stop-390-dark')
  })

  it('cannot release it past the screen either', async () => {
    const status = await phone.evaluate(async () => {
      const body = JSON.stringify({ to: 'Camille Aubry', text: 'She is with Adaeze then.', reason: 'I say so' })
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/api/text/release', { method: 'POST', headers, body })).status
    })
    expect(status).toBe(403)
  })
})

const toldTo = async (of: Page, audience: string, name: string) => {
  await of.goto(`${desk.url}/mistakes?mistake=${mistake}`)
  await settled(of)
  await of.getByLabel('To whom').selectOption({ label: audience })
  await of.getByLabel('Who hears it').fill(name)
  await of.getByLabel('What you say').fill('I am sorry. I was late, as she was at the Larkspur clinic.')
}

describe('what owns a mistake', () => {
  it('is neither copied nor recorded for a client while it names something private', async () => {
    await toldTo(page, 'A client, or somebody else outside', 'Camille Aubry')
    for (const name of [/^Copy the text/, /^It was said/]) {
      await page.getByRole('button', { name }).click()
      const stop = page.getByRole('alert').filter({ hasText: 'Something private is in this text' })
      await stop.locator('mark', { hasText: 'Larkspur clinic' }).waitFor()
    }
    await settled(page)
    expect(await axe(page)).toEqual([])
    await picture(page, 'mistake-1440')
  })

  it('is for the executive’s ears all the same', async () => {
    await toldTo(page, 'The executive', 'Dana Okafor')
    await page.getByRole('button', { name: /^It was said/ }).click()
    await page.getByText('said to Dana Okafor').waitFor()
  })
})

describe('a day sheet that keeps a line back', () => {
  const dialogOf = async (of: Page) => {
    await of.goto(`${desk.url}/today?on=${day(3)}`)
    await settled(of)
    await of.locator('#page').focus()
    await of.keyboard.press('p')
    return of.getByRole('dialog', { name: 'Whose hands is it for?' })
  }
  const line = { name: 'One line is kept back that names something private' }

  it('says so on a phone to whoever may not see it, with no word of the item', async () => {
    const dialog = await dialogOf(phone)
    await dialog.getByRole('button', line).first().tap()
    const stop = dialog.getByRole('alert')
    await stop.getByText('Dana Okafor or Ines Duarte may release it').waitFor()
    expect(await stop.getByRole('textbox').count()).toBe(0)
    expect(await stop.textContent()).not.toMatch(/Second opinion/)
    expect(await axe(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await picture(phone, 'sheet-390-dark')
  })

  it('goes with that line once somebody who may see it says why', async () => {
    const dialog = await dialogOf(page)
    await dialog.getByRole('button', line).last().click()
    await picture(page, 'sheet-1440')
    await dialog.getByRole('alert').locator('mark').waitFor()
    expect(await axe(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await dialog.getByLabel('Why they may know').scrollIntoViewIfNeeded()
    await picture(page, 'sheet-390')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axe(page)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 1000 })
    await dialog.getByLabel('Why they may know').fill('The driver takes her there')
    await dialog.getByLabel('Why they may know').press('Enter')
    await page.getByText('Released. The journal keeps by whom and why.').waitFor()
    await expect.poll(() => dialog.getByRole('button', line).count()).toBe(1)
    const pdf = await page.evaluate(async (on) => (await fetch(`/sheet/${on}.pdf?for=others`)).status, `${day(3)}`)
    expect(pdf).toBe(200)
  })
})

it('the pages complained of nothing', () => {
  expect(complaints).toEqual([])
})
