import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultBoards } from '../../authority/board/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import { isEmpty } from './model.ts'

let desk: TestDesk
let client: pg.PoolClient
let dana: string
const others: Record<string, string> = {}

const words = ['Larkspur went like a clock', 'try two lines sooner', 'thank you for Tuesday night']
const [well, toTry, thanks] = words

beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
  const all = { areas: defaultBoards.executive.areas, private: 'all' as const, send: 'anyone' as const }
  others.assistant = await desk.sit('assistant', 'Ravi', all)
  others.observer = await desk.sit('observer', 'Marta', all)
  others.cover = await desk.sit('cover', 'Jonah', all)
  others.agent = await desk.sit('agent', 'Quill', all)
  client = await desk.database.appPool.connect()
})
afterAll(async () => {
  client.release()
  await desk.stop()
})

type Shown = {
  feedback: { id: string; mine: boolean; well: string; aboutWords: string }[]
  wanted: { words: string }[]
}
const list = (member: string) => desk.do<Shown>('feedback.list', {}, { member })
const give = (input: object, member = desk.seat.member) =>
  desk.do<{ feedback: { id: string } }>('feedback.give', input, { member })
const rows = async (member: string): Promise<unknown[]> => {
  await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'; set local equerry.member = '${member}'`)
  try {
    return (await client.query('select * from desk.feedback')).rows
  } finally {
    await client.query('rollback')
  }
}

describe('feedback', () => {
  test('is read by whoever gave it and whoever it is for', async () => {
    await give({ to: dana, well, toTry, thanks })
    await give({ to: desk.seat.member, well, toTry: '', thanks }, dana)
    for (const member of [dana, desk.seat.member]) {
      const { feedback } = await list(member)
      expect(feedback.map(({ mine }) => mine).sort()).toEqual([false, true])
      expect(await rows(member)).toHaveLength(2)
    }
  })

  test.each(['assistant', 'observer', 'cover', 'agent'])(
    'no word of it reaches another: %s who may do and see everything, through an operation or in SQL',
    async (kind) => {
      const member = others[kind] ?? ''
      expect(await rows(member)).toEqual([])
      expect((await list(member)).feedback).toEqual([])
      const record = JSON.stringify(await desk.do('journal.list', {}, { member }))
      for (const word of words) expect(record).not.toContain(word)
      await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'; set local equerry.member = '${member}'`)
      const insert = `insert into desk.feedback (desk_id, id, from_id, to_id, about, item, well, to_try, thanks, given_at, label, readers)
        values ($1, $2, $3, $4, 'nothing', null, 'x', '', '', $5, 'private', array[$3::uuid, $4::uuid])`
      const values = [desk.seat.desk, desk.around.newId(desk.at), dana, desk.seat.member, desk.at.toString()]
      await expect(client.query(insert, values)).rejects.toThrow(/row-level security/)
      await client.query('rollback')
    },
  )

  test('nobody changes a word of it or throws it away, nor takes back what is not theirs to see, in SQL either', async () => {
    const as = async (member: string, query: string) => {
      await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'; set local equerry.member = '${member}'`)
      try {
        return (await client.query(query)).rowCount
      } finally {
        await client.query('rollback')
      }
    }
    for (const member of [dana, desk.seat.member, others.assistant ?? '']) {
      await expect(as(member, `update desk.feedback set well = 'x'`)).rejects.toThrow(/permission denied/)
      await expect(as(member, `update desk.feedback set readers = readers || '${others.agent}'::uuid`)).rejects.toThrow(
        /permission denied/,
      )
      await expect(as(member, 'delete from desk.feedback')).rejects.toThrow(/permission denied/)
    }
    expect(await as(others.assistant ?? '', `update desk.feedback set withdrawn_at = '2026-11-23'`)).toBe(0)
    expect(await as(others.assistant ?? '', 'select count(*) from desk.feedback having count(*) > 0')).toBe(0)
  })

  test('nobody without a desk or a member reads any', async () => {
    await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'`)
    expect((await client.query('select * from desk.feedback')).rows).toEqual([])
    await client.query('rollback')
    expect((await client.query('select * from desk.feedback')).rows).toEqual([])
  })

  test('is given by partners to partners, and says something', async () => {
    for (const kind of ['observer', 'cover', 'agent'])
      expect(await desk.try('feedback.give', { to: dana, well }, { member: others[kind] ?? '' })).toMatchObject({
        refused: { why: 'not-yours' },
      })
    expect(await desk.try('feedback.give', { to: others.assistant, well })).toMatchObject({
      refused: { why: 'not-there', path: 'to' },
    })
    expect(await desk.try('feedback.give', { to: dana, well: '  ' })).toMatchObject({
      refused: { why: 'bad-input', path: 'well' },
    })
  })

  test('is taken back by whoever gave it alone; to another it is not there', async () => {
    const { feedback, did } = await give({ to: dana, well: 'Once more' })
    const undo = { entry: did.entry }
    expect(await desk.try('feedback.withdraw', { id: feedback.id }, { member: dana })).toMatchObject({
      refused: { why: 'not-there' },
    })
    expect(await desk.try('journal.undo', undo, { member: others.assistant ?? '' })).toHaveProperty('refused')
    expect((await list(dana)).feedback.map(({ id }) => id)).toContain(feedback.id)
    await desk.do('journal.undo', undo)
    expect((await list(dana)).feedback.map(({ id }) => id)).not.toContain(feedback.id)
  })

  test('is asked for, both ways, after a slip and after a project closed, until it was given', async () => {
    const { mistake } = await desk.do<{ mistake: { id: string } }>('mistake.own', {
      title: 'The car that was not moved',
    })
    const { work } = await desk.do<{ work: { id: string } }>('work.add', { title: 'Send it', project: 'Annual report' })
    const wanted = async (member: string) => (await list(member)).wanted.map((one) => one.words)
    expect(await wanted(dana)).toEqual(['the mistake “The car that was not moved”'])
    await desk.do('work.close', { id: work.id })
    for (const member of [dana, desk.seat.member])
      expect(await wanted(member)).toEqual(['the mistake “The car that was not moved”', 'the project “Annual report”'])
    await give({ to: desk.seat.member, about: { kind: 'mistake', item: mistake.id }, thanks }, dana)
    expect(await wanted(dana)).toEqual(['the project “Annual report”'])
    expect(await wanted(desk.seat.member)).toContain('the mistake “The car that was not moved”')
    const [newest] = (await list(desk.seat.member)).feedback
    expect(newest?.aboutWords).toBe('the mistake “The car that was not moved”')
    expect((await list(others.assistant ?? '')).wanted).toEqual([])
  })

  test('a partner who leaves reads it no longer; the other keeps it', async () => {
    const noor = await desk.sit('assistant', 'Noor')
    await give({ to: noor, thanks }, dana)
    expect(await rows(noor)).toHaveLength(1)
    const before = (await list(dana)).feedback.length
    await desk.do('member.remove', { member: noor, reason: 'Left the firm' }, { member: dana })
    expect(await rows(noor)).toEqual([])
    expect(await desk.try('feedback.list', {}, { member: noor })).toMatchObject({ refused: { why: 'not-there' } })
    expect((await list(dana)).feedback).toHaveLength(before)
  })
})

test('a form is empty only where all three say nothing', () => {
  const part = fc.constantFrom('', 'something')
  fc.assert(
    fc.property(part, part, part, (a, b, c) => {
      expect(isEmpty({ well: a, toTry: b, thanks: c })).toBe(`${a}${b}${c}` === '')
    }),
  )
})
