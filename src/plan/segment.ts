import type { Label } from './plan.ts'
import type { Day, Instant, Span, Wall } from './time.ts'

export const segmentKinds = [
  'flight',
  'train',
  'bus',
  'ferry',
  'car',
  'ride',
  'stay',
  'meal',
  'meeting',
  'free',
] as const
export type SegmentKind = (typeof segmentKinds)[number]

/** Kinds that carry their traveller from one place to another. */
export const carrying: ReadonlySet<SegmentKind> = new Set(['flight', 'train', 'bus', 'ferry', 'car', 'ride'])

/**
 * How far it has come. `intended`: the desk's own wish, nobody outside knows of it. `requested`: asked for, not answered. `booked`:
 * somebody outside holds it. `confirmed`: a confirmation, or a person who says who said so, matches what was asked. `changed`:
 * what arrived is not what was asked. `cancelled`: it will not happen.
 */
export const segmentStates = ['intended', 'requested', 'booked', 'confirmed', 'changed', 'cancelled'] as const
export type SegmentState = (typeof segmentStates)[number]

/** Where and when a segment begins or ends. What nobody has said is null, and stays null. */
export type SegmentEnd = {
  readonly place: string | null
  /** IATA code. */
  readonly airport: string | null
  /** What the booking says; null: unknown. */
  readonly terminal: string | null
  /** IANA. */
  readonly zone: string | null
  readonly day: Day | null
  readonly wall: Wall | null
  /** Null where the time, the date or the zone is unknown. */
  readonly at: Instant | null
}

/** What was asked of whoever booked it; null where nothing was. `words` is how it was said. */
export type SegmentAsked = {
  readonly words: string
  readonly on: Day | null
  /** A place or an airport's code. */
  readonly from: string | null
  readonly to: string | null
  /** Minutes since midnight on the clocks at each end. */
  readonly departAfter: number | null
  readonly arriveBy: number | null
  readonly cabin: string | null
  /** A seat by its number, or where it is: "3A", "aisle". Absent: none was asked for. */
  readonly seat?: string | null
  /** The traveller, as in the passport. */
  readonly name: string | null
}

/** Asked of somebody outside and not answered: what was wanted, of whom, and since when. */
export type SegmentWaiting = {
  readonly words: string
  readonly of: string
  readonly since: Instant
}

/** What a booking's terms say; null: nobody has said. */
export type SegmentFare = {
  readonly changeable: boolean | null
  readonly changeableUntil: Instant | null
  readonly refundable: boolean | null
  readonly refundableUntil: Instant | null
}

/** One part of a trip. `key` is `segment:` and its id. */
export type PlanSegment = {
  readonly key: string
  readonly trip: string
  readonly kind: SegmentKind
  readonly status: SegmentState
  /** "XQ 345 LCY → ZRH" */
  readonly title: string
  readonly label: Label
  readonly provider: string | null
  readonly number: string | null
  readonly confirmation: string | null
  readonly from: SegmentEnd
  readonly to: SegmentEnd
  /** From its begin to its end; null where either is unknown. */
  readonly span: Span | null
  /** The plan's item that stands for it on the calendar; null: none does. */
  readonly item: string | null
  readonly checkInBy: Instant | null
  readonly cancelBy: Instant | null
  readonly seat: string | null
  readonly cabin: string | null
  /** The traveller as the booking names them. */
  readonly name: string | null
  readonly fare: SegmentFare
  readonly asked: SegmentAsked | null
  readonly waiting: SegmentWaiting | null
  readonly checkedAt: Instant | null
  /** When what it says last changed. Absent: nobody knows. */
  readonly changedAt?: Instant | null
  /** Keys of the segments and of the plan's items without which it makes no sense. */
  readonly dependsOn: readonly string[]
  /** Minutes that are needed between what comes before and this, as somebody said. */
  readonly minimumConnection: number | null
  readonly fallback: string | null
  readonly driver: string | null
  readonly pickUp: string | null
  /** Who else is expected, by address where known. */
  readonly people: readonly { readonly name: string | null; readonly address: string | null }[]
}

export const paperKinds = [
  'passport',
  'identity card',
  'visa',
  'residence permit',
  'driving licence',
  'vaccination',
] as const

/** A document of a traveller. Its number is in no plan. `country` is who gave it, or for a visa where it is good (ISO 3166). */
export type PlanPaper = {
  readonly kind: (typeof paperKinds)[number]
  readonly country: string | null
  readonly until: Day | null
}

export type PlanTraveller = {
  readonly name: string
  readonly executive: boolean
  readonly passportName: string | null
  /** Null: nobody has said which there are. */
  readonly papers: readonly PlanPaper[] | null
}

/** Something about a trip that is still open. `key` is `point:` and its id. */
export type PlanPoint = {
  readonly key: string
  readonly words: string
  /** Who sees to it, by name; null: nobody. */
  readonly owner: string | null
  readonly dueAt: Instant | null
}

/** A country a trip goes to, and whether somebody has looked if a visa is needed. */
export type PlanEntry = { readonly country: string; readonly visa: 'unknown' | 'not needed' | 'needed' | 'held' }

/** A trip with its parts, by when they begin; those without a time come last. `key` is `trip:` and its id. */
export type PlanTrip = {
  readonly key: string
  readonly title: string
  readonly label: Label
  /** Members who may read it though it is private. Absent: none. */
  readonly readers?: readonly string[]
  /** Midnight of its first day to the midnight after its last, where the executive lives. */
  readonly span: Span
  readonly first: Day
  readonly last: Day
  readonly travellers: readonly PlanTraveller[]
  readonly entries: readonly PlanEntry[]
  readonly segments: readonly PlanSegment[]
  /** Those that are not settled. */
  readonly points: readonly PlanPoint[]
  /** The last way home of the last evening, as somebody said; null: unknown. */
  readonly lastWayHome: string | null
}
