import type { Label } from '../../../plan/plan.ts'
import { carrying, type SegmentKind, type SegmentState } from '../../../plan/segment.ts'
import type { Span } from '../../../plan/time.ts'
import { atOf, dayOfEnd, type End } from '../ends/model.ts'
import type { SegmentDraft, Wanted } from '../model.ts'

type Asked = { readonly words: string; readonly of: string; readonly since: string; readonly wanted: Wanted }
type By = { readonly who: string; readonly at: string }

/** Everything a segment says beside what finds it. */
export type SegmentTerms = Omit<SegmentDraft, 'kind' | 'status' | 'eventId' | 'from' | 'to'> & {
  readonly from: End
  readonly to: End
  /** Asked of somebody outside and not answered. */
  readonly waiting: Asked | null
  readonly confirmedBy: (By & { readonly reference: string | null }) | null
  /** Who held it against what was asked. */
  readonly checkedBy: By | null
  /** Ids of confirmations it was read from, newest last. */
  readonly sources: readonly string[]
  /** What happened to it without anybody outside saying so: "its event was moved on the calendar". */
  readonly remark: string | null
  /** When what it says last changed. */
  readonly changedAt: string
}

export type Segment = {
  readonly id: string
  readonly version: number
  readonly tripId: string
  readonly kind: SegmentKind
  readonly status: SegmentState
  /** The event that stands for it; null: none does. */
  readonly eventId: string | null
  /** The desk made that event for it. */
  readonly isKept: boolean
  readonly terms: SegmentTerms
  readonly label: Label
  readonly readers: readonly string[]
}

export const nothingHeard = { waiting: null, confirmedBy: null, checkedBy: null, sources: [], remark: null } as const

const kindNames: Record<SegmentKind, string> = {
  flight: 'Flight',
  train: 'Train',
  bus: 'Bus',
  ferry: 'Ferry',
  car: 'Hire car',
  ride: 'Ride',
  stay: 'Stay',
  meal: 'Meal',
  meeting: 'Meeting',
  free: 'Free',
}

const nameOfEnd = ({ airport, place }: End): string | null => airport ?? place

/** What it is called everywhere: "XQ 345 LCY → ZRH". */
export function titleOf({ kind, terms }: Pick<Segment, 'kind' | 'terms'>): string {
  if (terms.title !== null) return terms.title
  const [from, to] = [nameOfEnd(terms.from), nameOfEnd(terms.to)]
  if (!carrying.has(kind))
    return [kindNames[kind], terms.provider ?? from ?? to].filter((one) => one !== null).join(', ')
  const way = from === null && to === null ? null : `${from ?? '?'} → ${to ?? '?'}`
  return [terms.number ?? (terms.provider === null ? kindNames[kind] : terms.provider), way]
    .filter((one) => one !== null)
    .join(' ')
}

/** From its begin to its end; null where either is unknown. */
export const spanOfSegment = ({ terms }: Pick<Segment, 'terms'>): Span | null => {
  const [start, end] = [atOf(terms.from), atOf(terms.to)]
  return start === null || end === null ? null : { start, end }
}

/** By when they begin; those without a time come last, by the dates they have, then as they were made. */
export const byBegin = (a: Segment, b: Segment): number => {
  const at = ({ terms }: Segment) => atOf(terms.from) ?? atOf(terms.to) ?? Number.POSITIVE_INFINITY
  const day = ({ terms }: Segment) => dayOfEnd(terms.from) ?? dayOfEnd(terms.to) ?? Number.POSITIVE_INFINITY
  const [first, second] = [at(a), at(b)]
  if (first !== second) return first - second
  const [one, other] = [day(a), day(b)]
  return one !== other ? one - other : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The desk changes it itself: nobody outside knows of it. */
export const isOwn = ({ status, terms }: Pick<Segment, 'status' | 'terms'>): boolean =>
  status === 'intended' &&
  terms.confirmation === null &&
  terms.waiting === null &&
  !terms.people.some(({ address }) => address !== null)

const endFacts = ({ place, airport, terminal, local, zone, offset }: End) => [
  place,
  airport,
  terminal,
  local,
  zone,
  offset,
]
const facts = ({ kind, terms }: Segment) =>
  JSON.stringify([
    kind,
    terms.provider,
    terms.number,
    terms.confirmation,
    terms.name,
    terms.cabin,
    endFacts(terms.from),
    endFacts(terms.to),
  ])

/** A segment after a change, with when it last began to say what it says. */
export const dated = (before: Segment, after: Segment, at: string): Segment =>
  saysOtherwise(before, after) ? { ...after, terms: { ...after.terms, changedAt: at } } : after

/** What was held against what was asked says something else now. */
export const saysOtherwise = (before: Segment, after: Segment): boolean => facts(before) !== facts(after)

/**
 * What a change by hand makes of what others said of it. A confirmation is of what was confirmed: other times, places or
 * names make it `changed`, and whoever held it against what was asked has to again.
 */
export function afterEdit(before: Segment, after: Segment, given: SegmentState | undefined): Segment {
  if (!saysOtherwise(before, after)) return { ...after, status: given ?? before.status }
  const { confirmedBy, waiting } = before.terms
  const status = given ?? (before.status === 'confirmed' ? 'changed' : before.status)
  const terms = {
    ...after.terms,
    checkedBy: null,
    confirmedBy: status === 'confirmed' ? confirmedBy : null,
    waiting: status === 'intended' ? null : waiting,
    remark: null,
  }
  return { ...after, status, terms }
}

/** Somebody outside was asked: what they held they hold still, and nothing outside has changed by it. */
export const afterAsking = (segment: Segment, waiting: Asked): Segment => ({
  ...segment,
  status: segment.status === 'intended' ? 'requested' : segment.status,
  terms: { ...segment.terms, waiting },
})

/** A person says that it is so, who said it, and when: what was asked for is what it is. `ends` are as they then stand. */
export const afterConfirming = (
  segment: Segment,
  ends: { readonly from: End; readonly to: End },
  by: NonNullable<SegmentTerms['confirmedBy']>,
): Segment => ({
  ...segment,
  status: 'confirmed',
  terms: { ...segment.terms, ...ends, waiting: null, confirmedBy: by, remark: null },
})

/**
 * A confirmation says it: what it holds now, from which confirmation, and who confirmed what was wanted. `apart`: in words,
 * what of it is not what was meant.
 */
export const afterReading = (
  segment: Segment,
  status: SegmentState,
  source: string,
  by: NonNullable<SegmentTerms['confirmedBy']>,
  apart: readonly string[] = [],
): Segment => ({
  ...segment,
  status,
  terms: {
    ...segment.terms,
    sources: [...segment.terms.sources, source],
    waiting: status === 'confirmed' || status === 'cancelled' ? null : segment.terms.waiting,
    confirmedBy: status === 'confirmed' ? by : null,
    remark: status === 'changed' ? apart.join(', ') || 'what arrived is not what was meant' : null,
  },
})

export const afterCancelling = (segment: Segment): Segment => ({
  ...segment,
  status: 'cancelled',
  terms: { ...segment.terms, waiting: null },
})

/** Whoever held it was asked to call it off, and says that it is. */
export const afterCallingOffOutside = (segment: Segment, by: NonNullable<SegmentTerms['confirmedBy']>): Segment => ({
  ...afterCancelling(segment),
  terms: { ...segment.terms, waiting: null, confirmedBy: by, remark: null },
})

/**
 * Its event went to other times without anybody outside being asked. What the desk owns simply follows; what somebody outside
 * holds is no longer what was asked, and says so.
 */
export const afterMoving = (segment: Segment, ends: { readonly from: End; readonly to: End }): Segment => ({
  ...segment,
  status: isOwn(segment) ? segment.status : 'changed',
  terms: {
    ...segment.terms,
    ...ends,
    checkedBy: null,
    remark: isOwn(segment) ? segment.terms.remark : 'its event was moved on the calendar',
  },
})

/** Its event was called off on the calendar. */
export const afterCallingOff = (segment: Segment): Segment =>
  isOwn(segment)
    ? afterCancelling(segment)
    : {
        ...segment,
        status: 'changed',
        terms: { ...segment.terms, checkedBy: null, remark: 'its event was called off on the calendar' },
      }

/** A wish as it would be with what is wanted of its times. */
export const endsWanted = (
  { terms: { from, to } }: Pick<Segment, 'terms'>,
  { starts, startZone, ends, endZone }: Wanted,
): { readonly from: End; readonly to: End } => ({
  from: starts === null ? from : timedAt(from, starts, startZone),
  to: ends === null ? to : timedAt(to, ends, endZone),
})

const timedAt = (end: End, local: string, zone: string | null): End => ({
  ...end,
  local,
  offset: null,
  ...(zone === null || zone === end.zone ? {} : { zone, zoneFrom: 'hand' }),
})
