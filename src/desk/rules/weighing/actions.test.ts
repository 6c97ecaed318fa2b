import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { judge } from '../../../plan/judge.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { FindingView } from '../model.ts'
import { planFrom, type planShape, type ruleInForce, rulesFrom, type weighed } from './model.ts'

let desk: TestDesk
let harlan: string
beforeAll(async () => {
  desk = await testDesk()
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const add = async (title: string, on: string, from: string, to: string) => {
    const when = {
      allDay: false,
      start: `${on}T${from}:00`,
      end: `${on}T${to}:00`,
      zone: 'Europe/London',
      endZone: null,
    }
    const draft = { calendarId: calendar.id, title, when }
    return (await desk.do<{ event: { eventId: string } }>('event.add', draft)).event.eventId
  }
  await add('Board', '2026-11-24', '09:00', '11:00')
  await add('Legal', '2026-11-26', '13:00', '14:00')
  harlan = await add('Harlan', '2026-11-25', '15:00', '16:00')
  const focus = { kind: 'protected', params: { days: ['TH'], from: '09:00', to: '12:00' }, weight: 'avoid' }
  await desk.do('rule.add', { ...focus, story: 'The week before a board.' })
})
afterAll(() => desk.stop())

type Weighed = z.infer<typeof weighed>
const weigh = (asked: object) => desk.do<Weighed>('plan.weigh', asked)

describe('what an ask would cost', () => {
  test('a move into a protected morning says which rule it breaks, and the nearest time that breaks none', async () => {
    const { cost, worse, instead } = await weigh({ eventId: harlan, start: '2026-11-26T10:00:00' })
    expect(cost).toBe(100)
    expect(worse).toMatchObject([{ title: 'Protected time is taken', weight: 'avoid', items: [{ title: 'Harlan' }] }])
    expect(instead).toMatchObject({ cost: 0, words: 'Thu 26 Nov 2026, 08:00–09:00 (Europe/London)', worse: [] })
  })

  test('a new thing is weighed with its own length, and an offset is an offset', async () => {
    const { cost, worse } = await weigh({ start: '2026-11-24T10:30:00+01:00', minutes: 45, title: 'Northwind' })
    expect(cost).toBe(1000)
    expect(worse.map(({ title }) => title)).toEqual(['Two things at once'])
  })

  test('moving trouble away counts for it', async () => {
    const before = await desk.do<{ findings: FindingView[] }>('finding.list', { from: '2026-11-24', to: '2026-11-28' })
    expect(before.findings).toEqual([])
    const free = await weigh({ eventId: harlan, start: '2026-11-27T15:00:00' })
    expect(free).toEqual({ cost: 0, worse: [], better: [], instead: null })
  })

  test('an event that is not there, and a window the wrong way round, are refused', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000'
    expect(await desk.try('plan.weigh', { eventId: nobody, start: '2026-11-26T10:00:00' })).toMatchObject({
      refused: { why: 'not-there', path: 'eventId' },
    })
    expect(await desk.try('plan.weigh', { start: '2026-11-26T10:00:00', minutes: 0 })).toMatchObject({
      refused: { why: 'bad-input', path: 'minutes' },
    })
    expect(await desk.try('plan.show', { from: '2026-11-26', to: '2026-11-25' })).toMatchObject({
      refused: { why: 'bad-input', path: 'to' },
    })
  })
})

test('the plan that leaves the desk is judged elsewhere as it is here', async () => {
  const days = { from: '2026-11-23', to: '2026-11-29' }
  await desk.do('event.move', {
    eventId: harlan,
    when: {
      allDay: false,
      start: '2026-11-26T09:30:00',
      end: '2026-11-26T10:30:00',
      zone: 'Europe/London',
      endZone: null,
    },
  })
  const shown = await desk.do<{ plan: z.infer<typeof planShape>; rules: z.infer<typeof ruleInForce>[] }>(
    'plan.show',
    days,
  )
  const sent = JSON.parse(JSON.stringify(shown)) as typeof shown
  const there = judge(planFrom(sent.plan), rulesFrom(sent.rules))
  const here = await desk.do<{ findings: FindingView[] }>('finding.list', days)
  expect(there.map(({ fingerprint }) => fingerprint)).toEqual(here.findings.map(({ fingerprint }) => fingerprint))
  expect(there).toHaveLength(1)
})
