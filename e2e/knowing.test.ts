import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { danaJoins, openTheDesk, performAt, sitDown } from './person.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const zone = 'Europe/London'

let browser: Browser
let desk: RunningDesk
let ines: Page
let dana: Page
let complaints: readonly string[]
let complaintsOfDana: readonly string[]

const today = Temporal.Now.plainDateISO(zone)
const isWorkday = (on: Temporal.PlainDate) => on.dayOfWeek < 6
/** The nearest weekdays before today, the latest first. */
const before = Array.from({ length: 40 }, (_, n) => today.subtract({ days: n + 1 })).filter(isWorkday)
const ahead = Array.from({ length: 7 }, (_, n) => today.add({ days: n + 2 })).find(isWorkday) ?? today

/** Kept only where somebody asks to look at them. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.EQUERRY_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/knowing-${name}.png`, fullPage: true })
}

/** The clocks of the times that could be offered on a day. */
const offered = (page: Page): Promise<string[]> =>
  page.evaluate(async (on) => {
    const answer = await fetch(`/api/offer/find?from=${on}&to=${on}&minutes=30`)
    const { offers } = (await answer.json()) as { offers: { start: string }[] }
    return offers.map(({ start }) => start.slice(11, 16)).sort()
  }, ahead.toString())

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page: ines, complaints } = await sitDown(browser))
  await openTheDesk(ines, desk.link)
  ;({ page: dana, complaints: complaintsOfDana } = await danaJoins(browser, ines, desk.url, phone))
  const { calendar } = await performAt<{ calendar: { id: string } }>(ines, 'calendar.add', { name: 'Work' })
  for (const [n, on] of before.slice(0, 20).entries())
    await performAt(ines, 'event.add', {
      title: n < 9 ? `Early call ${n + 1}` : 'Leadership team',
      calendarId: calendar.id,
      when: {
        allDay: false,
        start: `${on}T${n < 9 ? '09:15' : '11:00'}:00`,
        end: `${on}T${n < 9 ? '09:45' : '12:00'}:00`,
        zone,
        endZone: null,
      },
    })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const press = async (page: Page, key: string) => {
  await page.locator('#page').focus()
  await page.keyboard.press(key)
}

describe('from the first question to a rule that removes an offer', () => {
  it('the assistant answers it, and sees what it would have done to the last sixty days, opened to the events', async () => {
    expect((await offered(ines))[0]?.localeCompare('10:00')).toBe(-1)
    await ines.goto(`${desk.url}/today`)
    await ines.getByRole('link', { name: 'How early may the first thing of a day begin?' }).waitFor()
    await picture(ines, 'today-1440')
    await press(ines, '7')
    await ines.waitForURL('**/knowing')
    await ines.getByRole('heading', { name: 'How early may the first thing of a day begin?' }).waitFor()
    await ines.getByLabel('Not before').fill('10:00')
    await ines.getByLabel('How firm is it').selectOption({ label: 'Never: it cannot be booked against' })
    await ines.getByText('In the last 60 days it would have flagged 9 mornings.').waitFor()
    await ines.getByText('Only for some meetings, or for some time').click()
    await ines.getByLabel('Only from (if any)').fill(today.add({ days: 1 }).toString())
    await ines.getByText('In the last 60 days it would have flagged nothing.').waitFor()
    await ines.getByLabel('Only from (if any)').fill('')
    await ines.getByText('In the last 60 days it would have flagged 9 mornings.').waitFor()
    await ines.getByRole('button', { name: 'Open all 9' }).click()
    expect(await ines.getByRole('link', { name: /Early call/ }).count()).toBe(9)
    await ines.getByRole('link', { name: /Early call 3/ }).click()
    await ines.getByRole('dialog', { name: 'Early call 3' }).waitFor()
    await picture(ines, 'event-1440')
    await ines.keyboard.press('Escape')
    await ines.getByRole('dialog', { name: 'Early call 3' }).waitFor({ state: 'detached' })
    expect(await ines.getByLabel('Not before').inputValue()).toBe('10:00')
    await ines.getByLabel('The story behind it (if any)').fill('The school run.')
    expect(await axe(ines)).toEqual([])
    await picture(ines, 'first-1440')
    await press(ines, 'a')
    await ines.getByText('Filled in; it waits for Dana’s yes').waitFor()
    // The next question is there, and nothing changed yet.
    await ines.getByRole('heading', { name: 'By when is a day over?' }).waitFor()
    expect((await offered(ines))[0]?.localeCompare('10:00')).toBe(-1)
  })

  it('the executive says yes to it with one tap on the phone, and the offer is gone', async () => {
    await dana.goto(`${desk.url}/today`)
    await dana.getByRole('link', { name: '1 answer waits for your yes' }).waitFor()
    await picture(dana, 'today-390')
    await dana.getByRole('link', { name: '1 answer waits for your yes' }).tap()
    await dana.waitForURL('**/knowing')
    await dana.getByRole('heading', { name: 'How early may the first thing of a day begin?' }).waitFor()
    await dana.getByText('Ines Duarte filled this in').waitFor()
    await dana.getByText('In the last 60 days it would have flagged 9 mornings.').waitFor()
    expect(await axe(dana)).toEqual([])
    await picture(dana, 'yes-390')
    await dana.getByRole('button', { name: 'Yes, keep it' }).tap()
    await dana.getByText('Kept: No meetings before 10:00 on weekdays').waitFor()
    const left = await offered(ines)
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter((at) => at < '10:00')).toEqual([])
  })

  it('what contradicts it is said with both answers named, and is not kept', async () => {
    await dana.getByRole('heading', { name: 'By when is a day over?' }).waitFor()
    await dana.getByLabel('Not after').fill('10:15')
    await dana.getByLabel('How firm is it').selectOption({ label: 'Never: it cannot be booked against' })
    const words = /“No meetings after 10:15 on weekdays”.*“No meetings before 10:00 on weekdays”.*no half hour/
    await dana.getByText(words).first().waitFor()
    await picture(dana, 'against-390')
    await dana.getByRole('button', { name: 'Yes, keep it' }).tap()
    await dana.getByRole('alert').getByText(words).waitFor()
    expect(await axe(dana)).toEqual([])
    await dana.getByLabel('Not after').fill('18:00')
    await dana.getByText(words).first().waitFor({ state: 'detached' })
    await dana.getByRole('button', { name: 'Yes, keep it' }).tap()
    await dana.getByText('Kept: No meetings after 18:00 on weekdays').waitFor()
  })

  it('a level of the board is answered as well, and a line', async () => {
    await dana.goto(`${desk.url}/knowing?question=alone`)
    await dana.getByText('are asked for, and wait for a yes').tap()
    await dana.getByText(/changes? of Ines Duarte’s would have waited for a yes/).waitFor()
    const tried = dana.getByRole('region', { name: 'What it would have done' })
    expect(await tried.getByRole('link').first().getAttribute('href')).toMatch(/^\/journal\?about=/)
    await picture(dana, 'level-390')
    await dana.goto(`${desk.url}/knowing?question=news`)
    await dana.getByText('It does nothing by itself').waitFor()
    await dana.getByRole('button', { name: 'Yes, keep it' }).tap()
    await dana.getByText(/^Kept: Bad news/).waitFor()
    await dana.getByText('All questions').tap()
    expect(await axe(dana)).toEqual([])
    await picture(dana, 'all-390')
  })

  it('and taken back, with what came of it', async () => {
    await dana.goto(`${desk.url}/knowing?question=mornings`)
    await dana.getByRole('button', { name: 'Take it back' }).tap()
    await dana.getByText('Taken back, with what came of it').waitFor()
    expect((await offered(ines))[0]?.localeCompare('10:00')).toBe(-1)
    await ines.goto(`${desk.url}/knowing?question=family`)
    await ines.getByRole('heading', { name: 'Which dates belong to your family?' }).waitFor()
    // Nobody is told off before they have answered.
    await ines.getByText('Once it is answered, this says what it would have done.').waitFor()
    expect(await axe(ines)).toEqual([])
    await picture(ines, 'family-1440')
  })

  it('what somebody answers while the other types takes nothing of it away, and is not saved over', async () => {
    await dana.goto(`${desk.url}/knowing?question=emergency`)
    await dana.getByLabel('It is one when').fill('Anything with my children')
    const values = { words: 'The bank rings', reach: 'call' }
    await performAt(ines, 'knowing.fill', { question: 'emergency', values })
    await dana.getByText('It was answered otherwise while you wrote').waitFor()
    expect(await dana.getByLabel('It is one when').inputValue()).toBe('Anything with my children')
    await picture(dana, 'behind-390')
    await dana.getByRole('button', { name: 'Yes, keep it' }).tap()
    await dana.getByRole('alert').getByText('This was answered otherwise since you looked: read it again.').waitFor()
    await dana.getByRole('button', { name: 'Take what is there now' }).tap()
    await dana.getByText('Change it first').tap()
    expect(await dana.getByLabel('It is one when').inputValue()).toBe('The bank rings')
    await dana.getByRole('button', { name: 'Yes, keep it' }).tap()
    await dana.getByText(/^Kept: An emergency is: The bank rings/).waitFor()
  })

  it('and neither page complained', () => {
    expect([...complaints, ...complaintsOfDana]).toEqual([])
  })
})
