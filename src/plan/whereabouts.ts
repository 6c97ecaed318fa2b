import type { Plan, PlanItem, Whereabouts } from './plan.ts'
import { asDay, type Day, type Instant, midnight } from './time.ts'
import { utc, zoneOf } from './zone.ts'

/** A zone of a place, not a bare offset: an end written in UTC does not carry anybody anywhere. */
const isRegion = (zone: string | null): zone is string => zone?.includes('/') === true && !zone.startsWith('Etc/')

/** Whether an item carries its person from one zone to another: a flight, and not an end that a program wrote in UTC. */
export const travels = (item: Pick<PlanItem, 'zone' | 'endZone'>): boolean =>
  isRegion(item.zone) && isRegion(item.endZone) && item.zone !== item.endZone

/**
 * Where the executive is and whose clocks they read: at home until a journey arrives, then where it arrived.
 * The zone changes on arrival. Items by start; only what takes the executive's own time carries them.
 */
export const whereaboutsOf = (
  items: readonly PlanItem[],
  home: { readonly place: string | null; readonly zone: string },
  from: Instant,
): Whereabouts[] => {
  const journeys = items.filter((item) => item.busy && item.owner === 'executive' && travels(item))
  const arrivals = journeys.map(({ span, endZone }): Whereabouts => {
    const zone = endZone ?? home.zone
    return { from: span.end, zone, place: zone === home.zone ? home.place : null }
  })
  return [{ from, ...home }, ...arrivals.sort((a, b) => a.from - b.from)]
}

const isCarried = (item: PlanItem | undefined): item is PlanItem =>
  item?.busy === true && item.owner === 'executive' && travels(item)

/** Whereabouts after one thing took the place of another, or came, or went: whoever is carried by a journey arrives when it does. */
export const whereaboutsAfter = (
  whereabouts: readonly Whereabouts[],
  before: PlanItem | undefined,
  after: PlanItem | undefined,
): readonly Whereabouts[] => {
  const [first, ...arrivals] = whereabouts
  if (!first || !(isCarried(before) || isCarried(after))) return whereabouts
  const old = isCarried(before)
    ? arrivals.findIndex(({ from, zone }) => from === before.span.end && zone === before.endZone)
    : -1
  const others = arrivals.filter((_, n) => n !== old)
  if (!isCarried(after)) return [first, ...others]
  const zone = after.endZone ?? ''
  const known = whereabouts.find((one) => one.zone === zone && one.place !== null)
  const arrival = { from: after.span.end, zone, place: known?.place ?? null }
  return [first, ...[...others, arrival].sort((a, b) => a.from - b.from)]
}

/** Where the executive is at an instant; the first entry covers everything before it too. */
export const standingAt = ({ whereabouts }: Pick<Plan, 'whereabouts'>, at: Instant): Whereabouts | null =>
  whereabouts.findLast((w) => w.from <= at) ?? whereabouts[0] ?? null

/** The zones of a local day, in order: where the executive wakes, and wherever they arrive before it ends there. */
export const zonesOn = (plan: Pick<Plan, 'whereabouts'>, day: Day): readonly string[] => {
  const zones: string[] = []
  const [first] = plan.whereabouts
  for (const [i, { from, zone }] of plan.whereabouts.entries()) {
    const clock = zoneOf(zone) ?? utc
    const until = plan.whereabouts[i + 1]?.from ?? Number.POSITIVE_INFINITY
    const begins = clock.toInstant(midnight(day))
    const ends = clock.toInstant(midnight(asDay(day + 1)))
    const isThere = (plan.whereabouts[i] === first || from < ends) && until > begins
    if (isThere && zones.at(-1) !== zone) zones.push(zone)
  }
  return zones
}
