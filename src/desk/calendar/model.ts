import * as z from 'zod'
import { dateText, labels, localText, zonedText, zoneName } from '../shapes.ts'

export const calendarView = z.object({
  id: z.uuid(),
  name: z.string(),
  owner: z.enum(['executive', 'assistant']),
  countsAsBusy: z.boolean(),
  readOnly: z.boolean(),
  label: labels,
  readers: z.array(z.uuid()),
  events: z.int(),
})

/** Which occurrences of a series a change is about. */
export const extent = z.enum(['this', 'following', 'all'])

/** A time as a person gives it: a local time in a zone (null: floating), or a date for all-day. */
export const when = z.discriminatedUnion('allDay', [
  z.object({
    allDay: z.literal(false),
    start: localText,
    end: localText,
    zone: zoneName.nullable(),
    endZone: zoneName.nullable(),
  }),
  /** `end` is the day after the last. */
  z.object({ allDay: z.literal(true), start: dateText, end: dateText }),
])
export type When = z.infer<typeof when>

/** A person knows what stands against a time and books it all the same; the rules it breaks count it as an override. */
export const anyway = z.object({ reason: z.string().trim().min(1).max(500) }).optional()

export const invitee = z.object({
  address: z.string().max(320),
  name: z.string().max(200).nullable(),
  answer: z.enum(['accepted', 'declined', 'tentative', 'needs-action']),
  required: z.boolean(),
})

/** What a person may set on an event. */
export const eventDraft = z.object({
  title: z.string().trim().min(1).max(500),
  when,
  /** RFC 5545 RRULE value without `RRULE:`; null for a single event. */
  rrule: z.string().max(2000).nullable().default(null),
  place: z.string().max(500).nullable().default(null),
  link: z.url().max(2000).nullable().default(null),
  notes: z.string().max(20_000).default(''),
  kind: z.string().max(40).nullable().default(null),
  label: labels.nullable().default(null),
  /** Members who may read it though it is private; none: those the calendar names. */
  readers: z.array(z.uuid()).max(50).default([]),
  /** What whoever may not read it is told in the place of its title; null: only that the time is taken. */
  publicReason: z.string().trim().min(1).max(120).nullable().default(null),
  busy: z.boolean().default(true),
  people: z.array(invitee).max(500).default([]),
})
export type EventDraft = z.infer<typeof eventDraft>

/** One occurrence as a reader may see it. */
export const occurrenceView = z.object({
  eventId: z.uuid(),
  uid: z.string(),
  recurrenceId: z.string().nullable(),
  /** What the plan and its findings call this occurrence. */
  key: z.string(),
  calendarId: z.uuid(),
  title: z.string(),
  kind: z.string(),
  kindGuessed: z.boolean(),
  allDay: z.boolean(),
  /** Zoned text; for all-day items a date, `end` the day after the last. */
  start: z.string(),
  end: z.string(),
  zone: zoneName.nullable(),
  endZone: zoneName.nullable(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  people: z.array(invitee),
  label: labels,
  /** Members it names; empty for whoever may not read it. */
  readers: z.array(z.uuid()),
  publicReason: z.string().nullable(),
  /** Its words are kept from whoever reads. */
  hidden: z.boolean(),
  busy: z.boolean(),
  cancelled: z.boolean(),
  repeats: z.boolean(),
  moves: z.int(),
})
export type OccurrenceView = z.infer<typeof occurrenceView>

export const eventView = occurrenceView.extend({
  rrule: z.string().nullable(),
  /** The rule in words: "every second Tuesday until 30 June". */
  repeatsWords: z.string().nullable(),
  notes: z.string(),
  when,
  version: z.int(),
  readOnly: z.boolean(),
  /** Properties of the file that the desk keeps but does not use, by name. */
  kept: z.array(z.string()),
})
export type EventView = z.infer<typeof eventView>

/** A component or property that could not be used. `line` counts from 1, where the component begins. */
export const skipped = z.object({ line: z.int(), reason: z.string() })

export const importReport = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  /** In the desk's calendar but not in this file; nothing was deleted. */
  missing: z.array(z.object({ uid: z.string(), title: z.string() })),
  /** Changed on both sides: the newer won, the other value is listed. */
  conflicts: z.array(
    z.object({ uid: z.string(), title: z.string(), property: z.string(), kept: z.string(), other: z.string() }),
  ),
  skipped: z.array(skipped),
  /** Zones that had to be guessed, and other remarks a person should read. */
  remarks: z.array(z.string()),
  fileHash: z.string(),
})
export type ImportReport = z.infer<typeof importReport>

/** What one typed line was understood as, before anything is saved. */
export const reading = z.object({
  draft: eventDraft.nullable(),
  /** "Thursday 26 November, 15:00–15:45 Europe/London · Legal · room 4" */
  words: z.string(),
  /** What was not understood, or had to be assumed. */
  assumed: z.array(z.string()),
  /** Which characters gave which part. */
  parts: z.array(z.object({ from: z.int(), to: z.int(), meaning: z.string() })),
})

export type Reading = z.infer<typeof reading>

export const feedView = z.object({ id: z.uuid(), name: z.string(), madeAt: zonedText, revokedAt: zonedText.nullable() })

/** A place, the zone it is in where that is known, and what else it is called. */
export const placeView = z.object({ name: z.string(), zone: zoneName.nullable(), aliases: z.array(z.string()) })
