import { createHmac } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { atTheDesk, ines, openTheDesk, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let secret = ''
let codes: string[] = []

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** What an authenticator app shows: RFC 6238 over RFC 4226, six digits, thirty seconds. */
function digits(base32: string): string {
  const bits = [...base32].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Temporal.Now.instant().epochMilliseconds / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Password given, code asked for. */
async function toTheCode() {
  const { page: other, context } = await sitDown(browser, { viewport: { width: 390, height: 844 }, userAgent: phone })
  await other.goto(desk.url)
  await other.getByLabel('Email').fill(ines.email)
  await other.getByLabel('Password').fill(ines.password)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.getByRole('heading', { name: 'And the code' }).waitFor()
  return { other, context }
}
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'
const give = async (other: Page, code: string) => {
  await other.getByLabel('Code').fill(code)
  await other.getByRole('button', { name: 'Open the desk' }).click()
}

const isIn = async (other: Page) => {
  await other.waitForURL('**/today')
  await settled(other)
}

describe('a second step after the password', () => {
  it('is turned on with the password and a code from the app, and gives recovery codes once', async () => {
    await page.goto(`${desk.url}/settings`)
    await page.getByRole('button', { name: 'Turn on…' }).click()
    await page.getByLabel('Your password').fill('not the password')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('alert').filter({ hasText: 'not your password' }).waitFor()
    await page.getByLabel('Your password').fill(ines.password)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('img', { name: /picture for the camera/ }).waitFor()
    expect(await axe(page)).toEqual([])
    secret = (await page.locator('[data-secret]').textContent()) ?? ''
    await page.getByLabel('Six digits').fill('000000')
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await page.getByRole('alert').filter({ hasText: 'not right' }).waitFor()
    await page.getByLabel('Six digits').fill(digits(secret))
    await page.getByRole('button', { name: 'Turn it on' }).click()
    const shown = page.getByRole('dialog', { name: 'Recovery codes' })
    await shown.waitFor()
    codes = await shown.locator('code').allTextContents()
    expect(codes.length).toBe(10)
    expect(await axe(page)).toEqual([])
    await shown.getByRole('button', { name: 'I have them' }).click()
    await page.getByText('On: a code from your app is asked for.').waitFor()
    expect(complaints).toEqual([])
  })

  it('asks for the code at the door, and shows nothing of the desk before', async () => {
    const { other, context } = await toTheCode()
    expect(await axe(other)).toEqual([])
    expect(await other.evaluate(async () => (await fetch('/api/desk/me')).status)).toBe(401)
    await give(other, '000000')
    await other.getByRole('alert').filter({ hasText: 'not right' }).waitFor()
    await give(other, digits(secret))
    await isIn(other)
    await context.close()
  })

  it('takes a recovery code instead, once', async () => {
    const { other, context } = await toTheCode()
    await give(other, codes[0] ?? '')
    await isIn(other)
    await context.close()
    const again = await toTheCode()
    await give(again.other, codes[0] ?? '')
    await again.other.getByRole('alert').filter({ hasText: 'not right' }).waitFor()
    await again.context.close()
  })
})

describe('where one is signed in', () => {
  it('is listed, and ended from anywhere at once', async () => {
    const { other, context } = await toTheCode()
    await give(other, codes[1] ?? '')
    await isIn(other)
    await page.reload()
    await page.getByText('here, now').waitFor()
    await page.getByText('Safari on an iPhone').first().waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await page.getByText('Signed out everywhere else').first().waitFor()
    await expect.poll(() => page.getByText('Safari on an iPhone').count()).toBe(0)
    await other.reload()
    await other.getByRole('heading', { name: 'Good to see you' }).waitFor()
    await context.close()
    await settled(page)
  })

  it('another password needs the one before', async () => {
    await page.getByRole('button', { name: 'Change…' }).click()
    await page.getByLabel('The password you have').fill('not the password')
    await page.getByLabel('The new one').fill('words invented anew')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('The password you have').fill(ines.password)
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText('The password is changed').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('a link from the machine itself lets in whoever lost telephone and codes', async () => {
    const { page: other, context } = await sitDown(browser)
    await other.goto(await desk.another('--for', ines.email))
    await other.getByLabel('A password').fill(ines.password)
    await other.getByRole('button', { name: 'Open the desk' }).click()
    await atTheDesk(other)
    await other.goto(`${desk.url}/settings`)
    await other.getByText('Off. A passkey is two steps by itself.').waitFor()
    await context.close()
  })
})
