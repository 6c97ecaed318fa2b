import * as z from 'zod'
import { segmentKinds, segmentStates } from '../../plan/segment.ts'
import { changesOf, dayGiven, labels, localText, zonedText, zoneName } from '../shapes.ts'

const words = (most: number) => z.string().trim().max(most)
const some = (most: number) => words(most).min(1)
const maybe = (most: number) => some(most).nullable().default(null)

export const airportCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'An airport is given by its three letters, as LHR')
/** Whole minor units of a currency (ISO 4217). */
export const money = z.object({
  amount: z.int().min(0).max(10_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, 'A currency is three letters, as CHF'),
})
const offsetText = z.string().regex(/^[+-]\d\d:\d\d$/, 'An offset is written as +01:00')

/** A local time at a place, or a date alone where no time is known. */
const local = z.union([localText, dayGiven])

/** One end of a segment. `zone` unless an airport or a known place tells it; `offset` only for an hour that happens twice. */
export const endDraft = z.object({
  place: maybe(300),
  airport: airportCode.nullable().default(null),
  terminal: maybe(40),
  address: maybe(500),
  local: local.nullable().default(null),
  zone: zoneName.nullable().default(null),
  offset: offsetText.nullable().default(null),
})
export type EndDraft = z.infer<typeof endDraft>
const noEnd = { place: null, airport: null, terminal: null, address: null, local: null, zone: null, offset: null }

/** A time in a zone, where one is said at all; the zone of the segment's beginning unless told. */
const deadline = z.object({ local: localText, zone: zoneName.nullable().default(null) })

/** What the booking was asked to be. */
export const askedDraft = z.object({
  words: some(500),
  on: dayGiven.nullable().default(null),
  from: maybe(200),
  to: maybe(200),
  /** HH:MM on the clocks there. */
  departAfter: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM')
    .nullable()
    .default(null),
  arriveBy: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM')
    .nullable()
    .default(null),
  cabin: maybe(60),
  /** By its number, or where it is: window, aisle. */
  seat: maybe(40),
  name: maybe(200),
})

const known = z.boolean().nullable().default(null)
export const fareDraft = z.object({
  changeable: known,
  changeableUntil: deadline.nullable().default(null),
  refundable: known,
  refundableUntil: deadline.nullable().default(null),
})
const noFare = { changeable: null, changeableUntil: null, refundable: null, refundableUntil: null }

const someone = z.object({
  name: maybe(200),
  address: z.string().trim().toLowerCase().max(320).nullable().default(null),
})

export const segmentDraft = z.object({
  kind: z.enum(segmentKinds),
  /** What it is, where kind, number and ends do not say: "Dinner, Seehof". */
  title: maybe(200),
  provider: maybe(200),
  number: maybe(40),
  confirmation: maybe(80),
  from: endDraft.default(noEnd),
  to: endDraft.default(noEnd),
  checkInBy: deadline.nullable().default(null),
  cancelBy: deadline.nullable().default(null),
  seat: maybe(40),
  cabin: maybe(60),
  /** The traveller as the booking names them. */
  name: maybe(200),
  fare: fareDraft.default(noFare),
  cost: money.nullable().default(null),
  status: z.enum(segmentStates).default('intended'),
  asked: askedDraft.nullable().default(null),
  /** Ids of segments and events without which it makes no sense. */
  dependsOn: z.array(z.uuid()).max(20).default([]),
  /** Minutes needed between what comes before and this. */
  minimumConnection: z.int().min(0).max(1440).nullable().default(null),
  fallback: maybe(500),
  driver: maybe(200),
  phone: maybe(60),
  pickUp: maybe(500),
  /** Who else is expected. */
  people: z.array(someone).max(50).default([]),
  /** An event that is this already: they move together. */
  eventId: z.uuid().nullable().default(null),
  notes: words(5000).default(''),
})
export type SegmentDraft = z.infer<typeof segmentDraft>

/** What a change of a segment gives; of an end, too, what it does not mention stays as it was. */
export const segmentChanges = changesOf(segmentDraft).extend({
  from: changesOf(endDraft).optional(),
  to: changesOf(endDraft).optional(),
})
export type SegmentChanges = z.infer<typeof segmentChanges>

/** Another beginning and end that somebody outside is asked for, each a local time in the zone of that end unless told. */
export const wanted = z.object({
  starts: localText.nullable().default(null),
  startZone: zoneName.nullable().default(null),
  ends: localText.nullable().default(null),
  endZone: zoneName.nullable().default(null),
  /** It should not happen at all. */
  off: z.boolean().default(false),
  /** Whatever else is wanted, in words. */
  words: words(500).default(''),
})
export type Wanted = z.infer<typeof wanted>

/** A traveller of a trip: a person the desk knows, or a name; `executive` is whose desk it is. */
const traveller = z.object({
  name: some(200),
  personId: z.uuid().nullable().default(null),
  executive: z.boolean().default(false),
})

export const visaStates = ['unknown', 'not needed', 'needed', 'held'] as const
const country = z.string().regex(/^[A-Z]{2}$/, 'A country is two letters, as CH')
const entryDraft = z.object({ country, visa: z.enum(visaStates) })

const approval = z.object({
  of: some(200),
  state: z.enum(['wanted', 'asked', 'given', 'refused']),
  words: words(300).default(''),
})

export const tripDraft = z.object({
  /** What it is called: "Zurich, Harbour & Vale board". */
  title: some(200),
  purpose: words(1000).default(''),
  /** How we will know that it was worth it. */
  success: words(1000).default(''),
  /** Why it is on the calendar at all, where somebody asks. */
  why: words(1000).default(''),
  travellers: z.array(traveller).max(30).default([]),
  from: dayGiven,
  /** The last day. */
  until: dayGiven,
  cities: z.array(some(120)).max(30).default([]),
  approvals: z.array(approval).max(20).default([]),
  budget: money.nullable().default(null),
  /** Countries it goes to, where somebody has looked at the visa. Countries of airports are added by themselves as unknown. */
  entries: z.array(entryDraft).max(30).default([]),
  /** The last way home of the last evening, as somebody said: "S6, 00:12". */
  lastWayHome: maybe(300),
  /** The calendar its segments stand on; the executive's first unless told. */
  calendarId: z.uuid().nullable().default(null),
  label: labels.default('desk'),
  /** Members who may read it though it is private. */
  readers: z.array(z.uuid()).max(50).default([]),
})
export type TripDraft = z.infer<typeof tripDraft>

export const pointDraft = z.object({
  words: some(300),
  /** A member who sees to it; null: nobody yet. */
  ownerId: z.uuid().nullable().default(null),
  dueOn: dayGiven.nullable().default(null),
  segmentId: z.uuid().nullable().default(null),
})

const by = z.object({ who: z.string(), at: zonedText })

/** One end as a reader sees it. `at` where it has an instant, in the zone of that end; `home` the same in the desk's zone. */
export const endView = endDraft.extend({
  at: zonedText.nullable(),
  home: zonedText.nullable(),
  /** "Tue 24 Nov 2026, 17:55 (Europe/London)"; a date alone where no time is known; null where nothing is. */
  words: z.string().nullable(),
  /** From which the zone was derived: 'hand', 'airport LCY', 'place Finsbury Sq'; null: no zone. */
  zoneFrom: z.string().nullable(),
})

const deadlineView = deadline.extend({ at: zonedText.nullable(), words: z.string() })

export const segmentView = segmentDraft.extend({
  id: z.uuid(),
  tripId: z.uuid(),
  version: z.int(),
  /** What it is called everywhere: "XQ 345 LCY → ZRH". */
  title: z.string(),
  /** The title a person gave; null: it is made from the rest. */
  givenTitle: z.string().nullable(),
  status: z.enum(segmentStates),
  /** "asked Alder Cars 07:40, no answer", "confirmed by Jo, Alder Cars, ref AL-20931". */
  statusWords: z.string(),
  /** Nothing outside is asked for a change of it: the desk owns it. */
  own: z.boolean(),
  from: endView,
  to: endView,
  checkInBy: deadlineView.nullable(),
  cancelBy: deadlineView.nullable(),
  waiting: z
    .object({ words: z.string(), of: z.string(), since: zonedText, wanted: z.record(z.string(), z.unknown()) })
    .nullable(),
  confirmedBy: by.extend({ reference: z.string().nullable() }).nullable(),
  /** Held against what was asked, by whom and when. */
  checkedBy: by.nullable(),
  /** Titles of what it depends on and of what depends on it. */
  needs: z.array(z.object({ id: z.uuid(), title: z.string() })),
  neededBy: z.array(z.object({ id: z.uuid(), title: z.string() })),
  /** Ids of confirmations it was read from, newest last. */
  sources: z.array(z.uuid()),
})
export type SegmentView = z.infer<typeof segmentView>

export const pointView = pointDraft.extend({
  id: z.uuid(),
  ownerName: z.string().nullable(),
  settled: by.extend({ how: z.string() }).nullable(),
})
export type PointView = z.infer<typeof pointView>

export const tripView = tripDraft.extend({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(['planned', 'under way', 'over', 'cancelled']),
  /** By when they begin; those without a time come last. */
  segments: z.array(segmentView),
  /** Open first, then settled. */
  points: z.array(pointView),
  entries: z.array(entryDraft.extend({ name: z.string() })),
  /** Where the desk is at home, beside the zones of the trip. */
  zone: zoneName,
  zones: z.array(zoneName),
  /** Sums of the costs by currency, never converted. */
  costs: z.array(money),
  cancelled: by.extend({ why: z.string() }).nullable(),
})
export type TripView = z.infer<typeof tripView>

export const tripBrief = z.object({
  id: z.uuid(),
  title: z.string(),
  purpose: z.string(),
  from: dayGiven,
  until: dayGiven,
  cities: z.array(z.string()),
  travellers: z.array(z.string()),
  state: z.enum(['planned', 'under way', 'over', 'cancelled']),
  label: labels,
  segments: z.int(),
  waiting: z.int(),
  openPoints: z.int(),
  /** What does not fit, that nobody lives with. */
  findings: z.int(),
  /** Those of them that cannot work as planned. */
  broken: z.int(),
  /** What comes next in it, where that is known. */
  next: z.object({ title: z.string(), words: z.string() }).nullable(),
})
export type TripBrief = z.infer<typeof tripBrief>
