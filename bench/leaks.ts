import { availableParallelism, loadavg } from 'node:os'
import { language } from '../src/desk/outgoing/language.ts'
import { cluesOf, update } from '../src/plan/leak/clues.ts'
import { leaksIn } from '../src/plan/leak/find.ts'
import { folded, tokensOf } from '../src/plan/leak/fold.ts'
import { distance } from '../src/plan/leak/near.ts'
import type { OpenText, PrivateItem } from '../src/plan/leak/reads.ts'
import { duration, type Section, times } from './section.ts'

const syllables = [
  'ka',
  'lo',
  'mer',
  'vin',
  'tas',
  'ro',
  'bel',
  'hud',
  'nor',
  'sy',
  'gra',
  'pen',
  'wil',
  'dor',
  'esk',
  'ium',
]
/** An invented name for each number, all different. */
const nameOf = (n: number): string => {
  const word = [n % 16, (n >> 4) % 16, (n >> 8) % 16, (n >> 12) % 16].map((at) => syllables[at]).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
const subjects = ['review', 'lunch', 'interview', 'call', 'dinner', 'visit', 'planning', 'consultation']
const subject = (n: number): string => subjects[n % subjects.length] ?? ''

const items: PrivateItem[] = Array.from({ length: 2000 }, (_, n) => ({
  id: `p${n}`,
  title: `${nameOf(n)} ${subject(n)}`,
  place: `${nameOf(n + 2000)} House`,
  people: [`${nameOf(n + 4000)} ${nameOf(n + 6000)}`],
  notes: `bring the file of ${nameOf(n + 8000)}`,
}))
const open: OpenText[] = Array.from({ length: 20_000 }, (_, n) => ({
  id: `o${n}`,
  words: `${subject(n)} with ${nameOf(20_000 + (n % 3000))}\nRoom ${n % 40}`,
  people: [`${nameOf(24_000 + (n % 2500))} ${nameOf(28_000 + (n % 2500))}`],
}))

const sentence = (n: number): string =>
  `Dear ${nameOf(24_000 + n)}, the quarterly ${subject(n)} on Tuesday moves to room ${n}; please tell ${nameOf(28_000 + n)}. `
const text = `${Array.from({ length: 18 }, (_, n) => sentence(n)).join('')} She sees ${nameOf(4100)} then.`.slice(-2048)
/** Nothing in it is a word of any language. */
const hostile = Array.from({ length: 900 }, (_, n) => `${nameOf(40_000 + n * 7)}x`)
  .join(' ')
  .slice(0, 10_000)

/** Every word of the text beside every private word: what is done without an index. */
function naively(words: readonly string[]): number {
  let found = 0
  for (const { word } of tokensOf(text))
    for (const secret of words)
      if (distance(word, secret, word.length < 6 ? 1 : 2) <= (word.length < 4 ? 0 : 1)) found++
  return found
}

const median = (runs: number, work: () => unknown): number => {
  const took = Array.from({ length: runs }, () => {
    const start = process.cpuUsage().user / 1000
    work()
    return process.cpuUsage().user / 1000 - start
  })
  return took.sort((a, b) => a - b)[runs >> 1] as number
}

export default function leaks(): Section {
  language('warm')
  const clues = cluesOf(items, open, language)
  const words = items.flatMap(({ title, place, people }) =>
    [title, place ?? '', ...people].flatMap((one) => one.split(' ').map(folded)),
  )
  const found = leaksIn(text, clues)
  const read = median(60, () => leaksIn(text, clues))
  const naive = median(5, () => naively(words))
  const worst = median(5, () => leaksIn(hostile, clues))
  const made = median(5, () => cluesOf(items, open, language))
  const one = { items: new Map([['p7', items.slice(8, 9)]]), open: new Map([['o7', open.slice(8, 9)]]) }
  const changed = median(60, () => {
    const back = update(clues, one)
    leaksIn(text, clues)
    back()
  })
  return {
    title: 'Leaks',
    about: `A letter of ${text.length} characters at a desk of ${items.length.toLocaleString('en')} private and ${open.length.toLocaleString('en')} ordinary items, with one private name in it (${found.length} found); the baseline compares every word of it with every private word. Taken on ${availableParallelism()} cores with a load of ${(loadavg()[0] ?? 0).toFixed(0)}.`,
    columns: ['', 'median', 'against ours'],
    rows: [
      ['read a letter', duration(read), '1.0×'],
      ['every word with every private word', duration(naive), times(naive / read)],
      ['10,000 characters of words of no language', duration(worst), ''],
      ['a letter in a change that wrote a private and an open item', duration(changed), ''],
      ['read the desk, once', duration(made), ''],
    ],
    targets: [
      { words: `a letter in 20 ms or less (${duration(read)})`, met: read <= 20 },
      { words: `a hostile text in 200 ms or less (${duration(worst)})`, met: worst <= 200 },
      { words: `the desk read in 500 ms or less (${duration(made)})`, met: made <= 500 },
      { words: `at least 10 times the baseline (${times(naive / read)})`, met: naive / read >= 10 },
      {
        words: `the one private name is found (${found.map((one) => one.words).join(', ')})`,
        met: found.some((one) => one.words.includes(nameOf(4100))),
      },
    ],
  }
}
