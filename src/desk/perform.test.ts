import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { foundDesk } from './authority/actions.ts'
import { perform, settle } from './perform.ts'
import { operations } from './registry.ts'
import { idMaker } from './surroundings.ts'
import { type TestDesk, testDesk } from './testing.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

const me = async () =>
  (await desk.do<{ desk: { home: string | null; zone: string }; singleKeys: boolean }>('desk.me')).desk

test('a change answers with its entry, is in the journal, and browsers hear of it', async () => {
  const heard = desk.news.length
  const { did } = await desk.do('desk.change', { home: 'Larch Row' })
  const { entries } = await desk.do<{ entries: { id: string; words: string; undo: { can: boolean } }[] }>(
    'journal.list',
  )
  expect(entries[0]).toMatchObject({
    id: did.entry,
    words: 'Changed the desk: the home place is now Larch Row',
    undo: { can: true },
  })
  expect(desk.news.slice(heard)).toEqual([
    { desk: desk.seat.desk, number: expect.any(Number), operation: 'desk.change' },
  ])
})

test('a read leaves no trace', async () => {
  const before = await desk.do<{ entries: number }>('journal.verify')
  await desk.do('desk.me')
  expect(await desk.do('journal.verify')).toMatchObject({ entries: before.entries, whole: true })
})

test('the same key with the same input is answered again and done once', async () => {
  const first = await desk.do('desk.change', { home: 'Kiln Yard' }, { key: 'a key' })
  await desk.do('desk.change', { home: 'Elsewhere' })
  expect(await desk.do('desk.change', { home: 'Kiln Yard' }, { key: 'a key' })).toEqual(first)
  expect((await me()).home).toBe('Elsewhere')
})

test('the same key with another input is refused as key-reused', async () => {
  await desk.do('desk.change', { home: 'A' }, { key: 'one use' })
  expect(await desk.try('desk.change', { home: 'B' }, { key: 'one use' })).toMatchObject({
    refused: { why: 'key-reused' },
  })
})

test('a kept answer can be read only with its key', async () => {
  await desk.do('desk.change', { home: 'Behind the mill' }, { key: 'a long and secret key' })
  const client = new pg.Client(desk.database.connections.migrator)
  await client.connect()
  const { rows } = await client.query('select sealed, key_hash from desk.answered order by at')
  await client.end()
  const sealed: Buffer = rows.at(-1).sealed
  expect(sealed.includes('Behind the mill')).toBe(false)
  expect(() => desk.around.unseal('another key', sealed)).toThrow()
})

test('a file sent again under its key must be the same file', async () => {
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Files' })
  const ics = (uid: string) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'DTSTAMP:20260101T000000Z',
      'DTSTART:20260102T090000Z',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
  const send = (uid: string) =>
    desk.try('calendar.import', { calendarId: calendar.id, file: new File([ics(uid)], 'a.ics') }, { key: 'file' })
  const first = await send('one@okafor.example')
  expect(first).toMatchObject({ added: 1 })
  expect(await send('one@okafor.example')).toEqual(first)
  expect(await send('two@okafor.example')).toMatchObject({ refused: { why: 'key-reused' } })
})

test('two calls at once with one key make one entry and the same answer', async () => {
  const calls = Array.from({ length: 8 }, () => desk.do('desk.change', { home: 'At once' }, { key: 'race' }))
  const answers = await Promise.all(calls)
  expect(new Set(answers.map((answer) => answer.did.entry)).size).toBe(1)
})

test('many changes at once each get the next number and the chain stays whole', async () => {
  const before = await desk.do<{ entries: number }>('journal.verify')
  await Promise.all(Array.from({ length: 20 }, (_, i) => desk.do('desk.change', { home: `Place ${i}` })))
  expect(await desk.do('journal.verify')).toMatchObject({ whole: true, entries: before.entries + 20 })
})

test('however many changes wait, who only reads does not', async () => {
  const long = new pg.Client(desk.database.connections.migrator)
  await long.connect()
  await long.query('begin')
  await long.query('select 1 from desk.desk where desk_id = $1 for update', [desk.seat.desk])
  const waiting = Array.from({ length: 40 }, (_, i) => desk.do('desk.change', { home: `Waiting ${i}` }))
  expect((await me()).home).not.toMatch(/^Waiting/)
  await long.query('rollback')
  await long.end()
  await Promise.all(waiting)
  expect((await me()).home).toBe('Waiting 39')
})

test('input of the wrong shape is refused with its path, and nothing changes', async () => {
  const before = await me()
  expect(await desk.try('desk.change', { home: 7 })).toMatchObject({ refused: { why: 'bad-input', path: 'home' } })
  expect(await desk.try('desk.change', { zone: 'Europe/Atlantis' })).toMatchObject({
    refused: { why: 'bad-input', path: 'zone' },
  })
  expect(await me()).toEqual(before)
})

test('what is not an operation is refused as not there', async () => {
  for (const name of ['desk.burn', '', 'desk', 'constructor.name', '__proto__.x'])
    expect(await desk.try(name)).toMatchObject({ refused: { why: 'not-there' } })
})

test('a member of another desk may not know that this one exists', async () => {
  const stranger = { login: 'login-tomas', email: 'tomas@elsewhere.example', name: 'Tomás', kind: 'executive' as const }
  const theirs = await foundDesk(desk.around, stranger, 'Tomás', 'Europe/Lisbon', desk.at)
  const call = { desk: desk.seat.desk, member: theirs.member, door: 'web' as const, key: null, at: desk.at }
  expect(await perform(desk.around, 'desk.me', {}, call)).toMatchObject({ refused: { why: 'not-there' } })
  const forged = { ...call, desk: "'; drop table desk.desk; --" }
  expect(await perform(desk.around, 'desk.me', {}, forged)).toMatchObject({ refused: { why: 'not-there' } })
})

test('every operation declares area, effect and a sentence, and its name is its address', () => {
  expect(operations.size).toBeGreaterThan(20)
  for (const [name, operation] of operations) {
    expect(operation.name).toBe(name)
    expect(operation.says).toMatch(/^[A-Z].*[^.]$/)
  }
})

test('an undo takes a change back once, and can itself be undone', async () => {
  await desk.do('desk.change', { home: 'Before' })
  const change = await desk.do('desk.change', { home: 'After' })
  const undo = await desk.do('journal.undo', { entry: change.did.entry })
  expect((await me()).home).toBe('Before')
  expect(await desk.try('journal.undo', { entry: change.did.entry })).toMatchObject({ refused: { why: 'moved-on' } })
  await desk.do('journal.undo', { entry: undo.did.entry })
  expect((await me()).home).toBe('After')
})

test('an undo is refused where somebody has changed the same thing since', async () => {
  const first = await desk.do('desk.change', { home: 'First thought' })
  const second = await desk.do('desk.change', { home: 'Second thought' })
  expect(await desk.try('journal.undo', { entry: first.did.entry })).toMatchObject({
    refused: { why: 'moved-on', words: 'Meanwhile the home place is Second thought.' },
  })
  await desk.do('journal.undo', { entry: second.did.entry })
  await desk.do('journal.undo', { entry: first.did.entry })
  expect((await me()).home).toBe('After')
})

test('what is changed to what it was is nothing to undo', async () => {
  await desk.do('desk.change', { home: 'Still here' })
  expect((await desk.do('desk.change', { home: 'Still here' })).did.undo).toBe(false)
  expect(await desk.try('desk.change', {})).toMatchObject({ refused: { why: 'bad-input' } })
})

test('time at a desk never runs backwards, whatever the clock does', async () => {
  const first = await desk.do('desk.change', { home: 'Noon' }, { at: desk.at.add({ hours: 3 }) })
  const second = await desk.do('desk.change', { home: 'Said to be morning' }, { at: desk.at })
  const { entries } = await desk.do<{ entries: { id: string; at: string }[] }>('journal.list', { limit: 2 })
  expect(entries.map(({ id }) => id)).toEqual([second.did.entry, first.did.entry])
  expect(entries[0]?.at).toBe(entries[1]?.at)
  expect(second.did.entry > first.did.entry).toBe(true)
  const versions = await desk.database.app.transaction().execute(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.member)
    return db.selectFrom('desk.desk_version').selectAll().orderBy('version').execute()
  })
  for (const [index, { known_from, known_to }] of versions.entries()) {
    expect(known_to?.toString()).toBe(versions[index + 1]?.known_from.toString())
    if (known_to) expect(Temporal.Instant.compare(known_from, known_to)).toBeLessThanOrEqual(0)
  }
})

test('ids are UUIDs of version 7 in the order they were made, however many in a millisecond', () => {
  const made = idMaker(randomBytes)
  const ids = Array.from({ length: 10_000 }, (_, i) => made(desk.at.add({ milliseconds: Math.floor(i / 6000) })))
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(z.uuid({ version: 'v7' }).safeParse(id).success).toBe(true)
  expect(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(desk.at.epochMilliseconds)
})
