import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reads } from './testing/sight/asked.ts'
import { leaks, privateThings, type Things } from './testing/sight/made.ts'
import { others, seated, type Who } from './testing/sight/members.ts'
import { type TestDesk, testDesk } from './testing.ts'

/* The private things of `sight.test.ts`: whoever is told a word of one is noted at it, whatever they asked. */

let desk: TestDesk
let members: Record<Who, string>
let it: Things
let migrator: pg.Client

beforeAll(async () => {
  desk = await testDesk()
  members = await seated(desk)
  it = await privateThings(desk, members)
  migrator = new pg.Client(desk.database.connections.migrator)
  await migrator.connect()
})
afterAll(async () => {
  await migrator.end()
  await desk.stop()
})

/** What is noted by what is done, and by nothing before it. */
async function notedBy(work: () => Promise<unknown>): Promise<{ member: string; item: string }[]> {
  await desk.around.looks.write(desk.around.db)
  await migrator.query('delete from desk.looked')
  await work()
  await desk.around.looks.write(desk.around.db)
  return (await migrator.query('select member_id as member, item_id as item from desk.looked')).rows
}

test.each(['all', 'named'] as const)('whatever tells %s a private word is noted', async (who) => {
  const member = members[who]
  const told: string[] = []
  for (const [name, input] of Object.entries(reads(it))) {
    let answer: unknown
    const noted = await notedBy(async () => {
      answer = await desk.try(name, input, { member })
    })
    if (leaks(answer).length === 0) continue
    told.push(name)
    expect
      .soft(
        noted.map((one) => one.member),
        `${name}: ${leaks(answer)}`,
      )
      .toContain(member)
  }
  expect(told.length).toBeGreaterThan(who === 'all' ? 20 : 3)
})

test('what is told is noted by its own id: an event, work, a promise, a decision, a mistake, notes, an offer, a priority, somebody', async () => {
  for (const [name, input, item] of [
    ['event.show', { eventId: it.eventId }, it.eventId],
    ['work.show', { id: it.workId }, it.workId],
    ['commitment.show', { id: it.promiseId }, it.promiseId],
    ['decision.show', { id: it.decisionId }, it.decisionId],
    ['mistake.show', { id: it.mistakeId }, it.mistakeId],
    ['note.show', { id: it.noteId }, it.noteId],
    ['hold.show', { groupId: it.groupId }, it.groupId],
    ['priority.list', { on: '2026-11-24' }, it.priorityId],
    ['priority.trend', { horizon: 'quarter', on: '2026-11-24' }, it.priorityId],
    ['priority.counted', { horizon: 'quarter', on: '2026-11-24', id: it.priorityId }, it.priorityId],
    ['priority.choices', { what: 'event', id: it.eventId }, it.eventId],
    ['priority.preview', { rules: [{ words: ['clinic', 'scans'] }] }, it.eventId],
    ['person.list', { text: '' }, it.personId],
    ['person.show', { id: it.personId }, it.personId],
    ['person.through', { name: 'Dr Venn', address: 'venn@larkspur.example' }, it.personId],
    ['contact.understand', { text: 'Dr Venn helped us' }, it.personId],
    ['oneToOne.show', {}, it.mistakeId],
    ['oneToOne.show', {}, it.promiseId],
    ['feedback.list', {}, it.mistakeId],
  ] as const)
    expect.soft(await notedBy(() => desk.do(name, input)), name).toContainEqual({ member: desk.seat.member, item })
})

test('what times would cost, told in its words, is noted at it; told to whoever may not have them, nowhere', async () => {
  const buffer = { kind: 'buffer', params: { beforeMinutes: 30, afterMinutes: 30 }, weight: 'avoid' }
  const { rule } = await desk.do<{ rule: { id: string } }>('rule.add', buffer)
  const sought = async (member: string) => {
    let answer: unknown
    const noted = await notedBy(async () => {
      answer = await desk.do('offer.find', { from: '2026-11-24', to: '2026-11-24', minutes: 30, limit: 60 }, { member })
    })
    return { told: leaks(answer), noted }
  }
  expect(await sought(desk.seat.member)).toEqual({
    told: ['larkspur clinic'],
    noted: [{ member: desk.seat.member, item: it.eventId }],
  })
  expect(await sought(members.named)).toEqual({ told: [], noted: [] })
  await desk.do('rule.remove', { id: rule.id })
})

test('as it is through a change that answers with it', async () => {
  const set = { id: it.workId, set: { effort: 30 } }
  expect(await notedBy(() => desk.do('work.edit', set))).toContainEqual({ member: desk.seat.member, item: it.workId })
})

test('a no that names it is noted, to who may read it; to who may not it names nothing', async () => {
  const venn = { name: 'Dr Venn', address: 'venn@larkspur.example' }
  const twin = await desk.do<{ person: { id: string } }>('person.add', {
    name: venn.name,
    addresses: ['v@okafor.example'],
  })
  const title = (
    await desk.do<{ sets: { priorities: { id: string; title: string }[] }[] }>(
      'priority.list',
      { on: '2026-11-24' },
      { member: members.all },
    )
  ).sets
    .flatMap(({ priorities }) => priorities)
    .find(({ id }) => id === it.priorityId)?.title
  for (const [name, input, item] of [
    ['person.through', { name: venn.name }, it.personId],
    ['person.assist', { id: twin.person.id, assistant: { name: venn.name } }, it.personId],
    ['person.assist', { id: it.personId, assistantId: it.personId }, it.personId],
    ['priority.add', { horizon: 'quarter', on: '2026-11-24', title }, it.priorityId],
    ['priority.add', { horizon: 'quarter', on: '2026-11-24', title: 'Anything', place: 1 }, it.priorityId],
    ['person.add', { name: 'Somebody', addresses: [venn.address] }, it.personId],
  ] as const) {
    let answer: unknown
    const noted = await notedBy(async () => {
      answer = await desk.try(name, input, { member: members.all })
    })
    expect.soft(JSON.stringify(answer), name).toMatch(/refused|doubt":"/)
    expect.soft(noted, name).toContainEqual({ member: members.all, item })
    expect.soft(JSON.stringify(await desk.try(name, input, { member: members.desk })), name).not.toContain(item)
  }
})

test('who may not read it is noted nowhere, nor is the desk itself', async () => {
  const { rows } = await migrator.query<{ id: string }>(`select id from desk.member where kind = 'desk'`)
  const asked = Object.entries(reads(it)).filter(([name]) => name !== 'text.check')
  const noted = await notedBy(async () => {
    for (const member of [...others.map((who) => members[who]), ...rows.map(({ id }) => id)])
      for (const [name, input] of asked) await desk.try(name, input, { member })
  })
  expect(noted).toEqual([])
})

test('once a member, thing and hour, and told in words to who sees all that is private, to nobody else', async () => {
  await notedBy(async () => {
    for (const minutes of [0, 10, 70]) {
      const at = desk.at.add({ minutes })
      await desk.do('work.show', { id: it.workId }, { at })
      await desk.do('work.list', {}, { at })
    }
  })
  type Looked = { looked: { words: string }[]; more: boolean }
  const { looked } = await desk.do<Looked>('looked.list', { item: it.workId })
  expect(looked.map(({ words }) => words)).toEqual(['Ines, Mon 23 Nov, 10:00 hour', 'Ines, Mon 23 Nov, 09:00 hour'])
  expect(await desk.do('looked.list', { item: it.workId, limit: 1 })).toMatchObject({ more: true })
  for (const who of [...others, 'named'] as const)
    expect.soft(await desk.try('looked.list', { item: it.workId }, { member: members[who] }), who).toMatchObject({
      refused: { why: 'not-yours' },
    })
})
