import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { examplesIn } from '../testing.ts'
import { solve } from './solve.ts'

const examples = examplesIn(readFileSync(new URL('../../../docs/journey.md', import.meta.url), 'utf8'))

describe('docs/journey.md', () => {
  test('works examples through', () => {
    expect(examples.length).toBeGreaterThan(4)
  })

  test.each(examples)('%s', (_, problem, answer) => {
    expect(solve(problem)).toEqual(answer)
  })
})
