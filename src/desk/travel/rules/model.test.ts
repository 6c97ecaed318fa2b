import { expect, test } from 'vitest'
import { kindOf, kinds } from '../../../plan/rules/kinds.ts'
import { planOf } from '../../../plan/testing.ts'
import { checkDraft, sentenceOf } from '../../rules/draft/model.ts'
import { rulesOfTravel } from './model.ts'

test('a desk with a trip is given every kind about trips, each ready to judge with what it says by itself', () => {
  const ofTrips = kinds.filter(({ params, reach }) => {
    const read = params.safeParse({})
    return read.success && reach(read.data, planOf([])).by === 'trip'
  })
  expect(rulesOfTravel.map(({ kind }) => kind).sort()).toEqual(ofTrips.map(({ kind }) => kind).sort())
  for (const draft of rulesOfTravel) {
    expect(checkDraft(draft, kindOf)).not.toHaveProperty('words')
    expect(sentenceOf(draft, kindOf)).toMatch(/^[A-Z\d].*[^.]$/)
    expect(draft.story).toMatch(/begins with this\.$/)
  }
})
