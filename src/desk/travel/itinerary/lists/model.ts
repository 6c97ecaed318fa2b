import { type SegmentKind, segmentKinds } from '../../../../plan/segment.ts'

/** Whom an itinerary is for: each is told what they need, and nothing beside it. */
export const readers = ['traveller', 'driver', 'host', 'family', 'office'] as const
export type Reader = (typeof readers)[number]
/** How much of it they are shown. `nothing`: that there is an itinerary, and no word of it. */
export const amounts = ['full', 'dates', 'nothing'] as const
export type Amount = (typeof amounts)[number]

/** What may be said of a segment besides when it is. */
export const said = [
  'title',
  'number',
  'provider',
  'place',
  'terminal',
  'address',
  'pickUp',
  'driver',
  'phone',
  'confirmation',
  'seat',
  'cabin',
  'name',
  'people',
  'checkInBy',
  'cancelBy',
  'fare',
  'fallback',
] as const
export type Said = (typeof said)[number]

type Lists = { readonly [kind in SegmentKind]?: readonly Said[] }
const each = (kinds: readonly SegmentKind[], fields: readonly Said[]): Lists =>
  Object.fromEntries(kinds.map((kind) => [kind, fields]))

export const byTimetable = ['flight', 'train', 'bus', 'ferry'] as const

/**
 * What each reader is told of a segment of each kind. A kind that is not in a list is not in that version at all. Costs, notes, what
 * was asked, who was asked and who checked are in none.
 */
export const lists: { readonly [reader in Reader]: Lists } = {
  traveller: each(segmentKinds, said),
  driver: each(['ride'], ['place', 'terminal', 'address', 'pickUp']),
  host: each(['stay', 'meal', 'meeting', 'free'], ['place', 'address']),
  family: {
    ...each(byTimetable, ['number', 'place', 'terminal']),
    stay: ['place', 'address', 'phone'],
  },
  office: {
    ...each(byTimetable, ['number', 'provider', 'place', 'terminal']),
    ...each(['meal', 'meeting'], ['title', 'place', 'address']),
    ...each(['ride', 'car'], ['place']),
    stay: ['place', 'address', 'phone'],
  },
}

/** Who is told of nothing but what was chosen for them. */
export const chosenOnly: ReadonlySet<Reader> = new Set(['driver', 'host'])

/** Whether one amount shows more than another. */
export const isMore = (now: Amount, before: Amount): boolean => amounts.indexOf(now) < amounts.indexOf(before)
