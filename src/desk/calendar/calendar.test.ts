import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../testing.ts'
import { at, calendarOf } from './testing.ts'

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

describe('calendars', () => {
  test('one is added, renamed and listed with its events, and undo takes the name back', async () => {
    const id = await the.add('Choir', { label: 'private' })
    const { did } = await desk.do('calendar.change', { id, name: 'Singing', countsAsBusy: false })
    expect(await the.words()).toBe(
      'Changed the calendar “Choir”: it is now called “Singing”, it does not count as busy',
    )
    await the.undo(did.entry)
    const { calendars } = await desk.do<{ calendars: object[] }>('calendar.list')
    expect(calendars).toContainEqual({
      id,
      name: 'Choir',
      owner: 'executive',
      countsAsBusy: true,
      readOnly: false,
      label: 'private',
      readers: [],
      events: 0,
    })
  })

  test('two may not have one name', async () => {
    expect(await desk.try('calendar.add', { name: 'work' })).toMatchObject({
      refused: { why: 'bad-input', path: 'name', standing: [work] },
    })
  })

  test('removed, it takes its events along; undo brings all of it back', async () => {
    const id = await the.add('Short')
    await the.event(id, { title: 'Gone', when: at('2027-02-01T09:00', '10:00') })
    const { did } = await desk.do('calendar.remove', { id })
    expect(await the.lines('2027-02-01')).toEqual([])
    await the.undo(did.entry)
    expect(await the.lines('2027-02-01')).toEqual(['Gone 2027-02-01T09:00 Europe/London'])
  })

  test('one that is only read is not changed here', async () => {
    const id = await the.add('From elsewhere')
    const made = await the.event(id, { title: 'Theirs', when: at('2027-02-02T09:00', '10:00') })
    await desk.do('calendar.change', { id, readOnly: true })
    expect(await desk.try('event.edit', { eventId: made.eventId, set: { title: 'Ours' } })).toMatchObject({
      refused: { why: 'not-yours', standing: [id] },
    })
  })
})

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

const awkward = fc.constantFrom(
  '\u0000',
  '\ud800',
  '\udc00',
  '\\',
  'u0000',
  '"',
  '\n',
  '<script>',
  '👩‍🚀',
  'ß',
  ';',
  ',',
  ':',
)
const anyText = fc.oneof(
  fc.array(awkward, { maxLength: 12 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
)
const refused = (path: string) => ({ refused: { why: 'bad-input', path } })
const isText = (text: string) => text.isWellFormed() && !text.includes('\u0000')

test('whatever text is written on an event comes back, or is refused by where it stands', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const draft = { title: `T${text}`.slice(0, 400), notes: text, when: at('2027-12-01T09:00', '10:00') }
      if (!isText(text)) {
        const wrong = isText(draft.title) ? 'notes' : 'title'
        expect(await desk.try('event.add', { calendarId: work, ...draft })).toMatchObject(refused(wrong))
        return
      }
      const made = await the.event(work, draft)
      const kept = await the.show(made.eventId)
      expect(kept.notes).toBe(text)
      expect(kept.title).toBe(draft.title.trim())
      expect((await desk.do<{ ics: string }>('calendar.export')).ics.length).toBeGreaterThan(100)
    }),
    { numRuns: 40 },
  )
})

test('whatever a calendar, a place or a feed is called is kept, or refused by where it stands', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const name = `N${text}`.slice(0, 60)
      const asked = [
        ['name', await desk.try('calendar.add', { name })],
        ['name', await desk.try('calendar.change', { id: work, name })],
        ['name', await desk.try('feed.make', { name })],
        ['name', await desk.try('place.change', { name, zone: null })],
        ['aliases.1', await desk.try('place.change', { name: 'Attic', aliases: ['Loft', name] })],
        ['to', await desk.try('place.minutes', { from: 'Attic', to: name, minutes: 7 })],
        ['text', await desk.try('event.understand', { text: name })],
      ] as const
      for (const [path, answer] of asked) {
        if (!isText(name)) expect(answer).toMatchObject(refused(path))
        // What is called the same already may be refused; what cannot be kept is not what is wrong.
        else expect(JSON.stringify(answer)).not.toContain('cannot be kept')
      }
    }),
    { numRuns: 40 },
  )
  const { calendars } = await desk.do<{ calendars: { id: string }[] }>('calendar.list')
  for (const { id } of calendars) if (id !== work) await desk.do('calendar.remove', { id })
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

  test('changes are undone one after the other, the last first, and done again', async () => {
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

  test('undo of an undo does it again', async () => {
    const made = await the.event(work, { title: 'There and back', when: at('2027-11-01T09:00', '10:00') })
    const moved = await desk.do('event.move', { eventId: made.eventId, when: at('2027-11-02T09:00', '10:00') })
    const undone = await the.undo(moved.did.entry)
    expect(await the.lines('2027-11-01', '2027-11-02')).toEqual(['There and back 2027-11-01T09:00 Europe/London'])
    await the.undo(undone.did.entry)
    expect(await the.lines('2027-11-01', '2027-11-02')).toEqual(['There and back 2027-11-02T09:00 Europe/London'])
  })
})
