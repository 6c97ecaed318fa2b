import type { Weight } from '../finding.ts'
import type { Ask, Asked, Key } from './ask.ts'
import { busyKey } from './bars.ts'
import { type Bits, countOf, each } from './bits.ts'
import { columnsOf } from './calendar.ts'
import { busyAt } from './clash.ts'
import type { Grid } from './grid.ts'
import type { Judgement } from './judgement.ts'

/** What some candidates cost because of one rule or one person's time. */
export type Charge = {
  readonly key: Key
  readonly weight: Weight
  readonly cost: number
  readonly person: Asked
  /** Null where somebody who is not required is busy. */
  readonly judgement: Judgement | null
  readonly bits: Bits
}

const costs = { never: 0, avoid: 100, prefer: 10 } as const

/** What costs something at some candidate: every `avoid` and `prefer`, and everybody who is busy without being required. */
export const chargesOf = (
  ask: Ask,
  grid: Grid,
  judgements: readonly Judgement[],
  brokenBy: (judgement: Judgement) => Bits,
): readonly Charge[] => {
  const charges: Charge[] = []
  for (const judgement of judgements) {
    const { rule } = judgement.ready
    if (rule.weight === 'never') continue
    const cost = rule.cost ?? costs[rule.weight]
    const { person } = judgement.calendar
    charges.push({ key: rule.kind, weight: rule.weight, cost, person, judgement, bits: brokenBy(judgement) })
  }
  for (const person of ask.people)
    if (!person.required) charges.push({ ...busyCharge(person), bits: busyAt(columnsOf(person), grid) })
  return charges.filter(({ bits }) => countOf(bits) > 0)
}

const busyCharge = (person: Asked) =>
  ({ key: busyKey(person), weight: 'prefer', cost: costs.prefer, person, judgement: null }) as const

/** What each of some candidates costs in all. */
export const costsAt = (charges: readonly Charge[], wanted: Bits, count: number): Float64Array => {
  const cost = new Float64Array(count)
  for (const charge of charges) {
    const here = charge.bits.map((word, w) => word & (wanted[w] as number))
    each(here, (i) => {
      cost[i] = (cost[i] as number) + charge.cost
    })
  }
  return cost
}
