import * as z from 'zod'
import { kinds } from './kinds.ts'

/** A kind of rule as a form, a program and `equerry rules` read it; `params` is JSON Schema (draft 2020-12) of what may be given. */
export type ListedKind = {
  readonly kind: string
  readonly title: string
  readonly words: string
  readonly params: Record<string, unknown>
}

/** The shape of parameters as JSON Schema; conditions between two of them (one ends after the other begins) are not in it. */
const jsonShape = (params: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...shape } = z.toJSONSchema(params, { io: 'input' })
  return shape
}

/** Every kind of rule that a person may add, in the order of the list. */
export const listedKinds = (): ListedKind[] =>
  kinds
    .filter(({ ownHand }) => !ownHand)
    .map(({ kind, title, says, params }) => ({ kind, title, words: says, params: jsonShape(params) }))
