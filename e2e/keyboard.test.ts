import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page

/** The Monday of next week where the desk is: nothing there has passed, whatever day the test is run on. */
const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
const monday = today.add({ days: 8 - today.dayOfWeek })
const daysAhead = today.until(monday, { largestUnit: 'days' }).days

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Dana' })
  // From here on the mouse is put away.
  for (const verb of ['move', 'down', 'click'] as const)
    page.mouse[verb] = () => Promise.reject(new Error('this week is planned by keyboard alone'))
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** Tab until a field has the focus. */
const tabTo = async (label: string) => {
  const field = page.getByLabel(label, { exact: true }).first()
  for (let tabs = 0; tabs < 40; tabs++) {
    if (await field.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached “${label}”`)
}
/** Tab until an event on the grid has the focus. */
const tabToEvent = async (title: string) => {
  for (let tabs = 0; tabs < 120; tabs++) {
    const on = await page.evaluate(() => document.activeElement?.querySelector('[data-key]')?.textContent ?? '')
    if (on.startsWith(title)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached the event “${title}”`)
}
const week = async () => {
  const { events } = (await page.evaluate(
    async ([from, to]) => (await fetch(`/api/event/list?from=${from}&to=${to}`)).json(),
    [monday.toString(), monday.add({ days: 6 }).toString()] as const,
  )) as { events: { title: string; kind: string; start: string; end: string }[] }
  return events.map(
    ({ title, kind, start, end }) =>
      `${monday.until(start.slice(0, 10), { largestUnit: 'days' }).days} ${start.slice(11, 16)}–${end.slice(11, 16)} ${kind === 'hold' ? 'hold' : title}`,
  )
}
/** A new event on Monday, written in the editor. */
const add = async (title: string, from: string, to: string) => {
  await press('n')
  await page.getByRole('dialog', { name: 'New event' }).waitFor()
  await page.keyboard.type(title)
  await page.keyboard.press('Tab')
  const editor = page.getByRole('dialog', { name: 'New event' })
  const clocks = editor.locator('input[type=time]')
  for (const [n, clock] of [from, to].entries()) {
    for (let tabs = 0; tabs < 20; tabs++) {
      if (await clocks.nth(n).evaluate((one) => one === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type(clock.replace(':', ''))
  }
  await page.keyboard.press('Enter')
  await page.getByText(`Added ${title}`).first().waitFor()
  await settled(page)
}
const carry = async (title: string, ...keys: readonly string[]) => {
  await tabToEvent(title)
  await press('g', ...keys)
}

describe('a full week planned by keyboard alone', () => {
  it('goes to the week, and fills it', async () => {
    await press('c')
    await page.getByRole('button', { name: 'Offer times' }).first().waitFor()
    await settled(page)
    // A new event goes on the day one came from.
    const title = () => page.getByRole('heading', { level: 1 }).textContent()
    await press('1')
    await expect.poll(title).toMatch(/day \d/)
    for (let days = 1; days <= daysAhead; days++) {
      await press('ArrowRight')
      await expect.poll(title).toMatch(new RegExp(`day ${today.add({ days }).day} `))
    }
    await press('3')
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent())
      .toMatch(new RegExp(`^${monday.day} `))
    await settled(page)
    await add('Exec committee', '10:00', '11:30')
    await add('Board papers', '14:00', '15:00')
    await add('Legal', '16:00', '17:00')
    await expect
      .poll(week)
      .toEqual(['0 10:00–11:30 Exec committee', '0 14:00–15:00 Board papers', '0 16:00–17:00 Legal'])
  })

  it('carries meetings over the days, each place with its cost, and takes the cheaper one', async () => {
    await carry('Board papers', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp')
    await page.getByText('This costs nothing').waitFor()
    await press('Enter')
    await expect.poll(week).toContain('2 13:30–14:30 Board papers')
    await settled(page)
    await carry('Legal', 'ArrowRight', 'ArrowRight', ...Array.from({ length: 10 }, () => 'ArrowUp'))
    await page.getByText('What this would cost').first().waitFor()
    await press('Enter')
    await expect.poll(week).not.toContain('0 16:00–17:00 Legal')
    const legal = (await week()).find((one) => one.endsWith('Legal')) ?? ''
    expect(legal).not.toMatch(/^2 13:30/)
    await settled(page)
  })

  it('adds a rule, and sees what the week makes of it', async () => {
    await press('r')
    await settled(page)
    await press('n')
    await page.getByRole('dialog', { name: 'Add a rule' }).waitFor()
    await tabTo('What it is about')
    const about = page.getByLabel('What it is about')
    await about.locator('option[value=has-place]').waitFor({ state: 'attached' })
    for (let down = 0; down < 20 && (await about.inputValue()) !== 'has-place'; down++) await press('ArrowDown')
    expect(await about.inputValue()).toBe('has-place')
    await page.getByText(/It would flag/).waitFor()
    await tabTo('Why it exists')
    await page.keyboard.type('Nobody should have to ask where.')
    for (let tabs = 0; tabs < 20; tabs++) {
      if (await page.evaluate(() => document.activeElement?.textContent === 'Add it')) break
      await press('Tab')
    }
    await press('Enter')
    await page.getByText('Nobody should have to ask where.').first().waitFor()
    await page.getByText('Added the rule').first().waitFor()
  })

  it('offers three times and holds them', async () => {
    await press('c')
    await settled(page)
    await press('ArrowRight')
    await settled(page)
    await press('f')
    await page.getByRole('heading', { name: 'Offer times' }).waitFor()
    await tabTo('For')
    await page.keyboard.type('Rosalind Achebe')
    await tabTo('About')
    await page.keyboard.type('Northwind intro')
    const times = page.getByRole('region', { name: 'Times' })
    await times.getByRole('checkbox').first().waitFor()
    for (let tabs = 0; tabs < 40; tabs++) {
      if (await times.evaluate((region) => region.contains(document.activeElement))) break
      await page.keyboard.press('Tab')
    }
    await press('1', '3', '5', 'h')
    await page.getByRole('heading', { name: 'Held for Rosalind Achebe' }).waitFor()
    await press('Escape')
    await press('o')
    await page.getByText('Northwind intro').first().waitFor()
  })

  it('takes the last step back by one key', async () => {
    await press('Control+z')
    await expect.poll(async () => (await week()).filter((one) => one.endsWith('hold'))).toEqual([])
  })
})

describe('a page whose code is still on its way', () => {
  /** The page's code stays on the line until `go` is called. */
  const hold = async (name: string) => {
    let go = () => {}
    const line = new Promise<void>((done) => {
      go = done
    })
    const asked = page.waitForRequest(`**/assets/${name}-*.js`)
    await page.route(`**/assets/${name}-*.js`, async (route) => {
      await line
      await route.continue()
    })
    return { asked, go }
  }

  it('gets the key that was pressed for it; the page before does not', async () => {
    await page.goto(`${desk.url}/today`)
    await settled(page)
    const { asked, go } = await hold('DecisionsPage')
    await press('d')
    await asked
    await press('n')
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT')
    go()
    await page.getByRole('dialog', { name: 'Ask for a decision' }).waitFor()
    await press('Escape')
  })

  it('gets the words too, on a small screen; Escape gives the keys back to the page', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${desk.url}/today`)
    await settled(page)
    const { asked, go } = await hold('NotesPage')
    await press(';')
    await asked
    await press('n', 'L', 'e', 'a', 's', 'e')
    go()
    const field = page.getByLabel('Take notes about')
    await expect.poll(() => field.inputValue()).toBe('Lease')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axe(page)).toEqual([])
    await page.screenshot({ path: 'e2e/out/notes-390.png' })
    await press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page')
    expect(await field.inputValue()).toBe('Lease')
    await press('t')
    await page.waitForURL('**/today')
  })
})
