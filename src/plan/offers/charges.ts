import type { Weight } from '../finding.ts'
import type { Ask, Asked, Key } from './ask.ts'
import { busyKey } from './bars.ts'
import { type Bits, countOf, eachOfBoth, has } from './bits.ts'
import { takenOf } from './calendar.ts'
import { eachClash, isBusyAt } from './clash.ts'
import type { Grid } from './grid.ts'
import type { Broken, Judgement } from './judgement.ts'

/** What some candidates cost because of one rule or one person's time. */
export type Charge = {
  readonly key: Key
  readonly weight: Weight
  readonly cost: number
  readonly person: Asked
  /** Null where somebody who is not required is busy. */
  readonly judgement: Judgement | null
  /** Whether it is due at a candidate that can still be had. */
  readonly isDue: (i: number) => boolean
}

/** What the candidates that can still be had cost, by index, and why: the dearest first, in an order that input has no part in. */
export type Charged = { readonly charges: readonly Charge[]; readonly cost: Float64Array }

const costs = { never: 0, avoid: 100, prefer: 10 } as const

/** What `wanted` candidates cost: every `avoid` and `prefer` they break, and everybody who is busy then without being required. */
export const chargedAt = (
  ask: Ask,
  grid: Grid,
  judgements: readonly Judgement[],
  broken: Broken,
  wanted: Bits,
): Charged => {
  const cost = new Float64Array(grid.count)
  const charges = [
    ...ruleCharges(judgements, broken, wanted, cost),
    ...ask.people.filter(({ required }) => !required).map((person) => busyCharge(person, grid)),
  ]
  addBusy(ask, grid, cost)
  return { charges: charges.sort(inOrder), cost }
}

const ruleCharges = (judgements: readonly Judgement[], broken: Broken, wanted: Bits, cost: Float64Array): Charge[] => {
  const charges: Charge[] = []
  const sums = new Map<Bits, number>()
  for (const judgement of judgements) {
    const { kind, weight, cost: own } = judgement.ready.rule
    if (weight === 'never') continue
    const bits = broken(judgement, wanted)
    if (!sums.has(bits) && countOf(bits) === 0) continue
    const charge = own ?? costs[weight]
    const { person } = judgement.calendar
    charges.push({ key: kind, weight, cost: charge, person, judgement, isDue: (i) => has(bits, i) })
    sums.set(bits, (sums.get(bits) ?? 0) + charge)
  }
  for (const [bits, sum] of sums)
    eachOfBoth(bits, wanted, (i) => {
      cost[i] = (cost[i] as number) + sum
    })
  return charges
}

const busyCharge = (person: Asked, grid: Grid): Charge => {
  const { columns } = takenOf(person)
  return {
    key: busyKey(person),
    weight: 'prefer',
    cost: costs.prefer,
    person,
    judgement: null,
    isDue: (i) => isBusyAt(columns, grid, i),
  }
}

/** Everybody's share at once, however many they are: what begins to cost and what ceases to, then the sums. */
const addBusy = ({ people }: Ask, grid: Grid, cost: Float64Array): void => {
  const optional = people.filter(({ required }) => !required)
  if (optional.length === 0) return
  const change = new Int32Array(grid.count + 1)
  for (const person of optional)
    eachClash(takenOf(person).columns, grid, (from, to) => {
      change[from] = (change[from] as number) + costs.prefer
      change[to] = (change[to] as number) - costs.prefer
    })
  let sum = 0
  for (let i = 0; i < grid.count; i++) {
    sum += change[i] as number
    cost[i] = (cost[i] as number) + sum
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = (a: Charge, b: Charge): number =>
  b.cost - a.cost ||
  byText(a.key, b.key) ||
  byText(a.person.id, b.person.id) ||
  byText(a.weight, b.weight) ||
  byText(a.judgement?.ready.text ?? '', b.judgement?.ready.text ?? '')
