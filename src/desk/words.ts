import type { Json } from './act.ts'
import { authorityWords } from './authority/words.ts'
import { briefingWords } from './briefing/words.ts'
import { calendarWords } from './calendar/words.ts'
import { coverEntryWords } from './cover/words.ts'
import { holdWords } from './holds/words.ts'
import { type EntryWords, journalWords } from './journal/words.ts'
import { ruleWords } from './rules/words.ts'

/** Every noun's sentences for the journal. */
const all: EntryWords = {
  ...journalWords,
  ...authorityWords,
  ...calendarWords,
  ...ruleWords,
  ...holdWords,
  ...coverEntryWords,
  ...briefingWords,
}

/** A journal entry as a plain sentence. */
export const sentence = (operation: string, values: { readonly [key: string]: Json }): string =>
  all[operation]?.(values) ?? operation
