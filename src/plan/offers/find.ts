import type { Answer, Ask, Offer } from './ask.ts'
import { type Bar, busyBars, removedBy, ruleBars } from './bars.ts'
import { type Bits, countOf, join, none, without } from './bits.ts'
import { type Charge, chargesOf, costsAt } from './charges.ts'
import { findingsOf } from './findings.ts'
import { type Grid, gridOf } from './grid.ts'
import { breaking, judgementsOf } from './judgement.ts'
import { ranked } from './rank.ts'
import { standingIn } from './standing.ts'

/**
 * Times that can be offered, by cost, then time; what removed the others; and, where nothing is left, what stands in the
 * way. Pure, and the same for any order of people, spans and rules.
 * @throws RangeError for a rule whose kind is unknown, ZodError for parameters that do not fit: whoever takes an ask in checks it.
 */
export const findOffers = (ask: Ask): Answer => {
  const grid = gridOf(ask)
  const judgements = judgementsOf(ask)
  const broken = breaking(ask, grid)
  const bars = [...busyBars(ask, grid), ...ruleBars(ask, judgements, broken)]
  const charges = chargesOf(ask, grid, judgements, broken)
  const free = leftBy(bars, grid)
  const costs = (wanted: Bits): Float64Array => costsAt(charges, wanted, grid.count)
  return {
    offers: ranked(ask, grid, free, charges.length === 0 ? null : costs(free)).map(offerAt(ask, grid, charges)),
    removed: removedBy(bars),
    standsInTheWay: countOf(free) > 0 ? [] : standingIn(bars, grid, costs),
  }
}

const leftBy = (bars: readonly Bar[], grid: Grid): Bits => {
  const barred = none(grid.count)
  for (const { bits } of bars) join(barred, bits)
  return without(barred, grid.count)
}

const offerAt =
  (ask: Ask, grid: Grid, charges: readonly Charge[]) =>
  (i: number): Offer => {
    const findings = findingsOf(ask, grid, charges, i)
    return { span: grid.spanOf(i), cost: findings.reduce((sum, { cost }) => sum + cost, 0), findings }
  }
