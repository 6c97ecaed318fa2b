import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let eventId = ''

const pictures = join(import.meta.dirname, 'out')
const picture = (name: string, of = page) => of.screenshot({ path: join(pictures, `${name}.png`) })
const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
/** A working day so many days on. */
const ahead = (days: number) => {
  const on = today.add({ days })
  return on.dayOfWeek > 5 ? on.add({ days: 8 - on.dayOfWeek }) : on
}
const dana = { name: 'Dana Okafor' }
const marc = { name: 'Marc Laurent', address: 'marc.laurent@meridian-glass.example', zone: 'Europe/Zurich' }

const shownWhole = (shown: Element) => Promise.all(shown.getAnimations().map((each) => each.finished.then(() => true)))

const event = (title: string, on: Temporal.PlainDate) => ({
  title,
  when: {
    allDay: false,
    start: `${on}T23:00:00`,
    end: `${on}T23:30:00`,
    zone: 'Europe/London',
    endZone: 'Europe/London',
  },
  place: 'Kiln Yard',
  people: [{ address: marc.address, name: marc.name, answer: 'accepted', required: true }],
})

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  const mine = await sitDown(browser)
  page = mine.page
  complaints = mine.complaints
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Dana' })
  const add = async (title: string, on: Temporal.PlainDate) =>
    (
      await performAt<{ event: { eventId: string } }>(page, 'event.add', {
        calendarId: calendar.id,
        ...event(title, on),
      })
    ).event.eventId
  await add('Renewal, first talk', today.subtract({ days: 12 }))
  eventId = await add('Renewal terms', ahead(1))
  const late = { dueOn: today.subtract({ days: 3 }).toString(), wasDue: true, saidWhere: { by: 'call' } }
  await performAt(page, 'commitment.add', { what: 'the price sheet', side: 'theirs', by: marc, to: dana, ...late })
  await performAt(page, 'commitment.add', {
    what: 'answer on leave dates',
    side: 'theirs',
    by: dana,
    to: { name: 'Ines Duarte' },
    ...late,
  })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

describe('promises, by keyboard', () => {
  test('one is noted in a line from Today, and stands in its column', async () => {
    await page.goto(`${desk.url}/today`)
    await settled(page)
    const due = page.getByRole('region', { name: 'Commitments due' })
    await due.getByText('Dana owes you: answer on leave dates').waitFor()
    await due.getByText('3 days late').first().waitFor()
    await picture('commitments-today')
    await page.keyboard.press('a')
    await page.keyboard.type('I owe Camille Aubry the redlines tomorrow 16:00')
    await page.getByText('You owe Camille Aubry the redlines').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Noted: You owe Camille Aubry the redlines').waitFor()
    await page.keyboard.press('m')
    await page.getByRole('region', { name: 'We owe' }).getByText('You owe Camille Aubry the redlines').waitFor()
    expect(await axe(page)).toEqual([])
  })

  test('a key right after Enter is the page’s, though the dialog has not faded yet', async () => {
    await page.goto(`${desk.url}/today`)
    await settled(page)
    const wire = await page.context().newCDPSession(page)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await wire.send('Animation.enable')
    await page.keyboard.press('a')
    // A dialog that is turned back halfway in is gone as soon as it came: what fades slowly has to have come whole.
    await page.getByRole('dialog', { name: 'Note a promise' }).evaluate(shownWhole)
    await wire.send('Animation.setPlaybackRate', { playbackRate: 0.01 })
    await page.keyboard.type('Camille Aubry owes us the cover letter by Fri')
    // At once: what is typed faster than it is read waits for the reading.
    await page.keyboard.press('Enter')
    const fading = page.locator('[role=dialog][data-closed]')
    await fading.waitFor()
    expect(await fading.locator(':focus').count()).toBe(1)
    await page.keyboard.press('m')
    await page.getByRole('heading', { level: 1, name: 'Commitments' }).waitFor()
    await wire.detach()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.reload()
    await settled(page)
  })

  test('what is not understood is asked, and nothing is noted', async () => {
    await page.keyboard.press('n')
    await page.keyboard.type('Marc owes us the deck next week')
    await page.getByText('“next week” is no day: say which, for example “by Fri”').waitFor()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('region', { name: 'Owed to us' }).getByText('the deck').count()).toBe(0)
    await picture('commitments-asked')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Tab')
  })

  test('one key opens the letter that asks after it; once it went the next day stands there', async () => {
    await page.getByRole('button', { name: /Marc Laurent owes us the price sheet/ }).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    const line = page.getByRole('listitem').filter({ hasText: 'Marc Laurent owes us the price sheet' })
    if ((await line.getByRole('button', { name: 'New date' }).count()) === 0) await page.keyboard.press('ArrowUp')
    await line.getByRole('button', { name: 'New date' }).waitFor()
    await picture('commitments')
    await page.keyboard.press('f')
    const letter = page.getByRole('dialog', { name: 'Ask after it' })
    await letter.getByText('Weekdays match their dates').waitFor()
    expect(await letter.getByLabel('Message').inputValue()).toContain('Dear Marc Laurent,')
    await picture('commitments-chase')
    expect(await axe(page)).toEqual([])
    await letter.getByRole('button', { name: 'It went' }).click()
    await line.getByText(/asked once; next/).waitFor()
  })

  test('a new date, kept, and taken back', async () => {
    const line = page.getByRole('listitem').filter({ hasText: 'Marc Laurent owes us the price sheet' })
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: 'A new date', exact: true })
    await dialog.getByLabel('Now due on').fill(ahead(6).toString())
    await dialog.getByRole('button', { name: 'Agree it' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /Marc Laurent owes us the price sheet/ }).click()
    const panel = page.getByRole('dialog', { name: 'Marc Laurent owes us the price sheet' })
    await panel.getByText(/a new date was agreed with Marc Laurent/).waitFor()
    await picture('commitments-history')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await line.getByRole('button', { name: 'They kept it' }).click()
    await line.waitFor({ state: 'detached' })
    await page.keyboard.press('ControlOrMeta+z')
    await line.waitFor()
  })

  test('a pasted text suggests what it promises; a number notes it', async () => {
    await page.keyboard.press('p')
    await page.keyboard.type('Harlan Voss')
    const panel = page.getByRole('dialog', { name: 'Promises in a text' })
    expect(await panel.getByLabel('The other side').inputValue()).toBe('Harlan Voss')
    await panel
      .getByLabel('The text')
      .fill('Good talk. I’ll send you the spring volumes by Friday. Could you check the dates? We might meet in May.')
    await panel.getByText('1 suggested').waitFor()
    await panel.getByRole('button', { name: 'Note it' }).focus()
    await picture('commitments-paste')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('1')
    await panel.getByText('noted', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page
      .getByRole('region', { name: 'Owed to us' })
      .getByText('Harlan Voss owes us: send the spring volumes')
      .waitFor()
  })
})

describe('a meeting', () => {
  test('has notes whose lines become promises and decisions with a key', async () => {
    await page.goto(`${desk.url}/calendar?on=${ahead(1)}&event=${eventId}`)
    await settled(page)
    await page.getByRole('button', { name: 'Notes' }).waitFor()
    await page.keyboard.press('5')
    const notes = page.getByRole('dialog', { name: 'Notes: Renewal terms' })
    await notes.getByLabel('Add a line').fill('Marc to send the signed offer by Friday')
    await page.keyboard.press('Enter')
    const lines = notes.getByRole('list', { name: 'Lines' })
    await lines.getByText('Marc to send the signed offer by Friday').waitFor()
    await lines.getByText('Marc to send the signed offer by Friday').click()
    await page.keyboard.press('2')
    const form = notes.getByRole('form', { name: 'They owe it' })
    expect(await form.getByLabel('What').inputValue()).toBe('send the signed offer')
    await picture('commitments-notes')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await lines.getByText('Marc Laurent owes us: send the signed offer').waitFor()
    await notes.getByLabel('Add a line').fill('Twenty-four months or twelve?')
    await page.keyboard.press('Enter')
    await lines.getByText('Twenty-four months or twelve?').click()
    await page.keyboard.press('4')
    await lines.locator('[data-kind=wanted]').waitFor()
    await page.keyboard.press('Escape')
  })

  test('has a brief: who, when last met, what is open both ways, what could not be found', async () => {
    await page.goto(`${desk.url}/calendar?on=${ahead(1)}&event=${eventId}`)
    await settled(page)
    await page.getByRole('button', { name: 'Brief' }).waitFor()
    await page.keyboard.press('6')
    const brief = page.getByRole('dialog', { name: 'Before Renewal terms' })
    await brief.getByText(/Last met .*at Kiln Yard: Renewal, first talk/).waitFor()
    await brief.getByText('Marc Laurent owes us the price sheet').waitFor()
    await brief.getByText('Twenty-four months or twelve?').first().waitFor()
    await brief.getByText('No notes of an earlier meeting with them').waitFor()
    await picture('commitments-brief')
    expect(await axe(page)).toEqual([])
  })
})

test('notes of nothing on a calendar are begun from anywhere, and their lines become what those of a meeting do', async () => {
  await page.goto(`${desk.url}/today`)
  await settled(page)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('take notes')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Notes' }).waitFor()
  const begin = page.getByLabel('Take notes about')
  await expect.poll(() => begin.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('Corridor with Marc')
  await page.keyboard.press('Enter')
  const notes = page.getByRole('dialog', { name: 'Notes: Corridor with Marc' })
  await notes.getByLabel('Add a line').fill('Marc to send the samples by Friday')
  await page.keyboard.press('Enter')
  const lines = notes.getByRole('list', { name: 'Lines' })
  await lines.getByText('Marc to send the samples by Friday').click()
  await page.keyboard.press('2')
  const form = notes.getByRole('form', { name: 'They owe it' })
  expect(await form.getByLabel('What').inputValue()).toBe('send the samples')
  await form.getByLabel('Who owes it').fill('Marc Laurent')
  await page.keyboard.press('Enter')
  await lines.getByText('Marc Laurent owes us: send the samples').waitFor()
  await notes.getByLabel('Add a line').fill('Go with oak')
  await page.keyboard.press('Enter')
  await lines.getByText('Go with oak').click()
  await page.keyboard.press('3')
  await lines.getByText('decided', { exact: true }).waitFor()
  expect(await axe(page)).toEqual([])
  await picture('notes')
  await page.keyboard.press('Escape')
  await page.goto(`${desk.url}/today`)
  await settled(page)
  await page.keyboard.press(';')
  const line = page.getByRole('list', { name: 'Notes', exact: true }).getByRole('listitem')
  await line.getByText('2 lines · 1 promise · 1 decision').waitFor()
  await page.keyboard.press('g')
  await notes.waitFor()
  await page.keyboard.press('Escape')
})

test('on a phone there is one column and a switch', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${desk.url}/commitments`)
  await settled(page)
  await page.getByRole('button', { name: /^We owe/ }).click()
  await page.getByText('You owe Camille Aubry the redlines').waitFor()
  expect(await page.getByText('Marc Laurent owes us the price sheet').count()).toBe(0)
  await picture('commitments-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await axe(page)).toEqual([])
  expect(complaints).toEqual([])
})
