import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cluesOf } from './clues.ts'
import { leaksIn, nobody } from './find.ts'
import { folded, tokensOf } from './fold.ts'
import type { OpenText } from './reads.ts'
import { background } from './testing.ts'

const items = [
  {
    id: 'clinic',
    title: 'Larkspur fertility clinic',
    place: 'Orchard Mews 14',
    people: ['Dr Adaeze Okonkwo adaeze@okonkwo.example'],
    notes: 'second round; file KX-4471902',
  },
  { id: 'flat', title: 'Viewing Cornwallis Terrace', place: null, people: ['Hattie Prowse'], notes: '' },
  { id: 'party', title: 'Lunch', place: 'Szczepański’s', people: ['Rose Marsh'], notes: '' },
]
const open: OpenText[] = [
  { id: 'review', words: 'Quarterly review\nRoom Neckar', people: ['Camille Aubry', 'Hattie Lind'] },
  { id: 'renewal', words: 'Renewal terms', people: ['Noor Haddad'] },
]
const clues = cluesOf(items, open, background)
const found = (text: string, known = nobody) => leaksIn(text, clues, known).map(({ words }) => words)

describe('words that give a private item away are found', () => {
  test.each([
    ['as they are', 'She is with Okonkwo at two.', 'Okonkwo'],
    ['in another case', 'she is with OKONKWO at two', 'OKONKWO'],
    ['with other accents', 'At Szczepanski then.', 'Szczepanski'],
    ['with an ending', 'Okonkwo’s rooms', 'Okonkwo’s'],
    ['with letters swapped', 'with Okonwko at two', 'Okonwko'],
    ['with a letter doubled', 'the Larkspurr one', 'Larkspurr'],
    ['as it sounds', 'the Larkspir one', 'Larkspir'],
    ['split', 'the Lark spur one', 'Lark spur'],
    ['joined', 'see orchardmews14', 'orchardmews14'],
    ['with a hyphen', 'the Lark-spur one', 'Lark-spur'],
    ['with its letters apart', 'the L a r k s p u r one', 'L a r k s p u r'],
    ['in letters that look alike', 'the Lаrkspur one', 'Lаrkspur'],
    ['with nothing between its letters', 'the Lark\u200bspur one', 'Lark\u200bspur'],
    ['in wide letters', 'the Ｌａｒｋｓｐｕｒ one', 'Ｌａｒｋｓｐｕｒ'],
    ['in an address', 'https://files.example/okonkwo/scan', 'okonkwo'],
    ['as a number that is nobody else’s', 'file 4471902', '4471902'],
  ])('%s', (_, text, words) => {
    expect(found(text).join(' ')).toContain(words)
  })

  test('two usual words where they follow each other as in the item', () => {
    expect(found('at the fertility clinic')).toEqual(['fertility clinic'])
  })
})

describe('what gives nothing away goes', () => {
  test.each([
    ['words of every day', 'Lunch on Monday, then the quarterly review.'],
    ['names the desk says openly', 'Hattie Lind and Camille send the renewal terms.'],
    ['a usual word that is also a name', 'Profits rose; the marsh is protected.'],
    ['a number that anybody has', 'Room 14 at 14:00 on 14 March 2026.'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  test('the reader’s own name, and what they wrote or were told', () => {
    expect(found('Dear Dr Okonkwo,', { ...nobody, names: ['Adaeze Okonkwo'] })).toEqual([])
    expect(found('Yes, Larkspur at two.', { ...nobody, wrote: ['Is it Larkspur at two?'] })).toEqual([])
    expect(found('Orchard Mews, at two.', { ...nobody, told: ['The Larkspur clinic'] })).toEqual([])
    expect(found('Orchard Mews, at two.', { ...nobody, items: ['clinic'] })).toEqual([])
  })

  test('but a private word it says itself is not openly said', () => {
    const own = ['Larkspur drinks']
    const said = cluesOf(items, [...open, { id: 'drinks', words: 'Larkspur drinks', people: [] }], background)
    expect(leaksIn('Larkspur drinks', said)).toEqual([])
    expect(leaksIn('Larkspur drinks', said, { ...nobody, own })).not.toEqual([])
  })
})

describe('for any text', () => {
  const words = fc.constantFrom('the', 'review', 'of', 'Monday', 'budget', 'with', 'our', 'team', 'at', 'noon')
  const secret = fc.constantFrom('Okonkwo', 'Larkspur', 'Cornwallis', 'Prowse')

  test('a private name is found wherever it stands, and marked where it stands', () => {
    fc.assert(
      fc.property(fc.array(words), secret, fc.array(words), (before, name, after) => {
        const text = [...before, name, ...after].join(' ')
        const leaks = leaksIn(text, clues)
        expect(leaks.some((leak) => leak.words.includes(name))).toBe(true)
        for (const { from, to, words: said } of leaks) expect(text.slice(from, to)).toBe(said)
      }),
    )
  })

  test('one slip of the hand does not hide a name', () => {
    const slip = fc.record({ name: secret, at: fc.nat(), how: fc.constantFrom('swap', 'double', 'drop') })
    fc.assert(
      fc.property(slip, ({ name, at, how }) => {
        const n = 1 + (at % (name.length - 2))
        const [a, b, c] = [name.slice(0, n), name[n] ?? '', name.slice(n + 1)]
        const wrong = how === 'swap' ? a + (c[0] ?? '') + b + c.slice(1) : how === 'double' ? a + b + b + c : a + c
        expect(found(`She is with ${wrong} at two.`)).toContain(wrong)
      }),
    )
  })

  test('whatever it is, leaks lie in it, in order, apart, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0
        for (const { from, to, words: said, items: of } of leaksIn(text, clues)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(text.slice(from, to)).toBe(said)
          expect(of.length).toBeGreaterThan(0)
          last = to
        }
      }),
    )
  })

  test('what the reader knows only ever takes leaks away', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, secret)), fc.array(fc.oneof(words, secret)), (said, wrote) => {
        const text = said.join(' ')
        const without = leaksIn(text, clues)
        for (const { from, to } of leaksIn(text, clues, { ...nobody, wrote: [wrote.join(' ')] }))
          expect(without.some((one) => one.from <= from && one.to >= to)).toBe(true)
      }),
    )
  })

  test('a word is folded to the same however often', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(folded(folded(word))).toBe(folded(word))
      }),
    )
  })

  test('tokens lie in it, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0
        for (const { from, to } of tokensOf(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          last = to
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
