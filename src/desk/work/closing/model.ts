import { asInstant } from '../../../plan/time.ts'
import type { CheckView, Closing, KeptWork, Work } from '../tasks/model.ts'
import { dueAtOf, turnsAfter } from '../tasks/when.ts'

export type Said = {
  readonly ticks: readonly string[]
  readonly reasons: Readonly<Record<string, string>>
  readonly late: string
  readonly note: string
}

/** What is missing before work can be closed, and where it is to be said. */
export type Missing = { readonly path: string; readonly code: 'unknown' | 'unmet' | 'late'; readonly what: string }

/** What stands between work and its being closed: a check that is neither met nor excused, or a reason for being late. */
export function missing(work: KeptWork, checks: readonly CheckView[], said: Said, now: number): Missing | null {
  const known = new Set(checks.map(({ id }) => id))
  const unknown = [...said.ticks, ...Object.keys(said.reasons)].find((id) => !known.has(id))
  if (unknown !== undefined)
    return { path: said.ticks.includes(unknown) ? 'ticks' : `reasons.${unknown}`, code: 'unknown', what: unknown }
  const unmet = checks.find(({ id, by }) => by === null && !said.ticks.includes(id) && !said.reasons[id])
  if (unmet) return { path: `reasons.${unmet.id}`, code: 'unmet', what: unmet.words }
  const isLate = work.dueAt !== null && now > work.dueAt
  return isLate && said.late === '' ? { path: 'late', code: 'late', what: '' } : null
}

type By = { readonly by: string; readonly at: number }

/** Work as it is once it was closed, and the dates on which it was not done in between. */
export function closed(work: KeptWork, checks: readonly CheckView[], said: Said, { by, at }: By): KeptWork {
  const isLate = work.dueAt !== null && at > work.dueAt
  const closing: Closing = {
    at,
    by,
    checks: checks.map(({ id, words, does, by: met }) => {
      const who = met ?? (said.ticks.includes(id) ? by : null)
      return { id, words, does, by: who, reason: who === null ? (said.reasons[id] ?? '') : '' }
    }),
    late: isLate ? said.late : '',
    note: said.note,
    skipped: turnsAfter(work.terms, asInstant(at)).skipped,
  }
  return { ...work, state: 'closed', closedAt: at, terms: { ...work.terms, closing } }
}

/** Routine work as it comes again; null for what is done for good. What it hung on belonged to this turn. */
export function nextTurn(work: KeptWork, newId: string, at: number): Work | null {
  const { next } = turnsAfter(work.terms, asInstant(at))
  if (next === null) return null
  const { version: _, ...rest } = work
  const terms = { ...work.terms, dueOn: next, askedAt: at, hangsOn: [], ticks: {}, closing: null, cancelled: null }
  return { ...rest, id: newId, state: 'open', dueAt: dueAtOf(terms), closedAt: null, terms }
}

/** Open again, with what was ticked then. */
export function reopened(work: KeptWork): Work {
  const { version: _, ...rest } = work
  const { closing } = work.terms
  const kept = (closing?.checks ?? []).flatMap(({ id, by, does }) =>
    by === null || (does !== null && work.terms.ticks[id] === undefined)
      ? []
      : [[id, { at: closing?.at ?? 0, by }] as const],
  )
  const ticks = { ...Object.fromEntries(kept), ...work.terms.ticks }
  return { ...rest, state: 'open', closedAt: null, terms: { ...work.terms, ticks, closing: null, cancelled: null } }
}

export function cancelled(work: KeptWork, reason: string, { by, at }: By): Work {
  const { version: _, ...rest } = work
  return { ...rest, state: 'cancelled', closedAt: null, terms: { ...work.terms, cancelled: { at, by, reason } } }
}
