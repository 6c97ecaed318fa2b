import type { Clause } from './clauses.ts'
import { onlyDay, readFor } from './days.ts'
import { dates } from './forms.ts'
import type { Spoken, Suggestion } from './model.ts'

/** Said right after a task: it is none any more. */
export const over = /^\W*(?:done|closed|completed?|finished|scrapped|dropped|cancelled)\b(?! deal)[\s\w,]*$/i

/** The one before with the day a sentence gives it afterwards; null: it gives it none. */
export function datedBy(clause: Clause, last: Suggestion, spoken: Spoken): Suggestion | null {
  if (last.by !== null) return null
  const due = onlyDay(clause.text, spoken) ?? (dates(clause.text) ? readFor(clause.text, spoken).due : null)
  return (
    due && { ...last, by: due.dueOn, time: due.time, zone: due.zone, words: { from: last.words.from, to: clause.to } }
  )
}

/** A day said right after a promise without one may be its day, or another's: then nobody is sure. */
export const mayDate = (clause: Clause, spoken: Spoken): boolean =>
  !/^\W*(?:see|speak to|talk to|until|looking forward|have a) /i.test(clause.text) &&
  readFor(clause.text, spoken).due !== null
