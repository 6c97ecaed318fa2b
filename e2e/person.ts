import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export const ines = { name: 'Ines Duarte', email: 'ines@okafor.example', password: 'a long invented password' }

export const dana = { email: 'dana@okafor.example', password: 'words that Dana invented' }

/** A person in London at a screen; everything the page complains of fails the test that looks at `complaints`. */
export async function sitDown(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    timezoneId: 'Europe/London',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  })
  // Short of the runner's own limit, so that a failure says what it was waiting for.
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    // A refused sign-in is an answer, which the browser also writes to its console.
    if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) complaints.push(line.text())
  })
  return { context, page, complaints }
}

/** Through the one-time link to an open desk. */
export async function openTheDesk(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('I assist them').check()
  await page.getByLabel('The executive’s name').fill('Dana Okafor')
  await page.getByLabel('Your name').fill(ines.name)
  await page.getByLabel('Your email').fill(ines.email)
  await page.getByLabel('A password').fill(ines.password)
  await page.getByRole('button', { name: 'Open the desk' }).click()
  // A desk that begins with the sample week lays it out first, through some two hundred operations.
  await page.waitForURL('**/today', { timeout: 60_000 })
  await atTheDesk(page)
}

/** Signed in: the desk says who one is. */
export const atTheDesk = (page: Page): Promise<void> => page.getByText(`You are ${ines.name}`).first().waitFor()

/** The executive comes through the link that an open desk makes for her, on a screen of her own. */
export async function danaJoins(browser: Browser, page: Page, url: string, options: BrowserContextOptions) {
  await page.goto(`${url}/board`)
  await page.getByRole('button', { name: 'Link… for Dana Okafor' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const shown = page.getByRole('dialog', { name: 'The link for Dana Okafor' })
  const address = (await shown.locator('code').textContent()) ?? ''
  await shown.getByRole('button', { name: 'I have it' }).click()
  const opened = await sitDown(browser, options)
  await opened.page.goto(address)
  await opened.page.getByLabel('Your email').fill(dana.email)
  await opened.page.getByLabel('A password').fill(dana.password)
  await opened.page.getByRole('button', { name: 'Join the desk' }).click()
  await opened.page.waitForURL('**/today')
  await settled(opened.page)
  return opened
}

/** Lets a file go over the page, as a hand with a mouse does. */
export async function dropFile(page: Page, name: string, text: string, type = 'text/calendar'): Promise<void> {
  const held = await page.evaluateHandle(
    ([fileName, content, kind]) => {
      const data = new DataTransfer()
      data.items.add(new File([content], fileName, { type: kind }))
      return data
    },
    [name, text, type] as const,
  )
  for (const event of ['dragover', 'drop']) await page.dispatchEvent('body', event, { dataTransfer: held })
}

/** Signs a fresh browser in with the password. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Email').fill(ines.email)
  await page.getByLabel('Password').fill(ines.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/today')
  await atTheDesk(page)
}

/** From the file in the hand to the report read and closed. */
export async function importFile(page: Page, name: string, text: string): Promise<void> {
  await dropFile(page, name, text)
  await page.getByRole('dialog', { name: 'Import a calendar' }).getByRole('button', { name: 'Import' }).click()
  const report = page.getByRole('dialog', { name: 'The calendar is in' })
  await report.getByRole('button', { name: 'Good' }).click()
  await report.waitFor({ state: 'detached' })
}

/** A page that has its heading and has stopped changing for a moment. The line for news stays open, so the network is never idle. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let timer = setTimeout(done, 300)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, 300)
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
  )
}

/** An operation as the page itself would perform it, for what a test needs but is not about. */
export const performAt = <O = Record<string, never>>(page: Page, operation: string, input: object): Promise<O> =>
  page.evaluate(
    async ([path, body]) => {
      const at = new URLSearchParams(location.search).get('desk')
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(at !== null && { 'x-equerry-desk': at }),
      }
      const answer = await fetch(`/api/${path}`, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(await answer.text())
      return answer.json()
    },
    [operation.replace('.', '/'), JSON.stringify(input)] as const,
  ) as Promise<O>

/** A finger on a sensor, always willing: Chromium's virtual authenticator. */
export async function withFinger(page: Page): Promise<void> {
  const wire = await page.context().newCDPSession(page)
  await wire.send('WebAuthn.enable')
  await wire.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
