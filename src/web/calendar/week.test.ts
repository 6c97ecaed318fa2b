import { expect, test } from 'vitest'
import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { clocksOf, isOnDay, type ZonesOn } from './week.ts'

const home = 'Europe/London'
const event = (start: string, end: string, zone: string) =>
  ({ allDay: false, start: `${start}[${zone}]`, end: `${end}[${zone}]`, zone }) as OccurrenceView
const late = event('2026-11-25T23:30+00:00', '2026-11-25T23:50+00:00', home)
const days = [24, 25, 26, 27].map((day) => Temporal.PlainDate.from({ year: 2026, month: 11, day }))

/** Out on the 24th, back on the 27th. */
const away: ZonesOn = ({ day }) =>
  day === 24 ? [home, 'Europe/Zurich'] : day < 27 ? ['Europe/Zurich'] : day === 27 ? ['Europe/Zurich', home] : [home]

test('what is late at home is on the next day of whoever is away, and on one day only', () => {
  const on = (zonesOn: ZonesOn) => days.filter((day) => isOnDay(late, day, zonesOn, home)).map(({ day }) => day)
  expect([on(() => []), on(away)]).toEqual([[25], [26]])
})

test('a day away is told on the clock there and the one at home behind it; a day at home on one', () => {
  const lunch = event('2026-11-25T12:30+01:00', '2026-11-25T13:30+01:00', 'Europe/Zurich')
  expect(clocksOf(lunch, 'Europe/Zurich', [home])).toEqual([{ zone: home, clock: '11:30' }])
  expect(clocksOf(late, home, [home])).toEqual([])
})

test('an event written on a third clock keeps it, and clocks that read the same are told once', () => {
  const call = event('2026-11-25T20:00+09:00', '2026-11-25T20:30+09:00', 'Asia/Tokyo')
  expect(clocksOf(call, 'Europe/Zurich', ['Europe/Paris', home, 'Europe/Lisbon'])).toEqual([
    { zone: home, clock: '11:00' },
    { zone: 'Asia/Tokyo', clock: '20:00' },
  ])
})
