import { type Clue, type Clues, mostLooked } from './clues.ts'
import { type Cues, cuesAt, isInFile, weekdays } from './cues.ts'
import type { Token } from './fold.ts'
import type { Hit, Reading } from './hits.ts'
import { distance, soundOf } from './near.ts'
import { delicate, houses, silent, trade } from './trade.ts'
import { type ClueKind, rare } from './weights.ts'

/** From so much on, ordinary words together tell whatever is said about them; under so little, only all that is asked. */
const enough = 15
/** Words of no language as long as this are no everyday ones, written as a name or not. */
const long = 16
/** And as this where every noun has a capital and it is all of a title: `Kronzeugenantrag`. */
const compound = 12
const little = 6
/** More than a sentence can say. */
const never = 4

/** Words of an item's title and place in a text, and where they stand in it. */
export type Company = readonly { readonly stem: string; readonly word: string; readonly places: readonly number[] }[]

/** Words of the text that may tell something together; `isQuoted`: they follow each other as in the title. */
export type Group = { readonly hits: readonly Hit[]; readonly isQuoted: boolean }

/**
 * Whether words of an item are said of it. A name is, wherever it stands. Words of ordinary language, and places that the
 * desk says openly, are only where the sentence says of whom it speaks, or when it is; one such word only where it says both.
 */
export function isMeant({ hits: group, isQuoted }: Group, others: Company, kind: ClueKind, reading: Reading): boolean {
  const cues = group.map((hit) => cuesOf(hit, reading))
  const said = Math.max(...cues.map((cue) => Number(cue.who) + Number(cue.when)))
  const least = asked(group, kind, reading)
  if (group.some(({ clue }, n) => cues[n]?.when && clue.isWhole && delicate.has(clue.word))) return true
  if (isQuoted && (isTimed(group, reading) || isInCompany(group, others, true))) return true
  return said >= least || said + Number(isInCompany(group, others, least > 1)) >= least
}

/** The sentence says when, beside what these words say. */
function isTimed(group: readonly Hit[], reading: Reading): boolean {
  const own = group.map(({ token }) => token)
  return group.some(({ at }) => cuesAt(reading, at, false, own).when)
}

/** So near another word of the same item stands by it. */
const near = 12

/**
 * Another word of the item's title or place is near by; beside ordinary words not one of the trade. `others`: where each such
 * word of the item stands among the words of the text, in order.
 */
const isInCompany = (group: readonly Hit[], others: Company, isUsual: boolean): boolean => {
  const own = new Set(group.flatMap(({ clue, token }) => [clue.stem, token.stem]))
  return others.some(
    ({ stem, word, places }) =>
      !own.has(stem) &&
      !(isUsual && trade.has(word)) &&
      !/\d/.test(word) &&
      group.some(({ at }) => {
        const next = places[firstFrom(places, at - near + 1)]
        return next !== undefined && next < at + near
      }),
  )
}

/** Which number of a list in order is the first that is not under this one. */
const firstFrom = (list: readonly number[], least: number): number => {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((list[middle] as number) < least) from = middle + 1
    else to = middle
  }
  return from
}

/** Of a delicate word what is said around it counts, in whichever sentence. */
export const cuesOf = (
  { at, clue }: { readonly at: number; readonly clue: Pick<Hit['clue'], 'word'> },
  { text, tokens, names, found }: Reading,
): Cues => {
  const isWide = delicate.has(clue.word)
  const key = at * 2 + Number(isWide)
  const before = found.cues.get(key)
  if (before) return before
  const made = cuesAt({ text, tokens, names }, at, isWide)
  found.cues.set(key, made)
  return made
}

/** How much the sentence has to say beside these words: nothing, of whom or when, or both. */
function asked(group: readonly Hit[], kind: ClueKind, reading: Reading): number {
  const least = Math.min(...group.map((hit) => askedOf(hit, kind, reading)))
  const most = new Map<string, number>()
  for (const { clue, weight } of group) most.set(clue.stem, Math.max(most.get(clue.stem) ?? 0, weight))
  if (most.size < 2 && group.every((hit) => isOfOther(hit, reading))) return never
  if (most.size < 2) return isOpenToo(group, kind, reading) ? Math.max(1, least) : least
  if (group.every(({ token }) => isInFile(reading.text, token))) return 0
  const sum = [...most.values()].reduce((all, weight) => all + weight, 0)
  const isStrange = kind !== 'notes' || group.some(({ clue }) => reading.clues.background(clue.word) === null)
  if (isStrange && ((sum >= enough && group.every(isExact)) || isNames(group, reading))) return 0
  return sum < little ? Math.min(2, least) : Math.min(1, least)
}

/** It is an everyday word in the name of something else: `Chapel Street` of somebody in the Wesley Chapel. */
function isOfOther({ token, at, clue }: Hit, { text, tokens, clues }: Reading): boolean {
  if (clue.kind !== 'place' || !token.capital || clues.background(clue.word) === null) return false
  const isOwn = ({ stem }: Token) =>
    clue.sayings.slice(0, mostLooked).some(({ item }) => clues.items.get(item)?.stems.has(stem))
  const isBeside = (other: Token | undefined, between: string) =>
    other?.capital && between === ' ' && !silent.has(other.word) && !weekdays.has(other.word) && !isOwn(other)
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (isBeside(after, text.slice(token.to, after?.from))) return true
  return before?.named === true && isBeside(before, text.slice(before.to, token.from)) === true
}

/** What the desk says openly too: a word of a title, not in the name of a file. */
const isOpenToo = (group: readonly Hit[], kind: ClueKind, { text }: Reading): boolean =>
  kind === 'title' && group.every(({ times, token }) => times > 0 && !isInFile(text, token))

const isExact = ({ token, clue }: Pick<Hit, 'token' | 'clue'>): boolean =>
  token.stem === clue.stem || token.word === clue.word

/** All of them are written as names, and one at least is no everyday word. */
const isNames = (group: readonly Hit[], { clues }: Reading): boolean =>
  group.every(({ token }) => token.capital) &&
  group.some(({ clue }) => clue.times < 2 && (clues.background(clue.word) ?? 100) >= rare)

/** A surname with one letter wrong, or as it sounds, long enough to be nobody else's by chance. A first name may be another. */
const isOneSlip = ({ word }: Token, clue: Clue, { background }: Clues): boolean => {
  if (!clue.isSurname || background(word) !== null || clue.word.length < 6) return false
  return distance(word, clue.word, 2) === 1 || (clue.word.length > 6 && soundOf(word) === soundOf(clue.word))
}

/** Of this grade or above a word is not said every day; alone as a title, and with a capital, it is what something is called. */
const fewer = 35

const isHyphened = ({ from, to }: Token, text: string): boolean =>
  /\p{L}-$/u.test(text.slice(from - 2, from)) || /^-\p{L}/u.test(text.slice(to, to + 2))

/** Letters that have no capitals say of no word that it is none. */
const cased = /[\p{Ll}\p{Lu}]/u

function askedOf({ token, clue, at }: Hit, kind: ClueKind, { text, tokens, clues, isNoun }: Reading): number {
  const { word } = token
  if (/\d/.test(word)) return 0
  if (weekdays.has(clue.word)) return 2
  // What is no word of any language is written as a name for one, whatever the name also means.
  const grade =
    token.named && word !== clue.word && clues.background(word) === null ? null : clues.background(clue.word)
  if (delicate.has(clue.word) && word !== clue.word && clues.background(word) === null) return 1
  if (!cased.test(word)) return 0
  const isCode = clue.isWhole && clue.kind === 'title' && clue.times === 0 && (grade ?? 0) >= fewer
  const isName = token.capital || isInFile(text, token) || (isCode && isHyphened(token, text))
  if (isCode && token.named && !isNoun) return 0
  if (grade !== null && !(isName && grade >= rare))
    return isName && (clue.named || isCode) && (clue.kind === 'title' || clue.kind === 'person') && grade >= fewer
      ? 1
      : 2
  if (!isName && clue.isSurname && word === clue.word && word.length > 4) return 0
  if (!isName) return kind === 'person' || word.length >= long ? 1 : 2
  if (clue.times > 0 && clue.sayings.some((saying) => saying.kind === 'place')) return Math.min(2, clue.times)
  if (token.loud && word.length <= 4) return 1
  if (clue.kind === 'person' && word !== clue.word && !word.startsWith(clue.word))
    return isOneSlip(token, clue, clues) && !houses.has(tokens[at + 1]?.word ?? '') ? 0 : 1
  if (isNoun && clue.isWhole && word === clue.word && word.length >= compound) return 0
  const rest = word.startsWith(clue.word) ? word.slice(clue.word.length) : ''
  if (rest.length > 3) return Number(!trade.has(rest))
  return Number((isNoun && kind !== 'person' && !isInFile(text, token)) || distance(word, clue.word, 3) > 1)
}
