import { localOf, readingFor, type Timed } from '../local.ts'
import type { Label, Plan, PlanItem } from '../plan.ts'
import { asWall, type Span } from '../time.ts'
import type { Ask, Asked } from './ask.ts'

/** What takes somebody's time, in the plan's order (by start, then end, then key), in columns: spans are asked about millions of times. */
export type Columns = {
  readonly count: number
  readonly start: Float64Array
  readonly end: Float64Array
  /** The latest end of this one and all before it. */
  readonly latest: Float64Array
  /** Which of them ends latest, the first of equals. */
  readonly holder: Int32Array
  /** Nothing but spans without a kind, a place or a label of their own. */
  readonly isPlain: boolean
  readonly itemOf: (i: number) => PlanItem
}

/** Somebody's time as a rule reads it: what takes it, and the plan whose clocks, ways and moment count. */
export type Calendar = Columns & {
  readonly person: Asked
  readonly plan: Plan
  readonly timedOf: (i: number) => Timed
}

const inColumns = (start: Float64Array, end: Float64Array): Omit<Columns, 'isPlain' | 'itemOf'> => {
  const count = start.length
  const [latest, holder] = [new Float64Array(count), new Int32Array(count)]
  let [most, who] = [Number.NEGATIVE_INFINITY, 0]
  for (let i = 0; i < count; i++) {
    const ends = end[i] as number
    if (ends > most) {
      most = ends
      who = i
    }
    latest[i] = most
    holder[i] = who
  }
  return { count, start, end, latest, holder }
}

const plain = new WeakMap<readonly Span[], Columns>()
const planned = new WeakMap<Plan, Columns>()

/** Made once for somebody's spans or plan, however often times are sought. */
export const columnsOf = (person: Asked): Columns => {
  const { busy, plan } = person
  if (!plan) return kept(plain, busy, () => plainColumns(person))
  if (busy.length === 0) return kept(planned, plan, () => columnsFrom(takenIn(plan)))
  const spans = plainColumns(person)
  const items = Array.from({ length: spans.count }, (_, i) => spans.itemOf(i))
  return columnsFrom([...takenIn(plan), ...items].sort(inOrder))
}

const kept = <K extends object>(made: WeakMap<K, Columns>, key: K, make: () => Columns): Columns => {
  const before = made.get(key)
  if (before) return before
  const columns = make()
  made.set(key, columns)
  return columns
}

const inOrder = (a: PlanItem, b: PlanItem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

const takenIn = (plan: Plan): PlanItem[] => localOf(plan).lanes.executive.timed.map(({ item }) => item)

/** Items in the plan's order, in columns. */
export const columnsFrom = (items: readonly PlanItem[]): Columns => {
  const start = Float64Array.from(items, ({ span }) => span.start)
  const end = Float64Array.from(items, ({ span }) => span.end)
  const itemOf = (i: number): PlanItem => items[i] as PlanItem
  return { ...inColumns(start, end), isPlain: false, itemOf }
}

export const noColumns: Columns = columnsFrom([])

const plainColumns = ({ id, busy, label = 'open' }: Asked): Columns => {
  const spans = busy.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || a.end - b.end)
  const start = Float64Array.from(spans, (span) => span.start)
  const end = Float64Array.from(spans, (span) => span.end)
  const itemOf = (i: number): PlanItem => busyItem(`busy:${id}:${String(i).padStart(9, '0')}`, spans[i] as Span, label)
  return { ...inColumns(start, end), isPlain: true, itemOf }
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

/** Read on the clocks of a zone. */
export const readIn = (ask: Ask, person: Asked, zone: string): Calendar =>
  calendarOf(person, {
    window: ask.window,
    items: [],
    travelMinutes: {},
    ...person.plan,
    at: ask.at,
    whereabouts: [{ from: ask.window.start, place: null, zone }],
  })

/** Read on their own clocks: where they are, as their plan says, else in their zone. */
export const readAtHome = (ask: Ask, person: Asked): Calendar =>
  person.plan ? calendarOf(person, person.plan) : readIn(ask, person, person.zone)

const calendarOf = (person: Asked, plan: Plan): Calendar => {
  const columns = columnsOf(person)
  const read = readingFor(plan, 'executive')
  return { ...columns, person, plan, timedOf: (i) => read(columns.itemOf(i)) }
}

const strictness = { open: 0, desk: 1, private: 2 } as const

export const strictest = (a: Label, b: Label): Label => (strictness[b] > strictness[a] ? b : a)
