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

describe('an event', () => {
  test('is added with its zone, shown, and said in the journal with weekday and zone', async () => {
    const made = await the.event(work, { title: 'Legal', when: at('2026-11-26T15:00', '15:45'), place: 'Room 4' })
    expect(made).toMatchObject({
      title: 'Legal',
      start: '2026-11-26T15:00:00+00:00[Europe/London]',
      zone: 'Europe/London',
      place: 'Room 4',
      repeats: false,
      recurrenceId: null,
      version: 1,
      when: at('2026-11-26T15:00', '15:45'),
    })
    expect(await the.words()).toBe('Added “Legal” on Thursday 26 November 2026, 15:00–15:45 Europe/London')
    expect(await the.show(made.eventId)).toEqual(made)
  })

  test('that is impossible is refused with the path', async () => {
    const no = (draft: object) => desk.try('event.add', { calendarId: work, title: 'X', ...draft })
    const refused = (path: string) => ({ refused: { why: 'bad-input', path } })
    expect(await no({ when: at('2026-11-26T15:00', '14:00') })).toMatchObject(refused('when.end'))
    expect(await no({ when: at('2026-11-26T15:00', '16:00', 'Europe/Atlantis') })).toMatchObject(refused('when.zone'))
    expect(await no({ when: { allDay: true, start: '2026-11-26', end: '2026-11-26' } })).toMatchObject(
      refused('when.end'),
    )
    expect(await no({ when: at('2026-11-26T15:00', '16:00'), rrule: 'FREQ=SOMETIMES' })).toMatchObject(refused('rrule'))
  })

  test('at an hour that a change of clocks skips exists, by the offset before the change', async () => {
    await the.event(work, { title: 'Night', when: at('2027-03-28T01:30', '02:30') })
    await the.event(work, { title: 'Short night', when: at('2027-03-28T01:30', '02:15') })
    expect(await the.on('2027-03-28')).toMatchObject([
      {
        title: 'Night',
        start: '2027-03-28T02:30:00+01:00[Europe/London]',
        end: '2027-03-28T02:30:00+01:00[Europe/London]',
      },
      { title: 'Short night', end: '2027-03-28T03:15:00+01:00[Europe/London]' },
    ])
  })

  test('is changed in one field, the others stay, and undo restores it', async () => {
    const made = await the.event(work, {
      title: 'Draft',
      when: at('2027-01-11T09:00', '10:00'),
      notes: 'Bring the file.',
    })
    const { did, event } = await desk.do<{ event: { title: string; notes: string; version: number } }>('event.edit', {
      eventId: made.eventId,
      set: { title: 'Final' },
    })
    expect(event).toMatchObject({ title: 'Final', notes: 'Bring the file.', version: 2 })
    expect(await the.words()).toBe(
      'Changed “Draft” on Monday 11 January 2027, 09:00–10:00 Europe/London: the title is now “Final”',
    )
    await the.undo(did.entry)
    expect(await the.show(made.eventId)).toMatchObject({ title: 'Draft', version: 3 })
  })

  test('that was changed since one looked is not changed again', async () => {
    const made = await the.event(work, { title: 'Race', when: at('2027-01-12T09:00', '10:00') })
    await desk.do('event.edit', { eventId: made.eventId, version: 1, set: { title: 'First' } })
    expect(await desk.try('event.edit', { eventId: made.eventId, version: 1, set: { title: 'Second' } })).toMatchObject(
      {
        refused: { why: 'moved-on', standing: [made.eventId] },
      },
    )
  })

  test('counts its moves, and a move is said with both times', async () => {
    const made = await the.event(work, { title: 'Wanders', when: at('2027-01-13T09:00', '10:00') })
    await desk.do('event.move', { eventId: made.eventId, when: at('2027-01-13T11:00', '12:00') })
    expect(await the.words()).toBe(
      'Moved “Wanders” on Wednesday 13 January 2027, 09:00–10:00 Europe/London to Wednesday 13 January 2027, 11:00–12:00 Europe/London',
    )
    await desk.do('event.move', { eventId: made.eventId, when: at('2027-01-14T11:00', '12:00') })
    expect(await the.show(made.eventId)).toMatchObject({ moves: 2, start: '2027-01-14T11:00:00+00:00[Europe/London]' })
  })

  test('is cancelled, stays to be seen, and is brought back', async () => {
    const made = await the.event(work, { title: 'Maybe', when: at('2027-01-15T09:00', '10:00') })
    await desk.do('event.cancel', { eventId: made.eventId, reason: 'ill' })
    expect(await the.words()).toContain('Cancelled “Maybe”')
    expect(await the.on('2027-01-15')).toMatchObject([{ title: 'Maybe', cancelled: true, busy: false }])
    await desk.do('event.restore', { eventId: made.eventId })
    expect(await the.on('2027-01-15')).toMatchObject([{ title: 'Maybe', cancelled: false, busy: true }])
  })

  test('of all day stands on its dates and has no zone', async () => {
    await the.event(work, { title: 'Fair', when: { allDay: true, start: '2027-01-20', end: '2027-01-22' } })
    expect(await the.on('2027-01-21')).toMatchObject([
      { title: 'Fair', start: '2027-01-20', end: '2027-01-22', zone: null },
    ])
    expect(await the.lines('2027-01-22')).toEqual([])
  })
})

describe('changes of an event', () => {
  test('are undone one after the other, the last first, and done again', async () => {
    const draft = { calendarId: work, title: 'Stairs', when: at('2027-12-01T09:00', '10:00') }
    const added = await desk.do<{ event: { eventId: string }; did: { entry: string } }>('event.add', draft)
    const made = added.event
    const first = await desk.do('event.move', { eventId: made.eventId, when: at('2027-12-02T09:00', '10:00') })
    const second = await desk.do('event.edit', { eventId: made.eventId, set: { title: 'Stairs, up' } })
    const third = await desk.do('event.cancel', { eventId: made.eventId })
    const lines = () => the.lines('2027-12-01', '2027-12-02')
    expect(await desk.try('journal.undo', { entry: first.did.entry })).toMatchObject({ refused: { why: 'moved-on' } })
    await the.undo(third.did.entry)
    const again = await the.undo(second.did.entry)
    expect(await lines()).toEqual(['Stairs 2027-12-02T09:00 Europe/London'])
    await the.undo(first.did.entry)
    expect(await lines()).toEqual(['Stairs 2027-12-01T09:00 Europe/London'])
    expect(await desk.try('journal.undo', { entry: again.did.entry })).toMatchObject({ refused: { why: 'moved-on' } })
    await the.undo(added.did.entry)
    expect(await lines()).toEqual([])
  })

  test('whose undo is undone are done again', async () => {
    const made = await the.event(work, { title: 'There and back', when: at('2027-11-01T09:00', '10:00') })
    const moved = await desk.do('event.move', { eventId: made.eventId, when: at('2027-11-02T09:00', '10:00') })
    const undone = await the.undo(moved.did.entry)
    expect(await the.lines('2027-11-01', '2027-11-02')).toEqual(['There and back 2027-11-01T09:00 Europe/London'])
    await the.undo(undone.did.entry)
    expect(await the.lines('2027-11-01', '2027-11-02')).toEqual(['There and back 2027-11-02T09:00 Europe/London'])
  })
})

describe('a typed line', () => {
  test('is read with weekday and zone, saves nothing, and can be added as it was read', async () => {
    const { draft, words } = await desk.do<{ draft: object; words: string }>('event.understand', {
      text: 'Thu 3pm 45m legal, room 4',
    })
    expect(words).toBe('Thursday 26 November, 15:00–15:45 Europe/London · legal · room 4')
    expect(await the.lines('2026-11-26')).toEqual([])
    await the.event(work, draft)
    expect(await the.lines('2026-11-26')).toEqual(['legal 2026-11-26T15:00 Europe/London'])
  })
})
