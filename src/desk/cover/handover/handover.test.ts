import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Board, defaultBoards } from '../../authority/board/model.ts'
import { dueNow } from '../../queue.ts'
import { keepDue } from '../../routine.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { CoverView, NoteSection } from '../model.ts'

/* What a handover note gives away: to whom it is written, who else looks at it, and when. */

let desk: TestDesk
let dana: string

beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const person = { address: 'venn@larkspur.example', name: 'Dr Venn', answer: 'accepted', required: true }
  for (const on of ['2026-12-01', '2026-12-08', '2027-01-12'])
    await desk.do('event.add', {
      title: 'Larkspur clinic',
      calendarId: calendar.id,
      label: 'private',
      people: [person],
      when: { allDay: false, start: `${on}T10:00:00`, end: `${on}T11:00:00`, zone: 'Europe/London', endZone: null },
    })
  const price = { what: 'the price sheet', side: 'theirs', by: { name: 'Marc Laurent' }, to: { name: 'Dana Okafor' } }
  await desk.do('commitment.add', { ...price, dueOn: '2026-12-01' })
  await desk.do('work.add', { title: 'Board pack', dueOn: '2026-12-01' })
  await desk.do('priority.add', { horizon: 'quarter', on: '2026-12-03', title: 'Northern tender', meant: 30 })
  await desk.do('priority.add', { horizon: 'week', on: '2026-12-03', title: 'Larkspur first', label: 'private' })
})
afterAll(() => desk.stop())

const until = async (text: string) => {
  desk.at = Temporal.Instant.from(text)
  for (const due of await dueNow(desk.around.db, desk.at, 50)) await keepDue(desk.around, {}, due, desk.at)
}
const plan = async (cover: string, more: object = {}) =>
  (
    await desk.do<{ cover: CoverView }>(
      'cover.plan',
      { away: desk.seat.member, cover, fromOn: '2026-12-01', toOn: '2026-12-02', ...more },
      { member: dana },
    )
  ).cover.id
const readBy = (id: string, member: string) => desk.try('cover.note', { id }, { member })
const noNote = { refused: { why: 'not-yours' } }
const sees = (areas: Partial<Board['areas']>, more: Partial<Board> = {}): Partial<Board> => ({
  areas: { ...defaultBoards.assistant.areas, ...areas },
  ...more,
})

describe('the note is read by whoever covers', () => {
  test('from a week before they begin until they end, and never after', async () => {
    const noor = await desk.sit('cover', 'Noor')
    const id = await plan(noor)
    expect(await readBy(id, noor)).toMatchObject({
      refused: { why: 'not-yours', words: 'The note is yours to read from Tue 24 Nov on.' },
    })
    desk.at = Temporal.Instant.from('2026-11-24T00:00:00Z')
    expect(await readBy(id, noor)).toHaveProperty('sections')
    await until('2026-12-01T00:00:00Z')
    expect(JSON.stringify(await readBy(id, noor))).toContain('price sheet')
    // The end by the clock counts, whether anybody has swept yet or not.
    desk.at = Temporal.Instant.from('2026-12-03T00:00:00Z')
    expect(await readBy(id, noor)).toMatchObject(noNote)
    await until('2026-12-03T00:00:01Z')
    expect(await readBy(id, noor)).toMatchObject(noNote)
    expect(await readBy(id, desk.seat.member)).toHaveProperty('sections')
  })

  test('no longer once it was called off', async () => {
    const noor = await desk.sit('cover', 'Hedda')
    const id = await plan(noor, { fromOn: '2026-12-08', toOn: '2026-12-09' })
    expect(await readBy(id, noor)).toHaveProperty('sections')
    await desk.do('cover.end', { id })
    expect(await readBy(id, noor)).toMatchObject(noNote)
  })

  test('without a line of an area in which they see nothing', async () => {
    const noor = await desk.sit('cover', 'Jonah')
    const id = await plan(noor, { fromOn: '2026-12-08', toOn: '2026-12-09', set: { areas: { desk: 'none' } } })
    const text = JSON.stringify(await readBy(id, noor))
    expect(text).toContain('sections')
    expect(text).not.toMatch(/price sheet|Board pack/)
  })

  test('with what comes first where they may read what is between the two, as far as it is theirs to know', async () => {
    const days = { fromOn: '2026-12-08', toOn: '2026-12-09' }
    const handedTo = async (name: string, set?: object) => {
      const noor = await desk.sit('cover', name)
      return JSON.stringify(await readBy(await plan(noor, { ...days, ...(set && { set }) }), noor))
    }
    expect(await handedTo('Elif')).not.toContain('What comes first')
    const told = await handedTo('Sefa', { areas: { partnership: 'see' } })
    expect(told).toContain('What comes first. This quarter: Northern tender')
    expect(told).toContain('30 % of the hours are meant for it')
    expect(told).not.toContain('Larkspur')
    const whole = await handedTo('Inger', { areas: { partnership: 'see' }, private: 'all' })
    expect(whole).toContain('What comes first. This week: Larkspur first')
  })
})

test('whoever else looks at a note reads no more in it than they may know themselves', async () => {
  const trusted = await desk.sit('cover', 'Wren')
  const id = await plan(trusted, { fromOn: '2026-12-08', toOn: '2026-12-09', set: { private: 'all' } })
  expect(JSON.stringify(await readBy(id, trusted))).toContain('Larkspur')
  expect(JSON.stringify(await readBy(id, dana))).toContain('Larkspur')
  const ravi = await desk.sit('assistant', 'Ravi', sees({}, { private: 'none' }))
  const text = async () => JSON.stringify(await readBy(id, ravi))
  expect(await text()).toContain('price sheet')
  expect(await text()).not.toContain('Larkspur')
  await until('2026-12-08T09:00:00Z')
  const { handed } = (await readBy(id, trusted)) as unknown as { handed: NoteSection[] }
  expect(JSON.stringify(handed)).toContain('Larkspur')
  expect(await text()).not.toContain('Larkspur')
  const tomas = await desk.sit('assistant', 'Tomás', sees({ calendar: 'none' }, { private: 'all' }))
  expect(JSON.stringify(await readBy(id, tomas))).not.toContain('Larkspur')
})
