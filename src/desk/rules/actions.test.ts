import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds } from '../../plan/rules/kinds.ts'
import { foundDesk } from '../authority/actions.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { RuleKindView, RuleView } from './model.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

const lunch = {
  kind: 'protected',
  params: { days: ['MO', 'TU'], from: '12:00', to: '14:00', minutes: 45 },
  weight: 'avoid',
  source: 'boundary',
  story: 'They eat.',
}
const list = async () => (await desk.do<{ rules: RuleView[] }>('rule.list')).rules
const add = async (draft: object = lunch) => (await desk.do<{ rule: RuleView }>('rule.add', draft)).rule
const undoLast = async () => {
  const { entries } = await desk.do<{ entries: { id: string }[] }>('journal.list', { limit: 1 })
  return desk.do('journal.undo', { entry: entries[0]?.id })
}
const lastWords = async () =>
  (await desk.do<{ entries: { words: string }[] }>('journal.list', { limit: 1 })).entries[0]?.words

test('a new desk has physics, and is never silent about work or a promise', async () => {
  expect((await list()).map(({ kind, weight, source, on }) => ({ kind, weight, source, on }))).toEqual([
    { kind: 'overlap', weight: 'never', source: 'physics', on: true },
    { kind: 'travel', weight: 'never', source: 'physics', on: true },
    { kind: 'promise-late', weight: 'avoid', source: 'boundary', on: true },
    { kind: 'chase-due', weight: 'prefer', source: 'boundary', on: true },
    { kind: 'late', weight: 'avoid', source: 'boundary', on: true },
    { kind: 'hours-left', weight: 'avoid', source: 'boundary', on: true },
    { kind: 'routine-slips', weight: 'prefer', source: 'boundary', on: true },
    { kind: 'first-short', weight: 'prefer', source: 'boundary', on: true },
  ])
})

describe('adding a rule', () => {
  test('keeps it with its sentence and its story, and undo takes it away', async () => {
    const rule = await add()
    expect(rule).toMatchObject({
      words: 'Keep 45 min free between 12:00 and 14:00 on Mondays and Tuesdays',
      version: 1,
    })
    expect((await list()).find((one) => one.id === rule.id)).toEqual(rule)
    expect(await lastWords()).toBe(`Added the rule “${rule.words}”`)
    await undoLast()
    expect((await list()).map((one) => one.id)).not.toContain(rule.id)
  })

  test('is refused with the path of what does not fit', async () => {
    const no = (params: object, kind = 'protected') => desk.try('rule.add', { ...lunch, kind, params })
    expect(await no({ ...lunch.params, days: ['MO', 'XX'] })).toMatchObject({
      refused: { why: 'bad-input', path: 'params.days.1' },
    })
    expect(await no({ ...lunch.params, to: '11:00' })).toMatchObject({ refused: { path: 'params.to' } })
    expect(await no({ hours: 1 }, 'overlap')).toMatchObject({ refused: { path: 'params.hours' } })
    expect(await no({}, 'weather')).toMatchObject({ refused: { path: 'kind' } })
  })
})

describe('changing a rule', () => {
  test('leaves alone what it does not mention, and undo brings back what was', async () => {
    const { id, version } = await add()
    await desk.do('rule.edit', { id, version, weight: 'prefer' })
    const after = (await list()).find((one) => one.id === id)
    expect(after).toMatchObject({ ...lunch, weight: 'prefer', version: 2 })
    await undoLast()
    expect((await list()).find((one) => one.id === id)).toMatchObject({ ...lunch, version: 3 })
  })

  test('is refused when somebody else changed it meanwhile', async () => {
    const { id, version } = await add()
    await desk.do('rule.edit', { id, version, story: 'Theirs' })
    expect(await desk.try('rule.edit', { id, version, story: 'Mine' })).toMatchObject({
      refused: { why: 'moved-on', standing: [id] },
    })
  })

  test('keeps every version: what held when is still known', async () => {
    const { id, version } = await add()
    desk.at = desk.at.add({ hours: 1 })
    await desk.do('rule.edit', { id, version, story: 'Later' })
    const client = await desk.database.appPool.connect()
    await client.query(
      `begin; set local equerry.desk = '${desk.seat.desk}'; set local equerry.member = '${desk.seat.member}'`,
    )
    const { rows } = await client.query(
      'select story, known_to is null as today from desk.rule where id = $1 order by version',
      [id],
    )
    await client.query('rollback')
    client.release()
    expect(rows).toEqual([
      { story: 'They eat.', today: false },
      { story: 'Later', today: true },
    ])
  })
})

describe('switching and removing', () => {
  test('a rule is switched off and on, not twice', async () => {
    const { id } = await add()
    await desk.do('rule.switch', { id, on: false })
    expect((await list()).find((one) => one.id === id)?.on).toBe(false)
    expect(await desk.try('rule.switch', { id, on: false })).toMatchObject({ refused: { why: 'moved-on' } })
    await undoLast()
    expect((await list()).find((one) => one.id === id)?.on).toBe(true)
  })

  test('a removed rule is not there, and undo brings it back as it was', async () => {
    const { id } = await add()
    await desk.do('rule.switch', { id, on: false })
    await desk.do('rule.remove', { id })
    expect(await desk.try('rule.switch', { id, on: true })).toMatchObject({ refused: { why: 'not-there' } })
    await undoLast()
    expect((await list()).find((one) => one.id === id)).toMatchObject({ ...lunch, on: false })
  })
})

test('every kind there is can be chosen, with the shape of its parameters', async () => {
  const { kinds: shown } = await desk.do<{ kinds: RuleKindView[] }>('rule.kinds')
  const ownHand = kinds.filter((kind) => kind.ownHand).map((kind) => kind.kind)
  expect(ownHand).toEqual(['public-holidays'])
  expect(shown.map((kind) => kind.kind)).toEqual(
    kinds.map((kind) => kind.kind).filter((kind) => !ownHand.includes(kind)),
  )
  expect(shown.find((kind) => kind.kind === 'night')?.params).toMatchObject({
    type: 'object',
    required: ['minutes'],
    additionalProperties: false,
    properties: { minutes: { type: 'integer', minimum: 1, maximum: 1440 } },
  })
})

test('another desk has its own rules', async () => {
  await add()
  const stranger = { login: 'login-s', email: 's@elsewhere.example', name: 'S', kind: 'executive' as const }
  const seat = await foundDesk(desk.around, stranger, 'S', 'Europe/Lisbon', desk.at)
  expect((await desk.do<{ rules: RuleView[] }>('rule.list', {}, seat)).rules).toHaveLength(8)
})
