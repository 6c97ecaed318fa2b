import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, calendarOf } from '../../calendar/testing.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { FindingView, RuleView } from '../model.ts'

let desk: TestDesk
let on: ReturnType<typeof calendarOf>
let work: string
beforeAll(async () => {
  desk = await testDesk()
  on = calendarOf(desk)
  work = await on.add('Work')
})
afterAll(() => desk.stop())

const reason = 'The chair is only here that day'
const overridden = async (kind: string) =>
  (await desk.do<{ rules: RuleView[] }>('rule.list')).rules.find((rule) => rule.kind === kind)?.counts.overridden
const findings = async (day: string) =>
  (await desk.do<{ findings: FindingView[] }>('finding.list', { from: day, to: day })).findings.map(
    ({ title, state, stateWords }) => [title, state, stateWords],
  )

test('booking against a rule with a reason counts as an override of it, and is lived with for that reason', async () => {
  await on.event(work, { title: 'Board', when: at('2026-11-26T09:00', '11:00') })
  expect(await overridden('overlap')).toBe(0)
  await on.event(work, { title: 'Chair', when: at('2026-11-26T10:00', '10:30'), anyway: { reason } })
  expect(await overridden('overlap')).toBe(1)
  expect(await findings('2026-11-26')).toEqual([['Two things at once', 'accepted', reason]])
})

test('without a reason nothing is overridden, and the finding stands open', async () => {
  await on.event(work, { title: 'Lunch', when: at('2026-11-27T12:00', '13:00') })
  await on.event(work, { title: 'Call', when: at('2026-11-27T12:30', '12:45') })
  expect(await overridden('overlap')).toBe(1)
  expect(await findings('2026-11-27')).toEqual([['Two things at once', 'open', null]])
})

test('a reason where nothing is broken overrides nothing, and what was broken before is not broken again by a move', async () => {
  await on.event(work, { title: 'Quiet', when: at('2026-11-28T12:00', '13:00'), anyway: { reason } })
  expect(await overridden('overlap')).toBe(1)
})

test('moving onto something anyway counts; taking the move back takes the override back, and the finding is open again if it returns', async () => {
  await on.event(work, { title: 'Press', when: at('2026-12-01T09:00', '10:00') })
  const tea = await on.event(work, { title: 'Tea', when: at('2026-12-01T15:00', '16:00') })
  const onto = { eventId: tea.eventId, when: at('2026-12-01T09:30', '10:30') }
  const { did } = await desk.do('event.move', { ...onto, anyway: { reason } })
  expect(await overridden('overlap')).toBe(2)
  await on.undo(did.entry)
  expect(await overridden('overlap')).toBe(1)
  await desk.do('event.move', onto)
  expect(await findings('2026-12-01')).toEqual([['Two things at once', 'open', null]])
})
