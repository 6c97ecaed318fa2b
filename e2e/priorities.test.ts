import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { danaJoins, openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let phone: Page
const zone = 'Europe/London'
const today = Temporal.Now.plainDateISO(zone)
/** Last week is over whatever day it is. */
const monday = today.subtract({ days: today.dayOfWeek - 1 + 7 })
const small = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const add = async (title: string, day: number, from: string, to: string) => {
    const on = monday.add({ days: day })
    const when = { allDay: false, start: `${on}T${from}:00`, end: `${on}T${to}:00`, zone, endZone: null }
    await performAt(page, 'event.add', { title, calendarId: calendar.id, when })
  }
  await add('Board papers', 1, '09:00', '11:00')
  await add('Board call', 1, '10:00', '11:30')
  await add('Harbour review', 2, '10:00', '12:00')
  await add('Budget round', 3, '09:00', '13:00')
  await add('Budget again', 4, '09:00', '13:00')
  ;({ page: phone } = await danaJoins(browser, page, desk.url, small))
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

// Exactly: a message says “… is a priority”, and is a dialog to whoever hears the page.
const dialog = (at: Page, name: string | RegExp) => at.getByRole('dialog', { name, exact: true })
const quarter = (at: Page) => at.getByRole('region', { name: 'The quarter' })
const number = (at: Page, words: string | RegExp) => quarter(at).getByRole('button', { name: words })

describe('priorities', () => {
  it('are said by the executive on her phone, and the desk says at once what they got', async () => {
    await phone.goto(`${desk.url}/priorities`)
    await quarter(phone).getByText('Nothing comes first in').waitFor()
    expect(await axe(phone)).toEqual([])
    await quarter(phone).getByRole('button', { name: 'Say what comes first' }).tap()
    const form = dialog(phone, 'A priority')
    await form.getByLabel('What it is called').fill('Board preparation')
    await form.getByLabel('Meant for it').fill('25')
    await form.getByRole('button', { name: 'Give it a rule' }).tap()
    await form.getByLabel('Words in the title').fill('board')
    await form.getByLabel('Words in the title').press('Enter')
    await form.getByText('It catches 2 of 5 events of the last 8 weeks and the next 2.').waitFor()
    expect(await axe(phone)).toEqual([])
    await form.getByRole('button', { name: 'Save' }).tap()
    await form.waitFor({ state: 'detached' })
    await phone
      .getByText('Board preparation comes first this quarter; it got 6 % of last week; 25 % was meant.')
      .waitFor()
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    const width = await phone.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })

  it('that come to more than there is are refused in words, and a rule that catches everything says so', async () => {
    await quarter(phone).getByRole('button', { name: 'Add to the quarter' }).tap()
    const form = dialog(phone, 'A priority')
    await form.getByLabel('What it is called').fill('Budget')
    await form.getByLabel('Meant for it').fill('80')
    await form.getByRole('button', { name: 'Give it a rule' }).tap()
    for (const word of ['board', 'harbour', 'budget']) {
      await form.getByLabel('Words in the title').fill(word)
      await form.getByLabel('Words in the title').press('Enter')
    }
    await form.getByText('nearly everything, and so it tells nothing apart').waitFor()
    await form.getByRole('button', { name: 'Save' }).tap()
    await form.getByText('“Board preparation” 25 %, “Budget” 80 %').first().waitFor()
    await form.getByLabel('Meant for it').fill('20')
    await form.getByRole('button', { name: 'Save' }).tap()
    await form.getByText('Name something narrower').first().waitFor()
    await form.getByRole('button', { name: 'Remove board' }).tap()
    await form.getByRole('button', { name: 'Remove harbour' }).tap()
    await form.getByText('It catches 2 of 5 events').waitFor()
    await form.getByRole('button', { name: 'Save' }).tap()
    await form.waitFor({ state: 'detached' })
    await number(phone, /^Budget: 19 % 8 h · 20 % meant/).waitFor()
  })

  it('open the events behind every number, from the keys alone', async () => {
    await page.keyboard.press('9')
    await page.getByRole('heading', { level: 1, name: 'Priorities' }).waitFor()
    await number(page, /^Board preparation: 6 %/).press('Enter')
    const behind = dialog(page, 'Board preparation')
    await behind.getByRole('button', { name: /^Board papers.*2 h · by rule/ }).waitFor()
    await behind.getByRole('button', { name: /^Board call.*30 min · by rule/ }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await behind.waitFor({ state: 'detached' })
  })

  it('keep their room beside an open panel', async () => {
    await page.goto(`${desk.url}/priorities`)
    await page
      .getByRole('button', { name: /^Board preparation: / })
      .first()
      .click()
    await dialog(page, 'Board preparation')
      .getByText(/^\d+ % of last week, .*; 25 % meant$/)
      .waitFor()
    const title = await page.getByRole('heading', { level: 3, name: 'Board preparation' }).first().boundingBox()
    expect(title?.width).toBeGreaterThan(200)
    await page.keyboard.press('Escape')
  })

  it('are given an event by hand, from the event itself, and that wins over any rule', async () => {
    await number(page, /^Belongs to none: 5 %/).click()
    await dialog(page, 'Belongs to none')
      .getByRole('button', { name: /^Harbour review/ })
      .click()
    const event = dialog(page, 'Harbour review')
    await event.getByRole('button', { name: 'Tie to a priority' }).waitFor()
    await page.keyboard.press('p')
    const tying = dialog(page, 'What “Harbour review” belongs to')
    await tying.getByRole('button', { name: 'Tie to Board preparation' }).click()
    await tying.getByText('said by hand').waitFor()
    expect(await axe(page)).toEqual([])
    await tying.getByRole('button', { name: 'Done' }).click()
    await event.getByText('Board preparation, said by hand').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await number(page, /^Board preparation: 11 %/).click()
    await dialog(page, 'Board preparation')
      .getByRole('button', { name: /^Board call/ })
      .click()
    await dialog(page, 'Board call').getByRole('button', { name: 'Tie to a priority' }).click()
    const other = dialog(page, 'What “Board call” belongs to')
    await other.getByRole('button', { name: 'Not this one: Board preparation' }).click()
    await other.getByText('not this one, said by hand').waitFor()
    await other.getByRole('button', { name: 'Done' }).click()
    await page.goto(`${desk.url}/priorities`)
    await number(page, /^Board preparation: 9 %/).waitFor()
  })

  it('are given work too, and what was tied is taken back with undo', async () => {
    const { work } = await performAt<{ work: { id: string } }>(page, 'work.add', {
      title: 'Pack of papers',
      dueOn: today.toString(),
      effort: 90,
    })
    await page.goto(`${desk.url}/work?event=${work.id}`)
    await dialog(page, 'Pack of papers').getByRole('button', { name: 'Tie to a priority' }).click()
    const tying = dialog(page, 'What “Pack of papers” belongs to')
    await tying.getByRole('button', { name: 'Tie to Budget' }).click()
    await tying.getByText('said by hand').waitFor()
    await tying.getByRole('button', { name: 'Done' }).click()
    await dialog(page, 'Pack of papers').getByText('Budget, said by hand').waitFor()
    await phone.goto(`${desk.url}/priorities?on=${today}`)
    await quarter(phone).getByText('Beside the calendar: 1 h 30 min of work due').waitFor()
    await number(phone, /^Budget: /).tap()
    const behind = dialog(phone, 'Budget')
    await behind.getByRole('button', { name: /^Pack of papers.*due · 1 h 30/ }).waitFor()
    expect(await axe(phone)).toEqual([])
    await phone.goto(`${desk.url}/priorities`)
    await page.keyboard.press('ControlOrMeta+z')
    await dialog(page, 'Pack of papers').getByText('Budget, said by hand').waitFor({ state: 'detached' })
  })

  it('come in another order with a tap, and the sentence follows', async () => {
    await quarter(phone).getByRole('button', { name: 'Budget one place up' }).tap()
    await phone.getByText('Budget comes first this quarter; it got 19 % of last week; 20 % was meant.').waitFor()
    await quarter(phone).getByRole('button', { name: 'Budget one place down' }).tap()
    await phone.getByText('Board preparation comes first this quarter').waitFor()
  })

  it('are told week by week, with a gap where nothing is known, and each week opens', async () => {
    await page.goto(`${desk.url}/today`)
    await settled(page)
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('Priorities')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Priorities' }).waitFor()
    const trend = page.getByRole('region', { name: 'Week by week' })
    await trend.getByRole('button', { name: /^Board preparation, week of .*: 9 %/ }).waitFor()
    await trend
      .getByRole('button', { name: /^Board preparation, week of .*: nothing is known/ })
      .first()
      .click()
    await page.getByText(/nothing is known of the week of/).waitFor()
    await settled(page)
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('ArrowLeft')
    expect(complaints).toEqual([])
  })

  it('of the year have their weeks too, when they are asked for', async () => {
    const draft = { horizon: 'year', on: monday.toString(), title: 'A calm year', rules: [{ words: ['review'] }] }
    await performAt(phone, 'priority.add', draft)
    for (const at of [phone, page]) {
      await at.goto(`${desk.url}/priorities`)
      await settled(at)
      const year = at.getByRole('region', { name: 'The year' }).first()
      await year.getByText('Week by week over the year').click()
      await year
        .getByRole('button', { name: /^A calm year, week of .*: \d+ %/ })
        .first()
        .waitFor()
      await settled(at)
      expect(await axe(at)).toEqual([])
      expect(
        await at.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      ).toBe(true)
      const folder = process.env.EQUERRY_PICTURE
      if (folder)
        await at.screenshot({ path: join(folder, `priorities-${at === phone ? 390 : 1440}.png`), fullPage: true })
    }
    expect(complaints).toEqual([])
  })
})
