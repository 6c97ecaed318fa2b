import { type Form, stemOf } from './fold.ts'
import { lettersOf } from './near.ts'
import {
  type ItemRead,
  type Joined,
  type OpenRead,
  type OpenText,
  type Phrase,
  type PrivateItem,
  type Reader,
  rankOf,
  readItem,
  readOpen,
  type Saying,
  type Use,
  weightier,
} from './reads.ts'
import { anyNear, keepWord, type Lengths, learn, lengths, type Spelling, spelledLike, spelling } from './spelling.ts'
import { address } from './titles.ts'
import { delicate, trade } from './trade.ts'
import { type Background, type ClueKind, rarities, rarityAsName } from './weights.ts'

/** A word of private items. */
export type Clue = {
  readonly stem: string
  readonly word: string
  /** How much it gives away by itself, from 0 to 12: written as a word, and where it stands as a name. */
  readonly weight: number
  readonly asName: number
  /** How many open things say it; and whether it is openly somebody's name. */
  readonly times: number
  readonly isOpenName: boolean
  /** It stands as a name somewhere. */
  readonly named: boolean
  /** Where it stands, the weightiest first: a person, a title, a place, notes. */
  readonly kind: ClueKind
  /** It is called doctor, professor or the like, as nobody of that name openly is. */
  readonly isDoctor: boolean
  /** It is what somebody is called by last, or after `Dr`. */
  readonly isSurname: boolean
  /** It is all that a title, a place or a name says. */
  readonly isWhole: boolean
  readonly letters: number
  /** Where it was read first. */
  readonly rank: number
  readonly n: number
  readonly sayings: readonly Saying[]
}

/** So many of the open things, or the sayings, that have a word are looked at. */
export const mostLooked = 50

/** Everything a check needs of a desk as it is: an index by word, kept as the desk changes. */
export type Clues = {
  readonly background: Background
  readonly reader: Reader
  /** Private items and open things by their ids. */
  readonly items: Map<string, ItemRead>
  readonly open: Map<string, readonly OpenRead[]>
  /** The place of each among all, those that are gone too. */
  readonly places: { readonly items: Map<string, number>; readonly open: Map<string, number> }
  /** How private items use each word, by its stem; what that makes of it is found when it is asked for. */
  readonly uses: Map<string, Set<Use>>
  readonly made: Map<string, Clue>
  readonly joined: Map<string, Set<Joined>>
  /** What titles say, by their first word, their second, and all written as one. */
  readonly phrases: Map<string, Set<Phrase>>
  /** In which open things a word stands, in their order; and the things by their place. */
  readonly openIn: Map<string, number[]>
  readonly openThings: Map<number, OpenRead>
  /** How many open things say a word, bear a name, call it a doctor's. */
  readonly openWords: Map<string, number>
  readonly openNames: Map<string, number>
  readonly openDoctors: Map<string, number>
  /** Of the longest word of private items. */
  longest: number
  /** Which words may be one of these misspelt; made when first asked for. */
  spelling: Spelling | null
  openSpelling: Lengths | null
}

/** What became of some things, by their ids: all of their parts as they are now, or none. */
export type Change = {
  readonly items: ReadonlyMap<string, readonly PrivateItem[]>
  readonly open: ReadonlyMap<string, readonly OpenText[]>
}

/** Reads a desk: its private items, and everything that is openly said there. Parts of one thing have one id. */
export function cluesOf(items: readonly PrivateItem[], open: readonly OpenText[], background: Background): Clues {
  const clues: Clues = {
    background,
    reader: { rarityOf: rarities(background), forms: new Map<string, Form>(), lines: new Map() },
    items: new Map(),
    open: new Map(),
    places: { items: new Map(), open: new Map() },
    uses: new Map(),
    made: new Map(),
    joined: new Map(),
    phrases: new Map(),
    openIn: new Map(),
    openThings: new Map(),
    openWords: new Map(),
    openNames: new Map(),
    openDoctors: new Map(),
    longest: 0,
    spelling: null,
    openSpelling: null,
  }
  update(clues, { items: Map.groupBy(items, ({ id }) => id), open: Map.groupBy(open, ({ id }) => id) })
  return clues
}

/** Takes in what became of some things, at the cost of these alone; what it returns takes it back. */
export function update(clues: Clues, { items, open }: Change): () => void {
  const back: (() => void)[] = []
  for (const [id, parts] of items) {
    const before = clues.items.get(id)
    const read = parts.length === 0 ? undefined : readItem(parts, placeOf(clues.places.items, id), clues.reader)
    putItem(clues, id, read)
    back.push(() => putItem(clues, id, before))
  }
  for (const [id, parts] of open) {
    const before = clues.open.get(id) ?? []
    const place = parts.length === 0 ? 0 : placeOf(clues.places.open, id)
    putOpen(
      clues,
      id,
      parts.map((part, n) => readOpen(part, rankOf(place, n), clues.reader)),
    )
    back.push(() => putOpen(clues, id, before))
  }
  return () => {
    for (const undo of back.reverse()) undo()
  }
}

/** What was read before keeps its place. */
const placeOf = (places: Map<string, number>, key: string): number => {
  const place = places.get(key) ?? places.size
  places.set(key, place)
  return place
}

const keysOf = ({ stems, joined }: Phrase): string[] => [stems[0] as string, joined, asSecond(stems[1] as string)]
/** How phrases are kept by their second word. */
export const asSecond = (stem: string): string => ` ${stem}`

function putItem(clues: Clues, id: string, read: ItemRead | undefined): void {
  const before = clues.items.get(id)
  for (const use of before?.uses ?? []) {
    dropFrom(clues.uses, use.stem, use)
    clues.made.delete(use.stem)
  }
  for (const one of before?.joined ?? []) dropFrom(clues.joined, one.word, one)
  for (const one of before?.phrases ?? []) for (const key of keysOf(one)) dropFrom(clues.phrases, key, one)
  if (read === undefined) {
    clues.items.delete(id)
    return
  }
  clues.items.set(id, read)
  for (const use of read.uses) {
    addTo(clues.uses, use.stem, use)
    clues.made.delete(use.stem)
    clues.longest = Math.max(clues.longest, use.stem.length)
    if (clues.spelling) learn(clues.spelling, use.word)
  }
  for (const one of read.joined) addTo(clues.joined, one.word, one)
  for (const one of read.phrases) for (const key of keysOf(one)) addTo(clues.phrases, key, one)
}

function putOpen(clues: Clues, id: string, reads: readonly OpenRead[]): void {
  for (const read of clues.open.get(id) ?? []) {
    clues.openThings.delete(read.rank)
    for (const stem of read.stems) {
      removeRank(clues.openIn, stem, read.rank)
      clues.made.delete(stem)
    }
    for (const word of read.words) count(clues.openWords, word, -1)
    for (const name of read.names) count(clues.openNames, name, -1)
    for (const stem of read.doctors) count(clues.openDoctors, stem, -1)
  }
  if (reads.length === 0) clues.open.delete(id)
  else clues.open.set(id, reads)
  for (const read of reads) {
    clues.openThings.set(read.rank, read)
    for (const stem of read.stems) {
      addRank(clues.openIn, stem, read.rank)
      clues.made.delete(stem)
    }
    for (const word of read.words)
      if (count(clues.openWords, word, 1) === 1 && clues.openSpelling) keepWord(clues.openSpelling, word)
    for (const name of read.names) count(clues.openNames, name, 1)
    for (const stem of read.doctors) count(clues.openDoctors, stem, 1)
  }
}

const addTo = <V>(sets: Map<string, Set<V>>, key: string, value: V): void => {
  const there = sets.get(key)
  if (there) there.add(value)
  else sets.set(key, new Set([value]))
}

const dropFrom = <V>(sets: Map<string, Set<V>>, key: string, value: V): void => {
  const there = sets.get(key)
  there?.delete(value)
  if (there?.size === 0) sets.delete(key)
}

const count = (counts: Map<string, number>, key: string, by: number): number => {
  const now = (counts.get(key) ?? 0) + by
  if (now > 0) counts.set(key, now)
  else counts.delete(key)
  return now
}

/** Where a number stands in a list in order, or would. */
const placeIn = (list: readonly number[], rank: number): number => {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((list[middle] as number) < rank) from = middle + 1
    else to = middle
  }
  return from
}

const addRank = (lists: Map<string, number[]>, key: string, rank: number): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [rank])
  else if ((list.at(-1) as number) < rank) list.push(rank)
  else list.splice(placeIn(list, rank), 0, rank)
}

const removeRank = (lists: Map<string, number[]>, key: string, rank: number): void => {
  const list = lists.get(key)
  if (list?.length === 1) lists.delete(key)
  else list?.splice(placeIn(list, rank), 1)
}

/** Whether some number is in every list; each in order. */
export function allIn(lists: readonly (readonly number[])[]): boolean {
  const [first = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  return first.some((rank) => others.every((list) => list[placeIn(list, rank)] === rank))
}

const inOrder = (a: { rank: number; n: number }, b: { rank: number; n: number }): number => a.rank - b.rank || a.n - b.n

/** The private word of this stem, if it is one. */
export function clueOf(clues: Clues, stem: string): Clue | undefined {
  const before = clues.made.get(stem)
  if (before) return before
  const uses = clues.uses.get(stem)
  if (uses === undefined) return
  const clue = clueFrom(clues, [...uses].sort(inOrder))
  clues.made.set(stem, clue)
  return clue
}

function clueFrom(clues: Clues, uses: readonly Use[]): Clue {
  const { stem, word, rank, n } = uses[0] as Use
  const isSurname = uses.some((use) => use.isSurname)
  const usual = clues.reader.rarityOf(word)
  const weight = isSurname && usual > 0 && stem !== word ? Math.max(usual, rarityAsName(word, clues.background)) : usual
  const named = uses.some((use) => use.named)
  const isPlain = !named || weight === 0 || trade.has(word) || address.has(word) || delicate.has(word)
  return {
    stem,
    word,
    weight,
    asName: isPlain ? weight : Math.max(weight, weight <= 1.5 ? 7 : 10),
    times: clues.openIn.get(stem)?.length ?? 0,
    isOpenName: clues.openNames.has(stem),
    named,
    kind: uses.map((use) => use.kind).reduce(weightier),
    isDoctor: uses.some((use) => use.isDoctor) && !clues.openDoctors.has(stem),
    isSurname,
    isWhole: uses.some((use) => use.isWhole),
    letters: lettersOf(word),
    rank,
    n,
    sayings: uses.flatMap((use) => use.sayings),
  }
}

/** The words of the titles and places of these items. */
export const familiarIn = (items: ReadonlySet<string>, clues: Clues): ReadonlySet<string> =>
  new Set([...items].flatMap((id) => [...(clues.items.get(id)?.stems ?? [])]))

/** The saying whose neighbours are written as this one word: the last that was read. */
export const joinedAs = ({ joined }: Clues, word: string): Joined | undefined => {
  const all = joined.get(word)
  return all && [...all].reduce((last, one) => (inOrder(one.saying, last.saying) < 0 ? last : one))
}

/** Words that are gone stay among the others until all are this many times those that are there. */
const stale = 2
const few = 5000

function spellingOf(clues: Clues): Spelling {
  const { uses } = clues
  if (clues.spelling && clues.spelling.size < uses.size * stale + few) return clues.spelling
  const made = spelling()
  for (const some of uses.values()) for (const word of new Set([...some].map((use) => use.word))) learn(made, word)
  clues.spelling = made
  return made
}

/** Private words that a word may be misspelt for, and some that it is not. */
export const maybe = (clues: Clues, word: string): Clue[] =>
  [...spelledLike(spellingOf(clues), word)].flatMap((one) => {
    const clue = clueOf(clues, stemOf(one))
    return clue?.word === one ? [clue] : []
  })

/** Whether a word openly said, but not this private one, is at most so many letters other. */
export function isOpenNear(clues: Clues, word: string, far: number, except: string): boolean {
  const { openWords } = clues
  if (clues.openSpelling === null || clues.openSpelling.size >= openWords.size * stale + few) {
    clues.openSpelling = lengths()
    for (const one of openWords.keys()) keepWord(clues.openSpelling, one)
  }
  return anyNear(clues.openSpelling, word, far, (one) => one !== except && openWords.has(one))
}
