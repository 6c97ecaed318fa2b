import type { Json } from '../act.ts'
import type { Proof } from './model.ts'

/** Sentences for journal entries, by operation, from the values the entry kept. */
export type EntryWords = Readonly<Record<string, (values: { readonly [key: string]: Json }) => string>>

export const forgotten = 'What this entry said was forgotten.'

export const journalWords: EntryWords = {
  'journal.undo': ({ words }) => `Undid: ${words}`,
  'journal.erase': ({ number }) => `Forgot what entry ${number} said`,
}

const doors: Record<string, string> = {
  web: 'in the browser',
  api: 'through the API',
  'command line': 'on the command line',
  feed: 'through a secret address',
  routine: 'by itself',
}
export const doorWords = (door: string): string => doors[door] ?? door

const faults = {
  entry: 'was altered',
  order: 'does not follow the one before it',
  content: 'does not say what it said when it was written',
  head: 'is the last one here, but the desk has written more',
} as const

export function proofWords(proof: Proof, expected: boolean): string {
  if (!proof.whole) return `The record is broken: entry ${proof.number} ${faults[proof.fault]}.`
  if (!expected)
    return `The record is whole in itself, ${proof.entries} entries, but it does not end as you expected: entries may have been taken off its end.`
  return proof.entries === 1 ? 'One entry, not altered.' : `${proof.entries} entries, none altered.`
}
