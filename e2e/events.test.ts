import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let other: Page

/** The Monday of next week where the desk is: nothing there has passed, whatever day the test is run on. */
const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
const monday = today.add({ days: 8 - today.dayOfWeek })

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  const mine = await sitDown(browser)
  page = mine.page
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Dana' })
  other = await mine.context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const calendar = async (week = 0) => {
  await page.goto(`${desk.url}/calendar?view=week&on=${monday.add({ weeks: week })}`)
  await settled(page)
}
const event = (title: string) => page.locator('[data-key]', { hasText: title }).first()
/** Where a title stands in three weeks, as day and clock: `1 09:30` is a Tuesday of the first. */
const places = async (title: string): Promise<string[]> => {
  const { events } = (await page.evaluate(
    async ([from, to]) => (await fetch(`/api/event/list?from=${from}&to=${to}`)).json(),
    [monday.toString(), monday.add({ days: 20 }).toString()] as const,
  )) as { events: { title: string; start: string; cancelled: boolean }[] }
  return events
    .filter((one) => one.title === title && !one.cancelled)
    .map(({ start }) => `${monday.until(start.slice(0, 10), { largestUnit: 'days' }).days} ${start.slice(11, 16)}`)
}
const dialog = (name: string) => page.getByRole('dialog', { name })
/** From the open panel to another clock time for which occurrences. */
const change = async (week: number, from: string, to: string, which: RegExp | null) => {
  await calendar(week)
  await event('Pipeline review').click()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  const editor = dialog('Change event')
  await editor.getByLabel('at', { exact: true }).first().fill(from)
  await editor.getByLabel('at', { exact: true }).last().fill(to)
  await editor.getByRole('button', { name: 'Save' }).click()
  if (which) {
    await dialog('Change which?').getByLabel(which).check()
    await dialog('Change which?').getByRole('button', { name: 'Change' }).click()
  }
  await page.getByText('Changed Pipeline review').first().waitFor()
}

describe('an event', () => {
  it('is made in the editor by keys alone', async () => {
    await calendar()
    await page.keyboard.press('n')
    const editor = dialog('New event')
    await editor.waitFor()
    await page.keyboard.type('Pipeline review')
    while ((await editor.getByLabel('Repeats').evaluate((field) => field === document.activeElement)) === false)
      await page.keyboard.press('Tab')
    for (let down = 0; down < 2; down++) await page.keyboard.press('ArrowDown')
    expect(await editor.getByLabel('Repeats').inputValue()).toBe('week')
    while ((await editor.getByLabel('Name').evaluate((field) => field === document.activeElement)) === false)
      await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Added Pipeline review').first().waitFor()
    expect(await places('Pipeline review')).toEqual(['0 10:00', '7 10:00', '14 10:00'])
  })

  it('typed in one line is shown with weekday and zone before it is saved', async () => {
    await page.goto(`${desk.url}/today`)
    await settled(page)
    await page.keyboard.press('n')
    await page.keyboard.type(`legal ${monday} 3pm 45m, room 4`)
    const read = page.getByText(/Mon\w* .*15:00.*London/)
    await read.first().waitFor()
    expect(await places('legal')).toEqual([])
    await page.keyboard.press('Enter')
    await expect
      .poll(() => places('Legal').then(async (at) => [...at, ...(await places('legal'))]))
      .toEqual(['0 15:00'])
  })

  it('of a series is changed this once, and the others stay', async () => {
    await change(1, '11:00', '11:30', /Only this one/)
    expect(await places('Pipeline review')).toEqual(['0 10:00', '7 11:00', '14 10:00'])
  })

  it('is changed from here on, and what came before stays', async () => {
    await change(2, '14:00', '14:30', /This and the following/)
    expect(await places('Pipeline review')).toEqual(['0 10:00', '7 11:00', '14 14:00'])
  })

  it('is changed as a whole, except what was changed by hand', async () => {
    await change(0, '09:00', '09:30', /The whole series/)
    expect(await places('Pipeline review')).toEqual(['0 09:00', '7 11:00', '14 14:00'])
  })

  it('goes back by the key for undo, step by step', async () => {
    await page.locator('#page').press('Control+z')
    await expect.poll(() => places('Pipeline review')).toEqual(['0 10:00', '7 11:00', '14 14:00'])
  })

  it('goes back from the journal too, once what came after it is undone', async () => {
    await page.goto(`${desk.url}/journal`)
    await page
      .getByRole('button', { name: /Undo: .*Pipeline review/ })
      .nth(1)
      .click()
    await expect.poll(() => places('Pipeline review')).toEqual(['0 10:00', '7 11:00', '14 10:00'])
  })

  it('is cancelled and brought back', async () => {
    await calendar()
    await event('egal').click()
    await page.getByRole('button', { name: 'Cancel it' }).waitFor()
    await page.keyboard.press('x')
    await expect.poll(async () => [...(await places('Legal')), ...(await places('legal'))]).toEqual([])
    await calendar()
    await event('egal').click()
    await page.getByRole('button', { name: 'Bring back' }).waitFor()
    await page.keyboard.press('b')
    await expect.poll(async () => [...(await places('Legal')), ...(await places('legal'))]).toEqual(['0 15:00'])
  })

  it('that somebody else changed meanwhile is not changed over them, and nothing typed is lost', async () => {
    await calendar()
    await event('egal').click()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const editor = dialog('Change event')
    await editor.getByLabel('Name').fill('Legal, closing list')
    await other.goto(`${desk.url}/journal`)
    const { events } = (await other.evaluate(
      async (on) => (await fetch(`/api/event/list?from=${on}&to=${on}`)).json(),
      monday.toString(),
    )) as { events: { title: string; eventId: string }[] }
    const { eventId } = events.find(({ title }) => /legal/i.test(title)) ?? { eventId: '' }
    await performAt(other, 'event.edit', { eventId, set: { place: 'Room 7' } })
    await editor.getByRole('button', { name: 'Save' }).click()
    await editor
      .getByRole('alert')
      .getByText(/changed since you looked/)
      .waitFor()
    expect(await editor.getByLabel('Name').inputValue()).toBe('Legal, closing list')
  })
})
