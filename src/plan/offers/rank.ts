import { dayOf } from '../time.ts'
import { utc, zoneOf } from '../zone.ts'
import type { Ask } from './ask.ts'
import { type Bits, each, some } from './bits.ts'
import type { Grid } from './grid.ts'

/** The candidates to offer, by cost, then time: so many as are wanted, and on no day more than the spread allows. */
export const ranked = (ask: Ask, grid: Grid, free: Bits, cost: Float64Array | null): readonly number[] => {
  const most = ask.limit ?? grid.count
  const chosen: number[] = []
  const fits = dayKeeper(ask, grid)
  const choose = (i: number): boolean => {
    if (chosen.length < most && fits(i)) chosen.push(i)
    return chosen.length >= most
  }
  if (cost === null) some(free, choose)
  else for (const group of byCost(free, cost)) if (group.some(choose)) break
  return chosen
}

/** Candidates of the same cost together, in order of time, the cheapest group first. */
const byCost = (free: Bits, cost: Float64Array): number[][] => {
  const groups = new Map<number, number[]>()
  each(free, (i) => {
    const group = groups.get(cost[i] as number)
    if (group) group.push(i)
    else groups.set(cost[i] as number, [i])
  })
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group)
}

/** Whether a day of the ask's zone still has room; asked in rank order, each that fits takes its place. */
const dayKeeper = ({ spread, zone }: Ask, { starts }: Grid): ((i: number) => boolean) => {
  if (spread === null) return () => true
  const clock = zoneOf(zone) ?? utc
  const taken = new Map<number, number>()
  return (i) => {
    const day = dayOf(clock.toWall(starts[i] as Ask['window']['start']))
    const there = taken.get(day) ?? 0
    if (there >= spread.perDay) return false
    taken.set(day, there + 1)
    return true
  }
}
