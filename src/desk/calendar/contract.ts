import * as z from 'zod'
import { change, read } from '../operation.ts'
import { changesOf, dateText, labels, zonedText, zoneName } from '../shapes.ts'
import {
  anyway,
  calendarView,
  eventDraft,
  eventView,
  extent,
  feedView,
  importReport,
  occurrenceView,
  placeView,
  reading,
  when,
} from './model.ts'

const calendarDraft = z.object({
  name: z.string().trim().min(1).max(120),
  owner: z.enum(['executive', 'assistant']).default('executive'),
  countsAsBusy: z.boolean().default(true),
  readOnly: z.boolean().default(false),
  label: labels.default('desk'),
  /** Members who may read what is private on it. */
  readers: z.array(z.uuid()).max(50).default([]),
})
/** One occurrence, or a whole event where `recurrenceId` is null; `version` is the one the person was looking at. */
const target = z.object({
  eventId: z.uuid(),
  recurrenceId: z.string().nullable().default(null),
  extent: extent.default('all'),
  version: z.int().optional(),
})

export const calendarContract = {
  calendar: {
    list: read({
      name: 'calendar.list',
      area: 'calendar',
      busyView: true,
      says: 'The calendars of this desk',
      input: z.object({}),
      output: z.object({ calendars: z.array(calendarView) }),
    }),
    add: change({
      name: 'calendar.add',
      area: 'calendar',
      effect: 'change',
      says: 'Add a calendar',
      input: calendarDraft,
      output: z.object({ calendar: calendarView }),
    }),
    change: change({
      name: 'calendar.change',
      area: 'calendar',
      effect: 'change',
      says: 'Rename a calendar or change what it counts for',
      input: changesOf(calendarDraft).extend({ id: z.uuid() }),
      output: z.object({ calendar: calendarView }),
    }),
    remove: change({
      name: 'calendar.remove',
      area: 'calendar',
      effect: 'delete',
      says: 'Remove a calendar and its events',
      input: z.object({ id: z.uuid() }),
      output: z.object({ events: z.int() }),
    }),
    import: change({
      name: 'calendar.import',
      area: 'calendar',
      effect: 'change',
      says: 'Bring an iCalendar file into a calendar',
      input: z.object({ calendarId: z.uuid(), fileName: z.string().max(300).default(''), file: z.file() }),
      output: importReport,
    }),
    reinstate: change({
      name: 'calendar.reinstate',
      area: 'calendar',
      effect: 'change',
      says: 'Put calendars, events, minutes and what was offered back as they were before an entry of the journal',
      input: z.object({ entry: z.uuid() }),
      output: z.object({ events: z.int() }),
    }),
    export: read({
      name: 'calendar.export',
      area: 'calendar',
      says: 'Everything as one iCalendar file',
      input: z.object({ calendarId: z.uuid().optional() }),
      output: z.object({ ics: z.string() }),
    }),
  },
  event: {
    list: read({
      name: 'event.list',
      area: 'calendar',
      busyView: true,
      says: 'What is on between two days',
      input: z.object({ from: dateText, to: dateText }),
      output: z.object({ zone: z.string(), events: z.array(occurrenceView) }),
    }),
    show: read({
      name: 'event.show',
      area: 'calendar',
      busyView: true,
      says: 'One event, whole',
      input: z.object({ eventId: z.uuid(), recurrenceId: z.string().optional() }),
      output: z.object({ event: eventView }),
    }),
    looked: read({
      name: 'event.looked',
      area: 'calendar',
      says: 'Who looked at something private, by the hour',
      input: z.object({ eventId: z.uuid() }),
      output: z.object({
        looked: z.array(z.object({ name: z.string(), kind: z.string(), hour: zonedText })),
      }),
    }),
    understand: read({
      name: 'event.understand',
      area: 'calendar',
      says: 'Read one typed line as an event, saving nothing',
      input: z.object({ text: z.string().max(500) }),
      output: reading,
    }),
    add: change({
      name: 'event.add',
      area: 'calendar',
      effect: 'change',
      says: 'Add an event',
      input: eventDraft.extend({ calendarId: z.uuid(), anyway }),
      output: z.object({ event: eventView }),
    }),
    edit: change({
      name: 'event.edit',
      area: 'calendar',
      effect: 'change',
      says: 'Change an event',
      input: target.extend({ set: changesOf(eventDraft) }),
      output: z.object({ event: eventView }),
    }),
    move: change({
      name: 'event.move',
      area: 'calendar',
      effect: 'change',
      says: 'Move an event to another time',
      input: target.extend({ when, anyway }),
      output: z.object({ event: eventView }),
    }),
    cancel: change({
      name: 'event.cancel',
      area: 'calendar',
      effect: 'change',
      says: 'Cancel an event',
      input: target.extend({ reason: z.string().max(500).default('') }),
      output: z.object({ event: eventView }),
    }),
    restore: change({
      name: 'event.restore',
      area: 'calendar',
      effect: 'change',
      says: 'Bring a cancelled event back',
      input: target,
      output: z.object({ event: eventView }),
    }),
  },
  feed: {
    list: read({
      name: 'feed.list',
      area: 'calendar',
      says: 'The secret addresses that show when the executive is busy',
      input: z.object({}),
      output: z.object({ feeds: z.array(feedView) }),
    }),
    make: change({
      name: 'feed.make',
      area: 'calendar',
      effect: 'send',
      says: 'Make a secret address that shows only busy times',
      input: z.object({ name: z.string().trim().min(1).max(120) }),
      output: z.object({ feed: feedView, address: z.url() }),
    }),
    revoke: change({
      name: 'feed.revoke',
      area: 'calendar',
      effect: 'change',
      says: 'Close a secret address',
      input: z.object({ id: z.uuid() }),
      output: z.object({ feed: feedView }),
    }),
  },
  place: {
    list: read({
      name: 'place.list',
      area: 'calendar',
      says: 'Known places and the minutes between them',
      input: z.object({}),
      output: z.object({
        places: z.array(placeView),
        minutes: z.array(z.object({ from: z.string(), to: z.string(), minutes: z.int() })),
      }),
    }),
    change: change({
      name: 'place.change',
      area: 'calendar',
      effect: 'change',
      says: 'Say what else a place is called, or in which zone it is',
      input: z.object({
        name: z.string().trim().min(1).max(500),
        zone: zoneName.nullable().optional(),
        aliases: z.array(z.string().trim().min(1).max(500)).max(50).optional(),
      }),
      output: z.object({ place: placeView }),
    }),
    minutes: change({
      name: 'place.minutes',
      area: 'calendar',
      effect: 'change',
      says: 'Say how long it takes from one place to another',
      input: z.object({
        from: z.string().trim().min(1).max(500),
        to: z.string().trim().min(1).max(500),
        minutes: z.int().min(0).max(10_080),
      }),
      output: z.object({ from: z.string(), to: z.string(), minutes: z.int() }),
    }),
  },
}
