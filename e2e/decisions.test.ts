import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { dana, danaJoins, openTheDesk, performAt, settled, sitDown } from './person.ts'

type Asked = { decision: { id: string; version: number } }

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
let phone: Page
let eventId = ''
const tomorrow = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })
const later = { on: tomorrow.add({ days: 1 }).toString(), time: '12:00' }
const small = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const time = (hour: string) => `${tomorrow.add({ days: 2 })}T${hour}:00:00`
  const when = { allDay: false, start: time('10'), end: time('11'), zone: 'Europe/London', endZone: null }
  const added = await performAt<{ event: { eventId: string } }>(page, 'event.add', {
    title: 'Harbour review',
    calendarId: calendar.id,
    when,
  })
  eventId = added.event.eventId
  ;({ page: phone } = await danaJoins(browser, page, desk.url, small))
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const ask = (question: string, more: object = {}) =>
  performAt<Asked>(page, 'decision.ask', {
    question,
    options: [{ words: 'The Quai', cost: 'CHF 410' }, { words: 'The Seehof' }],
    recommended: 1,
    neededBy: later,
    onSilence: 1,
    ...more,
  })
const isCancelled = async () =>
  (await page.evaluate(async (id) => (await fetch(`/api/event/show?eventId=${id}`)).json(), eventId)).event.cancelled
/** Nothing fades in any more; also while a dialog hides the page. */
const still = async (on: Page) => {
  await on.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
  await on.waitForTimeout(300)
}
const inBoth = async (on: Page, look: () => Promise<void>) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await on.emulateMedia({ colorScheme })
    await still(on)
    await look()
  }
  await on.emulateMedia({ colorScheme: 'light' })
}
/** Tab until a field has the focus. */
const tabTo = async (label: string) => {
  const field = page.getByLabel(label, { exact: true }).first()
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await field.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached “${label}”`)
}

describe('a question', () => {
  it('is asked by keyboard; what the desk cannot take is said at its field', async () => {
    await page.keyboard.press('d')
    await page.getByRole('heading', { name: 'Decisions', level: 1 }).waitFor()
    await page.getByRole('heading', { name: 'Nothing waits for a decision' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: 'Ask for a decision' }).waitFor()
    await tabTo('The question')
    await page.keyboard.type('Zurich tonight: the Quai or the Seehof?')
    await tabTo('Option 1')
    await page.keyboard.type('The Quai')
    await tabTo('Costs of option 1')
    await page.keyboard.type('CHF 410')
    await tabTo('Gains of option 1')
    await page.keyboard.type('8 min walk to the board')
    await tabTo('Taken back of option 1')
    await page.keyboard.type('free to cancel until 16:00')
    await page.keyboard.press('Enter')
    const second = page.getByLabel('Option 2', { exact: true })
    await page.locator('[aria-invalid=true]').first().waitFor()
    expect(await second.getAttribute('aria-invalid')).toBe('true')
    expect(await second.evaluate((one) => one === document.activeElement)).toBe(true)
    await inBoth(page, async () => expect(await axe(page)).toEqual([]))
    await page.keyboard.type('The Seehof')
    await tabTo('You recommend')
    await page.keyboard.press('1')
    await tabTo('If nobody answers by then')
    await page.keyboard.press('1')
    await tabTo('The question')
    await page.keyboard.press('Enter')
    await page.getByText('Asked Dana Okafor').first().waitFor()
    await page.getByRole('heading', { name: 'Zurich tonight: the Quai or the Seehof?' }).waitFor()
    await page.getByText('If I hear nothing by').first().waitFor()
  })

  it('comes with what the desk would do, and with what it rests on', async () => {
    await ask('Harbour review: keep it?', {
      options: [
        { words: 'Cancel it', cost: 'A month of waiting', does: { operation: 'event.cancel', input: { eventId } } },
        { words: 'Keep it', gain: 'The lease is settled' },
      ],
      consulted: ['Ravi Menon'],
      disagrees: [{ who: 'Ravi Menon', why: 'The lease runs out' }],
      sources: [{ words: 'The lease', link: 'https://harbour.example/lease' }],
      hangsOn: [eventId],
      recommended: 2,
      onSilence: null,
    })
    await page.getByRole('button', { name: /Harbour review: keep it/ }).click()
    const brief = page.getByRole('article', { name: 'Harbour review: keep it?' })
    await brief.getByText('By the desk itself:').waitFor()
    await brief.getByText('The lease runs out').waitFor()
    expect(await brief.getByRole('link', { name: 'The lease' }).getAttribute('rel')).toContain('noopener')
    await inBoth(page, async () => expect(await axe(page)).toEqual([]))
    await brief.getByRole('link', { name: 'Harbour review' }).click()
    await page.getByRole('dialog', { name: 'Harbour review' }).waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('on the phone', () => {
  it('it stands on Today, and is answered in one tap; the next one comes', async () => {
    await phone.reload()
    const waiting = phone.getByRole('region', { name: 'Waiting on you' })
    await waiting.getByRole('link', { name: 'Zurich tonight: the Quai or the Seehof?' }).waitFor()
    await settled(phone)
    await inBoth(phone, async () => expect(await axe(phone)).toEqual([]))
    await phone.getByRole('link', { name: /^Decisions/ }).tap()
    await phone.getByText(/Decision 1 of 2 · answer by/).waitFor()
    await settled(phone)
    await inBoth(phone, async () => expect(await axe(phone)).toEqual([]))
    await phone.getByRole('button', { name: 'Yes, 1: The Quai' }).tap()
    await phone.getByText('Chosen: The Quai').first().waitFor()
    await phone.getByRole('heading', { name: 'Harbour review: keep it?', level: 1 }).waitFor()
  })

  it('can be taken back from the message, and then waits again', async () => {
    await phone.getByRole('button', { name: 'Undo' }).first().tap()
    await phone.getByText(/Decision . of 2/).waitFor()
  })

  it('asks for more, which is answered where it stands', async () => {
    await phone.goto(`${desk.url}/decisions`)
    await phone.getByRole('heading', { name: 'Zurich tonight: the Quai or the Seehof?' }).waitFor()
    await phone.getByRole('button', { name: '? Ask for more first' }).tap()
    await phone.getByLabel('To Ines').fill('Is the lake view extra?')
    expect(await axe(phone)).toEqual([])
    await phone.getByRole('button', { name: 'Ask Ines' }).tap()
    await phone.getByText('waits for Ines’s answer').waitFor()
    await page.goto(`${desk.url}/decisions`)
    await page.getByLabel('Answer Dana').fill('No, it is in the price')
    await page.getByRole('button', { name: 'Tell Dana' }).click()
    await page.getByText('No, it is in the price').first().waitFor()
    await phone.getByText('No, it is in the price').waitFor()
  })

  it('is answered once: the second phone is told who was first, and sees how it stands', async () => {
    const other = await sitDown(browser, small)
    // A phone whose line for news is down knows only what it saw last.
    await other.page.route('**/api/news', (route) => route.abort())
    await other.page.goto(desk.url)
    await other.page.getByLabel('Email').fill(dana.email)
    await other.page.getByLabel('Password').fill(dana.password)
    await other.page.getByRole('button', { name: 'Sign in' }).tap()
    await other.page.waitForURL('**/today')
    await other.page.getByRole('link', { name: /^Decisions/ }).tap()
    const second = other.page.getByRole('button', { name: '2: The Seehof' })
    await second.waitFor()
    await phone.getByRole('button', { name: 'Yes, 1: The Quai' }).tap()
    await phone.getByText('Chosen: The Quai').first().waitFor()
    await second.tap()
    const standing = other.page.getByRole('article', { name: 'Zurich tonight: the Quai or the Seehof?' })
    await standing.getByText(/Dana Okafor chose The Quai/).waitFor()
    await settled(other.page)
    expect(await axe(other.page)).toEqual([])
    await other.page.getByRole('button', { name: 'The next question' }).tap()
    await other.page.getByRole('heading', { name: 'Harbour review: keep it?' }).waitFor()
    await other.context.close()
  })
})

describe('whoever asked', () => {
  it('changes the brief while it is open, and records what was said elsewhere', async () => {
    await page.goto(`${desk.url}/decisions`)
    await page.getByRole('heading', { name: 'Harbour review: keep it?' }).waitFor()
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Change what is asked' })
    await form.getByLabel('The question').fill('Harbour review: still?')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Harbour review: still?' }).waitFor()
    await settled(page)
    await page.keyboard.press('1')
    const said = page.getByRole('dialog', { name: 'What did Dana say?' })
    await said.waitFor()
    expect(await said.getByLabel('1 · Cancel it').isChecked()).toBe(true)
    expect(await axe(page)).toEqual([])
    await said.getByRole('button', { name: 'Record it' }).click()
    await page.getByText('Chosen: Cancel it').first().waitFor()
    expect(await isCancelled()).toBe(true)
    await page
      .getByText(/Dana Okafor, by phone chose Cancel it/)
      .first()
      .waitFor()
    await performAt(page, 'event.restore', { eventId })
  })

  it('asks from an event whether to cancel it; on silence the desk does it, tells everybody, and takes it back', async () => {
    await page.goto(`${desk.url}/today?on=${tomorrow.add({ days: 2 })}&event=${eventId}`)
    await page.getByRole('dialog', { name: 'Harbour review' }).waitFor()
    await page.getByRole('button', { name: 'Ask whether to cancel…' }).waitFor()
    await page.keyboard.press('a')
    const form = page.getByRole('dialog', { name: 'Ask for a decision' })
    await form.getByLabel('What the desk does on 1').waitFor()
    await form.getByLabel('If nobody answers by then').selectOption('1')
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByText('Asked Dana Okafor').first().waitFor()
    desk.ahead(Temporal.Duration.from({ hours: 37 }))
    await phone.goto(`${desk.url}/today`)
    const told = phone.getByRole('region', { name: 'Done, and to be told' })
    for (let tries = 0; tries < 30 && !(await told.isVisible()); tries++) {
      await phone.waitForTimeout(700)
      await phone.reload()
      await settled(phone)
    }
    await told.getByText(/Nobody answered/).waitFor()
    expect(await isCancelled()).toBe(true)
    await told.getByRole('button', { name: /^Undo: Nobody answered/ }).tap()
    await told.getByText('undone').waitFor()
    expect(await isCancelled()).toBe(false)
    await phone.getByRole('link', { name: /^Decisions/ }).tap()
    await phone.getByText('nothing happens by itself any more').waitFor()
  })

  it('reads in the log what was chosen, how long it took, and says how it turned out', async () => {
    await page.goto(`${desk.url}/decisions`)
    await page.getByText(/Half of all answers came within/).waitFor()
    await page.getByRole('button', { name: '2 answered' }).click()
    await page.getByText('Answered by somebody: 2').waitFor()
    const past = page.getByRole('listitem', { name: 'Zurich tonight: the Quai or the Seehof?' })
    await past.getByRole('button', { name: 'How did it turn out?' }).click()
    const review = page.getByRole('dialog', { name: 'How did it turn out?' })
    await review.getByLabel('mixed').check()
    await review.getByLabel('Why').fill('Quiet, but far from the lake')
    await still(page)
    expect(await axe(page)).toEqual([])
    await review.getByRole('button', { name: 'Keep it' }).click()
    await past.getByText('Quiet, but far from the lake').waitFor()
    await settled(page)
    await inBoth(page, async () => expect(await axe(page)).toEqual([]))
    expect(complaints).toEqual([])
  })
})

describe('whose answer it is, and to which brief', () => {
  const far = { on: tomorrow.add({ days: 6 }).toString(), time: '12:00' }
  const onPhone = async (question: string) => {
    const { decision } = await ask(question, { neededBy: far })
    await phone.goto(`${desk.url}/decisions?decision=${decision.id}`)
    await phone.getByRole('heading', { name: question, level: 1 }).waitFor()
    await settled(phone)
    return decision
  }
  const atDesk = async (id: string, question: string) => {
    await page.goto(`${desk.url}/decisions?decision=${id}`)
    const brief = page.getByRole('article', { name: question })
    await brief.waitFor()
    await settled(page)
    return brief
  }
  const shown = (id: string) =>
    page.evaluate(async (one) => (await (await fetch(`/api/decision/show?id=${one}`)).json()).decision, id)

  it('is somebody else’s once it is handed on, with what they should know', async () => {
    const { id } = await onPhone('Flowers for the opening?')
    await phone.getByRole('button', { name: 'Hand to…' }).tap()
    const form = phone.getByRole('dialog', { name: 'Whose answer shall it be?' })
    await form.getByLabel('What they should know').fill('Nothing that smells')
    await still(phone)
    expect(await axe(phone)).toEqual([])
    await form.getByRole('button', { name: 'Hand it on' }).tap()
    await phone.getByText('It is Ines Duarte’s now').first().waitFor()
    const brief = await atDesk(id, 'Flowers for the opening?')
    await brief.getByText('Nothing that smells').waitFor()
    await brief.getByText('Dana Okafor hands it on').waitFor()
    await page.keyboard.press('2')
    await page.getByText('Chosen: The Seehof').first().waitFor()
    expect((await shown(id)).outcome).toMatchObject({ option: 2, by: 'Ines Duarte' })
  })

  it('is left to whoever asked with “you decide”', async () => {
    const { id } = await onPhone('Which caterer?')
    await phone.getByRole('button', { name: 'You decide' }).tap()
    await phone.getByText('Ines decides').first().waitFor()
    const brief = await atDesk(id, 'Which caterer?')
    await brief.getByText('Dana Okafor leaves it to whoever asked').waitFor()
    await page.keyboard.press('+')
    await page.getByText('Chosen: The Quai').first().waitFor()
    expect((await shown(id)).outcome).toMatchObject({ option: 1, by: 'Ines Duarte' })
  })

  it('says on the phone that the brief has changed, and which parts', async () => {
    const { id, version } = await onPhone('Seats at the dinner?')
    expect(await phone.getByText('Changed since you opened it').count()).toBe(0)
    await performAt(page, 'decision.edit', { id, version, question: 'Seats at the lunch?', recommended: 2 })
    await phone.getByText('Changed since you opened it: the question and what is recommended.').waitFor()
    await phone.getByRole('heading', { name: 'Seats at the lunch?', level: 1 }).waitFor()
    await settled(phone)
    await inBoth(phone, async () => expect(await axe(phone)).toEqual([]))
    await phone.getByRole('button', { name: 'Yes, 2: The Seehof' }).tap()
    await phone.getByText('Chosen: The Seehof').first().waitFor()
  })

  it('is never taken for the old brief: a tap on it is refused, and the new one is shown', async () => {
    await phone.route('**/api/news', (route) => route.abort())
    const { id, version } = await onPhone('A car to the station?')
    const options = [{ words: 'A train instead' }, { words: 'The Seehof' }]
    await performAt(page, 'decision.edit', { id, version, options })
    await phone.getByRole('button', { name: 'Yes, 1: The Quai' }).tap()
    await phone.getByText('The brief was changed since you looked: read it again.').waitFor()
    await phone.getByText('Changed since you opened it: option 1.').waitFor()
    expect(await shown(id)).toMatchObject({ state: 'open', outcome: null })
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    await phone.screenshot({ path: 'e2e/out/changed.png' })
    await phone.getByRole('button', { name: 'Yes, 1: A train instead' }).tap()
    await phone.getByText('Chosen: A train instead').first().waitFor()
    await phone.unroute('**/api/news')
  })
})
