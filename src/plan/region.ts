import { lastDayOf } from './days.ts'
import type { Verdict } from './finding.ts'
import { insert, type Lane, type Timed } from './local.ts'
import type { PlanItem } from './plan.ts'
import type { Reach } from './rule.ts'
import { dayMs } from './time.ts'

/** One person's time before and after a change. */
export type Shift = {
  readonly before: Lane
  readonly after: Lane
  /** What was there before of what changed, and what is there now of it. */
  readonly left: Lane
  readonly entered: Lane
}

/** The part of a lane that has to be judged again, and which troubles are about it. */
export type Region = { readonly part: Lane; readonly isAbout: (verdict: Verdict) => boolean }

/** What a change reaches; null where it reaches everything. Asked once for each reach, however many rules have it. */
export const regionsOf = (shift: Shift): ((reach: Reach) => Region | null) => {
  const made = new Map<string, Region>()
  let row: Row | null = null
  return (reach) => {
    if (reach.by === 'plan') return null
    if (reach.by === 'name') return namedRegion(shift, reach.namesOf)
    const name = reach.by === 'gap' ? `${reach.ms}` : reach.by
    const before = made.get(name)
    if (before) return before
    row ??= rowOf(shift)
    const region = regionWith(shift, reachedBy(reach, shift, row))
    made.set(name, region)
    return region
  }
}

const nothing: Lane = { timed: [], allDay: [], longest: 0 }
const nowhere: Region = { part: nothing, isAbout: () => false }

type NamesOf = (item: PlanItem) => readonly string[]
type ByName = ReadonlyMap<string, readonly Timed[]>

/** Who stands in a lane under which name, made once for a lane that many changes start from. */
const indexes = new WeakMap<readonly Timed[], Map<NamesOf, ByName>>()

const byName = (timed: readonly Timed[], namesOf: NamesOf): ByName => {
  const made = indexes.get(timed) ?? new Map<NamesOf, ByName>()
  indexes.set(timed, made)
  const before = made.get(namesOf)
  if (before) return before
  const index = new Map<string, Timed[]>()
  for (const each of timed)
    for (const name of namesOf(each.item)) {
      const there = index.get(name)
      if (there) there.push(each)
      else index.set(name, [each])
    }
  made.set(namesOf, index)
  return index
}

/** Everything that shares a name with what changed. Troubles of such a kind are about one name each. */
const namedRegion = ({ before, left, entered }: Shift, namesOf: NamesOf): Region => {
  const names = new Set([left, entered].flatMap(({ timed }) => timed.flatMap(({ item }) => namesOf(item))))
  if (names.size === 0) return nowhere
  const index = byName(before.timed, namesOf)
  const gone = new Set(left.timed.map(({ item }) => item.key))
  const others = new Set([...names].flatMap((name) => index.get(name) ?? []))
  const timed = [...others]
    .filter(({ item }) => !gone.has(item.key))
    .sort((a, b) => a.item.span.start - b.item.span.start)
  for (const each of entered.timed) insert(timed, each, itemOf)
  return { part: { ...nothing, timed }, isAbout: (verdict) => names.has(verdict.about) }
}

/** Two clocks never differ by as much: what is so far apart on the time line shares no date. */
const apartMs = 2 * dayMs

const regionWith = ({ left }: Shift, reached: Omit<Lane, 'longest'>): Region => {
  const items = [...reached.timed.map(itemOf), ...reached.allDay]
  if (items.length === 0) return nowhere
  const isGone = new Set<unknown>([...left.timed, ...left.allDay])
  const keys = new Set(items.map((item) => item.key))
  const from = items.reduce((first, { span }) => Math.min(first, span.start), Number.POSITIVE_INFINITY)
  const to = items.reduce((last, { span }) => Math.max(last, span.end), Number.NEGATIVE_INFINITY)
  return {
    part: {
      ...nothing,
      timed: reached.timed.filter((timed) => !isGone.has(timed)),
      allDay: reached.allDay.filter((item) => !isGone.has(item)),
    },
    // Beside a journey a stretch of a local day may lie on the time line where none of its items does.
    isAbout: ({ span, items }) =>
      span.start <= to + apartMs && span.end >= from - apartMs && items.some((key) => keys.has(key)),
  }
}

/** What is there now with what was there before, in order. */
type Timeline<T> = {
  readonly things: readonly T[]
  readonly touched: readonly number[]
  readonly itemOf: (thing: T) => PlanItem
  /** Nothing lasts longer, in milliseconds: so far back is far enough to look. */
  readonly longest: number
}
type Row = { readonly timed: Timeline<Timed>; readonly allDay: Timeline<PlanItem> }

const itemOf = ({ item }: Timed): PlanItem => item
const itself = (item: PlanItem): PlanItem => item

const rowOf = ({ after, left, entered }: Shift): Row => {
  const longest = Math.max(after.longest, left.longest)
  return {
    timed: timelineOf(after.timed, left.timed, entered.timed, itemOf, longest),
    allDay: timelineOf(after.allDay, left.allDay, entered.allDay, itself, longest),
  }
}

const timelineOf = <T>(
  after: readonly T[],
  left: readonly T[],
  entered: readonly T[],
  itemOf: (thing: T) => PlanItem,
  longest: number,
): Timeline<T> => {
  const things = after.slice()
  for (const thing of left) insert(things, thing, itemOf)
  const touched = [...left, ...entered].map((thing) => things.indexOf(thing)).sort((a, b) => a - b)
  return { things, touched, itemOf, longest }
}

const reachedBy = (reach: Reach, { left, entered }: Shift, { timed, allDay }: Row): Omit<Lane, 'longest'> => {
  if (reach.by === 'day') return { timed: reached(timed, partedByDay(timed)), allDay: [] }
  if (reach.by === 'gap')
    return {
      timed: reached(timed, partedBy(timed, reach.ms)),
      allDay: reached(allDay, partedBy(allDay, reach.ms)),
    }
  return { timed: [...left.timed, ...entered.timed], allDay: [...left.allDay, ...entered.allDay] }
}

/** Whether a quiet time parts everything before a place from everything after it. */
type Parted = (at: number) => boolean

const partedBy =
  <T>({ things, itemOf, longest }: Timeline<T>, ms: number): Parted =>
  (at) => {
    const { start } = itemOf(things[at] as T).span
    for (let i = at - 1; i >= 0; i--) {
      const { span } = itemOf(things[i] as T)
      if (start - span.end < ms) return false
      if (span.start + longest + ms <= start) break
    }
    return true
  }

/** No local day is touched on both sides. After a journey west dates may go back, so both sides are asked. */
const partedByDay =
  ({ things, longest }: Timeline<Timed>): Parted =>
  (at) => {
    const { start } = (things[at] as Timed).item.span
    let first = Number.POSITIVE_INFINITY
    for (let i = at; i < things.length; i++) {
      const { item, day } = things[i] as Timed
      if (item.span.start > start + apartMs) break
      first = Math.min(first, day)
    }
    for (let i = at - 1; i >= 0; i--) {
      const timed = things[i] as Timed
      if (lastDayOf(timed) >= first) return false
      if (timed.item.span.start + longest + apartMs < start) break
    }
    return true
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
