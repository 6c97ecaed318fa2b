import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weekdays } from '../src/plan/time.ts'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { danaJoins, openTheDesk, performAt, settled, sitDown } from './person.ts'

type Asked = { decision: { id: string; version: number } }

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let phone: Page
const today = Temporal.Now.plainDateISO('Europe/London')
/** A day on which nobody works, whichever day the test runs on. */
const off = today.add({ days: 3 })

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  ;({ page: phone } = await danaJoins(browser, page, desk.url, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  }))
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** Kept only where somebody asks to look at them. */
const picture = async (on: Page, name: string) => {
  const folder = process.env.EQUERRY_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await on.screenshot({ path: `${folder}/agreement-${name}.png`, fullPage: true })
}

const part = (on: Page, name: string) =>
  on.getByRole('listitem').filter({ has: on.getByRole('heading', { name, level: 2 }) })

describe('the agreement', () => {
  it('says of everything that it is not measured yet, before anything has happened', async () => {
    await page.keyboard.press('8')
    await page.getByRole('heading', { name: 'Agreement', level: 1 }).waitFor()
    await page.getByText('No part is signed by both yet.').waitFor()
    expect(await page.getByText('not measured yet').count()).toBe(20)
    await settled(page)
    expect(await axe(page)).toEqual([])
  })

  it('is put into words by one, and signed by the other on a telephone', async () => {
    await page.getByRole('button', { name: 'Put it into words: Communication' }).click()
    const dialog = page.getByRole('dialog', { name: 'Communication' })
    await dialog.getByRole('button', { name: 'Begin with this' }).click()
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Write and sign' }).click()
    await part(page, 'Communication').getByText('Waits for Dana Okafor').waitFor()
    await phone.goto(`${desk.url}/agreement`)
    await phone.getByText('One waits for you.').waitFor()
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    await phone.getByRole('button', { name: 'Sign Communication' }).tap()
    await part(phone, 'Communication').getByText('Signed by both').waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await part(page, 'Communication').getByText('Signed by both').waitFor()
  })

  it('needs both again once one of them has changed the words', async () => {
    await phone.getByRole('button', { name: 'Other words…: Communication' }).tap()
    const dialog = phone.getByRole('dialog', { name: 'Communication' })
    await dialog.getByLabel('One sentence').fill('What is urgent is said by phone; the rest is written.')
    await dialog.getByRole('button', { name: 'Write and sign' }).tap()
    await part(phone, 'Communication').getByText('Waits for Ines Duarte').waitFor()
    await part(page, 'Communication').getByText('Waits for Ines Duarte').waitFor()
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await part(page, 'Communication').getByText('Signed by both').waitFor()
  })

  it('is not written over while the other writes', async () => {
    await phone.getByRole('button', { name: 'Other words…: Communication' }).tap()
    const dialog = phone.getByRole('dialog', { name: 'Communication' })
    await dialog.getByLabel('One sentence').fill('We write.')
    const show = async () => page.evaluate(async () => (await fetch('/api/agreement/show')).json())
    const { version, sentence } = (await show()).parts[0]
    await performAt(page, 'agreement.write', { part: 'communication', sentence: 'We talk.', version })
    // The page behind has read it again, and what is written is still about the words before.
    await phone.getByText('We talk.', { exact: true }).waitFor()
    await dialog.getByRole('button', { name: 'Write and sign' }).tap()
    await dialog.getByText('It was put into other words since you read it.').waitFor()
    await dialog.getByRole('button', { name: 'Not now' }).tap()
    const { version: now } = (await show()).parts[0]
    await performAt(page, 'agreement.write', { part: 'communication', sentence, version: now })
    await part(phone, 'Communication').getByText(sentence).waitFor()
    await phone.getByRole('button', { name: 'Sign Communication' }).tap()
    await part(page, 'Communication').getByText('Signed by both').waitFor()
  })

  it('opens a number down to the entries it was counted from, and what each of them changed', async () => {
    const asked = await performAt<Asked>(page, 'decision.ask', {
      question: 'Which hotel in Zurich?',
      options: [{ words: 'The Quai' }, { words: 'The Seehof' }],
      neededBy: { on: off.toString(), time: '12:00' },
    })
    const { id, version } = asked.decision
    await performAt(phone, 'decision.answer', { id, version, option: 1 })
    const number = page.getByRole('button', { name: /^Median wait for a decision, Dana Okafor: under a minute/ })
    await number.click()
    const panel = page.getByRole('dialog', { name: 'Median wait for a decision' })
    await panel.getByText('Chose The Quai for “Which hotel in Zurich?”').waitFor()
    expect(await panel.getByText('nothing on record').count()).toBe(11)
    await settled(page)
    expect(await axe(page)).toEqual([])
    await panel.getByRole('button', { name: /^More… before and after: Chose The Quai/ }).click()
    await panel.getByRole('link', { name: 'Everything that happened to it' }).click()
    await page.getByRole('heading', { name: 'Journal', level: 1 }).waitFor()
    await page.getByText('Asked Dana Okafor “Which hotel in Zurich?”').first().waitFor()
  })

  it('says of feedback when it was last given, to the two alone, and opens the entry without its words', async () => {
    const { partners } = await page.evaluate(async () => (await fetch('/api/feedback/list')).json())
    await performAt(page, 'feedback.give', { to: partners[0].id, well: 'The brief was short' })
    await phone.goto(`${desk.url}/agreement`)
    const number = phone.getByRole('button', { name: /^Feedback last given, Ines Duarte: today/ })
    await number.tap()
    const panel = phone.getByRole('dialog', { name: 'Feedback last given' })
    await panel.getByRole('listitem').first().waitFor()
    expect(await panel.textContent()).not.toContain('The brief was short')
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await picture(phone, 'feedback-390')
    await phone.goto(`${desk.url}/agreement`)
    await settled(phone)
    await picture(phone, 'page-390')
    await page.goto(`${desk.url}/agreement`)
    await settled(page)
    await picture(page, 'page-1440')
  })

  it('is a text to keep, with what stays private to whom', async () => {
    await page.keyboard.press('8')
    await settled(page)
    await page.keyboard.press('x')
    const text = page.getByRole('textbox', { name: 'The agreement' })
    await text.waitFor()
    expect(await text.inputValue()).toMatch(/What stays with whom/)
    expect(await text.inputValue()).toMatch(/Signed by Dana Okafor/)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  })
})

describe('an ask that does not fit', () => {
  it('says so with why and what would, before it is saved, and is asked all the same with a reason', async () => {
    // Neither today nor on that day is there anybody: what is asked today is asked outside the hours.
    const free = [today.dayOfWeek, off.dayOfWeek].map((day) => weekdays[day - 1])
    const days = weekdays.filter((day) => !free.includes(day))
    const params = { who: 'Ines Duarte', days, from: '00:00', to: '24:00' }
    await performAt(page, 'rule.add', { kind: 'due-in-hours', params, weight: 'avoid', source: 'boundary' })
    await phone.goto(`${desk.url}/work`)
    const line = phone.getByLabel('Add work in one line')
    const date = off.toLocaleString('en-GB', { day: 'numeric', month: 'long' })
    await line.fill(`Board pack by ${date} 3pm`)
    await phone.getByRole('button', { name: 'Add', exact: true }).tap()
    const no = phone.getByRole('alert', { name: 'It does not fit' })
    await no.getByText(/“Board pack” is due .*outside the hours of Ines Duarte/).waitFor()
    await no.getByRole('button', { name: /^By / }).waitFor()
    await no.getByRole('button', { name: 'Leave it with Dana Okafor' }).waitFor()
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await no.getByLabel('Or why it is asked all the same').fill('The board moved its meeting')
    await no.getByRole('button', { name: 'Ask anyway' }).tap()
    await phone.getByRole('button', { name: /Board pack/ }).waitFor()
  })

  it('was asked outside the hours, and both see it', async () => {
    for (const on of [page, phone]) {
      await on.goto(`${desk.url}/agreement`)
      const kept = on.getByRole('region', { name: 'Hours, leave and load' })
      await kept.getByText(/Board pack/).waitFor()
      await kept.getByText(/because: The board moved its meeting/).waitFor()
    }
    expect(complaints).toEqual([])
  })
})
