import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { importFile, openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]

const pictures = join(import.meta.dirname, 'out')
const picture = (name: string, of = page) => of.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
const monday = today.add({ days: 8 - today.dayOfWeek })

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  const mine = await sitDown(browser)
  page = mine.page
  complaints = mine.complaints
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Dana' })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

describe('who assists whom', () => {
  test('is written down on a page that says what to do while it is empty', async () => {
    await page.keyboard.press('=')
    await page.getByRole('heading', { name: 'Nobody is written down yet' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('n')
    const form = page.getByRole('dialog', { name: 'Write somebody down' })
    await form.getByLabel('Name', { exact: true }).fill('Rosalind Meier')
    await form.getByLabel('Organisation').fill('Harbour & Vale')
    await form.getByLabel('Address', { exact: true }).fill('rosalind.meier@harbour-vale.example')
    await form.getByRole('combobox', { name: 'Their zone' }).fill('Zurich')
    await page.getByRole('option', { name: /Zurich/ }).click()
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Write down' }).click()
    await page.getByRole('button', { name: 'Say who assists them' }).waitFor()
  })

  test('with how the assistant works', async () => {
    await page.keyboard.press('a')
    const question = page.getByRole('dialog', { name: 'Who assists Rosalind Meier?' })
    await question.getByLabel('Name').fill('Luca Frei')
    await question.getByLabel('Address').fill('luca.frei@harbour-vale.example')
    expect(await axe(page)).toEqual([])
    await question.getByRole('button', { name: 'They do' }).click()
    await question.waitFor({ state: 'detached' })
    await page.getByRole('dialog', { name: 'Rosalind Meier' }).getByRole('link', { name: 'Luca Frei' }).click()
    await page.getByRole('heading', { name: 'Luca Frei', exact: true }).waitFor()
    await settled(page)
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Change Luca Frei' })
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday']) await form.getByLabel(day).check({ force: true })
    await form.getByLabel('From').fill('07:30')
    await form.getByLabel('Until').fill('16:30')
    await form.getByLabel('Answers').selectOption('by mail')
    await form.getByLabel('How soon').selectOption('the same day')
    await form.getByLabel('What helps').fill('Three times in one mail, on the clocks of Zurich')
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Mon to Thu 07:30–16:30').first().waitFor()
  })

  test('one line after a contact is noted from anywhere with one key, and understood before it is kept', async () => {
    await page.goto(`${desk.url}/today`)
    await settled(page)
    await page.keyboard.press('/')
    const dialog = page.getByRole('dialog', { name: 'Note a line about somebody' })
    await dialog.getByLabel('In one line').fill('Luca moved the audit call for us')
    await dialog.getByText('About Luca Frei: a favour to us').waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.goto(`${desk.url}/people`)
    await settled(page)
    await page.getByText('helped us once').waitFor()
    expect(await axe(page)).toEqual([])
    await picture('people')
    await page.keyboard.press('f')
    await page.keyboard.type('audit')
    await page.getByRole('region', { name: 'Lines' }).getByText('Luca moved the audit call for us').waitFor()
  })

  test('an offer goes to the right assistant by itself, says what was noted, and names both executives', async () => {
    await page.goto(`${desk.url}/calendar?on=${monday}`)
    await settled(page)
    await page.keyboard.press('f')
    await page.getByLabel('For', { exact: true }).fill('Rosalind Meier')
    const reader = page.getByRole('status').filter({ hasText: 'Goes to' })
    await reader.getByText('Goes to Luca Frei, who assists Rosalind Meier').waitFor()
    expect(await page.getByLabel('Through their assistant').inputValue()).toBe('Luca Frei')
    expect(await reader.textContent()).toMatch(
      /Mon to Thu 07:30–16:30.*helped us once.*Luca moved the audit call for us/,
    )
    await page.getByLabel('About').fill('Before the board')
    await page
      .getByRole('region', { name: 'Times' })
      .getByText(/Zurich/)
      .first()
      .waitFor()
    await picture('offer-to-assistant')
    expect(await axe(page)).toEqual([])
    await page.getByRole('heading', { name: 'Offer times' }).click()
    for (const key of ['1', '2']) await page.keyboard.press(key)
    await page.keyboard.press('h')
    await page.getByRole('heading', { name: 'Held for Rosalind Meier' }).waitFor()
    const text = await page.getByLabel('To send').inputValue()
    expect(text).toMatch(
      /^Dear Luca Frei,\n\nfor “Before the board” \(30 minutes by video\) between Rosalind Meier and Dana Okafor/,
    )
    const mail = page.getByRole('link', { name: 'Open in mail' })
    expect(await mail.getAttribute('href')).toMatch(/^mailto:luca\.frei%40harbour-vale\.example/)
    const address = /http\S+\/o\/\S+/.exec(text)?.[0] ?? ''
    const outside = await browser.newPage()
    await outside.goto(address)
    expect(await outside.textContent('main')).toMatch(/To Luca Frei, for Rosalind Meier/)
    expect(await outside.getByLabel('Your name').first().inputValue()).toBe('Luca Frei')
    expect(await axe(outside)).toEqual([])
    await outside.close()
  })

  test('and to somebody else after it was held, with a letter of its own', async () => {
    await page.goto(`${desk.url}/offers`)
    await settled(page)
    await page
      .getByRole('button', { name: /Before the board/ })
      .first()
      .click()
    const panel = page.getByRole('dialog', { name: 'Before the board' })
    await panel.getByRole('heading', { name: 'Goes to Luca Frei' }).waitFor()
    expect(await axe(page)).toEqual([])
    await picture('offer-goes-to')
    await panel.getByRole('button', { name: 'Write to Rosalind Meier instead' }).click()
    await panel.getByRole('heading', { name: 'Goes to Rosalind Meier' }).waitFor()
    await panel.getByText(/^For Rosalind Meier, offered by/).waitFor()
    await panel.getByRole('button', { name: 'Write to Luca Frei' }).click()
    await panel.getByRole('heading', { name: 'Goes to Luca Frei' }).waitFor()
  })

  test('and a line that was noted wrong is put right', async () => {
    await page.goto(`${desk.url}/people`)
    await settled(page)
    await page.getByRole('link', { name: 'Luca Frei' }).first().click()
    await page.getByRole('button', { name: 'Change “Luca moved the audit call for us”' }).click()
    const form = page.getByRole('dialog', { name: 'Change a line about Luca Frei' })
    await form.getByLabel('In one line').fill('Luca moved the audit call and the lunch for us')
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('Luca moved the audit call and the lunch for us').first().waitFor()
  })

  test('what somebody else changed while a form was open is not written over', async () => {
    await page.goto(`${desk.url}/people`)
    await page.getByRole('link', { name: 'Luca Frei', exact: true }).first().click()
    await page.getByRole('dialog', { name: 'Luca Frei', exact: true }).waitFor()
    await settled(page)
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Change Luca Frei' })
    await form.getByLabel('Organisation').fill('Harbour and Vale')
    const id = new URL(page.url()).searchParams.get('event')
    const read = page.waitForResponse((answer) => answer.url().includes('/api/person/show'))
    await performAt(page, 'person.edit', { id, organisation: 'Harbour & Vale' })
    // The page has read it again, and the form is still about what it was opened with.
    await (await read).finished()
    await settled(page)
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Luca Frei was changed since you opened them').waitFor()
    await page.goto(`${desk.url}/people`)
    await settled(page)
  })

  test('and to whom they assist where that is wanted', async () => {
    await page.goto(`${desk.url}/calendar?on=${monday}`)
    await settled(page)
    await page.keyboard.press('f')
    await page.getByLabel('For', { exact: true }).fill('Rosalind Meier')
    await page.getByRole('button', { name: 'Write to Rosalind Meier instead' }).click()
    await page.getByText('Goes to Rosalind Meier', { exact: true }).waitFor()
    expect(await page.getByLabel('Through their assistant').inputValue()).toBe('')
    await page.getByLabel('About').fill('A word')
    await page
      .getByRole('region', { name: 'Times' })
      .getByText(/Zurich/)
      .first()
      .waitFor()
    await page.getByRole('heading', { name: 'Offer times' }).click()
    for (const key of ['3', '4']) await page.keyboard.press(key)
    await page.keyboard.press('h')
    await page.getByRole('heading', { name: 'Held for Rosalind Meier' }).waitFor()
    expect(await page.getByLabel('To send').inputValue()).toMatch(/^Dear Rosalind Meier,/)
  })

  test('a new assistant in an invitation is suggested with its words, and an introduction is ready to copy', async () => {
    const on = monday.add({ days: 1 }).toString().replaceAll('-', '')
    const file = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//test//EN',
      'BEGIN:VEVENT',
      'UID:sent-by@test',
      'DTSTAMP:20260101T000000Z',
      `DTSTART:${on}T100000Z`,
      `DTEND:${on}T110000Z`,
      'SUMMARY:Glass and light',
      'ORGANIZER;CN=Marc Laurent;SENT-BY="mailto:pia.roux@meridian.example":mailto:marc@meridian.example',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
    await page.goto(`${desk.url}/calendar`)
    await settled(page)
    await importFile(page, 'glass.ics', file)
    await page.keyboard.press('=')
    const found = page.getByRole('region', { name: 'Perhaps an assistant' })
    await found.getByText('Marc Laurent, sent by pia.roux@meridian.example').waitFor()
    await found.getByLabel('What they are called').fill('Pia Roux')
    await settled(page)
    expect(await axe(page)).toEqual([])
    await picture('people-suggested')
    await found.getByRole('button', { name: 'Introduce yourself' }).click()
    const letter = await page.getByLabel('To send').inputValue()
    expect(letter).toMatch(/^Dear Pia Roux,\n\nI am Ines Duarte and assist Dana Okafor\./)
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await found.getByRole('button', { name: 'Yes, they do' }).click()
    await page.getByRole('region', { name: 'Who assists whom' }).getByRole('link', { name: 'Pia Roux' }).waitFor()
    await found.waitFor({ state: 'detached' })
  })

  test('and one in a pasted mail', async () => {
    await page.keyboard.press('p')
    await page.getByLabel('The mail').fill('Happy to help.\n\nNoor Haddad\nEA to João Prado\nnoor@northwind.example')
    await page.getByText('Noor Haddad seems to assist João Prado').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Yes, they do' }).click()
    await page.getByText('Nobody in it says that they assist somebody').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Who assists whom' }).getByRole('link', { name: 'João Prado' }).waitFor()
  })

  test('on a phone and in the dark it is the same', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${desk.url}/people`)
    await settled(page)
    await picture('people-390')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axe(page)).toEqual([])
    await page.getByRole('link', { name: 'Luca Frei' }).click()
    await page.getByRole('dialog', { name: 'Luca Frei' }).waitFor()
    await settled(page)
    await page.screenshot({ path: join(pictures, 'person-390.png') })
    expect(await axe(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(page)
    expect(await axe(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
    await page.setViewportSize({ width: 1440, height: 1000 })
    await page.screenshot({ path: join(pictures, 'person.png') })
    expect(complaints).toEqual([])
  })
})
