import type { TestDesk } from '../testing.ts'
import type { EventView, OccurrenceView } from './model.ts'

/** Words a test of the calendar uses. */
export const calendarOf = (desk: TestDesk) => {
  const add = async (name: string, more: object = {}) =>
    (await desk.do<{ calendar: { id: string } }>('calendar.add', { name, ...more })).calendar.id
  const event = async (calendarId: string, draft: object) =>
    (await desk.do<{ event: EventView }>('event.add', { calendarId, ...draft })).event
  const on = async (from: string, to = from): Promise<OccurrenceView[]> =>
    (await desk.do<{ events: OccurrenceView[] }>('event.list', { from, to })).events
  /** "Board 2026-11-26T09:00 Europe/London", cancelled ones struck. */
  const lines = async (from: string, to = from): Promise<string[]> =>
    (await on(from, to)).map(
      ({ title, start, zone, cancelled }) =>
        `${cancelled ? '✗ ' : ''}${title} ${start.slice(0, 16)}${zone ? ` ${zone}` : ''}`,
    )
  const show = async (eventId: string, recurrenceId?: string) =>
    (await desk.do<{ event: EventView }>('event.show', { eventId, recurrenceId })).event
  const file = (ics: string) => new File([ics.replace(/\r?\n/g, '\r\n')], 'work.ics')
  const bring = (calendarId: string, ics: string) => desk.do<Report>('calendar.import', { calendarId, file: file(ics) })
  const undo = (entry: string) => desk.do('journal.undo', { entry })
  const words = async () =>
    (await desk.do<{ entries: { words: string }[] }>('journal.list', { limit: 1 })).entries[0]?.words
  return { add, event, on, lines, show, file, bring, undo, words }
}

type Report = {
  added: number
  changed: number
  same: number
  missing: { uid: string; title: string }[]
  conflicts: { uid: string; property: string; kept: string; other: string }[]
  skipped: { line: number; reason: string }[]
  remarks: string[]
  fileHash: string
}

/** A time on one day in London. */
export const at = (start: string, end: string, zone: string | null = 'Europe/London') => ({
  allDay: false as const,
  start: `${start}:00`,
  end: `${end.length === 5 ? `${start.slice(0, 11)}${end}` : end}:00`,
  zone,
  endZone: zone,
})

export const vcalendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a test//EN', ...lines, 'END:VCALENDAR', ''].join('\n')
export const vevent = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\n')
