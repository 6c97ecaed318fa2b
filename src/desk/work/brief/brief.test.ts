import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, calendarOf } from '../../calendar/testing.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { NoteView } from '../notes/model.ts'
import type { Brief } from './model.ts'

let desk: TestDesk
let first: string
let meeting: string
const marc = { address: 'marc@meridian.example', name: 'Marc Laurent' }
const camille = { address: 'camille@meridian.example', name: 'Camille Aubry' }
const invited = (...people: object[]) => people.map((one) => ({ ...one, answer: 'accepted', required: true }))
const line = (n: number, text: string, more: object = {}) => ({
  id: `01a00000-0000-7000-8000-00000000000${n}`,
  text,
  ...more,
})

beforeAll(async () => {
  desk = await testDesk()
  const calendar = calendarOf(desk)
  const work = await calendar.add('Work')
  const add = async (title: string, day: string, more: object) =>
    (await calendar.event(work, { title, when: at(`${day}T10:00`, '11:00'), ...more })).eventId
  first = await add('First talk', '2026-11-10', { people: invited(marc), place: 'Kiln Yard' })
  const private_ = { label: 'private', people: invited(marc, camille) }
  await add('A quiet word', '2026-11-17', private_)
  const gone = await add('Called off', '2026-11-19', { people: invited(marc) })
  await desk.do('event.cancel', { eventId: gone })
  meeting = await add('Renewal', '2026-11-26', { people: invited(marc, camille) })
})
afterAll(() => desk.stop())

const brief = async (member?: string) =>
  desk.do<Brief>('brief.show', { eventId: meeting }, member === undefined ? {} : { member })

describe('before a meeting', () => {
  test('what could not be found is said plainly', async () => {
    const { people, missing } = await brief()
    expect(people.map(({ name, lastMet }) => [name, lastMet?.title])).toEqual([
      ['Marc Laurent', 'A quiet word'],
      ['Camille Aubry', 'A quiet word'],
    ])
    expect(missing).toEqual([
      'No open promises, either way',
      'No notes of an earlier meeting with them',
      'Nothing says which decision is wanted there',
    ])
  })

  test('whoever may not see what is private is told of what they may see', async () => {
    const tomas = await desk.sit('assistant', 'Tomás', { private: 'none' })
    const { people, missing } = await brief(tomas)
    expect(people[0]?.lastMet).toMatchObject({
      title: 'First talk',
      words: 'Tue 10 Nov, 16 days before, at Kiln Yard',
    })
    expect(missing).toContain('No record you may see of having met Camille Aubry')
    expect(JSON.stringify(await brief(tomas))).not.toContain('quiet word')
  })

  test('says what is open with each both ways, what was noted last, and what is wanted there', async () => {
    await desk.do('note.add', {
      eventId: first,
      lines: [line(1, 'They want 24 months'), line(2, 'No', { kind: 'decision' })],
    })
    const { note } = await desk.do<{ note: NoteView }>('note.add', {
      eventId: meeting,
      lines: [line(3, '24 months or 12?', { kind: 'wanted', who: 'Dana' }), line(4, 'Marc to send the sheet')],
    })
    const said = { by: 'meeting', eventId: meeting, noteId: note.id, lineId: note.lines[1]?.id }
    const owed = { what: 'the sheet', side: 'theirs', by: marc, to: { name: 'Dana Okafor' }, saidWhere: said }
    await desk.do('commitment.add', owed)
    await desk.do('commitment.add', {
      ...owed,
      what: 'redlines',
      side: 'ours',
      by: { name: 'Dana Okafor' },
      to: { name: 'camille  aubry' },
    })
    const { people, notes, wanted, missing } = await brief()
    expect(people.map((one) => [...one.ours, ...one.theirs].map(({ words }) => words))).toEqual([
      ['Marc Laurent owes us the sheet'],
      ['We owe camille aubry: redlines'.replace('camille aubry', 'camille  aubry')],
    ])
    expect(notes.map(({ title }) => title)).toEqual(['First talk'])
    expect(wanted).toEqual([{ what: '24 months or 12?', who: 'Dana', from: '2026-11-26' }])
    expect(missing).toEqual([])
    const { note: again } = await desk.do<{ note: NoteView }>('note.show', { eventId: meeting })
    expect(again.promises.map(({ lineId, commitment }) => [lineId, commitment.words])).toContainEqual([
      note.lines[1]?.id,
      'Marc Laurent owes us the sheet',
    ])
  })
})

describe('notes', () => {
  test('are begun once a meeting, and changed by whoever has seen the newest', async () => {
    expect(await desk.try('note.add', { eventId: meeting, lines: [] })).toMatchObject({ refused: { why: 'moved-on' } })
    const { note } = await desk.do<{ note: NoteView }>('note.show', { eventId: meeting })
    const edit = { id: note.id, version: note.version, lines: [line(3, 'Twelve months', { kind: 'decision' })] }
    const { did } = await desk.do('note.edit', edit)
    expect(await desk.try('note.edit', edit)).toMatchObject({ refused: { why: 'moved-on' } })
    await desk.do('journal.undo', { entry: did.entry })
    const { note: back } = await desk.do<{ note: NoteView }>('note.show', { eventId: meeting })
    expect(back.lines).toHaveLength(2)
  })

  test('of a meeting on no calendar need its name', async () => {
    expect(await desk.try('note.add', { lines: [] })).toMatchObject({ refused: { path: 'title' } })
    await desk.do('note.add', {
      title: 'In the lift',
      on: '2026-11-23',
      people: [{ name: 'Harlan' }],
      lines: [line(1, 'Spring')],
    })
    const { notes } = await desk.do<{ notes: NoteView[] }>('note.list')
    expect(notes.map(({ title }) => title)).toContain('In the lift')
  })

  test('with two lines of one id are refused', async () => {
    const lines = [line(1, 'a'), line(1, 'b')]
    expect(await desk.try('note.add', { title: 'Twice', lines })).toMatchObject({ refused: { path: 'lines' } })
  })
})
