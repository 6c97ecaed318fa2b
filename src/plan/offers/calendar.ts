import { localOf, readingFor, type Timed } from '../local.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { asWall, type Instant, type Span } from '../time.ts'
import type { Ask, Asked } from './ask.ts'
import { type Columns, columnsFrom, columnsFromSpans } from './columns.ts'

/** Everything that takes somebody's time. */
export type Taken = {
  readonly columns: Columns
  /** Nothing but spans without a kind or a place of their own. */
  readonly isPlain: boolean
  readonly itemOf: (i: number) => PlanItem
}

/** Somebody's time as a rule reads it: what takes it, and the plan whose clocks, ways and moment count. */
export type Calendar = Taken & {
  readonly person: Asked
  readonly plan: Plan
  /** What tells its clocks from others: the zones, and from when. */
  readonly clockName: string
  /** Reads a thing on its clocks. */
  readonly read: (item: PlanItem) => Timed
  readonly timedOf: (i: number) => Timed
}

const plain = new WeakMap<readonly Span[], Columns>()
const planned = new WeakMap<Plan, Columns>()

const kept = <K extends object, V>(made: WeakMap<K, V>, key: K, make: () => V): V => {
  const before = made.get(key)
  if (before !== undefined) return before
  const value = make()
  made.set(key, value)
  return value
}

const taken = new WeakMap<Asked, Taken>()

/** What takes somebody's time; put in columns once for their spans or plan, however often times are sought. */
export const takenOf = (person: Asked): Taken => kept(taken, person, () => takenBy(person))

const takenBy = (person: Asked): Taken => {
  const { busy, plan } = person
  if (!plan) return plainTaken(person)
  const items = takenIn(plan)
  if (busy.length === 0)
    return {
      columns: kept(planned, plan, () => columnsFrom(items)),
      isPlain: false,
      itemOf: (i) => items[i] as PlanItem,
    }
  const spans = plainTaken(person)
  const more = Array.from({ length: spans.columns.count }, (_, i) => spans.itemOf(i))
  const all = [...items, ...more].sort(inOrder)
  return { columns: columnsFrom(all), isPlain: false, itemOf: (i) => all[i] as PlanItem }
}

const inOrder = (a: PlanItem, b: PlanItem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

const lanes = new WeakMap<Plan, readonly PlanItem[]>()
const takenIn = (plan: Plan): readonly PlanItem[] =>
  kept(lanes, plan, () => localOf(plan).lanes.executive.timed.map(({ item }) => item))

const plainTaken = ({ id, busy, label = 'open' }: Asked): Taken => {
  const columns = kept(plain, busy, () => columnsFromSpans(busy))
  const { start, end } = columns
  return {
    columns,
    isPlain: true,
    itemOf(i) {
      const span = { start: start[i] as Instant, end: end[i] as Instant }
      return busyItem(`busy:${id}:${String(i).padStart(9, '0')}`, span, label)
    },
  }
}

/** What takes time and nothing more is known of; a meeting like any other. */
const busyItem = (key: string, span: Span, label: PlanItem['label']): PlanItem => ({
  ...bare,
  key,
  uid: key,
  span,
  wallStart: asWall(span.start),
  wallEnd: asWall(span.end),
  title: 'Busy',
  label,
})

/** A thing of which nothing is known but that it is a meeting. */
export const bare = {
  recurrenceId: null,
  calendar: '',
  owner: 'executive',
  allDay: null,
  zone: null,
  endZone: null,
  kind: 'meeting',
  busy: true,
  cancelled: false,
  place: null,
  link: null,
  people: [],
  moves: 0,
  knownAt: null,
} as const

const nothing = { items: [], travelMinutes: {} } as const

/** The last plan that was read in some zone, instead of on its own clocks: reading one takes a while. */
const elsewhere = new WeakMap<Plan, Plan>()

const planIn = ({ window, at }: Ask, { plan }: Asked, zone: string): Plan => {
  const read: Plan = { window, ...(plan ?? nothing), at, whereabouts: [{ from: window.start, place: null, zone }] }
  if (!plan) return read
  const before = elsewhere.get(plan)
  const [was] = before?.whereabouts ?? []
  if (before && before.at === at && was?.zone === zone && was.from === window.start) return before
  elsewhere.set(plan, read)
  return read
}

/** Read on the clocks of a zone. */
export const readIn = (ask: Ask, person: Asked, zone: string): Calendar => calendarOf(person, planIn(ask, person, zone))

/** Read on their own clocks: where they are, as their plan says, else in their zone. */
export const readAtHome = (ask: Ask, person: Asked): Calendar =>
  person.plan ? calendarOf(person, person.plan) : readIn(ask, person, person.zone)

const calendarOf = (person: Asked, plan: Plan): Calendar => {
  const taken = takenOf(person)
  let reading: ((item: PlanItem) => Timed) | null = null
  const read = (item: PlanItem): Timed => {
    reading ??= readingFor(plan, 'executive')
    return reading(item)
  }
  const timed = new Map<number, Timed>()
  const timedOf = (i: number): Timed => {
    const before = timed.get(i)
    if (before) return before
    const one = read(taken.itemOf(i))
    timed.set(i, one)
    return one
  }
  return { ...taken, person, plan, clockName: clockNameOf(plan), read, timedOf }
}

const clockNameOf = ({ whereabouts }: Plan): string =>
  whereabouts.length === 1
    ? (whereabouts[0]?.zone ?? '')
    : whereabouts.map(({ from, zone }) => `${from} ${zone}`).join()
