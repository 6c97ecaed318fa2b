import { allIn, familiarIn } from './clues.ts'
import { isClock } from './cues.ts'
import type { Leak } from './find.ts'
import type { Token } from './fold.ts'
import { type Hit, isAbout, isOfOpen, isOpenTogether, type Reading } from './hits.ts'
import { type Company, cuesOf, type Group, isMeant } from './meant.ts'
import { isOnlyCounted } from './phrases.ts'
import type { Pair, Saying } from './reads.ts'
import { trade } from './trade.ts'
import { type ClueKind, tells } from './weights.ts'

/** Words of the text that tell something together, by where they stand, and of which sayings: each with its item and kind. */
export type Told<H = { readonly token: Pick<Token, 'from' | 'to'> }> = {
  readonly hits: ReadonlySet<H>
  readonly of: { order: number; item: string; kind: ClueKind }[]
}

/** A saying, and which of its words are in the text: `first` is the first hit of any. */
type Met = { readonly saying: Saying; readonly stems: string[]; first: number }

const closeTogether = 12

/**
 * What the hits tell, of every item but the spared. Sayings of which the same words are in the text in the same way tell the
 * same: it is found once, however many items there are.
 */
export function toldIn(hits: readonly Hit[], spared: ReadonlySet<string>, reading: Reading): Told<Hit>[] {
  const byStem = Map.groupBy(hits, ({ clue }) => clue.stem)
  const met = sayingsMet(byStem, spared, reading)
  const companyOf = companiesIn(met, byStem)
  const told = new Map<string, Told<Hit>>()
  const tell = (key: string, order: number, item: string, kind: ClueKind, find: () => Group[]) => {
    const others = companyOf(item)
    const whole = `${key}&${others.map(({ stem }) => stem).join(' ')}`
    let there = told.get(whole)
    if (there === undefined) {
      there = {
        hits: new Set(
          find()
            .filter((group) => isMeant(group, others, kind, reading))
            .flatMap((group) => group.hits),
        ),
        of: [],
      }
      told.set(whole, there)
    }
    if (there.hits.size > 0) there.of.push({ order, item, kind })
  }
  met.forEach((one, order) => {
    const { saying } = one
    const part = partOf(one, byStem, reading)
    tell(keyOf(one, part), order, saying.item, saying.kind, () => telling(hitsOf(one.stems, byStem), part, reading))
  })
  let order = met.length
  for (const [item, some] of Map.groupBy(met, ({ saying }) => saying.item)) {
    order++
    const counted = some.map(({ saying, stems }) => ({ isNotes: saying.kind === 'notes', stems }))
    if (some.length < 2 || new Set(some.flatMap(({ stems }) => stems)).size < 2) continue
    const key = `+${counted.map(({ isNotes, stems }) => `${isNotes ? '-' : ''}${stems.join(' ')}`).join('|')}`
    tell(key, order, item, 'title', () => acrossSayings(countedIn(counted, byStem, reading), reading).map(together))
  }
  return [...told.values()].filter((one) => one.hits.size > 0)
}

/** What of the title and the place of each item is in the text. */
function companiesIn(met: readonly Met[], byStem: ReadonlyMap<string, readonly Hit[]>): (item: string) => Company {
  const stems = new Map<string, Set<string>>()
  for (const { saying, stems: some } of met) {
    if (saying.kind !== 'title' && saying.kind !== 'place') continue
    const there = stems.get(saying.item) ?? new Set()
    for (const stem of some) there.add(stem)
    stems.set(saying.item, there)
  }
  const made = new Map<string, Company[number]>()
  const wordOf = (stem: string): Company[number] => {
    const before = made.get(stem)
    if (before) return before
    const hits = byStem.get(stem) ?? []
    const places = hits.map(({ at }) => at).sort((a, b) => a - b)
    const word = { stem, word: hits[0]?.clue.word ?? stem, places }
    made.set(stem, word)
    return word
  }
  return (item) => [...(stems.get(item) ?? [])].map(wordOf)
}

/**
 * In the order in which the text comes to them. What an item that the reader knows says of itself or its place is no news
 * where the notes or the place of another say it too.
 */
function sayingsMet(
  byStem: ReadonlyMap<string, readonly Hit[]>,
  spared: ReadonlySet<string>,
  { clues }: Reading,
): Met[] {
  const familiar = familiarIn(spared, clues)
  const met = new Map<Saying, Met>()
  for (const [stem, [hit]] of byStem)
    for (const saying of hit?.clue.sayings ?? []) {
      if (spared.has(saying.item)) continue
      if (familiar.has(stem) && (saying.kind === 'notes' || saying.kind === 'place')) continue
      const there = met.get(saying)
      if (there) there.stems.push(stem)
      else met.set(saying, { saying, stems: [stem], first: (hit as Hit).n })
    }
  return [...met.values()].sort((a, b) => a.first - b.first || a.saying.rank - b.saying.rank || a.saying.n - b.saying.n)
}

const hitsOf = (stems: readonly string[], byStem: ReadonlyMap<string, readonly Hit[]>): readonly Hit[] => {
  const [only = '', ...more] = stems
  if (more.length === 0) return byStem.get(only) ?? []
  return stems.flatMap((stem) => byStem.get(stem) ?? []).sort((a, b) => a.n - b.n)
}

/** What of a saying matters for what its words in the text tell. */
type Part = {
  readonly kind: ClueKind
  readonly stems: readonly string[]
  /** How many words it has. */
  readonly size: number
  readonly pairs: Saying['pairs']
}

const partOf = ({ saying, stems }: Met, byStem: ReadonlyMap<string, readonly Hit[]>, { tokens }: Reading): Part => {
  const isNumbered = (stem: string, side: 1 | -1) =>
    (byStem.get(stem) ?? []).some(({ at }) => isNumber(tokens[at + side]?.word ?? ''))
  const isThere = ({ first, second }: Pair) =>
    (stems.includes(first) && (stems.includes(second) || (isNumber(second) && isNumbered(first, 1)))) ||
    (stems.includes(second) && isNumber(first) && isNumbered(second, -1))
  return { kind: saying.kind, stems, size: saying.stems.length, pairs: saying.pairs.filter(isThere) }
}

const isNumber = (word: string): boolean => /^\d+$/.test(word)

const keyOf = ({ stems }: Met, { kind, size, pairs }: Part): string =>
  `${kind} ${size} ${stems.join(' ')}${pairs.map(({ first, second, between }) => `|${first} ${second} ${between}`).join('')}`

/** Groups of hits that stand together and tell something: one word by itself, several near each other, or the whole of it. */
function telling(all: readonly Hit[], part: Part, reading: Reading): Group[] {
  const found = all.filter((hit) => !isOtherNumber(part, hit, reading))
  const groups = found
    .filter((hit) => hit.weight >= tells || isWholeTitle(part, hit, reading) || isSaidOfTitle(part, hit, reading))
    .map((hit) => together([hit]))
  if (part.size < 2) return groups
  groups.push(...pairsTold(found, part, reading))
  if (part.kind === 'notes') return groups
  for (const near of windows(found, closeTogether)) {
    const stems = [...new Set(near.map(({ clue }) => clue.stem))]
    const whole = stems.length === part.size && spread(near) <= stems.length + 2
    const most = stems.length >= 3 && stems.length >= part.size * 0.6
    if (!whole && wordsOf(near.filter(({ times, clue }) => times === 0 || !trade.has(clue.word))) < 2) continue
    if (sumOf(near) < (whole || most ? 6 : 8)) continue
    const open = whole ? isOpenWhole(part, reading) && reading.own.size === 0 : isOpenTogether(stems.sort(), reading)
    if (!open) groups.push(together(near))
  }
  return groups
}

const together = (hits: readonly Hit[]): Group => ({ hits, isQuoted: false })
const wordsOf = (hits: readonly Hit[]): number => new Set(hits.map(({ clue }) => clue.stem)).size

/** It has another number than in the item, as another house of the street has: `Storgata 40`. */
const isOtherNumber = ({ pairs }: Part, { clue, at }: Hit, { tokens, text }: Reading): boolean =>
  pairs.some(({ first, second, between }) => {
    const [number, beside] = first === clue.stem ? [second, tokens[at + 1]] : [first, tokens[at - 1]]
    if (beside !== undefined && minutes.test(text.slice(beside.from - 3, beside.to))) return false
    if (between !== '' || (first !== clue.stem && second !== clue.stem)) return false
    if (beside === undefined || !isNumber(number) || !isNumber(beside.word)) return false
    return beside.word !== number && !isClock(beside, text)
  })

/** `40` in `10.40`. */
const minutes = /\d[.:h]\d\d$/

/** It is openly said at the desk as a whole. */
const isOpenWhole = ({ stems }: Part, { clues }: Reading): boolean =>
  allIn(stems.map((stem) => clues.openIn.get(stem) ?? []))

const isWholeTitle = (part: Part, { weight, clue }: Hit, reading: Reading): boolean =>
  part.kind === 'title' && part.size === 1 && weight >= 4 && clue.word.length > 2 && !isOpenWhole(part, reading)

/** A telling word of a title, of which the sentence says who is there and when. */
const isSaidOfTitle = ({ kind }: Part, hit: Hit, reading: Reading): boolean => {
  if (kind !== 'title' || hit.weight < 6 || hit.clue.times > 1) return false
  const { who, when } = cuesOf(hit, reading)
  return who && when
}

/** So far apart two words may stand that follow each other in an item. */
const mostBetween = 4

/**
 * Two words that follow each other in the text as they do in the item, and nowhere openly: of a title a quotation, unless
 * the text is about what the desk says openly with one of them.
 */
function pairsTold(found: readonly Hit[], { pairs, kind }: Part, reading: Reading): Group[] {
  if (pairs.length === 0) return []
  const places = Map.groupBy(found, ({ at }) => at)
  const between = new Map(pairs.map((pair) => [`${pair.first} ${pair.second}`, pair.between]))
  return found.flatMap((first) =>
    Array.from({ length: mostBetween }, (_, n) => places.get(first.at + n + 1) ?? []).flatMap((some, n) =>
      some.flatMap((second) => {
        const stems = [first.clue.stem, second.clue.stem]
        const said = between.get(stems.join(' '))
        if (
          said === undefined ||
          (kind === 'title' && isOnlyCounted(stems, reading)) ||
          (kind !== 'title' && first.weight + second.weight < 3)
        )
          return []
        const follows = n === 0 || said === wordsBetween(first, second, reading)
        if (!follows || isOpenTogether(stems.toSorted(), reading)) return []
        const isQuoted = kind === 'title' && !stems.some((stem) => isAbout(stem, reading))
        return isQuoted || first.weight + second.weight >= 3 ? [{ hits: [first, second], isQuoted }] : []
      }),
    ),
  )
}

const wordsBetween = (first: Hit, second: Hit, { tokens }: Reading): string =>
  tokens
    .slice(first.at + 1, second.at)
    .map(({ word }) => word)
    .join(' ')

const spread = (hits: readonly Hit[]): number => {
  const places = hits.map(({ at }) => at)
  return Math.max(...places) - Math.min(...places) + 1
}

/** The most each word tells, added up. */
const sumOf = (hits: readonly Hit[]): number => {
  const most = new Map<string, number>()
  for (const { clue, weight } of hits) most.set(clue.stem, Math.max(most.get(clue.stem) ?? 0, weight))
  return [...most.values()].reduce((sum, weight) => sum + weight, 0)
}

/** So many hits of one stretch are looked at. */
const mostNear = 40

/** Hits within so many words of each other, one window for each hit it begins with; only those of more than one word. */
function windows(found: readonly Hit[], width: number): Hit[][] {
  const sorted = found.toSorted((a, b) => a.at - b.at)
  // Until where all are of the same word as the one before.
  let same = 0
  return sorted.flatMap((first, n) => {
    if (same <= n) same = n + 1
    while (sorted[same]?.clue.stem === first.clue.stem) same++
    const other = sorted[same]
    if (other === undefined || other.at - first.at >= width) return []
    const near: Hit[] = []
    for (let end = n; end < sorted.length && near.length < mostNear; end++) {
      const hit = sorted[end] as Hit
      if (hit.at - first.at >= width) break
      near.push(hit)
    }
    return near.some(({ clue }) => clue.stem !== first.clue.stem) ? [near] : []
  })
}

/** Of notes only what is unusual and nowhere openly said counts beside other words; of what an open title says none, where all of that is in the text. */
const countedIn = (
  sayings: readonly { isNotes: boolean; stems: readonly string[] }[],
  byStem: ReadonlyMap<string, readonly Hit[]>,
  reading: Reading,
): Hit[] =>
  sayings.flatMap(({ isNotes, stems }) => {
    const found = hitsOf(stems, byStem).filter(({ weight, clue }) => weight >= 3 && !isOfOpen(clue, reading))
    return isNotes ? found.filter(({ weight, clue }) => weight >= 4 && clue.times === 0) : found
  })

/** Words of a title and a place, or a name, near each other: each alone might be anybody's. */
const acrossSayings = (found: readonly Hit[], reading: Reading): Hit[][] =>
  windows(found, closeTogether).filter(
    (near) => sumOf(near) >= 11 && !isOpenTogether([...new Set(near.map(({ clue }) => clue.stem))].sort(), reading),
  )

/** The same words of the text, of what is told with them. */
type Mark = { readonly from: number; to: number; readonly by: Set<number> }

/** One leak for each stretch of the text, with every item it gives away. */
export function leaksFrom(text: string, told: readonly Told[]): Leak[] {
  const namesOf = itemsBy(told)
  return stretchesIn(text, marksOf(told)).map(({ from, to, bys }) => ({
    from,
    to,
    words: text.slice(from, to),
    items: namesOf(bys),
  }))
}

function marksOf(told: readonly Told[]): Mark[] {
  const marks = new Map<string, Mark>()
  told.forEach(({ hits }, n) => {
    for (const { token } of hits) {
      const key = `${token.from} ${token.to}`
      const mark = marks.get(key) ?? { from: token.from, to: token.to, by: new Set() }
      mark.by.add(n)
      marks.set(key, mark)
    }
  })
  return [...marks.values()].sort((a, b) => a.from - b.from || b.to - a.to)
}

type Stretch = { readonly from: number; to: number; readonly bys: Map<string, readonly number[]> }

function stretchesIn(text: string, marks: readonly Mark[]): Stretch[] {
  const all: Stretch[] = []
  for (const { from, to, by } of marks) {
    const last = all.at(-1)
    const key = [...by].join(' ')
    if (!last || !isJoint(text.slice(last.to, Math.min(from, last.to + 3)), last.to, from)) {
      all.push({ from, to, bys: new Map([[key, [...by]]]) })
      continue
    }
    last.to = Math.max(last.to, to)
    last.bys.set(key, [...by])
  }
  return all
}

const isJoint = (between: string, end: number, start: number): boolean => start <= end || /^[ \-’']{1,2}$/.test(between)

/** The items that what stands in a stretch gives away, in the order the text came to them; each list is made once. */
function itemsBy(told: readonly Told[]): (bys: Stretch['bys']) => Leak['items'] {
  const made = new Map<string, Leak['items']>()
  return (bys) => {
    const key = [...bys.keys()].join('|')
    const before = made.get(key)
    if (before) return before
    const items = new Map<string, ClueKind>()
    for (const by of bys.values())
      for (const { item, kind } of by.flatMap((n) => told[n]?.of ?? []).sort((a, b) => a.order - b.order))
        if (!items.has(item)) items.set(item, kind)
    const list = [...items].map(([id, kind]) => ({ id, kind }))
    made.set(key, list)
    return list
  }
}
