import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FindingView, RuleView } from '../rules/model.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import { flight, travelOf } from './testing.ts'

let desk: TestDesk
let rule: RuleView
const day = '2026-12-01'
const guest = { address: 'harlan@tallow.example', name: 'Harlan', answer: 'accepted', required: true }

/** A flight that lands at 20:40 in Zurich, in the middle of a dinner there. */
beforeAll(async () => {
  desk = await testDesk()
  const the = travelOf(desk)
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const trip = await the.trip()
  await the.add(trip.id, { ...flight, status: 'booked' })
  const zone = 'Europe/Zurich'
  const when = { allDay: false, start: `${day}T20:30:00`, end: `${day}T22:00:00`, zone, endZone: null }
  await desk.do('event.add', { calendarId: calendar.id, title: 'Dinner', when, place: 'Seehof', people: [guest] })
  const { rules } = await desk.do<{ rules: RuleView[] }>('rule.list')
  rule = rules.find(({ kind }) => kind === 'arrive-in-time') as RuleView
})
afterAll(() => desk.stop())

const about = async () => {
  const { findings } = await desk.do<{ findings: FindingView[] }>('finding.list', { from: day, to: day })
  return findings.filter(({ items }) => items.some(({ title }) => title === 'Dinner') && items.length > 1)
}
const only = async (): Promise<FindingView> => {
  const all = await about()
  if (all.length !== 1 || !all[0]) throw new Error(`not one trouble but ${all.map(({ words }) => words).join('; ')}`)
  return all[0]
}
/** As it is told without the rule about trips. */
const overlapAlone = async (): Promise<FindingView> => {
  await desk.do('rule.switch', { id: rule.id, on: false })
  const one = await only()
  await desk.do('rule.switch', { id: rule.id, on: true })
  return one
}
const undoLast = async () => {
  const { entries } = await desk.do<{ entries: { id: string }[] }>('journal.list', { limit: 1 })
  return desk.do('journal.undo', { entry: entries[0]?.id })
}
const overridden = async (kind: string) =>
  (await desk.do<{ rules: RuleView[] }>('rule.list')).rules.find((one) => one.kind === kind)?.counts.overridden

beforeEach(async () => {
  expect((await only()).state).toBe('open')
})

describe('a dinner that begins before one lands', () => {
  test('is one trouble, told by what can be done about it, and as strict as two things at once', async () => {
    expect(await only()).toMatchObject({
      title: 'Too late for what follows',
      weight: 'never',
      items: [{ title: 'XQ 345 LCY → ZRH', segment: {} }, { title: 'Dinner' }],
      fixes: [{ reach: 'world' }, {}],
    })
    expect((await only()).items.every(({ eventId }) => eventId !== null)).toBe(true)
    expect(await overlapAlone()).toMatchObject({ title: 'Two things at once', state: 'open' })
  })

  test('is lived with as a whole, and undo takes the whole back', async () => {
    const before = [await overridden('arrive-in-time'), await overridden('overlap')]
    await desk.do('finding.accept', { fingerprint: (await only()).fingerprint, reason: 'They wait' })
    expect(await only()).toMatchObject({ state: 'accepted', stateWords: 'They wait' })
    expect([await overridden('arrive-in-time'), await overridden('overlap')]).toEqual(
      before.map((count) => (count ?? 0) + 1),
    )
    await undoLast()
    expect(await overlapAlone()).toMatchObject({ state: 'open' })
    expect([await overridden('arrive-in-time'), await overridden('overlap')]).toEqual(before)
  })

  test('is looked at again as a whole', async () => {
    const { fingerprint } = await only()
    await desk.do('finding.accept', { fingerprint, reason: 'They wait' })
    const { did } = await desk.do<{ did: { entry: string } }>('finding.reopen', { fingerprint })
    expect(await overlapAlone()).toMatchObject({ state: 'open' })
    await desk.do('journal.undo', { entry: did.entry })
    expect((await only()).state).toBe('accepted')
    await desk.do('finding.reopen', { fingerprint })
  })

  test('is amber whichever rule somebody was asked about', async () => {
    const overlap = await overlapAlone()
    const { askId } = await desk.do<{ askId: string }>('finding.asked', {
      fingerprint: overlap.fingerprint,
      to: guest.name,
    })
    expect(await only()).toMatchObject({ title: 'Too late for what follows', state: 'asked', askId })
    await desk.do('finding.answered', { askId, answer: 'yes', who: 'Harlan' })
    expect((await only()).state).toBe('accepted')
    await desk.do('finding.reopen', { fingerprint: (await only()).fingerprint })
    await desk.do('ask.withdraw', { askId })
  })
})
