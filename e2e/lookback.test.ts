import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { importFile, openTheDesk, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page

const today = Temporal.Now.plainDateISO('Europe/London')
/** Ten working days back with everything a look back tells: clashes, meetings over lunch, a long stretch, short nights. */
function hardDays(): string {
  const lines: string[] = []
  const add = (uid: string, on: Temporal.PlainDate, from: string, to: string, title: string, ...more: string[]) => {
    const stamp = (time: string) => `${on.toString().replaceAll('-', '')}T${time}00`
    lines.push('BEGIN:VEVENT', `UID:${uid}@invented.example`, 'DTSTAMP:20260101T000000Z', `SUMMARY:${title}`)
    lines.push(`DTSTART;TZID=Europe/London:${stamp(from)}`, `DTEND;TZID=Europe/London:${stamp(to)}`)
    lines.push('ATTENDEE;CN=Camille Roy;PARTSTAT=ACCEPTED:mailto:camille@meridian.example', ...more, 'END:VEVENT')
  }
  for (let back = 1; back <= 14; back++) {
    const on = today.subtract({ days: back })
    if (on.dayOfWeek > 5) continue
    add(`morning-${back}`, on, '0730', '1130', 'Board preparation')
    add(`clash-${back}`, on, '1100', '1200', 'Legal')
    add(`lunch-${back}`, on, '1200', '1400', 'Investors over lunch')
    add(`night-${back}`, on, '2100', '2300', 'Call with the coast')
  }
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Equerry//Invented season//EN',
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  await importFile(page, 'dana.ics', hardDays())
  await page.goto(`${desk.url}/lookback`)
  await settled(page)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const sentences = () => page.getByRole('main').locator('ol > li')

describe('the look back', () => {
  it('says the season in five sentences', async () => {
    expect(await sentences().count()).toBe(5)
    expect(await axe(page)).toEqual([])
  })

  it('opens every count to exactly so many findings', async () => {
    expect(await sentences().getByRole('button', { name: /^Open/ }).count()).toBeGreaterThanOrEqual(4)
    for (const sentence of await sentences().all()) {
      const open = sentence.getByRole('button', { name: /^Open/ })
      if ((await open.count()) === 0) continue
      const count = Number(/\d+/.exec((await open.textContent()) ?? '')?.[0] ?? 1)
      await open.click()
      const all = sentence.getByRole('button', { name: /^Show all/ })
      if ((await all.count()) > 0) await all.click()
      expect(await sentence.locator('ul > li').count()).toBe(count)
    }
  })

  it('offers the rule that would have caught it, shows what it would have flagged, and adds it on yes', async () => {
    const night = sentences()
      .filter({ hasText: /night|rest/i })
      .first()
    await night.getByRole('button', { name: 'Make it a rule…' }).click()
    const form = page.getByRole('dialog', { name: 'Add a rule' })
    await form.getByText(/It would flag \d+ things? on \d+ of \d+ days/).waitFor()
    await form.getByRole('button', { name: 'Add it' }).click()
    await night.getByText('already a rule here').waitFor()
    await page.goto(`${desk.url}/rules`)
    await page.getByRole('article', { name: /rest between one day and the next/ }).waitFor()
  })
})
