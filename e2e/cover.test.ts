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
/** Noor's telephone. */
let phone: Page
let eventId = ''
let address = ''

const zone = 'Europe/London'
const here = Temporal.Now.zonedDateTimeISO(zone)
const day = (days: number) => here.toPlainDate().add({ days })
const [first, last] = [day(2), day(4)]
const words = (date: Temporal.PlainDate) =>
  date.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
/** The desk's clock goes on to a minute after this day has begun. */
const begins = (date: Temporal.PlainDate) =>
  desk.ahead(here.until(date.toZonedDateTime({ timeZone: zone, plainTime: '00:01' }), { largestUnit: 'hours' }))
const at = (date: Temporal.PlainDate, clock: string) => `${date}T${clock}:00`

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const when = { allDay: false, start: at(day(3), '10:00'), end: at(day(3), '11:00'), zone, endZone: null }
  const added = await performAt<{ event: { eventId: string } }>(page, 'event.add', {
    title: 'Harbour review',
    calendarId: calendar.id,
    when,
  })
  eventId = added.event.eventId
  const offered = await performAt<{ address: string }>(page, 'hold.offer', {
    to: { name: 'Camille Aubry', zone },
    meeting: { title: 'Renewal terms', by: 'video' },
    times: [{ start: `${at(day(6), '14:00')}Z`, end: `${at(day(6), '14:30')}Z` }],
    expiresAt: `${at(day(5), '17:00')}Z`,
  })
  address = offered.address
  await seatNoor()
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** She sits at the desk and may look, and nothing more. */
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
  const looksOn = { calendar: 'see', mail: 'none', travel: 'none', people: 'see', money: 'none', desk: 'see' }
  const set = { areas: looksOn, send: 'never', private: 'none' }
  await performAt(page, 'board.change', { member: me.member.id, set, reason: 'She covers now and then' })
}

const noorMoves = async (title: string) =>
  phone.evaluate(
    async ([id, text]) => {
      const body = JSON.stringify({ eventId: id, set: { title: text } })
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/api/event/edit', { method: 'POST', headers, body })).status
    },
    [eventId, title] as const,
  )

describe('away for three days', () => {
  it('is planned with the keyboard, and changes nothing before its time', async () => {
    await page.keyboard.press('q')
    await page.getByText('Everybody is here').waitFor()
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'Plan a cover' })
    await dialog.getByLabel('Who covers').selectOption({ label: 'Noor Aziz, assistant' })
    await dialog.getByLabel('First day').fill(`${first}`)
    await dialog.getByLabel('Last day').fill(`${last}`)
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Plan it' }).click()
    const card = page.getByRole('article').filter({ hasText: 'Noor Aziz will cover for Ines Duarte' })
    await card.getByText(`from ${words(first)} to ${words(last)}`).waitFor()
    await card.getByText('planned', { exact: true }).waitFor()
    expect(await noorMoves('Not yet')).toBe(403)
  })

  it('says to outsiders what the desk allows', async () => {
    await page.getByLabel('What outsiders are told on their page').selectOption({ label: told })
    await page.getByLabel('How to reach whoever covers').fill('noor@okafor.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved').first().waitFor()
    const guest = await outsider()
    expect(await guest.locator('[data-absence]').count()).toBe(0)
    await guest.context().close()
  })

  it('begins by itself: whoever covers has the note on the telephone, and may act', async () => {
    begins(first)
    await expect.poll(() => noorMoves('Harbour review, moved room'), { timeout: 15_000 }).toBe(200)
    await phone.reload()
    await phone
      .getByText(`Noor Aziz covers for Ines Duarte until ${words(last)}`)
      .first()
      .waitFor()
    await phone.getByRole('link', { name: 'Your handover note' }).tap()
    const note = phone.getByRole('region', { name: 'Handover note' })
    await note.getByText('Renewal terms').first().waitFor()
    await phone.getByText('Must ask').waitFor()
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.reload()
    await page.getByRole('link', { name: 'Noor Aziz is on duty, Ines Duarte is away' }).waitFor()
    const guest = await outsider()
    expect(await guest.locator('[data-absence]').textContent()).toBe(
      `Ines Duarte is away until ${words(last)}. Noor Aziz answers meanwhile: noor@okafor.example`,
    )
    await guest.context().close()
  })

  it('ends by itself, and on return shows what was done, each with its undo', async () => {
    begins(last.add({ days: 1 }))
    expect(await noorMoves('Too late')).toBe(403)
    await page.goto(`${desk.url}/today`)
    const seeIt = page.getByRole('link', { name: 'See what was done in Ines Duarte’s name' })
    const told = async () => {
      await page.reload()
      await settled(page)
      return seeIt.count()
    }
    await expect.poll(told, { timeout: 25_000 }).toBe(1)
    await seeIt.click()
    await page.getByRole('button', { name: 'What was done meanwhile' }).click()
    const report = page.getByRole('region', { name: 'What was done meanwhile' })
    await report
      .getByText(/Harbour review/)
      .first()
      .waitFor()
    expect(await axe(page)).toEqual([])
    await report.getByRole('button', { name: /^Undo/ }).click()
    await report.getByText('undone').waitFor()
    await report.getByRole('button', { name: 'I have seen it' }).click()
    await report.getByRole('button', { name: 'I have seen it' }).waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  it('begins in two taps when somebody is ill', async () => {
    await page.goto(`${desk.url}/today`)
    await page.getByRole('button', { name: 'Ill today' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Noor Aziz' }).click()
    await page.getByRole('link', { name: 'Noor Aziz is on duty, Ines Duarte is away' }).waitFor()
    expect(await noorMoves('Covered today')).toBe(200)
    expect(complaints).toEqual([])
  })
})

const told = 'Who answers meanwhile, and how to reach them'
const outsider = async () => {
  const { page: guest } = await sitDown(browser, { javaScriptEnabled: false })
  await guest.goto(address)
  return guest
}
