import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type * as z from 'zod'
import type { ChangeAction, ReadAction } from './act.ts'
import type { Declaration } from './operation.ts'
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
