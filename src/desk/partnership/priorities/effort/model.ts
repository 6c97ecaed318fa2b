import * as z from 'zod'
import type { Span } from '../../../../plan/time.ts'
import type { KeptWork } from '../../../work/tasks/model.ts'

/** What work took or will take, by the effort it was given. It is no part of the working hours on the calendar. */
export const effort = z.object({
  minutes: z.int(),
  pieces: z.int(),
  /** Pieces nobody gave an effort; they are in no minutes. */
  unsaid: z.int(),
})
export type Effort = z.infer<typeof effort>

/** Of a week: what was closed in it, and what is due in it and still open. */
export const efforts = z.object({ done: effort, due: effort, words: z.string() })
export type Efforts = z.infer<typeof efforts>

type Piece = Pick<KeptWork, 'state' | 'dueAt' | 'closedAt'> & {
  readonly terms: Pick<KeptWork['terms'], 'owner' | 'effort'>
}

export const effortOf = (works: readonly Pick<Piece, 'terms'>[]): Effort => ({
  minutes: works.reduce((sum, { terms }) => sum + (terms.effort ?? 0), 0),
  pieces: works.length,
  unsaid: works.filter(({ terms }) => terms.effort === null).length,
})

const isIn = (at: number | null, { start, end }: Span): boolean => at !== null && at >= start && at < end
/** What is due by the end of a day is due as the next begins. */
const isBy = (at: number | null, { start, end }: Span): boolean => at !== null && at > start && at <= end

/** The desk’s own work of a span; what somebody outside does takes no time here. */
export function worksOf<T extends Piece>(works: readonly T[], span: Span): { readonly done: T[]; readonly due: T[] } {
  const own = works.filter(({ terms }) => terms.owner !== 'theirs')
  return {
    done: own.filter(({ state, closedAt }) => state === 'closed' && isIn(closedAt, span)),
    due: own.filter(({ state, dueAt }) => state === 'open' && isBy(dueAt, span)),
  }
}
