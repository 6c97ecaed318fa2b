import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { danaJoins, openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let phone: Page
let phoneComplaints: readonly string[]
let token = ''
const small = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
const pictures = join(import.meta.dirname, 'out')

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: desk.url })
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Dana' })
  await onTheRecord(calendar.id)
  ;({ page: phone, complaints: phoneComplaints } = await danaJoins(browser, page, desk.url, small))
  await phone.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: desk.url })
  await yesThreeTimes(calendar.id)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const when = (days: number, from: string, to: string) => {
  const on = today.add({ days })
  const [start, end] = [`${on}T${from}:00`, `${on}T${to}:00`]
  return { allDay: false, start, end, zone: 'Europe/London', endZone: null }
}

/** What two people would have to talk about. */
async function onTheRecord(calendarId: string): Promise<void> {
  const people = [{ name: 'Marc Laurent', address: 'marc@meridian.example', answer: 'accepted', required: true }]
  const add = (title: string, from: string, to: string) =>
    performAt(page, 'event.add', { calendarId, title, when: when(3, from, to), people })
  await add('Board, second reading', '10:00', '11:30')
  await add('Meridian Glass, renewal', '11:00', '12:00')
  await performAt(page, 'decision.ask', {
    question: 'Zurich: the Quai or the Seehof?',
    options: [{ words: 'The Quai' }, { words: 'The Seehof' }],
    recommended: 1,
    neededBy: { on: today.add({ days: 1 }).toString(), time: '18:00' },
    onSilence: 1,
  })
  await performAt(page, 'commitment.add', {
    what: 'answer on leave dates',
    side: 'theirs',
    by: { name: 'Dana Okafor' },
    to: { name: 'Ines Duarte' },
    dueOn: today.subtract({ days: 3 }).toString(),
    wasDue: true,
  })
  await performAt(page, 'priority.add', {
    horizon: 'quarter',
    on: today.subtract({ days: 7 }).toString(),
    title: 'Board preparation',
    meant: 25,
    rules: [{ words: ['board'] }],
  })
  for (const days of [-8, -7, -6, -5])
    await performAt(page, 'event.add', { calendarId, title: 'Harbour review', when: when(days, '14:00', '15:00') })
  await performAt(page, 'mistake.own', { title: 'The car that stayed on Wednesday', askedBy: 'Dana Okafor' })
  token = (await performAt<{ token: string }>(page, 'agent.add', { name: 'Quill' })).token
}

/** An agent proposes, the executive says yes, three times. */
async function yesThreeTimes(calendarId: string): Promise<void> {
  for (const n of [1, 2, 3]) {
    const body = JSON.stringify({ calendarId, title: `Introduction ${n}`, when: when(20 + n, '10:00', '10:30') })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${desk.url}/api/event/add`, { method: 'POST', headers, body })
    const { proposed } = (await answer.json()) as { proposed: { id: string } }
    await performAt(phone, 'proposal.yes', { id: proposed.id })
  }
}

const line = (on: Page, text: string | RegExp) => on.getByRole('listitem').filter({ hasText: text }).first()
const inBoth = async (on: Page, look: () => Promise<void>) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await on.emulateMedia({ colorScheme })
    await on.waitForTimeout(300)
    await look()
  }
  await on.emulateMedia({ colorScheme: 'light' })
}
const picture = (on: Page, name: string, fullPage = false) =>
  on.screenshot({ path: join(pictures, `one-to-one-${name}.png`), fullPage })

describe('a one-to-one', () => {
  it('has its agenda drawn from the record, and goes by keyboard', async () => {
    await page.keyboard.press("'")
    await page.getByRole('heading', { name: 'One-to-one', level: 1 }).waitFor()
    for (const name of [
      'Decisions',
      'The next two weeks',
      'What the assistant waits for',
      'Mistakes and remedies',
      'What comes first',
    ])
      await page.getByRole('region', { name }).waitFor()
    await page
      .getByText('Board preparation comes first this quarter; it got nothing of last week; 25 % was meant.')
      .first()
      .waitFor()
    expect(await page.getByRole('region', { name: 'Promises, both ways' }).count()).toBe(0)
    await inBoth(page, async () => expect(await axe(page)).toEqual([]))
    await picture(page, 'wide')
    await page.keyboard.press('n')
    await page.getByText('0 of 15 min').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.getByRole('button', { name: 'Zurich: the Quai or the Seehof?', exact: true }).waitFor()
    await page.keyboard.press('1')
    const agreed = page.getByRole('region', { name: 'Agreed so far' })
    await agreed.getByText('Chose The Quai for “Zurich: the Quai or the Seehof?”').waitFor()
    expect(await page.getByRole('region', { name: 'Decisions' }).count()).toBe(0)
  })

  it('at 390 px the executive answers a late promise and raises an authority level', async () => {
    await phone.goto(`${desk.url}/today`)
    await settled(phone)
    const going = phone.getByRole('link', { name: 'With Ines Duarte, now' })
    await going.scrollIntoViewIfNeeded()
    await picture(phone, 'phone-today')
    expect(await axe(phone)).toEqual([])
    await going.tap()
    await phone.getByRole('heading', { name: 'One-to-one', level: 1 }).waitFor()
    const promise = line(phone, 'You owe Ines Duarte: answer on leave dates')
    await promise.getByText('3 days late').waitFor()
    await inBoth(phone, async () => expect(await axe(phone)).toEqual([]))
    await picture(phone, 'phone', true)
    await promise.getByRole('button', { name: /^New date…/ }).tap()
    await phone.getByLabel('Now due on').fill(today.add({ days: 4 }).toString())
    await picture(phone, 'phone-day')
    await promise.getByRole('button', { name: 'New date', exact: true }).tap()
    const agreed = phone.getByRole('region', { name: 'Agreed so far' })
    await agreed.getByText(/Agreed .* for “.*answer on leave dates”/).waitFor()
    const authority = line(phone, 'Quill may only propose in calendar: enough to let them act and tell?')
    await authority.getByText(/3 of 3 proposals of Quill in calendar were said yes to since/).waitFor()
    await authority.getByRole('button', { name: /^Raise to act and tell/ }).tap()
    await agreed.getByText('Changed what Quill may do: calendar: propose → act and tell').waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  it('ends with what was agreed, copied out with weekday and zone, and what is left is carried over', async () => {
    await phone.getByRole('button', { name: 'End it' }).tap()
    const before = phone.getByRole('region', { name: 'One-to-ones before' })
    await before.getByRole('button', { name: 'Copy what was agreed' }).tap()
    const text = await phone.evaluate(() => navigator.clipboard.readText())
    const weekday = today.toLocaleString('en-GB', { weekday: 'short' })
    expect(text).toContain('One-to-one: Dana Okafor and Ines Duarte')
    expect(text).toContain(`Began ${weekday} ${today.day} `)
    expect(text).toContain('(Europe/London)')
    expect(text).toMatch(/Ines Duarte: Chose The Quai/)
    expect(text).toMatch(/Dana Okafor: Agreed \w{3} \d+ \w{3} \d{4} for/)
    expect(text).toMatch(/Dana Okafor: Changed what Quill may do/)
    expect(text).toContain('Left for the next')
    await line(phone, 'carried over once').waitFor()
    await picture(phone, 'phone-ended', true)
    await page.getByText('carried over once').first().waitFor()
    await inBoth(page, async () => expect(await axe(page)).toEqual([]))
    await picture(page, 'wide-ended')
  })

  it('is printed as its text alone, and the page comes back', async () => {
    await page.evaluate(() => {
      window.print = () => {}
    })
    await page.getByRole('button', { name: 'Print it' }).first().click()
    await page.emulateMedia({ media: 'print' })
    const paper = page.locator('pre.printed')
    await paper.getByText('One-to-one: Dana Okafor and Ines Duarte').waitFor()
    expect(await paper.textContent()).toMatch(/Ines Duarte: Chose The Quai[\s\S]*Left for the next/)
    expect(await page.getByRole('heading', { name: 'One-to-one', level: 1 }).isVisible()).toBe(false)
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    await picture(page, 'paper')
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await paper.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'One-to-one', level: 1 }).waitFor()
  })

  it('has the ways out of a conflict that Today has: what somebody outside must say yes to opens its letter', async () => {
    await page.goto(`${desk.url}/one-to-one`)
    const ahead = page.getByRole('region', { name: 'The next two weeks' })
    const asking = ahead.getByRole('button', { name: /^Ask .*…/ }).first()
    await asking.waitFor()
    await picture(page, 'ways')
    await asking.click()
    const letter = page.getByRole('dialog', { name: /^Ask / })
    expect(await letter.getByLabel('Message').inputValue()).toContain('Dear')
    expect(await axe(page)).toEqual([])
    await letter.getByRole('button', { name: 'It went' }).click()
    await letter.waitFor({ state: 'detached' })
    await ahead
      .getByText(/asked \d\d:\d\d, no answer/)
      .first()
      .waitFor()
  })

  it('asks for feedback after a slip; the two alone read it', async () => {
    await page.keyboard.press('f')
    const form = page.getByRole('dialog', { name: 'Feedback for Dana' })
    await form.getByRole('button', { name: 'Not now' }).click()
    await page.getByRole('button', { name: /^Write it/ }).click()
    await form.getByText('the mistake “The car that stayed on Wednesday”').waitFor({ state: 'attached' })
    await form.getByRole('button', { name: 'Give it' }).click()
    await form.getByText('Say at least one of the three.').waitFor()
    await form.getByLabel('Thanks for').fill('You asked first what happened, and only then whose it was.')
    await inBoth(page, async () => expect(await axe(page)).toEqual([]))
    await picture(page, 'feedback')
    await form.getByRole('button', { name: 'Give it' }).click()
    await form.waitFor({ state: 'detached' })
    const given = phone.getByRole('region', { name: 'Feedback you two gave each other' })
    await given.getByText('You asked first what happened').waitFor()
    const headers = { authorization: `Bearer ${token}` }
    const asked = await fetch(`${desk.url}/api/feedback/list`, { headers })
    expect(await asked.text()).not.toContain('what happened')
  })

  it('with somebody who has left is read on by the executive', async () => {
    const { members } = await phone.evaluate(async () => (await fetch('/api/member/list')).json())
    const { id: member } = members.find(({ kind }: { kind: string }) => kind === 'assistant')
    await performAt(phone, 'member.remove', { member, reason: 'Moved on' })
    await phone.goto(`${desk.url}/one-to-one`)
    await phone.getByText('Nobody assists you at this desk at the moment: invite somebody on the board.').waitFor()
    const before = phone.getByRole('region', { name: /^With Ines Duarte, who left on / })
    await before.getByText('Chose The Quai for “Zurich: the Quai or the Seehof?”').first().waitFor()
    await phone.getByRole('region', { name: 'Feedback you two gave each other' }).getByText('Ines').first().waitFor()
    expect(await phone.getByRole('button', { name: 'Give feedback' }).count()).toBe(0)
    expect(await axe(phone)).toEqual([])
    await picture(phone, 'former', true)
  })

  it('complains of nothing', () => {
    expect([...complaints, ...phoneComplaints]).toEqual([])
  })
})
