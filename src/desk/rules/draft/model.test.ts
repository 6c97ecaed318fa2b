import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ruleKind } from '../../../plan/rule.ts'
import { weekdays } from '../../../plan/time.ts'
import type { RuleRow } from '../model.ts'
import { checkDraft, nextVersion, ruleOf, sentenceOf } from './model.ts'

const lunch = ruleKind<{ days: readonly (typeof weekdays)[number][]; minutes: number }>({
  kind: 'lunch',
  title: 'No lunch',
  says: 'There is time for lunch',
  params: z.strictObject({ days: z.array(z.enum(weekdays)), minutes: z.int().positive().default(45) }),
  sentence: ({ minutes }) => `Lunch of ${minutes} min`,
  reach: () => ({ by: 'day' }),
  judge: () => [],
  words: () => '',
})
const kindOf = (kind: string) => (kind === 'lunch' ? lunch : undefined)
const check = (params: Record<string, unknown>, scope = {}, kind = 'lunch') =>
  checkDraft({ kind, params, scope }, kindOf)

const row: RuleRow = {
  id: 'r',
  version: 4,
  meaning: 2,
  kind: 'lunch',
  params: { days: ['MO'], minutes: 45 },
  weight: 'avoid',
  scope: {},
  source: 'boundary',
  story: 'They eat',
  on: true,
  from: Temporal.Instant.fromEpochMilliseconds(0),
  to: null,
}

describe('a draft', () => {
  test('is read as its kind reads it, with what it leaves out', () => {
    expect(check({ days: ['MO'] })).toEqual({ params: { days: ['MO'], minutes: 45 } })
  })

  test('that does not fit says where', () => {
    expect(check({ days: ['MO', 'XX'] })).toMatchObject({ path: 'params.days.1' })
    expect(check({ days: [], minutes: 0 })).toMatchObject({ path: 'params.minutes' })
    expect(check({ days: [], hours: 1 })).toMatchObject({ path: 'params.hours' })
    expect(check({}, {}, 'brunch')).toMatchObject({ path: 'kind' })
    expect(check({ days: [] }, { from: '2026-02-02', until: '2026-02-01' })).toMatchObject({ path: 'scope.until' })
  })
})

describe('the next version of a rule', () => {
  test('means the same after a new story or a switch, so that what was accepted stays accepted', () => {
    expect(nextVersion(row, { story: 'New' })).toMatchObject({ version: 5, meaning: 2, story: 'New' })
    expect(nextVersion(row, { on: false })).toMatchObject({ version: 5, meaning: 2, on: false })
  })

  test('means something new when what it judges changes', () => {
    expect(nextVersion(row, { params: { days: ['TU'], minutes: 45 } }).meaning).toBe(3)
    expect(nextVersion(row, { weight: 'never' }).meaning).toBe(3)
    expect(nextVersion(row, { scope: { kinds: ['board'] } }).meaning).toBe(3)
  })
})

test('a rule in the plan counts its days from 1970, and carries its meaning as its version', () => {
  expect(ruleOf({ ...row, scope: { from: '1970-01-02', until: '2026-11-24' } })).toMatchObject({
    version: 2,
    scope: { from: 1, until: 20_781 },
  })
})

test('a rule says its sentence; one whose kind is gone says its kind', () => {
  expect(sentenceOf(row, kindOf)).toBe('Lunch of 45 min')
  expect(sentenceOf({ ...row, kind: 'gone' }, kindOf)).toBe('gone')
})

test('a rule says where it speaks', () => {
  const said = (scope: RuleRow['scope']) => sentenceOf({ ...row, scope }, kindOf)
  expect(said({ kinds: ['external', 'board'], until: '2026-12-03' })).toBe(
    'Lunch of 45 min, for what is external or board, until 3 Dec 2026',
  )
  expect(said({ people: ['camille@guests.example'], owner: 'assistant' })).toBe(
    'Lunch of 45 min, with camille@guests.example, in the assistant’s time',
  )
})
