import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kinds } from '../rules/kinds.ts'
import { examplesIn } from '../testing.ts'
import { solve } from './solve.ts'

const text = readFileSync(new URL('../../../docs/offers.md', import.meta.url), 'utf8')
const examples = examplesIn(text)

describe('docs/offers.md', () => {
  test('works examples through', () => {
    expect(examples.length).toBeGreaterThan(5)
  })

  test.each(examples)('%s', (_, problem, answer) => {
    expect(solve(problem)).toEqual(answer)
  })

  test('says of every kind of rule what it means for a candidate', () => {
    expect(kinds.map(({ kind }) => kind).filter((kind) => !text.includes(`\`${kind}\``))).toEqual([])
  })
})
