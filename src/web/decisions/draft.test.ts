import { expect, test } from 'vitest'
import { draftOf, newAsk, noOption, withoutOption } from './draft.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const named = (words: string) => ({ ...noOption, words })
const form = { ...newAsk(today, 'Europe/London'), options: [named('One'), named('Two'), named('Three')] }

test('a question is wanted by noon of the next day unless somebody says otherwise', () => {
  expect(draftOf(form).neededBy).toEqual({ on: '2026-11-24', time: '12:00', zone: 'Europe/London' })
})

test('what is recommended follows its option when one before it goes, and goes with it', () => {
  expect(withoutOption({ ...form, recommended: '3', onSilence: '1' }, 2)).toMatchObject({
    options: [{ words: 'One' }, { words: 'Three' }],
    recommended: '2',
    onSilence: '1',
  })
  expect(withoutOption({ ...form, recommended: '2', onSilence: '2' }, 2)).toMatchObject({
    recommended: '',
    onSilence: '',
  })
})

test('lines that were left empty are not said; a source without words is called by its address', () => {
  const draft = draftOf({
    ...form,
    options: [named('One'), named('Two'), noOption],
    disagrees: [{ who: ' ', why: '' }],
    sources: [
      { words: '', link: '' },
      { words: ' ', link: 'https://quai.example/rates' },
    ],
  })
  expect(draft.options).toHaveLength(2)
  expect(draft.disagrees).toEqual([])
  expect(draft.sources).toEqual([{ words: 'https://quai.example/rates', link: 'https://quai.example/rates' }])
})

test('an empty second option is still sent, so that the desk says what is missing there', () => {
  expect(draftOf({ ...form, options: [named('One'), noOption] }).options).toHaveLength(2)
})

test('nothing recommended has no confidence', () => {
  expect(draftOf({ ...form, confidence: 'sure' }).confidence).toBeNull()
})
