import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cluesOf } from './clues.ts'
import { leaksIn } from './find.ts'
import { background } from './testing.ts'

/** Names nobody has written yet: no list of names, and none of the texts, has them. */
const name = fc
  .tuple(
    fc.constantFrom('Brav', 'Thorn', 'Kels', 'Vand', 'Ostr', 'Grim', 'Lund', 'Merk', 'Sarr', 'Quent'),
    fc.constantFrom('a', 'e', 'i', 'o', 'u'),
    fc.constantFrom('ld', 'rv', 'nst', 'mb', 'kt', 'sk', 'lm', 'rg'),
    fc.constantFrom('owe', 'ani', 'ick', 'eno', 'urt', 'ash', 'orp', 'ine'),
  )
  .map((parts) => parts.join(''))
  .filter((one) => background(one.toLowerCase()) === null)

/** What becomes of a name that is written badly; `at`: which of its letters, never the first. */
type Slip = (name: string, at: number) => string
const keys: Readonly<Record<string, string>> = {
  ...{ a: 's', b: 'v', c: 'x', d: 'f', e: 'r', f: 'g', g: 'h', h: 'j', i: 'o', j: 'k', k: 'l', l: 'k', m: 'n' },
  ...{ n: 'm', o: 'p', p: 'o', q: 'w', r: 't', s: 'd', t: 'y', u: 'i', v: 'b', w: 'e', x: 'c', y: 'u', z: 'x' },
}
const alike: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', i: 'і', s: 'ѕ' }
const put = (name: string, at: number, letters: string, over: number): string =>
  name.slice(0, at) + letters + name.slice(at + over)
/** At least two letters on either side. */
const inside = (name: string, at: number): number => Math.min(Math.max(at, 2), name.length - 2)

const slips: Readonly<Record<string, Slip>> = {
  'two letters swapped': (one, at) =>
    put(one, Math.min(at, one.length - 2), swapped(one, Math.min(at, one.length - 2)), 2),
  'a letter doubled': (one, at) => put(one, at, `${one[at]}${one[at]}`, 1),
  'a letter left out': (one, at) => put(one, at, '', 1),
  'the key beside': (one, at) => put(one, at, keys[one[at] as string] as string, 1),
  'another vowel': (one, at) => put(one, at, /[aeiou]/.test(one[at] as string) ? 'e' : (one[at] as string), 1),
  'a letter too many': (one, at) => put(one, at, `${one[at]}n`, 1),
  'a mark on a letter': (one, at) => put(one, at, `${one[at]}\u0301`, 1),
  'a letter that looks alike': (one) => one[0] + [...one.slice(1)].map((letter) => alike[letter] ?? letter).join(''),
  'a space of no width': (one, at) => put(one, at, `\u200b${one[at]}`, 1),
  'a soft hyphen': (one, at) => put(one, at, `\u00ad${one[at]}`, 1),
  'a hyphen': (one, at) => put(one, inside(one, at), '-', 0),
  'a space': (one, at) => put(one, inside(one, at), ' ', 0),
  'the end of a line': (one, at) => put(one, inside(one, at), '-\n', 0),
  'all letters apart': (one) => [...one].join(' '),
  'capitals alone': (one) => one.toUpperCase(),
  'small letters alone': (one) => one.toLowerCase(),
  'a possessive': (one) => `${one}’s`,
  'a plural': (one) => `${one}s`,
  'the name of a file': (one) => `scan_${one.toLowerCase()}.pdf`,
  'a mark before it': (one) => `#${one.toLowerCase()}`,
  'the sound alone': (one) =>
    one[0] +
    one
      .slice(1)
      .replace(/ck|k(?![eiy])/, 'c')
      .replace('sh', 'sch')
      .replace('i', 'y'),
}
const swapped = (one: string, at: number): string => `${one[at + 1]}${one[at]}`

const cluesFor = (surname: string) =>
  cluesOf(
    [{ id: 'private', title: 'Second opinion', place: null, people: [`Mary ${surname}`], notes: '' }],
    [{ id: 'open', words: 'Quarterly review\nRoom Neckar', people: ['Camille Aubry'] }],
    background,
  )

describe('a private surname is found, whoever the sentence speaks of, with', () => {
  test.each(Object.entries(slips))('%s', (_, slip) => {
    fc.assert(
      fc.property(name, fc.nat(), (surname, n) => {
        const written = slip(surname, 1 + (n % (surname.length - 1)))
        fc.pre(background(written.toLowerCase()) === null)
        const text = `Please keep the file on ${written} closed for now.`
        expect(leaksIn(text, cluesFor(surname)).length).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a name that is another is not taken for it', () => {
  const found = (text: string, people: string[], place: string | null = null) =>
    leaksIn(text, cluesOf([{ id: 'private', title: 'Talk', place, people, notes: '' }], [], background)).map(
      ({ words }) => words,
    )

  test.each([
    ['a first name of few letters', 'Birgit comes on Tuesday, she says.', ['Berit Larkenvaile'], null],
    ['another street', 'She is at Kalfargaten on Tuesday.', [], 'Kalfarveien 3'],
    ['a house that is called so', 'Let us meet at the Larkenvale museum, by the door.', ['Mary Larkenvaile'], null],
    ['two words of every day written as one', 'On Tuesday you’ll see her there.', ['Desmond Yuill'], null],
  ])('%s', (_, text, people, place) => {
    expect(found(text, people, place)).toEqual([])
  })
})
