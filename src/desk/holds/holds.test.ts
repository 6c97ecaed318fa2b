import { afterAll, beforeAll, expect, test } from 'vitest'
import { busyFeed } from '../calendar/feeds/actions.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { GroupView } from './model.ts'
import { holdsOf } from './testing.ts'

const group0 = '00000000-0000-7000-8000-000000000000'
const path = (path: string) => ({ refused: { path } })

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

test('what cannot be offered is refused with its place, and nothing is held', async () => {
  const bad = async (more: object, times: readonly { start: string; end: string }[] = on.three()) =>
    (await desk.try('hold.offer', on.offerDraft(times, more))) as { refused?: { why: string; path?: string } }
  const one = (start: string, end: string) => [{ start, end }]
  expect(await bad({}, one('2026-11-26T10:00:00Z', '2026-11-26T10:00:00Z'))).toMatchObject(path('times.0.end'))
  expect(await bad({}, one('2026-11-26T10:00:00Z', '2026-11-26T09:00:00Z'))).toMatchObject(path('times.0.end'))
  expect(await bad({}, one('2026-11-26T10:00:00Z', '2027-11-26T10:00:00Z'))).toMatchObject(path('times.0.end'))
  expect(await bad({}, one('2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z'))).toMatchObject(path('times.0.start'))
  expect(await bad({}, one('2036-11-20T10:00:00Z', '2036-11-20T11:00:00Z'))).toMatchObject(path('times.0.start'))
  expect(await bad({}, one('2026-11-26T10:00:00', '2026-11-26T11:00:00'))).toMatchObject(path('times.0.start'))
  expect(await bad({}, [...on.three(), ...on.three().slice(0, 1)])).toMatchObject(path('times.3'))
  expect(await bad({ to: { name: 'X', zone: 'Europe/Atlantis' } })).toMatchObject(path('to.zone'))
  expect(await bad({ expiresAt: '2026-11-20T10:00:00Z' })).toMatchObject(path('expiresAt'))
  expect(await bad({ nudgeAt: '2026-11-30T10:00:00Z' })).toMatchObject(path('nudgeAt'))
  expect(await bad({ eventId: group0 })).toMatchObject(path('eventId'))
  expect(await bad({ calendarId: group0 })).toMatchObject(path('calendarId'))
  expect((await desk.do<{ groups: GroupView[] }>('hold.list')).groups).toEqual([])
})

test('a time is taken by saying which: an offered one or another, not both and not neither', async () => {
  const { group } = await on.offer(on.three())
  const take = (more: object) => desk.try('hold.take', { groupId: group.id, ...more })
  expect(await take({})).toMatchObject(path('holdId'))
  expect(await take({ holdId: group.holds[0]?.id, time: on.span('30T09:00', '09:30') })).toMatchObject(path('holdId'))
  expect(await take({ holdId: group.id })).toMatchObject({ refused: { why: 'not-there' } })
  expect(await desk.try('hold.take', { groupId: group0, holdId: group0 })).toMatchObject({
    refused: { why: 'not-there', path: 'groupId' },
  })
  await desk.do('hold.release', { groupId: group.id })
})

test('holds that take no time are in no busy feed; those that do are', async () => {
  const { address } = await desk.do<{ address: string }>('feed.make', { name: 'A client' })
  const token = address.split('/').at(-1)?.replace('.ics', '') ?? ''
  const busy = async () => ((await busyFeed(desk.around, token, desk.at)) ?? '').match(/BEGIN:VEVENT/g)?.length ?? 0
  const before = await busy()
  const quiet = await on.offer(on.three(), { busy: false })
  expect(await busy()).toBe(before)
  const loud = await on.offer([on.span('28T09:00', '09:30')])
  expect(await busy()).toBe(before + 1)
  for (const { group } of [quiet, loud]) await desk.do('hold.release', { groupId: group.id })
  expect(await busy()).toBe(before)
})

test('fresh times come behind those that were offered; one of them can be freed, and the last freed ends the offer', async () => {
  const { group } = await on.offer([on.span('27T09:00', '09:30')])
  const { group: more } = await desk.do<{ group: GroupView }>('hold.add', {
    groupId: group.id,
    times: [on.span('27T11:00', '11:30')],
  })
  expect(more.holds.map(({ rank }) => rank)).toEqual([1, 2])
  await desk.do('hold.release', { groupId: group.id, holdId: group.holds[0]?.id })
  expect((await on.show(group.id)).state).toBe('out')
  await desk.do('hold.release', { groupId: group.id, holdId: more.holds[1]?.id, reason: 'The chair is ill' })
  expect(await on.show(group.id)).toMatchObject({ state: 'released', stateWords: 'freed by the desk' })
  expect(await on.calendar.words()).toBe('Freed one time held for Camille Aubry, “Renewal terms”: The chair is ill')
  expect(await desk.try('hold.extend', { groupId: group.id, expiresAt: '2026-11-26T10:00:00Z' })).toMatchObject({
    refused: { why: 'moved-on' },
  })
})
