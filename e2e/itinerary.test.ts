import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
/** Somebody else's phone, with script off. */
let outside: BrowserContext
let tripId = ''
let flightId = ''

const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
const first = today.add({ days: 8 })
const at = (day: number, time: string) => `${first.add({ days: day })}T${time}`

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  const mine = await sitDown(browser)
  page = mine.page
  complaints = mine.complaints
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Dana' })
  const { trip } = await performAt<{ trip: { id: string } }>(page, 'trip.add', {
    title: 'Zurich, Harbour & Vale',
    cities: ['Zurich'],
    from: first.toString(),
    until: first.add({ days: 2 }).toString(),
  })
  tripId = trip.id
  const add = async (draft: object) =>
    (await performAt<{ segment: { id: string } }>(page, 'segment.add', { tripId, ...draft })).segment.id
  flightId = await add({
    ...{ kind: 'flight', number: 'XQ 345', confirmation: 'PNR77X', status: 'booked' },
    from: { airport: 'LCY', local: at(0, '17:55') },
    to: { airport: 'ZRH', local: at(0, '20:40'), terminal: '1' },
  })
  await add({
    ...{ kind: 'ride', status: 'booked', confirmation: 'AL-20931', driver: 'Marc Laurent' },
    from: { airport: 'ZRH', local: at(0, '21:10') },
    to: { place: 'Seehof' },
    pickUp: 'Arrivals 1, by the flower stall',
  })
  await add({
    ...{ kind: 'stay', status: 'booked', confirmation: 'SH-553', phone: '+41 44 555 01 01' },
    from: { place: 'Seehof', zone: 'Europe/Zurich', local: at(0, '22:00') },
    to: { place: 'Seehof', zone: 'Europe/Zurich', local: at(2, '10:00') },
  })
  outside = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
  })
  outside.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const onPhone = async (address: string) => {
  const phone = await outside.newPage()
  const answer = await phone.goto(address)
  return { text: (await phone.textContent('main')) ?? '', status: answer?.status(), phone }
}

/** Makes the address that is ready on the page. */
async function make(): Promise<string> {
  await page.getByRole('button', { name: 'Make their address' }).click()
  const shown = page.getByRole('dialog', { name: /^The address for/ })
  const address = (await shown.locator('code').textContent()) ?? ''
  expect(await axe(page)).toEqual([])
  await shown.getByRole('button', { name: 'I have it' }).click()
  await settled(page)
  return address
}

describe('the itinerary of a trip', () => {
  let driver = ''

  it('is one key from the trip, and shows exactly what a driver will see', async () => {
    await page.goto(`${desk.url}/travel/${tripId}`)
    await page.getByRole('heading', { name: 'Zurich, Harbour & Vale' }).waitFor()
    await settled(page)
    await page.keyboard.press('p')
    await page.getByRole('heading', { name: 'Itinerary', exact: true }).waitFor()
    await page.getByLabel('For', { exact: true }).selectOption('driver')
    await page.getByLabel('How they reach the desk').fill('Ines, +44 20 7946 0102')
    const seen = page.getByRole('region', { name: 'What they will see' })
    await seen.getByText('Pick up Dana Okafor').waitFor()
    await seen.getByText(/XQ 345, lands .*20:40 \(Europe\/Zurich\), ZRH, terminal 1/).waitFor()
    const words = (await seen.textContent()) ?? ''
    expect(words).not.toMatch(/PNR77X|AL-20931|SH-553|Harbour/)
    expect(await axe(page)).toEqual([])
    expect(await page.getByLabel('Who it is given to').inputValue()).toBe('Marc Laurent')
  })

  it('goes to the driver by an address that needs no account and no script', async () => {
    driver = await make()
    const { text, phone } = await onPhone(driver)
    expect(text).toMatch(/Pick up Dana Okafor/)
    expect(text).toMatch(/Arrivals 1, by the flower stall/)
    expect(text).toMatch(/Ines, \+44 20 7946 0102/)
    expect(text).not.toMatch(/PNR77X|AL-20931|SH-553|Harbour/)
    expect(await phone.title()).toBe('Rides for Dana Okafor')
  })

  it('looks right to axe on a screen and on a phone, for each reader', async () => {
    const look = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const one = await look.newPage()
    await one.goto(driver)
    expect(await axe(one)).toEqual([])
    await one.setViewportSize({ width: 1440, height: 900 })
    expect(await axe(one)).toEqual([])
    await look.close()
  })

  it('says when what was given out has changed, and the page is the newest already', async () => {
    await performAt(page, 'segment.edit', { id: flightId, set: { to: { local: at(0, '21:05') } } })
    await page.reload()
    await page.getByText(/Changed since they were given it: Pick up Dana Okafor/).waitFor()
    expect((await onPhone(driver)).text).toMatch(/lands .*21:05/)
  })

  it('is given out anew: the one before is out of date, and says so without a word of the trip', async () => {
    await page.getByRole('button', { name: 'Give it out anew to Marc Laurent' }).click()
    const again = await make()
    await page.getByText(/^Out of date since/).waitFor()
    const old = await onPhone(driver)
    expect(old.status).toBe(410)
    expect(old.text).toMatch(/This itinerary is out of date/)
    expect(old.text).not.toMatch(/Dana|Zurich|XQ/)
    driver = again
    expect((await onPhone(driver)).text).toMatch(/21:05/)
  })

  it('shows dates alone or nothing at the same address', async () => {
    await page.getByLabel('For', { exact: true }).selectOption('family')
    await page.getByLabel('Who it is given to').fill('Sam Okafor')
    const family = await make()
    expect((await onPhone(family)).text).toMatch(/\+41 44 555 01 01/)
    await page.getByRole('button', { name: 'Show more or less… to Sam Okafor' }).click()
    const dialog = page.getByRole('dialog', { name: 'What Sam Okafor is shown' })
    await dialog.getByLabel('Shown').selectOption('dates')
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Show that' }).click()
    await page.getByText('shows dates and cities').waitFor()
    const { text } = await onPhone(family)
    expect(text).toMatch(/Zurich/)
    expect(text).not.toMatch(/Seehof|XQ|Dana/)
  })

  it('is withdrawn, and whoever opens it reads that and nothing else', async () => {
    await page.getByRole('button', { name: 'Withdraw… from Marc Laurent' }).click()
    const dialog = page.getByRole('dialog', { name: 'Withdraw it from Marc Laurent' })
    await dialog.getByText('No undo.').waitFor()
    await dialog.getByRole('button', { name: 'Withdraw it' }).click()
    await page.getByText(/^Withdrawn /).waitFor()
    const { status, text } = await onPhone(driver)
    expect(status).toBe(410)
    expect(text).toMatch(/withdrawn/)
    expect(text).not.toMatch(/Dana|Zurich|XQ/)
  })

  it('has what is on file for an emergency, and the sheet says what is not', async () => {
    await page.getByRole('button', { name: 'What is on file…' }).click()
    const dialog = page.getByRole('dialog', { name: 'On file for an emergency' })
    await dialog.getByLabel('Whom to ring at the desk').fill('Ines Duarte, +44 20 7946 0102')
    await dialog.getByLabel('When they answer').fill('Mon–Fri 07:30–19:00')
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Keep it' }).click()
    await dialog.waitFor({ state: 'detached' })
    const opened = page.context().waitForEvent('page')
    await page.getByRole('link', { name: 'Read it' }).click()
    const sheet = await opened
    await sheet.getByText('Ines Duarte, +44 20 7946 0102').waitFor()
    expect(await sheet.textContent('main')).toMatch(/Insurance: not on file/)
    expect(await axe(sheet)).toEqual([])
    await sheet.close()
  })

  it('fits a phone, and the page complained of nothing', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axe(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
