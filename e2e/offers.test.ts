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
/** Somebody else's browser, with script off. */
let outside: BrowserContext

/** The Monday of next week where the desk is: nothing there has passed, whatever day the test is run on. */
const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
const monday = today.add({ days: 8 - today.dayOfWeek })
const at = (day: number, time: string) =>
  monday
    .add({ days: day })
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime('Europe/London')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })

type Made = { group: { id: string }; address: string }
const offer = (name: string, times: readonly [number, string, string][], more: object = {}) =>
  performAt<Made>(page, 'hold.offer', {
    to: { name, zone: 'America/Sao_Paulo' },
    meeting: { title: `${name} intro`, by: 'video' },
    times: times.map(([day, from, to]) => ({ start: at(day, from), end: at(day, to) })),
    expiresAt: at(4, '18:00'),
    ...more,
  })
const events = async () =>
  (await page.evaluate(async ([from, to]) => (await fetch(`/api/event/list?from=${from}&to=${to}`)).json(), [
    monday.toString(),
    monday.add({ days: 4 }).toString(),
  ] as const)) as {
    events: { title: string; kind: string; cancelled: boolean; start: string; eventId: string; moves: number }[]
  }
const standing = async (title: string) =>
  (await events()).events
    .filter((one) => one.title.includes(title) && !one.cancelled)
    .map((one) => `${one.kind === 'hold' ? 'held' : 'booked'} ${one.start.slice(0, 16)}`)

const onPhone = async (address: string): Promise<Page> => {
  const phone = await outside.newPage()
  await phone.goto(address)
  return phone
}

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  const mine = await sitDown(browser)
  page = mine.page
  complaints = mine.complaints
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Dana' })
  outside = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    timezoneId: 'America/Sao_Paulo',
    locale: 'en-GB',
  })
  outside.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

describe('offering times', () => {
  let address = ''

  it('finds times, takes three by their numbers and holds them by one key', async () => {
    await page.goto(`${desk.url}/calendar?on=${monday}`)
    await settled(page)
    await page.keyboard.press('f')
    await page.getByLabel('For', { exact: true }).fill('Rosalind Achebe')
    await page.getByLabel('Through their assistant').fill('João Prado')
    await page.getByLabel('About').fill('Northwind intro')
    const zone = page.getByRole('combobox', { name: 'Their zone' })
    await zone.fill('Sao Pau')
    await page.getByRole('option', { name: /Sao Paulo/ }).click()
    const times = page.getByRole('region', { name: 'Times' })
    await times
      .getByText(/Sao Paulo/)
      .first()
      .waitFor()
    await page.getByRole('heading', { name: 'Offer times' }).click()
    for (const key of ['1', '3', '5']) await page.keyboard.press(key)
    expect(await times.getByRole('checkbox', { checked: true }).count()).toBe(3)
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('h')
    await page.getByRole('heading', { name: 'Held for Rosalind Achebe' }).waitFor()
    expect(await standing('Northwind')).toHaveLength(3)
    expect((await standing('Northwind')).every((one) => one.startsWith('held'))).toBe(true)
  })

  it('writes the text with both zones, and says what is wrong with it before it leaves', async () => {
    const text = page.getByLabel('To send')
    const written = await text.inputValue()
    expect(written).toMatch(/João Prado/)
    expect(written).toMatch(/Europe\/London/)
    expect(written).toMatch(/America\/Sao_Paulo/)
    address = /http\S+\/o\/\S+/.exec(written)?.[0] ?? ''
    expect(address).not.toBe('')
    await page.getByText('Weekdays match their dates').waitFor()
    await text.fill(written.replace('João', 'Joao').replace(/\b(Mon|Tue|Wed|Thu|Fri)\b/, 'Sun'))
    await page.getByRole('alert').getByText(/João/).waitFor()
    await page.getByRole('alert').getByText(/Sun/).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('frees the other two the moment somebody takes one, without script and without an account', async () => {
    const phone = await onPhone(address)
    expect(await phone.getByRole('radio').count()).toBe(3)
    expect(await phone.textContent('main')).toMatch(/Dana Okafor/)
    expect(await phone.textContent('main')).not.toMatch(/Achebe.*Achebe.*Achebe.*Achebe/)
    await phone.getByRole('radio').nth(1).check()
    await phone.getByRole('button', { name: /Take/ }).click()
    await phone.getByRole('link', { name: 'Put it in your calendar' }).waitFor()
    await expect.poll(() => standing('Northwind')).toHaveLength(1)
    expect((await standing('Northwind'))[0]).toMatch(/^booked/)
    const file = await outside.request.get(`${address}/time.ics`)
    expect(await file.text()).toMatch(/BEGIN:VEVENT[\s\S]*Northwind intro/)
    await phone.close()
  })
})

describe('the outsider’s page', () => {
  it('does nothing by being looked at, however often', async () => {
    const { address } = await offer('Meridian', [
      [1, '09:00', '09:30'],
      [1, '11:00', '11:30'],
    ])
    for (const path of ['', '/take', '/none', '/propose']) await outside.request.get(`${address}${path}`)
    await outside.request.head(address)
    expect(await standing('Meridian')).toHaveLength(2)
  })

  it('reloads on the clocks of another zone, and says the desk’s beside them', async () => {
    const { address } = await offer('Kyoto', [[1, '13:00', '13:30']])
    const phone = await onPhone(address)
    expect(await phone.textContent('main')).toMatch(/13:00 London|13:00.*London/)
    await phone.getByLabel('Show times in').selectOption('Asia/Tokyo')
    await phone.getByRole('button', { name: 'Show' }).click()
    await phone.waitForURL(/zone=Asia/)
    expect(await phone.textContent('main')).toMatch(/on the clocks of\s+Tokyo/)
    expect(await phone.textContent('main')).toMatch(/2[12]:00/)
    await phone.close()
  })

  it('takes “none works” and the times they propose, which the desk takes in one step', async () => {
    const { address, group } = await offer('Osprey', [[2, '09:00', '09:30']])
    const phone = await onPhone(address)
    await phone.getByText('Propose other times').click()
    await phone.getByLabel('Time 1').fill(`${monday.add({ days: 2 })}T12:00`)
    await phone.getByLabel('A word to').first().fill('<b>After lunch</b> would suit us.')
    await phone.getByRole('button', { name: 'Send these times' }).click()
    await phone.getByText(/You proposed/).waitFor()
    await page.goto(`${desk.url}/offers?event=${group.id}`)
    const proposed = page.getByRole('region', { name: 'They proposed' })
    await proposed.getByText('<b>After lunch</b> would suit us.').waitFor()
    await proposed.getByRole('button', { name: 'Take it' }).click()
    await expect.poll(async () => (await standing('Osprey')).join()).toMatch(/^booked/)
    await phone.reload()
    await phone.getByRole('link', { name: 'Put it in your calendar' }).waitFor()
    await phone.close()
    const again = await offer('Heron', [[2, '16:00', '16:30']])
    const other = await onPhone(again.address)
    await other.getByText('None of these works').click()
    await other.getByRole('button', { name: 'None works' }).click()
    await expect.poll(() => standing('Heron')).toEqual([])
    await other.close()
  })

  it('gives a time to one of two who take it at once, and tells the other with fresh times', async () => {
    const first = await offer('Alder', [
      [3, '10:00', '10:30'],
      [3, '15:00', '15:30'],
    ])
    const second = await offer('Birch', [
      [3, '10:00', '10:30'],
      [3, '16:00', '16:30'],
    ])
    const pages = await Promise.all([onPhone(first.address), onPhone(second.address)])
    await Promise.all(
      pages.map(async (phone) => {
        await phone.getByRole('radio').first().check()
        await phone.getByRole('button', { name: /Take/ }).click()
        await phone.waitForLoadState()
      }),
    )
    const booked = [...(await standing('Alder')), ...(await standing('Birch'))].filter((one) =>
      one.startsWith('booked'),
    )
    expect(booked).toHaveLength(1)
    const told = await Promise.all(pages.map((phone) => phone.textContent('main')))
    expect(told.filter((text) => /Put it in your calendar/.test(text ?? ''))).toHaveLength(1)
    const loser = pages[told.findIndex((text) => !/Put it in your calendar/.test(text ?? ''))]
    await loser?.reload()
    expect(await loser?.textContent('main')).toMatch(/taken by now|gone/)
    expect(await loser?.getByRole('radio').count()).toBeGreaterThan(0)
    for (const phone of pages) await phone.close()
  })

  it('is the same page for every address that opens nothing', async () => {
    const wrong = await outside.request.get(`${desk.url}/o/AAAAAAAAAAAAAAAAAAAAAA`)
    expect(wrong.status()).toBe(404)
    expect(await wrong.text()).toMatch(/Nothing is offered here/)
    const posted = await outside.request.post(`${desk.url}/o/AAAAAAAAAAAAAAAAAAAAAA/take`, {
      form: { time: 'x', who: 'y' },
    })
    expect(posted.status()).toBe(404)
  })

  it('is clean for axe, with and without script, at 390 px', async () => {
    const { address } = await offer('Fulmar', [
      [4, '09:00', '09:30'],
      [4, '11:00', '11:30'],
    ])
    const { page: scripted, complaints } = await sitDown(browser, { viewport: { width: 390, height: 844 } })
    await scripted.goto(address)
    await scripted.getByRole('button', { name: /^Take \w+day/ }).waitFor()
    expect(await axe(scripted)).toEqual([])
    expect(await scripted.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(complaints).toEqual([])
    await scripted.context().close()
  })
})

describe('a meeting that has to move', () => {
  it('is offered other times from its panel; the one that is taken moves it, and nothing is made anew', async () => {
    const { calendars } = (await page.evaluate(async () => (await fetch('/api/calendar/list')).json())) as {
      calendars: { id: string }[]
    }
    const when = {
      allDay: false,
      start: `${monday}T09:00:00`,
      end: `${monday}T09:45:00`,
      zone: 'Europe/London',
      endZone: null,
    }
    const people = [{ address: 'camille@meridian.example', name: 'Camille Roy', answer: 'accepted', required: true }]
    const draft = { calendarId: calendars[0]?.id, title: 'Kestrel review', when, people }
    const { event } = await performAt<{ event: { eventId: string } }>(page, 'event.add', draft)
    await page.goto(`${desk.url}/calendar?on=${monday}&event=${event.eventId}`)
    await page.getByRole('button', { name: 'Offer other times' }).waitFor()
    await page.keyboard.press('+')
    await page.getByRole('heading', { name: 'Other times for Kestrel review' }).waitFor()
    expect(await page.getByLabel('For', { exact: true }).inputValue()).toBe('Camille Roy')
    await page.getByRole('region', { name: 'Times' }).getByRole('checkbox').first().waitFor()
    await page.getByRole('heading', { name: 'Other times for Kestrel review' }).click()
    await page.keyboard.press('4')
    await page.keyboard.press('h')
    await page.getByRole('heading', { name: 'Held for Camille Roy' }).waitFor()
    const address = /http\S+\/o\/\S+/.exec(await page.getByLabel('To send').inputValue())?.[0] ?? ''
    const phone = await onPhone(address)
    await phone.getByRole('button', { name: /Take/ }).click()
    await phone.getByRole('link', { name: 'Put it in your calendar' }).waitFor()
    await phone.close()
    const all = (await events()).events.filter((one) => one.title.includes('Kestrel') && !one.cancelled)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({ eventId: event.eventId, moves: 1 })
    expect(all[0]?.start.slice(0, 16)).not.toBe(`${monday}T09:00`)
  })

  it('is agreed on the phone for a time that was never offered, in one step', async () => {
    const { group } = await offer('Lapwing', [[0, '16:00', '16:30']])
    await page.goto(`${desk.url}/offers?event=${group.id}`)
    await page.getByText('Agreed on another time').click()
    await page.getByLabel('On', { exact: true }).fill(`${monday.add({ days: 4 })}`)
    await page.getByLabel('at', { exact: true }).first().fill('12:30')
    await page.getByRole('button', { name: /^Book it/ }).click()
    await expect.poll(() => standing('Lapwing')).toEqual([`booked ${monday.add({ days: 4 })}T12:30`])
  })
})

describe('when nobody answers', () => {
  it('all are freed by themselves, and the desk says so', async () => {
    const soon = Temporal.Now.instant().add({ seconds: 3 }).toString({ smallestUnit: 'second' })
    await offer(
      'Petrel',
      [
        [4, '14:00', '14:30'],
        [4, '16:00', '16:30'],
      ],
      { expiresAt: soon, onSilence: 'free' },
    )
    expect(await standing('Petrel')).toHaveLength(2)
    await expect.poll(() => standing('Petrel'), { timeout: 25_000 }).toEqual([])
    await page.goto(`${desk.url}/offers`)
    await page
      .getByText(/nobody answered/i)
      .first()
      .waitFor()
    expect(await axe(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
