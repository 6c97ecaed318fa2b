import type { PlanDue } from './due.ts'
import type { PlanTrip } from './segment.ts'
import type { Day, Instant, Span, Wall } from './time.ts'

/** Who may know of an item: everyone at the desk's doors, the desk, or the executive and named people. */
export type Label = 'open' | 'desk' | 'private'

export type Answer = 'accepted' | 'declined' | 'tentative' | 'needs-action'

/** Someone invited; `address` is lower case without `mailto:`. */
export type Invitee = {
  readonly address: string
  readonly name: string | null
  readonly answer: Answer
  readonly required: boolean
}

/** A place as an item names it; `geo` is degrees north and east (RFC 5545 §3.8.1.6). */
export type PlaceRef = { readonly name: string; readonly geo: readonly [number, number] | null }

/**
 * One thing that is going to happen: an event, or one occurrence of a series.
 * `key` is UID and RECURRENCE-ID together and follows the item when it moves.
 */
export type PlanItem = {
  readonly key: string
  readonly uid: string
  /** The original local start of this occurrence, as written (`2026-03-02T09:00:00` or a date); null outside a series. */
  readonly recurrenceId: string | null
  readonly calendar: string
  readonly owner: 'executive' | 'assistant'
  /** For an all-day item: midnight to midnight where the executive is. */
  readonly span: Span
  /** The first day and the day after the last, of an all-day item. */
  readonly allDay: { readonly from: Day; readonly to: Day } | null
  /** IANA zone the start was written in; null for floating and all-day items. */
  readonly zone: string | null
  /** Differs from `zone` when the item itself travels. */
  readonly endZone: string | null
  readonly wallStart: Wall
  readonly wallEnd: Wall
  readonly title: string
  readonly kind: string
  /** False for transparent, cancelled and declined items, and on calendars that do not count as busy. */
  readonly busy: boolean
  readonly cancelled: boolean
  readonly place: PlaceRef | null
  readonly link: string | null
  /** Everybody else who is invited: whose calendar it is stands not among them. */
  readonly people: readonly Invitee[]
  readonly label: Label
  /** How often this meeting has been moved to another time. */
  readonly moves: number
  /** When the desk or the file first knew of it; null where nothing says. */
  readonly knownAt: Instant | null
}

/** From this instant on the executive is at `place` and reads clocks in `zone`. */
export type Whereabouts = { readonly from: Instant; readonly place: string | null; readonly zone: string }

/** Minutes from one place to another, by name, as somebody once said; both directions unless both are given. */
export type TravelMinutes = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What is going to happen in a span of time. A plain value: nothing in it looks anything up. */
export type Plan = {
  readonly window: Span
  /** The instant the plan is seen from; rules about notice need it. Null: rules about now stay silent. */
  readonly at: Instant | null
  /** By start, then end, then key. */
  readonly items: readonly PlanItem[]
  /** By `from`; the first covers everything before it too. */
  readonly whereabouts: readonly Whereabouts[]
  readonly travelMinutes: TravelMinutes
  /** What is due in it, and what is late; by when it is due, then by key. Absent: nothing is said of it. */
  readonly dues?: readonly PlanDue[]
  /** Trips that touch it, by when they begin. Absent: nothing is said of them. */
  readonly trips?: readonly PlanTrip[]
}
