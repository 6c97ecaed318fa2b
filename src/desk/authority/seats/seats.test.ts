import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import { type Board, defaultBoards, levels, mayGive, privates, sends } from '../board/model.ts'
import { seatsOf } from '../queries.ts'
import { boardToGive, invitedKinds, noBoard } from './model.ts'

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

describe('the board somebody is invited with', () => {
  test('is one that whoever invites may give, and asks before moving all that they ask before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('executive' as const, 'assistant' as const),
        boards,
        fc.constantFrom(...invitedKinds),
        (byKind, board, kind) => {
          const given = boardToGive({ kind: byKind, board }, kind)
          expect(mayGive({ id: 'a', kind: byKind, board }, { id: 'b', kind }, noBoard, given)).toBeNull()
          if (byKind !== 'executive') expect(given.move).toEqual(expect.arrayContaining(board.move))
        },
      ),
    )
  })

  test('is the usual one of its kind where the executive invites', () => {
    for (const kind of invitedKinds)
      expect(boardToGive({ kind: 'executive', board: defaultBoards.executive }, kind)).toEqual(defaultBoards[kind])
  })
})

let desk: TestDesk
let dana: string
beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
})
afterAll(() => desk.stop())

type Shown = { id: string; name: string; signsIn: boolean; invitedUntil: string | null; frozenAt: string | null }
type Invitation = { member: Shown; link: string; until: string }
const invite = (name: string, kind = 'assistant') => desk.do<Invitation>('member.invite', { name, kind })
const people = async () => (await desk.do<{ members: Shown[] }>('member.list')).members
const named = async (name: string) => (await people()).find((one) => one.name === name)
const asDana = () => ({ member: dana })

describe('an invitation', () => {
  test('is a seat with a link that is shown once and kept nowhere', async () => {
    const { member, link, until } = await invite('Ravi Menon')
    expect(link).toMatch(/\/first\/\S{20,}$/)
    expect(until).toMatch(/^2026-11-30T09:00:00/)
    expect(member).toMatchObject({ name: 'Ravi Menon', signsIn: false, invitedUntil: until })
    const token = link.split('/').at(-1) ?? ''
    const journal = JSON.stringify(await desk.do('journal.list'))
    expect(journal).toContain('Invited Ravi Menon as an assistant')
    expect(journal).not.toContain(token)
  })

  test('can be taken back by its undo, and by sending the guest away', async () => {
    const { did } = await invite('Ada Lund', 'observer')
    await desk.do('journal.undo', { entry: did.entry })
    expect(await named('Ada Lund')).toBeUndefined()
  })

  test('of an agent, a cover or an observer is refused whatever their board says', async () => {
    for (const kind of ['agent', 'cover', 'observer'] as const) {
      const member = await desk.sit(kind, `A ${kind}`, { areas: defaultBoards.executive.areas })
      const answer = await desk.try('member.invite', { name: 'Friend', kind: 'assistant' }, { member })
      expect(answer).toMatchObject({ refused: { why: 'not-yours' } })
    }
  })

  test('is made again for the executive who has not signed in yet, and the link before opens no more', async () => {
    const first = await desk.do<Invitation>('member.link', { member: dana })
    const second = await desk.do<Invitation>('member.link', { member: dana })
    expect(second.link).not.toBe(first.link)
    const me = await desk.try('member.link', { member: desk.seat.member })
    expect(me).toMatchObject({ refused: { why: 'moved-on', words: 'Ines signs in here already.' } })
  })
})

describe('taking somebody from the desk', () => {
  test('takes their seat, their open link and what they asked for, and stops their agents', async () => {
    const { member } = await invite('Noor Haddad')
    const agent = await desk.do<{ member: Shown }>('agent.add', { name: 'Reed', sponsor: member.id }, asDana())
    await desk.do('member.remove', { member: member.id, reason: 'Left the firm' }, asDana())
    expect(await named('Noor Haddad')).toBeUndefined()
    expect((await people()).find(({ id }) => id === agent.member.id)?.frozenAt).not.toBeNull()
    expect(await desk.try('event.list', { from: '2026-11-23', to: '2026-11-24' }, { member: member.id })).toMatchObject(
      {
        refused: { why: 'not-there' },
      },
    )
  })

  test('is refused for the executive, for oneself, without a reason, and for whoever may do more than one gives', async () => {
    const remove = (member: string, reason = 'A test') => desk.try('member.remove', { member, reason })
    expect(await remove(dana)).toMatchObject({ refused: { why: 'not-yours' } })
    expect(await remove(desk.seat.member)).toMatchObject({ refused: { why: 'bad-input' } })
    const peer = await desk.sit('assistant', 'Peer')
    expect(await remove(peer, '')).toMatchObject({ refused: { why: 'bad-input', path: 'reason' } })
    expect(await remove(peer)).toMatchObject({ refused: { why: 'not-yours', words: expect.stringContaining('Dana') } })
    expect(await remove('01a00000-0000-7000-8000-000000000000')).toMatchObject({ refused: { why: 'not-there' } })
  })

  test('waits for a cover they stand in', async () => {
    const cover = await desk.sit('cover', 'Jonah')
    const days = { fromOn: '2026-12-10', toOn: '2026-12-11' }
    const planned = await desk.do<{ cover: { id: string } }>('cover.plan', { away: desk.seat.member, cover, ...days })
    const input = { member: cover, reason: 'A test' }
    expect(await desk.try('member.remove', input)).toMatchObject({
      refused: { why: 'moved-on', standing: [planned.cover.id] },
    })
    await desk.do('cover.end', { id: planned.cover.id })
    await desk.do('member.remove', input)
  })
})

describe('single-letter keys', () => {
  test('are turned by whoever has them, whatever the board says, and by nobody else', async () => {
    const member = await desk.sit('observer', 'Jonah')
    const keys = async () => (await desk.do<{ singleKeys: boolean }>('desk.me', {}, { member })).singleKeys
    const { did } = await desk.do('member.keys', { on: false }, { member })
    expect(await keys()).toBe(false)
    expect(await desk.try('member.keys', { on: false }, { member })).toMatchObject({ refused: { why: 'moved-on' } })
    // What is taken back is theirs again, not whoever's hand takes it back.
    expect(await desk.try('journal.undo', { entry: did.entry })).toMatchObject({ refused: { why: 'not-yours' } })
    await desk.do('member.keys', { on: true, member }, { member })
    expect(await keys()).toBe(true)
  })
})

describe('leaving', () => {
  test('is refused for the executive and for the last who signs in; the seat stays', async () => {
    expect(await desk.try('member.leave', {}, asDana())).toMatchObject({ refused: { why: 'not-yours' } })
    expect(await desk.try('member.leave')).toMatchObject({ refused: { why: 'moved-on' } })
    expect((await seatsOf(desk.around.db, 'login-ines')).length).toBe(1)
  })
})
