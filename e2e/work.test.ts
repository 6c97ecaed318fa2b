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

const zone = 'Europe/London'
const today = Temporal.Now.plainDateISO(zone)
/** The coming working day after tomorrow: far enough that nothing of it has passed. */
const soon = [2, 3, 4].map((days) => today.add({ days })).find((day) => day.dayOfWeek <= 5) ?? today.add({ days: 2 })

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  // Today shows what needs the assistant once there is a calendar with something on it.
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const when = { allDay: false, start: `${soon}T10:00:00`, end: `${soon}T11:00:00`, zone, endZone: null }
  await performAt(page, 'event.add', { title: 'Harbour review', calendarId: calendar.id, when })
  const checks = [{ words: 'Two people have read it' }, { words: 'The link is kept here', does: 'has-link' }]
  await performAt(page, 'standard.save', { kind: 'papers', checks })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
const line = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })

describe('work', () => {
  it('is written down in one line, from the keys alone', async () => {
    await page.keyboard.press('w')
    await page.getByRole('heading', { level: 1, name: 'Work' }).waitFor()
    await page.getByText('Nothing is to be done').waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type(`Board pack by ${soon} 4pm 2h #papers`)
    await page.getByText(/Board pack · by \w+ .*, 16:00 · 2 h · papers/).waitFor()
    await page.keyboard.press('Enter')
    await line('Board pack').waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('hangs on other work, and is told at the field when that waits for it already', async () => {
    const another = (title: string) => performAt<{ work: { id: string } }>(page, 'work.add', { title })
    const [figures, printing] = [await another('Figures'), await another('Printing')]
    await performAt(page, 'work.edit', { id: printing.work.id, set: { hangsOn: [figures.work.id] } })
    await page.reload()
    await settled(page)
    await line('Figures').press('Enter')
    await dialog('Figures').waitFor()
    await page.keyboard.press('e')
    const form = dialog('Change work')
    const field = form.getByLabel('Hangs on', { exact: true })
    const choose = async (words: string) => {
      await field.fill(words)
      await page.getByRole('option', { name: new RegExp(words) }).waitFor()
      await field.press('Enter')
    }
    await choose('Printing')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('“Printing” waits for this already').first().waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Remove Printing' }).click()
    await choose('Harbour review')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })
    await dialog('Figures').getByText('Harbour review').waitFor()
    await page.keyboard.press('Escape')
    for (const { work } of [printing, figures]) await performAt(page, 'work.cancel', { id: work.id })
    await page.reload()
    await settled(page)
  })

  it('is ticked by numbers, and is not closed without a reason for what is not met', async () => {
    await line('Board pack').press('Enter')
    const panel = dialog('Board pack')
    await panel.getByText('Two people have read it').waitFor()
    await page.keyboard.press('1')
    await panel.getByText('ticked by Ines Duarte').waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('f')
    const closing = dialog(/^Close “Board pack”/)
    await closing.getByRole('button', { name: 'It is done' }).click()
    await closing.getByRole('alert').getByText('“The link is kept here” is not ticked').waitFor()
    await closing.getByLabel('Why without “The link is kept here”').fill('They want it on paper')
    expect(await axe(page)).toEqual([])
    await closing.getByRole('button', { name: 'It is done' }).click()
    await closing.waitFor({ state: 'detached' })
    await page.getByText('On time and to standard 0 of 1').first().waitFor()
  })

  it('is counted, and every number opens what it was counted from', async () => {
    await settled(page)
    await page.keyboard.press('h')
    const record = dialog('On time and to standard 0 of 1')
    await record.getByRole('button', { name: /^papers/ }).click()
    await record.getByText('on time, not to standard').waitFor()
    expect(await axe(page)).toEqual([])
    await record.getByRole('link', { name: 'Board pack' }).click()
    await dialog('Board pack').getByText('closed without: They want it on paper').waitFor()
    await page.keyboard.press('b')
    await dialog('Board pack').getByRole('button', { name: 'It is done' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('that does not fit into the hours is a finding before its date, with its honest note', async () => {
    const asked = { asked: 'All five years, please.', askedBy: 'Anton Keller' }
    await performAt(page, 'work.add', { title: 'Figures of five years', dueOn: `${soon}`, effort: 3000, ...asked })
    await page.goto(`${desk.url}/today`)
    const finding = page.getByRole('article').filter({ hasText: 'Not enough hours' })
    await finding.getByText(/Figures of five years”: 50 h are left.* before/).waitFor()
    await finding.getByRole('button', { name: 'Tell Anton Keller now' }).click()
    const note = dialog(/./).last()
    await note.getByText(/Figures of five years” will not be done by .*: 50 h of work are left/).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await finding.getByRole('link', { name: 'Figures of five years' }).click()
    await dialog('Figures of five years').getByText('All five years, please.').waitFor()
    expect(complaints).toEqual([])
  })

  it('is as usable on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${desk.url}/work`)
    await settled(page)
    await line('Figures of five years').waitFor()
    expect(await axe(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    await line('Figures of five years').click()
    await dialog('Figures of five years').getByRole('button', { name: 'Change' }).click()
    await dialog('Change work').getByLabel('The goal it serves').fill('A loan on good terms')
    expect(await axe(page)).toEqual([])
    await dialog('Change work').getByRole('button', { name: 'Save' }).click()
    await dialog('Figures of five years').getByText('A loan on good terms').waitFor()
  })
})
