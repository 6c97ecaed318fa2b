import { asSecond, familiarIn } from './clues.ts'
import { cuesAt, hours, isInFile, weekdays } from './cues.ts'
import { stemOf, type Token, tokensOf } from './fold.ts'
import { type Hit, isAbout, isOpenTogether, type Reading } from './hits.ts'
import { distance, isMisspelt } from './near.ts'
import { codes, isMute, type Phrase } from './reads.ts'
import { trade } from './trade.ts'

/** A phrase as it stands in a text: from which of its words until which, `to` behind the last. */
export type Quoted = { readonly phrase: Phrase; readonly from: number; readonly to: number }

/** The words of a text that say something, by their places; and which private word each is, misspelt or not. */
type Line = { readonly places: readonly number[]; readonly meant: ReadonlyMap<number, string> }

/** So many words that say nothing may stand between two of a phrase. */
const mostBetween = 2

/**
 * Where a text says all of a private title, word after word, whatever each weighs alone: initials, numbers, names the desk
 * says openly and words of every day are together nobody else's. Not what the desk says openly, or the reader knows, so.
 */
export function quotedIn(hits: readonly Hit[], spared: ReadonlySet<string>, reading: Reading): Quoted[] {
  const { tokens } = reading
  const line: Line = {
    places: tokens.flatMap((token, at) => (isMute(token) ? [] : [at])),
    meant: new Map(hits.map(({ at, clue }) => [at, clue.stem])),
  }
  const familiar = familiarIn(spared, reading.clues)
  return line.places.flatMap((_, place) =>
    phrasesAt(place, line, reading).flatMap((phrase) => {
      if (spared.has(phrase.item) || (phrase.kind === 'place' && phrase.stems.every((stem) => familiar.has(stem))))
        return []
      const quoted = standing(phrase, place, line, reading)
      return quoted && !isSaid(phrase, reading) && isTold(quoted, reading) ? [quoted] : []
    }),
  )
}

/**
 * Those that begin with this word, with a name of the reader misspelt too; that are written as one; or of which the next word
 * is the second, and this the first misspelt or in another language: `projekt merlyn`.
 */
function phrasesAt(place: number, line: Line, reading: Reading): readonly Phrase[] {
  const { tokens, clues, names } = reading
  const { phrases, background } = clues
  const at = line.places[place] as number
  const { stem, word } = tokens[at] as Token
  const there = phrases.get(stem) ?? phrases.get(word) ?? phrases.get(line.meant.get(at) ?? '')
  if (there) return [...there]
  if (word.length < 4 || ((background(word) ?? fewer) < fewer && !codes.has(word))) return []
  return [
    ...(codes.has(word) ? [...codes].flatMap((code) => [...(phrases.get(code) ?? [])]) : []),
    ...[...names].filter((name) => isMisspelt(word, name)).flatMap((name) => [...(phrases.get(stemOf(name)) ?? [])]),
    ...bySecond(line.places[place + 1], line, reading).filter(({ stems }) =>
      isWord(tokens[at] as Token, stems[0] as string, reading),
    ),
  ]
}

/** Those of which this is the second word. */
function bySecond(at: number | undefined, { meant }: Line, { tokens, clues }: Reading): readonly Phrase[] {
  const token = at === undefined ? undefined : tokens[at]
  if (at === undefined || token === undefined) return []
  const [stem, word, other] = [token.stem, token.word, meant.get(at) ?? ''].map((one) =>
    clues.phrases.get(asSecond(one)),
  )
  return [...(stem ?? word ?? other ?? [])]
}

/** It is this word, an initial of it where a name is none, misspelt, or what a code name follows in another language. */
function isWord({ word, stem: own, capital }: Token, stem: string, { clues }: Reading): boolean {
  if (own === stem || word === stem) return true
  if (word.length === 1) return capital && stem.length > 1 && stem.startsWith(word)
  if (codes.has(word) && codes.has(stem)) return true
  const grade = clues.background(word)
  if (grade !== null && (grade < fewer || word.length < 5 || distance(word, stem, 1) > 1)) return false
  return word.length > 3 && isMisspelt(word, stem)
}
/** Beside another word of a phrase a word that few use may be misspelt by a letter: `Bureu House`. */
const fewer = 35

/** The phrase, where this word is its first, or all of it is written as one. */
function standing(phrase: Phrase, place: number, line: Line, reading: Reading): Quoted | null {
  const { places } = line
  const at = places[place] as number
  if (reading.tokens[at]?.word === phrase.joined) return { phrase, from: at, to: at + 1 }
  if (!isAt(phrase, place, line, reading)) return null
  return { phrase, from: at, to: (places[place + phrase.stems.length - 1] as number) + 1 }
}

const isAt = ({ stems }: Phrase, first: number, { places, meant }: Line, reading: Reading): boolean =>
  stems.every((stem, n) => {
    const at = places[first + n]
    if (at === undefined || (n > 0 && at - (places[first + n - 1] as number) > mostBetween + 1)) return false
    return meant.get(at) === stem || isWord(reading.tokens[at] as Token, stem, reading)
  })

const isSaid = ({ stems }: Phrase, reading: Reading): boolean =>
  reading.known.some((text) => text.includes(` ${stems.join(' ')} `)) ||
  isOpenTogether([...new Set(stems)].sort(), reading)

/**
 * Three words or more tell by themselves; two, or words of the trade alone, where the sentence says when, or where they are
 * written as what something is called: in the name of a file, or joined by hyphens. Not where the text is about what is open.
 */
function isTold({ phrase, from, to }: Quoted, reading: Reading): boolean {
  const { kind, stems } = phrase
  const { tokens, text, names } = reading
  if (codes.has(stems[0] as string) && !stems.every((stem) => trade.has(stem))) return true
  const called = new Set([...names].map(stemOf))
  const unknown = stems.filter((stem) => !called.has(stem))
  if (!isName(phrase, reading) && unknown.some((stem) => isAbout(stem, reading))) return false
  if (stems.length > 2 && unknown.some((stem) => !trade.has(stem) && !/^\d+$/.test(stem))) return true
  const words = tokens.slice(from, to)
  const isWritten = words.some((token) => isInFile(text, token)) || isHyphened(words, text)
  const { who, when } = cuesAt(reading, from, false, words)
  if (!isWritten && isOnlyCounted(stems, reading)) return who && when && isAllOf(phrase, reading)
  if (kind === 'place' && words.length > 1 && words.every(({ capital }) => capital)) return true
  return isWritten || when
}

/** It is all of what somebody is called who takes part: nobody else is, whatever is openly called by a part of it. */
const isName = ({ item, stems }: Phrase, { clues }: Reading): boolean =>
  (clues.items.get(item)?.people ?? []).some((name) => name.length > 1 && name.join(' ') === stems.join(' '))

/** It is the whole title, and no part of one. */
const isAllOf = ({ item, stems }: Phrase, { clues }: Reading): boolean =>
  tokensOf(clues.items.get(item)?.said.title ?? '').filter((token) => !isMute(token)).length === stems.length

/** A day, or how many in words, with a word of every day: `two nights`, `Thursday walk`. */
export const isOnlyCounted = (stems: readonly string[], { clues }: Reading): boolean => {
  const others = stems.filter((stem) => !hours.has(stem) && !weekdays.has(stem))
  return others.length < stems.length && others.every((stem) => (clues.background(stem) ?? 100) <= everyday)
}
const everyday = 20

const isHyphened = (tokens: readonly Token[], text: string): boolean =>
  tokens.length > 1 && tokens.slice(1).every(({ from }, n) => text.slice(tokens[n]?.to, from) === '-')
