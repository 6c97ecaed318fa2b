import type { Json } from '../act.ts'
import type { EntryWords } from '../journal/words.ts'
import type { When } from './model.ts'

/** "Thursday 26 November 2026" */
export const dayWords = (date: string): string => {
  const on = Temporal.PlainDate.from(date.slice(0, 10))
  const [weekday, month] = [{ weekday: 'long' }, { month: 'long' }].map((one) =>
    on.toLocaleString('en-GB', one as object),
  )
  return `${weekday} ${on.day} ${month} ${on.year}`
}

const clock = (local: string): string => local.slice(11, 16)

/** A time with its weekday and zone: "Thursday 26 November 2026, 15:00–15:45 Europe/London". */
export function whenWords(when: When): string {
  if (when.allDay) {
    const last = Temporal.PlainDate.from(when.end).subtract({ days: 1 }).toString()
    return last === when.start ? `${dayWords(when.start)}, all day` : `${dayWords(when.start)} to ${dayWords(last)}`
  }
  const [start, end] = [when.start, when.end]
  const zone = when.zone ?? 'local time'
  const sameDay = start.slice(0, 10) === end.slice(0, 10)
  if (when.endZone !== null && when.endZone !== when.zone)
    return `${dayWords(start)}, ${clock(start)} ${zone} to ${sameDay ? '' : `${dayWords(end)}, `}${clock(end)} ${when.endZone}`
  return sameDay
    ? `${dayWords(start)}, ${clock(start)}–${clock(end)} ${zone}`
    : `${dayWords(start)}, ${clock(start)} to ${dayWords(end)}, ${clock(end)} ${zone}`
}

type Values = { readonly [key: string]: Json }

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** "“Board” on Thursday 26 November 2026, 15:00 Europe/London" */
const named = (values: Values): string =>
  `“${text(values.title) || 'Untitled'}”${values.when ? ` on ${text(values.when)}` : ''}`

const extents: Record<string, string> = {
  this: '',
  following: ' and all after it',
  all: ', every time',
  single: '',
}
const reach = (values: Values): string => extents[text(values.extent)] ?? ''

const list = (value: Json | undefined): string => (Array.isArray(value) ? value.join(', ') : '')

const count = (value: Json | undefined, one: string, many: string): string =>
  value === 1 ? `one ${one}` : `${typeof value === 'number' ? value : 0} ${many}`

/** Sentences of the calendar for the journal. */
export const calendarWords: EntryWords = {
  'calendar.add': ({ name }) => `Added the calendar “${text(name)}”`,
  'calendar.change': ({ name, changes }) => `Changed the calendar “${text(name)}”: ${list(changes)}`,
  'calendar.remove': ({ name, events }) =>
    `Removed the calendar “${text(name)}” with ${count(events, 'event', 'events')}`,
  'calendar.import': ({ file, name, added, changed, same, hash }) =>
    `Imported ${text(file) || 'a file'} into “${text(name)}”: ${added} added, ${changed} changed, ${same} as before (${text(hash).slice(0, 12)})`,
  'calendar.reinstate': ({ events }) => `Put back ${count(events, 'event', 'events')}`,
  'event.add': (values) => `Added ${named(values)}${values.repeats ? `, ${text(values.repeats)}` : ''}`,
  'event.edit': (values) => `Changed ${named(values)}${reach(values)}: ${list(values.changes)}`,
  'event.move': (values) => `Moved ${named(values)}${reach(values)} to ${text(values.to)}`,
  'event.cancel': (values) =>
    `Cancelled ${named(values)}${reach(values)}${values.reason ? `: ${text(values.reason)}` : ''}`,
  'event.restore': (values) => `Brought back ${named(values)}${reach(values)}`,
  'feed.make': ({ name }) => `Made a secret address with busy times for ${text(name)}`,
  'feed.revoke': ({ name }) => `Closed the secret address for ${text(name)}`,
  'place.minutes': ({ from, to, minutes }) => `${text(from)} to ${text(to)} takes ${minutes} min`,
  'place.change': ({ name, changes }) => `Changed the place ${text(name)}: ${list(changes)}`,
}
