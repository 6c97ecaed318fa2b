import { useState } from 'react'
import type { QuestionView } from '../../desk/partnership/knowing/model.ts'

type Values = Record<string, unknown>
type Form = { readonly read: QuestionView; readonly values: Values; readonly note: string; readonly isTyped: boolean }

const formOf = (read: QuestionView): Form => ({
  read,
  values: read.start,
  note: read.waits?.note ?? read.kept?.note ?? '',
  isTyped: false,
})

/**
 * An answer as it is typed, against the version it was begun with: what somebody else answers meanwhile takes nothing of it
 * away, and is there instead of it where nothing was typed yet.
 */
export function useAnswer(question: QuestionView) {
  const [kept, setForm] = useState(() => formOf(question))
  const isOther = kept.read.version !== question.version
  const form = isOther && !kept.isTyped ? formOf(question) : kept
  if (form !== kept) setForm(form)
  return {
    values: form.values,
    note: form.note,
    version: form.read.version,
    /** Somebody answered it otherwise while this was typed. */
    isBehind: isOther && kept.isTyped,
    onValues: (values: Values) => setForm({ ...form, values, isTyped: true }),
    onNote: (note: string) => setForm({ ...form, note, isTyped: true }),
    readAgain: () => setForm(formOf(question)),
    /** What comes now is what was just done. */
    isDone: () => setForm({ ...form, isTyped: false }),
  }
}
