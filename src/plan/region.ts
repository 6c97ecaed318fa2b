import { lastDayOf } from './days.ts'
import type { Verdict } from './finding.ts'
import { insert, type Lane, type Timed } from './local.ts'
import type { PlanItem } from './plan.ts'
import type { Reach } from './rule.ts'

/** One person's time before and after a change. */
export type Shift = {
  readonly after: Lane
  /** What was there before of what changed, and what is there now of it. */
  readonly left: Lane
  readonly entered: Lane
}

/** The part of a lane that has to be judged again, and which troubles are about it. */
export type Region = { readonly part: Lane; readonly isAbout: (verdict: Verdict) => boolean }

type RegionOf = (reach: Reach) => Region | null

/** What a change reaches; null where it reaches everything. Asked once for each reach, however many rules have it. */
export const regionsOf = (shift: Shift): RegionOf => {
  const made = new Map<string, Region>()
  const row = rowOf(shift)
  return (reach) => {
    if (reach.by === 'plan') return null
    if (reach.by === 'name') return namedRegion(shift, reach.namesOf)
    const name = reach.by === 'gap' ? `${reach.ms}` : reach.by
    const before = made.get(name)
    if (before) return before
    const region = regionWith(shift, reachedBy(reach, shift, row()))
    made.set(name, region)
    return region
  }
}

/** Everything that shares a name with what changed. Troubles of such a kind are about one name each. */
const namedRegion = ({ after, left, entered }: Shift, namesOf: (item: PlanItem) => readonly string[]): Region => {
  const names = new Set([left, entered].flatMap(({ timed }) => timed.flatMap(({ item }) => namesOf(item))))
  const shares = ({ item }: Timed): boolean => namesOf(item).some((name) => names.has(name))
  return {
    part: names.size === 0 ? nothing : { timed: after.timed.filter(shares), allDay: [] },
    isAbout: (verdict) => names.has(verdict.about),
  }
}

const nothing: Lane = { timed: [], allDay: [] }

const regionWith = ({ left }: Shift, reached: Lane): Region => {
  const isGone = new Set<unknown>([...left.timed, ...left.allDay])
  const items = [...reached.timed.map(itemOf), ...reached.allDay]
  const keys = new Set(items.map((item) => item.key))
  const from = items.reduce((first, { span }) => Math.min(first, span.start), Number.POSITIVE_INFINITY)
  const to = items.reduce((last, { span }) => Math.max(last, span.end), Number.NEGATIVE_INFINITY)
  return {
    part: {
      timed: reached.timed.filter((timed) => !isGone.has(timed)),
      allDay: reached.allDay.filter((item) => !isGone.has(item)),
    },
    isAbout: (verdict) =>
      verdict.span.start <= to && verdict.span.end >= from && verdict.items.some((k) => keys.has(k)),
  }
}

/** What is there now with what was there before, in order, and how far it goes on up to each place. */
type Row = { readonly timed: Timeline<Timed>; readonly allDay: Timeline<PlanItem> }
type Timeline<T> = { readonly things: readonly T[]; readonly touched: readonly number[]; readonly until: Float64Array }

const itemOf = ({ item }: Timed): PlanItem => item
const itself = (item: PlanItem): PlanItem => item

const rowOf = ({ after, left, entered }: Shift): (() => Row) => {
  let row: Row | null = null
  return () => {
    row ??= {
      timed: timelineOf(after.timed, left.timed, entered.timed, itemOf),
      allDay: timelineOf(after.allDay, left.allDay, entered.allDay, itself),
    }
    return row
  }
}

const timelineOf = <T>(
  after: readonly T[],
  left: readonly T[],
  entered: readonly T[],
  itemOf: (thing: T) => PlanItem,
): Timeline<T> => {
  const things = after.slice()
  for (const thing of left) insert(things, thing, itemOf)
  const until = new Float64Array(things.length + 1)
  until[0] = Number.NEGATIVE_INFINITY
  for (let i = 0; i < things.length; i++) until[i + 1] = Math.max(until[i] as number, itemOf(things[i] as T).span.end)
  const touched = [...left, ...entered].map((thing) => things.indexOf(thing)).sort((a, b) => a - b)
  return { things, touched, until }
}

const reachedBy = (reach: Reach, { left, entered }: Shift, row: Row): Lane => {
  if (reach.by === 'day') return { timed: reached(row.timed, partedByDay(row.timed.things)), allDay: [] }
  if (reach.by === 'gap')
    return {
      timed: reached(row.timed, partedBy(row.timed, itemOf, reach.ms)),
      allDay: reached(row.allDay, partedBy(row.allDay, itself, reach.ms)),
    }
  return { timed: [...left.timed, ...entered.timed], allDay: [...left.allDay, ...entered.allDay] }
}

/** Whether a quiet time parts everything before a place from everything after it. */
type Parted = (at: number) => boolean

const partedBy =
  <T>({ things, until }: Timeline<T>, itemOf: (thing: T) => PlanItem, ms: number): Parted =>
  (at) =>
    itemOf(things[at] as T).span.start - (until[at] as number) >= ms

/** No local day is touched on both sides. After a journey west dates may go back, so both sides are asked. */
const partedByDay = (things: readonly Timed[]): Parted => {
  const last = new Float64Array(things.length + 1)
  const first = new Float64Array(things.length + 1)
  last[0] = Number.NEGATIVE_INFINITY
  first[things.length] = Number.POSITIVE_INFINITY
  for (let i = 0; i < things.length; i++) last[i + 1] = Math.max(last[i] as number, lastDayOf(things[i] as Timed))
  for (let i = things.length - 1; i >= 0; i--) first[i] = Math.min(first[i + 1] as number, (things[i] as Timed).day)
  return (at) => (first[at] as number) > (last[at] as number)
}

/** Everything that no quiet time parts from what was touched. */
const reached = <T>({ things, touched }: Timeline<T>, isParted: Parted): T[] => {
  const found: T[] = []
  let done = 0
  for (const place of touched) {
    if (place < done) continue
    let from = place
    while (from > done && !isParted(from)) from--
    let to = place + 1
    while (to < things.length && !isParted(to)) to++
    found.push(...things.slice(from, to))
    done = to
  }
  return found
}
