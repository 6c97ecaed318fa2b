import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Member } from '../act.ts'
import { areas, effects } from '../operation.ts'
import { mayPerform } from './model.ts'

const kinds = ['executive', 'assistant', 'desk'] as const satisfies readonly Member['kind'][]
const operation = fc.record({ area: fc.constantFrom(...areas), effect: fc.constantFrom(...effects) })

test('the executive and the assistant may do everything there is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds.slice(0, 2)), operation, (kind, asked) => {
      expect(mayPerform({ kind }, asked)).toBe(true)
    }),
  )
})

test('the desk itself never spends, and does nothing that a person may not', () => {
  fc.assert(
    fc.property(operation, (asked) => {
      expect(mayPerform({ kind: 'desk' }, asked)).toBe(asked.effect !== 'spend')
      if (mayPerform({ kind: 'desk' }, asked)) expect(mayPerform({ kind: 'executive' }, asked)).toBe(true)
    }),
  )
})

test('whoever may change something may also see it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), operation, (kind, asked) => {
      if (mayPerform({ kind }, asked)) expect(mayPerform({ kind }, { ...asked, effect: 'read' })).toBe(true)
    }),
  )
})
