import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let tripId = ''
const first = Temporal.Now.plainDateISO('Europe/London').add({ days: 9 })
const last = first.add({ days: 2 })
const on = (day: Temporal.PlainDate) =>
  `${day.toLocaleString('en-GB', { weekday: 'short' })} ${day.day} ${day.toLocaleString('en-GB', { month: 'short' }).replace('Sept', 'Sep')}`
const small = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Work' })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const still = async (of: Page) => {
  await of.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  await of.waitForTimeout(300)
}
const inBoth = async (of: Page, look: () => Promise<void>) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await of.emulateMedia({ colorScheme })
    await still(of)
    await look()
  }
  await of.emulateMedia({ colorScheme: 'light' })
}
const isClean = (of: Page) => inBoth(of, async () => expect(await axe(of)).toEqual([]))
const at = (path: string) => `${desk.url}${path}`
const panel = (title: string) => page.getByRole('dialog', { name: title, exact: true })
/** The line of a part on the timeline. */
const line = (title: string): Locator =>
  page
    .getByRole('region', { name: 'The way' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) })
const end = async (dialog: Locator, of: string, day: Temporal.PlainDate, fields: Readonly<Record<string, string>>) => {
  const { time = '', dayLabel = '', timeLabel = 'at', ...texts } = fields
  for (const [name, value] of Object.entries(texts))
    await dialog.getByLabel(`${of}: ${name}`, { exact: true }).fill(value)
  await dialog.getByLabel(`${of}: ${dayLabel}`, { exact: true }).fill(day.toString())
  await dialog.getByLabel(`${of}: ${timeLabel}`, { exact: true }).fill(time)
}
/** A zone, found by typing. */
const zone = async (dialog: Locator, of: string, name: string) => {
  const field = dialog.getByLabel(`${of}: zone`, { exact: true })
  await field.fill(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor()
  await field.press('Enter')
  expect(await field.inputValue()).toBe(name)
}
const close = async () => {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Close', exact: true }).waitFor({ state: 'detached' })
}

describe('a trip', () => {
  it('is planned by keyboard, on the page of its letter; what is missing is said at its field', async () => {
    await page.keyboard.press('v')
    await page.getByRole('heading', { name: 'Nobody is going anywhere' }).waitFor()
    await isClean(page)
    await page.keyboard.press('n')
    const form = page.getByRole('dialog', { name: 'Plan a trip' })
    await form.waitFor()
    await page.keyboard.press('Enter')
    await form.getByText('A trip needs a name.').waitFor()
    await isClean(page)
    await form.getByLabel('What it is called').fill('Zurich board')
    await form.getByLabel('First day').fill(first.toString())
    await form.getByLabel('Last day').fill(last.toString())
    await form.getByLabel('Cities, in order').fill('Zurich')
    await page.keyboard.press('Enter')
    await form.getByLabel('Who else travels').fill('Ravi Menon')
    await page.keyboard.press('Enter')
    await form.getByLabel('Budget', { exact: true }).fill('1240.5')
    await form.getByLabel('Currency of budget').selectOption('CHF')
    await form.getByRole('button', { name: 'An approval is needed' }).click()
    await form.getByRole('textbox', { name: 'Approval of' }).fill('business class')
    await form.getByRole('button', { name: 'Plan it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Zurich board' }).waitFor()
    await page.getByText('CHF 1,240.50').waitFor()
    await page.getByText('Dana Okafor, Ravi Menon').first().waitFor()
    await page.getByText('in 9 days').waitFor()
    await settled(page)
    await isClean(page)
    tripId = new URL(page.url()).pathname.split('/')[2] ?? ''
  })

  it('gets a flight; an airport that does not exist is refused at its field, and both zones stand beside each other', async () => {
    await page.keyboard.press('n')
    const form = page.getByRole('dialog', { name: 'Add to Zurich board' })
    await form.getByLabel('Airline').fill('Quill Air')
    await form.getByLabel('Number', { exact: true }).fill('XQ 345')
    await form.getByLabel('Confirmation', { exact: true }).fill('K7Q2MD')
    await end(form, 'From', first, { airport: 'QQQ', time: '17:10', dayLabel: 'leaves on' })
    await end(form, 'To', first, { airport: 'ZRH', terminal: '2', time: '19:50', dayLabel: 'arrives on' })
    await form.getByLabel('It is', { exact: true }).selectOption('booked')
    await form.getByRole('button', { name: 'Add the flight' }).click()
    await form.locator('[aria-invalid=true]').first().waitFor()
    expect(await form.getByLabel('From: airport').getAttribute('aria-invalid')).toBe('true')
    await isClean(page)
    await form.getByLabel('From: airport').fill('LCY')
    await form.getByLabel('Seat').fill('3A')
    await form.getByRole('button', { name: 'Add the flight' }).click()
    await panel('XQ 345 LCY → ZRH').waitFor()
    await panel('XQ 345 LCY → ZRH')
      .getByText(`${on(first)}, 18:50 London at home`)
      .waitFor()
    await isClean(page)
    await close()
    const flight = line('XQ 345 LCY → ZRH')
    expect(await flight.getByRole('time').allTextContents()).toEqual(['17:10', '17:10', '19:50', '18:50'])
    expect(await flight.textContent()).toMatch(/LCY, terminal unknown.*ZRH, terminal 2/)
  })

  it('gets a ride that hangs on it, and a bed; a night without one is said', async () => {
    await page.getByText('Night: no bed').first().waitFor()
    await page
      .getByRole('button', { name: /^Add to/ })
      .first()
      .click()
    const ride = page.getByRole('dialog', { name: 'Add to Zurich board' })
    await ride.getByLabel('Ride', { exact: true }).check()
    await ride.getByLabel('Whose car').fill('Seewagen')
    await end(ride, 'From', first, { place: 'Zurich airport', time: '20:20', dayLabel: 'leaves on' })
    await zone(ride, 'From', 'Europe/Zurich')
    await end(ride, 'To', first, { place: 'Hotel Seehof', time: '20:50', dayLabel: 'arrives on' })
    await zone(ride, 'To', 'Europe/Zurich')
    await ride.getByLabel('Driver').fill('Urs')
    await ride.getByLabel('Their phone').fill('+41 44 000 00 00')
    await ride.getByLabel('Pick-up, exactly').fill('Door 3 of Arrivals')
    await ride.getByText('What it depends on, its event, fallback, notes').click()
    await ride.getByLabel('XQ 345 LCY → ZRH').check()
    await ride.getByRole('button', { name: 'Add the ride' }).click()
    await page
      .getByRole('dialog', { name: /^Seewagen/ })
      .getByText('Makes no sense without')
      .waitFor()
    await close()
    await page.keyboard.press('n')
    const stay = page.getByRole('dialog', { name: 'Add to Zurich board' })
    await stay.getByLabel('Stay', { exact: true }).check()
    await stay.getByLabel('Hotel', { exact: true }).fill('Hotel Seehof')
    await end(stay, 'The stay', first, {
      place: 'Hotel Seehof',
      time: '15:00',
      dayLabel: 'check in',
      timeLabel: 'from',
    })
    await zone(stay, 'The stay', 'Europe/Zurich')
    await end(stay, 'Leaving', last, { time: '11:00', dayLabel: 'check out', timeLabel: 'by' })
    await stay.getByRole('button', { name: 'Add the stay' }).click()
    await page.getByRole('dialog', { name: /Seehof/ }).waitFor()
    await close()
    await page.getByText('Night: Hotel Seehof').first().waitFor()
    expect(await page.getByText('Night: no bed').count()).toBe(0)
    await page.getByText('30 min from landing to leaving').waitFor()
  })

  it('is gone through by the arrow keys, and a part is left where it was opened', async () => {
    const flight = page.getByRole('link', { name: 'XQ 345 LCY → ZRH' })
    await flight.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await panel('XQ 345 LCY → ZRH').waitFor()
    await close()
    expect(await flight.evaluate((one) => one === document.activeElement)).toBe(true)
  })
})

describe('what is open', () => {
  it('comes first, is given to somebody, and is settled', async () => {
    await page.keyboard.press('a')
    const form = page.getByRole('dialog', { name: 'What is open' })
    await form.getByLabel('What is open').fill('Who pays the second night?')
    await form.getByLabel('Who sees to it').selectOption('')
    await form.getByRole('button', { name: 'Note it' }).click()
    const points = page.getByRole('region', { name: 'Open points' })
    await points.getByText('nobody sees to it').waitFor()
    await points.getByRole('button', { name: 'Give to: Who pays the second night?' }).click()
    const given = page.getByRole('dialog', { name: 'Give it to somebody' })
    await given.getByLabel('Who sees to it').selectOption({ label: 'Ines Duarte' })
    await given.getByRole('button', { name: 'Save' }).click()
    await points.getByText('Ines Duarte').waitFor()
    await settled(page)
    await isClean(page)
    await points.getByRole('button', { name: 'Settle: Who pays the second night?' }).click()
    const settle = page.getByRole('dialog', { name: 'Settle it' })
    await settle.getByLabel('How').fill('Harbour & Vale')
    await settle.getByRole('button', { name: 'It is settled' }).click()
    await points.getByText('Settled 1').waitFor()
  })
})

describe('a ride that somebody outside holds', () => {
  it('is asked for with a letter, and is amber until they answer', async () => {
    await page.getByRole('link', { name: /^Seewagen/ }).click()
    await page.getByRole('dialog', { name: /^Seewagen/ }).waitFor()
    await page.keyboard.press('a')
    const letter = page.getByRole('dialog', { name: /^Ask about Seewagen/ })
    await expect.poll(() => letter.getByLabel('Message').inputValue()).toMatch(/20:20/)
    await isClean(page)
    expect(await letter.getByRole('link', { name: 'Open in mail' }).getAttribute('href')).toMatch(/^mailto:/)
    await letter.getByRole('button', { name: 'I have sent it' }).click()
    await page.getByText('Asked. It stays amber until they answer.').first().waitFor()
    await page
      .getByRole('dialog', { name: /^Seewagen/ })
      .getByText('asked, no answer')
      .first()
      .waitFor()
    await isClean(page)
  })

  it('is confirmed by whoever says who said so, and under which reference', async () => {
    await page.keyboard.press('f')
    const form = page.getByRole('dialog', { name: 'They confirmed it' })
    await form.getByLabel('Who said so').fill('Jo, Seewagen')
    await form.getByLabel('Reference').fill('SW-88')
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog', { name: /^Seewagen/ })
      .getByText(/confirmed by Jo, Seewagen, ref SW-88/)
      .first()
      .waitFor()
    await close()
  })
})

describe('a flight that moves', () => {
  it('shows what would break before it is saved', async () => {
    await page.getByRole('link', { name: 'XQ 345 LCY → ZRH', exact: true }).click()
    await panel('XQ 345 LCY → ZRH').waitFor()
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Change XQ 345 LCY → ZRH' })
    await form.getByLabel('From: at', { exact: true }).fill('17:55')
    await form.getByLabel('To: at', { exact: true }).fill('20:35')
    await form.getByRole('button', { name: 'See what would break' }).click()
    const foreseen = form.getByRole('region', { name: 'What would break' })
    await foreseen.getByText(/behind it would no longer work/).waitFor()
    await foreseen
      .getByRole('heading', { name: /^Seewagen/ })
      .first()
      .waitFor()
    await isClean(page)
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Changed XQ 345 LCY → ZRH').first().waitFor()
    await close()
  })

  it('is red where it cannot work, says so beside the way, and shows everything behind it in its order', async () => {
    await page.getByText(/begins 15 min before XQ 345/).waitFor()
    const needs = page.getByRole('complementary', { name: 'What needs you' })
    await needs.getByRole('article').first().waitFor()
    await page.goto(at(`/travel/${tripId}`))
    await page.getByRole('link', { name: 'XQ 345 LCY → ZRH', exact: true }).first().click()
    await panel('XQ 345 LCY → ZRH').waitFor()
    await page.keyboard.press('g')
    await page.getByRole('heading', { name: 'What it did to the rest' }).waitFor()
    await page.getByRole('region', { name: 'The change' }).getByText(/17:10/).waitFor()
    await page.getByText(/behind it no longer work/).waitFor()
    await settled(page)
    await isClean(page)
    expect(complaints).toEqual([])
  })

  it('is found by the name of its trip, from anywhere', async () => {
    await page.keyboard.press('t')
    await page.waitForURL('**/today')
    await settled(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zurich board')
    await page.getByRole('option', { name: /Open the trip Zurich board/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Zurich board' }).waitFor()
    const here = page.getByRole('navigation', { name: 'Pages' }).first().locator('[aria-current=page]')
    expect(await here.textContent()).toContain('Travel')
  })

  it('makes the list of trips say so in words, and the navigation count it', async () => {
    await page.keyboard.press('v')
    const trip = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Zurich board' }) })
    await trip.getByText(/cannot work/).waitFor()
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: /^Travel/ })
      .getByText(/waiting/)
      .waitFor()
    await isClean(page)
  })
})

describe('the phone of whoever travels', () => {
  it('shows what is next, large; and shows it without a line too, saying since when', async () => {
    const phone = await sitDown(browser, { ...small, storageState: await page.context().storageState() })
    await phone.page.goto(at(`/travel/${tripId}/go`))
    const next = phone.page.getByRole('region', { name: 'Next' })
    await next.getByRole('heading', { name: 'XQ 345 LCY → ZRH' }).waitFor()
    await next.getByText('17:55').first().waitFor()
    await next.getByText('3A').waitFor()
    await isClean(phone.page)
    await phone.page.waitForFunction(async () => {
      const held = await caches.open('equerry-page')
      return (await held.keys()).length > 3 && (await held.match('/travel/kept/go')) !== undefined
    })
    await phone.context.setOffline(true)
    await phone.page.reload()
    await next.getByRole('heading', { name: 'XQ 345 LCY → ZRH' }).waitFor()
    await phone.page.getByText(/as of .*, offline/).waitFor()
    await isClean(phone.page)
    await phone.context.setOffline(false)
    await phone.page.getByText(/, offline/).waitFor({ state: 'detached' })
    await phone.page.getByRole('link', { name: 'The whole trip' }).tap()
    await phone.page.getByRole('heading', { level: 1, name: 'Zurich board' }).waitFor()
    await settled(phone.page)
    await isClean(phone.page)
    await phone.context.close()
  })

  it('has the number of the driver to call, and where exactly they wait', async () => {
    const phone = await sitDown(browser, { ...small, storageState: await page.context().storageState() })
    const { trip } = (await page.evaluate(async (id) => (await fetch(`/api/trip/show?id=${id}`)).json(), tripId)) as {
      trip: { segments: { id: string; kind: string }[] }
    }
    const flight = trip.segments.find(({ kind }) => kind === 'flight')
    await performAt(page, 'segment.cancel', { id: flight?.id, why: 'Only the ride is left' })
    await phone.page.goto(at(`/travel/${tripId}/go`))
    const next = phone.page.getByRole('region', { name: 'Next' })
    await next.getByText('Door 3 of Arrivals').waitFor()
    expect(await next.getByRole('link', { name: /^Call/ }).getAttribute('href')).toBe('tel:+41440000000')
    await isClean(phone.page)
    await phone.context.close()
  })

  it('keeps nothing once somebody has signed out', async () => {
    const phone = await sitDown(browser, { storageState: await page.context().storageState() })
    await phone.page.goto(at(`/travel/${tripId}/go`))
    await phone.page.getByRole('region', { name: 'Next' }).waitFor()
    await phone.page.waitForFunction(async () => (await caches.keys()).includes('equerry-trips'))
    await phone.page.goto(at('/travel'))
    await phone.page.getByRole('button', { name: 'Sign out' }).first().click()
    await phone.page.getByLabel('Password').waitFor()
    expect(await phone.page.evaluate(() => caches.keys())).not.toContain('equerry-trips')
    await phone.context.close()
  })
})
