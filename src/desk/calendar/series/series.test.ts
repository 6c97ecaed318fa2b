import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import { at, calendarOf } from '../testing.ts'

let desk: TestDesk
let the: ReturnType<typeof calendarOf>
let work: string
beforeAll(async () => {
  desk = await testDesk()
  the = calendarOf(desk)
})
beforeEach(async () => {
  work = await the.add('Work')
})
afterEach(() => desk.do('calendar.remove', { id: work }))
afterAll(() => desk.stop())

const weekly = (title: string, start: string, end: string, more: object = {}) =>
  the.event(work, { title, when: at(start, end), rrule: 'FREQ=WEEKLY', ...more })

describe('a series', () => {
  test('is changed for one occurrence, which keeps its identity when it moves', async () => {
    const made = await weekly('Team', '2027-04-05T09:00', '10:00')
    const target = { eventId: made.eventId, recurrenceId: '2027-04-12T09:00:00', extent: 'this' }
    const { event, did } = await desk.do<{ event: object }>('event.move', {
      ...target,
      when: at('2027-04-13T14:00', '15:00'),
    })
    expect(event).toMatchObject({
      recurrenceId: '2027-04-12T09:00:00',
      start: expect.stringContaining('2027-04-13T14:00'),
    })
    expect(await the.lines('2027-04-05', '2027-04-20')).toEqual([
      'Team 2027-04-05T09:00 Europe/London',
      'Team 2027-04-13T14:00 Europe/London',
      'Team 2027-04-19T09:00 Europe/London',
    ])
    await desk.do('event.edit', { ...target, set: { title: 'Team, in Leeds' } })
    expect((await the.lines('2027-04-13'))[0]).toBe('Team, in Leeds 2027-04-13T14:00 Europe/London')
    expect(await desk.try('journal.undo', { entry: did.entry })).toMatchObject({ refused: { why: 'moved-on' } })
  })

  test('cannot be given a repeat for one occurrence', async () => {
    const made = await weekly('Solo', '2027-04-06T09:00', '10:00')
    const target = { eventId: made.eventId, recurrenceId: '2027-04-13T09:00:00', extent: 'this' }
    expect(await desk.try('event.edit', { ...target, set: { rrule: 'FREQ=DAILY' } })).toMatchObject({
      refused: { why: 'bad-input', path: 'set.rrule' },
    })
    expect(await desk.try('event.cancel', { ...target, recurrenceId: '2027-04-14T09:00:00' })).toMatchObject({
      refused: { why: 'not-there', path: 'recurrenceId' },
    })
  })

  test('moved from one occurrence on is two series, and undo makes it one again', async () => {
    const made = await weekly('Numbers', '2027-05-03T09:00', '10:00', { rrule: 'FREQ=WEEKLY;COUNT=4' })
    await desk.do('event.edit', {
      eventId: made.eventId,
      recurrenceId: '2027-05-24T09:00:00',
      extent: 'this',
      set: { title: 'Numbers, last' },
    })
    const before = await the.lines('2027-05-01', '2027-06-30')
    const { did, event } = await desk.do<{ event: { eventId: string; uid: string } }>('event.move', {
      eventId: made.eventId,
      recurrenceId: '2027-05-17T09:00:00',
      extent: 'following',
      when: at('2027-05-18T10:00', '11:30'),
    })
    expect(event.eventId).not.toBe(made.eventId)
    expect(event.uid).not.toBe(made.uid)
    expect(await the.lines('2027-05-01', '2027-06-30')).toEqual([
      'Numbers 2027-05-03T09:00 Europe/London',
      'Numbers 2027-05-10T09:00 Europe/London',
      'Numbers 2027-05-18T10:00 Europe/London',
      'Numbers, last 2027-05-25T10:00 Europe/London',
    ])
    await the.undo(did.entry)
    expect(await the.lines('2027-05-01', '2027-06-30')).toEqual(before)
  })

  test('moved whole to another weekday takes its rule and its changed occurrences along', async () => {
    const made = await weekly('Review', '2027-06-07T09:00', '10:00', { rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' })
    await desk.do('event.edit', {
      eventId: made.eventId,
      recurrenceId: '2027-06-14T09:00:00',
      extent: 'this',
      set: { title: 'Review with the board' },
    })
    await desk.do('event.move', {
      eventId: made.eventId,
      recurrenceId: '2027-06-21T09:00:00',
      extent: 'all',
      when: at('2027-06-22T08:00', '09:00'),
    })
    expect(await the.lines('2027-06-01', '2027-07-20')).toEqual([
      'Review 2027-06-08T08:00 Europe/London',
      'Review with the board 2027-06-15T08:00 Europe/London',
      'Review 2027-06-22T08:00 Europe/London',
    ])
    expect((await the.show(made.eventId)).rrule).toBe('FREQ=WEEKLY;BYDAY=TU;COUNT=3')
  })

  test('that repeats on several weekdays is not moved to another day whole', async () => {
    const made = await weekly('Stand-up', '2027-07-05T09:00', '09:15', { rrule: 'FREQ=WEEKLY;BYDAY=MO,WE' })
    expect(
      await desk.try('event.move', { eventId: made.eventId, when: at('2027-07-06T09:00', '09:15') }),
    ).toMatchObject({ refused: { why: 'bad-input', path: 'when' } })
  })

  test('changed for all keeps what was changed for one', async () => {
    const made = await weekly('Plan', '2027-08-02T09:00', '10:00', { place: 'Room 1' })
    const target = { eventId: made.eventId, recurrenceId: '2027-08-09T09:00:00' }
    await desk.do('event.edit', { ...target, extent: 'this', set: { place: 'Room 9' } })
    await desk.do('event.edit', { ...target, extent: 'all', set: { place: 'Room 2', title: 'Plan B' } })
    expect((await the.on('2027-08-02', '2027-08-16')).map(({ title, place }) => `${title}, ${place}`)).toEqual([
      'Plan B, Room 2',
      'Plan B, Room 9',
      'Plan B, Room 2',
    ])
  })

  test('is cancelled from one occurrence on, and that is brought back', async () => {
    const made = await weekly('Course', '2027-09-06T09:00', '10:00', { rrule: 'FREQ=WEEKLY;UNTIL=20270927T080000Z' })
    const { event } = await desk.do<{ event: { eventId: string } }>('event.cancel', {
      eventId: made.eventId,
      recurrenceId: '2027-09-20T09:00:00',
      extent: 'following',
    })
    expect(await the.lines('2027-09-01', '2027-10-30')).toEqual([
      'Course 2027-09-06T09:00 Europe/London',
      'Course 2027-09-13T09:00 Europe/London',
      '✗ Course 2027-09-20T09:00 Europe/London',
      '✗ Course 2027-09-27T09:00 Europe/London',
    ])
    await desk.do('event.restore', { eventId: event.eventId, recurrenceId: '2027-09-27T09:00:00', extent: 'this' })
    expect(await the.lines('2027-09-20', '2027-09-30')).toEqual([
      '✗ Course 2027-09-20T09:00 Europe/London',
      'Course 2027-09-27T09:00 Europe/London',
    ])
  })

  test('given another rule loses the changed occurrences that have no place in it, and undo brings them back', async () => {
    const made = await weekly('Talk', '2027-10-04T09:00', '10:00')
    await desk.do('event.edit', {
      eventId: made.eventId,
      recurrenceId: '2027-10-11T09:00:00',
      extent: 'this',
      set: { title: 'Talk, long' },
    })
    const { did } = await desk.do('event.edit', { eventId: made.eventId, set: { rrule: 'FREQ=WEEKLY;INTERVAL=2' } })
    expect(await the.lines('2027-10-01', '2027-10-20')).toEqual([
      'Talk 2027-10-04T09:00 Europe/London',
      'Talk 2027-10-18T09:00 Europe/London',
    ])
    await the.undo(did.entry)
    expect(await the.lines('2027-10-10', '2027-10-12')).toEqual(['Talk, long 2027-10-11T09:00 Europe/London'])
  })
})
