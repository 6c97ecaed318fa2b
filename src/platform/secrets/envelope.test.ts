import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAt, sealAt } from './envelope.ts'
import { testRing } from './testing.ts'

const at = Temporal.Instant.from('2026-11-23T09:00:00Z')
const ring = testRing()
const texts = fc.string({ unit: 'grapheme' })
const places = fc.array(texts, { minLength: 1, maxLength: 4 })

test('what was sealed at a place opens there', () => {
  fc.assert(fc.property(places, texts, (place, text) => openAt(ring, place, sealAt(ring, place, text).bytes) === text))
})

test('and at no other, however the words of the place are cut', () => {
  fc.assert(
    fc.property(places, places, texts, (place, other, text) => {
      fc.pre(JSON.stringify(place) !== JSON.stringify(other))
      return openAt(ring, other, sealAt(ring, place, text).bytes) === null
    }),
  )
  const sealed = sealAt(ring, ['ab', 'c'], 'x').bytes
  expect([openAt(ring, ['a', 'bc'], sealed), openAt(ring, ['ab', 'c', ''], sealed)]).toEqual([null, null])
})

test('altered anywhere, or cut, it does not open', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, where, by) => {
      const { bytes } = sealAt(ring, ['here'], text)
      const altered = Buffer.from(bytes)
      const n = where % bytes.length
      altered[n] = (bytes[n] as number) ^ by
      return openAt(ring, ['here'], altered) === null && openAt(ring, ['here'], bytes.subarray(0, n)) === null
    }),
  )
})

test('the same text sealed twice is not the same bytes', () => {
  expect(sealAt(ring, ['here'], 'x').bytes).not.toEqual(sealAt(ring, ['here'], 'x').bytes)
})

test('under another ring it does not open; under a newer key of the same one it does, until the old is dropped', () => {
  const { bytes, key } = sealAt(ring, ['here'], 'x')
  expect(openAt(testRing(), ['here'], bytes)).toBeNull()
  const newer = ring.add(at)
  expect([openAt(ring, ['here'], bytes), newer.id === key]).toEqual(['x', false])
  expect(sealAt(ring, ['here'], 'x').key).toBe(newer.id)
  ring.dropOld()
  expect(openAt(ring, ['here'], bytes)).toBeNull()
})
