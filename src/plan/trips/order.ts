import type { PlanSegment, PlanTrip } from '../segment.ts'
import { hourMs, minuteMs, type Span } from '../time.ts'
import { mayBeSame } from './names.ts'
import { isSamePlace } from './places.ts'
import { carries, isHad, isRide, isTimetabled, live } from './segments.ts'

/** A segment whose times are known at both ends. */
export type Timed = PlanSegment & { readonly span: Span }

export const isTimed = (segment: PlanSegment): segment is Timed => segment.span !== null

const byStart = (a: Timed, b: Timed): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : 1)

/** What carries, with both times, by when it begins; a car that is had for days carries nobody all the while. */
export const carriers = (trip: PlanTrip): readonly Timed[] =>
  live(trip)
    .filter((one) => carries(one) && !isHad(one))
    .filter(isTimed)
    .sort(byStart)

/** Two bookings of one departure, for two travellers. */
const isTwin = (a: Timed, b: Timed): boolean =>
  a.kind === b.kind && a.number === b.number && a.span.start === b.span.start && a.span.end === b.span.end

/** One thing that leaves by a timetable after another that arrives; `near`: nothing else carries the traveller between. */
export type Change = { readonly first: Timed; readonly next: Timed; readonly near: boolean }

const longestChangeMs = 24 * hourMs

/** Changes of a trip: each departure and the one before it of the same traveller, and whatever it says it needs. */
export function* changesIn(trip: PlanTrip): Generator<Change> {
  const all = carriers(trip)
  const byKey = new Map(all.map((segment) => [segment.key, segment]))
  for (const [i, next] of all.entries()) {
    if (!isTimetabled(next)) continue
    const first = all.slice(0, i).findLast((other) => mayBeSame(other, next) && !isTwin(other, next))
    const isChange = first !== undefined && isTimetabled(first) && next.span.start - first.span.end < longestChangeMs
    if (isChange) yield { first, next, near: true }
    for (const key of next.dependsOn) {
      const needed = byKey.get(key)
      if (needed && isTimetabled(needed) && !(isChange && needed === first)) yield { first: needed, next, near: false }
    }
  }
}

/** A ride and the departure or arrival it is for. `to`: it takes its traveller there; `from`: it meets them there. */
export type Served = {
  readonly ride: PlanSegment
  readonly leg: Timed
  readonly way: 'to' | 'from'
  readonly said: boolean
}

/** A ride so far from any departure or arrival is for another one. */
const farthestMs = 36 * hourMs

const needs = (a: PlanSegment, b: PlanSegment): boolean => a.dependsOn.includes(b.key)

/** What a ride begins so long before may be a departure; what it begins earlier is something else that moved. */
const bringsMs = 12 * hourMs

/**
 * Which end of a leg a ride is for that somebody tied to it: the one whose place it shares, else the one at which it has an airport;
 * where no place says, it brings to what leaves within hours of it and meets anything else.
 */
const wayOf = (ride: PlanSegment, leg: Timed): 'to' | 'from' => {
  const [meets, brings] = [isSamePlace(ride.from, leg.to) === true, isSamePlace(ride.to, leg.from) === true]
  if (meets !== brings) return meets ? 'from' : 'to'
  if ((ride.from.airport === null) !== (ride.to.airport === null)) return ride.from.airport === null ? 'to' : 'from'
  const at = ride.from.at ?? ride.to.at
  if (at === null) return needs(leg, ride) ? 'to' : 'from'
  return at <= leg.span.start && leg.span.start - at <= bringsMs ? 'to' : 'from'
}

/** What each ride of a trip is for: what it is tied to, else the nearest departure from where it goes and arrival where it starts. */
export const servedIn = (trip: PlanTrip): readonly Served[] => {
  const legs = carriers(trip).filter(isTimetabled)
  return live(trip)
    .filter(isRide)
    .flatMap((ride) => {
      const tied = legs.filter((leg) => needs(ride, leg) || needs(leg, ride))
      const served: Served[] = tied.map((leg) => ({ ride, leg, way: wayOf(ride, leg), said: true }))
      for (const way of ['to', 'from'] as const) {
        const leg = served.some((one) => one.way === way) ? undefined : nearestLeg(ride, legs, way)
        if (leg && !tied.includes(leg)) served.push({ ride, leg, way, said: false })
      }
      return served
    })
}

/** Rides that are there before what they meet arrives, each with what it meets: they have to come later. */
export const leftBehind = (trip: PlanTrip): ReadonlyMap<string, string> =>
  new Map(
    servedIn(trip)
      .filter(({ ride, leg, way }) => way === 'from' && ride.from.at !== null && ride.from.at < leg.span.end)
      .map(({ ride, leg }) => [ride.key, leg.key] as const),
  )

const nearestLeg = (ride: PlanSegment, legs: readonly Timed[], way: 'to' | 'from'): Timed | undefined => {
  const at = way === 'to' ? (ride.to.at ?? ride.from.at) : ride.from.at
  if (at === null) return undefined
  const far = ({ span }: Timed) => Math.abs((way === 'to' ? span.start : span.end) - at)
  return legs
    .filter((leg) => (way === 'to' ? isSamePlace(ride.to, leg.from) : isSamePlace(ride.from, leg.to)) === true)
    .filter((leg) => mayBeSame(ride, leg) && far(leg) <= farthestMs)
    .reduce<Timed | undefined>((best, leg) => (best && far(best) <= far(leg) ? best : leg), undefined)
}

/** Whole minutes from one instant to another; what is too short by seconds is too short. */
export const minutesFrom = (from: number, to: number): number => Math.floor((to - from) / minuteMs)
