import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { type RunningDesk, startDesk } from './desk.ts'
import { danaJoins, openTheDesk, performAt, settled, sitDown } from './person.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const zone = 'Europe/London'

let browser: Browser
let desk: RunningDesk
let ines: Page
let dana: Page
let complaints: readonly string[]
let address = ''

/** Days are counted from the one the test begins on; the desk’s clock is put to eight in the morning of one of them. */
const first = Temporal.Now.plainDateISO(zone)
const day = (days: number) => first.add({ days }).toString()
const goTo = (days: number) => {
  const morning = first.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: '08:00' }).toInstant()
  desk.ahead(Temporal.Duration.from({ seconds: Math.round(Temporal.Now.instant().until(morning).total('seconds')) }))
}

/** Kept only where somebody asks to look at them. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.EQUERRY_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), startDesk()])
  ;({ page: ines, complaints } = await sitDown(browser))
  await openTheDesk(ines, desk.link)
  ;({ page: dana } = await danaJoins(browser, ines, desk.url, phone))

  const { calendar } = await performAt<{ calendar: { id: string } }>(ines, 'calendar.add', { name: 'Work' })
  for (const days of [1, 2, 3, 4])
    await performAt(ines, 'event.add', {
      title: 'Leadership team',
      calendarId: calendar.id,
      when: { allDay: false, start: `${day(days)}T09:30:00`, end: `${day(days)}T10:30:00`, zone, endZone: null },
    })
  await performAt(ines, 'work.add', {
    title: 'The lease for Harrow & Pell',
    asked: 'send the signed lease to Harrow & Pell by noon',
    askedBy: 'Dana Okafor',
    dueOn: day(2),
    dueTime: '12:00',
  })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const press = async (page: Page, key: string) => {
  await page.locator('#page').focus()
  await page.keyboard.press(key)
}

describe('something that was asked is left undone', () => {
  it('and is owned from its finding, with what was asked and done read from the record', async () => {
    goTo(3)
    await ines.goto(`${desk.url}/today`)
    const late = ines.getByRole('article').filter({ hasText: 'The lease for Harrow & Pell' }).first()
    await late.getByRole('button', { name: /^Own it/ }).waitFor()
    await press(ines, 'h')
    const dialog = ines.getByRole('dialog', { name: 'Own a mistake' })
    await dialog.waitFor()
    expect(await axe(ines)).toEqual([])
    await dialog.getByRole('button', { name: 'Own it' }).click()
    await ines.waitForURL('**/mistakes?mistake=*')
    address = new URL(ines.url()).search
    await ines.getByRole('heading', { name: 'The lease for Harrow & Pell', level: 1 }).waitFor()
    await ines.getByText('send the signed lease to Harrow & Pell by noon').first().waitFor()
    await ines.getByText('not contained yet').waitFor()
    await ines.getByText('Waits for Dana Okafor, who asked').waitFor()
    expect(await axe(ines)).toEqual([])
    await picture(ines, 'open-1440')
  })

  it('is contained by its way out, and it is said what is put right', async () => {
    await ines
      .getByRole('button', { name: /^Plan it for/ })
      .first()
      .click()
    await picture(ines, 'contained-1440')
    await ines.getByText('contained', { exact: true }).waitFor()
    await press(ines, 'p')
    const dialog = ines.getByRole('dialog', { name: 'What is put right?' })
    await dialog
      .getByLabel('Put right', { exact: true })
      .fill('the signed lease is with Tom Pell, who has acknowledged it')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await ines.getByText('the signed lease is with Tom Pell').first().waitFor()
    await dialog.waitFor({ state: 'detached' })
  })

  it('gets a rule that would have caught it on the plan as it stood, and dated work', async () => {
    await press(ines, 'n')
    const maker = ines.getByRole('dialog', { name: 'Make a step real' })
    await maker.getByText('Each was tried on the plan as it stood').waitFor()
    await maker
      .getByRole('button', { name: /before it is due/ })
      .first()
      .click()
    await maker.getByText('would have caught it', { exact: true }).waitFor()
    await maker.getByLabel('What you call it').fill('ready before it is due')
    expect(await axe(ines)).toEqual([])
    await picture(ines, 'step-1440')
    await maker.getByRole('button', { name: 'Make it so' }).click()
    await ines.getByText(/“ready before it is due” — replayed on .* plan: 1 finding/).waitFor()
    await press(ines, 'n')
    await maker.getByLabel('It becomes').selectOption({ label: 'Dated work' })
    await maker.getByLabel('What is to be done').fill('read every open deadline once more')
    await maker.getByLabel('By').fill(day(9))
    await maker.getByRole('button', { name: 'Make it so' }).click()
    await ines.getByText('“read every open deadline once more”').first().waitFor()
    expect(await ines.getByText('live', { exact: true }).count()).toBe(2)
  })

  it('refuses a rule that would not have caught it, says why and offers another', async () => {
    await press(ines, 'n')
    const maker = ines.getByRole('dialog', { name: 'Make a step real' })
    await maker.getByLabel('What it is about').selectOption({ label: 'Where is it?' })
    await maker.getByText('would not have caught it', { exact: true }).waitFor()
    await maker.getByRole('button', { name: 'Make it so' }).click()
    await maker.getByText(/finds nothing that touches it.*would have/).waitFor()
    await maker.getByRole('button', { name: 'Cancel' }).click()
  })

  it('is said in one apology, compared with the facts', async () => {
    const said = ines.getByLabel('What you say')
    expect(await said.inputValue()).toContain('This is my fault: you asked me to send the signed lease')
    await said.fill('Sorry if you feel let down. The portal was slow, and you only told me on Monday.')
    const checker = ines.getByLabel('Compared with the facts')
    await checker.getByText('It gives somebody or something else a part in it.').waitFor()
    await ines.getByLabel('To whom').selectOption({ label: 'A colleague' })
    await ines.getByLabel('To whom').selectOption({ label: 'The executive' })
    expect(await axe(ines)).toEqual([])
    await picture(ines, 'say-1440')
    await press(ines, 'a')
    for (const tag of ['one apology', 'asked and done named', 'steps are live'])
      await ines.getByText(tag, { exact: true }).waitFor()
  })

  it('is confirmed and closed by the executive on a phone', async () => {
    await dana.goto(`${desk.url}/mistakes${address}`)
    await settled(dana)
    expect(await axe(dana)).toEqual([])
    await picture(dana, 'confirm-390')
    await dana.getByRole('button', { name: /^Yes, that is it/ }).tap()
    await dana.getByText('Dana Okafor confirmed it').waitFor()
    await dana.getByRole('button', { name: /^Close it…/ }).tap()
    const dialog = dana.getByRole('dialog', { name: 'Close it?' })
    await dialog.getByLabel(/What it taught/).fill('A deadline with an hour in it needs an hour before it.')
    await dialog.getByRole('button', { name: 'Close it' }).tap()
    await dana.getByText(/closed with Dana’s word/).waitFor()
    expect(await axe(dana)).toEqual([])
    await picture(dana, 'closed-390')
    expect(await dana.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

describe('later', () => {
  it('a like plan is caught while it can still be done, and counted as kept', async () => {
    const { works } = await ines.evaluate<{ works: { id: string }[] }>(async () =>
      (await fetch('/api/work/list')).json(),
    )
    for (const { id } of works) await performAt(ines, 'work.close', { id, late: 'It was sent a day late' })
    goTo(13)
    const { work } = await performAt<{ work: { id: string } }>(ines, 'work.add', {
      title: 'The option for Harrow & Pell',
      dueOn: day(14),
      dueTime: '18:00',
    })
    goTo(14)
    await ines.goto(`${desk.url}/today`)
    await ines.getByRole('article').filter({ hasText: 'The option for Harrow & Pell' }).first().waitFor()
    await performAt(ines, 'work.close', { id: work.id })
    goTo(16)
    await ines.goto(`${desk.url}/mistakes${address}`)
    await ines.getByText(/Kept \d+ times? since · not repeated in 13 days/).waitFor()
    await picture(ines, 'kept-1440')
  })

  it('the executive owns one too, and cannot close it alone', async () => {
    await dana.goto(`${desk.url}/mistakes`)
    await settled(dana)
    expect(await axe(dana)).toEqual([])
    await picture(dana, 'list-390')
    await dana
      .getByRole('button', { name: /^Own a mistake/ })
      .first()
      .tap()
    const dialog = dana.getByRole('dialog', { name: 'Own a mistake' })
    await dialog.getByLabel('What went wrong').fill('The call I promised')
    await dialog.getByLabel('What was asked').fill('call Dr Weiss back by Friday')
    await dialog.getByLabel('What was done').fill('the call was forgotten')
    await dialog.getByRole('button', { name: 'Own it' }).tap()
    await dana.getByText(/Dana Okafor owns it/).waitFor()
    await dana.getByText('It is the executive’s own: the assistant closes it').waitFor()
    await ines.goto(`${desk.url}/mistakes`)
    await settled(ines)
    await ines.getByRole('link', { name: /The call I promised/ }).waitFor()
    expect(await axe(ines)).toEqual([])
    await picture(ines, 'list-1440')
    expect(complaints).toEqual([])
  })
})
