import { expect, test } from 'vitest'
import { facts } from '../model.ts'
import { messageFor } from './model.ts'

const owner = { name: 'Ines Duarte', kind: 'assistant' }
const said = (asked: string, audience: 'executive' | 'client' = 'executive') =>
  messageFor(audience, {
    facts: facts.parse({
      title: 'The table',
      asked: { words: asked },
      askedBy: { name: 'Dana Okafor', member: null },
      done: { words: 'the table is for half past eight' },
      touched: [],
      follows: [],
      foundBy: 'Ines Duarte',
      foundAt: '2026-11-23T09:00:00Z',
    }),
    label: 'desk',
    steps: [],
    owner,
  })

test.each([
  ['Book a table by the lake.', 'you asked me to book a table by the lake, and I'],
  ['a table by the lake', 'you asked for “a table by the lake”, and I'],
  ['Which hotel: Quai or Seehof?', 'you asked for “Which hotel: Quai or Seehof?”, and I'],
  ['I send you the price sheet by Friday.', 'you asked for “I send you the price sheet by Friday”, and I'],
])('what was asked as %j is said as a sentence', (asked, words) => {
  expect(said(asked)).toContain(`This is my fault: ${words}`)
})

test('somebody outside hears whose asking it was not', () => {
  expect(said('the price sheet', 'client')).toContain('I was asked for “the price sheet”, and I')
})
