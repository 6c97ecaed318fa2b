import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
const complaints: string[][] = []

/** The Monday of next week where the desk is: nothing there has passed, whatever day the test is run on. */
const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
const monday = today.add({ days: 8 - today.dayOfWeek })
const at = (day: number, from: string, to: string) => {
  const on = monday.add({ days: day })
  return { allDay: false, start: `${on}T${from}:00`, end: `${on}T${to}:00`, zone: 'Europe/London', endZone: null }
}

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  const mine = await sitDown(browser)
  page = mine.page
  complaints.push(mine.complaints)
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Dana' })
  const add = (title: string, when: object) => performAt(page, 'event.add', { calendarId: calendar.id, title, when })
  await add('Harlan', at(2, '15:00', '16:00'))
  await add('Legal', at(3, '14:00', '15:00'))
  const focus = { kind: 'protected', params: { days: ['TH'], from: '09:00', to: '12:00' }, weight: 'avoid' }
  await performAt(page, 'rule.add', { ...focus, story: 'Thursdays are for reading.' })
  await page.goto(`${desk.url}/calendar?on=${monday}`)
  await event('Harlan').waitFor()
  await page.getByText('protected').first().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const event = (title: string) => page.locator('[data-key]', { hasText: title }).first()
const card = () => page.getByRole('region', { name: 'What this would cost' })
const timeOf = async (title: string) => {
  const { events } = (await page.evaluate(
    async ([from, to]) => (await fetch(`/api/event/list?from=${from}&to=${to}`)).json(),
    [monday.toString(), monday.add({ days: 6 }).toString()] as const,
  )) as { events: { title: string; start: string }[] }
  return events.find((one) => one.title === title)?.start.slice(0, 16)
}

/** Takes an event with the mouse over the grid: so many days to the side and hours down. */
async function drag(title: string, days: number, hours: number, letGo = true): Promise<void> {
  const head = (name: RegExp) => page.locator('[role=columnheader]', { hasText: name }).first()
  const boxes = () => Promise.all([event(title), head(/Tue/), head(/Wed/)].map((one) => one.boundingBox()))
  let [from, column, next] = await boxes()
  // What was just moved is drawn anew: it has no place for a moment, then its old one.
  await expect
    .poll(
      async () => {
        const before = JSON.stringify(from)
        ;[from, column, next] = await boxes()
        return [from, column, next].every((box) => box) && JSON.stringify(from) === before
      },
      { interval: 300, timeout: 10_000 },
    )
    .toBe(true)
  if (!from || !column || !next) throw new Error('the calendar is not drawn')
  const [x, y] = [from.x + 12, from.y + 8]
  const [toX, toY] = [x + days * (next.x - column.x), y + hours * 52]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 12; step++) await page.mouse.move(x + ((toX - x) * step) / 12, y + ((toY - y) * step) / 12)
  if (letGo) await page.mouse.up()
}

describe('a meeting that is dragged', () => {
  it('says what the place under it would cost while it is in the air, and nothing is saved', async () => {
    await drag('Harlan', 1, -5, false)
    await page.getByRole('status').filter({ hasText: '09:00' }).waitFor()
    expect(await timeOf('Harlan')).toBe(`${monday.add({ days: 2 })}T15:00`)
    await page.mouse.up()
  })

  it('shows the rules the place breaks and the cheapest other time before anything is saved', async () => {
    await card().getByText('What this would cost').waitFor()
    expect(await card().textContent()).toMatch(/Breaks Keep 09:00–12:00 free on Thursdays/)
    expect(await card().textContent()).toMatch(/12:00–13:00 costs nothing/)
    expect(await timeOf('Harlan')).toBe(`${monday.add({ days: 2 })}T15:00`)
    expect(await axe(page)).toEqual([])
  })

  it('goes to the cheapest time by one key', async () => {
    await page.keyboard.press('Enter')
    await page.getByText('Moved Harlan').first().waitFor()
    await card().waitFor({ state: 'detached' })
    expect(await timeOf('Harlan')).toBe(`${monday.add({ days: 3 })}T12:00`)
  })

  it('is booked at once where it costs nothing', async () => {
    await event('Harlan').waitFor()
    await settled(page)
    await drag('Harlan', 1, 1)
    await expect.poll(() => timeOf('Harlan')).toBe(`${monday.add({ days: 4 })}T13:00`)
    expect(await card().count()).toBe(0)
  })
})

describe('booking against a rule', () => {
  it('takes a reason, and counts as an override of the rule', async () => {
    await event('Harlan').waitFor()
    // What was moved is drawn anew; a hand waits for it too.
    await settled(page)
    await drag('Harlan', -1, -3)
    await card().getByText('What this would cost').waitFor()
    await card().getByRole('button', { name: 'Book anyway…' }).click()
    await card().getByLabel('Why anyway').fill('The chair asked for this hour')
    await card().getByRole('button', { name: 'Book anyway' }).click()
    await expect.poll(() => timeOf('Harlan')).toMatch(`${monday.add({ days: 3 })}T10:`)
    const { rules } = (await page.evaluate(async () => (await fetch('/api/rule/list')).json())) as {
      rules: { kind: string; counts: { overridden: number } }[]
    }
    expect(rules.find(({ kind }) => kind === 'protected')?.counts.overridden).toBe(1)
    await page.goto(`${desk.url}/journal`)
    await page.getByText('The chair asked for this hour').first().waitFor()
    await page.goto(`${desk.url}/calendar?on=${monday}`)
    await settled(page)
  })
})

describe('a meeting that is carried by keys', () => {
  it('goes by quarters of an hour and days, each place with its cost, and stays where it was on Escape', async () => {
    await page.locator('a:has([data-key]), [tabindex="0"]:has([data-key])', { hasText: 'Legal' }).first().focus()
    await page.keyboard.press('g')
    await card().getByText('14:00–15:00').waitFor()
    for (let quarter = 0; quarter < 12; quarter++) await page.keyboard.press('ArrowUp')
    await card().getByText('11:00–12:00').waitFor()
    expect(await card().textContent()).toMatch(/Breaks/)
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    expect(await timeOf('Legal')).toBe(`${monday.add({ days: 3 })}T14:00`)
  })

  it('is put down by Enter', async () => {
    await page.locator('a:has([data-key]), [tabindex="0"]:has([data-key])', { hasText: 'Legal' }).first().focus()
    await page.keyboard.press('g')
    await page.keyboard.press('ArrowLeft')
    await card().getByText('This costs nothing').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => timeOf('Legal')).toBe(`${monday.add({ days: 2 })}T14:00`)
  })
})

describe('the views', () => {
  it('are a day, a work week, a week and a month, each by its key', async () => {
    const title = () => page.getByRole('heading', { level: 1 }).textContent()
    for (const [key, words] of [
      ['1', /^Monday \d/],
      ['4', /^[A-Z][a-z]+ 20\d\d$/],
      ['3', / – /],
      ['2', / – /],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(title).toMatch(words)
      await settled(page)
      expect(await axe(page), key).toEqual([])
    }
  })

  it('draw nothing the page complains of', () => {
    expect(complaints.flat()).toEqual([])
  })
})
