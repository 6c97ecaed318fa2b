import type { EntryWords } from '../../journal/words.ts'

/** The record says that it was given, and not a word of it, nor to whom. */
export const feedbackEntryWords: EntryWords = {
  'feedback.give': () => 'Gave feedback',
  'feedback.withdraw': () => 'Took feedback back',
}

export const mistakeAbout = (title: string): string => `the mistake “${title}”`
export const projectAbout = (name: string): string => `the project “${name}”`
