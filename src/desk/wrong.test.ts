import { expect, test } from 'vitest'
import * as z from 'zod'
import { decisionDraft } from './decisions/model.ts'
import { workAdd } from './work/tasks/model.ts'
import { wrongWords } from './wrong.ts'

const said = (shape: z.ZodType, value: unknown) =>
  shape.safeParse(value, { error: wrongWords }).error?.issues[0]?.message

test.each([
  [z.string().min(1), '', 'Nothing is said here'],
  [z.string().max(3), 'four', 'That is too long: 3 characters at the most'],
  [z.string(), undefined, 'It is missing'],
  [z.string(), 7, 'It has to be a text'],
  [z.int(), 1.5, 'It has to be a whole number'],
  [z.int().min(1), 0, '1 at the least'],
  [z.array(z.string()).min(2), ['one'], '2 at the least'],
  [z.iso.date(), '2027-02-30', 'There is no such day; a day is written as 2026-11-24'],
  [z.uuid(), 'x', 'That is no id'],
  [z.enum(['ours', 'theirs']), 'mine', 'It has to be ours or theirs'],
  [z.strictObject({}), { haste: 1 }, 'Nothing here is called “haste”'],
])('%#: what does not fit is said as somebody would say it', (shape, value, words) => {
  expect(said(shape, value)).toBe(words)
})

test('a shape’s own words come first, and each limit has its own', () => {
  expect(said(workAdd, { title: ' ' })).toBe('Say what is to be done')
  expect(said(workAdd, { title: 'x', effort: 1_000_000 })).toBe('A thousand hours at the most: cut it into pieces')
  expect(
    said(decisionDraft, { question: 'x', options: [{ words: 'A' }], neededBy: { on: '2026-12-01', time: '9' } }),
  ).toBe('Give two or three ways to answer it')
})

test('whatever comes in, no word of the machinery is said', () => {
  for (const value of [
    null,
    7,
    'x',
    [],
    {},
    { title: {} },
    { title: 'x', links: ['mailto:x'], hangsOn: [1], owner: 'me' },
  ])
    expect(said(workAdd, value) ?? '').not.toMatch(/invalid|expected|received|>=|<=/i)
})
