import type { Answer, Ask, Offer } from './ask.ts'
import { busyBars, removedBy, ruleBars } from './bars.ts'
import { type Bits, countOf, none, without } from './bits.ts'
import { type Charged, chargedAt } from './charges.ts'
import { findingsOf } from './findings.ts'
import { type Grid, gridOf } from './grid.ts'
import { brokenIn, judgementsOf } from './judgement.ts'
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
  const broken = brokenIn(ask, grid)
  const barred = none(grid.count)
  const bars = [...busyBars(ask, grid, barred), ...ruleBars(ask, judgements, broken, barred)]
  const charged = (wanted: Bits): Charged => chargedAt(ask, grid, judgements, broken, wanted)
  const free = without(barred, grid.count)
  const isOpen = countOf(free) > 0
  return {
    offers: isOpen ? offersAt(ask, grid, free, charged(free)) : [],
    removed: removedBy(bars),
    standsInTheWay: isOpen ? [] : standingIn(bars, grid, (wanted) => charged(wanted).cost),
  }
}

const offersAt = (ask: Ask, grid: Grid, free: Bits, { charges, cost }: Charged): Offer[] =>
  ranked(ask, grid, free, charges.length === 0 ? null : cost).map((i) => ({
    span: grid.spanOf(i),
    cost: cost[i] as number,
    findings: findingsOf(ask, grid, charges, i),
  }))
