import type { Invitee, Label, PlaceRef } from './plan.ts'
import { type Day, type Instant, midnight, type Wall } from './time.ts'
import { utc, type Zone, zoneFromOffsets, zoneOf } from './zone.ts'

/**
 * The offsets a file's own VTIMEZONE gives, for a zone that is none of IANA's (RFC 5545 §3.6.5):
 * milliseconds east of UTC before the first change and from each change on, by instant.
 */
export type OwnOffsets = {
  readonly before: number
  readonly changes: readonly (readonly [at: Instant, offset: number])[]
}

/**
 * The zone of a time: its name as written and the IANA zone we resolved. `name` is null only where
 * no IANA zone fits, and then `own` holds the file's offsets. A time that ends in Z is written `Z`.
 */
export type WrittenZone = {
  readonly written: string
  readonly name: string | null
  readonly own: OwnOffsets | null
}

/** A time as a calendar writes it: a date, a clock on no particular wall, or a clock in a zone. */
export type When =
  | { readonly form: 'date'; readonly day: Day }
  | { readonly form: 'floating'; readonly wall: Wall }
  | { readonly form: 'zoned'; readonly wall: Wall; readonly zone: WrittenZone }

/**
 * How long an event lasts: whole days by the calendar, then exact milliseconds. A DTEND gives an exact length
 * to every occurrence, a DURATION a nominal one (RFC 5545 §3.8.5.3); an all-day event has days only.
 */
export type Length = { readonly days: number; readonly ms: number }

/** Addresses in lower case, without `mailto:`. */
export type ActedFor = { readonly for: string; readonly name: string | null; readonly by: string }

/** One VEVENT as a value: a single event, the master of a series, or one changed occurrence of it. */
export type EventPart = {
  readonly uid: string
  /** Where its component begins in the file, from 1; 0 for what was made at the desk. */
  readonly line: number
  /** The original start of the occurrence it replaces; null for a master or a single event. */
  readonly recurrenceId: When | null
  /** RANGE=THISANDFUTURE: it changes every occurrence from there on (RFC 5545 §3.2.13). */
  readonly thisAndFuture: boolean
  readonly sequence: number
  readonly lastModified: Instant | null
  readonly dtstamp: Instant | null
  readonly created: Instant | null
  readonly start: When
  readonly length: Length
  /** The zone the end was written in where it differs from the start's; null otherwise. */
  readonly endZone: WrittenZone | null
  /** RRULE values without `RRULE:`; a calendar may hold more than one, their occurrences are joined. */
  readonly rrules: readonly string[]
  /** `length` is null unless the date was written as a PERIOD. */
  readonly rdates: readonly { readonly start: When; readonly length: Length | null }[]
  readonly exdates: readonly When[]
  readonly cancelled: boolean
  readonly tentative: boolean
  /** TRANSP:TRANSPARENT: it takes no time. */
  readonly transparent: boolean
  readonly title: string
  readonly notes: string
  readonly place: PlaceRef | null
  readonly link: string | null
  /** Address of the organiser, lower case without `mailto:`. */
  readonly organizer: string | null
  /** People invited; rooms and resources are not people. */
  readonly people: readonly Invitee[]
  /** Whom somebody acted for: the organiser or an invitee, their name where one was given, and whoever sent it (RFC 5545 §3.2.18). */
  readonly sentBy?: readonly ActedFor[]
  /** CLASS (RFC 5545 §3.8.1.3): null says nothing beyond what its calendar says; a name of its own counts as private. */
  readonly label: Label | null
  readonly categories: readonly string[]
  /** Names of the properties and components that the desk keeps but does not use, sorted. */
  readonly kept: readonly string[]
}

/** Everything a calendar says under one UID. An override whose master is missing stands for itself. */
export type Series = {
  readonly uid: string
  readonly master: EventPart | null
  readonly overrides: readonly EventPart[]
}

const ownZones = new WeakMap<OwnOffsets, Zone>()

/** The zone to reckon with for a zone as written. */
export function zoneFor({ written, name, own }: WrittenZone): Zone {
  if (name !== null) return zoneOf(name) ?? utc
  if (own === null) return utc
  const zone = ownZones.get(own) ?? zoneFromOffsets(written, own)
  ownZones.set(own, zone)
  return zone
}

/** The zone a time is reckoned in; `home` for what names none. */
export const zoneOfWhen = (when: When, home: Zone): Zone => (when.form === 'zoned' ? zoneFor(when.zone) : home)

/** The clock a time shows; midnight for a date. */
export const wallOf = (when: When): Wall => (when.form === 'date' ? midnight(when.day) : when.wall)

/** The instant a time means; a date means its midnight, and what names no zone is read in `home`. */
export const instantOf = (when: When, home: Zone): Instant => zoneOfWhen(when, home).toInstant(wallOf(when))
