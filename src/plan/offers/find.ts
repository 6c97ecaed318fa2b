import type { Span } from '../time.ts'
import type { Answer, Ask, Offer } from './ask.ts'
import { busyBars, removedBy, ruleBars } from './bars.ts'
import { type Bits, countOf, none, without } from './bits.ts'
import { candidateFor } from './candidate.ts'
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
  const candidate = candidateFor(ask)
  const broken = brokenIn(grid, candidate)
  const barred = none(grid.count)
  const bars = [...busyBars(ask, grid, barred), ...ruleBars(ask, grid, judgements, broken, barred)]
  const charged = (wanted: Bits): Charged => chargedAt(ask, grid, judgements, broken, wanted)
  const free = without(barred, grid.count)
  const removed = removedBy(bars)
  if (countOf(free) === 0)
    return { offers: [], removed, standsInTheWay: standingIn(bars, grid, (wanted) => charged(wanted).cost) }
  const { charges, cost } = charged(free)
  const reasons: Reasons = (span, i) => findingsOf(charges, span, i, candidate)
  return { offers: offersAt(ask, grid, free, charges.length > 0 ? cost : null, reasons), removed, standsInTheWay: [] }
}

/** Says why an offer costs what it does. */
type Reasons = (span: Span, i: number) => Offer['findings']

const offersAt = (ask: Ask, grid: Grid, free: Bits, cost: Float64Array | null, reasons: Reasons): Offer[] =>
  ranked(ask, grid, free, cost).map((i) => {
    const span = grid.spanOf(i)
    return {
      span,
      cost: cost?.[i] ?? 0,
      get findings() {
        return reasons(span, i)
      },
    }
  })
