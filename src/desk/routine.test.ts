import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner } from '../platform/postgres/database.ts'
import type { Way } from './outbox.ts'
import { settle } from './perform.ts'
import { addDue, addToOutbox, dueNow, sending } from './queue.ts'
import { forgetOldAnswers, keepDue } from './routine.ts'
import { type TestDesk, testDesk } from './testing.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

const later = (minutes: number) => desk.at.add({ minutes })

/** Asks for an operation at a time, as an action does by `act.due`. */
async function ask(operation: string, item: string, at: Temporal.Instant): Promise<{ desk: string; id: string }> {
  const due = { desk: desk.seat.desk, id: desk.around.newId(desk.at) }
  await desk.database.app.transaction().execute((db) => addDue(db, { ...due, operation, item, at }))
  return due
}

const someRule = async (): Promise<string> => {
  const asked = { kind: 'overlap', params: {}, weight: 'avoid', story: 'For a while' }
  return (await desk.do<{ rule: { id: string } }>('rule.add', asked)).rule.id
}

const ruleIds = async () => {
  const { rules } = (await desk.try('rule.list')) as unknown as { rules: { id: string }[] }
  return rules.map(({ id }) => id)
}

test('what is due is performed at its time and not before, as the desk, through the door of routines', async () => {
  const rule = await someRule()
  const due = await ask('rule.remove', rule, later(10))
  expect(await dueNow(desk.database.app, later(9), 10)).toEqual([])
  expect(await keepDue(desk.around, {}, due, later(9))).toEqual({ kept: 'not due' })
  expect(await ruleIds()).toContain(rule)
  expect(await dueNow(desk.database.app, later(10), 10)).toMatchObject([due])
  expect(await keepDue(desk.around, {}, due, later(10))).toEqual({ kept: 'done' })
  expect(await ruleIds()).not.toContain(rule)
  const { entries } = (await desk.try('journal.list')) as unknown as { entries: { by: object; door: string }[] }
  expect(entries[0]).toMatchObject({ by: { name: 'The desk', kind: 'desk' }, door: 'by itself' })
})

test('a deadline that was kept is gone, and keeping it again changes nothing', async () => {
  const due = await ask('rule.remove', await someRule(), later(10))
  await keepDue(desk.around, {}, due, later(10))
  expect(await dueNow(desk.database.app, later(60), 10)).toEqual([])
  expect(await keepDue(desk.around, {}, due, later(11))).toEqual({ kept: 'not due' })
})

test('a deadline that the desk refuses is dropped with its reason', async () => {
  const due = await ask('rule.remove', desk.around.newId(desk.at), later(10))
  expect(await keepDue(desk.around, {}, due, later(10))).toEqual({ kept: 'refused', why: 'not-there' })
  expect(await dueNow(desk.database.app, later(60), 10)).toEqual([])
})

test('asking again for the same item moves its deadline', async () => {
  const rule = await someRule()
  const due = await ask('rule.remove', rule, later(10))
  await ask('rule.remove', rule, later(30))
  expect(await keepDue(desk.around, {}, due, later(10))).toEqual({ kept: 'not due' })
  expect(await keepDue(desk.around, {}, due, later(30))).toEqual({ kept: 'done' })
})

/** A wire that remembers what went over it. */
function wire(
  breaks: { times: number },
  answers: boolean | null,
): Way & { readonly went: Way['went']; readonly over: string[] } {
  const over: string[] = []
  return {
    over,
    send: async (id) => {
      over.push(id)
      if (breaks.times-- > 0) throw new Error('the wire broke')
      return null
    },
    went: async () => answers,
  }
}

async function posted(): Promise<{ desk: string; id: string; out: string }> {
  const out = desk.around.newId(desk.at)
  await desk.database.app.transaction().execute(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.member)
    const { desk: at } = desk.seat
    await addToOutbox(db, { desk: at, id: out, entry: out, way: 'letter', content: '{}', notBefore: later(5) })
  })
  return { ...(await ask(sending, out, later(5))), out }
}

const stateOf = (out: string) =>
  desk.database.app.transaction().execute(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.member)
    return (await db.selectFrom('desk.outbox').where('id', '=', out).select('state').executeTakeFirstOrThrow()).state
  })

test('what leaves the desk goes after its undo window, once', async () => {
  const letter = wire({ times: 0 }, false)
  const post = await posted()
  await keepDue(desk.around, { letter }, post, later(4))
  expect(letter.over).toEqual([])
  await keepDue(desk.around, { letter }, post, later(5))
  await keepDue(desk.around, { letter }, post, later(6))
  expect(letter.over).toEqual([post.out])
  expect(await stateOf(post.out)).toBe('sent')
})

test('after a broken wire the other side is asked first: what went is not sent again, what did not is', async () => {
  for (const [went, sent] of [
    [true, 1],
    [false, 2],
  ] as const) {
    const letter = wire({ times: 1 }, went)
    const post = await posted()
    await expect(keepDue(desk.around, { letter }, post, later(5))).rejects.toThrow('the wire broke')
    await keepDue(desk.around, { letter }, post, later(6))
    expect(letter.over).toHaveLength(sent)
    expect(await stateOf(post.out)).toBe('sent')
  }
})

test('where the other side cannot be asked, nothing is sent again and a person must decide', async () => {
  const letter = wire({ times: 1 }, null)
  const post = await posted()
  await expect(keepDue(desk.around, { letter }, post, later(5))).rejects.toThrow('the wire broke')
  await keepDue(desk.around, { letter }, post, later(6))
  expect(letter.over).toHaveLength(1)
  expect(await stateOf(post.out)).toBe('unknown')
})

test('an undo calls back what has not gone yet, and is refused once it has', async () => {
  for (const gone of [false, true]) {
    const { did } = await desk.do('desk.change', { home: gone ? 'Sent' : 'Not sent' })
    const letter = wire({ times: 0 }, false)
    const out = desk.around.newId(desk.at)
    await desk.database.app.transaction().execute(async (db) => {
      await settle(db, desk.seat.desk, desk.seat.member)
      const post = { desk: desk.seat.desk, id: out, entry: did.entry, way: 'letter', content: '{}' }
      await addToOutbox(db, { ...post, notBefore: later(5) })
    })
    const post = await ask(sending, out, later(5))
    if (gone) await keepDue(desk.around, { letter }, post, later(5))
    const undo = await desk.try('journal.undo', { entry: did.entry })
    expect('refused' in undo).toBe(gone)
    expect(await keepDue(desk.around, { letter }, post, later(6))).toEqual({ kept: 'not due' })
    expect(letter.over).toEqual(gone ? [out] : [])
    expect(await stateOf(out)).toBe(gone ? 'sent' : 'withdrawn')
  }
})

test('an idempotency key keeps its answer for seven days', async () => {
  const input = { kind: 'overlap', params: {}, weight: 'avoid', story: 'Once' }
  const answer = await desk.try('rule.add', input, { key: 'mine' })
  const forget = (hours: number) =>
    asOwner(desk.database, (owner) => forgetOldAnswers(desk.around, owner, desk.at.add({ hours })))
  await forget(7 * 24 - 1)
  expect(await desk.try('rule.add', input, { key: 'mine' })).toEqual(answer)
  await forget(7 * 24 + 1)
  expect(await desk.try('rule.add', input, { key: 'mine' })).not.toEqual(answer)
})
