import { type Refused, readable, Unreadable } from '../unreadable.ts'
import type { IsOver, Journey, Reason, Routed, Stay } from './journey.ts'
import { journeyFrom } from './problem.ts'
import { routesOf } from './route.ts'
import { reasonWords } from './words.ts'

type SaidStay = { readonly city: string; readonly from: number; readonly to: number }
type SaidReason = { readonly city?: string; readonly pair?: readonly [string, string]; readonly words: string }

/** What `equerry journey` answers; days count from 1, both ends are in. */
export type Solution =
  | { readonly stays: readonly SaidStay[] }
  | {
      readonly all: readonly { readonly stays: readonly SaidStay[] }[]
      /** Time ran out before as many as were wanted, or all there are, were found. */
      readonly optimal?: false
    }
  | {
      readonly impossible: { readonly because: readonly SaidReason[] }
      /** Time ran out before each of them was shown to be needed. */
      readonly optimal?: false
    }
  | Refused

/**
 * Solves a problem as `equerry journey` reads it; what cannot be read, or takes too long, is an answer too.
 * @param all at most so many orders instead of the first; null for the first.
 */
export const solve = (problem: unknown, all: number | null = null, isOver?: IsOver): Solution =>
  readable(() => {
    const journey = journeyFrom(problem)
    return solutionOf(routesOf(journey, all ?? 1, isOver), journey, all !== null)
  })

const solutionOf = (routed: Routed, journey: Journey, isAll: boolean): Solution => {
  if (routed === 'unknown')
    throw new Unreadable('No order that fits was found in the time; there may be one', 'cities', 'too-much')
  const cut = routed.isWhole ? {} : ({ optimal: false } as const)
  if ('because' in routed)
    return { impossible: { because: routed.because.map((reason) => saidReason(reason, journey)) }, ...cut }
  const orders = routed.orders.map((order) => ({ stays: order.map(saidStay) }))
  const [first] = orders
  return isAll || first === undefined ? { all: orders, ...cut } : first
}

const saidStay = ({ city, from, to }: Stay): SaidStay => ({ city: city.name, from, to })

const saidReason = (reason: Reason, journey: Journey): SaidReason => {
  const words = reasonWords(reason, journey)
  if (reason.what === 'window') return { city: reason.city.name, words }
  return reason.what === 'pair' ? { pair: [reason.from, reason.to], words } : { words }
}
