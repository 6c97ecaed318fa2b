import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type * as z from 'zod'
import type { ChangeAction, ReadAction } from './act.ts'
import type { Declaration, Final, FinalWords } from './operation.ts'
import { contract } from './operations.ts'

type Contract = typeof contract

/** The action an operation needs: a change's answer has `did`, which `perform` adds. */
type ActionOf<P> =
  // biome-ignore lint/suspicious/noExplicitAny: only its input and output matter here
  P extends ContractProcedure<infer I, infer O, any, any>
    ? InferSchemaOutput<O> extends { did: unknown }
      ? ChangeAction<InferSchemaOutput<I>, Omit<InferSchemaInput<O>, 'did'>>
      : ReadAction<InferSchemaOutput<I>, InferSchemaInput<O>>
    : never

/** One action for every operation of a noun, by its verbs; the compiler says which is missing or of the wrong shape. */
export type ActionsFor<C> = {
  readonly [Noun in keyof C]: { readonly [Verb in keyof C[Noun]]: ActionOf<C[Noun][Verb]> }
}
export type Actions = ActionsFor<Contract>

export type Operation = Declaration & { readonly input: z.ZodType; readonly output: z.ZodType }

/** Every operation by its name, read from the contract. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.values(contract).flatMap((verbs) =>
    Object.values(verbs).map((procedure) => {
      const { meta, inputSchema, outputSchema } = procedure['~orpc']
      const declared = meta as Declaration
      return [
        declared.name,
        { ...declared, input: inputSchema as z.ZodType, output: outputSchema as z.ZodType },
      ] as const
    }),
  ),
)

/** What the record keeps beside operations, and cannot be undone. */
const beside: { readonly [name: string]: Final } = {
  'desk.found': 'A desk that was opened stays open.',
  'desk.join': 'Take them from the desk instead.',
}

/**
 * For the entry of something that cannot be undone: the words its operation declared for always, or for this case.
 * @throws where it declared none
 */
export function final(name: string, which?: string): { readonly none: FinalWords } {
  const declared = operations.get(name)?.final ?? beside[name]
  const words = typeof declared === 'string' ? declared : declared?.[which ?? '']
  if (words === undefined) throw new Error(`${name} does not say that it is final`)
  return { none: words as FinalWords }
}
