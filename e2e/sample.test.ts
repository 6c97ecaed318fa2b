import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startAhead } from './desk.ts'
import { openTheDesk, sitDown } from './person.ts'

/** A morning of the working week, whatever the day: the sample is at its fullest, and nothing of its day has passed. */
const now = Temporal.Now.zonedDateTimeISO('Europe/London')
const tomorrow = now.toPlainDate().add({ days: 1 })
const weekday = tomorrow.dayOfWeek > 5 ? tomorrow.add({ days: 8 - tomorrow.dayOfWeek }) : tomorrow
const morning = weekday.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '07:40' })
const ahead = now.until(morning, { largestUnit: 'hours' })

let browser: Browser
let desk: RunningDesk
beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startAhead(ahead, '--sample')])
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** Where the picture in the README is made: `EQUERRY_PICTURE=docs`; else it goes where nobody keeps it. */
const pictures = join(import.meta.dirname, '..', process.env.EQUERRY_PICTURE ?? 'e2e/out')

test('a desk started with --sample opens on a week with things to see to', async () => {
  const { page, complaints, context } = await sitDown(browser, { viewport: { width: 1440, height: 900 } })
  await context.addInitScript((by) => {
    const here = Temporal.Now.instant
    const later = () => here().add(by)
    const zoned = (zone: Temporal.TimeZoneLike = Temporal.Now.timeZoneId()) => later().toZonedDateTimeISO(zone)
    const plainDate = (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDate()
    Object.assign(Temporal.Now, { instant: later, zonedDateTimeISO: zoned, plainDateISO: plainDate })
  }, ahead.toString())
  await openTheDesk(page, desk.link)
  await page
    .getByText(/cannot work|Two things at once/i)
    .first()
    .waitFor()
  const opened = page.getByRole('link', { name: /^Mistake · .* · open$/ })
  await opened.waitFor()
  await page
    .getByText(weekday.toLocaleString('en-GB', { weekday: 'long' }))
    .first()
    .waitFor()
  expect(await axe(page)).toEqual([])
  expect(complaints).toEqual([])
  mkdirSync(pictures, { recursive: true })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(pictures, 'today.png') })
  await context.close()
})
