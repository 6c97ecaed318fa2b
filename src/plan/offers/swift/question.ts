import { speaksOf } from '../../found.ts'
import type { Plan, PlanItem } from '../../plan.ts'
import { type Stretch, zoneStretches } from '../../stretches.ts'
import { asInstant, dayMs, type Span } from '../../time.ts'
import { utc, zoneOf } from '../../zone.ts'
import { type Bits, countOf, each } from '../bits.ts'
import type { Calendar } from '../calendar.ts'
import type { CandidateAt } from '../candidate.ts'
import { type Columns, columnsFrom, noColumns } from '../columns.ts'
import type { Grid } from '../grid.ts'
import type { Ready } from '../judging.ts'

/** A rule asked about every candidate at once. */
export type Question<P = unknown> = {
  readonly params: P
  readonly calendar: Calendar
  /** The clock the rule is read on, from before the grid to after it. */
  readonly clock: readonly Stretch[]
  readonly grid: Grid
  /** What is asked for, at any of the times. */
  readonly candidate: PlanItem
  /** Of these an answer is wanted, of all where it is null. */
  readonly wanted: Bits | null
  /** Says that the candidates from one to before another are to be judged one by one after all. */
  readonly unsure: (from: number, to: number) => void
  /** Whether the rule's scope names kinds itself, so that none is left out as a matter of course. */
  readonly namesKinds: boolean
  readonly speaks: (item: PlanItem) => boolean
}

/**
 * Answers, for every candidate at once, what judging them one by one would: which of them break a rule. Null where it
 * cannot. `swift.test.ts` holds each to the judge.
 */
export type Swift<P = unknown> = (question: Question<P>) => Bits | null

/** What a rule is asked about. */
export type Asking = {
  readonly calendar: Calendar
  readonly ready: Ready
  readonly grid: Grid
  readonly candidate: CandidateAt
  readonly wanted: Bits | null
}

export const questionOf = (
  { calendar, ready, grid, candidate, wanted }: Asking,
  unsure: Question['unsure'],
): Question => ({
  params: ready.params,
  calendar,
  clock: clockOf(calendar, grid),
  grid,
  candidate: candidate(grid.spanOf(grid.count - 1)),
  wanted,
  unsure,
  namesKinds: ready.rule.scope.kinds !== undefined,
  speaks: speaksOf(ready.rule.scope, calendar.plan),
})

/** Further than any rule looks at a clock, but for how long things are on. */
const marginMs = 3 * dayMs

const clocks = new WeakMap<Grid, Map<string, readonly Stretch[]>>()

const clockOf = ({ plan, clockName }: Calendar, grid: Grid): readonly Stretch[] => {
  const made = clocks.get(grid) ?? new Map<string, readonly Stretch[]>()
  const clock = made.get(clockName) ?? clockFrom(plan, grid)
  clocks.set(grid, made.set(clockName, clock))
  return clock
}

const clockFrom = ({ whereabouts }: Plan, { starts, count, lengthMs }: Grid): readonly Stretch[] => {
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
  const { columns, isPlain, itemOf } = calendar
  if (columns.count === 0) return columns
  if (isPlain) return counts(itemOf(0)) ? columns : noColumns
  const items: PlanItem[] = []
  for (let i = 0; i < columns.count; i++) {
    const item = itemOf(i)
    if (counts(item)) items.push(item)
  }
  return items.length === columns.count ? columns : columnsFrom(items)
}

const lists = new WeakMap<Bits | Grid, Int32Array>()

/** The candidates of which an answer is wanted, in order; listed once for all who ask. */
export const wantedOf = ({ wanted, grid }: Question): Int32Array => {
  const before = lists.get(wanted ?? grid)
  if (before) return before
  const list = wanted ? listed(wanted) : Int32Array.from({ length: grid.count }, (_, i) => i)
  lists.set(wanted ?? grid, list)
  return list
}

const listed = (bits: Bits): Int32Array => {
  const list = new Int32Array(countOf(bits))
  let n = 0
  each(bits, (i) => {
    list[n++] = i
  })
  return list
}
