import type { Plan, PlanItem, Whereabouts } from './plan.ts'
import type { PlanTrip } from './segment.ts'
import { asInstant, dayMs, type Span } from './time.ts'
import { itemsOf } from './trips/segments.ts'

/** What a change touches beyond the items it names: the clocks of some days, and trips. */

/** Two clocks never differ by as much: so near to where they do a local day may be another. */
const clocksMs = 2 * dayMs

/** So far around itself a trip is asked about what is on. */
const tripMs = 3 * dayMs

const wider = ({ start, end }: Span, ms: number): Span => ({ start: asInstant(start - ms), end: asInstant(end + ms) })

export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

const isSame = (a: Whereabouts | undefined, b: Whereabouts | undefined): boolean =>
  a?.zone === b?.zone && a?.place === b?.place

/**
 * From before the first instant to after the last at which two plans have the executive at different places: what is on then is read
 * on other clocks. Null where there is none; `all` where they begin at different homes, which the assistant's clocks follow.
 */
export const clocksBetween = (before: Plan, after: Plan): Span | null | 'all' => {
  const [a, b] = [before.whereabouts, after.whereabouts]
  if (a === b) return null
  if (!isSame(a[0], b[0])) return 'all'
  const edges = [...new Set([...a.slice(1), ...b.slice(1)].map(({ from }) => from))].sort((x, y) => x - y)
  const at = (all: readonly Whereabouts[], edge: number) => all.findLast((one, n) => n === 0 || one.from <= edge)
  const differ = edges.map((edge) => !isSame(at(a, edge), at(b, edge)))
  const [first, last] = [differ.indexOf(true), differ.lastIndexOf(true)]
  if (first === -1) return null
  const until = edges[last + 1] ?? Number.MAX_SAFE_INTEGER - clocksMs
  return wider({ start: asInstant(edges[first] as number), end: asInstant(until) }, clocksMs)
}

/** Trips to be judged again, and the keys of them and their segments as they were and as they are. */
export type TouchedTrips = { readonly trips: readonly PlanTrip[]; readonly keys: ReadonlySet<string> }

const none: TouchedTrips = { trips: [], keys: new Set() }

/** From the first that is known of a trip to the last, and what rules about it may look at around. */
const around = ({ span, segments }: PlanTrip): Span => {
  let [start, end] = [span.start as number, span.end as number]
  for (const segment of segments) {
    const times = [segment.from.at, segment.to.at, segment.span?.start, segment.span?.end]
    for (const at of times) {
      if (at === null || at === undefined) continue
      start = Math.min(start, at)
      end = Math.max(end, at)
    }
  }
  return wider({ start: asInstant(start), end: asInstant(end) }, tripMs)
}

const namesIn = ({ segments }: PlanTrip): string[] =>
  segments.flatMap(({ item, dependsOn }) => (item === null ? dependsOn : [item, ...dependsOn]))

/** When things are on that stand on the calendar for a trip. */
const spansOf = (plan: Plan, key: string): Span[] =>
  (plan.trips ?? [])
    .filter((trip) => trip.key === key)
    .flatMap(({ segments }) => segments.flatMap(({ item }) => itemsOf(plan).get(item ?? '')?.span ?? []))

/** Trips that differ, those around which something else does, and those that name what does. */
export const touchedTrips = (
  before: Plan,
  after: Plan,
  items: readonly PlanItem[],
  clocks: Span | null,
): TouchedTrips => {
  const [was, is] = [before.trips ?? [], after.trips ?? []]
  if (was.length === 0 && is.length === 0) return none
  const old = new Map(was.map((trip) => [trip.key, trip]))
  const now = new Map(is.map((trip) => [trip.key, trip]))
  const keys = new Set(items.map(({ key }) => key))
  const touched = new Set<string>()
  const touch = (trip: PlanTrip): void => {
    touched.add(trip.key)
    for (const one of [old.get(trip.key), now.get(trip.key)]) {
      if (!one) continue
      keys.add(one.key)
      for (const { key } of one.segments) keys.add(key)
    }
  }
  const spans = items.map(({ span }) => span)
  for (const trip of [...was, ...is]) {
    if (touched.has(trip.key) || isUnchanged(old.get(trip.key), now.get(trip.key))) continue
    touch(trip)
    // What stands on the calendar for it may be read otherwise by the trips around.
    for (const plan of [before, after]) spans.push(...spansOf(plan, trip.key))
  }
  const isNear = (trip: PlanTrip): boolean => {
    const span = around(trip)
    return (clocks !== null && touches(span, clocks)) || spans.some((one) => touches(one, span))
  }
  for (const trip of [...was, ...is]) if (!touched.has(trip.key) && isNear(trip)) touch(trip)
  // What names a segment of a touched trip, or is named by one, may be told with it.
  for (let found = true; found; ) {
    found = false
    for (const trip of [...was, ...is]) {
      if (touched.has(trip.key) || !namesIn(trip).some((key) => keys.has(key))) continue
      touch(trip)
      found = true
    }
  }
  const own = new Set(
    [...was, ...is].flatMap((trip) =>
      touched.has(trip.key) ? [trip.key, ...trip.segments.map(({ key }) => key)] : [],
    ),
  )
  return { trips: is.filter(({ key }) => touched.has(key)), keys: own }
}

const isUnchanged = (a: PlanTrip | undefined, b: PlanTrip | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b))
