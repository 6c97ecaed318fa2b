import type { Check, Doer } from '../standards/model.ts'
import type { CheckView, KeptWork } from './model.ts'

/** What the desk can see of what work hangs on. */
export type Seen = {
  /** Of the events it hangs on that are still there. */
  readonly events: readonly { readonly hasPlace: boolean; readonly isAnswered: boolean }[]
  /** Whether other work it hangs on is still open. */
  readonly isWaiting: boolean
}

export const nothingSeen: Seen = { events: [], isWaiting: false }

/** Whether something is so that the desk can see by itself. */
const isSo = (does: Doer, work: KeptWork, seen: Seen, now: number): boolean => {
  switch (does) {
    case 'closed-before-due':
      return work.dueAt === null || (work.closedAt ?? now) <= work.dueAt
    case 'has-link':
      return work.terms.links.length > 0
    case 'event-has-place':
      return seen.events.length > 0 && seen.events.every(({ hasPlace }) => hasPlace)
    case 'event-answered':
      return seen.events.length > 0 && seen.events.every(({ isAnswered }) => isAnswered)
    case 'hangs-on-closed':
      return !seen.isWaiting
  }
}

export const theDesk = 'the desk'

/** The checks of a piece of work as they stand: what somebody ticked, and what the desk sees for itself. */
export const checksOf = (work: KeptWork, checks: readonly Check[], seen: Seen, now: number): CheckView[] =>
  work.terms.closing
    ? work.terms.closing.checks.map((one) => ({ ...one }))
    : checks.map(({ id, words, does }) => {
        const isSeen = does !== null && isSo(does, work, seen, now)
        return { id, words, does, by: isSeen ? theDesk : (work.terms.ticks[id]?.by ?? null), reason: '' }
      })

/** Whether everything is met; null where there is nothing to meet. */
export const toStandard = (checks: readonly CheckView[]): boolean | null =>
  checks.length === 0 ? null : checks.every(({ by }) => by !== null)
