import { type Form, hyphenated, type Token, tokensOf } from './fold.ts'
import { calledOf, withoutTitles } from './titles.ts'
import { silent, trade } from './trade.ts'
import { type ClueKind, doctors } from './weights.ts'

/** What is private about one item, or one part of it: everything in it that a text could give away. */
export type PrivateItem = {
  readonly id: string
  readonly title: string
  readonly place: string | null
  /** Names and addresses, each in whatever form. */
  readonly people: readonly string[]
  readonly notes: string
}

/** One thing that is openly said at the desk: the words of an item, a rule or a place, and who takes part in it. */
export type OpenText = { readonly id: string; readonly words: string; readonly people: readonly string[] }

/** One saying of one private item whose words belong together: a name, a place, the title, a word of the notes. */
export type Saying = {
  readonly item: string
  readonly kind: ClueKind
  /** Its telling words, each once, in their order. */
  readonly stems: readonly string[]
  /** Which of them follow each other there, and what stands between them: `prise`, `sang`, "de". */
  readonly pairs: readonly Pair[]
  /** Its place among all, in the order they were read: of its item, then in it. */
  readonly rank: number
  readonly n: number
}
export type Pair = { readonly first: string; readonly second: string; readonly between: string }

/** How one item uses one word. */
export type Use = {
  readonly stem: string
  readonly word: string
  readonly rank: number
  readonly n: number
  readonly sayings: Saying[]
  /** It stands as a name: with a capital where others have none, in a person's name or a place. */
  named: boolean
  /** Where it stands, the weightiest first: a person, a title, a place, notes. */
  kind: ClueKind
  isWhole: boolean
  isDoctor: boolean
  /** It is what somebody is called by last, or after `Dr`. */
  isSurname: boolean
}

/** Neighbours in a saying written as one: `orchardmews`. */
export type Joined = { readonly word: string; readonly saying: Saying; readonly stems: readonly string[] }

/** What a part of a title or a place says, two words or more in their order: `e s complaint`; and all of it as one. */
export type Phrase = {
  readonly item: string
  readonly kind: 'title' | 'place'
  readonly stems: readonly string[]
  readonly joined: string
}

/** Everything that is read of a private item, whatever else the desk says. */
export type ItemRead = {
  readonly id: string
  readonly uses: readonly Use[]
  readonly joined: readonly Joined[]
  readonly phrases: readonly Phrase[]
  /** Who takes part, by the words of their names; and all of its words. */
  readonly people: readonly (readonly string[])[]
  readonly stems: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
  /** Its title and its notes as they stand there. */
  readonly said: { readonly title: string; readonly notes: string }
}

/** Everything that is read of an open thing. */
export type OpenRead = {
  readonly rank: number
  /** Its words that say what it is about. */
  readonly telling: readonly string[]
  /** The words of its first line. */
  readonly title: readonly string[]
  /** The words of the lines after it: of where it is. */
  readonly places: readonly string[]
  readonly stems: readonly string[]
  readonly words: readonly string[]
  readonly names: readonly string[]
  readonly doctors: readonly string[]
}

/** How words are read: how much each tells, each form and each open line once. */
export type Reader = {
  readonly rarityOf: (word: string) => number
  readonly forms: Map<string, Form>
  readonly lines: Map<string, Line>
}

const mail = /\S+@\S+/
/** Without an address, and without what is said of them in brackets. */
const nameIn = (person: string): string => person.replace(mail, ' ').replace(/\(.*?\)/g, ' ')

const notesOf = ({ notes }: Pick<PrivateItem, 'notes'>): string[] => notes.split(/[.;,\n]+/)

const partsOf = ({ title, place, people, notes }: PrivateItem): { kind: ClueKind; text: string }[] => [
  { kind: 'title', text: title },
  { kind: 'place', text: place ?? '' },
  ...people.map((text) => ({ kind: 'person' as const, text: text.replace(mail, ' ') })),
  ...people
    .flatMap((text) => (mail.exec(text)?.[0] ?? '').split('@'))
    .map((text) => ({ kind: 'person' as const, text })),
  ...notesOf({ notes }).map((text) => ({ kind: 'notes' as const, text })),
]

/** In a title a word with a capital is a name where others have none, or where it follows "with" and the like. */
const before = new Set([
  'with',
  'for',
  'at',
  'from',
  'to',
  'and',
  'mit',
  'avec',
  'chez',
  'bei',
  'con',
  'dr',
  'mr',
  'mrs',
  'ms',
  'prof',
])
/** What follows one of these is what it is called by. */
export const codes: ReadonlySet<string> = new Set([
  'project',
  'projekt',
  'projet',
  'proyecto',
  'progetto',
  'projeto',
  'prosjekt',
  'projecte',
  'projek',
  'proje',
  'hanke',
  'operation',
  'operazione',
  'operacion',
  'operacja',
  'codename',
])
const isNamed = (tokens: readonly Token[], at: number, kind: ClueKind, isStrange: boolean): boolean => {
  const token = tokens[at] as Token
  if (kind === 'person' || token.loud) return true
  if (!token.capital) return false
  if (kind === 'notes' && isStrange) return true
  if (kind === 'title' && codes.has(tokens[at - 1]?.word ?? '')) return true
  if (kind === 'place' || before.has(tokens[at - 1]?.word ?? '')) return true
  return at > 0 && tokens.some((one, n) => n > 0 && !one.capital && !silent.has(one.word))
}

const byWeight: readonly ClueKind[] = ['person', 'title', 'place', 'notes']
export const weightier = (a: ClueKind, b: ClueKind): ClueKind => (byWeight.indexOf(b) < byWeight.indexOf(a) ? b : a)

const parts = 2 ** 20
/** The place of a part of an item among all. */
export const rankOf = (item: number, part: number): number => item + part / parts

/** Reads every part of an item; `place`: of the item among all. */
export function readItem(all: readonly PrivateItem[], place: number, reader: Reader): ItemRead {
  const tokensIn = onceEach((text) => tokensOf(text, reader.forms))
  const read = all.map((item, part) => readPart(item, rankOf(place, part), reader, tokensIn))
  const last = all.at(-1) as PrivateItem
  const stemsIn = (text: string): string[] =>
    tokensIn(text)
      .filter(({ word }) => !silent.has(word))
      .map(({ stem }) => stem)
  return {
    id: last.id,
    uses: read.flatMap(({ uses }) => uses),
    joined: read.flatMap(({ joined }) => joined),
    phrases: all.flatMap((item) => phrasesIn(item, tokensIn)),
    people: last.people.map((name) => calledOf(tokensIn(nameIn(name))).map(({ stem }) => stem)),
    stems: new Set([last.title, last.place ?? ''].flatMap(stemsIn)),
    notes: new Set(notesOf(last).flatMap(stemsIn)),
    said: { title: last.title, notes: last.notes },
  }
}

type Tokens = (text: string) => readonly Token[]
/** Of one item the same text is read once. */
function onceEach(read: Tokens): Tokens {
  const kept = new Map<string, readonly Token[]>()
  return (text) => {
    const before = kept.get(text)
    if (before) return before
    const made = read(text)
    kept.set(text, made)
    return made
  }
}

function readPart(
  item: PrivateItem,
  rank: number,
  { rarityOf }: Reader,
  tokensIn: Tokens,
): { uses: Use[]; joined: Joined[] } {
  const uses = new Map<string, Use>()
  const joined: Joined[] = []
  let n = 0
  for (const { kind, text } of partsOf(item)) {
    const all = tokensIn(text)
    const tokens = kind === 'person' ? withoutTitles(all) : all
    const called = calledDoctor(all)
    const telling = tokens.filter(({ word }) => rarityOf(word) > 0)
    if (telling.length === 0) continue
    const stems = [...new Set(telling.map(({ stem }) => stem))]
    const saying: Saying = { item: item.id, kind, stems, pairs: pairsIn(tokens, telling, kind), rank, n: n++ }
    if (kind !== 'notes') joined.push(...joinedIn(telling, saying))
    const both = [...tokens, ...(kind === 'person' ? [] : hyphenated(text, tokens))]
    both.forEach(({ stem, word }, at) => {
      const rare = rarityOf(word)
      if (rare === 0) return
      let use = uses.get(stem)
      if (use === undefined) {
        use = {
          stem,
          word,
          rank,
          n: uses.size,
          sayings: [],
          named: false,
          kind,
          isWhole: false,
          isDoctor: false,
          isSurname: false,
        }
        uses.set(stem, use)
      }
      if (use.sayings.at(-1) !== saying) use.sayings.push(saying)
      use.named ||= isNamed(both, at, kind, rare >= 12)
      const isCalled = called.has(stem)
      use.isDoctor ||= isCalled
      use.isSurname ||= kind === 'person' ? all.length > 1 && stem === stems.at(-1) : isCalled
      use.isWhole ||= stems.length === 1 && kind !== 'notes'
      use.kind = weightier(use.kind, kind)
    })
  }
  return { uses: [...uses.values()], joined }
}

const nobody: ReadonlySet<string> = new Set()
const calledDoctor = (tokens: readonly Token[]): ReadonlySet<string> => {
  const called = tokens.filter((_, n) => doctors.has(tokens[n - 1]?.word ?? ''))
  return called.length === 0 ? nobody : new Set(called.map(({ stem }) => stem))
}

/** What parts a title into what is said each by itself. */
const parted = /\s[-–—]\s|[:;,()|/]/

/** It says nothing: an article or the like, but not the first letter of a name. */
export const isMute = ({ word, capital }: Token): boolean => silent.has(word) && !(capital && word.length === 1)

const phrasesIn = ({ id, title, place }: PrivateItem, tokensIn: Tokens): Phrase[] =>
  (
    [
      ['title', title],
      ['place', place ?? ''],
    ] as const
  ).flatMap(([kind, said]) =>
    said.split(parted).flatMap((text) => {
      const tokens = tokensIn(text).filter((token) => !isMute(token))
      if (tokens.length < 2 || tokens.every(({ word }) => /^\d*$/.test(word))) return []
      const joined = tokens.map(({ word }) => word).join('')
      return [{ item: id, kind, stems: tokens.map(({ stem }) => stem), joined }]
    }),
  )

const joinedIn = (telling: readonly Token[], saying: Saying): Joined[] =>
  telling.flatMap((_, from) =>
    [2, 3, 4].flatMap((length) => {
      const some = telling.slice(from, from + length)
      if (some.length < length) return []
      return [{ word: some.map(({ word }) => word).join(''), saying, stems: some.map(({ stem }) => stem) }]
    }),
  )

const pairsIn = (tokens: readonly Token[], telling: readonly Token[], kind: ClueKind): Pair[] => {
  const found = new Map<string, Pair>()
  telling.slice(1).forEach(({ stem, word, from }, n) => {
    const first = telling[n] as Token
    const plain = [first.word, word].filter((one) => trade.has(one) || /^\d+$/.test(one)).length
    if (plain > 1 && (kind !== 'title' || [first.word, word].every((one) => /^\d+$/.test(one)))) return
    const between = tokens.filter((one) => one.from > first.from && one.from < from).map((one) => one.word)
    found.set(`${first.stem} ${stem}`, { first: first.stem, second: stem, between: between.join(' ') })
  })
  return [...found.values()]
}

/** What a line of an open thing says: many things say the same, the room or who takes part. */
export type Line = {
  readonly telling: readonly string[]
  readonly names: readonly string[]
  readonly stems: readonly string[]
  readonly words: readonly string[]
  readonly doctors: readonly string[]
}

/** More lines than this are not kept. */
const mostLines = 100_000

function lineOf(text: string, { rarityOf, forms, lines }: Reader): Line {
  const before = lines.get(text)
  if (before) return before
  const tokens = tokensOf(text, forms)
  const apart = hyphenated(text, tokens)
  const both = apart.length === 0 ? tokens : [...tokens, ...apart]
  const line: Line = {
    telling: unique(tokens.filter(({ word }) => rarityOf(word) > 0).map(({ stem }) => stem)),
    names: unique(tokens.map(({ stem }) => stem)),
    stems: unique(both.map(({ stem }) => stem)),
    words: unique(both.map(({ word }) => word)),
    doctors: unique(both.filter((_, at) => at > 0 && doctors.has(tokens[at - 1]?.word ?? '')).map(({ stem }) => stem)),
  }
  if (lines.size < mostLines) lines.set(text, line)
  return line
}

/** Reads a thing that is openly said; `rank`: its place among all. */
export function readOpen({ words, people }: OpenText, rank: number, reader: Reader): OpenRead {
  const said = words.split('\n').map((text) => lineOf(text, reader))
  const named = people.flatMap((name) => name.split('\n')).map((text) => lineOf(text, reader))
  const all = [...said, ...named]
  return {
    rank,
    telling: together(all, 'telling'),
    title: said[0]?.telling ?? [],
    places: together(said.slice(1), 'stems'),
    stems: together(all, 'stems'),
    words: together(all, 'words'),
    names: together(named, 'names'),
    doctors: together(all, 'doctors'),
  }
}

const none: readonly string[] = []
/** What all of these lines say, each once; mostly it is what one of them says. */
function together(lines: readonly Line[], what: keyof Line): readonly string[] {
  let first = none
  let all: Set<string> | null = null
  for (const { [what]: some } of lines) {
    if (some.length === 0) continue
    if (first.length === 0) first = some
    else {
      all ??= new Set(first)
      for (const one of some) all.add(one)
    }
  }
  return all === null ? first : [...all]
}

/** Each once, in their order; most lists are short. */
const unique = (list: string[]): string[] =>
  list.length > 20 ? [...new Set(list)] : list.filter((one, n) => list.indexOf(one) === n)
