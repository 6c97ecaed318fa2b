import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultBoards } from '../../../authority/board/model.ts'
import { type TestDesk, testDesk } from '../../../testing.ts'
import type { PriorityView, SetView } from '../model.ts'

let desk: TestDesk
let work: string
let dana: string
let noor: string

const zone = 'Europe/London'
const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone,
  endZone: null,
})
const event = async (title: string, day: string, from: string, to: string) =>
  (
    await desk.do<{ event: { eventId: string } }>('event.add', {
      calendarId: work,
      title,
      when: timed(day, from, to),
    })
  ).event.eventId
const asDana = <O>(operation: string, input: object) => desk.do<O>(operation, input, { member: dana })
const priority = (title: string, more: object = {}) =>
  asDana<{ id: string }>('priority.add', { horizon: 'quarter', on: '2026-11-23', title, ...more })
const setOf = async (on: string): Promise<SetView> => {
  const { sets } = await asDana<{ sets: SetView[] }>('priority.list', { on })
  const found = sets.find(({ horizon }) => horizon === 'quarter')
  if (!found) throw new Error('no quarter')
  return found
}
const one = async (title: string, on: string): Promise<PriorityView> => {
  const found = (await setOf(on)).priorities.find((each) => each.title === title)
  if (!found) throw new Error(`no ${title}`)
  return found
}

beforeAll(async () => {
  desk = await testDesk()
  dana = await desk.sit('executive', 'Dana')
  noor = await desk.sit('assistant', 'Noor', { ...defaultBoards.assistant, private: 'none' })
  work = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
  await priority('Board preparation', { meant: 25, rules: [{ words: ['board'] }] })
})
afterAll(() => desk.stop())

describe('what belongs to a priority', () => {
  test('counts work by its effort apart from the hours: what was closed in the week, and what is due in one that is not over', async () => {
    const monday = desk.at
    const first = await one('Board preparation', '2026-11-23')
    const add = async (title: string, more: object = {}) =>
      (await desk.do<{ work: { id: string } }>('work.add', { title, goal: 'Board ready', ...more })).work.id
    const goal = await priority('Readiness', { rules: [{ goals: ['board ready'] }] })
    await add('Pack', { effort: 90, dueOn: '2026-11-25' })
    await add('Caterers', { owner: 'theirs', who: 'Kiln Yard', effort: 600, dueOn: '2026-11-25' })
    const unsaid = await add('Copies', { dueOn: '2026-11-26' })
    const done = await add('Minutes', { effort: 200, dueOn: '2026-11-24', label: 'private' })
    await desk.do('work.close', { id: done })
    const now = await one('Readiness', '2026-11-23')
    expect(now.effort).toEqual({
      done: { minutes: 200, pieces: 1, unsaid: 0 },
      due: { minutes: 90, pieces: 2, unsaid: 1 },
      words: '3 h 20 min of work done, 1 h 30 min of work and 1 piece with no effort given due',
    })
    expect(now.lived).toMatchObject({ minutes: 0, events: 0 })
    type Work = {
      work: { title: string; is: string; minutes: number | null }[]
      privateWork: { pieces: number } | null
    }
    const counted = (member: string) =>
      desk.do<Work>('priority.counted', { horizon: 'quarter', on: '2026-11-23', id: goal.id }, { member })
    expect((await counted(dana)).work.map(({ title, is, minutes }) => [title, is, minutes])).toEqual([
      ['Minutes', 'done', 200],
      ['Pack', 'due', 90],
      ['Copies', 'due', null],
    ])
    const hers = await counted(noor)
    expect(hers.work.map(({ title }) => title)).toEqual(['Pack', 'Copies'])
    expect(hers.privateWork).toEqual({ minutes: 200, pieces: 1, unsaid: 0 })
    desk.at = monday.add({ hours: 7 * 24 })
    await desk.do('work.close', { id: unsaid, late: 'It came late' })
    expect((await one('Readiness', '2026-11-23')).effort.words).toBe('3 h 20 min of work done')
    expect((await one('Readiness', '2026-11-30')).effort.words).toBe('1 piece of work with no effort given done')
    await asDana('priority.order', { horizon: 'quarter', on: '2026-11-23', ids: [goal.id, first.id] })
    expect((await setOf('2026-11-23')).sentence).toBe(
      'Readiness comes first this quarter; nothing is known of last week. Beside the calendar: 3 h 20 min of work done.',
    )
    desk.at = monday
    await asDana('priority.remove', { id: goal.id })
  })

  test('is counted anew whatever moves, comes, goes or is taken back, and in whatever week', async () => {
    const minutes = async (on: string) => (await one('Board preparation', on)).lived.minutes
    type Told = { weeks: { from: string }[]; priorities: { title: string; shares: (number | null)[] }[] }
    const told = async (on: string) => {
      const { weeks, priorities } = await asDana<Told>('priority.trend', { horizon: 'quarter', on: '2026-11-23' })
      const share = priorities.find(({ title }) => title === 'Board preparation')?.shares[
        weeks.findIndex(({ from }) => from === on)
      ]
      return share === null || share === undefined ? share : Math.round(share * 2550)
    }
    const both = async () => [await minutes('2026-10-12'), await told('2026-10-12'), await told('2026-10-19')]
    expect(await both()).toEqual([0, null, null])
    const id = await event('Board talk', '2026-10-14', '09:00', '10:00')
    expect(await both()).toEqual([60, 60, null])
    const move = { eventId: id, recurrenceId: null, extent: 'all', when: timed('2026-10-21', '09:00', '11:00') }
    const moved = await desk.do('event.move', move)
    expect(await both()).toEqual([0, null, 120])
    await desk.do('journal.undo', { entry: moved.did.entry })
    expect(await both()).toEqual([60, 60, null])
    await desk.do('event.edit', { eventId: id, set: { title: 'Dashboards' } })
    expect(await both()).toEqual([0, 0, null])
    await desk.do('event.edit', { eventId: id, set: { title: 'Board again' } })
    await desk.do('calendar.change', { id: work, countsAsBusy: false })
    expect(await both()).toEqual([0, null, null])
    await desk.do('calendar.change', { id: work, countsAsBusy: true })
    const flight = { ...timed('2026-10-13', '08:00', '12:00'), endZone: 'America/New_York' }
    const { event: flown } = await desk.do<{ event: { eventId: string } }>('event.add', {
      calendarId: work,
      title: 'XQ 1',
      when: flight,
    })
    // In New York nine in London is four in the morning.
    expect(await both()).toEqual([0, 0, null])
    await desk.do('event.cancel', { eventId: flown.eventId, recurrenceId: null, extent: 'all' })
    expect(await both()).toEqual([60, 60, null])
    await desk.do('event.cancel', { eventId: id, recurrenceId: null, extent: 'all' })
    expect(await both()).toEqual([0, null, null])
  })
})
