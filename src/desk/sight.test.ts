import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from './registry.ts'
import { reads, silent, strays } from './testing/sight/asked.ts'
import { known, leaks, privateThings, type Things, timed } from './testing/sight/made.ts'
import { others, seated, type Who } from './testing/sight/members.ts'
import { type TestDesk, testDesk } from './testing.ts'

/*
 * Private things, and every way of reading: through each operation that reads. `testing/sight` makes them and says what is
 * asked; a new noun adds its own there. Past the operations, in SQL: `second-lock.test.ts`.
 */

let desk: TestDesk
let members: Record<Who, string>
let it: Things

beforeAll(async () => {
  desk = await testDesk()
  members = await seated(desk)
  it = await privateThings(desk, members)
})
afterAll(() => desk.stop())

const list = { from: '2026-11-23', to: '2026-11-27' }

describe('through the operations', () => {
  test.each(others)('no word of it reaches %s', async (who) => {
    for (const [name, input] of Object.entries(reads(it))) {
      const answer = await desk.try(name, input, { member: members[who] })
      expect.soft(leaks(answer), `${name}: ${JSON.stringify(answer).slice(0, 2000)}`).toEqual([])
    }
  })

  test.each(others)('nor is its history found by its id by %s', async (who) => {
    const call = { member: members[who] }
    const mine = await desk.do<{ entries: { id: string }[] }>('journal.list', { item: it.eventId })
    expect(mine.entries.length).toBeGreaterThan(1)
    const found = await desk.try('journal.list', { item: it.eventId }, call)
    expect('refused' in found || (found as { entries: unknown[] }).entries.length === 0).toBe(true)
    for (const { id } of mine.entries) {
      const shown = await desk.try('journal.show', { entry: id }, call)
      expect('refused' in shown || JSON.stringify(shown).includes('"changes":[],"items":[]')).toBe(true)
      expect(leaks(shown)).toEqual([])
    }
  })

  test('nor out of a change that stumbles over it', async () => {
    const member = members.desk
    for (const [name, input] of strays(it))
      expect.soft(leaks(await desk.try(name, input, { member })), name).toEqual([])
    expect(await desk.try('event.edit', { eventId: it.eventId, set: { title: 'Mine now' } }, { member })).toMatchObject(
      {
        refused: { why: 'not-yours' },
      },
    )
  })

  test('whoever it names, and whoever sees all, reads it whole', async () => {
    for (const who of ['named', 'all'] as const) {
      const { event } = await desk.do<{ event: { title: string; notes: string; hidden: boolean } }>(
        'event.show',
        { eventId: it.eventId },
        { member: members[who] },
      )
      expect(event).toMatchObject({
        title: 'Larkspur clinic',
        notes: 'bring the scans, file larkspur-7',
        hidden: false,
      })
    }
  })

  test('whoever looked is noted once an hour, and told to who sees everything', async () => {
    await desk.around.looks.write(desk.around.db)
    const { looked } = await desk.do<{ looked: { name: string; hour: string }[] }>('looked.list', { item: it.eventId })
    expect(looked.map(({ name }) => name).sort()).toEqual(['Ines', 'Ravi'])
    await desk.do('event.show', { eventId: it.eventId }, { member: members.named })
    await desk.around.looks.write(desk.around.db)
    expect((await desk.do<{ looked: object[] }>('looked.list', { item: it.eventId })).looked).toHaveLength(2)
  })

  test('the others are told the public reason, and that the time is taken', async () => {
    type Shown = { events: { eventId: string; title: string; start: string; busy: boolean; hidden: boolean }[] }
    const whole = await desk.do<Shown>('event.list', list)
    for (const who of ['unnamed', 'desk', 'busy', 'agent'] as const) {
      const { events } = await desk.do<Shown>('event.list', list, { member: members[who] })
      expect(events.map(({ start, busy }) => [start, busy])).toEqual(
        whole.events.map(({ start, busy }) => [start, busy]),
      )
      expect(events.find((one) => one.eventId === it.eventId)).toMatchObject({ title: 'Out of office', hidden: true })
      if (who === 'busy') expect(JSON.stringify(events)).not.toContain(known)
    }
  })

  test('verdicts are the same for all: only the words are not', async () => {
    type Found = { findings: { fingerprint: string; weight: string; start: string; words: string }[] }
    const of = async (who: Who) => (await desk.do<Found>('finding.list', list, { member: members[who] })).findings
    const [all, few] = [await of('all'), await of('desk')]
    const bare = (one: Found['findings'][number]) => [one.fingerprint, one.weight, one.start]
    expect(few.map(bare).sort()).toEqual(all.map(bare).sort())
    expect(few.some(({ words }) => words === 'Something private at this time')).toBe(true)
  })

  test('what becomes private takes what the record says of it with it', async () => {
    const { event } = await desk.do<{ event: { eventId: string } }>('event.add', {
      title: 'Juniper tasting',
      calendarId: it.work,
      when: timed('2026-11-26', '18:00', '19:00'),
    })
    const record = async () => JSON.stringify(await desk.do('journal.list', {}, { member: members.desk }))
    expect(await record()).toContain('Juniper tasting')
    await desk.do('event.edit', { eventId: event.eventId, set: { label: 'private' } })
    expect(await record()).not.toContain('Juniper tasting')
  })

  test('a calendar that becomes private hides what names no label of its own, and shows it again', async () => {
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Choir' })
    const { event } = await desk.do<{ event: { eventId: string } }>('event.add', {
      title: 'Evensong at Ely',
      calendarId: calendar.id,
      when: timed('2026-11-26', '19:00', '20:00'),
    })
    const seen = async () =>
      JSON.stringify(await desk.do('event.show', { eventId: event.eventId }, { member: members.desk }))
    expect(await seen()).toContain('Evensong')
    const { did } = await desk.do('calendar.change', { id: calendar.id, label: 'private' })
    expect(await seen()).not.toContain('Evensong')
    await desk.do('journal.undo', { entry: did.entry })
    expect(await seen()).toContain('Evensong')
  })
})

test('every operation that reads is among those asked here, or says nothing of what is on the calendars', () => {
  const all = [...operations.values()].filter(({ effect }) => effect === 'read').map(({ name }) => name)
  expect(all.filter((name) => !silent.includes(name)).sort()).toEqual(Object.keys(reads(it)).sort())
})
