import * as z from 'zod'

/** What the desk ticks by itself, because it can see whether it is so. */
export const doers = ['closed-before-due', 'has-link', 'event-has-place', 'event-answered', 'hangs-on-closed'] as const
export type Doer = (typeof doers)[number]

export const mostChecks = 30

/** One check as somebody writes it; without an id it is new. `does`: the desk ticks it where it is so. */
export const checkDraft = z.object({
  id: z.string().min(1).max(60).optional(),
  words: z.string().trim().min(1, 'A check says what is looked for').max(300),
  does: z.enum(doers).nullable().default(null),
})
export type CheckDraft = z.infer<typeof checkDraft>

/** One check of a standard: its id stays when its words are put better. */
export const check = z.object({ id: z.string(), words: z.string(), does: z.enum(doers).nullable() })
export type Check = z.infer<typeof check>

export const standardView = z.object({
  id: z.uuid(),
  kind: z.string(),
  version: z.int(),
  checks: z.array(check),
})
export type StandardView = z.infer<typeof standardView>

/** Kinds of work are the same whatever their case. */
export const sameKind = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The checks of a standard as it is saved: known ids stay, new ones get one, and none stands twice. */
export function checksFrom(drafts: readonly CheckDraft[], before: readonly Check[], newId: () => string): Check[] {
  const known = new Set(before.map(({ id }) => id))
  const taken = new Set<string>()
  return drafts.map(({ id, words, does }) => {
    const own = id !== undefined && known.has(id) && !taken.has(id) ? id : newId()
    taken.add(own)
    return { id: own, words, does }
  })
}
