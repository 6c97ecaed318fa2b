import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultBoards } from '../../authority/board/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { Sheet } from './model.ts'

let desk: TestDesk
let observer: string
const timed = (from: string, to: string) => ({
  allDay: false,
  start: `2026-11-24T${from}:00`,
  end: `2026-11-24T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})

beforeAll(async () => {
  desk = await testDesk()
  observer = await desk.sit('observer', 'Jonah', { areas: { ...defaultBoards.observer.areas, calendar: 'busy' } })
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const add = (draft: object) => desk.do('event.add', { calendarId: calendar.id, ...draft })
  await add({ title: 'Press call', when: timed('09:00', '10:00'), label: 'open', place: 'Harbour House' })
  await add({ title: 'Budget', when: timed('11:00', '12:00'), label: 'desk' })
  await add({
    title: 'Larkspur clinic',
    when: timed('11:30', '12:30'),
    label: 'private',
    publicReason: 'Out of office',
  })
})
afterAll(() => desk.stop())

const sheetFor = (audience?: string, member?: string) =>
  desk.do<Sheet>('sheet.show', { on: '2026-11-24', ...(audience && { for: audience }) }, member ? { member } : {})
const titles = ({ rows }: Sheet) => rows.filter(({ row }) => row === 'event').map(({ title }) => title)

test('the executive’s sheet has everything its printer may see, with both ends of every time and where it is', async () => {
  const sheet = await sheetFor()
  expect(sheet.title).toBe('Tuesday 24 November 2026')
  expect(titles(sheet)).toEqual(['Press call', 'Budget', 'Larkspur clinic'])
  expect(sheet.zones).toEqual(['London'])
  expect(sheet.rows[0]).toMatchObject({ times: ['09:00–10:00'], detail: 'Harbour House' })
  expect(sheet.rows.at(-1)?.wrong.join()).toContain('Budget')
})

test('for the desk nothing private is on it, for others only what is open', async () => {
  const [forDesk, forOthers] = [await sheetFor('desk'), await sheetFor('others')]
  expect(titles(forDesk)).toEqual(['Press call', 'Budget', 'Out of office'])
  expect(titles(forOthers)).toEqual(['Press call', 'Unavailable', 'Out of office'])
  expect(JSON.stringify([forDesk, forOthers])).not.toContain('Larkspur')
  expect(JSON.stringify(forOthers)).not.toContain('Budget')
})

test('whoever sees busy times prints busy times, whoever they say it is for', async () => {
  for (const audience of ['executive', 'desk', 'others'])
    expect(titles(await sheetFor(audience, observer))).toEqual(['Unavailable', 'Unavailable', 'Out of office'])
})

test('the hash at its foot is the journal’s, and stays in the chain', async () => {
  const { record, printed } = await sheetFor()
  expect(printed).toBe('Monday 23 November 2026, 09:00 London')
  await desk.do('desk.change', { home: 'Elm Hall' })
  const proof = await desk.do<{ whole: boolean; words: string }>('journal.verify', { expect: record.hash })
  expect(proof.whole).toBe(true)
  expect(proof.words).toContain(`entry ${record.number}`)
})
