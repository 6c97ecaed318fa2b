import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { ines, openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let token = ''
let eventId = ''
const tomorrow = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const time = (hour: string) => `${tomorrow}T${hour}:00:00`
  const when = { allDay: false, start: time('10'), end: time('11'), zone: 'Europe/London', endZone: null }
  const added = await performAt<{ event: { eventId: string } }>(page, 'event.add', {
    title: 'Harbour review',
    calendarId: calendar.id,
    when,
  })
  eventId = added.event.eventId
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** As an agent calls: with its token, and no session. */
const asAgent = async (operation: string, input: object, why = '') => {
  const answer = await fetch(`${desk.url}/api/${operation.replace('.', '/')}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(why !== '' && { 'equerry-why': encodeURIComponent(why) }),
    },
    body: JSON.stringify(input),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const isCancelled = async () =>
  (await page.evaluate(async (id) => (await fetch(`/api/event/show?eventId=${id}`)).json(), eventId)).event.cancelled

describe('an agent at the desk', () => {
  it('comes under its own name, with a token that is shown once', async () => {
    await page.keyboard.press('u')
    await page.getByRole('heading', { name: 'Board' }).waitFor()
    await page.keyboard.press('n')
    await page.getByLabel('What it is called').fill('Quill')
    await page.getByRole('button', { name: 'Let it work here' }).click()
    const shown = page.getByRole('dialog', { name: 'The token of Quill' })
    token = (await shown.locator('code').first().textContent()) ?? ''
    expect(token).toMatch(/^equerry_\S{20,}$/)
    expect(await axe(page)).toEqual([])
    await shown.getByRole('button', { name: 'I have it' }).click()
    await page.getByRole('row', { name: /Quill/ }).getByText('agent', { exact: true }).waitFor()
    expect(await page.content()).not.toContain(token)
  })

  it('asks instead of doing; on a phone one tap says yes, and exactly that is done', async () => {
    const asked = await asAgent('event.cancel', { eventId }, 'Both are in Oslo — they agreed by mail')
    expect(asked.status).toBe(202)
    expect(await isCancelled()).toBe(false)
    const phone = await sitDown(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await phone.page.goto(desk.url)
    await phone.page.getByLabel('Email').fill(ines.email)
    await phone.page.getByLabel('Password').fill(ines.password)
    await phone.page.getByRole('button', { name: 'Sign in' }).tap()
    const card = phone.page.getByRole('article').filter({ hasText: 'Cancel “Harbour review”' })
    await card.getByText('they agreed by mail').waitFor()
    await settled(phone.page)
    expect(await axe(phone.page)).toEqual([])
    await card.getByRole('button', { name: 'Yes' }).tap()
    await card.waitFor({ state: 'detached' })
    expect(await isCancelled()).toBe(true)
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })

  it('is told what changed meanwhile before a yes does something else than was asked', async () => {
    await performAt(page, 'event.restore', { eventId })
    await asAgent('event.edit', { eventId, set: { place: 'Larch Row' } })
    await performAt(page, 'event.edit', { eventId, set: { place: 'Kiln Yard' } })
    await page.goto(`${desk.url}/proposals`)
    const card = page.getByRole('article').filter({ hasText: 'Harbour review' })
    await card.getByRole('button', { name: 'Yes' }).click()
    await card.getByText('This is not what was asked for any more').waitFor()
    expect(await axe(page)).toEqual([])
    await card.getByRole('button', { name: 'Yes, as it is now' }).click()
    await card.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Decided' }).waitFor()
  })

  it('is given more with a reason, and what it then does is told until somebody has seen it', async () => {
    await page.goto(`${desk.url}/board`)
    await page.getByRole('button', { name: 'Quill, Calendar: propose' }).click()
    await page.getByLabel('act and tell').check()
    await page.getByLabel('Why').fill('A month without a mistake')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByRole('button', { name: 'Quill, Calendar: act and tell' }).waitFor()
    expect((await asAgent('event.edit', { eventId, set: { place: 'Pond House' } })).status).toBe(200)
    await page.goto(`${desk.url}/today`)
    const told = page.getByRole('region', { name: 'Done, and to be told' })
    await told.getByText('Harbour review').waitFor()
    await told.getByRole('button', { name: 'Seen' }).click()
    await told.waitFor({ state: 'detached' })
  })

  it('is stopped at one key, and goes on only when somebody says why', async () => {
    await page.goto(`${desk.url}/board`)
    await page.getByRole('button', { name: 'Stop every agent' }).waitFor()
    await page.keyboard.press('x')
    const row = page.getByRole('row', { name: /Quill/ })
    await row.getByText(/^stopped/).waitFor()
    expect((await asAgent('event.edit', { eventId, set: { place: 'Elsewhere' } })).status).toBe(403)
    expect(await axe(page)).toEqual([])
    await row.getByRole('button', { name: 'Go on… Quill' }).click()
    await page.getByLabel('Why').fill('It was the wrong agent')
    await page.getByRole('button', { name: 'Let it go on' }).click()
    await page.getByText('Quill goes on').first().waitFor()
    await row.getByRole('button', { name: 'Stop Quill' }).waitFor()
    expect((await asAgent('event.edit', { eventId, set: { place: 'Elsewhere' } })).status).toBe(200)
    expect(complaints).toEqual([])
  })
})
