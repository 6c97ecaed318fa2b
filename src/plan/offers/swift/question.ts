import { speaksOf } from '../../found.ts'
import type { Plan, PlanItem } from '../../plan.ts'
import { type Stretch, zoneStretches } from '../../stretches.ts'
import { asInstant, dayMs, type Span } from '../../time.ts'
import { utc, zoneOf } from '../../zone.ts'
import type { Bits } from '../bits.ts'
import { type Calendar, type Columns, columnsFrom, noColumns } from '../calendar.ts'
import type { Grid } from '../grid.ts'
import type { Ready } from '../judging.ts'

/** A rule asked about every candidate at once. */
export type Question<P = unknown> = {
  readonly params: P
  readonly calendar: Calendar
  /** The clock the rule is read on, from well before the grid to well after it. */
  readonly clock: readonly Stretch[]
  readonly grid: Grid
  /** What is asked for, at any of the times. */
  readonly candidate: PlanItem
  /** Whether the rule's scope names kinds itself, so that none is left out as a matter of course. */
  readonly namesKinds: boolean
  readonly speaks: (item: PlanItem) => boolean
}

/**
 * Answers, for every candidate at once, what judging them one by one would: which of them break a rule. Null where it
 * cannot. `swift.test.ts` holds each to the judge.
 */
export type Swift<P = unknown> = (question: Question<P>) => Bits | null

export const questionOf = (calendar: Calendar, { rule, params }: Ready, grid: Grid, candidate: PlanItem): Question => ({
  params,
  calendar,
  clock: clockOf(calendar.plan, grid),
  grid,
  candidate,
  namesKinds: rule.scope.kinds !== undefined,
  speaks: speaksOf(rule.scope, calendar.plan),
})

/** Further than any rule looks at a clock. */
const marginMs = 40 * dayMs

const clocks = new WeakMap<Grid, Map<string, readonly Stretch[]>>()

const clockOf = ({ whereabouts }: Plan, grid: Grid): readonly Stretch[] => {
  const name = whereabouts.map(({ from, zone }) => `${from} ${zone}`).join()
  const made = clocks.get(grid) ?? new Map<string, readonly Stretch[]>()
  clocks.set(grid, made)
  const before = made.get(name)
  if (before) return before
  const clock = clockFrom(whereabouts, grid)
  made.set(name, clock)
  return clock
}

const clockFrom = (whereabouts: Plan['whereabouts'], { starts, count, lengthMs }: Grid): readonly Stretch[] => {
  const from = (starts[0] ?? 0) - marginMs
  const to = (starts[count - 1] ?? 0) + lengthMs + marginMs
  const pieces = whereabouts.map(({ zone }, i): Span & { readonly zone: string } => ({
    start: asInstant(i === 0 ? from : Math.max(from, whereabouts[i]?.from ?? from)),
    end: asInstant(Math.min(to, whereabouts[i + 1]?.from ?? to)),
    zone,
  }))
  return pieces
    .filter(({ start, end }) => start < end)
    .flatMap((piece) => zoneStretches(zoneOf(piece.zone) ?? utc, piece))
}

/** Of what takes somebody's time, that which a rule counts. Plain spans are all alike. */
export const counted = ({ calendar }: Question, counts: (item: PlanItem) => boolean): Columns => {
  if (calendar.count === 0) return calendar
  if (calendar.isPlain) return counts(calendar.itemOf(0)) ? calendar : noColumns
  const items: PlanItem[] = []
  for (let i = 0; i < calendar.count; i++) {
    const item = calendar.itemOf(i)
    if (counts(item)) items.push(item)
  }
  return items.length === calendar.count ? calendar : columnsFrom(items)
}

/** What a clock shows; asked in ascending order it hardly looks. */
export const wallReader = (clock: readonly Stretch[]): ((at: number) => number) => {
  let n = 0
  return (at) => {
    while (n > 0 && at < (clock[n] as Stretch).from) n--
    while (n + 1 < clock.length && at >= (clock[n] as Stretch).to) n++
    return at + (clock[n] as Stretch).offset
  }
}
