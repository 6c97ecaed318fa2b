import { inOrder, type Local, minuteOfDay, takesTime } from './local.ts'
import type { PlanItem } from './plan.ts'
import {
  asDay,
  asInstant,
  asWall,
  type Day,
  dayOf,
  midnight,
  minuteMs,
  type Span,
  type Weekday,
  weekdayOf,
} from './time.ts'

/** When work is done, by weekday: ranges of `HH:MM` on the executive's own clocks. A day that is not named has none. */
export type WorkingHours = Readonly<Partial<Record<Weekday, readonly (readonly [string, string])[]>>>

/** The hours of a day that says nothing else. */
export const usualHours: WorkingHours = Object.fromEntries(
  (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((day) => [day, [['09:00', '17:30']] as const]),
)

/** What a part of a span was spent on, in milliseconds. */
export type Spent = {
  /** Within the working hours. */
  readonly ms: number
  /** Beside them. */
  readonly outsideMs: number
  /** Of what it is the sum, by the plan's key, the most first. */
  readonly items: readonly { readonly item: PlanItem; readonly ms: number; readonly outsideMs: number }[]
}

/** A span as it was lived. */
export type Lived = {
  /** How long the working hours are; what is shared out. */
  readonly workingMs: number
  /** By what `placeOf` answered; a place nothing was spent on is not in it. */
  readonly places: ReadonlyMap<number, Spent>
  /** What took time and belongs nowhere. */
  readonly other: Spent
  /** Whether anything at all is known of it. */
  readonly isKnown: boolean
}

/**
 * The working hours within a span, by the clocks where the executive is then; joined, so that an hour that a change of clocks
 * or a journey gives twice is in it once.
 */
export function workingIn(
  hours: WorkingHours,
  { wallAt, instantOf }: Pick<Local, 'wallAt' | 'instantOf'>,
  span: Span,
): Span[] {
  const found: Span[] = []
  const [first, last] = [dayOf(wallAt(span.start)) - 1, dayOf(wallAt(span.end)) + 1]
  for (let day: Day = asDay(first); day <= last; day = asDay(day + 1))
    for (const [from, to] of hours[weekdayOf(day)] ?? []) {
      const at = (clock: string) => instantOf(asWall(midnight(day) + minuteOfDay(clock) * minuteMs))
      const part = { start: asInstant(Math.max(at(from), span.start)), end: asInstant(Math.min(at(to), span.end)) }
      if (part.start < part.end) found.push(part)
    }
  return joined(found)
}

const joined = (spans: readonly Span[]): Span[] => {
  const all: Span[] = []
  for (const one of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && one.start <= last.end) all[all.length - 1] = { ...last, end: asInstant(Math.max(last.end, one.end)) }
    else all.push(one)
  }
  return all
}

/** A hold is no meeting yet, and what the assistant does is not the executive's time. */
const counts = (item: PlanItem): boolean => takesTime(item) && item.owner === 'executive' && item.kind !== 'hold'

type Sum = { ms: number; outsideMs: number }
type Placed = { readonly item: PlanItem; readonly place: number; readonly span: Span }

const nowhere = Number.POSITIVE_INFINITY

/**
 * Shares a span out among places. Each moment counts once: where several things go on, for the place that comes first, and
 * within it for what stands first in the plan; what is timed goes before what lasts all day. `placeOf` answers a place,
 * 1 the first, or null. The same items give the same answer whatever order they come in.
 */
export function livedIn(
  items: readonly PlanItem[],
  working: readonly Span[],
  span: Span,
  placeOf: (item: PlanItem) => number | null,
): Lived {
  const placed = items.filter(counts).flatMap((item): Placed[] => {
    const [start, end] = [Math.max(item.span.start, span.start), Math.min(item.span.end, span.end)]
    if (start >= end) return []
    return [{ item, place: placeOf(item) ?? nowhere, span: { start: asInstant(start), end: asInstant(end) } }]
  })
  const sums = new Map<Placed, Sum>()
  for (const { first, ms, isWorking } of moments(placed, working)) {
    // A whole day is not lived through the night: it takes the hours of work and no others.
    if (!isWorking && first.item.allDay !== null) continue
    const sum = sums.get(first) ?? { ms: 0, outsideMs: 0 }
    sum[isWorking ? 'ms' : 'outsideMs'] += ms
    sums.set(first, sum)
  }
  const by = Map.groupBy(sums, ([{ place }]) => place)
  const other = spent(by.get(nowhere) ?? [])
  by.delete(nowhere)
  return {
    workingMs: working.reduce((sum, { start, end }) => sum + end - start, 0),
    places: new Map([...by].sort(([a], [b]) => a - b).map(([place, those]) => [place, spent(those)])),
    other,
    isKnown: placed.length > 0,
  }
}

const spent = (those: readonly (readonly [Placed, Sum])[]): Spent => ({
  ms: those.reduce((sum, [, { ms }]) => sum + ms, 0),
  outsideMs: those.reduce((sum, [, { outsideMs }]) => sum + outsideMs, 0),
  items: those
    .map(([{ item }, sum]) => ({ item, ...sum }))
    .sort((a, b) => b.ms - a.ms || b.outsideMs - a.outsideMs || inOrder(a.item, b.item)),
})

const before = (a: Placed, b: Placed): number =>
  Number(a.item.allDay !== null) - Number(b.item.allDay !== null) ||
  (a.place === b.place ? 0 : a.place - b.place) ||
  inOrder(a.item, b.item)

/** Every stretch in which nothing begins or ends, with what counts in it. */
function* moments(placed: readonly Placed[], working: readonly Span[]) {
  const edges = new Set<number>()
  for (const { start, end } of [...placed.map((one) => one.span), ...working]) edges.add(start).add(end)
  const times = [...edges].sort((a, b) => a - b)
  const coming = [...placed].sort((a, b) => a.span.start - b.span.start)
  let [next, hour] = [0, 0]
  let going: Placed[] = []
  for (let i = 0; i + 1 < times.length; i++) {
    const [from, to] = [times[i] as number, times[i + 1] as number]
    going = going.filter(({ span }) => span.end > from)
    while (next < coming.length && (coming[next] as Placed).span.start <= from) going.push(coming[next++] as Placed)
    while (hour < working.length && (working[hour] as Span).end <= from) hour++
    const open = working[hour]
    const [first, ...rest] = going
    if (!first) continue
    yield {
      first: rest.reduce((a, b) => (before(b, a) < 0 ? b : a), first),
      ms: to - from,
      isWorking: open !== undefined && open.start <= from,
    }
  }
}

/** A part of the working hours, 0 to 1; null where nothing is known of the span or nobody works in it. */
export const shareOf = ({ workingMs, isKnown }: Pick<Lived, 'workingMs' | 'isKnown'>, ms: number): number | null =>
  !isKnown || workingMs === 0 ? null : ms / workingMs
