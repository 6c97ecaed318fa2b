import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { RecordView } from '../record/model.ts'
import type { WorkView } from '../tasks/model.ts'

let desk: TestDesk
const monday = Temporal.Instant.from('2026-11-23T09:00:00Z')
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

type Brief = { readonly id: string; readonly title: string }
type Closed = {
  readonly work: WorkView
  readonly closed: readonly Brief[]
  readonly left: readonly Brief[]
  readonly next: WorkView | null
}
const add = async (title: string, more: object = {}) =>
  (await desk.do<{ work: WorkView }>('work.add', { title, ...more })).work
const show = async (id: string) => (await desk.do<{ work: WorkView }>('work.show', { id })).work
const close = (id: string, more: object = {}) => desk.do<Closed>('work.close', { id, ...more })
const open = async () => (await desk.do<{ works: WorkView[] }>('work.list')).works.map(({ title }) => title)

describe('closing', () => {
  test('late says why, and the record keeps it', async () => {
    const work = await add('Figures', { dueOn: '2026-11-20', past: true })
    expect(await desk.try('work.close', { id: work.id })).toMatchObject({
      refused: { why: 'bad-input', path: 'late', words: 'It was due Fri 20 Nov 2026: say why it is late.' },
    })
    const { work: closed } = await close(work.id, { late: 'The bank answered on Monday' })
    expect(closed.closed).toMatchObject({ onTime: false, late: 'The bank answered on Monday' })
  })

  test('is done once', async () => {
    const { id } = await add('Once')
    await close(id)
    expect(await desk.try('work.close', { id })).toMatchObject({ refused: { why: 'moved-on' } })
    expect(await desk.try('work.edit', { id, set: { goal: 'x' } })).toMatchObject({ refused: { why: 'moved-on' } })
  })

  test('routine work brings its next turn, and undo takes both back', async () => {
    const weekly = await add('Minutes', { dueOn: '2026-11-27', dueTime: '16:00', repeat: 'FREQ=WEEKLY;BYDAY=FR' })
    const { next, did } = await close(weekly.id)
    expect(next).toMatchObject({ dueOn: '2026-12-04', dueTime: '16:00', state: 'open', repeat: 'FREQ=WEEKLY;BYDAY=FR' })
    await desk.do('journal.undo', { entry: did.entry })
    expect(await show(weekly.id)).toMatchObject({ state: 'open' })
    expect(await desk.try('work.show', { id: next?.id })).toMatchObject({ refused: { why: 'not-there' } })
    await desk.do('work.cancel', { id: weekly.id, again: false })
    expect((await open()).filter((title) => title === 'Minutes')).toEqual([])
  })

  test('a turn nobody did is said, and the next one is still to come', async () => {
    const daily = await add('Post', { dueOn: '2026-11-24', repeat: 'FREQ=DAILY' })
    desk.at = Temporal.Instant.from('2026-11-27T10:00:00Z')
    const { work, next } = await close(daily.id, { late: 'Away' })
    desk.at = monday
    expect(work.closed?.skipped).toEqual(['2026-11-25', '2026-11-26'])
    expect(next?.dueOn).toBe('2026-11-27')
  })

  test('what ends does not come again', async () => {
    const twice = await add('Twice', { dueOn: '2026-11-30', repeat: 'FREQ=DAILY;COUNT=2' })
    const { next } = await close(twice.id)
    expect(next?.dueOn).toBe('2026-12-01')
    expect((await close(next?.id ?? '')).next).toBeNull()
  })

  test('closes what hangs on it, and leaves what has a check of its own to a person', async () => {
    await desk.do('standard.save', { kind: 'Letters', checks: [{ words: 'Signed by hand' }] })
    const first = await add('Collect the signatures')
    const second = await add('Tell the lender', { hangsOn: [first.id] })
    const third = await add('File it', { hangsOn: [second.id] })
    const letter = await add('Thank them', { hangsOn: [first.id], kind: 'letters' })
    const other = await add('Something else')
    const both = await add('Both', { hangsOn: [first.id, other.id] })
    const { closed, left } = await close(first.id)
    expect(closed.map(({ title }) => title)).toEqual(['Tell the lender', 'File it'])
    expect(left.map(({ title }) => title)).toEqual(['Thank them'])
    expect(await show(third.id)).toMatchObject({ closed: { note: 'Closed with “Collect the signatures”' } })
    expect(await show(letter.id)).toMatchObject({ state: 'open' })
    expect(await show(both.id)).toMatchObject({ state: 'open' })
  })

  test('taken up again it is open, with what was ticked', async () => {
    const { standard } = await desk.do<{ standard: { checks: { id: string }[] } }>('standard.save', {
      kind: 'Cards',
      checks: [{ words: 'Signed' }],
    })
    const { id } = await add('Card', { kind: 'Cards' })
    await close(id, { ticks: [standard.checks[0]?.id] })
    await desk.do('work.reopen', { id })
    expect(await show(id)).toMatchObject({ state: 'open', closed: null, checks: [{ by: 'Ines' }] })
  })
})

test('work for a meeting is called off with it, and comes back with it', async () => {
  const { calendar } = await desk.do<{ calendar: Brief }>('calendar.add', { name: 'Work' })
  const when = {
    allDay: false,
    start: '2026-11-26T10:00:00',
    end: '2026-11-26T11:00:00',
    zone: 'Europe/London',
    endZone: null,
  }
  const { event } = await desk.do<{ event: { eventId: string } }>('event.add', {
    title: 'Board',
    calendarId: calendar.id,
    when,
  })
  const papers = await add('Board papers', { hangsOn: [event.eventId] })
  expect(papers.hanging).toEqual([{ id: event.eventId, what: 'event', title: 'Board' }])
  const { did } = await desk.do('event.cancel', { eventId: event.eventId })
  expect(await show(papers.id)).toMatchObject({
    state: 'cancelled',
    cancelled: { reason: 'What it was for was called off.' },
  })
  await desk.do('journal.undo', { entry: did.entry })
  expect(await show(papers.id)).toMatchObject({ state: 'open' })
})

describe('the record', () => {
  const record = () => desk.do<RecordView>('work.record')

  test('counts what was on time and to standard, and every number is that of its items', async () => {
    const { all, kinds, months, items, words } = await record()
    expect(words).toBe(`On time and to standard ${all.both} of ${all.of}`)
    expect(items).toHaveLength(all.of)
    for (const one of [...kinds, ...months]) {
      const its = items.filter(({ kind, month }) => ('kind' in one ? kind === one.kind : month === one.month))
      expect(its).toHaveLength(one.of)
      expect(its.filter(({ onTime, toStandard }) => onTime && toStandard)).toHaveLength(one.both)
    }
    expect(items.filter(({ what }) => what === 'missed').map(({ on }) => on)).toEqual(['2026-11-26', '2026-11-25'])
  })

  test('counts neither stretch nor what others do, and counts what is late and open', async () => {
    const before = await record()
    const stretch = await add('Chair the meeting', { dueOn: '2026-11-20', past: true, stretch: true })
    await close(stretch.id, { late: 'It was hard' })
    const theirs = await add('Menu', { owner: 'theirs', who: 'Kiln Yard Kitchen', dueOn: '2026-11-20', past: true })
    await close(theirs.id, { late: 'They forgot' })
    expect((await record()).all).toEqual(before.all)
    expect((await record()).stretch.map(({ title }) => title)).toEqual(['Chair the meeting'])
    await add('Still open', { dueOn: '2026-11-20', past: true })
    expect((await record()).all).toMatchObject({ of: before.all.of + 1, both: before.all.both })
  })
})
