import { classOf } from './lexicon/alike.ts'
import { common } from './lexicon/everyday.ts'
import { baseOf } from './lexicon/irregular.ts'
import { numbers } from './lexicon/numbers.ts'

/** A message as the checker reads it: plain letters, plain apostrophes. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'").replace(/[“”„]/g, '"').toLowerCase()

/** Sentences, each as it was written. A full stop within a number or an initial ends nothing. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(/\b(mr|mrs|ms|dr|st|no|p\.m|a\.m)\./gi, '$1')
    .split(/(?<=[.!?])\s+(?=\S)|\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(ss|us|is)$/, '$1'],
  [/(ch|sh|x|ss|z)es$/, '$1'],
  [/s$/, ''],
]
const verbEndings: readonly (readonly [RegExp, string])[] = [
  [/ied$/, 'y'],
  [/([^aeiou])\1(ed|ing)$/, '$1'],
  [/(ed|ing)$/, ''],
  [/(ation|ition)$/, ''],
  [/(ment|ly|er|or|al)$/, ''],
]

/** What a word is a form of, as far as endings say. Two words with one stem are taken for one. */
export function stem(word: string): string {
  const base = baseOf.get(word)
  if (base) return base
  let found = word
  for (const [ending, rest] of endings)
    if (ending.test(found) && found.length > 3) {
      found = found.replace(ending, rest)
      break
    }
  const known = baseOf.get(found)
  if (known) return known
  for (const [ending, rest] of verbEndings)
    if (ending.test(found) && found.replace(ending, rest).length >= 3) {
      found = found.replace(ending, rest)
      break
    }
  return found.replace(/e$/, '')
}

const wordIn = /\p{N}+(?:[.:,]\p{N}+)*|\p{L}+(?:'\p{L}+)?/gu

/** What a time or an amount says, whatever stands between its digits: 16:20, 16.20, 4,180. */
const figure = (text: string): string => {
  const digits = text.replace(/[.:,]/g, '')
  return `#${Number(digits)}`
}

const saidTime =
  /\b(half|quarter|five|ten|twenty|twenty-five) (past|to) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g

/** Times as they are said, as figures: “half past seven” is 7:30. */
const withTimes = (text: string): string =>
  text.replace(saidTime, (_, minutes: string, way: string, hour: string) => {
    const past = minutes === 'twenty-five' ? 25 : (numbers.get(minutes) ?? 0)
    const at = (numbers.get(hour) ?? 0) * 60 + (way === 'past' ? past : -past)
    return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
  })

const counted = [...numbers.keys()]
  .filter((word) => !/^(?:half|quarter|noon|midday|midnight|first|second|third)$/.test(word))
  .join('|')
const saidNumber = new RegExp(
  `\\b((?:${counted}|forty|sixty|seventy|eighty|ninety)|\\d+)[ -](hundred|thousand|million)\\b`,
  'g',
)
const powers: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 }

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const andRest = new RegExp(`\\b(\\d+00) and (${tens.join('|')}|${counted})\\b(?![ -](?:hundred|thousand))`, 'g')
/** “One hundred and fifty”, once its hundreds are figures. */
const withRest = (text: string): string =>
  text.replace(andRest, (_, hundreds: string, rest: string) =>
    String(Number(hundreds) + (tens.includes(rest) ? (tens.indexOf(rest) + 2) * 10 : (numbers.get(rest) ?? 0))),
  )

/** Numbers as they are said, as figures: “fifteen thousand” is 15000, “a hundred and fifty” 150. */
const withNumbers = (text: string): string =>
  withRest(
    text.replace(/\ba (?=hundred|thousand)/g, 'one ').replace(saidNumber, (said, count: string, power: string) => {
      const of = /^\d/.test(count) ? Number(count) : (numbers.get(count) ?? 0)
      return of > 0 ? String(of * (powers[power] ?? 1)) : said
    }),
  )

/** Every word with a meaning of its own, as stems and figures. */
export function contentOf(text: string): string[] {
  const words = withNumbers(withTimes(plain(text))).match(wordIn) ?? []
  return words.flatMap((word) => {
    if (/^\p{N}/u.test(word)) return [figure(word)]
    const bare = word.replace(/'(s|d|ll|re|ve|m|t)$/, '')
    const number = numbers.get(bare)
    if (number !== undefined) return [`#${number}`]
    if (common.has(bare) || bare.length < 2) return []
    return [stem(bare)]
  })
}

const stemClasses: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const found = new Map<string, Set<number>>()
  for (const [word, classes] of classOf) {
    const key = stem(word)
    const all = found.get(key) ?? new Set<number>()
    for (const one of classes) all.add(one)
    found.set(key, all)
  }
  return found
})()

/** Whether two stems may stand for each other in a fact. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true
  if (a.startsWith('#') || b.startsWith('#')) return timeAlike(a, b)
  if (a.length > 5 && b.length > 5 && (a.startsWith(b.slice(0, -2)) || b.startsWith(a.slice(0, -2)))) return true
  const [left, right] = [stemClasses.get(a), stemClasses.get(b)]
  return left !== undefined && right !== undefined && !left.isDisjointFrom(right)
}

/** Twelve and 12:00; four and 16:00. */
function timeAlike(a: string, b: string): boolean {
  const [x, y] = [Number(a.slice(1)), Number(b.slice(1))]
  if (Number.isNaN(x) || Number.isNaN(y)) return false
  const clock = (n: number) => (n >= 100 && n <= 2400 && n % 100 < 60 ? n : n <= 24 ? n * 100 : -1)
  const [p, q] = [clock(x), clock(y)]
  if (p < 0 || q < 0 || (x < 100 && y < 100)) return false
  return p === q || Math.abs(p - q) === 1200
}

/** Of some stems, those that a text has, and those it has not. */
export function found(wanted: readonly string[], text: readonly string[]): { has: string[]; lacks: string[] } {
  const unique = [...new Set(wanted)]
  return {
    has: unique.filter((one) => text.some((word) => alike(one, word))),
    lacks: unique.filter((one) => !text.some((word) => alike(one, word))),
  }
}
