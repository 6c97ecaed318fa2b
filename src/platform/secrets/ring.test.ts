import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beforeRings, KeyRing, NoKeys } from './ring.ts'

const at = Temporal.Instant.from('2026-11-23T09:00:00Z')
let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equerry-ring-'))
  file = join(folder, 'keys')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const refusal = (): string => {
  try {
    KeyRing.open(file, at)
  } catch (error) {
    if (error instanceof NoKeys) return error.message
    throw error
  }
  return 'opened'
}

test('a ring is made once, its owner’s alone, and is the same when it is opened again', () => {
  const made = KeyRing.open(file, at)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(KeyRing.open(file, at.add({ hours: 1 })).keys).toEqual(made.keys)
})

test('a key file that others can read is refused, with what to do', () => {
  KeyRing.open(file, at)
  for (const mode of [0o640, 0o604, 0o622, 0o644]) {
    chmodSync(file, mode)
    expect(refusal()).toMatch(/can be read by others .*chmod 600 .*equerry rotate/)
  }
  chmodSync(file, 0o400)
  expect(refusal()).toBe('opened')
})

test('a key file that cannot be used is refused without a word of what is in it, and is left as it is', () => {
  const key = 'k'.repeat(43)
  const same = { id: 1, secret: key, madeAt: at.toString() }
  for (const text of [
    '',
    '{',
    `{"keys":[]}`,
    `{"keys":[{"id":"x","secret":"${key}"}]}`,
    JSON.stringify({ keys: [same, same] }),
  ]) {
    writeFileSync(file, text, { mode: 0o600 })
    const words = refusal()
    expect(words).toMatch(/holds no keys that can be used/)
    expect(words).not.toContain(key)
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
})

test('a folder that is not there is said, and nothing is made', () => {
  file = join(folder, 'nowhere', 'keys')
  expect(refusal()).toMatch(/cannot be written: it is not there/)
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})

test('a new key comes first and the others stay, until they are dropped', () => {
  const ring = KeyRing.open(file, at)
  const first = ring.newest
  const second = ring.add(at.add({ hours: 1 }))
  expect(ring.keys).toEqual([second, first])
  expect(second.id).not.toBe(first.id)
  ring.dropOld()
  expect(KeyRing.open(file, at).keys).toEqual([second])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('what another Equerry did to the file is seen at once', () => {
  const [one, other] = [KeyRing.open(file, at), KeyRing.open(file, at)]
  const key = other.add(at)
  expect(one.newest).toEqual(key)
  expect(one.bytesFor(key.id, 'this')).toEqual(other.bytesFor(key.id, 'this'))
})

test('where the file goes away while it is in use, what was read stays, and a new key writes it again', () => {
  const ring = KeyRing.open(file, at)
  const { newest } = ring
  rmSync(file)
  expect(ring.keys).toEqual([newest])
  writeFileSync(file, 'half a', { mode: 0o600 })
  expect(ring.keys).toEqual([newest])
  expect(ring.add(at).id).not.toBe(newest.id)
  expect(KeyRing.open(file, at).keys).toHaveLength(2)
})

test('one key gives each purpose bytes of its own, and an id that is not in the ring none', () => {
  const ring = KeyRing.open(file, at)
  const { id } = ring.newest
  expect(ring.bytesFor(id, 'this')).toHaveLength(32)
  expect(ring.bytesFor(id, 'this')).not.toEqual(ring.bytesFor(id, 'that'))
  expect(ring.bytesFor(id + 1, 'this')).toBeNull()
})

test('the one secret of before becomes the first key, and its file goes', () => {
  const before = join(folder, 'secret')
  writeFileSync(before, 'an invented secret of forty characters..', { mode: 0o600 })
  const ring = KeyRing.open(file, at, before)
  expect(ring.keys).toMatchObject([{ id: beforeRings, secret: 'an invented secret of forty characters..' }])
  expect(existsSync(before)).toBe(false)
})
