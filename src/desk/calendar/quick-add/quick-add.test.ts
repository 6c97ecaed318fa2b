import fc from 'fast-check'
import { expect, test } from 'vitest'
import first from './first.cases.json' with { type: 'json' }
import { understand } from './model.ts'
import second from './second.cases.json' with { type: 'json' }
import third from './third.cases.json' with { type: 'json' }

/** A line as somebody types it, and what it must mean; fields that are not there are not judged. */
type Case = {
  text: string
  title?: string
  start?: string
  end?: string
  allDay?: boolean
  zone?: string
  place?: string
  label?: string
  link?: string
  people?: string[]
  rrule?: Record<string, string>
  assumed?: boolean
  noTime?: boolean
  refused?: boolean
  noWrongDate?: boolean
}

/** What may be meant another way is asked about, whatever else was understood. */
const asked = [
  'Tursday 3pm budget',
  'March with Tom 3pm',
  'mid-March 3pm offsite',
  'last Friday 3pm drinks',
  'Tuesday after next 3pm call',
  'Mon or Tue 3pm call',
  'Mon and Wed 3pm gym',
  'tues/thurs 3pm gym',
  'gym mon/wed/fri 7am',
  'Thu 9am to Fri 5pm offsite',
  'Thu-Fri 3pm workshop',
  'Fri 9-10 or 11-12 call',
  'Thu 15:00 until 3 Dec training',
  'Tues 31 Nov 10am committee',
  '30 Feb 2pm tax review',
  'the 32nd 3pm review',
  '26.11 3pm budget',
  'Call Jo Thu 25:30',
  'Call Max Fri 3:75pm',
  'end of month 3pm close',
  'next year 3pm review',
  'Black Friday sale 9am',
  'Thurs 13:00 UTC+2 call',
  'Montag 15:00 Budget',
].map((text) => ({ text, refused: true }))

/** What may look like a day, an hour or a rule, and is part of the name. */
const names = [
  { text: '5 a side football Thu 7pm', title: '5 a side football', start: '2026-11-26T19:00:00' },
  { text: 'Quarterly business review 10 Dec 2-4pm', title: 'Quarterly business review', start: '2026-12-10T14:00:00' },
  { text: 'Fri 3pm call about next week', title: 'call about next week', start: '2026-11-27T15:00:00' },
  { text: 'Call 020 7946 0018 Thu 3pm', title: 'Call 020 7946 0018', start: '2026-11-26T15:00:00' },
  { text: 'Fri 3pm end of year review', title: 'end of year review', start: '2026-11-27T15:00:00' },
]

const now = Temporal.ZonedDateTime.from('2026-11-23T11:40:00[Europe/London]')
const read = (text: string) => understand(text, { now })
const parts = (rrule: string | null) => Object.fromEntries((rrule ?? '').split(';').map((part) => part.split('=')))

/** What was assumed beyond how long it takes: a guess at the day or the hour has to be said. */
const guesses = (assumed: readonly string[]) => assumed.filter((words) => !words.startsWith('No length was given'))

test.each([...first.cases, ...second.cases, ...third.cases, ...asked, ...names] as Case[])('“$text”', (line) => {
  const { draft, assumed } = read(line.text)
  if (line.noTime || line.refused) return expect(draft).toBeNull()
  if (line.noWrongDate) return expect(draft === null || guesses(assumed).length > 0).toBe(true)
  expect(draft).not.toBeNull()
  if (!draft) return
  if (line.title) expect(draft.title.toLowerCase()).toBe(line.title.toLowerCase())
  expect(draft.when).toMatchObject({
    ...(line.allDay !== undefined && { allDay: line.allDay }),
    ...(line.start && { start: line.start }),
    ...(line.end && { end: line.end }),
    ...(line.zone && { zone: line.zone }),
  })
  if (line.place) expect(draft.place?.toLowerCase()).toBe(line.place.toLowerCase())
  if (line.label) expect(draft.label).toBe(line.label)
  if (line.link) expect(draft.link).toBe(line.link)
  if (line.people) expect(draft.people.map((person) => person.address)).toEqual(line.people)
  if (line.rrule) expect(parts(draft.rrule)).toMatchObject(line.rrule)
  if (line.assumed) expect(assumed).not.toEqual([])
})

const day = fc.integer({ min: 1, max: 360 }).map((ahead) => now.toPlainDate().add({ days: ahead }))
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 5, 15, 30, 45))
  .map(([hour, minute]) => Temporal.PlainTime.from({ hour, minute }))
const short = { month: 'short' } as const
const days: readonly ((on: Temporal.PlainDate) => string)[] = [
  (on) => on.toString(),
  (on) => `${on.day} ${on.toLocaleString('en-GB', { month: 'long' })}`,
  (on) => `${on.day} ${on.toLocaleString('en-US', short)}`,
  (on) => `${on.toLocaleString('en-US', short)} ${on.day}`,
  (on) =>
    `${on.toLocaleString('en-GB', { weekday: 'long' })} ${on.day} ${on.toLocaleString('en-GB', { month: 'long' })}`,
]
const twelve = (at: Temporal.PlainTime) =>
  `${at.hour % 12 || 12}${at.minute === 0 ? '' : `:${String(at.minute).padStart(2, '0')}`}${at.hour < 12 ? 'am' : 'pm'}`
const times: readonly ((at: Temporal.PlainTime) => string)[] = [
  (at) => at.toString({ smallestUnit: 'minute' }),
  twelve,
  (at) => `at ${twelve(at)}`,
]

test('any day and time, however it is written and wherever it stands, is read as that day and time', () => {
  fc.assert(
    fc.property(
      day,
      time,
      fc.constantFrom(...days),
      fc.constantFrom(...times),
      fc.boolean(),
      (on, at, sayDay, sayTime, first) => {
        const when = `${sayDay(on)} ${sayTime(at)}`
        const { draft } = read(first ? `${when} budget talk` : `budget talk ${when}`)
        expect(draft).toMatchObject({
          title: 'budget talk',
          when: { allDay: false, start: `${on}T${at.toString({ smallestUnit: 'second' })}` },
        })
      },
    ),
  )
})

const likeDays = [
  'Monday.com',
  'Sat nav',
  'Daily Mail',
  'Sunday Times',
  'Sheffield Wednesday',
  'Friday numbers',
  'June’s',
]
test('a name that only looks like a day is a name, and the day beside the time is the day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...likeDays), day, time, fc.constantFrom(...days), (name, on, at, sayDay) => {
      const { draft } = read(`${name} review ${sayDay(on)} ${twelve(at)}`)
      expect(draft).toMatchObject({
        title: `${name} review`,
        when: { start: `${on}T${at.toString({ smallestUnit: 'second' })}` },
        rrule: null,
      })
    }),
  )
})

const weekday = fc.constantFrom('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
test('a weekday with two letters exchanged is never silently another day', () => {
  fc.assert(
    fc.property(weekday, fc.integer({ min: 1, max: 6 }), (name, at) => {
      const slip = `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`
      fc.pre(slip.toLowerCase() !== name.toLowerCase())
      const { draft, assumed } = read(`${slip} 3pm budget`)
      if (!draft) return
      const on = Temporal.PlainDate.from(draft.when.start.slice(0, 10)).toLocaleString('en-GB', { weekday: 'long' })
      if (on === name) expect(assumed).toContain(`“${slip}” was read as ${name}`)
      else expect(draft.title).toBe(`${slip} budget`)
      expect(guesses(assumed)).not.toEqual([])
    }),
  )
})

test('any length is read as that length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 480 }), fc.constantFrom('m', 'min', ' minutes'), (minutes, unit) => {
      const { draft } = read(`thu 9am ${minutes}${unit} budget talk`)
      const when = draft?.when
      if (!when || when.allDay) return expect.unreachable()
      const length = Temporal.PlainDateTime.from(when.start).until(when.end).total('minutes')
      expect(length).toBe(minutes)
    }),
  )
})

test('whatever is typed, nothing breaks, and what is read ends after it starts', () => {
  const word = fc.constantFrom(
    'thu',
    '3pm',
    '9-10',
    'every',
    'second',
    'friday',
    'until',
    '32 dec',
    '24/11',
    '@',
    ',',
    'room',
    'at',
    '99',
    'x@y.example',
    'noon',
    '1h',
    'next',
    'private:',
    'to',
    'CET',
    'may',
    '2026-13-40',
    'in 9 weeks',
    'Wendesday',
    'Sat nav',
    'or',
    'last',
    'NYE',
    'half past',
    'five',
    '3-ish',
    '8am ET / 1pm UK',
    'first Monday in',
    'the 31st',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 600, unit: 'grapheme' }),
        fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      ),
      (text) => {
        const { draft, parts: found } = read(text)
        for (const part of found) expect(part.from).toBeLessThanOrEqual(part.to)
        if (draft)
          expect(draft.when.end > draft.when.start || (!draft.when.allDay && draft.when.end >= draft.when.start)).toBe(
            true,
          )
      },
    ),
    { numRuns: 500 },
  )
})

test('the same line means the same whatever zone the server is in', () => {
  const tokyo = Temporal.ZonedDateTime.from('2026-11-23T11:40:00[Asia/Tokyo]')
  expect(understand('tomorrow 9am budget', { now: tokyo }).draft?.when).toMatchObject({
    start: '2026-11-24T09:00:00',
    zone: 'Asia/Tokyo',
  })
})
