import type { Label } from '../plan.ts'
import type { Ask, Asked, Key, Removed } from './ask.ts'
import { type Bits, countOf, each, has, join } from './bits.ts'
import { takenOf } from './calendar.ts'
import { busyAt, eachClash, isBusyAt } from './clash.ts'
import type { Grid } from './grid.ts'
import { type Broken, type Judgement, labelOf } from './judgement.ts'
import { labelBetween, strictest } from './labels.ts'

/** What forbids candidates. Which they are is kept for rules alone: there may be thousands of people. */
export type Bar = {
  readonly key: Key
  readonly count: number
  readonly label: Label
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
      label: labelBetween(person, ask.window),
      forbids: (i) => isBusyAt(columns, grid, i),
      eachRange: (tell) => eachClash(columns, grid, tell),
    })
  }
  return bars
}

/** Rules of weight `never`; those of one kind share a key. What they forbid is joined to `barred`. */
export const ruleBars = (ask: Ask, judgements: readonly Judgement[], broken: Broken, barred: Bits): Bar[] => {
  const kinds = new Map<Key, { readonly bits: Bits; label: Label }>()
  for (const judgement of judgements) {
    const { kind, weight } = judgement.ready.rule
    if (weight !== 'never') continue
    const bits = broken(judgement, null)
    const kept = kinds.get(kind) ?? { bits: new Uint32Array(bits.length), label: 'open' }
    kinds.set(kind, kept)
    join(kept.bits, bits)
    kept.label = strictest(kept.label, labelOf(ask, judgement))
  }
  return [...kinds].map(([key, { bits, label }]) => ruleBar(key, bits, label, barred)).filter(({ count }) => count > 0)
}

const ruleBar = (key: Key, bits: Bits, label: Label, barred: Bits): Bar => {
  join(barred, bits)
  return {
    key,
    count: countOf(bits),
    label,
    forbids: (i) => has(bits, i),
    eachRange: (tell) => each(bits, (i) => tell(i, i + 1)),
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many candidates each key forbids, the one that forbids most first. */
export const removedBy = (bars: readonly Bar[]): ReadonlyMap<Key, Removed> =>
  new Map(
    bars
      .map(({ key, count, label }) => [key, { count, label }] as const)
      .sort(([a, { count: most }], [b, { count: next }]) => next - most || byText(a, b)),
  )
