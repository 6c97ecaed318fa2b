import { judge } from '../judge.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { PlanPoint, PlanSegment, PlanTraveller, PlanTrip, SegmentEnd, SegmentKind } from '../segment.ts'
import { instant, planOf, ruleOf, thing } from '../testing.ts'
import { dayFromText, wallFromText } from '../text.ts'
import { asInstant, dayMs, dayOf, type Instant } from '../time.ts'
import { zoneOf } from '../zone.ts'
import { carries } from './segments.ts'

/** Trips for tests, written as an assistant would say them. */

export const zones: Readonly<Record<string, string>> = {
  LCY: 'Europe/London',
  LHR: 'Europe/London',
  ZRH: 'Europe/Zurich',
  CDG: 'Europe/Paris',
  JFK: 'America/New_York',
  HND: 'Asia/Tokyo',
  HNL: 'Pacific/Honolulu',
}

const zoneFor = (place: string | null): string | null => (place === null ? null : (zones[place] ?? 'Europe/London'))

export const day = (text: string) => dayFromText(text) ?? (0 as never)

/**
 * An end: `end('LHR/5', '2026-11-24 17:55')` is terminal 5 of an airport, a name is a place. In London unless the airport or the
 * third argument tells; a null zone is an unknown one.
 */
export const end = (
  place: string | null,
  local: string | null,
  zone = zoneFor(place?.split('/')[0] ?? null),
): SegmentEnd => {
  const [name, terminal] = place?.split('/') ?? []
  const airport = name !== undefined && /^[A-Z]{3}$/.test(name) ? name : null
  const wall = local !== null && local.length > 10 ? wallFromText(local.replace(' ', 'T')) : null
  const clock = zone === null ? null : zoneOf(zone)
  return {
    place: airport === null ? (name ?? null) : null,
    airport,
    terminal: terminal ?? null,
    zone,
    wall,
    day: wall === null ? (local === null ? null : day(local)) : dayOf(wall),
    at: wall === null || clock === null ? null : clock.toInstant(wall),
  }
}

const noFare = { changeable: null, changeableUntil: null, refundable: null, refundableUntil: null }

export const part = (
  kind: SegmentKind,
  title: string,
  from: SegmentEnd,
  to: SegmentEnd,
  more: Partial<PlanSegment> = {},
): PlanSegment => ({
  key: `segment:${title}`,
  trip: 'trip:t',
  kind,
  status: 'booked',
  title,
  label: 'desk',
  provider: null,
  number: null,
  confirmation: null,
  from,
  to,
  span: from.at !== null && to.at !== null && from.at <= to.at ? { start: from.at, end: to.at } : null,
  item: null,
  checkInBy: null,
  cancelBy: null,
  seat: null,
  cabin: null,
  name: null,
  fare: noFare,
  asked: null,
  waiting: null,
  checkedAt: null,
  dependsOn: [],
  minimumConnection: null,
  fallback: null,
  driver: null,
  pickUp: null,
  people: [],
  ...more,
})

export const flight = (
  title: string,
  from: string,
  left: string,
  to: string,
  arrived: string,
  more = {},
): PlanSegment => part('flight', title, end(from, left), end(to, arrived), { number: title, ...more })

export const stay = (
  title: string,
  from: string | null,
  to: string | null,
  more: Partial<PlanSegment> = {},
): PlanSegment => part('stay', title, end(title, from, 'Europe/Zurich'), end(title, to, 'Europe/Zurich'), more)

export const traveller = (name: string, more: Partial<PlanTraveller> = {}): PlanTraveller => ({
  name,
  executive: true,
  passportName: null,
  papers: null,
  ...more,
})

export const point = (words: string, owner: string | null, dueAt: Instant | null = null): PlanPoint => ({
  key: `point:${words}`,
  words,
  owner,
  dueAt,
})

const begins = ({ from }: PlanSegment): number => from.at ?? Number.POSITIVE_INFINITY

/** A trip from one date to another, both included. */
export const tripOf = (
  first: string,
  last: string,
  segments: readonly PlanSegment[],
  more: Partial<PlanTrip> = {},
): PlanTrip => {
  const key = more.key ?? 'trip:t'
  const london = zoneOf('Europe/London')
  const [from, to] = [wallFromText(`${first}T00:00`) ?? (0 as never), wallFromText(`${last}T00:00`) ?? (0 as never)]
  return {
    key,
    title: 'Zurich',
    label: 'desk',
    span: {
      start: london?.toInstant(from) ?? asInstant(0),
      end: london?.toInstant((to + dayMs) as never) ?? asInstant(0),
    },
    first: day(first),
    last: day(last),
    travellers: [traveller('Ingrid Halvorsen')],
    entries: [],
    points: [],
    lastWayHome: null,
    ...more,
    segments: segments.map((segment) => ({ ...segment, trip: key })).sort((a, b) => begins(a) - begins(b)),
  }
}

/** The items that stand for segments on the calendar, and the segments that say so. */
export const onCalendar = (segments: readonly PlanSegment[]): { segments: PlanSegment[]; items: PlanItem[] } => {
  const items: PlanItem[] = []
  const linked = segments.map((segment) => {
    const { span, kind, from, to, key, title, people } = segment
    if (span === null || kind === 'stay' || segment.status === 'cancelled') return segment
    const place = from.airport ?? from.place
    items.push(
      thing(title, '2026-01-01 00:00', '00:00', {
        key: `${key} item`,
        span,
        kind: carries(segment) ? 'travel' : 'external',
        zone: from.zone,
        endZone: to.zone,
        wallStart: zoneOf(from.zone ?? 'UTC')?.toWall(span.start) ?? (0 as never),
        wallEnd: zoneOf(to.zone ?? 'UTC')?.toWall(span.end) ?? (0 as never),
        people: people.flatMap(({ address, name }) =>
          address === null ? [] : [{ address, name, answer: 'accepted' as const, required: true }],
        ),
        ...(place === null ? {} : { place }),
      }),
    )
    return { ...segment, item: `${key} item` }
  })
  return { segments: linked, items }
}

export const now = instant('2026-11-20T09:00:00Z')

/** The plan of a trip whose parts stand on the calendar, with what else is on. */
export const planFor = (trip: PlanTrip, others: readonly PlanItem[] = [], more: Partial<Plan> = {}): Plan => {
  const { segments, items } = onCalendar(trip.segments)
  return planOf([...items, ...others], { at: now, trips: [{ ...trip, segments }], ...more })
}

/** The words of what one rule says of a trip. */
export const saidOf = (
  kind: string,
  trip: PlanTrip,
  { params = {}, others = [], ...more }: { params?: unknown; others?: readonly PlanItem[] } & Partial<Plan> = {},
): string[] => judge(planFor(trip, others, more), [ruleOf(kind, params)]).map(({ words }) => words)
