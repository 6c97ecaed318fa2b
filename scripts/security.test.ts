import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every test that SECURITY.md calls upon is there, and is one', () => {
  const named = [...readFileSync('SECURITY.md', 'utf8').matchAll(/`((?:src|e2e)\/[^`]+)`/g)].map(
    ([, path = '']) => path,
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
  expect(named.filter((path) => !path.endsWith('.test.ts'))).toEqual([])
})
