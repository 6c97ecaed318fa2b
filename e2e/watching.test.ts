import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

/* Somebody who only looks, and somebody who asks: what their screens offer is what the desk would let them do. */

let browser: Browser
let desk: RunningDesk
let page: Page
let eventId = ''
const tomorrow = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })
const shots = process.env.SHOTS

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const when = (from: string, to: string) => ({
    allDay: false,
    start: `${tomorrow}T${from}:00`,
    end: `${tomorrow}T${to}:00`,
    zone: 'Europe/London',
    endZone: null,
  })
  const add = (title: string, from: string, to: string, label = 'desk') =>
    performAt<{ event: { eventId: string } }>(page, 'event.add', {
      title,
      calendarId: calendar.id,
      when: when(from, to),
      label,
    })
  await add('Harbour review', '10:00', '11:00')
  await add('Call with Oslo', '10:30', '11:00')
  await performAt(page, 'person.add', { name: 'Luca Marchetti' })
  eventId = (await add('Larkspur clinic', '15:00', '16:00', 'private')).event.eventId
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** Through a link of their own, at a screen of their own. */
async function joins(name: string, kind: string, viewport: { width: number; height: number }): Promise<Page> {
  const { link } = await performAt<{ link: string }>(page, 'member.invite', { name, kind })
  const opened = await sitDown(browser, { viewport })
  await opened.page.goto(link)
  await opened.page.getByLabel('Your email').fill(`${name.toLowerCase()}@okafor.example`)
  await opened.page.getByLabel('A password').fill('a long invented password')
  await opened.page.getByRole('button', { name: 'Join the desk' }).click()
  await opened.page.waitForURL('**/today')
  await settled(opened.page)
  return opened.page
}

/** Somebody who joined, on another board. */
async function seats(name: string, areas: object) {
  const { members } = await page.evaluate(async () => (await fetch('/api/member/list')).json())
  const member = members.find((one: { name: string }) => one.name === name).id
  await performAt(page, 'board.change', { member, set: { areas }, reason: 'A test' })
}

const buttons = async (at: Page): Promise<string> => (await at.getByRole('button').allTextContents()).join(' | ')
const shoot = async (at: Page, name: string) => {
  if (shots) await at.screenshot({ path: `${shots}/${name}.png` })
}
/** What an observer's board would have refused. */
const refused = /Move|Live with it|Own it|^Add|Offer|Cancel|Change|Import/

it('an observer is shown no button that would be refused, and is told who can', async () => {
  const jonah = await joins('Jonah', 'observer', { width: 1440, height: 1000 })
  await jonah.goto(`${desk.url}/today?on=${tomorrow}`)
  const card = jonah.getByRole('article').filter({ hasText: 'Harbour review' }).first()
  await card.waitFor()
  await card.getByText('You may not settle this: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await card.getByRole('button').count()).toBe(0)
  await jonah.getByText('You may not add to the calendar: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(refused)
  expect(await axe(jonah)).toEqual([])
  await shoot(jonah, 'observer-today')
  await jonah.getByRole('link', { name: 'Harbour review' }).first().click()
  await jonah.getByText('You may not change this: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(refused)
  await jonah.goto(`${desk.url}/calendar?on=${tomorrow}`)
  await jonah.getByText('You may not change the calendar: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(refused)
  await shoot(jonah, 'observer-calendar')
  await jonah.keyboard.press('n')
  expect(await jonah.getByRole('dialog').count()).toBe(0)
  await seats('Jonah', { people: 'see' })
  await jonah.goto(`${desk.url}/people`)
  await jonah.getByText('You may not write anybody down: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(/Write|From a mail|Note a line/)
  await jonah.keyboard.press('n')
  expect(await jonah.getByRole('dialog').count()).toBe(0)
  await jonah.getByRole('link', { name: 'Luca Marchetti' }).click()
  await jonah.getByText('You may not change this: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(/Note|Offer|Change|Remove|assistant|Say who/)
  expect(await axe(jonah)).toEqual([])
  await shoot(jonah, 'observer-people')
  await jonah.setViewportSize({ width: 390, height: 844 })
  await jonah.goto(`${desk.url}/today?on=${tomorrow}`)
  await jonah.getByText('You may not settle this').first().waitFor()
  await shoot(jonah, 'observer-today-390')
  await jonah.context().close()
})

it('whoever proposes is shown that a button asks, and it does', async () => {
  const noor = await joins('Noor', 'assistant', { width: 1440, height: 1000 })
  await seats('Noor', { calendar: 'propose', people: 'propose' })
  await noor.goto(`${desk.url}/today?on=${tomorrow}`)
  const card = noor.getByRole('article').filter({ hasText: 'Harbour review' }).first()
  const asks = card.getByRole('button', { name: /^Ask for: Move/ }).first()
  await asks.waitFor()
  await shoot(noor, 'proposer-today')
  await asks.click()
  await noor
    .getByText(/^Asked for a yes/)
    .first()
    .waitFor()
  await noor.goto(`${desk.url}/people`)
  await noor.getByRole('button', { name: 'Ask for: Write somebody down' }).waitFor()
  await shoot(noor, 'proposer-people')
  await noor.keyboard.press('n')
  await noor.getByRole('dialog').getByRole('button', { name: 'Ask for: Write down' }).waitFor()
  await noor.context().close()
})

it('whoever sees all that is private is told who looked at it', async () => {
  await page.goto(`${desk.url}/today?on=${tomorrow}&event=${eventId}`)
  await page.getByRole('dialog').getByText('Larkspur clinic').first().waitFor()
  // What is noted is written a few seconds later.
  await expect
    .poll(
      async () => {
        await page.reload()
        await page.getByRole('dialog').getByText('Larkspur clinic').first().waitFor()
        await settled(page)
        return page.getByText(/Seen by Ines Duarte, \w{3} \d+ \w{3}, \d\d:00 hour/).count()
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toBe(1)
  expect(await axe(page)).toEqual([])
  await shoot(page, 'looked')
})
