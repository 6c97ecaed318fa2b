import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { readText } from './read.ts'
import { airportOf, sources } from './testing.ts'

const read = (text: string, sentAt: string | null = null): Proposal[] => readText(text, { airportOf, sentAt })
const confirmed = (words: string) => `Your booking is confirmed. Booking reference: R4T7PL\n${words}`

const flat = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
const own: ReadonlySet<Field> = new Set([
  'starts',
  'ends',
  'cancelBy',
  'checkInBy',
  'refundable',
  'changeable',
  'currency',
  'cost',
  'number',
])

/** Every value stands in the source where its origin says, and says no more than its words. */
function expectSaid(text: string) {
  for (const { fields, doubts } of read(text, '2027-02-01T09:00:00Z')) {
    const values = [
      ...Object.entries(fields),
      ...doubts.flatMap(({ field, values }) => values.map((value) => [field, value] as const)),
    ]
    for (const [field, { value, origin }] of values) {
      if (origin.by !== 'words') throw new Error('a text has no other origins')
      expect(text.slice(origin.at, origin.at + origin.words.length)).toBe(origin.words)
      expect(origin.words).not.toBe('')
      if (!own.has(field as Field)) expect(flat(origin.words)).toContain(flat(value))
      if (field === 'cost') expect(origin.words.replace(/\D/g, '')).toContain(value.replace(/\D/g, ''))
      if (field === 'number') expect(flat(origin.words).replace(/0/g, '')).toBe(flat(value).replace(/0/g, ''))
    }
  }
}

const texts = Object.values(sources)

describe('whatever becomes of the lines', () => {
  const lines = fc.constantFrom(...texts).chain((text) => {
    const all = text.split('\n')
    const line = fc.nat({ max: all.length - 1 })
    return fc.record({
      all: fc.constant(all),
      how: fc.constantFrom('drop', 'double', 'swap', 'join', 'cut'),
      one: line,
      other: line,
    })
  })

  test('nothing is said that the source does not say', () => {
    fc.assert(
      fc.property(lines, ({ all, how, one, other }) => {
        const changed = [...all]
        if (how === 'drop') changed.splice(one, 1)
        if (how === 'double') changed.splice(other, 0, all[one] as string)
        if (how === 'swap') [changed[one], changed[other]] = [all[other] as string, all[one] as string]
        if (how === 'join') changed.splice(one, 2, `${all[one]} ${all[one + 1] ?? ''}`)
        if (how === 'cut') changed.length = one
        expectSaid(changed.join('\n'))
      }),
      { numRuns: 400 },
    )
  })

  test('a text whose columns have collapsed says nothing else than it said', () => {
    for (const text of texts) expectSaid(text.replace(/[ ]{2,}/g, ' '))
  })

  test('a text is read alike twice, and after another', () => {
    for (const text of texts) {
      const first = read(text)
      read(texts[0] as string)
      expect(read(text)).toEqual(first)
    }
  })
})

describe('any text at all', () => {
  const words = fc.constantFrom(
    'Booking ref: AB12CD',
    'confirmed',
    'XQ 345',
    '(LHR)',
    '→',
    '12.05.2027',
    '08:30',
    '+1',
    'Check-in:',
    '\t',
    '\n',
    '\n\n',
    '€ 1.234,56',
    'Terminal',
    'Departure',
    'was',
    'new',
    '予約番号',
    '２０２７年',
    '️',
    '\ud83d',
    'é',
    'From: a@b',
    '{2}',
    '$1',
    '\\',
  )

  test('is read without a throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expectSaid(text)))
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 60 }), (all) =>
        expectSaid(all.join(' ')),
      ),
      { numRuns: 300 },
    )
  })

  test('is read to its limit however long it is', () => {
    const head = confirmed('XQ 345 London (LHR) 10:00 - Zurich (ZRH) 12:00 12.05.2027\n')
    for (const piece of [
      '1',
      ' ',
      'a:',
      '(LHR) ZRH - ',
      'Aa Bb ',
      '+1 (',
      'From: a@b\n',
      'Check-in\tCheck-out\n',
      '.',
      '\n',
      '(',
      'A1-',
      '予約番号出発',
      'Dear ',
      'jan feb ',
      '€ 1.234,56 ',
    ])
      expect(read(head + piece.repeat(1_000_000 / piece.length)).length).toBeLessThan(100)
  })
})
