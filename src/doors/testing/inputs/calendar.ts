import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'

export const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})
export const span = (day: string, from: string, to: string) => ({
  start: `${day}T${from}:00Z`,
  end: `${day}T${to}:00Z`,
})

export type Id = { readonly id: string }
type Made = { readonly event: { readonly eventId: string }; readonly did: { readonly entry: string } }
/** What the others ask about too: a calendar, a meeting that overlaps another, and one that was cancelled. */
export type Things = { readonly calendar: string; readonly review: Made; readonly gone: Made }

export async function made(desk: TestDesk): Promise<Things> {
  const { calendar } = await desk.do<{ calendar: Id }>('calendar.add', { name: 'Work' })
  const add = (title: string, day: string, from: string, to: string) =>
    desk.do<Made>('event.add', { title, calendarId: calendar.id, when: timed(day, from, to), kind: 'internal' })
  const review = await add('Review', '2026-11-26', '10:00', '11:00')
  await add('Legal', '2026-11-26', '10:30', '11:30')
  const gone = await add('Gone', '2026-11-27', '10:00', '11:00')
  await desk.do('event.cancel', { eventId: gone.event.eventId })
  return { calendar: calendar.id, review, gone }
}

const file = () =>
  new File(
    [
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:m\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20261202T100000Z\r\nSUMMARY:M\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ],
    'a.ics',
  )

export async function calendarInputs(desk: TestDesk, { calendar, review, gone }: Things): Promise<Inputs> {
  const spare = await desk.do<{ calendar: Id }>('calendar.add', { name: 'Spare' })
  const { feed } = await desk.do<{ feed: Id }>('feed.make', { name: 'Noor' })
  const { eventId } = review.event
  return {
    'calendar.list': {},
    'calendar.add': { name: 'Another' },
    'calendar.change': { id: calendar, name: 'Work of Dana' },
    'calendar.remove': { id: spare.calendar.id },
    'calendar.import': { calendarId: calendar, fileName: 'a.ics', file: file() },
    'calendar.reinstate': { entry: gone.did.entry },
    'calendar.export': {},
    'event.list': { from: '2026-11-23', to: '2026-12-01' },
    'event.show': { eventId },
    'looked.list': { item: eventId },
    'event.understand': { text: 'Thu 3pm legal' },
    'event.add': { title: 'New', calendarId: calendar, when: timed('2026-11-28', '10:00', '11:00') },
    'event.edit': { eventId, set: { place: 'Larch Row' } },
    'event.move': { eventId, when: timed('2026-11-26', '15:00', '16:00') },
    'event.cancel': { eventId },
    'event.restore': { eventId: gone.event.eventId },
    'feed.list': {},
    'feed.make': { name: 'Somebody' },
    'feed.revoke': { id: feed.id },
    'place.list': {},
    'place.change': { name: 'Larch Row', zone: 'Europe/London' },
    'place.minutes': { from: 'Larch Row', to: 'Kiln Yard', minutes: 20 },
  }
}
