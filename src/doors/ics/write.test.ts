import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventPart, When, WrittenZone } from '../../plan/series.ts'
import { instantText, wallFromText } from '../../plan/text.ts'
import { asDay, asInstant, asWall, dayMs } from '../../plan/time.ts'
import { zoneOf } from '../../plan/zone.ts'
import { readEvent } from './event.ts'
import { unfold } from './lines.ts'
import { readFile } from './read.ts'
import { isUnusable } from './scan.ts'
import { rewriteEvent, writeEvent } from './write.ts'
import { writeBusy, writeFile } from './write-file.ts'
import { writeZone } from './write-zone.ts'

const home = zoneOf('Europe/Zurich') as NonNullable<ReturnType<typeof zoneOf>>
const zoned = (name: string): WrittenZone => ({ written: name, name, own: null })
const zoneFor = (tzid: string) => (zoneOf(tzid) ? zoned(tzid) : null)

function reread(text: string): EventPart {
  const read = readEvent(text, 1, zoneFor, home)
  if ('reason' in read) throw new Error(read.reason)
  return read.part
}

function readAll(text: string) {
  const file = readFile(new TextEncoder().encode(text), null)
  if (isUnusable(file)) throw new Error(file.words)
  return file
}

const names = ['Europe/Zurich', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC']
const wall = fc.integer({ min: -50 * 365 * 86_400, max: 130 * 365 * 86_400 }).map((seconds) => asWall(seconds * 1000))
const zone = fc.constantFrom(...names.map(zoned), { written: 'Z', name: 'UTC', own: null })
const date = fc.integer({ min: -18_000, max: 47_000 }).map((day): When => ({ form: 'date', day: asDay(day) }))
const time = fc.oneof(
  fc.record({ form: fc.constant('floating' as const), wall }),
  fc.record({ form: fc.constant('zoned' as const), wall, zone }),
)
const instant = fc.option(fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => asInstant(seconds * 1000)))
const words = fc
  .string({ unit: 'binary', maxLength: 120 })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: content lines cannot hold them (RFC 5545 §3.1)
  .map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]|[\uD800-\uDFFF]/gu, '').trim())
const word = words.map((text) => text.replace(/[\s"]/g, ''))
const address = fc.stringMatching(/^[a-z0-9.]{1,12}@[a-z]{1,8}\.[a-z]{2,3}$/)
const invitee = fc.record({
  address,
  name: fc.option(words.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')),
  answer: fc.constantFrom('accepted', 'declined', 'tentative', 'needs-action'),
  required: fc.boolean(),
})
const length = fc.oneof(
  fc.record({ days: fc.constant(0), ms: fc.integer({ min: 0, max: 400_000 }).map((seconds) => seconds * 1000) }),
  fc.record({
    days: fc.integer({ min: 1, max: 400 }),
    ms: fc.integer({ min: 0, max: 86_399 }).map((seconds) => seconds * 1000),
  }),
)

const times = fc.oneof(
  fc.record({ start: date, length: fc.record({ days: fc.integer({ min: 1, max: 30 }), ms: fc.constant(0) }) }),
  fc.record({ start: time, length }),
)

const part: fc.Arbitrary<EventPart> = fc
  .record({
    uid: word.filter((text) => text !== ''),
    recurrenceId: fc.option(fc.oneof(date, time)),
    thisAndFuture: fc.boolean(),
    sequence: fc.nat(100),
    lastModified: instant,
    dtstamp: instant.map((at) => at ?? asInstant(0)),
    created: instant,
    times,
    rrules: fc.subarray(['FREQ=DAILY;COUNT=3', 'FREQ=WEEKLY;BYDAY=MO,WE']),
    rdates: fc.array(fc.record({ start: time, length: fc.option(length) }), { maxLength: 3 }),
    exdates: fc.array(fc.oneof(date, time), { maxLength: 4 }),
    status: fc.constantFrom('cancelled', 'tentative', 'confirmed'),
    transparent: fc.boolean(),
    title: words,
    notes: words,
    place: fc.option(
      fc.record({
        name: word.filter((text) => /^\p{L}/u.test(text) && !/https?:|[;,|–-]$/i.test(text)),
        geo: fc.option(fc.constant([51.5, -0.25] as const)),
      }),
    ),
    link: fc.option(fc.constant('https://meet.example.com/a?b=c;d,e')),
    organizer: fc.option(address),
    people: fc.uniqueArray(invitee, { maxLength: 4, selector: (each) => each.address }),
    label: fc.constantFrom('private' as const, null),
    categories: fc.array(
      words.filter((text) => text !== ''),
      { maxLength: 3 },
    ),
  })
  .map(({ times: { start, length }, status, thisAndFuture, ...rest }) => ({
    ...rest,
    start,
    length,
    line: 1,
    endZone: null,
    cancelled: status === 'cancelled',
    tentative: status === 'tentative',
    thisAndFuture: thisAndFuture && rest.recurrenceId !== null,
    notes: rest.notes.replaceAll('http', ''),
    kept: [],
  }))

/** Dates are listed in groups by zone, periods last: the order of a list says nothing. */
const settled = (given: EventPart) => ({
  ...given,
  rdates: given.rdates.map((each) => JSON.stringify(each)).sort(),
  exdates: given.exdates.map((each) => JSON.stringify(each)).sort(),
})

describe('an event written', () => {
  test('reads as what it was', () => {
    fc.assert(
      fc.property(part, (given) => {
        expect(settled(reread(writeEvent(given, home)))).toEqual(settled(given))
      }),
      { numRuns: 300 },
    )
  })

  test('has lines of 75 octets at most, ended by CRLF', () => {
    fc.assert(
      fc.property(part, (given) => {
        const text = writeEvent(given, home)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      }),
    )
  })

  test('keeps a nominal day over the night of 23 hours, and an end in another zone', () => {
    const base = reread(
      'BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\nUID:a\r\nDTSTART;TZID=Europe/Zurich:20260328T120000\r\nDURATION:P1D\r\nEND:VEVENT',
    )
    expect(writeEvent(base, home)).toContain('DURATION:P1D')
    const flight = { ...base, length: { days: 0, ms: 8 * 3_600_000 }, endZone: zoned('America/New_York') }
    expect(writeEvent(flight, home)).toContain('DTEND;TZID=America/New_York:20260328T150000')
  })

  test('ends right in the hour that comes twice', () => {
    const text =
      'BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\nUID:a\r\nDTSTART;TZID=Europe/Zurich:20261025T010000\r\nDURATION:PT2H30M\r\nEND:VEVENT'
    const given = reread(text)
    expect(given.length.ms).toBe(9_000_000)
    expect(reread(writeEvent(given, home)).length.ms).toBe(9_000_000)
  })
})

const written = [
  'BEGIN:VEVENT',
  'UID:a',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/Zurich;X-WHY="a;b:c":20260302T090000',
  'DURATION:PT1H',
  'SUMMARY;LANGUAGE=en:A title long enough to be folded by whoever wrote it, which is',
  '  shown here',
  'X-CUSTOM;FEATURE=AUDIO,VIDEO;VALUE=TEXT:kept',
  'ATTENDEE;X-NUM-GUESTS=0;CN=Jo;PARTSTAT=ACCEPTED:mailto:jo@example.com',
  'ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@example.com',
  'ATTENDEE;CN=Sam:mailto:sam@example.com',
  'BEGIN:VALARM',
  'TRIGGER:-PT15M',
  'END:VALARM',
  'END:VEVENT',
].join('\r\n')

describe('an event changed at the desk', () => {
  const before = reread(written)
  const change = (more: Partial<EventPart>) => rewriteEvent(written, before, { ...before, ...more }, home)
  const changedLines = (text: string) => {
    const old = new Set(unfold(written))
    return unfold(text).filter((line) => !old.has(line))
  }

  test('is the same to the byte where nothing changed', () => {
    expect(change({})).toBe(written)
  })

  test('changes only the lines of what changed', () => {
    expect(changedLines(change({ title: 'New; title' }))).toEqual(['SUMMARY:New\\; title'])
    expect(changedLines(change({ cancelled: true, sequence: 1 }))).toEqual(['SEQUENCE:1', 'STATUS:CANCELLED'])
  })

  test('that moves, moves start and end together', () => {
    const start: When = {
      form: 'zoned',
      wall: wallFromText('2026-03-03T09:00') ?? asWall(0),
      zone: zoned('Europe/Zurich'),
    }
    const after = reread(change({ start, length: { days: 0, ms: 7_200_000 } }))
    expect([after.start, after.length]).toEqual([start, { days: 0, ms: 7_200_000 }])
    expect(change({ start })).not.toMatch(/^DURATION/m)
  })

  test('keeps the lines of people who stay, and the room', () => {
    const people = before.people.map((each) =>
      each.address.startsWith('sam') ? { ...each, answer: 'declined' as const } : each,
    )
    const text = change({
      people: [...people, { address: 'new@example.com', name: null, answer: 'needs-action', required: true }],
    })
    expect(changedLines(text)).toEqual([
      'ATTENDEE;CN=Sam;PARTSTAT=DECLINED:mailto:sam@example.com',
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:new@example.com',
    ])
    expect(text).toContain('X-NUM-GUESTS=0')
    expect(unfold(change({ people: [] })).filter((line) => line.startsWith('ATTENDEE'))).toEqual([
      'ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@example.com',
    ])
  })

  test('reads as what it became, whatever changed', () => {
    fc.assert(
      fc.property(part, (given) => {
        const after = { ...given, uid: before.uid, line: 1, kept: before.kept }
        expect(settled(reread(rewriteEvent(written, before, after, home)))).toEqual(settled(after))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a zone written', () => {
  const zones = [
    'Europe/Zurich',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Africa/Casablanca',
    'Asia/Tehran',
    'Asia/Kolkata',
    'Europe/Dublin',
    'Asia/Jerusalem',
    'Africa/Cairo',
    'Pacific/Apia',
  ]

  test.each(zones)('%s gives every reader the same offsets over its years', (name) => {
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      writeZone('Somewhere', name, 2005, 2030),
      'BEGIN:VEVENT',
      'UID:a',
      'DTSTART;TZID=Somewhere:20050101T000000',
      'RRULE:FREQ=DAILY;UNTIL=20301231T000000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    const { parts } = readAll(text)
    const start = parts[0]?.part.start
    if (start?.form !== 'zoned') throw new Error('the zone was not read')
    const [read, meant] = [start.zone.name, name].map((each) => zoneOf(each ?? ''))
    if (!meant) throw new Error(name)
    const own = start.zone.own
    const last = Temporal.Instant.from('2030-12-30T00:00Z').epochMilliseconds
    for (let at = Temporal.Instant.from('2005-01-02T00:00Z').epochMilliseconds; at < last; at += dayMs / 2) {
      const offset = read
        ? read.offsetAt(asInstant(at))
        : (own?.changes.findLast(([from]) => from <= at)?.[1] ?? own?.before)
      expect(`${instantText(asInstant(at))} ${offset}`).toBe(
        `${instantText(asInstant(at))} ${meant.offsetAt(asInstant(at))}`,
      )
    }
  })

  test('goes on by a rule where the same change comes every year', () => {
    expect(writeZone('Europe/Zurich', 'Europe/Zurich', 2026, 2028)).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
  })
})

describe('a file written', () => {
  test('has a VTIMEZONE for every TZID, its own where IANA has none', () => {
    const own = [
      'BEGIN:VTIMEZONE',
      'TZID:Ship',
      'BEGIN:STANDARD',
      'DTSTART:20000101T000000',
      'TZOFFSETFROM:+0217',
      'TZOFFSETTO:+0217',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n')
    const event = (tzid: string) =>
      `BEGIN:VEVENT\r\nUID:${tzid}\r\nDTSTART;TZID="${tzid}":20260302T090000\r\nEND:VEVENT`
    const text = writeFile({
      name: 'Dana, work',
      home: 'Europe/Zurich',
      components: ['Europe/London', 'Pacific Standard Time', 'Ship', 'Nowhere'].map(event),
      timezones: new Map([['Ship', own]]),
    })
    const file = readAll(text)
    expect([...file.timezones.keys()]).toEqual(['Europe/London', 'Pacific Standard Time', 'Ship', 'Nowhere'])
    expect(file.parts.map(({ part: { start } }) => start.form === 'zoned' && start.zone.name)).toEqual([
      'Europe/London',
      'America/Los_Angeles',
      null,
      expect.any(String),
    ])
    expect([file.name, file.zone]).toEqual(['Dana, work', 'Europe/Zurich'])
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('keeps what the desk does not know', () => {
    const { parts } = readAll(writeFile({ name: 'x', home: 'UTC', components: [written], timezones: new Map() }))
    expect(parts.map(({ text }) => unfold(text))).toEqual([unfold(written)])
  })

  test('of busy times says nothing but when', () => {
    const at = (hour: number) =>
      asInstant(Temporal.Instant.from('2026-03-02T00:00Z').epochMilliseconds + hour * 3_600_000)
    let next = 0
    const text = writeBusy(
      [
        { start: at(9), end: at(10) },
        { start: at(14), end: at(15) },
        { start: at(10), end: at(11) },
        { start: at(9), end: at(9) },
      ],
      () => `random-${++next}`,
      at(0),
    )
    const { parts } = readAll(text)
    expect(parts.map(({ text: each }) => unfold(each))).toEqual([
      [
        'BEGIN:VEVENT',
        'UID:random-1',
        'DTSTAMP:20260302T000000Z',
        'DTSTART:20260302T090000Z',
        'DTEND:20260302T110000Z',
        'SUMMARY:Busy',
        'END:VEVENT',
      ],
      [
        'BEGIN:VEVENT',
        'UID:random-2',
        'DTSTAMP:20260302T000000Z',
        'DTSTART:20260302T140000Z',
        'DTEND:20260302T150000Z',
        'SUMMARY:Busy',
        'END:VEVENT',
      ],
    ])
  })
})
