import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '../act.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import { differences } from './words.ts'

type Entry = { id: string; number: number; at: string; operation: string; words: string; by: { name: string } }
let desk: TestDesk
let dana: string
let review: string
const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})

beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const add = (title: string, call = {}) =>
    desk.do<{ event: { eventId: string } }>(
      'event.add',
      { title, calendarId: calendar.id, when: timed('2026-11-26', '10:00', '11:00') },
      call,
    )
  review = (await add('Review')).event.eventId
  await add('Legal', { member: dana })
  desk.at = Temporal.Instant.from('2026-11-25T00:15:00Z')
  await desk.do('event.edit', { eventId: review, set: { place: 'Larch Row' } })
  await desk.do('event.move', { eventId: review, when: timed('2026-11-26', '15:00', '16:00') })
})
afterAll(() => desk.stop())

const list = async (input: object) => (await desk.do<{ entries: Entry[] }>('journal.list', input)).entries
const operations = async (input: object) => (await list(input)).map(({ operation }) => operation)

describe('the journal is read', () => {
  test('by who did it', async () => {
    expect((await list({ member: dana })).map(({ words }) => words)).toEqual([expect.stringContaining('Legal')])
  })

  test('by what it is about: an area, and one thing', async () => {
    expect(await operations({ area: 'desk' })).toEqual(['desk.found'])
    expect(new Set(await operations({ area: 'calendar' }))).toEqual(
      new Set(['calendar.add', 'event.add', 'event.edit', 'event.move']),
    )
    expect(await operations({ area: 'mail' })).toEqual([])
    expect(await operations({ item: review })).toEqual(['event.move', 'event.edit', 'event.add'])
    expect(await operations({ item: 'nothing like that' })).toEqual([])
  })

  test('by days of the desk, the first and the last whole', async () => {
    expect(await operations({ from: '2026-11-25' })).toEqual(['event.move', 'event.edit'])
    expect(await operations({ to: '2026-11-24', item: review })).toEqual(['event.add'])
    expect(await operations({ from: '2026-11-24', to: '2026-11-24' })).toEqual([])
    expect(await desk.try('journal.list', { from: '2026-11-26', to: '2026-11-25' })).toMatchObject({
      refused: { why: 'bad-input', path: 'to' },
    })
  })

  test('by everything at once, a page at a time', async () => {
    const wanted = { area: 'calendar', member: desk.seat.member, search: 'review', limit: 2 }
    const first = await desk.do<{ entries: Entry[]; next: number }>('journal.list', wanted)
    const second = await list({ ...wanted, before: first.next })
    expect([...first.entries, ...second].map(({ operation }) => operation)).toEqual([
      'event.move',
      'event.edit',
      'event.add',
    ])
  })
})

describe('one entry', () => {
  test('says what was before and after, and what it was about', async () => {
    const [, edited] = await list({ item: review })
    const shown = await desk.do<{ changes: object[]; items: string[] }>('journal.show', { entry: edited?.id })
    expect(shown.changes).toEqual([{ what: 'place', before: null, after: 'Larch Row' }])
    expect(shown.items).toContain(review)
  })

  test('says times with their weekday, as people write them', async () => {
    const [moved] = await list({ item: review })
    const shown = await desk.do<{ changes: { what: string; before: string; after: string }[] }>('journal.show', {
      entry: moved?.id,
    })
    expect(shown.changes.length).toBeGreaterThan(0)
    for (const { before, after } of shown.changes)
      for (const said of [before, after])
        expect(said).toMatch(/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2,3} 2026, \d\d:\d\d$/)
  })

  test('that is not there, or was forgotten, says nothing', async () => {
    const missing = { entry: '01a00000-0000-7000-8000-000000000000' }
    expect(await desk.try('journal.show', missing)).toMatchObject({ refused: { why: 'not-there' } })
    const added = (await list({ item: review })).at(-1)
    await desk.do('journal.erase', { entry: added?.id, reason: 'A test' })
    expect(await desk.do('journal.show', { entry: added?.id })).toMatchObject({ changes: [], items: [] })
  })
})

test('two states of a thing differ exactly where they do', () => {
  const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json)
  fc.assert(
    fc.property(json, (value) => {
      expect(differences(value, value)).toEqual([])
    }),
  )
  expect(
    differences({ a: 1, when: { start: 'x' } }, { a: 1, when: { start: 'y' }, tags: ['p', 'q'], on: false }),
  ).toEqual([
    { what: 'starts', before: 'x', after: 'y' },
    { what: 'tags', before: null, after: 'p, q' },
    { what: 'on', before: null, after: 'no' },
  ])
  const when = (start: string, end: string) => ({ when: { end, start } })
  expect(differences(when('p', 'q'), when('x', 'y'))).toEqual([
    { what: 'starts', before: 'p', after: 'x' },
    { what: 'ends', before: 'q', after: 'y' },
  ])
})
