import * as z from 'zod'

/** Why the desk says no. Closed: a new reason does not compile until it has a status. */
export const reasons = ['bad-input', 'not-yours', 'not-there', 'moved-on', 'key-reused', 'too-much'] as const
export type Reason = (typeof reasons)[number]

/** A no with its reason and the ids of what stands in the way; the same body through every door. */
export const refusal = z.object({
  why: z.enum(reasons),
  words: z.string(),
  standing: z.array(z.string()),
  path: z.string().optional(),
})
export type Refusal = z.infer<typeof refusal>

export const statusOf = {
  'bad-input': 422,
  'not-yours': 403,
  'not-there': 404,
  'moved-on': 409,
  'key-reused': 409,
  'too-much': 429,
} as const satisfies Record<Reason, number>
