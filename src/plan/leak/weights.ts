import { stemOf } from './fold.ts'
import { address } from './titles.ts'
import { delicate, silent, touchy, trade } from './trade.ts'

/**
 * How usual a word is in the language, as the lists of SCOWL grade it: 10 for the most usual, 70 for the rarest; null where
 * it is no word of it, as most names are not.
 */
export type Background = (word: string) => number | null

export type ClueKind = 'person' | 'place' | 'title' | 'notes'

/** A word by itself gives something away from this weight on. */
export const tells = 9

/** Words of this grade or above are known to few. */
export const rare = 40

const byGrade = (grade: number | null): number =>
  grade === null ? 12 : grade <= 10 ? 1.5 : grade <= 20 ? 4 : grade <= 35 ? 6.5 : 9

const inNumbers = (word: string): number =>
  word.length >= 6 ? 12 : word.length >= 4 && !/^(?:19|20)\d\d$/.test(word) ? 3 : word.length > 1 ? 1.5 : 0.5

/** How much a word tells, before the desk's own use of it. */
export function rarity(word: string, background: Background): number {
  if (silent.has(word) || word.length < 2) return 0
  if (/^\d+$/.test(word)) return inNumbers(word)
  if (/^\d+[a-z]{1,2}$/.test(word)) return 1
  if (delicate.has(word) || delicate.has(stemOf(word))) return 9
  if (touchy.has(word) || touchy.has(stemOf(word))) return 6.5
  if (trade.has(word) || trade.has(stemOf(word)) || address.has(word)) return 1.5
  return byGrade(gradeOf(word, background) ?? gradeOf(headless(word), background))
}

/** How much a name tells: as it stands, whatever the word is without its ending. `Topping` is not `top`. */
export const rarityAsName = (word: string, background: Background): number => byGrade(background(word))

/** As the word itself, without its ending, or as the verb a German noun in `-ung` is made of. */
const gradeOf = (word: string, background: Background): number | null => {
  if (word === '') return null
  const stem = stemOf(word)
  const grades = [word, stem, `${stem}e`].map(background).filter((grade) => grade !== null)
  if (grades.length > 0) return Math.min(...grades)
  const verb = /^(.{4,})ung$/.exec(word)?.[1]
  return verb !== undefined && (background(`${verb}en`) ?? background(`${verb}n`)) !== null ? 35 : null
}

const longestOfTrade = Math.max(...[...trade].map((word) => word.length))

/** Of a word made of two, of which the last is of the trade, the first: `notartermin`. */
const headless = (word: string): string => {
  for (let at = Math.max(4, word.length - longestOfTrade); at <= word.length - 4; at++)
    if (trade.has(word.slice(at))) return word.slice(0, at).replace(/s$/, '')
  return ''
}

/** More than any desk says; a text of any words does not fill the memory. */
const mostKept = 200_000

/** `rarity`, each word once. */
export function rarities(background: Background): (word: string) => number {
  const kept = new Map<string, number>()
  return (word) => {
    const before = kept.get(word)
    if (before !== undefined) return before
    if (kept.size >= mostKept) kept.clear()
    const found = rarity(word, background)
    kept.set(word, found)
    return found
  }
}

/**
 * What the desk says openly itself tells little, the less the more often; but what it says once or twice only where the text
 * is about the same thing, or it is the name of somebody it openly meets.
 */
export function lessened(
  weight: number,
  clue: {
    readonly times: number
    readonly isOpenName: boolean
    /** It is openly where something is. */
    readonly isOpenPlace: boolean
    readonly kind: ClueKind
    readonly isWhole: boolean
  },
  isAbout: () => boolean,
): number {
  const { times, isOpenName, isOpenPlace, kind, isWhole } = clue
  if (times === 0) return weight
  if (kind === 'notes' && (times === 2 || isOpenPlace)) return Math.min(weight, 5)
  if (times >= 3) return Math.min(weight, times < 8 ? 3 : 1)
  const about = isAbout()
  if (!isOpenName && !about) return kind === 'place' && !isWhole && times > 1 ? Math.min(weight, 8) : weight
  return Math.min(weight, about ? 3 : 5)
}

export const doctors: ReadonlySet<string> = new Set([
  'dr',
  'dra',
  'doctor',
  'doctora',
  'docteur',
  'dottore',
  'prof',
  'professor',
  'nurse',
  'notar',
  'notaire',
])
