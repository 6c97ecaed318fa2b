import type { Clues } from './clues.ts'
import { type Token, tokensOf } from './fold.ts'
import { hitsIn, type Reading } from './hits.ts'
import { quotedIn } from './phrases.ts'
import { type ItemRead, isMute } from './reads.ts'
import { ownOf } from './titles.ts'
import { leaksFrom, type Told, toldIn } from './told.ts'
import type { Background, ClueKind } from './weights.ts'
import { isAboutThem } from './whose.ts'

/** Who reads a text, as far as it is known: their names, what they wrote, what they were told. None of it is news to them. */
export type Known = {
  /** The reader's names, the executive's, the writer's. */
  readonly names: readonly string[]
  /** Those of the names that are the reader's own. */
  readonly reader?: readonly string[]
  readonly wrote: readonly string[]
  readonly told: readonly string[]
  /** Private items the reader takes part in. */
  readonly items: readonly string[]
  /** Texts that are the desk's own open words and are only repeated here: they do not count as saying them openly. */
  readonly own?: readonly string[]
}
export const nobody: Known = { names: [], wrote: [], told: [], items: [] }

/** Words of a text that give a private item away. */
export type Leak = {
  /** Offsets in the text (UTF-16), `to` behind the last. */
  readonly from: number
  readonly to: number
  /** As they stand in the text. */
  readonly words: string
  readonly items: readonly { readonly id: string; readonly kind: ClueKind }[]
}

/**
 * What of a text gives private items away: their distinctive words, as they are, in other forms, misspelt, joined or split.
 * A word counts for the less the more usual it is in the language and at the desk; what the reader knows counts for nothing.
 */
export function leaksIn(text: string, clues: Clues, known: Known = nobody): Leak[] {
  const reading = readingOf(text, clues, known)
  const spared = new Set([...known.items, ...itemsOf(known.reader ?? [], clues), ...itemsKnown(known, clues)])
  const hits = hitsIn(reading)
  const quoted = quotedIn(hits, spared, reading)
  const told: Told[] = quoted.map(({ phrase, from, to }, n) => ({
    hits: new Set([{ token: { from: reading.tokens[from]?.from ?? 0, to: reading.tokens[to - 1]?.to ?? 0 } }]),
    of: [{ order: -quoted.length + n, item: phrase.item, kind: phrase.kind }],
  }))
  return leaksFrom(text, [...told, ...toldIn(hits, spared, reading)])
}

const stemsOf = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((one) => tokensOf(one).map(({ stem }) => stem)))

/** Its words that say something, as stems between spaces. */
const sayingOf = (text: string): string =>
  ` ${tokensOf(text)
    .filter((token) => !isMute(token))
    .map(({ stem }) => stem)
    .join(' ')} `

function readingOf(text: string, clues: Clues, { names, reader = [], wrote, told, own = [] }: Known): Reading {
  const read = tokensOf(text)
  const isNoun = isGerman(read)
  const tokens = isNoun ? withoutCapitals(read, clues.background) : read
  return {
    text,
    tokens,
    clues,
    isNoun,
    known: [...names, ...wrote, ...told].map((one) => sayingOf(one)),
    knows: stemsOf([...names, ...wrote, ...told]),
    about: aboutOf(tokens, names, reader),
    names: new Set(names.flatMap((name) => tokensOf(name)).map(({ word }) => word)),
    own: own.length > 0 ? stemsOf([...own, ...names]) : new Set(),
    found: {
      misspelt: new Map(),
      open: new Map(),
      about: new Map(),
      together: new Map(),
      cues: new Map(),
      known: null,
    },
  }
}

/** Words of the text, and of who reads it where they say so: whose desk it is, and who writes, is in everything. */
function aboutOf(tokens: readonly Token[], names: readonly string[], reader: readonly string[]): Set<string> {
  const [ours, theirs] = [stemsOf(names.filter((name) => !reader.includes(name))), stemsOf(reader)]
  const isOurs = (stem: string) => reader.length > 0 && ours.has(stem) && !theirs.has(stem)
  const all = [...tokens.map(({ stem }) => stem), ...(reader.length > 0 ? theirs : ours)]
  return new Set(all.filter((stem) => !isOurs(stem)))
}

/**
 * Whoever takes part knows of it, unless it is about them: a party may be a surprise, and a complaint names who must not hear of
 * it yet. Their office knows by the surname alone: `Dr Yilmaz’s secretary`.
 */
function itemsOf(reader: readonly string[], clues: Clues): string[] {
  const each = reader.map((name) => stemsOf([name]))
  const own = reader.map((name) => new Set(ownOf(tokensOf(name)).map(({ stem }) => stem)))
  const ofOffices = reader.flatMap((name) => [...stemsOfOffice(name)])
  const isTheirs = (names: ItemRead['people']) =>
    names.some(
      (name) =>
        name.length > 1 &&
        (each.some((one) => name.every((stem) => one.has(stem))) || ofOffices.includes(name.at(-1) ?? '')),
    )
  return [...clues.items]
    .filter(([, item]) => isTheirs(item.people) && !own.some((one) => isAboutThem(item, one)))
    .map(([id]) => id)
}

const office = new Set([
  'secretary',
  'secretariat',
  'office',
  'assistant',
  'pa',
  'ea',
  'practice',
  'chambers',
  'reception',
])

/** Whose office somebody is, by the words before the possessive; nothing of anybody else. */
const stemsOfOffice = (name: string): ReadonlySet<string> => {
  const [, whose = '', what = ''] = /^(.+?)[’'](?:s\s|\s)(.+)$/u.exec(name) ?? []
  return tokensOf(what).some(({ word }) => office.has(word)) ? stemsOf([whose]) : new Set()
}

/**
 * What the reader knows of: whoever wrote or was told telling words of an item; and whoever takes part in it and wrote or was
 * told any word of it. What the desk also says openly does not make the item known.
 */
function itemsKnown({ names, wrote, told }: Known, clues: Clues): string[] {
  const texts = [...wrote, ...told]
  if (texts.length === 0) return []
  const said = texts.join('\n\n')
  const [any, byDesk, own] = [stemsOf(texts), stemsOf(told), stemsOf(names)]
  // Of two names, one may be the first of one and the last of the other: that is somebody else.
  const each = names.map((name) => stemsOf([name]))
  const has = (words: ReadonlySet<string>, among: ReadonlySet<string>) =>
    [...words].some((stem) => among.has(stem) && !own.has(stem))
  const partIn = [...clues.items].filter(
    ([, { people, stems, notes }]) =>
      people.some((name) => name.length > 0 && each.some((one) => name.every((stem) => one.has(stem)))) &&
      (has(stems, any) || has(notes, byDesk)),
  )
  const reading = readingOf(said, clues, nobody)
  const hits = hitsIn(reading)
  const telling = toldIn(hits, new Set(), reading).filter((told) => [...told.hits].some(({ clue }) => clue.times === 0))
  return [
    ...partIn.map(([id]) => id),
    ...telling.flatMap(({ of }) => of.map(({ item }) => item)),
    ...quotedIn(hits, new Set(), reading).map(({ phrase }) => phrase.item),
  ]
}

const german = new Set([
  'der',
  'die',
  'das',
  'und',
  'ist',
  'nicht',
  'ich',
  'wir',
  'sie',
  'er',
  'ein',
  'eine',
  'den',
  'dem',
  'im',
  'am',
  'fur',
  'auf',
  'mit',
  'bitte',
  'bei',
  'zum',
  'zur',
  'von',
])

/** In German every noun has a capital: there it says of no usual word that it is a name. */
function isGerman(tokens: readonly Token[]): boolean {
  const count = tokens.filter(({ word }) => german.has(word)).length
  return count >= 2 && count * 12 >= tokens.length
}

const withoutCapitals = (tokens: readonly Token[], background: Background): Token[] =>
  tokens.map((token) =>
    token.capital && background(token.word) !== null ? { ...token, capital: false, named: false } : token,
  )
