import { expect, test } from 'vitest'
import { readRefusal, wholeWords } from './refusal.ts'

const no = { why: 'bad-input', words: 'neededBy.on: There is no such day', standing: [], path: 'neededBy.on' }

test('beside its field a no is said without the name of the field, and by itself with it', () => {
  const read = readRefusal({ refused: no })
  expect(read).toMatchObject({ words: 'There is no such day', path: 'neededBy.on' })
  expect(read && wholeWords(read)).toBe(no.words)
})

test('read twice it says the same', () => {
  const once = readRefusal({ refused: no })
  expect(readRefusal({ refused: once })).toEqual(once)
})

test('words that begin with something else stay as they are', () => {
  const read = readRefusal({ refused: { ...no, words: 'That time has passed.' } })
  expect(read && wholeWords(read)).toBe('That time has passed.')
})
