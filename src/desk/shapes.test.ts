import { expect, test } from 'vitest'
import * as z from 'zod'
import { eventDraft } from './calendar/model.ts'
import { ruleDraft } from './rules/model.ts'
import { changesOf } from './shapes.ts'

test('a change that mentions one field says nothing of the others', () => {
  expect(changesOf(eventDraft).parse({ title: 'Lunch' })).toEqual({ title: 'Lunch' })
  expect(changesOf(ruleDraft).parse({ weight: 'avoid' })).toEqual({ weight: 'avoid' })
  expect(changesOf(z.object({ note: z.string().default('none') })).parse({})).toEqual({})
})

test('a change can still say null, and still refuses a wrong field', () => {
  expect(changesOf(eventDraft).parse({ place: null })).toEqual({ place: null })
  expect(changesOf(eventDraft).safeParse({ title: 7 }).success).toBe(false)
})
