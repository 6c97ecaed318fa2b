import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settle } from '../../perform.ts'
import type { FindingView, RuleView } from '../../rules/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { WorkView } from '../tasks/model.ts'
import { worksKnown } from '../tasks/queries.ts'
import { dueOf } from './actions.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

const days = { from: '2026-11-23', to: '2026-11-30' }
const findings = async (title: string) =>
  (await desk.do<{ findings: FindingView[] }>('finding.list', days)).findings.filter((one) => one.title === title)
const add = async (title: string, more: object = {}) =>
  (await desk.do<{ work: WorkView }>('work.add', { title, ...more })).work

describe('work that cannot be met by the plan', () => {
  const asked = { askedBy: 'Anton Keller', effort: 1200, dueOn: '2026-11-24', dueTime: '12:00' }

  test('is a finding before its date, with the honest note, and another date does away with it', async () => {
    const work = await add('Figures of five years', asked)
    const [finding] = await findings('Not enough hours')
    expect(finding).toMatchObject({
      words: '“Figures of five years”: 20 h are left, 11 h 30 min are free before Tue 24 Nov, 12:00',
      items: [{ eventId: null, due: { what: 'work', id: work.id } }],
    })
    const [note, move] = finding?.fixes ?? []
    expect(note?.message).toMatchObject({
      subject: 'Figures of five years: it will not be ready in time',
      body: expect.stringContaining(
        '“Figures of five years” will not be done by Tue 24 Nov 2026, 12:00 (Europe/London): 20 h of work are left, and 11 h 30 min are free before then. I can have it done by Wed 25 Nov 2026, 12:00 (Europe/London)',
      ),
    })
    await desk.do(move?.operation ?? '', move?.input)
    expect(await findings('Not enough hours')).toEqual([])
    expect((await desk.do<{ work: WorkView }>('work.show', { id: work.id })).work).toMatchObject({
      dueOn: '2026-11-25',
    })
  })

  test('names nothing private in its note, and to others no word of it', async () => {
    await add('Clinic papers', { ...asked, label: 'private', dueOn: '2026-11-26' })
    const [mine] = (await findings('Not enough hours')).filter(({ label }) => label === 'private')
    expect(mine?.words).toContain('Clinic papers')
    expect(JSON.stringify(mine?.fixes[0]?.message)).not.toContain('Clinic')
    const member = await desk.sit('assistant', 'Tomás', { private: 'none' })
    const seen = await desk.do('finding.list', days, { member })
    expect(JSON.stringify(seen)).not.toContain('Clinic')
  })
})

describe('late work', () => {
  test('is found once its time has passed, and counted against its rule', async () => {
    await add('Call the bank', { dueOn: '2026-11-23', dueTime: '10:00', askedBy: 'Dana Okafor' })
    const kept = await add('Post the card', { dueOn: '2026-11-23', dueTime: '10:00' })
    await desk.do('work.close', { id: kept.id })
    desk.at = Temporal.Instant.from('2026-11-24T09:00:00Z')
    const [late] = await findings('Late')
    expect(late?.words).toBe('“Call the bank” was due Mon 23 Nov, 10:00, and is not done')
    expect(late?.fixes[0]?.message?.body).toContain('You will have it by Wed 25 Nov 2026, 10:00 (Europe/London)')
    const { rules } = await desk.do<{ rules: RuleView[] }>('rule.list')
    expect(rules.find(({ kind }) => kind === 'late')?.counts).toMatchObject({ applied: 2, kept: 1 })
  })
})

const known = (asOf: Temporal.Instant | null) =>
  desk.around.db.transaction().execute(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.desk)
    const [since, until] = ['2026-11-01T00:00Z', '2026-12-31T00:00Z'].map((at) => Temporal.Instant.from(at))
    if (!since || !until) throw new Error('no window')
    return (await worksKnown(db, desk.seat.desk, { since, until, asOf })).map(dueOf)
  })

test('the plan of a day as it stood knows work as it was then', async () => {
  const work = await add('Pack', { dueOn: '2026-11-27' })
  const before = desk.at
  desk.at = desk.at.add({ hours: 30 })
  await desk.do('work.close', { id: work.id })
  const then = await known(before.add({ hours: 1 }))
  expect(then.find(({ title }) => title === 'Pack')).toMatchObject({ closedAt: null })
  const now = await known(null)
  expect(now.find(({ title }) => title === 'Pack')?.closedAt).not.toBeNull()
})

describe('routine work that slips while a project takes the hours', () => {
  const friday = (week: number) => Temporal.PlainDate.from('2026-12-04').add({ weeks: week })
  const at = (on: Temporal.PlainDate, time: string) => Temporal.Instant.from(`${on}T${time}:00Z`)
  let slow: TestDesk
  beforeAll(async () => {
    slow = await testDesk()
    slow.at = at(friday(-1), '09:00')
    const given = { title: 'Minutes', kind: 'Minutes', dueOn: `${friday(0)}`, dueTime: '16:00', repeat: 'FREQ=WEEKLY' }
    await slow.do('work.add', given)
    for (let week = 0; week < 8; week++) {
      slow.at = at(friday(week), week < 5 ? '12:00' : '18:00')
      const { works } = await slow.do<{ works: WorkView[] }>('work.list', {})
      const turn = works.find(({ title }) => title === 'Minutes')
      await slow.do('work.close', { id: turn?.id, ...(week >= 5 && { late: 'The fair took the day' }) })
      if (week < 4) continue
      const fair = { title: `Fair ${week}`, project: 'Autumn fair', effort: 300 }
      const { work } = await slow.do<{ work: WorkView }>('work.add', fair)
      await slow.do('work.close', { id: work.id })
    }
    const stand = {
      title: 'Stand design',
      project: 'Autumn fair',
      owner: 'executive',
      effort: 300,
      askedBy: 'Rosa Lind',
    }
    slow.at = at(friday(7).add({ days: 3 }), '09:00')
    await slow.do('work.add', { ...stand, dueOn: `${friday(8).subtract({ days: 1 })}`, dueTime: '16:00' })
  })
  afterAll(() => slow.stop())

  const slip = async () => {
    const days = { from: `${friday(7).subtract({ days: 7 })}`, to: `${friday(8)}` }
    const { findings: all } = await slow.do<{ findings: FindingView[] }>('finding.list', days)
    return all.find(({ title }) => title === 'Routine work slips')
  }

  test('has ways out, each with its reach; the executive is asked which comes first, and the desk does what they say', async () => {
    const found = await slip()
    expect(found?.fixes.map(({ reach, words }) => `${reach}: ${words}`)).toEqual([
      'desk: Move “Stand design” to Thu 4 Feb, 16:00',
      'desk: Hand “Stand design” to the assistant',
      'world: Tell Rosa Lind that “Stand design” comes a week later',
      'desk: Ask the executive which comes first',
    ])
    expect(found?.fixes[2]?.message?.body).toContain('Thu 4 Feb 2027, 16:00')
    const which = found?.fixes[3]
    await slow.do(which?.operation ?? '', which?.input)
    type Decisions = { decisions: { id: string; version: number; question: string }[] }
    const { decisions } = await slow.do<Decisions>('decision.list', {})
    const asked = decisions.find(({ question }) => question.startsWith('Which comes first: Minutes'))
    await slow.do('decision.answer', { id: asked?.id, version: asked?.version, option: 1, saidBy: 'Dana' })
    const { works } = await slow.do<{ works: WorkView[] }>('work.list', {})
    expect(works.find(({ title }) => title === 'Stand design')).toMatchObject({ dueOn: '2027-02-04', dueTime: '16:00' })
  })
})
