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
