import { oc } from '@orpc/contract'
import * as z from 'zod'

export const areas = ['calendar', 'mail', 'travel', 'people', 'money', 'partnership', 'desk'] as const
export type Area = (typeof areas)[number]

export const effects = ['read', 'change', 'send', 'spend', 'delete'] as const
export type Effect = (typeof effects)[number]

/** Why what was done cannot be undone, and what to do instead: always, or by case where it can be otherwise. */
export type Final = string | { readonly [which: string]: string }

/** Words that were declared, and so stood on the screen before anything was done. */
export type FinalWords = string & { readonly [declaredAs]: 'final' }
declare const declaredAs: unique symbol

/** What every operation says of itself: the registry behind HTTP, the web client, the command line and agents. */
export type Declaration = {
  readonly name: `${string}.${string}`
  readonly area: Area
  readonly effect: Effect
  /** One sentence, as an assistant would say it. */
  readonly says: string
  /** Whoever sits at the desk may: it is about themselves. */
  readonly everyone?: boolean
  /** A read that has a view of busy times alone. */
  readonly busyView?: boolean
  /** What it does may belong to other areas besides its own: which, is asked of each call. */
  readonly reaches?: boolean
  /** It cannot be undone. Without it, every entry it writes says what takes it back. */
  readonly final?: Final
  /** A read whose question is too long for an address: it is sent as a change is, and changes nothing. */
  readonly posted?: boolean
  /**
   * Parts of its input that are kept sealed and nowhere else: with one of them it is performed by itself, and is neither part of
   * another operation nor waits for a yes.
   */
  readonly sealed?: readonly string[]
}

/** The journal entry a change made, and whether it can be undone. */
export const did = z.object({ entry: z.uuid(), undo: z.boolean() })

/** A read answers with its output shape and no `did`; a change adds `did`. */
const contract = oc.$meta<Declaration | Record<never, never>>({})
const declared = ({ name, area, says, everyone, busyView, reaches, final, sealed }: Omit<Declaration, 'effect'>) => ({
  name,
  area,
  says,
  ...(everyone && { everyone }),
  ...(busyView && { busyView }),
  ...(reaches && { reaches }),
  ...(final !== undefined && { final }),
  ...(sealed && { sealed }),
})
const path = (name: string) => `/${name.replaceAll('.', '/')}` as const

/** Declares an operation that only reads: GET, input as query. */
export const read = <I extends z.ZodType, O extends z.ZodType>(
  d: Omit<Declaration, 'effect'> & { readonly input: I; readonly output: O },
) =>
  contract
    .meta({ ...declared(d), effect: 'read' })
    .route({ method: 'GET', path: path(d.name), summary: d.says, tags: [d.area], operationId: d.name })
    .input(d.input)
    .output(d.output)

/** Declares an operation that only reads, and whose question is a text: POST, input as JSON. */
export const asks = <I extends z.ZodType, O extends z.ZodType>(
  d: Omit<Declaration, 'effect'> & { readonly input: I; readonly output: O },
) =>
  contract
    .meta({ ...declared(d), effect: 'read', posted: true })
    .route({ method: 'POST', path: path(d.name), summary: d.says, tags: [d.area], operationId: d.name })
    .input(d.input)
    .output(d.output)

/** Declares an operation that changes something: POST, idempotent by its `Idempotency-Key`. */
export const change = <I extends z.ZodType, S extends z.ZodRawShape>(
  d: Declaration & { readonly input: I; readonly output: z.ZodObject<S> },
) =>
  contract
    .meta({ ...declared(d), effect: d.effect })
    .route({ method: 'POST', path: path(d.name), summary: d.says, tags: [d.area], operationId: d.name })
    .input(d.input)
    .output(d.output.extend({ did }))
