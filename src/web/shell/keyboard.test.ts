import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Press, verbFor } from './keyboard.ts'
import type { Verb } from './verbs.ts'

const verb = (id: string, keys: readonly string[], everywhere = false): Verb => ({
  id,
  words: id,
  keys,
  everywhere,
  run: () => {},
})
const palette = verb('palette', ['mod+k'], true)
const verbs = [
  verb('today', ['t']),
  verb('before', ['ArrowLeft']),
  verb('help', ['?']),
  palette,
  verb('undo', ['mod+z']),
]
const press = (key: string, held = false): Press => ({ key, held, alt: false })
const free = { typing: false, singleKeys: true }
const id = (key: Press, where = free) => verbFor(verbs, key, where)?.id

describe('a key', () => {
  it('means its verb, small or capital', () => {
    expect([id(press('t')), id(press('T')), id(press('ArrowLeft')), id(press('?'))]).toEqual([
      'today',
      'today',
      'before',
      'help',
    ])
  })

  it('with the command key held is another key', () => {
    expect([id(press('t', true)), id(press('k')), id(press('k', true)), id(press('z', true))]).toEqual([
      undefined,
      undefined,
      'palette',
      'undo',
    ])
  })

  it('means nothing while somebody types, except what works everywhere', () => {
    const typing = { typing: true, singleKeys: true }
    expect([id(press('t'), typing), id(press('ArrowLeft'), typing), id(press('z', true), typing)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(id(press('k', true), typing)).toBe('palette')
  })

  it('that is a character means nothing once single keys are off', () => {
    const off = { typing: false, singleKeys: false }
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 1 }), (key) => id(press(key), off) === undefined))
    expect(id(press('ArrowLeft'), off)).toBe('before')
  })

  it('claimed twice belongs to whoever came last', () => {
    expect(verbFor([...verbs, verb('travel', ['t'])], press('t'), free)?.id).toBe('travel')
  })
})
