import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { MistakeView } from '../model.ts'

let desk: TestDesk
let mistake: MistakeView
const at = (time: string) => {
  desk.at = Temporal.Instant.from(time)
}
const does = async (operation: string, input: object): Promise<MistakeView> =>
  (await desk.do<{ mistake: MistakeView }>(`mistake.${operation}`, input)).mistake
const work = async (title: string, dueOn: string): Promise<string> =>
  (await desk.do<{ work: { id: string } }>('work.add', { title, dueOn, dueTime: '18:00' })).work.id
const looks = async () => {
  const { repeated } = await desk.do<{ repeated: boolean }>('mistake.look', { id: mistake.id })
  return repeated
}

/** Closed with the word of somebody who does not come to this desk; its remedy: ready two hours before it is due. */
const closed = async (id: string) => {
  await does('confirm', { id, who: 'Rosalind Meier', saidAt: '2026-12-02T09:00:00Z' })
  await does('contain', { id, putRight: 'It is with her.' })
  await does('said', { id, to: 'Rosalind', audience: 'client', text: 'I am sorry. It was my fault.' })
  await does('close', { id, who: 'Rosalind Meier', saidAt: '2026-12-02T09:00:00Z' })
}

beforeAll(async () => {
  desk = await testDesk()
  at('2026-11-30T09:00:00Z')
  const lease = await work('The lease', '2026-12-01')
  at('2026-12-02T09:00:00Z')
  const said = { askedBy: 'Rosalind Meier', asked: 'send it by six', done: 'not sent' }
  mistake = await does('own', { item: lease, ...said })
  const rule = { kind: 'ready-before', params: { minutes: 120 }, weight: 'avoid' }
  await does('step', { id: mistake.id, make: { as: 'rule', rule } })
  await desk.do('work.close', { id: lease, late: 'It was forgotten' })
  await closed(mistake.id)
})
afterAll(() => desk.stop())

test('what is due and can still be ready in time is no repeat', async () => {
  at('2026-12-10T09:00:00Z')
  const option = await work('The option', '2026-12-11')
  at('2026-12-11T10:00:00Z')
  expect(await looks()).toBe(false)
  await desk.do('work.close', { id: option })
  at('2026-12-12T10:00:00Z')
  expect(await looks()).toBe(false)
  expect((await does('show', { id: mistake.id })).sinceWords).toMatch(/^Kept 1 time since/)
})

test('what was closed too late for its remedy opens it again, though nothing is left open', async () => {
  const survey = await work('The survey', '2026-12-14')
  at('2026-12-14T17:30:00Z')
  await desk.do('work.close', { id: survey })
  at('2026-12-16T10:00:00Z')
  expect(await looks()).toBe(true)
  const again = await does('show', { id: mistake.id })
  expect(again).toMatchObject({ state: 'reopened' })
  expect(again.progress.reopened[0]?.why).toContain('The survey')
})
