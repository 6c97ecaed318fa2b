import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { AgreementView } from '../agreement/model.ts'
import type { AskView } from './model.ts'

let desk: TestDesk
let dana: string

beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
})
afterAll(() => desk.stop())

const asDana = () => ({ member: dana })
const sunday = { title: 'Board pack', dueOn: '2026-11-29', dueTime: '20:00', effort: 120 }
const weigh = (operation: string, input: object) => desk.do<AskView>('boundary.weigh', { operation, input }, asDana())

test('where nothing was agreed nothing is spoken of', async () => {
  expect(await weigh('work.add', sunday)).toMatchObject({ fits: true, reasons: [] })
  await desk.do('work.add', { ...sunday, title: 'Before' }, asDana())
})

describe('with hours, leave and load agreed', () => {
  beforeAll(async () => {
    const rule = (kind: string, params: object) =>
      desk.do('rule.add', { kind, params, weight: 'avoid', source: 'boundary' })
    await rule('due-in-hours', { who: 'Ines', days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '09:00', to: '17:30' })
    await rule('on-leave', { who: 'Ines', firstOn: '2026-12-07', lastOn: '2026-12-11' })
    await rule('load', { who: 'Ines', minutes: 600 })
  })

  test('an ask for a Sunday is said no to with the reason and two other ways, and nothing is saved', async () => {
    const before = await desk.do<{ works: object[] }>('work.list')
    const answer = await desk.try('work.add', sunday, asDana())
    expect(answer).toMatchObject({ refused: { why: 'bad-input', path: 'anyway' } })
    expect(JSON.stringify(answer)).toMatch(/outside the hours of Ines/)
    expect((await desk.do<{ works: object[] }>('work.list')).works).toEqual(before.works)
    const told = await weigh('work.add', sunday)
    expect(told).toMatchObject({ fits: false, who: 'Ines' })
    expect(told.ways.map(({ words }) => words)).toEqual([
      'By Mon 30 Nov, 17:30 (Europe/London)',
      'Leave it with Dana Okafor',
    ])
  })

  test('what is offered instead can be asked for as it is', async () => {
    for (const { operation, input } of (await weigh('work.add', sunday)).ways) await desk.do(operation, input, asDana())
  })

  test('it is asked all the same with a reason, which stands in the record and is told', async () => {
    const asked = await desk.do('work.add', { ...sunday, anyway: { reason: 'The board moved' } }, asDana())
    const { entry } = await desk.do<{ entry: { why: string } }>('journal.show', { entry: asked.did.entry })
    expect(entry.why).toBe('The board moved')
    const { works } = await desk.do<{ works: object[] }>('work.list')
    expect(JSON.stringify(works)).not.toContain('anyway')
  })

  test('of somebody who is away, and more than was agreed for a week', async () => {
    const away = await weigh('work.add', { title: 'Minutes', dueOn: '2026-12-08' })
    expect(away.reasons).toEqual(['“Minutes” is due Tue 8 Dec, and Ines is away until Fri 11 Dec'])
    expect(away.ways[0]?.words).toBe('By Mon 14 Dec, 17:30 (Europe/London)')
    const much = await weigh('work.add', { title: 'Archive', dueOn: '2026-12-18', effort: 900 })
    expect(much.reasons[0]).toMatch(/“Archive” takes 15 h, and at most 10 h a week were agreed/)
    expect(much.ways.map(({ by }) => by)).toEqual(['less', 'person'])
  })

  test('of a question and of a promise as of work', async () => {
    const question = {
      question: 'Which hotel?',
      options: [{ words: 'This' }, { words: 'That' }],
      neededBy: { on: '2026-11-28', time: '10:00' },
      decider: desk.seat.member,
    }
    expect(await desk.try('decision.ask', question, asDana())).toMatchObject({ refused: { path: 'anyway' } })
    expect((await weigh('decision.ask', question)).ways.map(({ by }) => by)).toEqual(['date', 'person'])
    const promise = {
      what: 'the minutes',
      side: 'ours',
      by: { name: 'Ines' },
      to: { name: 'Jo Park' },
      dueOn: '2026-11-28',
    }
    expect(await desk.try('commitment.add', promise, asDana())).toMatchObject({ refused: { path: 'anyway' } })
    // By the end of a working day.
    await desk.do('commitment.add', { ...promise, dueOn: '2026-11-27' }, asDana())
    await desk.do('commitment.add', { ...promise, anyway: { reason: 'They fly on Sunday' } }, asDana())
  })

  test('what she writes down for herself is hers, and what was asked of her by somebody is not', async () => {
    await desk.do('work.add', { ...sunday, title: 'My own' })
    expect(await desk.try('work.add', { ...sunday, askedBy: 'Dana Okafor' })).toMatchObject({
      refused: { path: 'anyway' },
    })
    expect(await desk.try('work.add', { ...sunday, owner: 'executive' })).toMatchObject({ did: {} })
  })

  test('work that is wanted by another time is another ask; its other words are not', async () => {
    const { work } = await desk.do<{ work: { id: string } }>(
      'work.add',
      { title: 'Lease', dueOn: '2026-12-03' },
      asDana(),
    )
    const sooner = { id: work.id, set: { dueOn: '2026-11-29' } }
    expect(await desk.try('work.edit', sooner, asDana())).toMatchObject({ refused: { path: 'anyway' } })
    const [way] = (await weigh('work.edit', sooner)).ways
    expect(way).toMatchObject({ by: 'date', operation: 'work.edit' })
    await desk.do('work.edit', way?.input, asDana())
    await desk.do('work.edit', { ...sooner, anyway: { reason: 'The landlord waits' } }, asDana())
    await desk.do('work.edit', { id: work.id, set: { goal: 'A roof' } }, asDana())
  })

  test('a question handed on or put off, and a promise with a new date, are other asks; their other words are not', async () => {
    const question = {
      question: 'Which caterer?',
      options: [{ words: 'This' }, { words: 'That' }],
      neededBy: { on: '2026-11-28', time: '10:00' },
    }
    type Asked = { decision: { id: string; version: number } }
    const { id, version } = (await desk.do<Asked>('decision.ask', question)).decision
    const handed = { id, to: desk.seat.member }
    expect(await desk.try('decision.hand', handed, asDana())).toMatchObject({ refused: { path: 'anyway' } })
    expect((await weigh('decision.hand', handed)).ways[0]).toMatchObject({ by: 'date', operation: 'decision.edit' })
    const late = { id, version, decider: desk.seat.member }
    expect(await desk.try('decision.edit', late, asDana())).toMatchObject({ refused: { path: 'anyway' } })
    await desk.do('decision.edit', { id, version, context: 'For the dinner' }, asDana())
    await desk.do('decision.hand', { ...handed, anyway: { reason: 'The dinner is on Sunday' } }, asDana())
    const promise = { what: 'the seating', side: 'ours', by: { name: 'Ines' }, to: { name: 'Jo Park' } }
    type Promised = { commitment: { id: string } }
    const kept = await desk.do<Promised>('commitment.add', { ...promise, dueOn: '2026-12-03' }, asDana())
    const moved = { id: kept.commitment.id, dueOn: '2026-11-29' }
    for (const operation of ['commitment.renegotiate', 'commitment.edit'])
      expect(await desk.try(operation, moved, asDana()), operation).toMatchObject({ refused: { path: 'anyway' } })
    const [way] = (await weigh('commitment.renegotiate', moved)).ways
    expect(way).toMatchObject({ by: 'date', operation: 'commitment.renegotiate' })
    await desk.do('commitment.edit', { id: moved.id, words: 'Round tables' }, asDana())
    await desk.do('commitment.renegotiate', { ...moved, anyway: { reason: 'They ask for it' } }, asDana())
  })

  test('the agreement shows both the same: what was asked outside the hours, and the boundaries', async () => {
    desk.at = Temporal.Instant.from('2026-11-28T20:00:00Z')
    await desk.do('work.add', { title: 'Late thought', dueOn: '2026-12-01' }, asDana())
    const [hers, mine] = [
      await desk.do<AgreementView>('agreement.show', {}, asDana()),
      await desk.do<AgreementView>('agreement.show'),
    ]
    expect(hers.outside.map(({ words }) => words)).toEqual(mine.outside.map(({ words }) => words))
    expect(hers.outside).toHaveLength(1)
    expect(hers.outside[0]?.words).toContain('Late thought')
    expect(hers.boundaries).toHaveLength(3)
    const measured = hers.parts.find(({ part }) => part === 'boundaries')?.measures
    expect(measured?.[0]?.words).toMatch(/^1 of \d+$/)
    expect(measured?.[1]?.why).toMatch(/No hours of the executive are agreed/)
  })
})
