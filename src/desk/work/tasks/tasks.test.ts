import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { StandardView } from '../standards/model.ts'
import type { WorkView } from './model.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

type Worked = { work: WorkView }
const add = async (title: string, more: object = {}) => (await desk.do<Worked>('work.add', { title, ...more })).work
const show = async (id: string) => (await desk.do<Worked>('work.show', { id })).work
const no = async (operation: string, input: object) =>
  ((await desk.try(operation, input)) as { refused: { why: string; path?: string; words: string } }).refused

describe('work', () => {
  test('needs a title alone, and is then the assistant’s, without a date', async () => {
    expect(await add('Tidy the shared folder')).toMatchObject({
      owner: 'assistant',
      who: 'Ines',
      due: null,
      state: 'open',
      label: 'desk',
      late: false,
      checks: [],
    })
  })

  test('is due by its time on the clocks of its zone, or by the end of its day', async () => {
    const timed = await add('Send the figures', { dueOn: '2026-11-26', dueTime: '16:00', zone: 'Europe/Zurich' })
    expect(timed.due).toBe('2026-11-26T16:00:00+01:00[Europe/Zurich]')
    const day = await add('Send the minutes', { dueOn: '2026-11-26' })
    expect(day.due).toBe('2026-11-26T23:59:00+00:00[Europe/London]')
  })

  test('refuses what cannot be, and says where', async () => {
    expect(await no('work.add', { title: ' ' })).toMatchObject({ why: 'bad-input', path: 'title' })
    expect(await no('work.add', { title: 'A', dueOn: '2026-11-20' })).toMatchObject({ path: 'dueOn' })
    expect(await no('work.add', { title: 'A', dueOn: '2026-11-23', dueTime: '08:00' })).toMatchObject({
      path: 'dueTime',
      words: expect.stringContaining('Mon 23 Nov 2026, 08:00 (Europe/London) has passed'),
    })
    expect(await no('work.add', { title: 'A', dueOn: '9999-12-31' })).toMatchObject({ path: 'dueOn' })
    expect(await no('work.add', { title: 'A', dueTime: '08:00' })).toMatchObject({ path: 'dueOn' })
    expect(await no('work.add', { title: 'A', effort: 0 })).toMatchObject({ why: 'bad-input', path: 'effort' })
    expect(await no('work.add', { title: 'A', zone: 'Europe/Atlantis' })).toMatchObject({ path: 'zone' })
    expect(await no('work.add', { title: 'A', owner: 'theirs' })).toMatchObject({ path: 'who' })
    expect(await no('work.add', { title: 'A', repeat: 'FREQ=WEEKLY' })).toMatchObject({ path: 'dueOn' })
    const repeating = (repeat: string) => no('work.add', { title: 'A', dueOn: '2026-11-30', repeat })
    expect(await repeating('FREQ=OFTEN')).toMatchObject({ path: 'repeat' })
    expect(await repeating('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toMatchObject({
      path: 'repeat',
      words: 'It would never come again.',
    })
    expect(await repeating('FREQ=DAILY;UNTIL=20261130')).toMatchObject({ path: 'repeat' })
  })

  test('that was due already is written down when somebody says so', async () => {
    expect(await add('Late', { dueOn: '2026-11-20', past: true })).toMatchObject({ late: true })
  })

  test('cannot hang on what is not there, and is changed all the same when what it hung on has gone', async () => {
    const nothing = '01a00000-0000-7000-8000-000000000000'
    expect(await no('work.add', { title: 'A', hangsOn: [nothing] })).toMatchObject({
      why: 'bad-input',
      path: 'hangsOn',
      words: 'It would hang on something that is not there.',
      standing: [nothing],
    })
    const first = await desk.do<Worked & { did: { entry: string } }>('work.add', { title: 'First' })
    const second = await add('Second', { hangsOn: [first.work.id] })
    await desk.do('journal.undo', { entry: first.did.entry })
    const set = { title: 'Second, still', hangsOn: [first.work.id] }
    expect((await desk.do<Worked>('work.edit', { id: second.id, set })).work.title).toBe('Second, still')
    expect(await no('work.edit', { id: second.id, set: { hangsOn: [first.work.id, nothing] } })).toMatchObject({
      path: 'hangsOn',
      standing: [nothing],
    })
  })

  test('cannot hang on itself, however far round', async () => {
    const first = await add('First')
    const second = await add('Second', { hangsOn: [first.id] })
    const third = await add('Third', { hangsOn: [second.id] })
    expect(await no('work.edit', { id: first.id, set: { hangsOn: [third.id] } })).toMatchObject({
      why: 'bad-input',
      path: 'hangsOn',
      words: '“Third” waits for this already: each would wait for the other, and neither could be done.',
      standing: [third.id],
    })
    expect(await no('work.edit', { id: first.id, set: { hangsOn: [first.id] } })).toMatchObject({
      words: 'It cannot hang on itself.',
    })
    expect((await show(third.id)).hanging).toEqual([{ id: second.id, what: 'work', title: 'Second' }])
  })

  test('cannot hang on itself through a promise either, from whichever side it is said', async () => {
    const promise = { side: 'ours', by: { name: 'Ines' }, to: { name: 'Marc Laurent' }, dueOn: '2026-11-27' }
    const owed = async (what: string, hangsOn: string[]) =>
      (await desk.do<{ commitment: { id: string } }>('commitment.add', { ...promise, what, hangsOn })).commitment
    const first = await add('Read it')
    const second = await owed('the annex', [first.id])
    expect(await no('work.edit', { id: first.id, set: { hangsOn: [second.id] } })).toMatchObject({
      why: 'bad-input',
      path: 'hangsOn',
      words: '“the annex” waits for this already: each would wait for the other, and neither could be done.',
    })
    const third = await add('Send it', { hangsOn: [second.id] })
    const fourth = await owed('the cover note', [])
    await desk.do('work.edit', { id: first.id, set: { hangsOn: [fourth.id] } })
    expect(await no('commitment.edit', { id: fourth.id, hangsOn: [third.id] })).toMatchObject({ path: 'hangsOn' })
  })

  test('changed by two at once is changed by the first', async () => {
    const work = await add('Once')
    await desk.do('work.edit', { id: work.id, version: work.version, set: { goal: 'A calm week' } })
    const again = await no('work.edit', { id: work.id, version: work.version, set: { goal: 'Another' } })
    expect(again.why).toBe('moved-on')
    expect(await show(work.id)).toMatchObject({ goal: 'A calm week', title: 'Once' })
  })

  test('an edit is undone whole', async () => {
    const work = await add('Agenda', { dueOn: '2026-11-27' })
    const { did } = await desk.do('work.edit', { id: work.id, set: { dueOn: '2026-11-30', who: 'Noor' } })
    expect(await show(work.id)).toMatchObject({
      due: '2026-11-30T23:59:00+00:00[Europe/London]',
      who: 'Noor',
      goal: '',
    })
    await desk.do('journal.undo', { entry: did.entry })
    expect(await show(work.id)).toMatchObject({ dueOn: '2026-11-27', who: 'Ines' })
  })
})

describe('a standard', () => {
  const save = async (kind: string, checks: object[]) =>
    (await desk.do<{ standard: StandardView }>('standard.save', { kind, checks })).standard

  test('belongs to a kind of work, whatever its case, and keeps the ids of its checks', async () => {
    const first = await save('Board papers', [{ words: 'Two people have read it' }])
    const [check] = first.checks
    const second = await save('board papers', [
      { id: check?.id, words: 'Two people have read all of it' },
      { words: 'It has its link', does: 'has-link' },
    ])
    expect(second).toMatchObject({ id: first.id, version: 2, checks: [{ id: check?.id }, { does: 'has-link' }] })
  })

  test('changed by two at once is changed by the first, and none is made twice over one that is there', async () => {
    const { version } = await save('Letters', [{ words: 'Signed' }])
    await desk.do('standard.save', { kind: 'Letters', checks: [{ words: 'Signed in ink' }], version })
    const again = { kind: 'letters', checks: [{ words: 'Stamped' }] }
    expect(await no('standard.save', { ...again, version })).toMatchObject({ why: 'moved-on', path: 'version' })
    expect(await no('standard.save', { ...again, version: 0 })).toMatchObject({ why: 'moved-on' })
    const { standards } = await desk.do<{ standards: StandardView[] }>('standard.list', {})
    expect(standards.find(({ kind }) => kind === 'Letters')?.checks).toMatchObject([{ words: 'Signed in ink' }])
  })

  test('without a check is none', async () => {
    expect(await no('standard.save', { kind: 'Papers', checks: [] })).toMatchObject({
      why: 'bad-input',
      path: 'checks',
    })
  })

  test('ticks what the desk can see; the rest needs a tick or a reason', async () => {
    const { checks } = await save('Minutes', [
      { words: 'Sent before they are due', does: 'closed-before-due' },
      { words: 'The link is in it', does: 'has-link' },
      { words: 'Names are spelled as they spell them' },
    ])
    const work = await add('Minutes of Monday', { kind: 'minutes', dueOn: '2026-11-27' })
    expect(work.checks.map(({ by }) => by)).toEqual(['the desk', null, null])
    const [, link, names] = checks.map(({ id }) => id) as [string, string, string]
    expect(await no('work.close', { id: work.id, ticks: [names] })).toMatchObject({
      why: 'bad-input',
      path: `reasons.${link}`,
      words: '“The link is in it” is not ticked: tick it, or say why it is closed without.',
    })
    await desk.do('work.tick', { id: work.id, check: names })
    const { work: closed } = await desk.do<Worked>('work.close', {
      id: work.id,
      reasons: { [link]: 'They want it on paper' },
    })
    expect(closed).toMatchObject({
      state: 'closed',
      closed: { onTime: true, toStandard: false },
      checks: [{ by: 'the desk' }, { by: null, reason: 'They want it on paper' }, { by: 'Ines' }],
    })
  })

  test('that is changed later leaves what was closed as it stood', async () => {
    const { checks } = await save('Cards', [{ words: 'Signed' }])
    const work = await add('Card for Marc', { kind: 'Cards' })
    await desk.do('work.close', { id: work.id, ticks: [checks[0]?.id] })
    await save('Cards', [{ words: 'Signed' }, { words: 'Stamped' }])
    expect((await show(work.id)).checks).toHaveLength(1)
    await desk.do('standard.remove', { kind: 'cards' })
    expect((await show(work.id)).closed).toMatchObject({ toStandard: true })
  })
})
