import { describe, expect, test } from 'vitest'
import type { EventPart, When } from '../../plan/series.ts'
import { wallText } from '../../plan/text.ts'
import { type ReadFile, readFile } from './read.ts'
import { isUnusable } from './scan.ts'

const file = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT']

function read(text: string, home: string | null = null): ReadFile {
  const result = readFile(new TextEncoder().encode(text), home)
  if (isUnusable(result)) throw new Error(result.words)
  return result
}

function part(...lines: string[]): EventPart {
  const { parts, skipped } = read(file(...event(...lines)))
  if (!parts[0]) throw new Error(skipped[0]?.reason ?? 'nothing was read')
  return parts[0].part
}

const skipped = (...lines: string[]) => read(file(...event(...lines))).skipped

/** `2026-03-02T09:00:00 Europe/Zurich`, `floating`, or a day number. */
const told = (when: When | null) =>
  when === null || when.form === 'date'
    ? (when?.day ?? null)
    : `${wallText(when.wall)} ${when.form === 'floating' ? 'floating' : when.zone.name}`

const hours = (length: { ms: number }) => length.ms / 3_600_000

describe('when an event is', () => {
  test.each([
    ['DTSTART:20260302T090000', '2026-03-02T09:00:00 floating'],
    ['DTSTART:20260302T090000Z', '2026-03-02T09:00:00 UTC'],
    ['DTSTART;TZID=Europe/Zurich:20260302T090000', '2026-03-02T09:00:00 Europe/Zurich'],
    ['DTSTART;TZID="Europe/Zurich":20260302T090000', '2026-03-02T09:00:00 Europe/Zurich'],
    ['DTSTART;TZID=europe/zurich:20260302T090000', '2026-03-02T09:00:00 Europe/Zurich'],
    ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Zurich:20260302T090000', '2026-03-02T09:00:00 Europe/Zurich'],
    [
      'DTSTART;TZID=/freeassociation.sourceforge.net/America/Argentina/Salta:20260302T090000',
      '2026-03-02T09:00:00 America/Argentina/Salta',
    ],
    ['DTSTART;TZID=W. Europe Standard Time:20260302T090000', '2026-03-02T09:00:00 Europe/Berlin'],
    ['DTSTART;TZID="Pacific Standard Time 1":20260302T090000', '2026-03-02T09:00:00 America/Los_Angeles'],
    ['DTSTART;TZID=tzone://Microsoft/Utc:20260302T090000', '2026-03-02T09:00:00 UTC'],
    ['DTSTART:20260302T095960', '2026-03-02T09:59:59 floating'],
    ['DTSTART;VALUE=DATE:20260302', 20514],
    ['DTSTART:20260302', 20514],
    ['DTSTART;VALUE=DATE:20260302T200000', '2026-03-02T20:00:00 floating'],
  ])('is read from %s', (line, expected) => {
    expect(told(part(line).start)).toBe(expected)
  })

  test('an unknown zone name that nothing defines leaves the time to the calendar’s own zone, and is said', () => {
    const { parts, remarks } = read(file(...event('DTSTART;TZID=Springfield:20260302T090000')))
    expect(told(parts[0]?.part.start ?? null)).toBe('2026-03-02T09:00:00 floating')
    expect(remarks).toEqual([expect.stringContaining('“Springfield”')])
  })

  test('ends at DTEND, by the time line', () => {
    const change = part('DTSTART;TZID=Europe/Zurich:20260329T000000', 'DTEND;TZID=Europe/Zurich:20260329T040000')
    expect(hours(change.length)).toBe(3)
    const flight = part('DTSTART;TZID=Europe/London:20260302T090000', 'DTEND;TZID=America/New_York:20260302T120000')
    expect(hours(flight.length)).toBe(8)
    expect(flight.endZone?.name).toBe('America/New_York')
  })

  test.each([
    ['DURATION:PT1H30M', { days: 0, ms: 5_400_000 }],
    ['DURATION:P1DT2H', { days: 1, ms: 7_200_000 }],
    ['DURATION:P2W', { days: 14, ms: 0 }],
    ['DURATION:+P1D', { days: 1, ms: 0 }],
    ['DTEND;VALUE=DATE:20260303', { days: 0, ms: 54_000_000 }],
    ['SUMMARY:no end', { days: 0, ms: 0 }],
  ])('lasts as %s says', (line, length) => {
    expect(part('DTSTART:20260302T090000', line).length).toEqual(length)
  })

  test.each([
    ['DTEND;VALUE=DATE:20260305', 3],
    ['DTEND;VALUE=DATE:20260302', 1],
    ['DTEND:20260303T000000', 1],
    ['DURATION:P3D', 3],
    ['SUMMARY:no end', 1],
  ])('all day lasts as %s says', (line, days) => {
    expect(part('DTSTART;VALUE=DATE:20260302', line).length).toEqual({ days, ms: 0 })
  })

  test('is all day where Outlook says so beside two midnights', () => {
    const days = ['DTSTART;TZID=Europe/Zurich:20260328T000000', 'DTEND;TZID=Europe/Zurich:20260330T000000']
    const { start, length } = part(...days, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE')
    expect([start.form, length]).toEqual(['date', { days: 2, ms: 0 }])
    expect(part(...days).start.form).toBe('zoned')
  })

  test('repeats by what its rule, dates and exceptions say', () => {
    const { rrules, rdates, exdates } = part(
      'DTSTART;TZID=Europe/Zurich:20260302T090000',
      'RRULE:FREQ=WEEKLY',
      'RDATE;TZID=Europe/Zurich:20260304T090000,20260305T090000',
      'RDATE;VALUE=PERIOD:20260306T080000Z/PT2H,20260307T080000Z/20260307T090000Z',
      'EXDATE:20260309T080000Z',
    )
    expect(rrules).toEqual(['FREQ=WEEKLY'])
    expect(rdates.map(({ start, length }) => [told(start), length && hours(length)])).toEqual([
      ['2026-03-04T09:00:00 Europe/Zurich', null],
      ['2026-03-05T09:00:00 Europe/Zurich', null],
      ['2026-03-06T08:00:00 UTC', 2],
      ['2026-03-07T08:00:00 UTC', 1],
    ])
    expect(exdates.map(told)).toEqual(['2026-03-09T08:00:00 UTC'])
  })
})

describe('zones of the file’s own', () => {
  const zone = (name: string, ...extra: string[]) => [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...extra,
    'BEGIN:DAYLIGHT',
    'DTSTART:19960331T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:19961027T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]
  const starting = (name: string) => event(`DTSTART;TZID=${name}:20260302T090000`, 'RRULE:FREQ=WEEKLY')

  test('are the IANA zone with the same offsets, listed as guessed', () => {
    const { parts, remarks } = read(file(...zone('Head Office'), ...starting('Head Office')))
    const start = parts[0]?.part.start
    if (start?.form !== 'zoned' || start.zone.name === null) throw new Error('no zone was found')
    const summer = Temporal.PlainDateTime.from('2026-07-01T09:00').toZonedDateTime(start.zone.name)
    expect(summer.offset).toBe('+02:00')
    expect(remarks).toEqual([expect.stringContaining('Zone guessed: “Head Office”')])
  })

  test('are what libical says they are', () => {
    const { parts, remarks } = read(file(...zone('x', 'X-LIC-LOCATION:Europe/Vienna'), ...starting('x')))
    expect(told(parts[0]?.part.start ?? null)).toContain('Europe/Vienna')
    expect(remarks).toEqual([])
  })

  test('do not change what an IANA name means, but the contradiction is said', () => {
    const { parts, remarks } = read(file(...zone('America/New_York'), ...starting('America/New_York')))
    expect(told(parts[0]?.part.start ?? null)).toBe('2026-03-02T09:00:00 America/New_York')
    expect(remarks).toEqual([expect.stringContaining('not those of America/New_York')])
  })

  test('agree with their IANA name without a word', () => {
    expect(read(file(...zone('Europe/Zurich'), ...starting('Europe/Zurich'))).remarks).toEqual([])
  })

  test('are used as they are where no zone has such offsets', () => {
    const odd = [
      'BEGIN:VTIMEZONE',
      'TZID:Ship',
      'BEGIN:STANDARD',
      'DTSTART:20000101T000000',
      'TZOFFSETFROM:+0217',
      'TZOFFSETTO:+0217',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const { parts, remarks } = read(file(...odd, ...starting('Ship')))
    const start = parts[0]?.part.start
    expect(start?.form === 'zoned' && start.zone.name).toBeNull()
    expect(start?.form === 'zoned' && start.zone.own?.before).toBe(137 * 60_000)
    expect(remarks).toEqual([expect.stringContaining('own offsets')])
  })
})

describe('what an event is about', () => {
  test('its people, without rooms, each address once', () => {
    const { people, organizer } = part(
      'DTSTART:20260302T090000Z',
      'ORGANIZER;CN=Dana:MAILTO:Dana@Example.com',
      'ATTENDEE;CN="Park, Jo";PARTSTAT=DECLINED:mailto:jo@example.com',
      'ATTENDEE;ROLE=OPT-PARTICIPANT;EMAIL=sam@example.com:urn:uuid:1',
      'ATTENDEE;CUTYPE=ROOM:mailto:room@example.com',
      'ATTENDEE;CN=Colon: here;PARTSTAT=ACCEPTED:mailto:colon@example.com',
      'ATTENDEE:mailto:jo@example.com',
    )
    expect(organizer).toBe('dana@example.com')
    expect(people).toEqual([
      { address: 'jo@example.com', name: 'Park, Jo', answer: 'declined', required: true },
      { address: 'sam@example.com', name: null, answer: 'needs-action', required: false },
      expect.objectContaining({ address: 'colon@example.com' }),
    ])
  })

  test('where: a place, coordinates, or a link', () => {
    const at = (...lines: string[]) => {
      const { place, link } = part('DTSTART:20260302T090000Z', ...lines)
      return [place?.name ?? null, place?.geo ?? null, link]
    }
    expect(at('LOCATION:Finsbury Sq\\, London', 'GEO:51.52;-0.08')).toEqual([
      'Finsbury Sq, London',
      [51.52, -0.08],
      null,
    ])
    expect(at('LOCATION:https://zoom.us/j/1')).toEqual([null, null, 'https://zoom.us/j/1'])
    expect(at('LOCATION:Room 4; https://zoom.us/j/1')).toEqual(['Room 4', null, 'https://zoom.us/j/1'])
    expect(at('DESCRIPTION:Join: https://teams.microsoft.com/l/meetup-join/1.')).toEqual([
      null,
      null,
      'https://teams.microsoft.com/l/meetup-join/1',
    ])
    expect(at('DESCRIPTION:Read https://example.com/agenda')).toEqual([null, null, null])
    expect(at('X-GOOGLE-CONFERENCE:https://meet.google.com/abc')).toEqual([null, null, 'https://meet.google.com/abc'])
    expect(at('X-GOOGLE-CONFERENCE:javascript:alert(1)')).toEqual([null, null, null])
    expect(at('GEO:91;0')).toEqual([null, null, null])
  })

  test('its text unescaped, and the names of what the desk does not use', () => {
    const { title, notes, categories, kept } = part(
      'DTSTART:20260302T090000Z',
      'SUMMARY:a\\, b\\; c\\\\d',
      'DESCRIPTION:one\\ntwo',
      'CATEGORIES:x,y\\,z',
      'X-WHO;A="b:c":d',
      'BEGIN:VALARM',
      'SUMMARY:not this',
      'END:VALARM',
    )
    expect([title, notes, categories, kept]).toEqual(['a, b; c\\d', 'one\ntwo', ['x', 'y,z'], ['VALARM', 'X-WHO']])
  })
})

describe('what cannot be used', () => {
  test.each([
    [['SUMMARY:when?'], 'It has no DTSTART'],
    [['DTSTART:soon'], 'Its DTSTART cannot be read'],
    [['DTSTART:20260230T090000'], 'Its DTSTART cannot be read'],
    [['DTSTART:00000101T090000'], 'Its DTSTART cannot be read'],
    [['DTSTART:20260302T090000', 'DTEND:20260302T080000'], 'It ends before it starts'],
    [['DTSTART:20260302T090000', 'DURATION:-PT1H'], 'It ends before it starts'],
    [['DTSTART:20260302T090000', 'DURATION:P'], 'Its DURATION cannot be read'],
    [['DTSTART:20260302T090000', 'DURATION:P9999999D'], 'It lasts more than ten thousand years'],
    [['DTSTART:20260302T090000', 'RRULE:FREQ=NEVER'], expect.stringContaining('Its RRULE cannot be used')],
  ])('is listed with the line it begins in: %j', (lines, reason) => {
    expect(skipped(...(lines as string[]))).toEqual([{ line: 3, reason }])
  })

  test('costs nothing else', () => {
    const { parts } = read(file(...event('DTSTART:x'), ...event('DTSTART:20260302T090000'), 'BEGIN:VTODO', 'END:VTODO'))
    expect(parts).toHaveLength(1)
  })

  test.each(['RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=8', 'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD'])(
    'is a rule of other calendars (RFC 7529), and its event happens at its own start: %s',
    (rule) => {
      const { parts, skipped: listed } = read(file(...event('DTSTART:20260302T090000', `RRULE:${rule}`)))
      expect(parts.map(({ part, text }) => [part.rrules, text.includes(rule)])).toEqual([[[], true]])
      expect(listed).toEqual([{ line: 3, reason: expect.stringContaining('shown once, at its own start') }])
    },
  )

  test('is listed and left out where it is one date of many', () => {
    const { parts, skipped: listed } = read(file(...event('DTSTART:20260302T090000', 'EXDATE:20260302T090000,never')))
    expect(parts[0]?.part.exdates).toHaveLength(1)
    expect(listed).toEqual([{ line: 3, reason: '1 of its EXDATE dates cannot be read; the rest of the event is used' }])
  })
})

describe('one UID', () => {
  test('gathers a master and its overrides', () => {
    const { series } = read(
      file(
        ...event('DTSTART:20260302T090000Z', 'RRULE:FREQ=DAILY'),
        ...event('RECURRENCE-ID:20260303T090000Z', 'DTSTART:20260303T100000Z'),
      ),
    )
    expect(series.map(({ master, overrides }) => [master?.line, overrides.map(({ line }) => line)])).toEqual([[3, [8]]])
  })

  const dated = (stamps: string[], title: string) => event(...stamps, 'DTSTART:20260302T090000Z', `SUMMARY:${title}`)

  test.each([
    [['SEQUENCE:2', 'DTSTAMP:20260101T000000Z'], ['SEQUENCE:1', 'DTSTAMP:20260201T000000Z'], 'first'],
    [['LAST-MODIFIED:20260105T000000Z', 'DTSTAMP:20260101T000000Z'], ['DTSTAMP:20260103T000000Z'], 'first'],
    [['DTSTAMP:20260101T000000Z'], ['DTSTAMP:20260103T000000Z'], 'second'],
    [['DTSTAMP:20260101T000000Z'], ['DTSTAMP:20260101T000000Z'], 'second'],
  ])('twice: of %j and %j the newer is used, the other listed', (one, two, kept) => {
    const { parts, series, skipped: listed } = read(file(...dated(one, 'first'), ...dated(two, 'second')))
    expect(series.map(({ master }) => master?.title)).toEqual([kept])
    expect(parts).toHaveLength(1)
    expect(listed).toEqual([
      { line: kept === 'first' ? 3 + one.length + 5 : 3, reason: expect.stringContaining('again') },
    ])
  })

  test('is made from the content where there is none, the same every time', () => {
    const text = file('BEGIN:VEVENT', 'DTSTART:20260302T090000Z', 'END:VEVENT')
    expect(read(text).parts[0]?.part.uid).toBe(read(text).parts[0]?.part.uid)
    expect(read(text).parts[0]?.part.uid).toMatch(/^no-uid-[0-9a-f]{32}$/)
  })
})

describe('a calendar', () => {
  test('reads a changed component with the zones it came with', () => {
    const ship = [
      'BEGIN:VTIMEZONE',
      'TZID:Ship',
      'BEGIN:STANDARD',
      'DTSTART:20000101T000000',
      'TZOFFSETFROM:+0217',
      'TZOFFSETTO:+0217',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const { parts, reread } = read(file(...ship, ...event('DTSTART;TZID=Ship:20260302T090000')))
    expect(reread(parts[0]?.text.replace('0900', '1000') ?? '')?.start).toMatchObject({
      zone: { written: 'Ship', own: { before: 137 * 60_000 } },
    })
    expect(reread('BEGIN:VEVENT\r\nEND:VEVENT')).toBeNull()
  })

  test('says its name and zone', () => {
    const { name, zone } = read(file('X-WR-CALNAME:dana@example.com', 'X-WR-TIMEZONE:Europe/London'))
    expect([name, zone]).toEqual(['dana@example.com', 'Europe/London'])
  })

  test('that was sent to cancel cancels what it holds', () => {
    expect(read(file('METHOD:CANCEL', ...event('DTSTART:20260302T090000Z'))).parts[0]?.part.cancelled).toBe(true)
  })
})
