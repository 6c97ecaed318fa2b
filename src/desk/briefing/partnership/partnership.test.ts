import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { Sheet } from '../sheet/model.ts'

let desk: TestDesk
let dana: string
beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
})
afterAll(() => desk.stop())

const between = async (audience: string, on = '2026-11-23') => {
  const { sections } = await desk.do<Sheet>('sheet.show', { on, for: audience })
  return sections.find(({ name }) => name === 'Between the two')?.lines ?? []
}

describe('the day sheet', () => {
  test('says the day’s question, and then what waits for a yes or a signature, on the day that is today alone', async () => {
    expect(await between('executive')).toEqual(['Today’s question: How early may the first thing of a day begin?'])
    await desk.do('agreement.write', { part: 'honesty', sentence: 'What is late is said.' })
    const news = { question: 'news', values: { soon: 'once', how: 'voice' } }
    await desk.do('knowing.fill', news)
    expect(await between('executive')).toEqual([
      'Dana Okafor signs Honesty, or says what should be otherwise',
      'Filled in, for Dana’s yes: How do you want bad news?',
    ])
    expect(await between('executive', '2026-11-24')).toEqual([])
    await desk.do('knowing.keep', news, { member: dana })
  })

  test('says nothing of a private answer to whoever may not see it', async () => {
    const family = { question: 'family', values: { dates: ['2026-12-24'], every: 'year', firm: 'never' } }
    await desk.do('knowing.fill', family)
    expect((await between('executive')).join()).toContain('Which dates belong to your family?')
    expect((await between('others')).join()).not.toContain('family')
  })
})

test('the note for a cover says how the executive works, where whoever covers may read what the two told each other', async () => {
  const noor = await desk.sit('cover', 'Noor')
  const days = { away: desk.seat.member, cover: noor, fromOn: '2026-11-30', toOn: '2026-12-04' }
  const { cover } = await desk.do<{ cover: { id: string } }>('cover.plan', days)
  const note = async () => JSON.stringify(await desk.do('cover.note', { id: cover.id }))
  expect(await note()).not.toContain('Bad news')
  const set = { areas: { partnership: 'see' } }
  await desk.do('cover.change', { id: cover.id, set, reason: 'She knows her' }, { member: dana })
  expect(await note()).toContain('Bad news: at once, before it is understood, by voice.')
})
