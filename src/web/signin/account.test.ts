import { expect, test } from 'vitest'
import { said } from './account.ts'

test('whoever tried too often is told how long to wait, in the desk’s own words where it has any', () => {
  const words = 'Too many wrong passwords for this login. Try again in an hour.'
  expect(said({ error: { status: 429, refused: { words } } }, '')).toEqual({ ok: false, words })
  expect(said({ error: { status: 429 } }, '')).toMatchObject({ words: expect.stringContaining('Wait a minute') })
  expect(said({ error: null }, '')).toEqual({ ok: true })
})
