import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import { judge, judged } from '../../plan/judge.ts'
import { asInstant, minuteMs } from '../../plan/time.ts'
import { movedTo, weigh } from '../../plan/weigh.ts'
import type { readerOf } from '../calendar/views/model.ts'
import { planFrom, type planShape, type ruleInForce, rulesFrom } from '../rules/weighing/model.ts'
import { tripsSeen } from '../rules/weighing/trips/model.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import { flight, travelOf } from './testing.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
  const the = travelOf(desk)
  await desk.do('calendar.add', { name: 'Work' })
  const trip = await the.trip()
  await the.add(trip.id, { ...flight, status: 'booked' })
  const zone = 'Europe/Zurich'
  await the.add(trip.id, {
    kind: 'meal',
    title: 'Dinner',
    from: { place: 'Seehof', local: '2026-12-01T21:30', zone },
    to: { place: 'Seehof', local: '2026-12-01T23:00', zone },
  })
})
afterAll(() => desk.stop())

type Shown = { plan: z.infer<typeof planShape>; rules: z.infer<typeof ruleInForce>[] }
const show = () => desk.do<Shown>('plan.show', { from: '2026-11-30', to: '2026-12-04' })

test('a dinner of a trip that is dragged costs on the screen what rules about trips say of it there', async () => {
  const { plan, rules } = await show()
  const before = judged(planFrom(plan), rulesFrom(rules))
  const dinner = before.plan.items.find(({ title }) => title === 'Dinner')
  if (!dinner) throw new Error('no dinner')
  const by = (minutes: number) => ({
    start: asInstant(dinner.span.start + minutes * minuteMs),
    end: asInstant(dinner.span.end + minutes * minuteMs),
  })
  const early = weigh(before, movedTo(dinner, by(-60)))
  expect(early.worse.map(({ kind }) => kind).sort()).toEqual(['arrive-in-time', 'overlap'])
  expect(weigh(before, movedTo(dinner, by(15))).cost).toBe(0)
  expect(early.after.findings.map(({ fingerprint }) => fingerprint)).toEqual(
    judge(early.after.plan, rulesFrom(rules)).map(({ fingerprint }) => fingerprint),
  )
  const part = early.after.plan.trips?.[0]?.segments.find(({ title }) => title === 'Dinner')
  expect(part).toMatchObject({ item: dinner.key, span: by(-60) })
})

test('the screen is told no trip that whoever looks may not know, and nothing of anybody’s passport', async () => {
  const { plan } = await show()
  const { trips = [] } = planFrom(plan)
  expect(trips.map(({ title }) => title)).toEqual(['Zurich board'])
  expect(trips[0]?.travellers).toMatchObject([{ name: 'Dana Okafor', passportName: null, papers: null }])
  const all = { sees: 'all', travel: true, dues: new Set() } as unknown as ReturnType<typeof readerOf>
  expect(tripsSeen(trips, all)).toHaveLength(1)
  expect(tripsSeen(trips, { ...all, travel: false })).toEqual([])
  expect(tripsSeen(trips, { ...all, sees: 'busy' } as never)).toEqual([])
  const named = { ...all, sees: 'named', member: 'm' } as never
  expect(tripsSeen([{ ...trips[0], label: 'private' } as never], named)).toEqual([])
})
