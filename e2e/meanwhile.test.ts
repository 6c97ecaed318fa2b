import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { danaJoins, openTheDesk, performAt, settled, sitDown } from './person.ts'

type Decision = { id: string; version: number; question: string; context: string; options: { words: string }[] }

let browser: Browser
let desk: RunningDesk
let page: Page
let phone: Page
let complaints: readonly string[]
const small = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const needed = { on: Temporal.Now.plainDateISO('Europe/London').add({ days: 5 }).toString(), time: '12:00' }

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page, complaints } = await sitDown(browser))
  await openTheDesk(page, desk.link)
  ;({ page: phone } = await danaJoins(browser, page, desk.url, small))
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const ask = async (question: string) => {
  const options = [{ words: 'The Quai', cost: 'CHF 410' }, { words: 'The Seehof' }]
  const draft = { question, options, recommended: 1, neededBy: needed, onSilence: 1 }
  return (await performAt<{ decision: Decision }>(page, 'decision.ask', draft)).decision
}
const shown = (id: string): Promise<Decision> =>
  page.evaluate(async (one) => (await (await fetch(`/api/decision/show?id=${one}`)).json()).decision, id)

/** The same brief, opened to be changed. */
const changing = async (decision: Decision) => {
  await page.goto(`${desk.url}/decisions?decision=${decision.id}`)
  await page.getByRole('heading', { name: decision.question }).waitFor()
  await settled(page)
  await page.keyboard.press('e')
  const form = page.getByRole('dialog', { name: 'Change what is asked' })
  await form.getByLabel('The question').waitFor()
  return form
}

describe('a brief that two change at once', () => {
  it('says so in the form that is open, and with one press both are in it', async () => {
    const decision = await ask('Which hotel?')
    const form = await changing(decision)
    await form.getByLabel('What there is to know').fill('She lands late')
    await form.getByLabel('Costs of option 1').fill('CHF 420')
    const options = [{ words: 'The Quai', cost: 'CHF 410' }, { words: 'The Storch' }]
    await performAt(phone, 'decision.edit', { ...pick(decision), options, question: 'Which hotel on Tuesday?' })
    await form.getByText('Changed by somebody else since you opened it: the question and option 2.').waitFor()
    expect(await form.getByLabel('The question').inputValue()).toBe('Which hotel?')
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('The brief was changed since you looked.').waitFor()
    expect(await shown(decision.id)).toMatchObject({ question: 'Which hotel on Tuesday?', context: '' })
    await form.getByRole('button', { name: 'Bring it in' }).click()
    await form.getByText('Changed by somebody else since you opened it').waitFor({ state: 'detached' })
    expect(await form.getByLabel('The question').inputValue()).toBe('Which hotel on Tuesday?')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })
    expect(await shown(decision.id)).toMatchObject({
      question: 'Which hotel on Tuesday?',
      context: 'She lands late',
      options: [{ words: 'The Quai', cost: 'CHF 420' }, { words: 'The Storch' }],
    })
  })

  it('is never written over by a form that heard nothing of it', async () => {
    const decision = await ask('Which car?')
    await page.route('**/api/news', (route) => route.abort())
    const form = await changing(decision)
    await form.getByLabel('The question').fill('Which car, and when?')
    await performAt(phone, 'decision.edit', { ...pick(decision), context: 'The train is on strike' })
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Changed by somebody else since you opened it: what there is to know.').waitFor()
    expect(await shown(decision.id)).toMatchObject({ question: 'Which car?', context: 'The train is on strike' })
    await form.getByRole('button', { name: 'Bring it in' }).click()
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })
    expect(await shown(decision.id)).toMatchObject({
      question: 'Which car, and when?',
      context: 'The train is on strike',
    })
    await page.unroute('**/api/news')
    expect(complaints).toEqual([])
  })

  it('says on Today, also before there is a calendar, that it has changed; the next tap is to the new one', async () => {
    const decision = await ask('Flowers for the opening?')
    await phone.goto(`${desk.url}/today`)
    const card = phone.getByRole('region', { name: 'Waiting on you' })
    await card.getByRole('link', { name: 'Flowers for the opening?' }).waitFor()
    await settled(phone)
    expect(await card.getByText('Changed since you opened it').count()).toBe(0)
    const options = [{ words: 'Tulips' }, { words: 'The Seehof' }]
    await performAt(page, 'decision.edit', { ...pick(decision), options })
    await card.getByText('Changed since you opened it: option 1.').waitFor()
    await settled(phone)
    expect(await axe(phone)).toEqual([])
    await card.getByRole('button', { name: 'Yes, Tulips' }).tap()
    await phone.getByText('Chosen: Tulips').first().waitFor()
  })
})

describe('what is put right about a mistake, said by two at once', () => {
  it('is not written over unseen, and with one press both are known', async () => {
    const owned = { title: 'The car that stayed', asked: 'move the car', done: 'it was not moved' }
    const { mistake } = await performAt<{ mistake: { id: string } }>(page, 'mistake.own', owned)
    const said = (): Promise<unknown> =>
      page.evaluate(async (one) => (await (await fetch(`/api/mistake/show?id=${one}`)).json()).mistake, mistake.id)
    await page.goto(`${desk.url}/mistakes?mistake=${mistake.id}`)
    await settled(page)
    await page.keyboard.press('p')
    const form = page.getByRole('dialog', { name: 'What is put right?' })
    await form.getByLabel('What cannot be put right (if any)').fill('She waited an hour')
    await performAt(phone, 'mistake.contain', { id: mistake.id, putRight: 'A taxi was sent' })
    await form.getByText('Changed by somebody else since you opened it: “A taxi was sent”.').waitFor()
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('This mistake was changed since you opened it: what is put right.').waitFor()
    expect(await said()).toMatchObject({ facts: { putRight: 'A taxi was sent' }, progress: { cannot: null } })
    await form.getByRole('button', { name: 'Bring it in' }).click()
    expect(await form.getByLabel('Put right', { exact: true }).inputValue()).toBe('A taxi was sent')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })
    expect(await said()).toMatchObject({
      facts: { putRight: 'A taxi was sent' },
      progress: { cannot: 'She waited an hour' },
    })
  })
})

describe('where there is no keyboard', () => {
  /** Keys, and words about keys, that somebody can see. */
  const keysOn = (on: Page) =>
    on.evaluate(() =>
      [...document.querySelectorAll('[class*="key"]')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0)
        .map((one) => one.parentElement?.textContent),
    )
  const paths = ['/today', '/commitments', '/work', '/decisions', '/mistakes', '/notes', '/rules', '/calendar']

  it('no page prints a key, on a phone or in a window as narrow as one; the wide ones do', async () => {
    const narrow = await sitDown(browser, {
      viewport: { width: 390, height: 844 },
      storageState: await page.context().storageState(),
    })
    for (const path of paths) {
      for (const on of [phone, narrow.page]) {
        await on.goto(`${desk.url}${path}`)
        await settled(on)
        expect.soft(await keysOn(on), path).toEqual([])
      }
      await page.goto(`${desk.url}${path}`)
      await settled(page)
      expect.soft((await keysOn(page)).length, path).toBeGreaterThan(10)
    }
    await narrow.page.keyboard.press('?')
    await narrow.page.getByRole('dialog', { name: 'Keys' }).waitFor()
    expect((await keysOn(narrow.page)).length).toBeGreaterThan(10)
    await narrow.context.close()
  })
})

const pick = ({ id, version }: Decision) => ({ id, version })
