import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noBoard } from '../../../authority/seats/model.ts'
import { type BoardChange, type Helper, handedOver } from './model.ts'

const day = 86_400_000
const at = (n: number) => Temporal.Instant.fromEpochMilliseconds(n * day)
type Areas = Helper['areas']
const with_ = (more: Partial<Areas>): Areas => ({ ...noBoard.areas, ...more })
const helper = (more: Partial<Helper> = {}): Helper => ({ id: 'a', areas: with_({}), from: at(0), to: null, ...more })
const change = (n: number, before: Areas, after: Areas, undone: number | null = null): BoardChange => ({
  member: 'a',
  at: at(n),
  before,
  after,
  undoneAt: undone === null ? null : at(undone),
})

describe('what was handed over', () => {
  test('lasts from the change that gave it to the one that took it', () => {
    const [none, act] = [with_({ calendar: 'propose' }), with_({ calendar: 'act' })]
    const found = handedOver([helper({ areas: none })], [change(3, none, act), change(9, act, none)], ['calendar'])
    expect(found).toEqual([{ area: 'calendar', from: 3 * day, to: 9 * day }])
  })

  test('is not what an undone change gave, from when it was undone; and what else was given since stays', () => {
    const [none, calendar] = [with_({}), with_({ calendar: 'tell' })]
    const both = with_({ calendar: 'tell', travel: 'act' })
    const changes = [change(2, none, calendar, 6), change(4, calendar, both)]
    const found = handedOver([helper({ areas: with_({ travel: 'act' }) })], changes, ['calendar', 'travel'])
    expect(found).toEqual([
      { area: 'calendar', from: 2 * day, to: 6 * day },
      { area: 'travel', from: 4 * day, to: null },
    ])
  })

  test('ends when whoever had it leaves, unless another has it', () => {
    const areas = with_({ mail: 'act' })
    const gone = helper({ areas, to: at(5) })
    expect(handedOver([gone], [], ['mail'])).toEqual([{ area: 'mail', from: 0, to: 5 * day }])
    const other = helper({ id: 'b', areas, from: at(4) })
    expect(handedOver([gone, other], [], ['mail'])).toEqual([{ area: 'mail', from: 0, to: null }])
  })

  test('of any changes are spans that neither touch nor end before they begin', () => {
    const level = fc.constantFrom('none', 'see', 'propose', 'tell', 'act')
    const steps = fc.array(fc.record({ n: fc.integer({ min: 1, max: 60 }), level }), { maxLength: 12 })
    fc.assert(
      fc.property(steps, fc.option(fc.integer({ min: 1, max: 60 })), (made, left) => {
        let before = with_({ calendar: 'act' })
        const changes = [...made]
          .sort((a, b) => a.n - b.n)
          .map(({ n, level: calendar }) => {
            const after = with_({ calendar: calendar as Areas['calendar'] })
            const one = change(n, before, after)
            before = after
            return one
          })
        const found = handedOver([helper({ areas: before, to: left === null ? null : at(left) })], changes, [
          'calendar',
        ])
        let last = -1
        for (const { from, to } of found) {
          expect(from).toBeGreaterThan(last)
          if (to !== null) expect(to).toBeGreaterThan(from)
          last = to ?? Number.POSITIVE_INFINITY
        }
      }),
    )
  })
})
