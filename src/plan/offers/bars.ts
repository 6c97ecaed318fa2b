import type { Label } from '../plan.ts'
import type { Ask, Asked, Key, Removed } from './ask.ts'
import { type Bits, countOf, join } from './bits.ts'
import { columnsOf, strictest } from './calendar.ts'
import { busyAt } from './clash.ts'
import type { Grid } from './grid.ts'
import { type Judgement, labelAround, labelOf } from './judgement.ts'

/** What forbids candidates, which they are, and who may know of it. */
export type Bar = { readonly key: Key; readonly bits: Bits; readonly label: Label }

export const busyKey = (person: Pick<Asked, 'id'>): Key => `busy:${person.id}`

/** Everybody required who is busy at some candidate. */
export const busyBars = (ask: Ask, grid: Grid): Bar[] =>
  ask.people
    .filter(({ required }) => required)
    .map((person) => ({
      key: busyKey(person),
      bits: busyAt(columnsOf(person), grid),
      label: labelAround(ask, person, 0),
    }))
    .filter(({ bits }) => countOf(bits) > 0)

/** Rules of weight `never`; those of one kind share a key. */
export const ruleBars = (
  ask: Ask,
  judgements: readonly Judgement[],
  brokenBy: (judgement: Judgement) => Bits,
): Bar[] => {
  const bars = new Map<Key, Bar>()
  for (const judgement of judgements) {
    const { rule } = judgement.ready
    if (rule.weight !== 'never') continue
    const bits = brokenBy(judgement)
    if (countOf(bits) === 0) continue
    const bar = bars.get(rule.kind)
    const label = labelOf(ask, judgement)
    if (bar) join(bar.bits, bits)
    bars.set(rule.kind, {
      key: rule.kind,
      bits: bar?.bits ?? bits.slice(),
      label: strictest(bar?.label ?? label, label),
    })
  }
  return [...bars.values()]
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many candidates each key forbids, the one that forbids most first. */
export const removedBy = (bars: readonly Bar[]): ReadonlyMap<Key, Removed> =>
  new Map(
    bars
      .map(({ key, bits, label }) => [key, { count: countOf(bits), label }] as const)
      .sort(([a, { count: most }], [b, { count: next }]) => next - most || byText(a, b)),
  )
