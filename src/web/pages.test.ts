import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { viewKeys } from './calendar/views.ts'
import { pages } from './pages.ts'

/** Every key that a page's own verbs are written with. */
const keysOfVerbs = (): string[] =>
  readdirSync('src/web', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap((file) => [...readFileSync(join('src/web', file), 'utf8').matchAll(/keys: \[([^\]]*)\]/g)])
    .flatMap(([, inside = '']) => [...inside.matchAll(/'([^']+)'/g)].map(([, key = '']) => key))

test('the key of a page means that page everywhere: no verb on any page has it too', () => {
  const taken = [...keysOfVerbs(), ...Object.values(viewKeys)]
  expect(taken).toContain('n')
  expect(pages.map((page) => page.key).filter((key) => taken.includes(key))).toEqual([])
  expect(new Set(pages.map((page) => page.key)).size).toBe(pages.length)
})
