import { afterAll, beforeAll, expect, test } from 'vitest'
import { at } from '../../calendar/testing.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { OffersView } from '../model.ts'
import { holdsOf } from '../testing.ts'
import { holidaysOf } from './holidays.ts'

let desk: TestDesk
let on: ReturnType<typeof holdsOf>
let work: string
beforeAll(async () => {
  desk = await testDesk()
  on = holdsOf(desk)
  work = await on.calendar.add('Work')
  await on.calendar.event(work, { title: 'Board', when: at('2026-11-26T09:00', '17:00') })
})
afterAll(() => desk.stop())

const find = (more: object) =>
  desk.do<OffersView>('offer.find', { from: '2026-11-26', to: '2026-11-27', minutes: 30, ...more })
const starts = ({ offers }: OffersView) => offers.map(({ start }) => start.slice(0, 16))

test('times are offered in both zones with weekday, inside the hours of both', async () => {
  const found = await find({ from: '2026-11-27', zone: 'America/Sao_Paulo', name: 'Lúcia Prado', limit: 3 })
  expect(found.offers[0]).toMatchObject({
    start: '2026-11-27T12:00:00+00:00[Europe/London]',
    weekday: 'Friday',
    words: 'Fri 27 Nov 2026, 12:00–12:30 (Europe/London)',
    theirs: 'Fri 27 Nov 2026, 09:00–09:30 (America/Sao_Paulo)',
    cost: 0,
  })
  expect(found.removed.map(({ words }) => words)).toEqual(['Lúcia Prado: hours are Mon–Fri 09:00–18:00'])
  expect(found.holidays).toEqual({ ours: 'GB', theirs: 'BR' })
})

test('a time that is out on offer is not offered again, unless the asker says so', async () => {
  const before = starts(await find({ from: '2026-11-27', limit: 1 }))
  const [first = ''] = before
  const { group } = await on.offer([{ start: `${first}:00Z`, end: `${first.slice(0, 14)}30:00Z` }])
  expect(starts(await find({ from: '2026-11-27', limit: 1 }))).not.toEqual(before)
  expect(starts(await find({ from: '2026-11-27', limit: 1, overHolds: 'true' }))).toEqual(before)
  await desk.do('hold.release', { groupId: group.id })
  expect(starts(await find({ from: '2026-11-27', limit: 1 }))).toEqual(before)
})

test('when nothing fits, what stands in the way is named, and giving way opens times that cost', async () => {
  const day = { from: '2026-11-26', to: '2026-11-26', zone: 'Europe/London', name: 'Harlan Voss', minutes: 120 }
  const found = await find(day)
  expect(found.offers).toEqual([])
  const [first] = found.standsInTheWay
  expect(found.standsInTheWay.map(({ words }) => words)).toEqual(
    expect.arrayContaining(['Dana Okafor is busy', 'Harlan Voss: hours are Mon–Fri 09:00–18:00']),
  )
  const opened = await find({ ...day, give: first?.give.join(',') })
  expect(opened.offers.length).toBeGreaterThan(0)
  expect(opened.offers[0]?.cost).toBeGreaterThan(0)
})

test('public holidays of either side are kept, and say which', async () => {
  const christmas = await find({ from: '2026-12-25', to: '2026-12-25' })
  expect(christmas.offers).toEqual([])
  expect(christmas.removed[0]).toMatchObject({ key: 'public-holidays', words: 'No meetings on public holidays (GB)' })
  const theirs = await find({ from: '2026-12-08', to: '2026-12-08', country: 'ES', zone: 'Europe/Madrid' })
  expect(theirs.offers).toEqual([])
  await desk.do('desk.change', { country: 'CH' })
  expect((await find({})).holidays.ours).toBe('CH')
  await desk.do('desk.change', { country: null })
})

test('a window that ends before it starts, has passed, or is years long is refused', async () => {
  for (const bad of [{ from: '2026-11-28' }, { from: '2026-01-01', to: '2026-01-02' }, { to: '2036-01-01' }])
    expect(await desk.try('offer.find', { from: '2026-11-26', to: '2026-11-27', minutes: 30, ...bad })).toMatchObject({
      refused: { why: 'bad-input', path: 'to' },
    })
  expect(await desk.try('offer.find', { from: '2026-11-26', to: '2026-11-27', minutes: 0 })).toMatchObject({
    refused: { path: 'minutes' },
  })
  expect(
    await desk.try('offer.find', { from: '2026-11-26', to: '2026-11-27', minutes: 30, zone: 'Europe/Atlantis' }),
  ).toMatchObject({ refused: { path: 'zone' } })
})

test('a holiday is the date it is where it is kept, in whatever zone the server stands', async () => {
  const britain = await holidaysOf(null, 'Europe/London', [2026])
  expect(britain).toMatchObject({ where: 'GB', dates: { '2026-12-25': 'Christmas Day', '2026-04-03': 'Good Friday' } })
  expect((await holidaysOf(null, 'Europe/Zurich', [2026]))?.where).toBe('CH')
  expect(await holidaysOf('XX', null, [2026])).toBeNull()
  const { countries } = await desk.do<{ countries: { code: string; name: string }[] }>('holiday.countries')
  expect(countries).toContainEqual({ code: 'CH-ZH', name: 'Switzerland: Canton of Zürich' })
  expect((await holidaysOf('CH-ZH', null, [2026]))?.dates).toMatchObject({ '2026-05-01': expect.any(String) })
})
