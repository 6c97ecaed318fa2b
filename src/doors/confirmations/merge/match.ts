import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { alike } from './alike.ts'

const day = (proposal: Proposal) => proposal.fields.starts?.value.slice(0, 10)

function weigh(a: Proposal, b: Proposal, field: Field, same: number, other: number): number {
  const [one, two] = [a.fields[field]?.value, b.fields[field]?.value]
  if (one === undefined || two === undefined) return 0
  return alike(field, one, two) ? same : other
}

function weighTimes(a: Proposal, b: Proposal): number {
  const [one, other] = [day(a), day(b)]
  if (one === undefined || other === undefined) return 0
  if (one !== other) return -2
  return a.fields.starts?.value.slice(0, 16) === b.fields.starts?.value.slice(0, 16) ? 3 : 2
}

/** How much speaks for two proposals being one segment; below 2 too little does. */
export function likeness(a: Proposal, b: Proposal): number {
  if (a.kind !== b.kind) return -10
  return (
    weigh(a, b, 'number', 3, -3) +
    weighTimes(a, b) +
    weigh(a, b, 'fromAirport', 1, -2) +
    weigh(a, b, 'toAirport', 1, -2) +
    weigh(a, b, 'from', 1, -1) +
    weigh(a, b, 'to', 1, -1) +
    weigh(a, b, 'confirmation', 1, -1) +
    weigh(a, b, 'place', 2, -1)
  )
}

type Pair = { readonly one: number; readonly other: number; readonly score: number }

/** Which of two lists are one segment, each at most once, what is most alike first. The only ones of their kind are, unless much speaks against it. */
export function matches(ones: readonly Proposal[], others: readonly Proposal[]): Map<number, number> {
  const alone = (list: readonly Proposal[], { kind }: Proposal) =>
    list.filter((each) => each.kind === kind).length === 1
  const pairs: Pair[] = ones.flatMap((a, one) =>
    others.flatMap((b, other) => {
      const score = likeness(a, b)
      return score >= (alone(ones, a) && alone(others, b) ? -2 : 2) ? [{ one, other, score }] : []
    }),
  )
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const { one, other } of pairs.sort((a, b) => b.score - a.score || a.one - b.one)) {
    if (found.has(one) || taken.has(other)) continue
    found.set(one, other)
    taken.add(other)
  }
  return found
}
