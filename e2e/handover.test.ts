import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pagesOf } from '../src/doors/sheet/testing.ts'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { openTheDesk, performAt, settled, sitDown } from './person.ts'

let browser: Browser
let desk: RunningDesk
let page: Page
let complaints: readonly string[]
/** Noor's telephone: she will cover. */
let phone: Page

const zone = 'Europe/London'
const here = Temporal.Now.zonedDateTimeISO(zone)
const day = (days: number) => here.toPlainDate().add({ days })
const small = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  await performAt(page, 'calendar.add', { name: 'Work' })
  ;({ page: phone } = await sitDown(browser, small))
  await seatNoor()
  await fillTheDesk()
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

async function seatNoor() {
  await phone.goto(await desk.another())
  await phone.getByLabel('I assist them').check()
  await phone.getByLabel('Your name').fill('Noor Aziz')
  await phone.getByLabel('Your email').fill('noor@okafor.example')
  await phone.getByLabel('A password').fill('another invented password')
  await phone.getByRole('button', { name: /the desk$/ }).click()
  await phone.waitForURL('**/today')
  const me = await phone.evaluate(async () => (await fetch('/api/desk/me')).json())
  const areas = { calendar: 'see', mail: 'none', travel: 'none', people: 'see', money: 'none', desk: 'see' }
  const set = { areas, send: 'never', private: 'none' }
  await performAt(page, 'board.change', { member: me.member.id, set, reason: 'She covers now and then' })
}

/** One of each that somebody answers for, and of each a private one. */
async function fillTheDesk() {
  const on = `${day(3)}`
  const marc = { name: 'Marc Laurent', address: 'marc@laurent.example' }
  const dana = { name: 'Dana Okafor', address: null }
  for (const [label, what] of [
    ['desk', ''],
    ['private', ' of the clinic'],
  ] as const) {
    await performAt(page, 'work.add', { title: `Print the papers${what}`, dueOn: on, askedBy: 'Dana Okafor', label })
    const owed = { what: `the price sheet${what}`, dueOn: on, label }
    await performAt(page, 'commitment.add', { ...owed, side: 'theirs', by: marc, to: dana })
    await performAt(page, 'decision.ask', {
      question: `Which hotel${what}?`,
      options: [{ words: 'The Quai' }, { words: 'The Seehof' }],
      neededBy: { on, time: '12:00' },
      recommended: 1,
      onSilence: 1,
      label,
    })
  }
  await performAt(page, 'work.add', { title: 'Sign the lease', owner: 'theirs', who: 'Harbour & Co', dueOn: on })
  await performAt(page, 'mistake.own', {
    title: 'The car that stayed',
    asked: 'move the car',
    done: 'it was not moved',
  })
}

describe('what the desk answers for, handed over', () => {
  it('stands in the note of whoever covers, each where it belongs, and nothing private does', async () => {
    await page.goto(`${desk.url}/cover`)
    await settled(page)
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'Plan a cover' })
    await dialog.getByLabel('Who covers').selectOption({ label: 'Noor Aziz, assistant' })
    await dialog.getByLabel('First day').fill(`${day(2)}`)
    await dialog.getByLabel('Last day').fill(`${day(4)}`)
    await dialog.getByRole('button', { name: 'Plan it' }).click()
    await page.getByRole('article').filter({ hasText: 'Noor Aziz will cover for' }).waitFor()
    await phone.goto(`${desk.url}/cover`)
    await settled(phone)
    await phone.getByRole('button', { name: 'Handover note' }).first().tap()
    const note = phone.getByRole('region', { name: 'Handover note' })
    await note.getByText('Print the papers').first().waitFor()
    await settled(phone)
    const part = async (name: string) => {
      const [, said = ''] = ((await note.textContent()) ?? '').split(name)
      return said.split(/Due until the cover ends|Key people/)[0] ?? ''
    }
    expect(await part('In flight, and what was said last')).toMatch(
      /Harbour & Co: Sign the lease.*Open mistake: The car that stayed.*not confirmed by Dana Okafor yet/,
    )
    expect(await part('Due until the cover ends')).toMatch(
      /Marc Laurent owes us the price sheet.*Print the papers: due.*Dana Okafor decides by.*Which hotel\?.*I go with 1, The Quai/,
    )
    expect(await note.textContent()).not.toMatch(/clinic/)
    expect(await axe(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: 'Handover note' }).first().click()
    await page.getByRole('region', { name: 'Handover note' }).getByText('Print the papers').first().waitFor()
  })

  it('stands on the day sheet as it is printed, each under its heading, as private as the paper is', async () => {
    const paper = async (audience: string) => {
      const bytes = await page.evaluate(
        async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())],
        `/sheet/${day(3)}.pdf?for=${audience}`,
      )
      return (await pagesOf(new Uint8Array(bytes))).join(' ')
    }
    const [whole, mine, open] = [await paper('executive'), await paper('desk'), await paper('others')]
    const lines = [
      /Promised, both ways.*Marc Laurent owes us the price sheet/s,
      /To do.*Print the papers: due.*Sign the lease: due/s,
      /To be decided.*Which hotel\? If I hear nothing by/s,
      /To put right.*Open mistake: The car that stayed/s,
    ]
    for (const line of lines) {
      expect(whole).toMatch(line)
      expect(mine).toMatch(line)
      expect(open).not.toMatch(line)
    }
    expect(whole.match(/clinic/g)).toHaveLength(3)
    expect(mine + open).not.toMatch(/clinic/)
    expect(complaints).toEqual([])
  })
})

describe('what is pressed', () => {
  /** Buttons somebody sees that are lower than a finger, by their words. */
  const lowOn = (on: Page) =>
    on.evaluate(() =>
      [...document.querySelectorAll('button, a[class*="button"]')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => one.textContent),
    )
  const paths = ['today', 'decisions', 'commitments', 'work', 'mistakes', 'cover']

  it('is as high as a finger on a phone and in a window as narrow as one, and lower on a wide screen', async () => {
    const storageState = await page.context().storageState()
    const narrow = await sitDown(browser, { viewport: { width: 390, height: 844 }, storageState })
    for (const path of paths) {
      for (const on of [phone, narrow.page]) {
        await on.goto(`${desk.url}/${path}`)
        await settled(on)
        expect.soft(await lowOn(on), path).toEqual([])
      }
      await page.goto(`${desk.url}/${path}`)
      await settled(page)
      expect.soft((await lowOn(page)).length, path).toBeGreaterThan(0)
    }
    await narrow.context.close()
  })
})
