import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { type How, join } from './join.ts'
import { likeness, matches } from './match.ts'

/** What one source says twice is said once. */
export function distinct(proposals: readonly Proposal[], how: How): Proposal[] {
  const found: Proposal[] = []
  for (const proposal of proposals) {
    const at = found.findIndex((each) => each.action === proposal.action && likeness(each, proposal) >= 3)
    if (at === -1) found.push(proposal)
    else found[at] = join(found[at] as Proposal, proposal, { ...how, apart: false })
  }
  return found
}

/** Whether words were read as a thing of another kind than the one that data tells of the same minute. */
const isMistaken = (read: Proposal, data: readonly Proposal[]) => {
  const at = read.fields.starts?.value
  return (
    at?.includes('T') === true &&
    data.some(({ kind, fields }) => kind !== read.kind && fields.starts?.value.slice(0, 16) === at.slice(0, 16))
  )
}

/** Two lists as one, in the order of the second, what only the first has where it stood among the others. */
export function merged(ones: readonly Proposal[], all: readonly Proposal[], how: How): Proposal[] {
  const others = how.data ? all.filter((each) => !isMistaken(each, how.data ?? [])) : all
  const pairs = new Map([...matches(ones, others)].map(([one, other]) => [other, one]))
  const paired = new Set(pairs.values())
  const told = new Set<number>()
  const found: Proposal[] = []
  const tellUntil = (end: number) => {
    for (let at = 0; at < end; at++)
      if (!told.has(at) && !paired.has(at)) {
        told.add(at)
        found.push(ones[at] as Proposal)
      }
  }
  for (const [at, other] of others.entries()) {
    const one = pairs.get(at)
    if (one !== undefined) tellUntil(one)
    found.push(one === undefined ? other : join(ones[one] as Proposal, other, how))
  }
  tellUntil(ones.length)
  return found
}
