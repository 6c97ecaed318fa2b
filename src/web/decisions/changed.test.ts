import { expect, test } from 'vitest'
import { changedParts } from './changed.ts'

const option = (number: number, words: string, recommended = false) => ({
  number,
  words,
  cost: '',
  gain: '',
  undo: '',
  does: null,
  deedWords: '',
  recommended,
})
const brief = {
  question: 'The Quai or the Seehof?',
  context: '',
  options: [option(1, 'The Quai', true), option(2, 'The Seehof')],
  confidence: null,
  neededBy: '2026-11-24T12:00:00+00:00[Europe/London]',
  onSilence: 1,
  consulted: [],
  disagrees: [],
  sources: [],
  hangsOn: [],
  reviewOn: null,
}

test('a brief that reads as it did has not changed', () => {
  expect(changedParts(brief, structuredClone(brief))).toEqual([])
})

test('every part that reads otherwise is named, in the order it stands', () => {
  const now = { ...brief, question: 'Which hotel?', options: [option(1, 'The Quai'), option(2, 'The Storch', true)] }
  expect(changedParts(brief, { ...now, onSilence: null, consulted: ['Ravi Menon'] })).toEqual([
    'the question',
    'option 2',
    'what is recommended',
    'what happens on silence',
    'what it rests on',
  ])
})

test('an option that came or went is named by its place', () => {
  const three = { ...brief, options: [...brief.options, option(3, 'No hotel')] }
  expect(changedParts(brief, three)).toEqual(['option 3'])
  expect(changedParts(three, brief)).toEqual(['option 3'])
})
