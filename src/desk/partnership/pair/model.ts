import * as z from 'zod'

export const person = z.object({ id: z.uuid(), name: z.string() })
export type Person = z.infer<typeof person>

/** Somebody who assisted, and when they left. */
export type Former = Person & { readonly leftAt: Temporal.Instant }

/** The executive and one of those who assist them for good, with the others who do. */
export type Pair = { readonly executive: Person; readonly assistant: Person; readonly others: readonly Person[] }
