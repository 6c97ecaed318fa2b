import { globSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('a page opens in the browser that comes with the packages', async () => {
  const page = await browser.newPage()
  await page.setContent('<title>A desk</title>')
  expect(await page.title()).toBe('A desk')
})

test.runIf(process.env.EQUERRY_OWN_LIBRARIES)('where the system has no libraries for it, its own serve', () => {
  const nss = loaded(/equerry-chromium/).filter((path) => path.includes('libnss3'))
  expect(nss.length).toBeGreaterThan(0)
  expect(nss.filter((path) => !path.includes('equerry-chromium'))).toEqual([])
})

/** Every library that the programs of that name have loaded. */
const loaded = (program: RegExp) =>
  globSync('/proc/[0-9]*/maps').flatMap((file) => {
    try {
      const maps = readFileSync(file, 'utf8')
      return program.test(maps) ? [...maps.matchAll(/\S+\.so[.\d]*$/gm)].map(([path]) => path) : []
    } catch {
      return []
    }
  })
