import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Cases, figuresOf, judged, reportOf } from './testing.ts'

const read = (name: string): Cases => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Cases
const print = (name: string, all: ReturnType<typeof judged>): void => {
  process.stdout.write(reportOf(name, all))
}

describe('the first texts, on which the check was tuned', () => {
  const all = ['first-a.cases.json', 'first-b.cases.json'].flatMap((name) => judged(read(name)))
  const { quote, misspelt, ordinary } = figuresOf(all)
  print('first', all)

  test('at least 99 in 100 that quote or misspell a private name, place or title are stopped', () => {
    expect((quote.stopped + misspelt.stopped) / (quote.of + misspelt.of)).toBeGreaterThanOrEqual(0.99)
  })

  test('at most 1 in 100 of at least 500 ordinary ones is held up', () => {
    expect(ordinary.of).toBeGreaterThanOrEqual(500)
    expect(ordinary.stopped / ordinary.of).toBeLessThanOrEqual(0.01)
  })

  test('what is marked is what stands there', () => {
    for (const { one, leaks } of all)
      for (const { from, to, words } of leaks) expect(one.text.slice(from, to)).toBe(words)
  })
})

/** Reported once: quoted 136 of 144, misspelt 68 of 84 stopped; ordinary 58 of 537 held up; then used for development. */
describe('the second texts, from which the check learned what is said of a word', () => {
  const all = ['second-a.cases.json', 'second-b.cases.json'].flatMap((name) => judged(read(name)))
  const { quote, misspelt, ordinary } = figuresOf(all)
  print('second', all)

  test('at least 96 in 100 that quote or misspell are stopped, and at most 2.1 in 100 ordinary ones are held up', () => {
    expect((quote.stopped + misspelt.stopped) / (quote.of + misspelt.of)).toBeGreaterThanOrEqual(0.96)
    expect(ordinary.stopped / ordinary.of).toBeLessThanOrEqual(0.021)
  })
})

/** Reported once: quoted 91 of 100, misspelt 53 of 60 stopped; ordinary 7 of 512 held up; then used for development. */
describe('the third texts, from which the check learned what a quotation is', () => {
  const all = ['third-a.cases.json', 'third-b.cases.json'].flatMap((name) => judged(read(name)))
  const { quote, misspelt, ordinary } = figuresOf(all)
  print('third', all)

  test('at least 99 in 100 that quote or misspell are stopped, and at most 1 in 100 ordinary ones is held up', () => {
    expect((quote.stopped + misspelt.stopped) / (quote.of + misspelt.of)).toBeGreaterThanOrEqual(0.99)
    expect(ordinary.stopped / ordinary.of).toBeLessThanOrEqual(0.01)
  })
})

/** Reported once: quoted 94 of 100, misspelt 57 of 60 stopped; ordinary 28 of 520 held up; then used for development. */
describe('the fourth texts, from which the check learned who knows of a thing', () => {
  const all = ['fourth-a.cases.json', 'fourth-b.cases.json'].flatMap((name) => judged(read(name)))
  const { quote, misspelt, ordinary } = figuresOf(all)
  print('fourth', all)

  test('at least 97 in 100 that quote or misspell are stopped, and at most 1.5 in 100 ordinary ones are held up', () => {
    expect((quote.stopped + misspelt.stopped) / (quote.of + misspelt.of)).toBeGreaterThanOrEqual(0.97)
    expect(ordinary.stopped / ordinary.of).toBeLessThanOrEqual(0.015)
  })
})

/**
 * Reported once: quoted 104 of 110, misspelt 46 of 60 stopped; ordinary 31 of 520 held up, 4 of them for the executive and 19 for
 * people who take part; then used for development.
 */
describe('the fifth texts, from which the check learned that who takes part knows, unless the record says otherwise', () => {
  const all = ['fifth-a.cases.json', 'fifth-b.cases.json'].flatMap((name) => judged(read(name)))
  const { quote, misspelt, ordinary } = figuresOf(all)
  print('fifth', all)

  test('at least 88 in 100 that quote or misspell are stopped, and at most 2 in 100 ordinary ones are held up', () => {
    expect((quote.stopped + misspelt.stopped) / (quote.of + misspelt.of)).toBeGreaterThanOrEqual(0.88)
    expect(ordinary.stopped / ordinary.of).toBeLessThanOrEqual(0.02)
  })
})

/**
 * Reported once, at twelve desks: quoted 164 of 167, misspelt 86 of 96 stopped; ordinary 31 of 619 held up, 13 of them for
 * people who take part and 9 for how somebody is addressed; then used for development.
 */
describe('the sixth texts, from which the check learned what is no name, and what two words say together', () => {
  const all = ['sixth-a.cases.json', 'sixth-b.cases.json'].flatMap((name) => judged(read(name)))
  const { quote, misspelt, ordinary } = figuresOf(all)
  print('sixth', all)

  test('at least 98 in 100 that quote or misspell are stopped, and at most 1 in 100 ordinary ones is held up', () => {
    expect((quote.stopped + misspelt.stopped) / (quote.of + misspelt.of)).toBeGreaterThanOrEqual(0.98)
    expect(ordinary.stopped / ordinary.of).toBeLessThanOrEqual(0.01)
  })
})

/** Read once, after the last change, and nothing has been changed since: the figures stand as they are. */
describe('the seventh texts, a week of ten outboxes that nothing was learned from', () => {
  const all = ['seventh-a.cases.json', 'seventh-b.cases.json'].flatMap((name) => judged(read(name)))
  const { quote, misspelt, ordinary } = figuresOf(all)
  print('seventh', all)

  test('113 of 113 that quote and 56 of 60 that misspell are stopped, and 10 of 529 ordinary ones are held up', () => {
    expect([quote.stopped, quote.of]).toEqual([113, 113])
    expect([misspelt.stopped, misspelt.of]).toEqual([56, 60])
    expect([ordinary.stopped, ordinary.of]).toEqual([10, 529])
  })
})
