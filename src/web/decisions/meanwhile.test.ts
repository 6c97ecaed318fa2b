import { expect, test } from 'vitest'
import { newAsk, noOption } from './draft.ts'
import { broughtIn } from './meanwhile.ts'

const named = (words: string, cost = '') => ({ ...noOption, words, cost })
const start = {
  ...newAsk(Temporal.PlainDate.from('2026-11-23'), 'Europe/London'),
  question: 'Which hotel?',
  options: [named('The Quai'), named('The Seehof')],
}

test('what only somebody else changed comes in, and what was typed here stays', () => {
  const mine = { ...start, context: 'She lands late' }
  const theirs = { ...start, question: 'Which hotel on Tuesday?', onSilence: '1' }
  expect(broughtIn(start, mine, theirs)).toEqual({
    ...start,
    context: 'She lands late',
    question: 'Which hotel on Tuesday?',
    onSilence: '1',
  })
})

test('options come together line by line', () => {
  const mine = { ...start, options: [named('The Quai', 'CHF 410'), named('The Seehof')] }
  const theirs = { ...start, options: [named('The Quai'), named('The Storch')] }
  expect(broughtIn(start, mine, theirs).options).toEqual([named('The Quai', 'CHF 410'), named('The Storch')])
})

test('where both changed the same thing, what was typed here stands', () => {
  const mine = { ...start, question: 'Mine?', options: [named('One'), named('Two'), named('Three')] }
  const theirs = { ...start, question: 'Theirs?', options: [named('Four'), named('The Seehof')] }
  expect(broughtIn(start, mine, theirs)).toEqual(mine)
})

test('a field that was emptied stays empty', () => {
  const full = { ...start, context: 'Long ago', consulted: ['Ravi Menon'] }
  const mine = { ...full, context: '', consulted: [] }
  const theirs = { ...full, reviewOn: '2026-12-01' }
  expect(broughtIn(full, mine, theirs)).toEqual({ ...mine, reviewOn: '2026-12-01' })
})
