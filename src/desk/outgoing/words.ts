import type { Json } from '../act.ts'
import type { EntryWords } from '../journal/words.ts'

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const listed = (all: readonly string[], last: string): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`

const quoted = (words: readonly string[]): string => {
  const shown = [...new Set(words)].slice(0, 5).map((one) => `“${one}”`)
  return listed(shown, 'and')
}

/** What is said of a text that does not leave as it is. `words`: null for whoever may not know which. */
export const stopWords = (words: readonly string[] | null, askThem: readonly string[]): string => {
  if (words !== null)
    return `Something private is in this text: ${quoted(words)}. Change the words, or release it with a reason.`
  const who = askThem.length === 0 ? 'Somebody who may see it' : listed(askThem, 'or')
  return `Something private is in this text. Change the words; ${who} may release it.`
}

export const cleanWords = (released: boolean): string =>
  released ? 'Something private is in it, and it was released for them.' : 'Nothing private is in it.'

/** Sentences of texts for the journal. */
export const textWords: EntryWords = {
  'text.release': (v) => `Let a text for ${text(v.to)} go with ${text(v.words)} in it: ${text(v.reason)}`,
}

export const releasedWords = (words: readonly string[]): string => quoted(words)
