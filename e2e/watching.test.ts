import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

/* Somebody who only looks, and somebody who asks: what their screens offer is what the desk would let them do. */

let browser: Browser
let desk: RunningDesk
let page: Page
let eventId = ''
const tomorrow = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 })
const shots = process.env.SHOTS

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  const { calendar } = await performAt<{ calendar: { id: string } }>(page, 'calendar.add', { name: 'Work' })
  const when = (from: string, to: string) => ({
    allDay: false,
    start: `${tomorrow}T${from}:00`,
    end: `${tomorrow}T${to}:00`,
    zone: 'Europe/London',
    endZone: null,
  })
  const add = (title: string, from: string, to: string, label = 'desk') =>
    performAt<{ event: { eventId: string } }>(page, 'event.add', {
      title,
      calendarId: calendar.id,
      when: when(from, to),
      label,
    })
  await add('Harbour review', '10:00', '11:00')
  await add('Call with Oslo', '10:30', '11:00')
  eventId = (await add('Larkspur clinic', '15:00', '16:00', 'private')).event.eventId
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** Through a link of their own, at a screen of their own. */
async function joins(name: string, kind: string, viewport: { width: number; height: number }): Promise<Page> {
  const { link } = await performAt<{ link: string }>(page, 'member.invite', { name, kind })
  const opened = await sitDown(browser, { viewport })
  await opened.page.goto(link)
  await opened.page.getByLabel('Your email').fill(`${name.toLowerCase()}@okafor.example`)
  await opened.page.getByLabel('A password').fill('a long invented password')
  await opened.page.getByRole('button', { name: 'Join the desk' }).click()
  await opened.page.waitForURL('**/today')
  await settled(opened.page)
  return opened.page
}

/** Somebody who joined, on another board. */
async function seats(name: string, areas: object) {
  const { members } = await page.evaluate(async () => (await fetch('/api/member/list')).json())
  const member = members.find((one: { name: string }) => one.name === name).id
  await performAt(page, 'board.change', { member, set: { areas }, reason: 'A test' })
}

const buttons = async (at: Page): Promise<string> => (await at.getByRole('button').allTextContents()).join(' | ')
const shoot = async (at: Page, name: string) => {
  if (shots) await at.screenshot({ path: `${shots}/${name}.png` })
}
/** What an observer's board would have refused. */
const refused = /Move|Live with it|Own it|^Add|Offer|Cancel|Change|Import/

it('an observer is shown no button that would be refused, and is told who can', async () => {
  const jonah = await joins('Jonah', 'observer', { width: 1440, height: 1000 })
  await jonah.goto(`${desk.url}/today?on=${tomorrow}`)
  const card = jonah.getByRole('article').filter({ hasText: 'Harbour review' }).first()
  await card.waitFor()
  await card.getByText('You may not settle this: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await card.getByRole('button').count()).toBe(0)
  await jonah.getByText('You may not add to the calendar: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(refused)
  expect(await axe(jonah)).toEqual([])
  await shoot(jonah, 'observer-today')
  await jonah.getByRole('link', { name: 'Harbour review' }).first().click()
  await jonah.getByText('You may not change this: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(refused)
  await jonah.goto(`${desk.url}/calendar?on=${tomorrow}`)
  await jonah.getByText('You may not change the calendar: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(refused)
  await shoot(jonah, 'observer-calendar')
  await jonah.keyboard.press('n')
  expect(await jonah.getByRole('dialog').count()).toBe(0)
  await seats('Jonah', { people: 'see' })
  await jonah.goto(`${desk.url}/people`)
  await jonah.getByText('Nobody is written down yet').waitFor()
  await jonah.getByText('You may not write anybody down: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await jonah.locator('main').textContent()).not.toMatch(/Write down somebody|paste a mail/)
  await performAt(page, 'person.add', { name: 'Luca Marchetti' })
  await jonah.goto(`${desk.url}/people`)
  await jonah.getByText('You may not write anybody down: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(/Write|From a mail|Note a line/)
  await jonah.keyboard.press('n')
  expect(await jonah.getByRole('dialog').count()).toBe(0)
  await jonah.getByRole('link', { name: 'Luca Marchetti' }).click()
  await jonah.getByText('You may not change this: Dana Okafor or Ines Duarte can.').waitFor()
  expect(await buttons(jonah)).not.toMatch(/Note|Offer|Change|Remove|assistant|Say who/)
  expect(await axe(jonah)).toEqual([])
  await shoot(jonah, 'observer-people')
  await jonah.setViewportSize({ width: 390, height: 844 })
  await jonah.goto(`${desk.url}/today?on=${tomorrow}`)
  await jonah.getByText('You may not settle this').first().waitFor()
  await shoot(jonah, 'observer-today-390')
  await jonah.context().close()
})

it('whoever proposes is shown that a button asks, and it does', async () => {
  const noor = await joins('Noor', 'assistant', { width: 1440, height: 1000 })
  await seats('Noor', { calendar: 'propose', people: 'propose' })
  await noor.goto(`${desk.url}/today?on=${tomorrow}`)
  const card = noor.getByRole('article').filter({ hasText: 'Harbour review' }).first()
  const asks = card.getByRole('button', { name: /^Ask for: Move/ }).first()
  await asks.waitFor()
  await shoot(noor, 'proposer-today')
  await asks.click()
  await noor
    .getByText(/^Asked for a yes/)
    .first()
    .waitFor()
  await noor.goto(`${desk.url}/people`)
  await noor.getByRole('button', { name: 'Ask for: Write somebody down' }).waitFor()
  await shoot(noor, 'proposer-people')
  await noor.keyboard.press('n')
  await noor.getByRole('dialog').getByRole('button', { name: 'Ask for: Write down' }).waitFor()
  await noor.context().close()
})

it('whoever sees all that is private is told who looked at it', async () => {
  await page.goto(`${desk.url}/today?on=${tomorrow}&event=${eventId}`)
  await page.getByRole('dialog').getByText('Larkspur clinic').first().waitFor()
  // What is noted is written a few seconds later.
  await expect
    .poll(
      async () => {
        await page.reload()
        await page.getByRole('dialog').getByText('Larkspur clinic').first().waitFor()
        await settled(page)
        return page.getByText(/Seen by Ines Duarte, \w{3} \d+ \w{3}, \d\d:00 hour/).count()
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toBe(1)
  expect(await axe(page)).toEqual([])
  await shoot(page, 'looked')
})

describe('on the pages of work, promises, decisions, mistakes, rules and offers', () => {
  type Id = { readonly id: string }
  const zone = 'Europe/London'
  const in3 = tomorrow.add({ days: 3 })
  const made = { work: '', commitment: '', decision: '', mistake: '', group: '', note: '' }
  /** Wherever there is something to do: its heading, what is there to be read, and what is said in the place of buttons. */
  const places = () =>
    [
      ['work', '/work', 'Work', 'You may not write work down'],
      ['one piece of work', `/work?event=${made.work}`, 'Work', 'You may not change this'],
      ['promises', '/commitments', 'Commitments', 'You may not note a promise'],
      ['one promise', `/commitments?event=${made.commitment}`, 'Commitments', 'You may not change this'],
      ['notes', `/notes?event=${made.note}`, 'Notes', 'You may not write here'],
      ['decisions', '/decisions', 'Decisions', 'You may not answer it'],
      ['mistakes', '/mistakes', 'Mistakes', 'You may not own a mistake here'],
      ['one mistake', `/mistakes?mistake=${made.mistake}`, 'Papers to the wrong door', 'You may not change this'],
      ['rules', '/rules', 'Rules', 'You may not change them'],
      ['offers', '/offers', 'Offers', 'You may not offer times'],
      ['one offer', `/offers?event=${made.group}`, 'Offers', 'You may not change this'],
      ['settings', '/settings', 'Settings', 'You may not change the calendars'],
    ] as const
  /** What reads, and what is about oneself; everything else there is somebody’s to do. */
  const reads =
    /^(Close|Papers|The record|Standards|Also what|Hide|Jo Park|Which bridge|Renewal|What it keeps|Month|Harbour intro|Copy|Undo|More|Find or do|Export|Leave|Change…|Turn on|Add a passkey|Sign out|Settled|\d+ (answered|settled)|Show|Europe|\w+ theme|,)/

  beforeAll(async () => {
    await performAt(page, 'standard.save', { kind: 'papers', checks: [{ words: 'Two people have read it' }] })
    const work = { title: 'Papers', kind: 'papers', dueOn: in3.toString() }
    made.work = (await performAt<{ work: Id }>(page, 'work.add', work)).work.id
    const promise = {
      what: 'the price sheet',
      side: 'theirs',
      by: { name: 'Jo Park' },
      to: { name: 'Dana Okafor' },
      dueOn: in3.toString(),
    }
    made.commitment = (await performAt<{ commitment: Id }>(page, 'commitment.add', promise)).commitment.id
    const lines = [{ id: crypto.randomUUID(), text: 'Renewal: 24 months' }]
    made.note = (await performAt<{ note: Id }>(page, 'note.add', { title: 'Renewal', lines })).note.id
    const question = {
      question: 'Which bridge?',
      options: [{ words: 'The old one' }, { words: 'The new one' }],
      neededBy: { on: in3.toString(), time: '12:00' },
    }
    made.decision = (await performAt<{ decision: Id }>(page, 'decision.ask', question)).decision.id
    const wrong = { title: 'Papers to the wrong door' }
    made.mistake = (await performAt<{ mistake: Id }>(page, 'mistake.own', wrong)).mistake.id
    await performAt(page, 'rule.add', { kind: 'no-meetings', params: { days: ['SU'] }, weight: 'avoid' })
    const span = (from: string, to: string) => ({
      start: `${in3.toZonedDateTime({ timeZone: zone, plainTime: from }).toInstant()}`,
      end: `${in3.toZonedDateTime({ timeZone: zone, plainTime: to }).toInstant()}`,
    })
    const offer = {
      to: { name: 'Jo Park', zone },
      meeting: { title: 'Harbour intro', by: 'video' },
      times: [span('11:00', '11:30'), span('14:00', '14:30')],
      expiresAt: `${tomorrow.toZonedDateTime({ timeZone: zone, plainTime: '23:00' }).toInstant()}`,
      page: true,
    }
    made.group = (await performAt<{ group: Id }>(page, 'hold.offer', offer)).group.id
  })

  it('an observer finds no button and no key that would be refused, and is told who can', async () => {
    const kit = await joins('Kit', 'observer', { width: 1440, height: 1000 })
    await seats('Kit', { people: 'see', desk: 'see' })
    const asked: string[] = []
    kit.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/api/')) asked.push(request.url())
    })
    for (const [name, path, heading, words] of places()) {
      await kit.goto(`${desk.url}${path}`)
      await kit.getByRole('heading', { level: 1, name: heading }).waitFor()
      await kit.getByText(words).first().waitFor()
      await settled(kit)
      const shown = await kit.locator('main, [role=dialog]').getByRole('button').allTextContents()
      expect(
        shown.filter((one) => one !== '' && !reads.test(one)),
        name,
      ).toEqual([])
      expect(await kit.locator('main, [role=dialog]').getByText('Ask for:').count(), name).toBe(0)
      await kit.keyboard.press('Control+k')
      const anything = kit.getByRole('dialog', { name: 'Do anything' })
      await anything.getByRole('option', { name: 'Go to Today' }).waitFor()
      const offered = await anything.getByRole('option').allTextContents()
      expect(offered.length, name).toBeGreaterThan(10)
      expect(
        offered.filter(
          (one) =>
            !/^Go to/.test(one) &&
            /Own|Add|Note|Close |Change|Call|Kept|Broken|Let go|Make|Confirm|Free|Offer/.test(one),
        ),
        name,
      ).toEqual([])
      await kit.keyboard.press('Escape')
      await anything.waitFor({ state: 'detached' })
      await shoot(kit, `observer-${name.replaceAll(' ', '-')}`)
    }
    expect(await axe(kit)).toEqual([])
    expect(asked).toEqual([])
    await kit.setViewportSize({ width: 390, height: 844 })
    for (const [name, path, , words] of places()) {
      await kit.goto(`${desk.url}${path}`)
      await kit.getByText(words).first().waitFor()
      await settled(kit)
      await shoot(kit, `observer-${name.replaceAll(' ', '-')}-390`)
    }
    await kit.context().close()
  })

  it('a page that shows nothing to read is not in the way, and by its address says who can tell', async () => {
    const lee = await joins('Lee', 'observer', { width: 1440, height: 1000 })
    const links = await lee.getByRole('navigation', { name: 'Pages' }).first().getByRole('link').allTextContents()
    expect(links.map((one) => one.slice(0, -1))).toEqual([
      ...['Today', 'Calendar', 'Offers', 'Proposals', 'Rules', 'Look back', 'Cover', 'Settings'],
    ])
    for (const path of ['work', 'commitments', 'decisions', 'mistakes', 'notes', 'people', 'board', 'journal']) {
      await lee.goto(`${desk.url}/${path}`)
      await lee.getByText(/^Dana Okafor\b.* can tell you what you need of it/).waitFor()
      expect(await lee.locator('main').getByRole('button').count(), path).toBe(0)
      await lee.keyboard.press('n')
      expect(await lee.getByRole('dialog').count(), path).toBe(0)
    }
    expect(await axe(lee)).toEqual([])
    await shoot(lee, 'stranger')
    for (const path of ['offers', 'rules', 'lookback', 'cover', 'proposals', 'settings']) {
      await lee.goto(`${desk.url}/${path}`)
      await settled(lee)
      expect(await lee.getByRole('alert').count(), path).toBe(0)
      await shoot(lee, `stranger-${path}`)
    }
    await lee.context().close()
  })

  it('whoever covers comes in before their days, is told so, and has nothing in the way that does not open', async () => {
    const wren = await joins('Wren', 'cover', { width: 390, height: 844 })
    await wren.getByText('It opens on the days you cover').waitFor()
    const links = await wren.getByRole('navigation', { name: 'Pages' }).last().getByRole('link').allTextContents()
    expect(links).toEqual(['Today', 'Cover'])
    expect(await axe(wren)).toEqual([])
    for (const path of ['calendar', 'cover', 'proposals', 'settings']) {
      await wren.goto(`${desk.url}/${path}`)
      await settled(wren)
      expect(await wren.getByRole('alert').count(), path).toBe(0)
    }
    await wren.context().close()
  })

  it('whoever proposes is shown that each of them asks', async () => {
    const robin = await joins('Robin', 'assistant', { width: 1440, height: 1000 })
    await seats('Robin', { calendar: 'propose', people: 'propose', desk: 'propose' })
    for (const [path, words] of [
      [`/work?event=${made.work}`, 'Ask for: It is done'],
      [`/commitments?event=${made.commitment}`, 'Ask for: They kept it'],
      ['/decisions', 'Propose: Ask for a decision'],
      [`/mistakes?mistake=${made.mistake}`, 'Ask for: Make a step real'],
      ['/rules', 'Ask for: Add a rule'],
      [`/offers?event=${made.group}`, 'Ask for: Free all'],
    ] as const) {
      await robin.goto(`${desk.url}${path}`)
      await robin.getByRole('button', { name: words }).first().waitFor()
      await settled(robin)
      await shoot(robin, `proposer${path.replaceAll(/\W.*$/g, '')}-${path.split('?')[0]?.slice(1)}`)
    }
    await robin.goto(`${desk.url}/work?event=${made.work}`)
    await robin.getByRole('button', { name: 'Ask for: It is done' }).click()
    const closing = robin.getByRole('dialog', { name: 'Close “Papers”' })
    await closing.getByRole('switch', { name: 'Two people have read it' }).check()
    await closing.getByRole('button', { name: 'Ask for: It is done' }).click()
    await robin
      .getByText(/^Asked for a yes/)
      .first()
      .waitFor()
    await robin.context().close()
  })
})
