import type { Field } from '../../../desk/travel/reading/model.ts'
import { foldAlike } from '../text/fold.ts'
import { phrases, vocabularies } from '../text/lexicon.ts'
import type { Concept } from '../text/vocabulary/concepts.ts'

/** As cards and calendars shorten them. */
const short: readonly (readonly [phrase: string, concept: Concept])[] = [
  ['conf', 'reference'],
  ['conf.', 'reference'],
  ['rloc', 'reference'],
  ['bkg', 'reference'],
  ['loc', 'reference'],
  ['pax', 'name'],
]

/** Labels of every language with what they say: a card has too few words to tell which language it is in. */
const known: ReadonlyMap<string, ReadonlySet<Concept>> = (() => {
  const found = new Map<string, Set<Concept>>()
  for (const { labels } of vocabularies)
    for (const [concept, words] of Object.entries(labels) as [Concept, string][])
      for (const phrase of phrases(words)) found.set(phrase, (found.get(phrase) ?? new Set()).add(concept))
  for (const [phrase, concept] of short) found.set(phrase, new Set([concept]))
  return found
})()

const cabins: ReadonlySet<string> = new Set(vocabularies.flatMap((each) => phrases(each.cabins)))

const none: ReadonlySet<Concept> = new Set()
const bare = (words: string) => foldAlike(words.normalize('NFC').trim()).replace(/[\s:.#]+$/, '')

/** What a label says that stands by itself, in whichever language. */
export const conceptsOf = (label: string): ReadonlySet<Concept> =>
  known.get(bare(label)) ?? known.get(`${bare(label)}.`) ?? none

export const isCabin = (words: string): boolean => cabins.has(bare(words))

/** Where fields stand that are written `Seat 15A` or `Buchungsnummer: 9981 2040`, and what their values look like. */
const shapes: readonly (readonly [concept: Concept, field: Field, shape: RegExp])[] = [
  [
    'reference',
    'confirmation',
    /^(?=[A-Z0-9./-]*\d|[A-Z]{5,8}\b)[A-Z0-9](?:[A-Z0-9]|[./-](?=[A-Z0-9])){3,17}(?: \d{3,5}(?!\d))*(?![\p{L}\d])/u,
  ],
  ['seat', 'seat', /^(?:\d{1,3} ?[A-Z]?|[A-Z]\d{1,2})(?![\p{L}\d])/u],
  ['coach', 'coach', /^\d{1,3}[A-Z]?(?![\p{L}\d])/u],
  ['name', 'name', /^\p{Lu}[\p{L}'’.-]+(?:[ /]\p{Lu}[\p{L}'’.-]*){1,4}(?![\p{L}\d])/u],
]

/** `at` is where to look for it from. */
export type Told = { readonly field: Field; readonly value: string; readonly at: number }

/** The value of a field at the beginning of some words, whatever follows it. */
export function valueAt(concepts: ReadonlySet<Concept>, words: string): Omit<Told, 'at'> | null {
  if (concepts.has('aside')) return null
  for (const [concept, field, shape] of shapes) {
    const value = concepts.has(concept) ? shape.exec(words)?.[0] : undefined
    if (value !== undefined) return { field, value }
  }
  return null
}

/** The longest label that begins at a place, of four words at most. */
function labelAt(words: readonly { readonly at: number; readonly end: number }[], from: number, text: string) {
  for (let count = Math.min(4, words.length - from); count > 0; count--) {
    const end = words[from + count - 1]?.end ?? 0
    const concepts = conceptsOf(text.slice(words[from]?.at, end))
    if (concepts.size > 0) return { concepts, end, count }
  }
  return null
}

/** Reads lines of labels and values, whether a colon parts them or a space; a name only behind a colon. */
export function toldIn(text: string): Told[] {
  const words = [...text.matchAll(/[\p{L}\p{N}#.'’()-]+/gu)].map(({ index, 0: word }) => ({
    at: index,
    end: index + word.length,
  }))
  const found: Told[] = []
  for (let at = 0; at < words.length; at++) {
    const label = labelAt(words, at, text)
    if (!label) continue
    const rest = text.slice(label.end)
    const behind = /^ ?[:#] ?|^ (?:no\.?|nr\.?|n[°º]) ?:? ?|^ /i.exec(rest)?.[0]
    const told = behind === undefined ? null : valueAt(label.concepts, rest.slice(behind.length))
    if (told && (told.field !== 'name' || behind?.includes(':'))) found.push({ ...told, at: label.end })
    at += label.count - 1
  }
  for (const chunk of text.split(/\s*[\n,;·•|]\s*/))
    if (isCabin(chunk)) found.push({ field: 'cabin', value: chunk, at: text.indexOf(chunk) })
  return found
}
