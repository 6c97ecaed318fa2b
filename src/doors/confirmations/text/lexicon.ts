import { foldAlike, wordChar, wordless } from './fold.ts'
import type { Concept, Vocabulary } from './vocabulary/concepts.ts'
import { czech } from './vocabulary/czech.ts'
import { danish } from './vocabulary/danish.ts'
import { dutch } from './vocabulary/dutch.ts'
import { english } from './vocabulary/english.ts'
import { finnish } from './vocabulary/finnish.ts'
import { french } from './vocabulary/french.ts'
import { german } from './vocabulary/german.ts'
import { italian } from './vocabulary/italian.ts'
import { japanese } from './vocabulary/japanese.ts'
import { norwegian } from './vocabulary/norwegian.ts'
import { polish } from './vocabulary/polish.ts'
import { portuguese } from './vocabulary/portuguese.ts'
import { spanish } from './vocabulary/spanish.ts'
import { swedish } from './vocabulary/swedish.ts'
import { turkish } from './vocabulary/turkish.ts'

export const vocabularies: readonly Vocabulary[] = [
  english,
  german,
  french,
  italian,
  spanish,
  portuguese,
  dutch,
  swedish,
  danish,
  norwegian,
  polish,
  turkish,
  japanese,
  finnish,
  czech,
]

const parted = new Map<string, readonly string[]>()

/** The phrases of a bar-parted list, folded. */
export function phrases(words: string): readonly string[] {
  const known = parted.get(words)
  if (known) return known
  const found = words === '' ? [] : words.split('|').map((phrase) => foldAlike(phrase))
  if (parted.size < 2000) parted.set(words, found)
  return found
}

export type Phrase = { readonly words: string; readonly concepts: readonly Concept[]; readonly own: boolean }

/** One language's words, and English beside it, as confirmations often mix the two. */
export type Lexicon = {
  readonly language: string
  readonly own: Vocabulary
  readonly labels: ReadonlyMap<string, readonly Phrase[]>
  readonly months: ReadonlyMap<string, number>
  readonly weekdays: ReadonlyMap<string, number>
  readonly monthWords: RegExp
  readonly weekdayAfter: RegExp
  readonly weekdayBefore: RegExp
}

function labelsOf(vocabulary: Vocabulary): Map<string, Phrase> {
  const labels = new Map<string, Phrase>()
  for (const lesser of vocabulary === english || vocabulary === japanese ? [vocabulary] : [vocabulary, english])
    for (const [concept, words] of Object.entries(lesser.labels) as [Concept, string][])
      for (const phrase of phrases(words)) {
        const known = labels.get(phrase)
        if (known?.own && lesser !== vocabulary) continue
        const concepts = known ? [...new Set([...known.concepts, concept])] : [concept]
        labels.set(phrase, { words: phrase, concepts, own: lesser === vocabulary })
      }
  return labels
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const byLength = (a: string, b: string) => b.length - a.length

/** 2021-08-01, a Sunday, and the first of each month from 2021-01. */
const aSunday = 1_627_819_200_000
const monthStart = (month: number) => 1_609_502_400_000 + (month - 1) * 30.44 * 86_400_000 + 10 * 86_400_000

function names(language: string, add: (name: string, value: number) => void, kind: 'month' | 'weekday') {
  const styles: Intl.DateTimeFormatOptions[] =
    kind === 'month'
      ? [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }]
      : [{ weekday: 'long' }, { weekday: 'short' }]
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' })
    for (let each = 1; each <= (kind === 'month' ? 12 : 7); each++) {
      const at = kind === 'month' ? monthStart(each) : aSunday + each * 86_400_000
      const part = format.formatToParts(at).find(({ type }) => type === kind)?.value ?? ''
      const name = foldAlike(part).replace(/\.$/, '')
      if (name.length > 1 || (kind === 'weekday' && wordless(name))) add(name, each)
    }
  }
}

function namesOf(vocabulary: Vocabulary, kind: 'month' | 'weekday'): Map<string, number> {
  const found = new Map<string, number>()
  const add = (name: string, value: number) => {
    if (!/\d/.test(name) && !found.has(name)) found.set(name, value)
  }
  const extra = kind === 'month' ? vocabulary.months : vocabulary.weekdays
  for (const [name, value] of Object.entries(extra ?? {})) add(foldAlike(name), value)
  names(vocabulary.language, add, kind)
  if (vocabulary !== english) {
    names('en', add, kind)
    for (const [name, value] of Object.entries((kind === 'month' ? english.months : english.weekdays) ?? {}))
      add(name, value)
  }
  if (kind === 'month')
    for (const [name, value] of [...found])
      if (name.length > 6 && vocabulary.language !== 'ja') add(name.slice(0, 3), value)
  return found
}

function lexiconOf(own: Vocabulary): Lexicon {
  const labels = new Map<string, Phrase[]>()
  for (const phrase of labelsOf(own).values()) {
    const first = phrase.words.charAt(0)
    const among = labels.get(first)
    if (among) among.push(phrase)
    else labels.set(first, [phrase])
  }
  for (const among of labels.values()) among.sort((a, b) => b.words.length - a.words.length)
  const [months, weekdays] = [namesOf(own, 'month'), namesOf(own, 'weekday')]
  const anyDay = [...weekdays.keys()].sort(byLength).map(escaped).join('|')
  return {
    language: own.language,
    own,
    labels,
    months,
    weekdays,
    monthWords: new RegExp(
      `(?<![\\p{L}])(?:${[...months.keys()].sort(byLength).map(escaped).join('|')})(?![\\p{L}])`,
      'gu',
    ),
    weekdayBefore: new RegExp(
      `(?<![\\p{L}])(${anyDay})(?:\\.|s)?,?[^\\S\\n]*(?:den|the|le|d\\.|il|el|dia|o|dnia)?,?[^\\S\\n]*\\(?$`,
      'u',
    ),
    weekdayAfter: new RegExp(`^,?[^\\S\\n]*\\(?[^\\S\\n]*(${anyDay})(?![\\p{L}])\\)?`, 'u'),
  }
}

const made = new Map<string, Lexicon>()

export function lexiconFor(language: string): Lexicon {
  const known = made.get(language)
  if (known) return known
  const lexicon = lexiconOf(vocabularies.find((each) => each.language === language) ?? english)
  made.set(language, lexicon)
  return lexicon
}

/** Whether a phrase stands at this place as words of its own. */
export function standsAt(low: string, at: number, phrase: string): boolean {
  if (!low.startsWith(phrase, at)) return false
  const [before, first] = [low.charAt(at - 1), phrase.charAt(0)]
  const [after, last] = [low.charAt(at + phrase.length), phrase.charAt(phrase.length - 1)]
  if (wordChar(first) && !wordless(first) && wordChar(before) && !wordless(before)) return false
  return !(wordChar(last) && !wordless(last) && wordChar(after) && !wordless(after))
}

/** Where a phrase stands as words of its own, or -1. */
export function indexOfPhrase(low: string, phrase: string, from = 0): number {
  for (let at = low.indexOf(phrase, from); at !== -1; at = low.indexOf(phrase, at + 1))
    if (standsAt(low, at, phrase)) return at
  return -1
}

const commons = vocabularies.map((vocabulary) => ({
  vocabulary,
  words: new Set(vocabulary.common.split(' ').map(foldAlike)),
  labels: new Set(
    Object.values(vocabulary.labels)
      .flatMap(phrases)
      .filter((phrase) => phrase.length > 3),
  ),
  booked: phrases(`${vocabulary.booked}|${vocabulary.requested}|${vocabulary.cancelled}|${vocabulary.changed}`),
}))

/** The language most of the words are of. */
export function languageOf(low: string): string {
  const near = low.slice(0, 12_000)
  if ((near.match(/[\u3040-\u30ff]/g)?.length ?? 0) > 8) return 'ja'
  const words = near.match(/\p{L}+/gu) ?? []
  const counted = new Map<string, number>()
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1)
  let [best, most] = ['en', 0]
  for (const { vocabulary, words: common, labels, booked } of commons) {
    let score = vocabulary === english ? 0.5 : 0
    for (const [word, count] of counted) {
      if (common.has(word)) score += Math.min(count, 4)
      if (labels.has(word)) score += 1.5
    }
    for (const phrase of booked) if (phrase.length > 7 && near.includes(phrase)) score += 1
    if (score > most) [best, most] = [vocabulary.language, score]
  }
  return best
}
