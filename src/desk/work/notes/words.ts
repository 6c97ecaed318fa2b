import type { EntryWords } from '../../journal/words.ts'

type Values = Parameters<EntryWords[string]>[0]
const text = (v: Values, key: string): string => (typeof v[key] === 'string' ? v[key] : '')
const lines = (v: Values): string => (v.lines === 1 ? 'one line' : `${Number(v.lines ?? 0)} lines`)

/** Sentences of meeting notes for the journal. */
export const noteWords: EntryWords = {
  'note.add': (v) => `Took notes of “${text(v, 'title')}”, ${lines(v)}`,
  'note.edit': (v) => `Changed the notes of “${text(v, 'title')}”, now ${lines(v)}`,
}
