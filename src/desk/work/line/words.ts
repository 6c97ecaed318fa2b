import { lengthWords } from '../../../plan/local.ts'
import { isTrouble, parseRule } from '../../../plan/recurrence/parse.ts'
import { rruleWords } from '../../../plan/recurrence/words.ts'
import type { WorkDraft } from '../tasks/model.ts'

const day = (on: string): string =>
  Temporal.PlainDate.from(on)
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
    .replace(',', '')

const repeatWords = (repeat: string): string => {
  const rule = parseRule(repeat)
  return isTrouble(rule) ? '' : rruleWords(rule)
}

/** "Board pack · by Thursday 26 November, 16:00 · 3 h · Board papers" */
export const draftWords = (draft: WorkDraft, executive: string): string =>
  [
    draft.title,
    draft.dueOn === null ? 'no date' : `by ${day(draft.dueOn)}${draft.dueTime === null ? '' : `, ${draft.dueTime}`}`,
    draft.repeat === null ? '' : repeatWords(draft.repeat),
    draft.effort === null ? '' : lengthWords(draft.effort),
    draft.kind,
    draft.owner === 'executive' ? `${executive} does it` : draft.owner === 'theirs' ? `${draft.who} does it` : '',
    draft.label === 'private' ? 'private' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
