import type { Field, Proposal } from '../../reading/model.ts'
import type { TakePart } from '../model.ts'

/** What was read with what a person corrected laid over it: what they chose is in doubt no longer. */
export function corrected(proposal: Proposal, given: TakePart['fields']): Proposal {
  const fields = { ...proposal.fields }
  for (const [name, value] of Object.entries(given) as [Field, string | null][])
    if (value === null) delete fields[name]
    else fields[name] = { value, origin: { by: 'data', path: 'hand', words: value } }
  return { ...proposal, fields, doubts: proposal.doubts.filter(({ field }) => !(field in given)) }
}

const local = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/

/** The field of a time that is written in no way the desk reads; null where all are. */
export const misread = (given: TakePart['fields']): Field | null =>
  (['starts', 'ends', 'checkInBy', 'cancelBy'] as const).find((name) => {
    const value = given[name]
    return typeof value === 'string' && !local.test(value)
  }) ?? null

const alike = [
  ['car', 'ride'],
  ['train', 'bus'],
  ['meal', 'meeting'],
]

/** A hired car and a ride, a train and a coach: senders call them what they like. */
export const isAlike = (a: Proposal['kind'], b: Proposal['kind']): boolean =>
  a === b || alike.some((pair) => pair.includes(a) && pair.includes(b))
