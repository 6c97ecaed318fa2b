import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { dropFile, openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]

const day = Temporal.Now.plainDateISO('Europe/London').add({ days: 9 })
const long = day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** The airline's mail of a new time, as a person and a program read it. */
const mail = (departs: string, arrives: string, was: string) => {
  const data = {
    '@context': 'http://schema.org',
    '@type': 'FlightReservation',
    reservationNumber: 'K7Q2MD',
    reservationStatus: 'http://schema.org/ReservationConfirmed',
    underName: { '@type': 'Person', name: 'Dana Okafor' },
    reservationFor: {
      '@type': 'Flight',
      flightNumber: '345',
      airline: { '@type': 'Airline', name: 'Crossfell Air', iataCode: 'XQ' },
      departureAirport: { '@type': 'Airport', name: 'London City', iataCode: 'LCY' },
      arrivalAirport: { '@type': 'Airport', name: 'Zurich', iataCode: 'ZRH' },
      departureTime: `${day}T${departs}`,
      arrivalTime: `${day}T${arrives}`,
    },
  }
  return [
    'From: Crossfell Air <changes@crossfell.example>',
    'To: Ines Duarte <ines@okafor.example>',
    'Subject: A change to your flight XQ 345',
    `Date: ${Temporal.Now.zonedDateTimeISO('Europe/London').subtract({ minutes: 28 }).toString({ timeZoneName: 'never', smallestUnit: 'second' })}`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body>`,
    '<h1>Your flight has a new time</h1><p>Dear Dana Okafor, flight XQ 345 on ' +
      long +
      ` now departs at ${departs} (it was ${was}).</p>`,
    `<table><tr><td>New departure</td><td>London City (LCY) ${departs}</td></tr><tr><td>New arrival</td><td>Zurich (ZRH) ${arrives}</td></tr>`,
    '<tr><td>Booking reference</td><td>K7Q2MD</td></tr></table><p>We are sorry for the change.</p></body></html>',
  ].join('\r\n')
}

type Made = { trip: { id: string } }

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Work' })
  const { trip } = await performAt<Made>(page, 'trip.add', {
    title: 'Zurich, Harbour & Vale',
    from: day.toString(),
    until: day.add({ days: 1 }).toString(),
  })
  await performAt(page, 'segment.add', {
    tripId: trip.id,
    kind: 'flight',
    provider: 'Crossfell Air',
    number: 'XQ 345',
    confirmation: 'K7Q2MD',
    status: 'booked',
    from: { place: 'London City', airport: 'LCY', local: `${day}T17:10:00` },
    to: { place: 'Zurich', airport: 'ZRH', local: `${day}T19:50:00` },
  })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const picture = async (name: string) => {
  const folder = process.env.EQUERRY_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

describe('a confirmation', () => {
  it('is let go anywhere, read, and shown beside what the desk has, each value with its words', async () => {
    await page.goto(`${desk.url}/travel`)
    await settled(page)
    await dropFile(page, 'change.eml', mail('17:55', '20:35', '17:10'), 'message/rfc822')
    await page.getByRole('dialog', { name: 'Drop in a confirmation' }).getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('heading', { name: 'A change to your flight XQ 345' }).waitFor()
    const part = page.getByRole('region', { name: /XQ 345 LCY → ZRH/ })
    await expect.poll(() => part.getByText('17:10').count()).toBeGreaterThan(0)
    expect(await part.getByLabel('Departs').inputValue()).toBe(`${day}T17:55`)
    await picture('confirmation')
    expect(await axe(page)).toEqual([])
  })

  it('points at its words for whoever goes through its values by keys', async () => {
    await page.getByText(/As the desk has it/).click()
    await page.getByLabel('Reference').focus()
    const pointed = page.locator('mark[class*=pointed]')
    await expect.poll(() => pointed.textContent()).toBe('K7Q2MD')
  })

  it('changes the flight with one yes, which can be taken back', async () => {
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.waitForURL(/\/travel\/[0-9a-f-]{36}/)
    await page.getByRole('heading', { name: 'Zurich, Harbour & Vale' }).waitFor()
    await page.getByText('17:55').first().waitFor()
    await picture('trip-after')
    expect(complaints).toEqual([])
  })

  it('waits on the page of travel until somebody has dealt with it', async () => {
    await page.goto(`${desk.url}/travel`)
    await settled(page)
    await page.keyboard.press('b')
    const dialog = page.getByRole('dialog', { name: 'Drop in a confirmation' })
    await dialog.getByLabel('Or its text').fill('Newsletter of Crossfell Air: fly for less this winter.')
    await dialog.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('Nothing in it could be read as a booking').first().waitFor()
    await page.keyboard.press('x')
    await page.getByLabel('Why').fill('An advertisement')
    await page.getByRole('dialog').getByRole('button', { name: 'Put aside' }).click()
    await page.waitForURL('**/travel*')
    await page.getByText('none waits').waitFor()
  })

  it('that fits no trip makes one, on a phone as well', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${desk.url}/travel`)
    await settled(page)
    const other = mail('08:00', '10:40', '07:00').replaceAll('K7Q2MD', 'ZZ9PLA').replaceAll('345', '355')
    await dropFile(page, 'other.eml', other, 'message/rfc822')
    await page.getByRole('dialog', { name: 'Drop in a confirmation' }).getByRole('button', { name: 'Read it' }).click()
    await page
      .getByRole('region', { name: 'The new trip' })
      .getByLabel('What it is called')
      .fill('Zurich in the morning')
    await picture('confirmation-phone')
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: /Take it/ }).click()
    await page.getByRole('heading', { name: 'Zurich in the morning' }).waitFor()
    expect(complaints).toEqual([])
  })
})
