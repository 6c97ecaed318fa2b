import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startAhead } from './desk.ts'
import { dropFile, openTheDesk, settled, sitDown } from './person.ts'

type Segment = {
  id: string
  title: string
  number: string | null
  status: string
  waiting: { wanted: { starts: string } } | null
}
type Shown = {
  trip: { id: string; segments: Segment[] }
  findings: { words: string; state: string; rule: { kind: string } }[]
}

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let tripId = ''
let address = ''

/** Twenty to seven on a working day, so that the journey of the sample is today. */
const morning = () => {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London')
  let day = now.add({ days: 1 }).withPlainTime('06:40')
  while (day.dayOfWeek > 4) day = day.add({ days: 1 })
  return { day: day.toPlainDate(), by: now.until(day, { largestUnit: 'hours' }).round('seconds') }
}
const { day, by } = morning()

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startAhead(by, '--sample')])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const shown = async (): Promise<Shown> =>
  page.evaluate(async (id) => (await fetch(`/api/trip/show?id=${id}`)).json(), tripId)
const together = ['ride-fits', 'arrive-in-time', 'nothing-in-the-air', 'overlap']
/** What rules about how things fit each other say of one of them. */
const wrongWith = async (title: string) =>
  (await shown()).findings.filter(({ words, rule }) => words.includes(`“${title}”`) && together.includes(rule.kind))
const part = async (title: string): Promise<Segment> => {
  const found = (await shown()).trip.segments.find((one) => one.title.startsWith(title))
  if (!found) throw new Error(`no ${title}`)
  return found
}

let mails = 0
/** Each a minute after the one before, and all after the mail of the sample. */
const sent = (): string => {
  mails += 1
  const at = day.toPlainDateTime(`07:${String(mails).padStart(2, '0')}`)
  const [weekday, month] = [
    at.toLocaleString('en-GB', { weekday: 'short' }),
    at.toLocaleString('en-GB', { month: 'short' }),
  ]
  return `${weekday}, ${at.day} ${month.replace('Sept', 'Sep')} ${at.year} 07:${String(mails).padStart(2, '0')}:00 +0000`
}

const reservation = (type: string, from: string, values: object) =>
  [
    `From: ${from}`,
    `Subject: ${type}`,
    `Date: ${sent()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><head><script type="application/ld+json">${JSON.stringify({ '@context': 'http://schema.org', '@type': type, reservationStatus: 'http://schema.org/ReservationConfirmed', ...values })}</script></head><body><p>Thank you, this is confirmed.</p></body></html>`,
  ].join('\r\n')

const flightMail = (departs: string, arrives: string) =>
  reservation('FlightReservation', 'Crossfell Air <changes@crossfell.example>', {
    reservationNumber: 'K7Q2MD',
    reservationFor: {
      '@type': 'Flight',
      flightNumber: '345',
      airline: { '@type': 'Airline', name: 'Crossfell Air', iataCode: 'XQ' },
      departureAirport: { '@type': 'Airport', iataCode: 'LCY' },
      arrivalAirport: { '@type': 'Airport', iataCode: 'ZRH' },
      departureTime: `${day}T${departs}`,
      arrivalTime: `${day}T${arrives}`,
    },
  })
const carMail = (starts: string) =>
  reservation('TaxiReservation', 'Limmat Cars <dispatch@limmat-cars.example>', {
    reservationNumber: 'LC-4418',
    provider: { '@type': 'Organization', name: 'Limmat Cars' },
    pickupTime: starts,
    pickupLocation: { '@type': 'Place', name: 'Zurich Airport' },
  })
const tableMail = (starts: string) =>
  reservation('FoodEstablishmentReservation', 'Seehof <table@seehof.example>', {
    startTime: starts,
    reservationFor: { '@type': 'FoodEstablishment', name: 'Seehof', address: 'Seehof, Zurich' },
  })

/** Dropped in on the page of travel, read, looked at and taken. */
async function takeMail(text: string, name: string): Promise<void> {
  await page.goto(`${desk.url}/travel`)
  await settled(page)
  await dropFile(page, name, text, 'message/rfc822')
  await page.getByRole('dialog', { name: 'Drop in a confirmation' }).getByRole('button', { name: 'Read it' }).click()
  const take = page.getByRole('button', { name: /^Take it/ })
  await take.click()
  await page.waitForURL(/\/travel\/[0-9a-f-]{36}/)
}
const steps = (): Locator => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
const step = (title: string): Locator =>
  steps().filter({ has: page.getByRole('heading', { name: new RegExp(`^${title}`) }) })
async function openCascade() {
  await page.goto(`${desk.url}/travel/${tripId}/cascade/${(await part('XQ 345')).id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await settled(page)
}
async function askFor(title: string) {
  await openCascade()
  await step(title)
    .getByRole('button', { name: /^Ask (for|Limmat|Seehof)/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'It went' }).click()
  await page.getByText('Asked. It stays amber until they answer.').waitFor()
}

describe('travel that holds together', () => {
  it('says on Today what was dropped in about the trip of the sample', async () => {
    const banner = page.getByRole('region', { name: 'Arrived about trips' })
    await expect
      .poll(() => banner.textContent())
      .toMatch(
        /Dropped in at \d\d:\d\d: the mail of \d\d:\d\d from Crossfell Air: XQ 345 LCY → ZRH: .*17:55.*was 17:10/,
      )
    const { trips } = await page.evaluate(async () => (await fetch('/api/trip/list')).json())
    tripId = trips[0].id
  })

  it('finds the ride left behind before anybody is told that all is done', async () => {
    await page.goto(`${desk.url}/travel/${tripId}/itinerary`)
    const notYet = page.getByRole('region', { name: 'Not in order yet' })
    await expect.poll(() => notYet.textContent()).toContain('Car to the Seehof')
    await page.getByLabel('For', { exact: true }).selectOption('family')
    await page.getByLabel('Who it is given to').fill('Ravi')
    await expect.poll(() => page.getByRole('button', { name: /Make their address/ }).isDisabled()).toBe(true)
    await page.getByLabel('Or why it goes out all the same').fill('He wants to know the days now')
    await page.getByRole('button', { name: /Make their address/ }).click()
    const given = page.getByRole('dialog', { name: 'The address for Ravi' })
    address = (await given.locator('code').textContent()) ?? ''
    await given.getByRole('button', { name: 'I have it' }).click()
  })

  it('performs what the desk owns, and reads it back', async () => {
    await openCascade()
    await step('Call home')
      .getByRole('button', { name: /^Move “Call home” to/ })
      .first()
      .click()
    await expect.poll(() => step('Call home').count()).toBe(0)
    expect((await wrongWith('Call home')).length).toBe(0)
    await page.goto(`${desk.url}/today`)
    await settled(page)
    const row = page.getByRole('listitem').filter({ hasText: 'Call home' }).first()
    await expect.poll(() => row.textContent()).toContain('22:30')
  })

  it('follows another mail of the airline: Today shows what broke, in how many places', async () => {
    await takeMail(flightMail('18:20', '21:00'), 'again.eml')
    await page.goto(`${desk.url}/today`)
    const banner = page.getByRole('region', { name: 'Arrived about trips' })
    await expect.poll(() => banner.textContent()).toMatch(/18:20.*was 17:55.*no longer work/)
    await banner.getByRole('link', { name: 'See the cascade' }).first().click()
    await page.waitForURL(/\/cascade\//)
    await expect.poll(() => steps().count()).toBeGreaterThanOrEqual(3)
  })

  it('asks for what others own: two are asked, stay amber, and nothing pretends that they have answered', async () => {
    await askFor('Car to the Seehof')
    await askFor('Dinner, Seehof')
    await openCascade()
    for (const title of ['Car to the Seehof', 'Dinner, Seehof'])
      await step(title)
        .getByText(/^asked/)
        .waitFor()
    expect((await part('Car to the Seehof')).waiting).not.toBeNull()
    expect((await shown()).findings.filter(({ state }) => state === 'asked').length).toBeGreaterThanOrEqual(2)
  })

  it('tells whoever travels, on their phone, what does not fit, what is asked and what is another than it was', async () => {
    await page.goto(`${desk.url}/travel/${tripId}/go`)
    const amiss = page.getByRole('region', { name: 'Does not fit yet' })
    await expect.poll(() => amiss.textContent()).toMatch(/“Car to the Seehof” is there .* before “XQ 345/)
    await amiss.getByText('asked, no answer').first().waitFor()
    await page
      .getByText(/^changed: departs .*18:20/)
      .first()
      .waitFor()
  })

  it('stays amber when what arrives is not what was asked', async () => {
    await takeMail(carMail(`${day}T20:05`), 'wrong-car.eml')
    const car = await part('Car to the Seehof')
    expect(car.status).toBe('changed')
    expect(car.waiting).not.toBeNull()
  })

  it('turns green only when their confirmations are dropped in', async () => {
    const car = await part('Car to the Seehof')
    await takeMail(carMail(car.waiting?.wanted.starts.slice(0, 16) ?? ''), 'car.eml')
    expect(await part('Car to the Seehof')).toMatchObject({ status: 'confirmed', waiting: null })
    const dinner = await part('Dinner, Seehof')
    await takeMail(tableMail(dinner.waiting?.wanted.starts.slice(0, 16) ?? ''), 'table.eml')
    expect(await part('Dinner, Seehof')).toMatchObject({ status: 'confirmed', waiting: null })
    for (const title of ['Car to the Seehof', 'Dinner, Seehof'])
      expect((await wrongWith(title)).filter(({ rule }) => rule.kind !== 'overlap')).toEqual([])
  })

  it('says what their answer broke in its turn, and puts it right as well', async () => {
    const again = await wrongWith('Call home')
    expect(again.map(({ rule }) => rule.kind)).toEqual(['overlap'])
    await page.goto(`${desk.url}/travel/${tripId}`)
    await settled(page)
    await page
      .getByRole('button', { name: /^Move “Call home” to/ })
      .first()
      .click()
    await expect.poll(async () => (await wrongWith('Call home')).length).toBe(0)
  })

  it('gives the itinerary out again; the one before is marked out of date, and says nothing of the trip', async () => {
    await page.goto(`${desk.url}/travel/${tripId}/itinerary`)
    await settled(page)
    await page.getByLabel('For', { exact: true }).selectOption('family')
    await page.getByLabel('Who it is given to').fill('Ravi')
    const anyway = page.getByLabel('Or why it goes out all the same')
    if (await anyway.isVisible()) await anyway.fill('The car in London is asked for')
    await page.getByRole('button', { name: /Make their address/ }).click()
    const given = page.getByRole('dialog', { name: 'The address for Ravi' })
    const fresh = (await given.locator('code').textContent()) ?? ''
    await given.getByRole('button', { name: 'I have it' }).click()
    const outside = await sitDown(browser)
    const old = await outside.page.goto(address)
    expect(old?.status()).toBe(410)
    expect(await outside.page.locator('body').textContent()).not.toContain('XQ 345')
    await outside.page.goto(fresh)
    await outside.page.getByText(/21:00/).first().waitFor()
    await outside.context.close()
    expect(complaints).toEqual([])
  })
})
