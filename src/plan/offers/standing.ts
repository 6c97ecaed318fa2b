import type { Key, Standing } from './ask.ts'
import type { Bar } from './bars.ts'
import { type Bits, each, has, none, put } from './bits.ts'
import { strictest } from './calendar.ts'
import type { Grid } from './grid.ts'

/** More ways than anybody reads: a hostile ask cannot make the answer endless. */
const mostListed = 1000

/** What each candidate is barred by, as a count and two numbers that stand for the set. */
type Marks = { readonly barred: Uint32Array; readonly high: Uint32Array; readonly low: Uint32Array }

/**
 * Where every candidate is barred: each smallest set of keys that opens one when all of them give way. Since a set opens
 * what it wholly bars, and nothing is barred by fewer, these are the distinct smallest sets that bar a candidate.
 */
export const standingIn = (
  bars: readonly Bar[],
  grid: Grid,
  costsAt: (wanted: Bits) => Float64Array,
): readonly Standing[] => {
  if (grid.count === 0) return []
  const marks = marksOf(bars, grid.count)
  const fewest = marks.barred.reduce((least, n) => Math.min(least, n), Number.POSITIVE_INFINITY)
  const wanted = none(grid.count)
  for (let i = 0; i < grid.count; i++) if (marks.barred[i] === fewest) put(wanted, i)
  const cost = costsAt(wanted)
  return [...groupsOf(marks, wanted, cost).values()]
    .sort((a, b) => (cost[a.first] as number) - (cost[b.first] as number) || a.first - b.first)
    .slice(0, mostListed)
    .map(({ first, opens }) => told(bars, grid, { first, opens, cost: cost[first] as number }))
}

/** Two numbers nobody meets by chance, made from the place of a key among the keys. */
const spell = (n: number, salt: number): number => {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ salt
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

const marksOf = (bars: readonly Bar[], count: number): Marks => {
  const [barred, high, low] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)]
  for (const [n, { bits }] of bars.entries()) {
    const [a, b] = [spell(n, 0x1b873593), spell(n, 0xe6546b64)]
    each(bits, (i) => {
      barred[i] = (barred[i] as number) + 1
      high[i] = (high[i] as number) ^ a
      low[i] = (low[i] as number) ^ b
    })
  }
  return { barred, high, low }
}

type Group = { first: number; opens: number }

const groupsOf = ({ high, low }: Marks, wanted: Bits, cost: Float64Array): Map<string, Group> => {
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
  return groups
}

const told = (bars: readonly Bar[], grid: Grid, { first, opens, cost }: Group & { cost: number }): Standing => {
  const there = bars.filter(({ bits }) => has(bits, first))
  const give: Key[] = there.map(({ key }) => key).sort()
  const label = there.reduce<Bar['label']>((strict, bar) => strictest(strict, bar.label), 'open')
  return { give, opens, first: { span: grid.spanOf(first), cost }, label }
}
