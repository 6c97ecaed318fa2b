import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../../plan/rules/kinds.ts'
import { merged } from '../../../authority/board/actions.ts'
import { board, defaultBoards } from '../../../authority/board/model.ts'
import { checkDraft, sentenceOf } from '../../../rules/draft/model.ts'
import type { Field, Values } from '../model.ts'
import { questions } from '../questions/model.ts'
import { makesOf, readValues } from './model.ts'

const ines = '01a00000-0000-7000-8000-000000000001'
const time = fc
  .integer({ min: 1, max: 1439 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
const date = fc
  .integer({ min: 0, max: 3000 })
  .map((n) => Temporal.PlainDate.from('2024-01-01').add({ days: n }).toString())

/** What a person could choose with the control of a part. */
const chosen = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.control) {
    case 'time':
      return time
    case 'days':
      return fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 })
    case 'minutes':
    case 'count':
      return fc.integer({ min: field.least, max: field.most })
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value))
    case 'people':
      return fc.subarray(['priya@harbour.example', 'marc@meridian.example'], { minLength: 1 })
    case 'kinds':
      return fc.subarray(['board', 'external', 'one-to-one'], { minLength: 1 })
    case 'dates':
      return fc.array(date, { minLength: 1, maxLength: 5 })
    case 'date':
      return date
    case 'money':
      return fc.record({
        amount: fc.integer({ min: 0, max: 1_000_000 }),
        currency: fc.constantFrom('GBP', 'CHF', 'JPY'),
      })
    case 'assistant':
      return fc.constant(ines)
    default:
      return fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== '')
  }
}

const answers = (fields: readonly Field[]): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, chosen(field)])), {
    requiredKeys: fields.filter(({ must }) => must).map(({ name }) => name),
  })

describe.each(questions)('“$asks”', (question) => {
  test('whatever is chosen within the limits of the form becomes what its kind takes, or is refused with the part it is about', () => {
    fc.assert(
      fc.property(answers(question.fields), (given) => {
        const read = readValues(question, given)
        if ('path' in read) throw new Error(`${read.path}: ${read.words}`)
        const makes = makesOf(question, read.values)
        if ('path' in makes) expect(question.fields.map(({ name }) => `values.${name}`)).toContain(makes.path)
        else if (makes.as === 'line') expect(makes.words.trim()).not.toBe('')
        else if (makes.as === 'level') {
          expect(makes.member).toBe(ines)
          expect(board.safeParse(merged(defaultBoards.assistant, makes.set)).success).toBe(true)
        } else {
          expect(checkDraft(makes.draft, kindOf)).not.toHaveProperty('path')
          expect(sentenceOf(makes.draft, kindOf)).not.toBe(makes.draft.kind)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('whatever else is sent is refused with a path, and never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue()), (given) => {
        const read = readValues(question, given)
        if ('path' in read) expect(read.path).toMatch(/^values/)
      }),
      { numRuns: 40 },
    )
  })

  test('the form begins with what can be kept once its blanks are filled', () => {
    const blanks = { member: ines, people: ['priya@harbour.example'], dates: ['2026-12-05'], words: 'This' }
    const names = new Set(question.fields.map(({ name }) => name))
    const start = Object.entries({ ...blanks, ...question.start }).filter(([name]) => names.has(name))
    const filled = Object.fromEntries(
      start.map(([name, value]) => [
        name,
        value === '' || (Array.isArray(value) && value.length === 0) ? blanks[name as 'words'] : value,
      ]),
    )
    const read = readValues(question, filled)
    if ('path' in read) throw new Error(`${read.path}: ${read.words}`)
    const makes = makesOf(question, read.values)
    if ('path' in makes) throw new Error(makes.words)
    if (makes.as === 'rule') expect(checkDraft(makes.draft, kindOf)).not.toHaveProperty('path')
  })
})

test('there are about twenty, each with a key of its own', () => {
  expect(questions.length).toBeGreaterThanOrEqual(20)
  expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length)
})
