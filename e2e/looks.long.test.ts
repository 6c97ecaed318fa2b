import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { importFile, openTheDesk, settled, sitDown } from './person.ts'
import { calendarAround } from './week.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
/** Tomorrow: what is wrong with a day needs nobody once it is over. */
const day = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  await importFile(page, 'dana.ics', calendarAround(day))
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const at = (path: string) => `${desk.url}${path}`
const theDay = `/today?on=${day}`

describe('every page', () => {
  const looks = [
    { colorScheme: 'light', viewport: { width: 1440, height: 1000 } },
    { colorScheme: 'dark', viewport: { width: 1440, height: 1000 } },
    { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true },
    { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true },
  ] as const
  for (const look of looks)
    it(`is accessible and fits at ${look.viewport.width} px, ${look.colorScheme}`, async () => {
      const other = await sitDown(browser, { ...look, storageState: await page.context().storageState() })
      for (const path of [
        '/today',
        theDay,
        `/calendar?on=${day}`,
        '/offers',
        '/travel',
        '/proposals',
        '/notes',
        '/cover',
        '/board',
        '/rules',
        '/lookback',
        '/journal',
        '/settings',
        '/work',
        '/commitments',
        '/decisions',
        '/mistakes',
        '/people',
        '/knowing',
        '/all',
      ]) {
        await other.page.goto(at(path))
        await settled(other.page)
        expect.soft(await axe(other.page), path).toEqual([])
        const over = await other.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect.soft(over, `${path} is wider than the screen by`).toBeLessThanOrEqual(0)
      }
      expect(other.complaints).toEqual([])
      await other.context.close()
    }, 120_000)
})
