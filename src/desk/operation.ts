import { oc } from '@orpc/contract'
import * as z from 'zod'

export const areas = ['calendar', 'mail', 'travel', 'people', 'money', 'partnership', 'desk'] as const
export type Area = (typeof areas)[number]

export const effects = ['read', 'change', 'send', 'spend', 'delete'] as const
export type Effect = (typeof effects)[number]

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
}

/** The journal entry a change made, and whether it can be undone. */
export const did = z.object({ entry: z.uuid(), undo: z.boolean() })

/** A read answers with its output shape and no `did`; a change adds `did`. */
const contract = oc.$meta<Declaration | Record<never, never>>({})
const declared = ({ name, area, says, everyone, busyView }: Omit<Declaration, 'effect'>) => ({
  name,
  area,
  says,
  ...(everyone && { everyone }),
  ...(busyView && { busyView }),
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

/** Declares an operation that changes something: POST, idempotent by its `Idempotency-Key`. */
export const change = <I extends z.ZodType, S extends z.ZodRawShape>(
  d: Declaration & { readonly input: I; readonly output: z.ZodObject<S> },
) =>
  contract
    .meta({ ...declared(d), effect: d.effect })
    .route({ method: 'POST', path: path(d.name), summary: d.says, tags: [d.area], operationId: d.name })
    .input(d.input)
    .output(d.output.extend({ did }))
