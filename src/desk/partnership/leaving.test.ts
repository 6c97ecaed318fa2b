import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { AgreementView } from './agreement/model.ts'

let desk: TestDesk
let dana: string
let kit: string

beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
})
afterAll(() => desk.stop())

type Meeting = { id: string; state: string; text: string; agreed: { words: string }[] }
type Shown = { pair: object | null; words: string; before: { id: string; name: string; leftOn: string }[] }
const by = (member: string) => ({ member })
const later = (hours: number) => {
  desk.at = desk.at.add({ hours })
}
const show = (member = dana) => desk.do<Shown>('oneToOne.show', {}, by(member))
const list = async (input: object, member = dana) =>
  (await desk.do<{ meetings: Meeting[] }>('oneToOne.list', input, by(member))).meetings
const agreement = (member = dana) => desk.do<AgreementView>('agreement.show', {}, by(member))
const measure = async (part: string, member = dana) =>
  (await agreement(member)).parts.find((one) => one.part === part)?.measures

describe('an assistant who is replaced in the middle of a month', () => {
  test('leaves what was counted under the name of whoever it was counted of', async () => {
    await desk.do('feedback.give', { to: dana, thanks: 'For the trust' })
    await desk.do('agreement.write', { part: 'honesty', sentence: 'We say it before.' })
    await desk.do('agreement.sign', { part: 'honesty', version: 1 }, by(dana))
    await desk.do('work.add', { title: 'A long list', kind: 'papers', owner: 'assistant' }, by(dana))
    expect((await agreement()).whose).toEqual({ executive: 'Dana Okafor', assistant: 'Ines' })
    later(24)
    kit = await desk.sit('assistant', 'Kit Moreno', { private: 'none' })
    expect((await agreement()).whose.assistant).toBe('Ines and Kit Moreno')
    const { meeting } = await desk.do<{ meeting: Meeting }>('oneToOne.begin', { with: desk.seat.member }, by(dana))
    await desk.do('work.add', { title: 'What the two agreed', kind: 'papers' }, by(dana))
    await desk.do('oneToOne.end', { id: meeting.id }, by(dana))
    later(1)
    // This one is never ended: whoever it was with goes in the middle of it.
    await desk.do('oneToOne.begin', { with: desk.seat.member }, by(dana))
    await desk.do('work.add', { title: 'Said in the last minutes', kind: 'papers' }, by(dana))
    later(1)
    await desk.do('member.remove', { member: desk.seat.member, reason: 'Moved on' }, by(dana))
    await desk.do('work.add', { title: 'Long after', kind: 'papers' }, by(dana))
    const { whose, parts } = await agreement()
    expect(whose.assistant).toBe('Kit Moreno, and Ines until Tue 24 Nov 2026')
    expect(parts.find(({ part }) => part === 'honesty')).toMatchObject({ stateWords: 'Waits for Kit Moreno' })
    const { text } = await desk.do<{ text: string }>('agreement.export', {}, by(dana))
    expect(text).toContain('Work that names the goal it serves, Kit Moreno, and Ines until Tue 24 Nov 2026: ')
    expect(text).toContain('Said before it was late, Dana Okafor: not measured yet')
  })

  test('reads nothing that was between the two before: the executive does, whoever left does not', async () => {
    expect(await list({}, kit)).toEqual([])
    expect((await show(kit)).before).toEqual([])
    expect(await desk.do('feedback.list', {}, by(kit))).toMatchObject({ feedback: [] })
    expect((await measure('feedback', kit))?.map(({ words }) => words)).toEqual([null, null])
    expect(await list({ with: desk.seat.member }, kit)).toEqual([])
    for (const operation of ['oneToOne.show', 'oneToOne.list', 'feedback.list', 'agreement.show', 'agreement.export'])
      expect(await desk.try(operation, {}), operation).toMatchObject({ refused: { why: 'not-there' } })
    const { before } = await show()
    expect(before).toEqual([{ id: desk.seat.member, name: 'Ines', leftOn: '2026-11-24' }])
    const past = await list({ with: desk.seat.member })
    expect(past.map(({ agreed }) => agreed.map(({ words }) => words))).toEqual([
      [expect.stringContaining('Said in the last minutes')],
      [expect.stringContaining('What the two agreed')],
    ])
    expect(past[0]?.text).toContain('One-to-one: Dana Okafor and Ines')
    expect(past[0]?.text).not.toContain('still going on')
    expect(past[0]?.text).not.toContain('Long after')
    expect(await desk.do('feedback.list', {}, by(dana))).toMatchObject({ feedback: [{ from: { name: 'Ines' } }] })
  })

  test('begins with an agenda of their own, and signs anew', async () => {
    await desk.do('oneToOne.begin', {}, by(kit))
    await desk.do('agreement.sign', { part: 'honesty', version: 2 }, by(kit))
    const honesty = (await agreement()).parts.find(({ part }) => part === 'honesty')
    expect(honesty).toMatchObject({ agreed: true, stateWords: 'Signed by both' })
    expect(honesty?.signatures.map(({ name, here }) => [name, here])).toEqual([
      ['Ines', false],
      ['Dana Okafor', true],
      ['Kit Moreno', true],
    ])
  })
})

describe('a desk that nobody assists any more', () => {
  test('says so to the executive, who still reads what was agreed; the desk itself stays theirs', async () => {
    later(1)
    await desk.do('member.remove', { member: kit, reason: 'The second' }, by(dana))
    const { pair, words, before } = await show()
    expect(pair).toBeNull()
    expect(words).toBe('Nobody assists you at this desk at the moment: invite somebody on the board.')
    expect(before.map(({ name }) => name)).toEqual(['Kit Moreno', 'Ines'])
    expect(await list({ with: desk.seat.member })).toHaveLength(2)
    expect(await list({})).toEqual([])
    const { note } = await agreement()
    expect(note).toContain('Kit Moreno left on Tue 24 Nov 2026. When one of the two leaves')
    expect(note).toContain('is read on by the one who stays, and by nobody else')
    const { refused } = (await desk.try('member.leave', { reason: '' }, by(dana))) as { refused?: Refusal }
    expect(refused).toMatchObject({ why: 'not-yours', words: 'It is your desk: it stays yours.' })
  })
})
