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

test('a line that names something private is kept back, until whoever may see it lets exactly that sheet go', async () => {
  const ravi = await desk.sit('cover', 'Ravi', {
    areas: defaultBoards.assistant.areas,
    private: 'none',
    send: 'anyone',
  })
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Other' })
  const add = (title: string, from: string, to: string) =>
    desk.do('event.add', { title, calendarId: calendar.id, label: 'open', when: timed(from, to) })
  await add('Car to the Larkspur clinic', '12:30', '12:45')
  const kept = await sheetFor('others')
  expect(titles(kept)).not.toContain('Car to the Larkspur clinic')
  expect(kept.back).toMatchObject({ leaves: false, mayRelease: true, stops: [{ words: 'Larkspur clinic' }] })
  const [stop] = kept.back?.stops ?? []
  expect(kept.back?.text.slice(stop?.from, stop?.to)).toBe('Larkspur clinic')
  const release = (hash: string | undefined, audience: string, call = {}) =>
    desk.try('sheet.release', { on: '2026-11-24', for: audience, hash, reason: 'The driver knows' }, call)
  const theirs = (await sheetFor('others', ravi)).back
  expect(theirs).toMatchObject({ mayRelease: false, askThem: ['Dana Okafor', 'Ines'] })
  expect(theirs?.stops.flatMap(({ about }) => about)).toEqual([])
  expect(await release(theirs?.hash, 'others', { member: ravi })).toMatchObject({ refused: { why: 'not-yours' } })
  expect(await release(kept.back?.hash, 'desk')).toMatchObject({ refused: { why: 'moved-on' } })
  expect(await release(kept.back?.hash, 'others')).toHaveProperty('did')
  const gone = await sheetFor('others')
  expect(titles(gone)).toContain('Car to the Larkspur clinic')
  expect(gone.back).toBeNull()
  expect((await sheetFor('desk')).back).not.toBeNull()
  await add('Press lunch', '13:00', '14:00')
  expect(titles(await sheetFor('others'))).not.toContain('Car to the Larkspur clinic')
  const { entries } = await desk.do<{ entries: { words: string }[] }>('journal.list', {})
  expect(entries.map(({ words }) => words)).toContain(
    'Let the day sheet of Tuesday 24 November 2026 for anybody else go with “Larkspur clinic” in it: The driver knows',
  )
  expect(JSON.stringify(await desk.do('journal.list', {}, { member: ravi }))).not.toContain('The driver knows')
})
