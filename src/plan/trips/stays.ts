import type { Whereabouts } from '../plan.ts'
import type { PlanSegment, PlanTrip, SegmentEnd } from '../segment.ts'
import { asInstant, asWall, hourMs, type Instant, midnight } from '../time.ts'
import { zoneOf } from '../zone.ts'
import { stays } from './nights.ts'

/** Where nobody said when a night begins or ends: after lunch, and before it. */
const [comes, leaves] = [15 * hourMs, 11 * hourMs]

type Night = { readonly start: Instant; readonly end: Instant; readonly zone: string; readonly place: string }

const atOf = ({ at, day }: SegmentEnd, zone: string, hours: number): Instant | null => {
  if (at !== null) return at
  const clock = zoneOf(zone)
  return day === null || !clock ? null : clock.toInstant(asWall(midnight(day) + hours))
}

const nightOf = (stay: PlanSegment): Night | null => {
  const zone = stay.from.zone ?? stay.to.zone
  const place = stay.from.place ?? stay.to.place ?? stay.provider
  if (zone === null || place === null) return null
  const [start, end] = [atOf(stay.from, zone, comes), atOf(stay.to, zone, leaves)]
  return start === null || end === null || end <= start ? null : { start, end, zone, place }
}

/**
 * Where the executive is, with the house they sleep in: from when they are there and its night has begun until they leave it. Only
 * in the zone they are in: a booking somewhere else moves nobody.
 */
export const withStays = (whereabouts: readonly Whereabouts[], trips: readonly PlanTrip[]): readonly Whereabouts[] => {
  const own = trips.filter(({ travellers }) => travellers.length === 0 || travellers.some(({ executive }) => executive))
  const nights = own.flatMap((trip) => stays(trip).flatMap((stay) => nightOf(stay) ?? []))
  if (nights.length === 0) return whereabouts
  return whereabouts.flatMap((one, i) => {
    const until = whereabouts[i + 1]?.from ?? Number.POSITIVE_INFINITY
    const here = nights
      .filter(({ zone, start, end }) => zone === one.zone && start < until && end > one.from)
      .sort((a, b) => a.start - b.start)
    return here.length === 0 ? [one] : stretched(one, here, until)
  })
}

/** One stretch of time in one zone, night by night. Days between two nights are spent where the stretch says. */
function stretched(one: Whereabouts, nights: readonly Night[], until: number): Whereabouts[] {
  const found: Whereabouts[] = []
  const say = (from: number, place: string | null) => {
    if (from >= until) return
    if (found.at(-1)?.from === from) found.pop()
    if (found.at(-1)?.place !== place || found.length === 0) found.push({ ...one, from: asInstant(from), place })
  }
  say(one.from, one.place)
  for (const { start, end, place } of nights) {
    say(Math.max(start, one.from), place)
    say(end, one.place)
  }
  return found
}
