import { allIn, type Clue, type Clues, clueOf, isOpenNear, joinedAs, maybe, mostLooked } from './clues.ts'
import { type Cues, greetings, isInFile, weekdays } from './cues.ts'
import { humped, spelledOut, stemOf, type Token } from './fold.ts'
import { cuesOf } from './meant.ts'
import { allowedIn, beginAlike, bitsIn, distance, isMisspelt, lettersOf, soundOf } from './near.ts'
import { delicate, silent, trade } from './trade.ts'
import { doctors, lessened, tells } from './weights.ts'

/** One word of the text that is, or may be, a word of private items. `n`: its place among all hits. */
export type Hit = {
  readonly token: Token
  readonly at: number
  readonly clue: Clue
  readonly weight: number
  /** How many open things say it, without those that are only repeated here. */
  readonly times: number
  readonly n: number
}

type Part = Omit<Hit, 'n' | 'times'>

/** A text as it is read at a desk, for somebody. What is found out about a word is found out once. */
export type Reading = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly clues: Clues
  readonly knows: ReadonlySet<string>
  /** What the reader is called, wrote and was told, each as stems between spaces. */
  readonly known: readonly string[]
  /** Words of the names of who reads, who writes, and whom it is about. */
  readonly names: ReadonlySet<string>
  /** It is in a language in which every noun has a capital. */
  readonly isNoun: boolean
  /** Words of the text and its reader: what it is about. */
  readonly about: ReadonlySet<string>
  /** Words of what the text only repeats. */
  readonly own: ReadonlySet<string>
  readonly found: {
    /** The clue that a word is misspelt for; null for none. */
    readonly misspelt: Map<string, Clue | null>
    readonly open: Map<string, readonly number[]>
    readonly about: Map<string, boolean>
    readonly together: Map<string, boolean>
    readonly cues: Map<number, Cues>
    known: readonly { readonly word: string; readonly letters: number }[] | null
  }
}

export function hitsIn(reading: Reading): Hit[] {
  const { tokens, clues, knows, text } = reading
  const hits: Hit[] = []
  const put = (hit: Part) => hits.push({ ...hit, times: openOf(hit.clue.stem, reading).length, n: hits.length })
  const add = (token: Token, at: number, clue: Clue | null | undefined) => {
    if (!clue || knows.has(clue.stem) || isOtherForm(token, clue)) return
    const weight = weightOf(token, at, clue, reading)
    if (weight > 0) put({ token, at, clue, weight })
  }
  const greeted = greetedIn(reading)
  tokens.forEach((token, at) => {
    const clue = clueOf(clues, token.stem) ?? clueOf(clues, token.word)
    if (clue) add(token, at, clue)
    else if (!knows.has(token.stem) && !silent.has(token.word))
      add(token, at, partOf(token, clues) ?? (at < greeted ? null : misspelt(token, reading)))
  })
  for (const { token, at, isHyphened, isStrange } of pairsOf(reading)) {
    const isFit = token.word.length > (token.loud ? 6 : 7) && token.word.length <= clues.longest + mostOff
    const isLong = isFit && (token.loud || (token.capital && (isHyphened || isStrange)))
    const clue =
      clueOf(clues, token.stem) ?? clueOf(clues, token.word) ?? (isLong ? misspelt(token, reading, true) : null)
    if (clue && (token.capital ? clue.asName : clue.weight) >= tells) add(token, at, clue)
  }
  const places = new Map(tokens.map(({ from }, at) => [from, at]))
  for (const token of spelledOut(text, tokens)) {
    const at = places.get(token.from) ?? -1
    const clue = clueOf(clues, token.stem) ?? (token.word.length > 3 ? misspelt(token, reading) : null)
    if (clue) add(token, at, clue)
    else for (const hit of joinedAt(token, at, reading)) put(hit)
  }
  for (const { token, at } of humped(text, tokens))
    if (!knows.has(token.stem))
      add(token, at, clueOf(clues, token.stem) ?? clueOf(clues, token.word) ?? misspelt(token, reading))
  tokens.forEach((token, at) => {
    for (const hit of joinedAt(token, at, reading)) put(hit)
  })
  return hits
}

/** A delicate word or a name in another form is one of every day: a `view`, and no `viewing`. */
const isOtherForm = ({ word }: Token, clue: Clue): boolean =>
  word === clue.stem &&
  word !== clue.word &&
  /(?:ing|ed)$/.test(clue.word) &&
  (delicate.has(clue.word) || clue.isSurname)

/** How many words a text begins with that only greet, `Dear Mr Pruett,`: whoever is greeted has that name, and it is no other misspelt. */
function greetedIn({ text, tokens }: Reading): number {
  const end = tokens.findIndex(({ to }) => /[,:!\n]/.test(text.charAt(to)))
  return end >= 0 && end < mostGreeted && greetings.has(tokens[0]?.word ?? '') ? end + 1 : 0
}
const mostGreeted = 5
/** No misspelt word is longer than a private one by more. */
const mostOff = 3

function weightOf(token: Token, at: number, clue: Clue, reading: Reading): number {
  const { clues } = reading
  const said = asWritten(token, clue, reading)
  if (clue.isDoctor && doctors.has(reading.tokens[at - 1]?.word ?? '')) return Math.max(said, tells)
  const open = openOf(clue.stem, reading)
  if (isOfAnother(clue, open, reading) && !isAboutOpen(clue, open, reading)) {
    const { who, when } = cuesOf({ at, clue }, reading)
    if (who && when) return said
  }
  const isPlace = clue.kind === 'notes' && open.some((rank) => clues.openThings.get(rank)?.places.includes(clue.stem))
  return lessened(said, { ...clue, times: open.length, isOpenPlace: isPlace }, () => isAboutOpen(clue, open, reading))
}

/** A surname that is openly another's: nobody who openly has it has all of the private name. */
function isOfAnother(
  { stem, isOpenName, isSurname, sayings }: Clue,
  open: readonly number[],
  { clues }: Reading,
): boolean {
  if (!isOpenName || !isSurname || open.length === 0 || open.length > 2) return false
  const people = sayings.slice(0, mostLooked).flatMap(({ item }) => clues.items.get(item)?.people ?? [])
  const names = people.filter((name) => name.length > 1 && name.includes(stem))
  const isThere = (name: readonly string[], rank: number) =>
    name.every((one) => clues.openThings.get(rank)?.names.includes(one))
  return !names.some((name) => open.some((rank) => isThere(name, rank)))
}

const once = <V>(kept: Map<string, V>, key: string, make: () => V): V => {
  const before = kept.get(key)
  if (before !== undefined) return before
  const made = make()
  kept.set(key, made)
  return made
}

/** The open things that say a word, without those that are only repeated here. */
const openOf = (stem: string, { clues, own, found }: Reading): readonly number[] => {
  const all = clues.openIn.get(stem) ?? []
  if (own.size === 0) return all
  return once(found.open, stem, () =>
    all.filter((rank) => (clues.openThings.get(rank)?.telling ?? []).some((other) => !own.has(other))),
  )
}

/** Whether all of these words stand in one thing that is openly said, and is not only repeated here. */
export const isOpenTogether = (stems: readonly string[], reading: Reading): boolean =>
  once(reading.found.together, stems.join(' '), () => allIn(stems.map((stem) => openOf(stem, reading))))

/** Whether it is what an open thing says that the text is about. */
export const isAbout = (stem: string, reading: Reading): boolean => {
  const clue = clueOf(reading.clues, stem)
  return clue !== undefined && isAboutOpen(clue, openOf(stem, reading), reading)
}

/** All of the title of one of these open things is in the text. */
const isSaidOf = (open: readonly number[], { clues, about }: Pick<Reading, 'clues' | 'about'>): boolean =>
  open.slice(0, mostLooked).some((rank) => {
    const title = clues.openThings.get(rank)?.title ?? []
    return title.length > 1 && title.every((one) => about.has(one))
  })

/** An open thing says the word, all of whose title the text says. */
export const isOfOpen = ({ stem }: Clue, reading: Reading): boolean => isSaidOf(openOf(stem, reading), reading)

/** Whether the text is about an open thing that says the word too: it has another telling word of it. */
function isAboutOpen({ stem, sayings }: Clue, open: readonly number[], { clues, about, found }: Reading): boolean {
  if (open.length === 0) return false
  return once(found.about, stem, () => {
    const own = new Set(sayings.flatMap((saying) => saying.stems))
    const people = sayings.slice(0, mostLooked).flatMap(({ item }) => clues.items.get(item)?.people ?? [])
    if (isSaidOf(open, { clues, about })) return true
    return open.slice(0, mostLooked).some((rank) => {
      const { telling = [], names = [] } = clues.openThings.get(rank) ?? {}
      // Who takes part in both says of neither that it is meant.
      const both = people.filter((name) => name.length > 1 && name.every((one) => names.includes(one))).flat()
      const others = telling.filter(
        (other) => other !== stem && !own.has(other) && about.has(other) && !both.includes(other),
      )
      return others.length > 1 || others.some((other) => !trade.has(other) && clues.reader.rarityOf(other) > 1.5)
    })
  })
}

/** How much a word tells as it is written: as a name, as a word that is also a name, or as a word. */
function asWritten(token: Token, clue: Clue, { text, clues: { background } }: Reading): number {
  if (token.named || (/[-.]/.test(text.charAt(token.to)) && isInFile(text, token))) return clue.asName
  if (token.capital) return Math.max(clue.weight, clue.asName - 1)
  const { weight, kind, named, isWhole, word } = clue
  if (kind === 'person' && background(word) !== null) return Math.min(weight, 2)
  if (kind === 'person' || isWhole || /\d/.test(word)) return weight
  const isQuiet = named ? word.length < 9 : kind === 'notes' && !delicate.has(word)
  return isQuiet ? Math.min(weight, 8) : weight
}

/** A saying of several words written as one. */
function joinedAt(token: Token, at: number, { clues, knows }: Reading): Part[] {
  const joined = token.word.length < 6 ? undefined : joinedAs(clues, token.word)
  if (joined === undefined || clues.openWords.has(token.word) || clues.background(token.word) !== null) return []
  return joined.stems.flatMap((stem) => {
    const clue = clueOf(clues, stem)
    const weight = clue ? lessened(clue.weight, { ...clue, isOpenPlace: false }, () => false) : 0
    return clue && !knows.has(stem) ? [{ token, at, clue, weight }] : []
  })
}

/** `isStrange`: one of them is no word of any language, and nothing the desk says. */
type Neighbours = {
  readonly token: Token
  readonly at: number
  readonly isHyphened: boolean
  readonly isStrange: boolean
}

/** Two neighbours as one word: what was split, or joined by a hyphen. One of them at least is no everyday word, or has a capital. */
function pairsOf({ text, tokens, clues, knows }: Reading): Neighbours[] {
  const isUsual = ({ word }: Token) => word.length < 3 || clues.reader.rarityOf(word) <= 6.5
  const isSaying = ({ word }: Token) => word.length > 2 && !silent.has(word) && !/\d/.test(word)
  return tokens.flatMap((first, at) => {
    const second = tokens[at + 1]
    if (!second || second.from - first.to > 2 || !/^[\s.\-‐‑–_]*$/.test(text.slice(first.to, second.from))) return []
    const length = first.word.length + second.word.length
    if (length < 5 || length > 30) return []
    const word = first.word + second.word
    const stem = stemOf(word)
    const both = [first, second]
    if (knows.has(stem) || both.every((one) => knows.has(one.stem))) return []
    const isHyphened = /[-‐‑]/.test(text.slice(first.to, second.from))
    if (!first.capital && both.every(isUsual) && !isHyphened) return []
    const loud = both.every((one) => one.capital && one.word.length > 2 && !silent.has(one.word))
    const isStrange =
      both.every(isSaying) && both.some(({ word, stem }) => clues.reader.rarityOf(word) > 9 && !clues.openIn.has(stem))
    const { from, capital, named } = first
    return [{ token: { from, to: second.to, word, stem, capital, loud, named }, at, isHyphened, isStrange }]
  })
}

const endings = new Set(
  (
    's n en e er es ern et ene ens a em i u in un nin nun ni nu da de ta te dan den tan ten nda nde ndan nden na ne ya ye yi yu la le yla yle ' +
    'daki deki ndaki ndeki dayiz deyiz ndayiz ndeyiz lar ler larin lerin'
  ).split(' '),
)

/** A private word with an ending of another language, or with another word written to it: `rotmilanordner`. */
function partOf({ word }: Token, clues: Clues): Clue | null {
  if (unspaced.test(word)) return withinUnspaced(word, clues)
  if (word.length < 6) return null
  const isWord = clues.background(word) !== null
  const { longest } = clues
  for (let at = Math.min(word.length - 1, longest); at >= 5; at--) {
    const clue = clueOf(clues, word.slice(0, at))
    if (clue && (endings.has(word.slice(at)) || (!isWord && at >= 6 && clue.weight >= tells))) return clue
  }
  if (isWord) return null
  for (let at = Math.max(3, word.length - longest); at <= word.length - 6; at++) {
    const clue = clueOf(clues, word.slice(at))
    if (clue && clue.weight > tells) return clue
  }
  return null
}

/** Scripts that set nothing between words: a stretch of letters has many. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u
const longestUnspaced = 8

/** The longest private word of three letters or more in such a stretch. */
function withinUnspaced(word: string, clues: Clues): Clue | null {
  for (let length = Math.min(longestUnspaced, word.length, clues.longest); length >= 3; length--)
    for (let at = 0; at + length <= word.length; at++) {
      const clue = clueOf(clues, word.slice(at, at + length))
      if (clue && clue.weight >= tells) return clue
    }
  return null
}

/** `you’ll`, `weren’t`: two words of every day in one. */
const contracted = /['’‘](?:ll|re|ve|t|m|d)$/i

/**
 * The private word that a word of the text is misspelt for; nothing where it is a word of its own, or nearer to an open one.
 * `isPair`: it is two words of the text read as one, which have no ending to be left out.
 */
function misspelt(token: Token, reading: Reading, isPair = false): Clue | null {
  const { clues, found } = reading
  const { word } = token
  if (word.length < 4 || trade.has(word) || weekdays.has(word) || clues.openWords.has(word) || /^\d+$/.test(word))
    return null
  if (contracted.test(reading.text.slice(token.from, token.to))) return null
  const isWord = clues.background(word) !== null || clues.reader.rarityOf(word) <= 1.5
  if (isWord && !(token.named && word.length > 4)) return null
  return once(found.misspelt, `${isPair ? '&' : ''}${isWord ? '+' : ''}${token.capital ? '^' : ''}${word}`, () => {
    const best = nearest(word, isWord, clues)
    if (best) return isNearer(word, best, reading) ? null : best.clue
    if (isPair) return null
    const one = /[^su]s$/.test(word) ? word.slice(0, -1) : word
    for (const bare of [one, token.capital && !isWord ? withoutEnding(word) : word]) {
      const other = bare === word ? null : nearest(bare, isWord, clues)
      if (other && other.clue.asName >= tells && !isNearer(bare, other, reading)) return other.clue
    }
    return null
  })
}

/** A long word without an ending that names have in Slavic languages: `Kowalskiego`. */
const withoutEnding = (word: string): string =>
  word.length < 9 ? word : word.replace(/(?:iego|iemu|iej|ego|emu|ej|ami|iem|em|im|owi|om)$/, '')

/** They begin alike, or sound alike: `Obier` and `Aubier`. */
const isAlike = (word: string, other: string): boolean =>
  beginAlike(word, other) || (word.length > 4 && soundOf(word) === soundOf(other))

type Near = { readonly clue: Clue; readonly far: number }

function nearest(word: string, isWord: boolean, clues: Clues): Near | null {
  let best: Near | null = null
  const letters = lettersOf(word)
  const bits = (length: number) => Math.max(2, allowedIn(Math.max(length, word.length)) * 2) + 1
  for (const clue of maybe(clues, word)) {
    // More letters may differ only where it sounds the same, and then most of them are there all the same.
    if (bitsIn(clue.letters ^ letters) > bits(clue.word.length) || !isAlike(word, clue.word)) continue
    if ((clue.weight < 1.5 && clue.asName < tells) || !isMisspelt(word, clue.word)) continue
    const far = distance(word, clue.word, 3)
    if (isWord && (far > 1 || clue.asName < tells)) continue
    if (!best || isBefore({ clue, far }, best)) best = { clue, far }
  }
  return best
}

/** The nearest first, then the weightiest, the shortest, the one that was read first. */
const isBefore = (a: Near, b: Near): boolean => {
  const by =
    a.far - b.far ||
    b.clue.weight - a.clue.weight ||
    a.clue.word.length - b.clue.word.length ||
    a.clue.rank - b.clue.rank ||
    a.clue.n - b.clue.n
  return by < 0
}

/** A word that is as near to one the reader knows, or the desk says openly, is taken for that. */
function isNearer(word: string, { far, clue }: Near, { clues, knows, found }: Reading): boolean {
  const letters = lettersOf(word)
  found.known ??= [...knows].filter((one) => one.length > 3).map((one) => ({ word: one, letters: lettersOf(one) }))
  const isNear = (known: string) => known !== clue.word && distance(word, known, far) <= far
  return (
    found.known.some((known) => bitsIn(known.letters ^ letters) <= far * 2 && isNear(known.word)) ||
    isOpenNear(clues, word, far, clue.word)
  )
}
