import { createHash } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '../act.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import { beginning, type ChainedEntry, ChainWalk, canonical, contentHash, entryHash, erasing } from './model.ts'
import { groupsOfFour } from './words.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

type Link = { entry: ChainedEntry; stored: string; content: { salt: string; content: string } }
/** `erasures` are the places, from 0, of entries that say what was forgotten. */
const chain = (contents: readonly string[], erasures: readonly number[] = []): Link[] => {
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
      operation: erasures.includes(index) ? erasing : 'event.add',
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

test('what an entry says cannot vanish: somebody must have said that they forgot it', () => {
  const silent = (links: readonly Link[], numbers: readonly number[]) => {
    const steps = new ChainWalk('a desk', hash)
    for (const { entry, stored, content } of links)
      steps.step(entry, stored, numbers.includes(entry.number) ? null : content)
    return steps.end(links.at(-1)?.stored ?? '')
  }
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (numbers) => {
      const said = ['a', 'b', 'c', 'd', 'e', 'f']
      expect(silent(chain(said), numbers)).toMatchObject({ whole: false, fault: 'gone', number: Math.min(...numbers) })
      const erase = canonical({ values: { numbers } })
      expect(silent(chain([...said, erase], [6]), numbers)).toMatchObject({ whole: true })
      expect(silent(chain([...said, erase], [6]), [...numbers, 7])).toMatchObject({ whole: false, fault: 'gone' })
    }),
  )
})

test('a hash kept from any earlier day is found in the chain; one that was taken off its end is not', () => {
  const links = chain(['one', 'two', 'three', 'four'])
  const past = (kept: readonly Link[], sought: string) => {
    const steps = new ChainWalk('a desk', hash, sought)
    for (const { entry, stored, content } of kept) steps.step(entry, stored, content)
    return steps.end(kept.at(-1)?.stored ?? '')
  }
  for (const [index, { stored }] of links.entries()) expect(past(links, stored).met).toBe(index + 1)
  expect(past(links, beginning('a desk', hash)).met).toBe(0)
  expect(past(links.slice(0, 3), links[3]?.stored ?? '')).toMatchObject({ whole: true, met: null })
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
  expect(await desk.do('journal.list', { search: 'a secret place' })).toMatchObject({ entries: [] })
  expect(entries[0]?.words).toMatch(/^Forgot what entry \d+ said$/)
  expect(await desk.do('journal.verify')).toMatchObject({ whole: true })
  expect(await desk.try('journal.undo', { entry: did.entry })).toMatchObject({ refused: { why: 'not-there' } })
  expect(await desk.try('journal.erase', { entry: did.entry, reason: 'Again' })).toMatchObject({
    refused: { why: 'moved-on' },
  })
})

/** In how many rows of the desk's tables a text can be read by whoever has the whole database. */
async function rowsSaying(text: string): Promise<number> {
  const client = new pg.Client(desk.database.connections.migrator)
  await client.connect()
  const tables = ['journal_content', 'journal_entry', 'answered'].map(
    (name) => `select t::text as row from desk.${name} t`,
  )
  const hex = Buffer.from(text).toString('hex')
  const found = await client.query(
    `select count(*)::int as n from (${tables.join(' union all ')}) r where row like $1 or row like $2`,
    [`%${text}%`, `%${hex}%`],
  )
  await client.end()
  return found.rows[0].n
}

test('what was forgotten is nowhere in the record any more, nor where it was undone, nor in a kept answer', async () => {
  const { did } = await desk.do('desk.change', { home: 'A hidden place' }, { key: 'hidden' })
  const undo = await desk.do('journal.undo', { entry: did.entry })
  expect(await rowsSaying('A hidden place')).toBe(2)
  await desk.do('journal.erase', { entry: did.entry, reason: 'It was private' })
  expect(await rowsSaying('A hidden place')).toBe(0)
  expect(await rowsSaying('A secret place')).toBe(0)
  expect(await desk.try('journal.undo', { entry: undo.did.entry })).toMatchObject({ refused: { why: 'not-there' } })
  expect(await desk.try('desk.change', { home: 'A hidden place' }, { key: 'hidden' })).toMatchObject({
    refused: { why: 'moved-on' },
  })
  const { entries } = await desk.do<{ entries: { words: string }[] }>('journal.list', { limit: 1 })
  expect(entries[0]?.words).toMatch(/^Forgot what entries \d+ and \d+ said$/)
  expect(await desk.do('journal.verify')).toMatchObject({ whole: true })
})

test('that something was forgotten cannot itself be forgotten', async () => {
  const { did } = await desk.do('desk.change', { home: 'For a moment' })
  const erased = await desk.do('journal.erase', { entry: did.entry, reason: 'A slip' })
  expect(await desk.try('journal.erase', { entry: erased.did.entry, reason: 'A second slip' })).toMatchObject({
    refused: { why: 'not-yours' },
  })
})

test('a hash kept from an earlier proof is found again later, and words are found for one that is not', async () => {
  const { head } = await desk.do<{ head: string }>('journal.verify')
  expect(await desk.do('journal.verify', { expect: head })).toMatchObject({
    whole: true,
    words: expect.stringContaining('ends with the hash you kept'),
  })
  await desk.do('desk.change', { home: 'Some other place' })
  expect(await desk.do('journal.verify', { expect: ` ${head.toUpperCase()} ` })).toMatchObject({
    whole: true,
    words: expect.stringContaining('and 1 came after it'),
  })
  // As the day sheet prints it, and somebody reads it off the paper.
  expect(await desk.do('journal.verify', { expect: groupsOfFour(head) })).toMatchObject({ whole: true })
  expect(await desk.try('journal.verify', { expect: head.slice(1) })).toMatchObject({
    refused: { why: 'bad-input', path: 'expect' },
  })
  expect(await desk.do('journal.verify', { expect: hash('another record') })).toMatchObject({
    whole: false,
    words: expect.stringContaining('none has the hash you kept'),
  })
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

test('a search comes to the end of the record page by page', async () => {
  const numbers: number[] = []
  for (let before: number | null | undefined; before !== null; ) {
    const input = { search: 'searchable', limit: 2, ...(before !== undefined && { before }) }
    const found = await desk.do<{ entries: { number: number }[]; more: boolean; next: number | null }>(
      'journal.list',
      input,
    )
    expect(found.more).toBe(found.next !== null)
    numbers.push(...found.entries.map(({ number }) => number))
    before = found.next
  }
  expect(numbers).toHaveLength(5)
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
})
