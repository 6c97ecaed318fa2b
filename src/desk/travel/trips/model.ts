import type { Label } from '../../../plan/plan.ts'
import type { TripDraft, TripView } from '../model.ts'

/** What a trip says beyond its days, its calendar and who may read it. */
export type TripTerms = Omit<TripDraft, 'from' | 'until' | 'calendarId' | 'label' | 'readers'> & {
  /** Who called it off, when and why; null: nobody did. */
  readonly cancelled: { readonly who: string; readonly at: string; readonly why: string } | null
}

export type Trip = {
  readonly id: string
  readonly version: number
  /** First and last day, where the executive lives. */
  readonly firstOn: string
  readonly lastOn: string
  readonly calendarId: string | null
  readonly label: Label
  readonly readers: readonly string[]
  readonly terms: TripTerms
}

/** A trip from what was given; `before` is what was called off already, which a change does not undo. */
export const tripFrom = (id: string, draft: TripDraft, before: Trip | null): Trip => {
  const { from, until, calendarId, label, readers, ...terms } = draft
  return {
    id,
    version: before?.version ?? 0,
    firstOn: from,
    lastOn: until,
    calendarId,
    label,
    readers: [...new Set(readers)].sort(),
    terms: { ...terms, cancelled: before?.terms.cancelled ?? null },
  }
}

/** A trip as somebody would give it again. */
export const draftOfTrip = ({ firstOn, lastOn, calendarId, label, readers, terms }: Trip): TripDraft => {
  const { cancelled: _, ...said } = terms
  return { ...said, from: firstOn, until: lastOn, calendarId, label, readers: [...readers] }
}

/** How it stands on a day, where the executive lives. */
export const stateOfTrip = ({ firstOn, lastOn, terms }: Trip, today: string): TripView['state'] => {
  if (terms.cancelled) return 'cancelled'
  if (lastOn < today) return 'over'
  return firstOn <= today ? 'under way' : 'planned'
}

/** Longer than this nobody travels; the desk would judge it for ever. */
export const longestTrip = 366
