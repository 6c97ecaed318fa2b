import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations } from '../desk/registry.ts'

const screens = readdirSync('src/web', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => readFileSync(join('src/web', file), 'utf8'))
  .join('\n')

/** As they stand in `<Final of="hold.shut" />` and in a dialog's `final={{ of: 'feed.revoke' }}`; both sides of a choice. */
const said = new Set(
  [...screens.matchAll(/(?:<Final |final[=:] ?\{+ ?)of[=:]([^\n]*)/g)].flatMap(([, rest = '']) =>
    [...rest.matchAll(/["']([a-z]+\.[a-z]+)["']/g)].map(([, name = '']) => name),
  ),
)

test('every button that does what cannot be undone says so before, in the words of its operation', () => {
  const called = [...operations.values()].filter(
    ({ name, final }) =>
      typeof final === 'string' && new RegExp(`\\bdesk\\.${name.replace('.', '\\.')}\\b`).test(screens),
  )
  expect(called.length).toBeGreaterThan(10)
  // The paper is let go with the button of any other text, in the same words.
  const unsaid = called.map(({ name }) => name).filter((name) => !said.has(name) && name !== 'sheet.release')
  expect(unsaid).toEqual([])
  expect(operations.get('sheet.release')?.final).toBe(operations.get('text.release')?.final)
})

test('no screen says it of an operation that can be undone, and none says it in words of its own', () => {
  expect([...said].filter((name) => operations.get(name)?.final === undefined)).toEqual([])
  expect(screens).not.toMatch(/[Tt]his cannot be undone/)
})
