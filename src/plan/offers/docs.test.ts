import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kinds } from '../rules/kinds.ts'
import { solve } from './solve.ts'

const page = readFileSync(new URL('../../../docs/offers.md', import.meta.url), 'utf8')

/** Every problem on the page with the heading it stands under, and the answer that follows it. */
const examples = [
  ...page.matchAll(
    /^## ([^\n]+)\n(?:(?!^## )[\s\S])*?```json problem\n([\s\S]*?)```\n\n```json answer\n([\s\S]*?)```/gm,
  ),
].map(([, heading, problem, answer]) => [heading, problem, answer] as const)

describe('docs/offers.md', () => {
  test('has an answer for every problem', () => {
    expect(examples).toHaveLength(page.split('```json problem').length - 1)
    expect(examples.length).toBeGreaterThan(5)
  })

  test.each(examples)('%s', (_, problem = '', answer = '') => {
    expect(solve(JSON.parse(problem))).toEqual(JSON.parse(answer))
  })

  test('says of every kind of rule what it means for a candidate', () => {
    expect(kinds.map(({ kind }) => kind).filter((kind) => !page.includes(`\`${kind}\``))).toEqual([])
  })
})
