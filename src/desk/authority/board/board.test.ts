import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areas, effects } from '../../operation.ts'
import {
  type Board,
  board,
  defaultBoards,
  levels,
  mayGive,
  mayPerform,
  memberKinds,
  narrower,
  privates,
  sends,
  sightOf,
} from './model.ts'
import { boardChanges } from './words.ts'

const level = fc.constantFrom(...levels)
const boards: fc.Arbitrary<Board> = fc.record({
  areas: fc.record({
    calendar: level,
    mail: level,
    travel: level,
    people: level,
    money: level,
    partnership: level,
    desk: level,
  }),
  send: fc.constantFrom(...sends),
  spend: fc.option(fc.record({ amount: fc.nat(100_000), currency: fc.constantFrom('GBP', 'CHF') })),
  move: fc.subarray(['board', 'personal', 'external', 'travel']),
  private: fc.constantFrom(...privates),
})
const asker = fc.record({ kind: fc.constantFrom(...memberKinds), board: boards, frozen: fc.boolean() })
const person = asker.filter(({ kind }) => kind !== 'executive' && kind !== 'desk')
const operation = fc.record({
  area: fc.constantFrom(...areas),
  effect: fc.constantFrom(...effects),
  busyView: fc.boolean(),
})
const asked = fc.record(
  {
    sends: fc.boolean(),
    toKnown: fc.boolean(),
    spends: fc.record({ amount: fc.nat(200_000), currency: fc.constantFrom('GBP', 'CHF', 'EUR') }),
    moves: fc.subarray(['board', 'personal', 'external', 'internal']),
    hidden: fc.boolean(),
  },
  { requiredKeys: [] },
)
const order = ['no', 'propose', 'yes'] as const
const worth = (verdict: { may: (typeof order)[number] }) => order.indexOf(verdict.may)

describe('what somebody may do', () => {
  test('the executive may do everything, whatever their board says', () => {
    fc.assert(
      fc.property(boards, operation, asked, (given, what, facts) => {
        expect(mayPerform({ kind: 'executive', board: given, frozen: false }, what, facts)).toEqual({
          may: 'yes',
          tell: false,
        })
      }),
    )
  })

  test('whoever was stopped may do nothing, not even look', () => {
    fc.assert(
      fc.property(asker, operation, asked, (who, what, facts) => {
        expect(mayPerform({ ...who, frozen: true }, what, facts).may).toBe('no')
      }),
    )
  })

  test('the desk itself never spends, and otherwise does what has to be done', () => {
    fc.assert(
      fc.property(boards, operation, (given, what) => {
        const { may } = mayPerform({ kind: 'desk', board: given, frozen: false }, what)
        expect(may).toBe(what.effect === 'spend' ? 'no' : 'yes')
      }),
    )
  })

  test('limits only narrow: what is known of a call never allows more than the level does', () => {
    fc.assert(
      fc.property(person, operation, asked, (who, what, facts) => {
        const level = who.board.areas[what.area]
        const { may } = mayPerform({ ...who, frozen: false }, what, facts)
        if (['none', 'busy', 'see'].includes(level) && what.effect !== 'read') expect(may).toBe('no')
        if (level === 'propose' && what.effect !== 'read') expect(may).not.toBe('yes')
      }),
    )
  })

  test('whoever may change something may also see it', () => {
    fc.assert(
      fc.property(person, operation, asked, (who, what, facts) => {
        const given = { ...who, frozen: false }
        if (mayPerform(given, what, facts).may !== 'no')
          expect(mayPerform(given, { ...what, effect: 'read' }).may).toBe(
            what.effect === 'read' ? mayPerform(given, what).may : 'yes',
          )
      }),
    )
  })

  test('a narrower board never allows more', () => {
    fc.assert(
      fc.property(person, boards, operation, asked, (who, other, what, facts) => {
        const given = { ...who, frozen: false }
        const less = { ...given, board: narrower(who.board, other) }
        expect(worth(mayPerform(less, what, facts))).toBeLessThanOrEqual(worth(mayPerform(given, what, facts)))
        expect(sightOf(less.board)).toBeLessThanOrEqual(sightOf(given.board))
      }),
    )
  })

  test('what is over a limit is asked for, never done and never lost', () => {
    const given = {
      ...defaultBoards.assistant,
      send: 'known' as const,
      move: ['board'],
      spend: { amount: 5_000, currency: 'GBP' },
    }
    const may = (effect: (typeof effects)[number], facts: Parameters<typeof mayPerform>[2]) =>
      mayPerform(
        {
          kind: 'assistant',
          board: { ...given, areas: { ...given.areas, calendar: 'act' as const } },
          frozen: false,
        },
        { area: 'calendar', effect },
        facts,
      ).may
    expect(may('send', { toKnown: true })).toBe('yes')
    expect(may('send', { toKnown: false })).toBe('propose')
    expect(may('change', { moves: ['board'] })).toBe('propose')
    expect(may('change', { moves: ['internal'] })).toBe('yes')
    expect(may('spend', { spends: { amount: 5_000, currency: 'GBP' } })).toBe('yes')
    expect(may('spend', { spends: { amount: 5_001, currency: 'GBP' } })).toBe('propose')
    expect(may('spend', { spends: { amount: 1, currency: 'CHF' } })).toBe('propose')
    expect(may('spend', {})).toBe('propose')
  })

  test('whose board says never sends nothing, and asks for nothing to be sent', () => {
    const given = { ...defaultBoards.assistant, send: 'never' as const }
    const who = { kind: 'assistant' as const, board: given, frozen: false }
    expect(mayPerform(who, { area: 'calendar', effect: 'send' }, { toKnown: true }).may).toBe('no')
    expect(mayPerform(who, { area: 'calendar', effect: 'change' }, { sends: true, toKnown: true }).may).toBe('no')
  })

  test('what is private and hidden from somebody is not theirs to change or to ask for', () => {
    fc.assert(
      fc.property(person, operation, (who, what) => {
        if (what.effect !== 'read') expect(mayPerform({ ...who, frozen: false }, what, { hidden: true }).may).toBe('no')
      }),
    )
  })
})

describe('who gives what to whom', () => {
  const ids = { by: { id: 'a' }, to: { id: 'b' } }

  test('nobody is given more than the giver has, nor more of money, partnership or private things but by the executive', () => {
    fc.assert(
      fc.property(person, boards, boards, (by, before, after) => {
        const no = mayGive({ ...ids.by, ...by }, { ...ids.to, kind: 'cover' }, before, after)
        if (no) return
        for (const area of areas)
          if (levels.indexOf(after.areas[area]) > levels.indexOf(before.areas[area])) {
            expect(['money', 'partnership']).not.toContain(area)
            expect(levels.indexOf(after.areas[area])).toBeLessThanOrEqual(levels.indexOf(by.board.areas[area]))
          }
        expect(privates.indexOf(after.private)).toBeLessThanOrEqual(privates.indexOf(before.private))
        if (sends.indexOf(after.send) > sends.indexOf(before.send))
          expect(sends.indexOf(after.send)).toBeLessThanOrEqual(sends.indexOf(by.board.send))
      }),
    )
  })

  test('nobody gives themselves more, and an agent gives nobody more', () => {
    fc.assert(
      fc.property(person, boards, (by, after) => {
        const self = mayGive({ ...ids.by, ...by }, { ...ids.by, kind: by.kind }, by.board, after)
        if (self === null) expect(narrower(by.board, after)).toMatchObject({ areas: after.areas, send: after.send })
        const agent = { ...ids.by, kind: 'agent' as const, board: defaultBoards.executive }
        if (mayGive(agent, { ...ids.to, kind: 'cover' }, by.board, after) === null)
          expect(narrower(by.board, after)).toMatchObject({ areas: after.areas, private: after.private })
      }),
    )
  })

  test('the executive gives anybody anything, and nobody changes the executive', () => {
    fc.assert(
      fc.property(boards, boards, (before, after) => {
        const executive = { ...ids.by, kind: 'executive' as const, board: defaultBoards.executive }
        expect(mayGive(executive, { ...ids.to, kind: 'agent' }, before, after)).toBeNull()
        const assistant = { ...ids.to, kind: 'assistant' as const, board: defaultBoards.assistant }
        expect(mayGive(assistant, { ...ids.by, kind: 'executive' }, before, after)).toMatchObject({
          code: 'executive',
        })
      }),
    )
  })

  test('what is the same on two boards is not told as a change, and what differs is', () => {
    fc.assert(
      fc.property(boards, boards, (a, b) => {
        expect(boardChanges(a, a)).toEqual([])
        if (sightOf(a) !== sightOf(b)) expect(boardChanges(a, b).length).toBeGreaterThan(0)
      }),
    )
  })
})

test('every kind of member has a board of the right shape, and no agent, cover or observer one that acts', () => {
  for (const kind of memberKinds) expect(board.safeParse(defaultBoards[kind]).success).toBe(true)
  for (const kind of ['cover', 'agent', 'observer'] as const)
    for (const area of areas) expect(['act', 'tell']).not.toContain(defaultBoards[kind].areas[area])
})
