import type { Label } from '../plan.ts'
import type { Ask, Asked, Key, Removed } from './ask.ts'
import { type Bits, countOf, each, has, join, none } from './bits.ts'
import { takenOf } from './calendar.ts'
import { busyAt, eachClash, isBusyAt } from './clash.ts'
import type { Grid } from './grid.ts'
import { type Breach, type Broken, type Judgement, labelOf } from './judgement.ts'
import { labelBetween } from './labels.ts'

/** What forbids candidates. Which they are is kept for rules alone: there may be thousands of people. */
export type Bar = {
  readonly key: Key
  readonly count: number
  /** The strictest label among the items that make it forbid. */
  readonly label: () => Label
  readonly forbids: (i: number) => boolean
  readonly eachRange: (tell: (from: number, to: number) => void) => void
}

export const busyKey = (person: Pick<Asked, 'id'>): Key => `busy:${person.id}`

/** Everybody required who is busy at some candidate; what they forbid is joined to `barred`. */
export const busyBars = (ask: Ask, grid: Grid, barred: Bits): Bar[] => {
  const bars: Bar[] = []
  for (const person of ask.people) {
    if (!person.required) continue
    const { columns } = takenOf(person)
    const bits = busyAt(columns, grid)
    const count = countOf(bits)
    if (count === 0) continue
    join(barred, bits)
    bars.push({
      key: busyKey(person),
      count,
      label: once(() => labelBetween(person, ask.window)),
      forbids: (i) => isBusyAt(columns, grid, i),
      eachRange: (tell) => eachClash(columns, grid, tell),
    })
  }
  return bars
}

/** Rules of weight `never`; those of one kind share a key. What they forbid is joined to `barred`. */
export const ruleBars = (
  ask: Ask,
  grid: Grid,
  judgements: readonly Judgement[],
  broken: Broken,
  barred: Bits,
): Bar[] => {
  const kinds = new Map<Key, Breach[]>()
  for (const judgement of judgements) {
    const { kind, weight } = judgement.ready.rule
    if (weight !== 'never') continue
    const bits = broken(judgement, null)
    if (countOf(bits) === 0) continue
    const there = kinds.get(kind)
    if (there) there.push({ judgement, bits })
    else kinds.set(kind, [{ judgement, bits }])
  }
  return [...kinds].map(([key, breaches]) => ruleBar(key, breaches, ask, grid, barred))
}

const ruleBar = (key: Key, breaches: readonly Breach[], ask: Ask, grid: Grid, barred: Bits): Bar => {
  const bits = none(grid.count)
  for (const breach of breaches) join(bits, breach.bits)
  join(barred, bits)
  return {
    key,
    count: countOf(bits),
    label: once(() => labelOf(ask, grid, breaches)),
    forbids: (i) => has(bits, i),
    eachRange: (tell) => each(bits, (i) => tell(i, i + 1)),
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Sought when somebody asks, and once. */
const once = (seek: () => Label): (() => Label) => {
  let found: Label | null = null
  return () => {
    found ??= seek()
    return found
  }
}

const told = ({ count, label }: Bar): Removed => ({
  count,
  get label() {
    return label()
  },
})

/** How many candidates each key forbids, the one that forbids most first. */
export const removedBy = (bars: readonly Bar[]): ReadonlyMap<Key, Removed> =>
  new Map(
    bars
      .map((bar) => [bar.key, told(bar)] as const)
      .sort(([a, { count: most }], [b, { count: next }]) => next - most || byText(a, b)),
  )
