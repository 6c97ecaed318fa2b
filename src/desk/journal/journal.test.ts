import { createHash } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '../act.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import { beginning, type ChainedEntry, ChainWalk, canonical, contentHash, entryHash } from './model.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

type Link = { entry: ChainedEntry; stored: string; content: { salt: string; content: string } }
const chain = (contents: readonly string[]): Link[] => {
  const links: Link[] = []
  for (const [index, content] of contents.entries()) {
    const salt = hash(`salt ${index}`)
    const previous = links.at(-1)?.stored ?? beginning('a desk', hash)
    const entry = {
      desk: 'a desk',
      number: index + 1,
      id: `id ${index}`,
      at: `2026-01-01T00:00:0${index % 10}Z`,
      member: 'm',
      door: 'web',
      operation: 'event.add',
      contentHash: contentHash(salt, content, hash),
      previous,
    }
    links.push({ entry, stored: entryHash(entry, hash), content: { salt, content } })
  }
  return links
}
const walk = (links: readonly Link[], head = links.at(-1)?.stored ?? beginning('a desk', hash)) => {
  const steps = new ChainWalk('a desk', hash)
  for (const link of links) steps.step(link.entry, link.stored, link.content)
  return steps.end(head)
}
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json)

test('canonical JSON says the same value however its keys were ordered', () => {
  const shuffle = (value: Json): Json =>
    Array.isArray(value)
      ? value.map(shuffle)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([k, v]) => [k, shuffle(v as Json)]),
          )
        : value
  fc.assert(
    fc.property(json, (value) => {
      expect(canonical(shuffle(value))).toBe(canonical(value))
      expect(JSON.parse(canonical(value))).toEqual(value)
    }),
  )
})

test('a chain as it was written is whole', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 12 }), (contents) => {
      expect(walk(chain(contents))).toMatchObject({ whole: true, entries: contents.length })
    }),
  )
})

test('whatever is altered, taken out, put in or swapped is found', () => {
  const alterations = [
    (links: Link[], i: number) => links.splice(i, 1),
    (links: Link[], i: number) => links.splice(i, 0, links[i] as Link),
    (links: Link[], i: number) => ([links[i], links[i + 1]] = [links[i + 1] as Link, links[i] as Link]),
    (links: Link[], i: number) =>
      (links[i] = { ...(links[i] as Link), entry: { ...(links[i] as Link).entry, operation: 'event.cancel' } }),
    (links: Link[], i: number) =>
      (links[i] = { ...(links[i] as Link), entry: { ...(links[i] as Link).entry, member: 'somebody else' } }),
    (links: Link[], i: number) =>
      (links[i] = {
        ...(links[i] as Link),
        content: { salt: (links[i] as Link).content.salt, content: 'another story' },
      }),
  ]
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 3, maxLength: 9 }),
      fc.nat(),
      fc.constantFrom(...alterations),
      (contents, at, alter) => {
        const links = chain(contents)
        const head = links.at(-1)?.stored ?? ''
        alter(links, at % (links.length - 1))
        expect(walk(links, head).whole).toBe(false)
      },
    ),
  )
})

test('an entry rewritten with its hash breaks the chain at the next one, the last one at the head', () => {
  const links = chain(['one', 'two', 'three'])
  const forged = { ...(links[2] as Link).entry, operation: 'event.cancel' }
  const head = links[2]?.stored ?? ''
  links[2] = { ...(links[2] as Link), entry: forged, stored: entryHash(forged, hash) }
  expect(walk(links, head)).toMatchObject({ whole: false, fault: 'head' })
})

test('what an entry says can be forgotten: the record stays whole and says who forgot it and why', async () => {
  const { did } = await desk.do('desk.change', { home: 'A secret place' })
  await desk.do('journal.erase', { entry: did.entry, reason: 'It was private' })
  const { entries } = await desk.do<{ entries: { id: string; words: string; undo: { can: boolean } }[] }>(
    'journal.list',
  )
  expect(entries.find((entry) => entry.id === did.entry)).toMatchObject({
    words: 'What this entry said was forgotten.',
    undo: { can: false },
  })
  expect(entries[0]?.words).toMatch(/^Forgot what entry \d+ said$/)
  expect(await desk.do('journal.verify')).toMatchObject({ whole: true })
  expect(await desk.try('journal.undo', { entry: did.entry })).toMatchObject({ refused: { why: 'not-there' } })
  expect(await desk.try('journal.erase', { entry: did.entry, reason: 'Again' })).toMatchObject({
    refused: { why: 'moved-on' },
  })
})

test('a secret that was forgotten is nowhere in the journal any more', async () => {
  const client = new pg.Client(desk.database.connections.migrator)
  await client.connect()
  const found = await client.query(
    `select count(*)::int as n from desk.journal_content where content like '%A secret place%'`,
  )
  await client.end()
  expect(found.rows[0].n).toBe(0)
})

test('the app cannot alter or delete an entry, only forget what it said', async () => {
  for (const sql of [
    `update desk.journal_entry set operation = 'x'`,
    'delete from desk.journal_entry',
    `update desk.journal_content set content = '{}'`,
  ])
    await expect(desk.database.appPool.query(sql)).rejects.toThrow('permission denied')
})

test('an entry altered behind the desk’s back is named', async () => {
  await desk.do('desk.change', { home: 'Seen' })
  const client = new pg.Client(desk.database.connections.migrator)
  await client.connect()
  await client.query(
    `update desk.journal_content set content = replace(content, 'Seen', 'Unseen') where content like '%Seen%'`,
  )
  await client.end()
  const proof = await desk.do<{ whole: boolean; words: string }>('journal.verify')
  expect(proof.whole).toBe(false)
  expect(proof.words).toMatch(/^The record is broken: entry \d+ does not say what it said/)
})

test('the record is read page by page and searched by what it says', async () => {
  for (let i = 0; i < 5; i++) await desk.do('desk.change', { home: `Searchable ${i}` })
  const first = await desk.do<{ entries: { number: number }[]; more: boolean }>('journal.list', { limit: 2 })
  expect(first.more).toBe(true)
  const second = await desk.do<{ entries: { number: number }[] }>('journal.list', {
    limit: 2,
    before: first.entries[1]?.number,
  })
  expect(second.entries[0]?.number).toBe((first.entries[1]?.number ?? 0) - 1)
  const found = await desk.do<{ entries: { words: string }[] }>('journal.list', { search: 'SEARCHABLE 3' })
  expect(found.entries.map((entry) => entry.words)).toEqual(['Changed the desk: the home place is now Searchable 3'])
})
