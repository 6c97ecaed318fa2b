import { localOf, type Timed } from './local.ts'
import type { PlaceRef, Plan, PlanItem, TravelMinutes } from './plan.ts'
import { travels } from './whereabouts.ts'

/** Faster than any airliner from door to door: a bound that nobody beats. */
const kilometresAnHour = 900
const earthRadiusKm = 6371

/** The same name however it was typed. */
const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

const names = new WeakMap<PlaceRef, string>()

/** A place's plain name; made once for each, because every rule about ways asks again. */
function plainName(place: PlaceRef): string {
  const before = names.get(place)
  if (before !== undefined) return before
  const name = plain(place.name)
  names.set(place, name)
  return name
}

const tables = new WeakMap<TravelMinutes, Map<string, Map<string, number>>>()

/** Minutes by plain names; made once for a table, which a plan asks thousands of times. */
function tableOf(minutes: TravelMinutes): Map<string, Map<string, number>> {
  const before = tables.get(minutes)
  if (before) return before
  const table = new Map<string, Map<string, number>>()
  for (const [from, ways] of Object.entries(minutes)) {
    const row = table.get(plain(from)) ?? new Map<string, number>()
    for (const [to, number] of Object.entries(ways)) row.set(plain(to), number)
    table.set(plain(from), row)
  }
  tables.set(minutes, table)
  return table
}

/** The great circle, by the haversine formula. */
function kilometres([aNorth, aEast]: readonly [number, number], [bNorth, bEast]: readonly [number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const north = Math.sin(radians(bNorth - aNorth) / 2) ** 2
  const east = Math.sin(radians(bEast - aEast) / 2) ** 2
  const h = north + Math.cos(radians(aNorth)) * Math.cos(radians(bNorth)) * east
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** How long the way takes, and how that is known: somebody said so, or nobody could be faster. */
export type Way = { readonly minutes: number; readonly known: 'said' | 'bound' }

/**
 * The way from one place to another: minutes somebody said (in both directions unless both are given), else, where both
 * have coordinates, the straight line at 900 km/h. Null where nothing is known.
 */
export function wayBetween(from: PlaceRef, to: PlaceRef, minutes: TravelMinutes): Way | null {
  const [a, b] = [plainName(from), plainName(to)]
  if (a === b) return { minutes: 0, known: 'said' }
  const table = tableOf(minutes)
  const said = table.get(a)?.get(b) ?? table.get(b)?.get(a)
  if (said !== undefined) return { minutes: said, known: 'said' }
  if (!from.geo || !to.geo) return null
  return { minutes: (kilometres(from.geo, to.geo) / kilometresAnHour) * 60, known: 'bound' }
}

/** Half around the earth: no straight line is longer. */
const longestBound = ((Math.PI * earthRadiusKm) / kilometresAnHour) * 60

const longest = new WeakMap<TravelMinutes, number>()
const longestSaid = (minutes: TravelMinutes): number => {
  const before = longest.get(minutes)
  if (before !== undefined) return before
  const said = Object.values(minutes).flatMap((row) => Object.values(row))
  const most = said.reduce((most, each) => Math.max(most, each), 0)
  longest.set(minutes, most)
  return most
}

/** Minutes that no way in this plan is longer than. */
export const longestWay = (plan: Plan): number =>
  Math.max(longestSaid(plan.travelMinutes), localOf(plan).hasGeo ? longestBound : 0)

type Placed = PlanItem & { readonly place: PlaceRef }
/** One thing and the next one with a place: nothing that has a place lies wholly between them. */
export type Leg = { readonly from: Placed; readonly to: Placed }

/** Many things at once before many things at once: a hostile calendar, not a day. */
const mostLegs = 50_000

const isPlaced = (item: PlanItem): item is Placed => item.place !== null

/** A journey ends elsewhere than where it began. */
const isJourney = (item: PlanItem): boolean => item.kind === 'travel' || travels(item)

/** Of two things without length at the same instant one comes first, not each before the other. */
const precedes = (a: Placed, b: Placed): boolean =>
  a.span.start < b.span.start || (a.span.start === b.span.start && a.key < b.key)

/** Every way the plan asks of the executive. */
export const legs = (plan: Plan): readonly Leg[] => legsOf(localOf(plan).busy)

const made = new WeakMap<readonly Timed[], readonly Leg[]>()

/**
 * The ways between things, which come by start. The place of a journey is where it begins, so a way leads to it and none
 * starts from it. Two things at once that both come before a third each ask for a way to it.
 */
export const legsOf = (busy: readonly Timed[]): readonly Leg[] => {
  const before = made.get(busy)
  if (before) return before
  const found = findLegs(busy)
  made.set(busy, found)
  return found
}

const findLegs = (busy: readonly Timed[]): Leg[] => {
  const found: Leg[] = []
  const byStart: Placed[] = []
  for (const { item } of busy) if (isPlaced(item)) byStart.push(item)
  const byEnd = [...byStart].sort((a, b) => a.span.end - b.span.end)
  let ended = 0
  for (const to of byStart) {
    while (ended < byEnd.length && (byEnd[ended] as Placed).span.end <= to.span.start) ended++
    let latestStart = Number.NEGATIVE_INFINITY
    for (let i = ended - 1; i >= 0; i--) {
      const from = byEnd[i] as Placed
      if (from.span.end <= latestStart || found.length >= mostLegs) break
      latestStart = Math.max(latestStart, from.span.start)
      if (precedes(from, to) && !isJourney(from)) found.push({ from, to })
    }
  }
  return found
}
