import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultBoards } from '../../authority/board/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { Checked } from '../model.ts'

let desk: TestDesk
let dana: string
let ravi: string
let quill: string
beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
  const areas = { ...defaultBoards.assistant.areas }
  ravi = await desk.sit('cover', 'Ravi', { areas, private: 'none', send: 'anyone' })
  quill = await desk.sit('agent', 'Quill', { areas, private: 'all', send: 'anyone' })
})
afterAll(() => desk.stop())

const check = (text: string, member = desk.seat.member) =>
  desk.do<Checked>('text.check', { to: 'Camille Aubry', text }, { member })
const family = { dates: ['2026-12-05'], every: 'year', words: 'Gwendolyn at the Sandmeer lighthouse', firm: 'never' }
const letter = 'Dear Camille, she is at the Sandmeer lighthouse that day.'

describe('a private answer', () => {
  test('is looked for from when it was filled in, in its words and in its story, until it is taken out', async () => {
    expect(await check(letter)).toMatchObject({ leaves: true })
    const input = { question: 'family', values: family, note: 'Since the winter in Krummhaven' }
    await desk.do('knowing.fill', input)
    const { leaves, stops } = await check(letter)
    expect(leaves).toBe(false)
    expect(stops.map(({ words }) => words).join(' ')).toContain('Sandmeer')
    expect(stops[0]?.about[0]).toMatchObject({ title: 'an answer that is private' })
    expect((await check('Dear Camille, as in Krummhaven.')).leaves).toBe(false)
    await desk.do('knowing.keep', { question: 'family' }, { member: dana })
    expect((await check(letter)).leaves).toBe(false)
    // Taken back, what was filled in before stands and waits again.
    await desk.do('knowing.takeBack', { question: 'family' }, { member: dana })
    expect((await check(letter)).leaves).toBe(false)
    const { did } = await desk.do('knowing.drop', { question: 'family' })
    expect((await check(letter)).leaves).toBe(true)
    await desk.do('journal.undo', { entry: did.entry })
    expect((await check(letter)).leaves).toBe(false)
  })

  test('tells whoever may not read it no word of it, an agent neither, whatever its board says', async () => {
    for (const member of [ravi, quill]) {
      const answer = await check(`${letter} Gwendolyn`, member)
      expect(answer).toMatchObject({ leaves: false, mayRelease: false })
      expect(answer.stops.flatMap(({ about }) => about)).toEqual([])
      expect(JSON.stringify(answer)).not.toMatch(/answer that is private/)
    }
  })

  test('is none where whoever answered did not mean it to be, nor is what only the question says', async () => {
    const values = { words: 'The Ravensmoor lift stops', reach: 'call' }
    await desk.do('knowing.keep', { question: 'emergency', values }, { member: dana })
    expect((await check('Dear Camille, the Ravensmoor lift stopped.')).leaves).toBe(true)
    await desk.do('knowing.keep', { question: 'emergency', values, label: 'private' }, { member: dana })
    expect((await check('Dear Camille, the Ravensmoor lift stopped.')).leaves).toBe(false)
    expect((await check('Dear Camille, which dates belong to your family? Call, whatever is on.')).leaves).toBe(true)
  })
})
