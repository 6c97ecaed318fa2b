import { rulesOfTravel } from '../src/desk/travel/rules/model.ts'
import { cascade, cascadeFrom } from '../src/plan/cascade/cascade.ts'
import { changedPlan } from '../src/plan/cascade/changed.ts'
import { judge, judged } from '../src/plan/judge.ts'
import { inOrder } from '../src/plan/local.ts'
import type { Plan, PlanItem } from '../src/plan/plan.ts'
import type { Rule } from '../src/plan/rule.ts'
import type { PlanSegment, PlanTrip, SegmentEnd, SegmentKind } from '../src/plan/segment.ts'
import { asDay, asInstant, asWall, dayMs, dayOf, hourMs, type Instant, midnight, minuteMs } from '../src/plan/time.ts'
import { whereaboutsOf } from '../src/plan/whereabouts.ts'
import { type Zone, zoneOf } from '../src/plan/zone.ts'
import { median } from './measure.ts'
import { duration, type Section } from './section.ts'
import { deskRules, yearPlan } from './year.ts'

const first = asDay(20_454)
const cities = [
  ['ZRH', 'Europe/Zurich'],
  ['CDG', 'Europe/Paris'],
  ['JFK', 'America/New_York'],
  ['HND', 'Asia/Tokyo'],
] as const
const home = 'Europe/London'

const nowhere = { place: null, airport: null, terminal: null, zone: null, day: null, wall: null, at: null }

const endAt = (where: Partial<SegmentEnd>, zone: string, at: Instant): SegmentEnd => {
  const wall = (zoneOf(zone) as Zone).toWall(at)
  return { ...nowhere, ...where, zone, at, wall, day: dayOf(wall) }
}

const nothingSaid = {
  status: 'booked',
  label: 'desk',
  provider: null,
  number: null,
  confirmation: 'K7Q2',
  checkInBy: null,
  cancelBy: null,
  seat: null,
  cabin: null,
  name: null,
  fare: { changeable: null, changeableUntil: null, refundable: null, refundableUntil: null },
  asked: null,
  waiting: null,
  checkedAt: null,
  minimumConnection: null,
  fallback: null,
  driver: null,
  pickUp: null,
  people: [],
} as const

/** A trip of six: a ride, a flight out, a ride, three nights, a flight back, a ride. */
function tripIn(n: number): PlanTrip {
  const from = asDay(first + 20 + n * 33)
  const [city, zone] = cities[n % cities.length] as (typeof cities)[number]
  const key = `trip:${n}`
  const at = (day: number, hour: number) => asInstant((from + day) * dayMs + hour * hourMs)
  const ends = {
    office: (when: Instant) => endAt({ place: 'Finsbury Sq' }, home, when),
    london: (when: Instant) => endAt({ airport: 'LHR', terminal: '5' }, home, when),
    there: (when: Instant) => endAt({ airport: city }, zone, when),
    hotel: (when: Instant) => endAt({ place: `Hotel ${n}` }, zone, when),
  }
  let made = 0
  const part = (kind: SegmentKind, begins: SegmentEnd, finishes: SegmentEnd, needs: readonly number[]): PlanSegment => {
    const own = `segment:${n}-${made++}`
    const span = { start: begins.at as Instant, end: finishes.at as Instant }
    const dependsOn = needs.map((i) => `segment:${n}-${i}`)
    const item = kind === 'stay' ? null : `${own} item`
    return {
      ...nothingSaid,
      key: own,
      trip: key,
      kind,
      title: `${kind} ${own}`,
      from: begins,
      to: finishes,
      span,
      item,
      dependsOn,
    }
  }
  const segments = [
    part('ride', ends.office(at(0, 7)), ends.london(at(0, 8)), [1]),
    part('flight', ends.london(at(0, 9.5)), ends.there(at(0, 15)), []),
    part('ride', ends.there(at(0, 15.75)), ends.hotel(at(0, 16.5)), [1]),
    part('stay', ends.hotel(at(0, 16.5)), ends.hotel(at(3, 8)), [1]),
    part('flight', ends.there(at(3, 12)), ends.london(at(3, 18)), []),
    part('ride', ends.london(at(3, 18.75)), ends.office(at(3, 20)), [4]),
  ]
  const span = { start: asInstant(midnight(from)), end: asInstant(midnight(asDay(from + 4))) }
  return {
    key,
    title: `Trip ${n}`,
    label: 'desk',
    span,
    first: from,
    last: asDay(from + 3),
    travellers: [{ name: 'Ingrid Halvorsen', executive: true, passportName: null, papers: null }],
    entries: [],
    segments,
    points: [],
    lastWayHome: null,
  }
}

const itemOf = (segment: PlanSegment): PlanItem[] => {
  const { span, item, from, to } = segment
  if (span === null || item === null) return []
  return [
    {
      key: item,
      uid: item,
      recurrenceId: null,
      calendar: 'work',
      owner: 'executive',
      span,
      allDay: null,
      zone: from.zone,
      endZone: to.zone,
      wallStart: from.wall ?? asWall(span.start),
      wallEnd: to.wall ?? asWall(span.end),
      title: segment.title,
      kind: 'travel',
      busy: true,
      cancelled: false,
      place: { name: from.airport ?? from.place ?? '', geo: null },
      link: null,
      people: [],
      label: 'desk',
      moves: 0,
      knownAt: null,
    },
  ]
}

/** A year with ten trips of six segments, beside so many other events. */
function travelYear(others: number): Plan {
  const base = yearPlan(Math.max(others, 1))
  const trips = Array.from({ length: 10 }, (_, n) => tripIn(n))
  const items = [
    ...(others === 0 ? [] : base.items),
    ...trips.flatMap(({ segments }) => segments.flatMap(itemOf)),
  ].sort(inOrder)
  return {
    ...base,
    at: asInstant(base.window.start + 5 * dayMs),
    items,
    whereabouts: whereaboutsOf(items, { place: 'Home', zone: home }, base.window.start),
    trips,
  }
}

const travelRules: readonly Rule[] = rulesOfTravel.map(({ scope: _, ...rule }, n) => ({
  ...rule,
  id: `travel-${n}`,
  version: 1,
  scope: {},
}))

/** A flight comes two hours later, and everything behind it is sought; each time another of the twenty. */
function timed(plan: Plan, rules: readonly Rule[], runs: number) {
  const before = judged(plan, rules)
  const flights = (plan.trips ?? []).flatMap(({ segments }) => segments.filter(({ kind }) => kind === 'flight'))
  const spent = { change: [] as number[], anew: [] as number[], steps: 0 }
  for (let n = 0; n < runs; n++) {
    const { key, span } = flights[n % flights.length] as PlanSegment
    if (!span) continue
    const by = (60 + (n % 5) * 30) * minuteMs
    const change = { from: { at: asInstant(span.start + by) }, to: { at: asInstant(span.end + by) } }
    const start = performance.now()
    const after = changedPlan(plan, key, change)
    const { steps } = cascadeFrom(before, after).cascade
    const middle = performance.now()
    judge({ ...plan }, rules)
    cascade({ ...plan }, { ...after }, rules)
    spent.anew.push(performance.now() - middle)
    spent.change.push(middle - start)
    spent.steps += steps.length
  }
  return { change: median(spent.change), anew: median(spent.anew), steps: spent.steps / runs }
}

export default function cascading(): Section {
  const small = timed(travelYear(0), [...travelRules, ...deskRules(2)], 300)
  const large = timed(travelYear(5000), [...travelRules, ...deskRules(40)], 60)
  const row = (words: string, { change, anew, steps }: typeof small) => [
    words,
    duration(change),
    duration(anew),
    steps.toFixed(1),
  ]
  return {
    title: 'Cascade',
    about:
      'A flight comes an hour or more later, and everything behind it that no longer works is sought, with ways out and in order: from a year that was judged before, and with the years before and after judged anew.',
    columns: ['', 'after one change', 'everything anew', 'steps'],
    rows: [row('60 segments, nothing else', small), row('60 segments beside 5,000 other events, 40 more rules', large)],
    targets: [
      { words: `60 segments in 10 ms or less (${duration(small.change)})`, met: small.change <= 10 },
      { words: `beside 5,000 other events as well (${duration(large.change)})`, met: large.change <= 10 },
    ],
  }
}
