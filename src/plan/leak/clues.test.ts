import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cluesOf, update } from './clues.ts'
import { leaksIn } from './find.ts'
import { distance } from './near.ts'
import type { OpenText, PrivateItem } from './reads.ts'
import { distanceFrom } from './spelling.ts'
import { background } from './testing.ts'

const items: PrivateItem[] = ['Larkspur clinic', 'Viewing Cornwallis Terrace', 'Larkspur billing', 'Lunch'].map(
  (title, n) => ({
    id: `${n % 3}`,
    title,
    place: n === 0 ? 'Orchard Mews 14' : null,
    people: n === 1 ? ['Dr Adaeze Okonkwo'] : ['Hattie Prowse hattie@prowse.example'],
    notes: 'second round, with Okonkwo',
  }),
)
const open: OpenText[] = ['Quarterly review', 'Larkspur drinks', 'Cornwallis terrace plans', 'Orchard review'].map(
  (words, n) => ({ id: `${n}`, words, people: n === 0 ? ['Camille Aubry'] : ['Dr Hattie Lind'] }),
)
const words = fc.constantFrom(
  ...['Larkspur', 'larkspurr', 'clinic', 'Orchard', 'Mews', 'orchardmews', 'Okonkwo', 'Okonwko', 'Prowse', 'Hattie'],
  ...[
    'Cornwallis',
    'Terrace',
    'review',
    'drinks',
    'lunch',
    'the',
    'with',
    'Dr',
    'Adaeze',
    'plans',
    'billing',
    'B I L L',
  ],
)
const text = fc.array(words, { maxLength: 30 }).map((all) => all.join(' '))
const ids = fc.subarray(['0', '1', '2', '3'])

/** These things of the desk, as they are or gone. */
const some = (which: readonly string[], isThere: boolean) => {
  const of = <V extends { readonly id: string }>(all: readonly V[]) =>
    new Map(which.map((id) => [id, isThere ? all.filter((one) => one.id === id) : []]))
  return { items: of(items), open: of(open) }
}

test('kept as a desk changes, an index finds what one made anew would', () => {
  fc.assert(
    fc.property(text, ids, ids, (said, gone, back) => {
      const clues = cluesOf(items, open, background)
      leaksIn(said, clues)
      update(clues, some(gone, false))
      leaksIn(said, clues)
      update(clues, some(back, true))
      const out = new Set(gone.filter((id) => !back.includes(id)))
      const isThere = ({ id }: { id: string }) => !out.has(id)
      const anew = cluesOf(items.filter(isThere), open.filter(isThere), background)
      expect(leaksIn(said, clues)).toEqual(leaksIn(said, anew))
    }),
    { examples: [['Larkspur Mews', ['1'], []]] },
  )
})

test('a change that is taken back leaves nothing', () => {
  fc.assert(
    fc.property(text, ids, fc.boolean(), (said, which, isThere) => {
      const clues = cluesOf(items, open, background)
      const before = leaksIn(said, clues)
      const back = update(clues, some(which, isThere))
      leaksIn(said, clues)
      back()
      expect(leaksIn(said, clues)).toEqual(before)
    }),
  )
})

test('letters that differ are counted the same all at once as one by one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 34 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(Math.min(distanceFrom(a)(b), 4)).toBe(distance(a, b, 3))
    }),
    { numRuns: 2000 },
  )
})

test('a text of one word over and over, or of words of every item, is read in the end', () => {
  const many = Array.from({ length: 2000 }, (_, n) => ({
    ...(items[0] as PrivateItem),
    id: `${n}`,
    title: `Therapy ${n}`,
  }))
  const clues = cluesOf(many, open, background)
  const leaks = leaksIn('She has therapy at ten, Larkspur clinic. '.repeat(700), clues)
  expect(leaks.length).toBeGreaterThan(0)
  expect(leaks[0]?.items).toHaveLength(2000)
})
