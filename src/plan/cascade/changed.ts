import { inOrder } from '../local.ts'
import type { Plan, PlanItem, Whereabouts } from '../plan.ts'
import type { PlanSegment, PlanTrip, SegmentEnd } from '../segment.ts'
import { asInstant, dayOf, type Span } from '../time.ts'
import { clocksBetween, touches } from '../touched.ts'
import { placeWords } from '../trips/places.ts'
import { carries, itemsOf, segmentsOf, zoneAtEnd } from '../trips/segments.ts'
import { whereaboutsAfter } from '../whereabouts.ts'
import { utc, type Zone, zoneOf } from '../zone.ts'

type Parts = Omit<PlanSegment, 'key' | 'trip' | 'span' | 'from' | 'to'>

/** What becomes of a segment; what is not in it stays as it is. A time is given as an instant, or on the clock of its end. */
export type SegmentChange = Partial<Parts> & {
  readonly from?: Partial<SegmentEnd>
  readonly to?: Partial<SegmentEnd>
}

/**
 * A plan as it would be with a segment changed: its trip, its item on the calendar and where the executive is all follow, and with
 * them whole days and floating times, which are where the executive is. The same plan where it has no such segment.
 */
export const changedPlan = (plan: Plan, key: string, change: SegmentChange): Plan => {
  const segment = segmentsOf(plan).get(key)
  if (!segment) return plan
  const before = segment.item === null ? undefined : itemsOf(plan).get(segment.item)
  const next = segmentWith(segment, change)
  const after = itemFor(segment, next, before)
  const trips = (plan.trips ?? []).map((trip) => tripWith(trip, { ...next, item: after?.key ?? null }))
  if (before === after) return { ...plan, trips }
  const whereabouts = whereaboutsAfter(plan.whereabouts, before, after)
  const items = plan.items.filter((item) => item !== before)
  if (after) insert(items, after)
  return replaced(plan, { ...plan, items, whereabouts, trips })
}

const segmentWith = (segment: PlanSegment, change: SegmentChange): PlanSegment => {
  const [from, to] = [endWith(segment.from, change.from), endWith(segment.to, change.to)]
  const span = from.at !== null && to.at !== null && from.at <= to.at ? { start: from.at, end: to.at } : null
  return { ...segment, ...change, from, to, span }
}

/** An end changed: a new instant is read on its clock, a new clock or zone gives its instant, a date without a clock none. */
const endWith = (end: SegmentEnd, change: Partial<SegmentEnd> | undefined): SegmentEnd => {
  if (!change) return end
  const given = { ...end, ...change }
  const zone = zoneAtEnd(given)
  if (change.at !== undefined && change.at !== null) {
    const wall = zone === null ? null : zone.toWall(change.at)
    return { ...given, wall, day: wall === null ? null : dayOf(wall) }
  }
  if (change.wall === undefined && change.day === undefined && change.zone === undefined) return given
  const wall = change.wall === undefined && change.day !== undefined ? null : given.wall
  return {
    ...given,
    wall,
    day: wall === null ? given.day : dayOf(wall),
    at: wall === null || zone === null ? null : zone.toInstant(wall),
  }
}

/** What stands for a segment on the calendar: what stood there, at its new times and places; nothing for what will not happen. */
const itemFor = (was: PlanSegment, is: PlanSegment, before: PlanItem | undefined): PlanItem | undefined => {
  if (is.status === 'cancelled' || is.span === null) return undefined
  if (!before) return was.span === null || was.status === 'cancelled' ? newItem(is, is.span) : undefined
  const moved = was.span?.start !== is.span.start || was.span.end !== is.span.end
  const elsewhere = placeWords(was.from) !== placeWords(is.from)
  const otherZone = was.from.zone !== is.from.zone || was.to.zone !== is.to.zone
  if (!moved && !elsewhere && !otherZone && was.title === is.title) return before
  const place = elsewhere ? placeFor(is) : before.place
  return { ...before, ...timesFor(is, is.span, before), title: is.title, place }
}

const placeFor = ({ from }: PlanSegment): PlanItem['place'] => {
  const name = placeWords(from)
  return name === null ? null : { name, geo: null }
}

const timesFor = ({ from, to }: PlanSegment, span: Span, before?: PlanItem) => {
  const [zone, endZone] = [from.zone ?? before?.zone ?? null, to.zone ?? before?.endZone ?? null]
  const clock = (name: string | null): Zone => zoneOf(name ?? '') ?? utc
  return {
    span,
    zone,
    endZone,
    wallStart: clock(zone).toWall(span.start),
    wallEnd: clock(endZone ?? zone).toWall(span.end),
  }
}

/** A stay is where one sleeps: it takes no time. */
const newItem = (segment: PlanSegment, span: Span): PlanItem | undefined =>
  segment.kind === 'stay'
    ? undefined
    : {
        key: segment.key,
        uid: segment.key,
        recurrenceId: null,
        calendar: '',
        owner: 'executive',
        allDay: null,
        title: segment.title,
        kind: carries(segment) ? 'travel' : 'external',
        busy: true,
        cancelled: false,
        place: placeFor(segment),
        link: null,
        people: [],
        label: segment.label,
        moves: 0,
        knownAt: null,
        ...timesFor(segment, span),
      }

const begins = ({ from, span }: PlanSegment): number => span?.start ?? from.at ?? Number.POSITIVE_INFINITY

/** Those without a time come last. */
const byBegin = (a: PlanSegment, b: PlanSegment): number => {
  const [one, other] = [begins(a), begins(b)]
  return one === other ? (a.key < b.key ? -1 : 1) : one - other
}

const tripWith = (trip: PlanTrip, segment: PlanSegment): PlanTrip => {
  if (!trip.segments.some(({ key }) => key === segment.key)) return trip
  const segments = trip.segments.map((one) => (one.key === segment.key ? segment : one))
  return { ...trip, segments: segments.sort(byBegin) }
}

const insert = (items: PlanItem[], item: PlanItem): void => {
  const place = items.findIndex((other) => inOrder(item, other) < 0)
  items.splice(place === -1 ? items.length : place, 0, item)
}

/** Whole days and floating times are read where the executive is then. */
const replaced = (before: Plan, after: Plan): Plan => {
  const clocks = clocksBetween(before, after)
  if (clocks === null || clocks === 'all') return after
  let isMoved = false
  const items = after.items.map((item) => {
    if (item.zone !== null || item.owner !== 'executive' || !touches(item.span, clocks)) return item
    const span = floating(item, after.whereabouts)
    if (span.start === item.span.start && span.end === item.span.end) return item
    isMoved = true
    return { ...item, span }
  })
  return isMoved ? { ...after, items: items.sort(inOrder) } : after
}

const floating = (item: PlanItem, whereabouts: readonly Whereabouts[]): Span => {
  const home = zoneOf(whereabouts[0]?.zone ?? 'UTC') ?? utc
  const at = (wall: PlanItem['wallStart']) => {
    const guess = home.toInstant(wall)
    const there = whereabouts.findLast(({ from }) => from <= guess) ?? whereabouts[0]
    return (zoneOf(there?.zone ?? '') ?? home).toInstant(wall)
  }
  const [start, end] = [at(item.wallStart), at(item.wallEnd)]
  return end < start ? item.span : { start: asInstant(start), end: asInstant(end) }
}
