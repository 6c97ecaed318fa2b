import type { Label } from '../plan.ts'
import type { Standing } from './ask.ts'
import type { Bar } from './bars.ts'
import { type Bits, each, none, put } from './bits.ts'
import type { Grid } from './grid.ts'
import { strictest } from './labels.ts'

/** More ways than anybody reads: a hostile ask cannot make the answer endless. */
const mostListed = 1000

/** How many keys bar each candidate, and two numbers that stand for which they are. */
type Marks = { readonly barred: Int32Array; readonly high: Int32Array; readonly low: Int32Array }

/**
 * Where every candidate is barred: each smallest set of keys that opens one when all of them give way. Since a set opens
 * what it wholly bars, and nothing is barred by fewer, these are the distinct smallest sets that bar a candidate. No two of
 * them begin with the same candidate, so cost, then time puts them in order.
 */
export const standingIn = (
  bars: readonly Bar[],
  grid: Grid,
  costsAt: (wanted: Bits) => Float64Array,
): readonly Standing[] => {
  if (grid.count === 0) return []
  const inOrder = [...bars].sort((a, b) => (a.key < b.key ? -1 : 1))
  const marks = marksOf(inOrder, grid.count)
  const fewest = marks.barred.reduce((least, n) => Math.min(least, n), Number.POSITIVE_INFINITY)
  const wanted = none(grid.count)
  for (let i = 0; i < grid.count; i++) if (marks.barred[i] === fewest) put(wanted, i)
  const cost = costsAt(wanted)
  return groupsOf(marks, wanted, cost)
    .sort((a, b) => (cost[a.first] as number) - (cost[b.first] as number) || a.first - b.first)
    .slice(0, mostListed)
    .map(({ first, opens }) => {
      const there = inOrder.filter(({ forbids }) => forbids(first))
      return {
        give: there.map(({ key }) => key),
        opens,
        first: { span: grid.spanOf(first), cost: cost[first] as number },
        label: there.reduce<Label>((label, bar) => strictest(label, bar.label()), 'open'),
      }
    })
}

/** A number nobody meets by chance, made from the place of a key among the keys. */
const spell = (n: number, salt: number): number => {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ salt
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** What begins to bar and what ceases to, at each candidate; then what holds there. */
const marksOf = (bars: readonly Bar[], count: number): Marks => {
  const [barred, high, low] = [new Int32Array(count + 1), new Int32Array(count + 1), new Int32Array(count + 1)]
  for (const [n, { eachRange }] of bars.entries()) {
    const [a, b] = [spell(n, 0x1b873593), spell(n, 0xe6546b64)]
    const mark = (i: number, by: number): void => {
      barred[i] = (barred[i] as number) + by
      high[i] = (high[i] as number) ^ a
      low[i] = (low[i] as number) ^ b
    }
    eachRange((from, to) => {
      mark(from, 1)
      mark(to, -1)
    })
  }
  for (let i = 1; i < count; i++) {
    barred[i] = (barred[i] as number) + (barred[i - 1] as number)
    high[i] = (high[i] as number) ^ (high[i - 1] as number)
    low[i] = (low[i] as number) ^ (low[i - 1] as number)
  }
  return { barred: barred.subarray(0, count), high, low }
}

type Group = { first: number; opens: number }

/** The candidates that the same keys bar, with the best of them. */
const groupsOf = ({ high, low }: Marks, wanted: Bits, cost: Float64Array): Group[] => {
  const groups = new Map<string, Group>()
  each(wanted, (i) => {
    const name = `${high[i]},${low[i]}`
    const group = groups.get(name)
    if (!group) groups.set(name, { first: i, opens: 1 })
    else {
      group.opens++
      if ((cost[i] as number) < (cost[group.first] as number)) group.first = i
    }
  })
  return [...groups.values()]
}
