import * as fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Board, defaultBoards, type Level, type MemberKind, privates } from '../../authority/board/model.ts'
import { operations } from '../../registry.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { PaperView, TravellerView } from './model.ts'

/*
 * Numbers of papers and programmes: in no row of the database but the sealed ones, in no answer but to whoever asks for one and
 * may, in nothing that waits. They are drawn as texts that stand nowhere else.
 */

let desk: TestDesk
let owner: pg.Client
beforeAll(async () => {
  desk = await testDesk()
  owner = new pg.Client(desk.database.connections.migrator)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await desk.stop()
})

const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789']
const numbers = fc
  .array(fc.constantFrom(...letters), { minLength: 8, maxLength: 14 })
  .map((drawn) => `Q7${drawn.join('')}`)

/** Tables in which a text stands, whoever it was written by. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('desk', 'jobs', 'auth') and c.relkind = 'r'`,
  )
  const found: string[] = []
  for (const { schema, name } of rows) {
    const { rows: there } = await owner.query(
      `select 1 from ${schema}."${name}" t where strpos(upper(t::text), upper($1)) > 0
         or strpos(upper(encode(convert_to(t::text, 'UTF8'), 'escape')), upper($1)) > 0
         or strpos(t::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0 limit 1`,
      [text],
    )
    if (there.length > 0) found.push(`${schema}.${name}`)
  }
  return found
}

const noun = fc.constantFrom('paper' as const, 'loyalty' as const)
const draftOf = { paper: { kind: 'passport', country: 'CH' }, loyalty: { provider: 'XQ Heron Club' } }
type Answered = Record<'paper' | 'loyalty', { id: string; number: string }> & { did: { entry: string } }

describe('a number', () => {
  test('given, changed, asked for, taken back and removed is in no table and no answer but the one that was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(noun, numbers, numbers, async (of, first, second) => {
        const answers: unknown[] = []
        const say = async (operation: string, input: object, key: string | null = null) => {
          const answer = await desk.do<Answered>(operation, input, { key })
          answers.push(answer)
          return answer
        }
        const added = await say(`${of}.add`, { ...draftOf[of], number: first }, `key of ${first}`)
        const { id } = added[of]
        expect(await desk.do(`${of}.number`, { id })).toEqual({ number: first })
        const edited = await say(`${of}.edit`, { id, set: { number: second, notes: 'renewed' } }, `key of ${second}`)
        await say(`${of}.edit`, { id, set: { number: second, notes: 'renewed' } }, `key of ${second}`)
        expect(await desk.do(`${of}.number`, { id })).toEqual({ number: second })
        answers.push(await desk.do('traveller.show'), await desk.do('traveller.list'), await desk.do('journal.list'))
        answers.push(await desk.do('journal.show', { entry: edited.did.entry }))
        await desk.around.looks.write(desk.around.db)
        expect([...(await tablesWith(first)), ...(await tablesWith(second))]).toEqual([])
        await say('journal.undo', { entry: edited.did.entry })
        await say(`${of}.remove`, { id })
        expect([...(await tablesWith(first)), ...(await tablesWith(second))]).toEqual([])
        expect((await owner.query('select count(*)::int as n from desk.secret')).rows[0].n).toBe(0)
        const told = JSON.stringify(answers)
        expect([told.includes(first), told.includes(second)]).toEqual([false, false])
      }),
      { numRuns: 6 },
    )
  })

  test('never waits for a yes: without it a paper may be asked for, with it nothing is kept', async () => {
    const quill = await desk.sit('agent', 'Quill', {
      areas: { ...defaultBoards.assistant.areas, travel: 'propose' },
      private: 'all',
    })
    await fc.assert(
      fc.asyncProperty(noun, numbers, async (of, number) => {
        const call = { member: quill, key: `key of ${number}` }
        const asked = await desk.try(`${of}.add`, { ...draftOf[of], number }, call)
        expect(asked).toMatchObject({ refused: { why: 'not-yours', path: 'number' } })
        expect(JSON.stringify(asked)).not.toContain(number)
        expect(await tablesWith(number)).toEqual([])
      }),
      { numRuns: 6 },
    )
    expect(await desk.try('paper.add', draftOf.paper, { member: quill })).toMatchObject({ proposed: {} })
  })

  test('is no part of what a decision would do, nor of a way out', async () => {
    const does = { operation: 'paper.add', input: { ...draftOf.paper, number: 'Q7SECRET99' } }
    const decision = { question: 'A new passport?', options: [{ words: 'Yes', does }, { words: 'No' }] }
    const asked = await desk.try('decision.ask', { ...decision, neededBy: { on: '2026-11-24', time: '12:00' } })
    expect(asked).toMatchObject({ refused: {} })
    expect(await tablesWith('Q7SECRET99')).toEqual([])
  })

  test('is what every operation says that takes one in', () => {
    const taking = [...operations.values()].filter(({ name }) => /^(paper|loyalty)\.(add|edit)$/.test(name))
    expect(taking.map(({ sealed }) => sealed)).toEqual(taking.map(() => ['number']))
  })
})

describe('what is told of papers', () => {
  const kinds = fc.constantFrom<MemberKind>('assistant', 'cover', 'agent', 'observer')
  const levels = fc.constantFrom<Level>('none', 'busy', 'see', 'act')
  const boards = fc
    .record({ calendar: levels, travel: levels, seen: fc.constantFrom(...privates) })
    .map(({ calendar, travel, seen }): Partial<Board> => {
      const { areas } = defaultBoards.assistant
      return { areas: { ...areas, calendar, travel }, private: seen }
    })

  test('is their words to whoever sees what is private, or is named; to the others that there are some', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, boards, fc.boolean(), async (kind, given, isNamed) => {
        const member = await desk.sit(kind, 'Reader', given)
        const readers = isNamed ? [member] : []
        const draft = {
          ...draftOf.paper,
          notes: 'In the blue folder',
          number: 'Q7READ1234',
          until: '2027-01-01',
          readers,
        }
        const { paper } = await desk.do<{ paper: PaperView }>('paper.add', draft)
        const shown = await desk.try('traveller.show', {}, { member })
        const number = await desk.try('paper.number', { id: paper.id }, { member })
        const { calendar, travel } = given.areas ?? defaultBoards.assistant.areas
        const reads = travel === 'see' || travel === 'act'
        const sees =
          (calendar === 'see' || calendar === 'act') &&
          (given.private === 'all' || (given.private === 'named' && isNamed))
        expect('refused' in shown).toBe(!reads)
        expect('refused' in number).toBe(!(reads && sees))
        if (reads) {
          const { traveller } = shown as { traveller: TravellerView }
          expect(traveller.papers.map(({ id }) => id)).toEqual(sees ? [paper.id] : [])
          expect(traveller.hidden?.words ?? null).toBe(
            sees ? null : 'Something private: One paper is on file; it expires within nine months',
          )
          expect(JSON.stringify(shown).includes('blue folder')).toBe(sees)
        }
        await desk.do('paper.remove', { id: paper.id })
      }),
      { numRuns: 30 },
    )
  })
})
