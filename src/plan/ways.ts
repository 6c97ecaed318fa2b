import type { PlaceRef, Plan, PlanItem, TravelMinutes } from './plan.ts'

/** Faster than any airliner from door to door: a bound that nobody beats. */
const kilometresAnHour = 900
const earthRadiusKm = 6371

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

export const samePlace = (a: PlaceRef, b: PlaceRef): boolean => plain(a.name) === plain(b.name)

function said(minutes: TravelMinutes, from: string, to: string): number | null {
  for (const [name, ways] of Object.entries(minutes))
    if (plain(name) === plain(from))
      for (const [other, number] of Object.entries(ways)) if (plain(other) === plain(to)) return number
  return null
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
  if (samePlace(from, to)) return { minutes: 0, known: 'said' }
  const known = said(minutes, from.name, to.name) ?? said(minutes, to.name, from.name)
  if (known !== null) return { minutes: known, known: 'said' }
  if (!from.geo || !to.geo) return null
  return { minutes: (kilometres(from.geo, to.geo) / kilometresAnHour) * 60, known: 'bound' }
}

export type Leg = { readonly from: PlanItem & { place: PlaceRef }; readonly to: PlanItem & { place: PlaceRef } }

const isPlaced = (item: PlanItem): item is PlanItem & { place: PlaceRef } =>
  item.busy && item.allDay === null && item.place !== null

/** Each timed busy item with a place, and the one before it from which its person has to come. */
export function* legs({ items }: Plan): Generator<Leg> {
  const placed = items.filter(isPlaced)
  const byEnd = [...placed].sort((a, b) => a.span.end - b.span.end)
  let before: (typeof placed)[number] | null = null
  let next = 0
  for (const to of placed) {
    for (let ended = byEnd[next]; ended && ended.span.end <= to.span.start && ended !== to; ended = byEnd[++next])
      before = ended
    if (before) yield { from: before, to }
  }
}
