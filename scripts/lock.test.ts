import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Locked = { optionalDependencies?: Record<string, string> }

test('the lock file names the packages of every platform, so that npm ci works on all of them, and no address to fetch from', () => {
  const text = readFileSync('package-lock.json', 'utf8')
  const packages: Record<string, Locked> = JSON.parse(text).packages
  const missing = Object.entries(packages).flatMap(([path, one]) =>
    Object.keys(one.optionalDependencies ?? {}).filter(
      (name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
    ),
  )
  expect(missing).toEqual([])
  expect(text).not.toContain('"resolved": "http')
})
