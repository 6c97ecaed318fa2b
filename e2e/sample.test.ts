import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk('--sample')])
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** Where the picture in the README is made: `EQUERRY_PICTURE=docs`; else it goes where nobody keeps it. */
const pictures = join(import.meta.dirname, '..', process.env.EQUERRY_PICTURE ?? 'e2e/out')

test('a desk started with --sample opens on a week with things to see to', async () => {
  const { page, complaints, context } = await sitDown(browser, { viewport: { width: 1440, height: 900 } })
  await openTheDesk(page, desk.link)
  await page
    .getByText(/cannot work|Two things at once/i)
    .first()
    .waitFor()
  expect(await axe(page)).toEqual([])
  expect(complaints).toEqual([])
  mkdirSync(pictures, { recursive: true })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(pictures, 'today.png') })
  await context.close()
})
