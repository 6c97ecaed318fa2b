import { lastDayOf } from '../days.ts'
import { insert, localOf, type Timed } from '../local.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { AnyKind, Reach, Rule } from '../rule.ts'
import type { PlanTrip } from '../segment.ts'
import { dayMs, type Span } from '../time.ts'
import { type Found, viewOf } from '../view.ts'
import { type Bits, has, none, put } from './bits.ts'
import type { Calendar } from './calendar.ts'
import { isCandidate } from './candidate.ts'
import type { Columns } from './columns.ts'
import { placeIn } from './grid.ts'
import type { Asking } from './swift/question.ts'

/** A rule with its kind at hand and its parameters read. */
export type Ready = {
  readonly rule: Rule
  readonly kind: AnyKind
  readonly params: unknown
  /** The parameters as text, to tell rules apart in an order of their own. */
  readonly text: string
}

/** What a rule says of somebody's time with the candidate in it that names the candidate. */
export const foundWith = (calendar: Calendar, { rule, kind, params }: Ready, candidate: PlanItem): Found[] => {
  // What is due takes no place on a calendar, so that no candidate is ever among it.
  if (rule.scope.owner === 'assistant' || kind.settled) return []
  const timed = calendar.read(candidate)
  const reach = kind.reach(params, calendar.plan)
  const trips = reach.by === 'trip' ? tripsAround(calendar.plan, candidate) : undefined
  const part = trips?.length === 0 ? null : around(calendar, reach, timed)
  if (part === null) return []
  insert(part, timed, ({ item }) => item)
  const { allDay, longest } = localOf(calendar.plan).lanes.executive
  const view = viewOf(calendar.plan, rule, { timed: part, allDay, longest }, trips)
  return [...kind.judge(params, view)].filter(({ items }) => items.some(isCandidate))
}

/** Every wanted candidate that breaks a rule, each judged by itself: for any kind, and slow. */
export const brokenByJudging = ({ calendar, ready, grid, candidate, wanted }: Asking): Bits => {
  const broken = none(grid.count)
  if (ready.kind.settled) return broken
  for (let i = 0; i < grid.count; i++)
    if ((wanted === null || has(wanted, i)) && foundWith(calendar, ready, candidate(grid.spanOf(i))).length > 0)
      put(broken, i)
  return broken
}

/** What takes time and can bear on a rule's verdict on a candidate; null where nothing can be said of it at all. */
const around = (calendar: Calendar, reach: Reach, timed: Timed): Timed[] | null => {
  if (reach.by === 'thing') return []
  if (reach.by === 'day') return onItsDays(calendar, timed)
  if (reach.by === 'name') return namedLike(calendar, reach.namesOf, timed)
  if (reach.by === 'trip') return nearTo(calendar, timed.item.span)
  const { columns } = calendar
  const [from, to] = reach.by === 'gap' ? unparted(columns, reach.ms, timed.item.span) : [0, columns.count]
  return Array.from({ length: to - from }, (_, n) => calendar.timedOf(from + n))
}

/** Troubles of such a kind are about one name each: a candidate that has none is in none. */
const namedLike = (
  { columns, itemOf, timedOf }: Calendar,
  namesOf: (item: PlanItem) => readonly string[],
  { item }: Timed,
): Timed[] | null => {
  const names = new Set(namesOf(item))
  if (names.size === 0) return null
  const found: Timed[] = []
  for (let i = 0; i < columns.count; i++) if (namesOf(itemOf(i)).some((name) => names.has(name))) found.push(timedOf(i))
  return found
}

/** Two clocks never differ by as much. */
const apartMs = 2 * dayMs

const onItsDays = (calendar: Calendar, timed: Timed): Timed[] => {
  const { start, latest } = calendar.columns
  const { span } = timed.item
  const found: Timed[] = []
  const to = placeIn(start, span.end + apartMs)
  for (let i = to - 1; i >= 0 && (latest[i] as number) > span.start - apartMs; i--) {
    const other = calendar.timedOf(i)
    if (other.day <= lastDayOf(timed) && lastDayOf(other) >= timed.day) found.push(other)
  }
  return found.reverse()
}

/** What a trip may look at around itself, and around whatever is on beside it. */
const tripMs = 3 * dayMs

const nearTo = ({ columns, timedOf }: Calendar, { start, end }: Span): Timed[] => {
  const found: Timed[] = []
  for (let i = placeIn(columns.start, end + tripMs) - 1; i >= 0; i--) {
    if ((columns.latest[i] as number) < start - tripMs) break
    found.push(timedOf(i))
  }
  return found.reverse()
}

/** Trips near enough to a candidate for a rule about them to speak of it. */
const tripsAround = ({ trips = [] }: Plan, { span: { start, end } }: PlanItem): readonly PlanTrip[] =>
  trips.filter(({ span }) => span.start <= end + tripMs && start - tripMs <= span.end)

/** From where to where no quiet time of `ms` parts things from a span. */
const unparted = ({ count, start, latest }: Columns, ms: number, span: Span): readonly [number, number] => {
  let from = placeIn(start, span.start)
  let to = from
  let [first, last] = [span.start as number, span.end as number]
  while (from > 0 && first - (latest[from - 1] as number) < ms) first = Math.min(first, start[--from] as number)
  if (from < to) last = Math.max(last, latest[to - 1] as number)
  while (to < count && (start[to] as number) - last < ms) last = Math.max(last, latest[to++] as number)
  return [from, to]
}
