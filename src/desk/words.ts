import type { Json } from './act.ts'
import { authorityWords } from './authority/words.ts'
import { briefingWords } from './briefing/words.ts'
import { calendarWords } from './calendar/words.ts'
import { coverEntryWords } from './cover/words.ts'
import { decisionWords } from './decisions/words.ts'
import { holdWords } from './holds/words.ts'
import { type EntryWords, journalWords } from './journal/words.ts'
import { mistakeWords } from './mistakes/words.ts'
import { textWords } from './outgoing/words.ts'
import { agreementWords } from './partnership/agreement/words.ts'
import { feedbackEntryWords } from './partnership/feedback/words.ts'
import { knowingWords } from './partnership/knowing/words.ts'
import { oneToOneWords } from './partnership/meeting/words.ts'
import { priorityWords } from './partnership/priorities/words.ts'
import { peopleWords } from './people/words.ts'
import { ruleWords } from './rules/words.ts'
import { emergencyWords } from './travel/emergency/words.ts'
import { itineraryWords } from './travel/itinerary/words.ts'
import { travellerWords } from './travel/traveller/words.ts'
import { travelWords } from './travel/words.ts'
import { commitmentWords } from './work/commitments/words.ts'
import { noteWords } from './work/notes/words.ts'
import { workWords } from './work/words.ts'

/** Every noun's sentences for the journal. */
const all: EntryWords = {
  ...journalWords,
  ...authorityWords,
  ...peopleWords,
  ...calendarWords,
  ...ruleWords,
  ...holdWords,
  ...travelWords,
  ...itineraryWords,
  ...emergencyWords,
  ...travellerWords,
  ...commitmentWords,
  ...noteWords,
  ...workWords,
  ...decisionWords,
  ...mistakeWords,
  ...priorityWords,
  ...textWords,
  ...agreementWords,
  ...oneToOneWords,
  ...feedbackEntryWords,
  ...knowingWords,
  ...coverEntryWords,
  ...briefingWords,
}

/** A journal entry as a plain sentence. */
export const sentence = (operation: string, values: { readonly [key: string]: Json }): string =>
  all[operation]?.(values) ?? operation
