import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../testing.ts'
import { holdsOf } from './testing.ts'

let desk: TestDesk
let on: ReturnType<typeof holdsOf>
let work: string
beforeAll(async () => {
  desk = await testDesk()
  on = holdsOf(desk)
  work = await on.calendar.add('Work')
})
afterAll(() => desk.stop())

test('offered times stand on the calendar as holds; taking one books it under its own UID and frees the rest', async () => {
  const { group } = await on.offer(on.three())
  expect(group).toMatchObject({ state: 'out', minutes: 30, by: 'Ines', behalf: 'Dana Okafor' })
  expect(await on.calendar.lines('2026-11-26', '2026-11-27')).toEqual([
    'Hold: Renewal terms (Camille Aubry) 2026-11-26T09:00 Europe/London',
    'Hold: Renewal terms (Camille Aubry) 2026-11-26T14:00 Europe/London',
    'Hold: Renewal terms (Camille Aubry) 2026-11-27T10:00 Europe/London',
  ])
  const { ics } = await desk.do<{ ics: string }>('calendar.export', { calendarId: work })
  expect(ics.match(/STATUS:TENTATIVE/g)).toHaveLength(3)
  const second = group.holds[1]
  const uid = (await on.calendar.show(second?.id ?? '')).uid
  await on.take(group, 1)
  expect(await on.calendar.lines('2026-11-26', '2026-11-27')).toEqual(['Renewal terms 2026-11-26T14:00 Europe/London'])
  expect(await on.calendar.show(second?.id ?? '')).toMatchObject({ uid, kind: 'external', moves: 0 })
  expect(await on.states(group.id)).toEqual(['free again: another was taken', 'taken', 'free again: another was taken'])
  expect(await on.calendar.words()).toBe(
    'Noor, for Camille Aubry took Thu 26 Nov 2026, 14:00–14:30 (Europe/London) for “Renewal terms”; 2 times free again',
  )
  const after = await desk.do<{ ics: string }>('calendar.export', { calendarId: work })
  expect(after.ics).not.toContain('TENTATIVE')
})
