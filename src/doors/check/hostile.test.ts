import { describe, expect, test } from 'vitest'
import { asPage } from './page.ts'
import { check } from './run.ts'
import { asText } from './text.ts'
import { CannotCheck } from './trouble.ts'

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (uid: string, ...lines: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n')
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))

const start = 'DTSTART;TZID=Europe/Zurich:20260302T090000'
const end = 'DTEND;TZID=Europe/Zurich:20260302T100000'
/** Hours after the start, as the file writes them. */
const hour = (n: number) =>
  Temporal.PlainDateTime.from('2026-03-02T09:00')
    .add({ hours: n })
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '')

const saysMore = ({ spoken }: ReturnType<typeof check>) => spoken.some((line) => line.includes('There is more'))

function judged(text: string): ReturnType<typeof check> {
  const clock = Temporal.Instant.from('2026-03-01T00:00Z')
  return check({ source: 'hostile.ics', bytes: new TextEncoder().encode(text), rules: null, me: [], clock })
}

/** What only a hostile or broken file holds; none of it may hang, throw or cost the good event beside it. */
const files: Record<string, string> = {
  'a rule that never ends': event('x', start, 'RRULE:FREQ=SECONDLY'),
  'a rule that never begins': event('x', start, 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'),
  'the rule that takes others minutes': event('x', start, 'RRULE:FREQ=DAILY;BYMONTHDAY=-1,-2'),
  'an hour that begins every second': event('x', start, end, 'RRULE:FREQ=SECONDLY'),
  'an endless rule of endless events': event('x', start, 'DURATION:P3600000D', 'RRULE:FREQ=MINUTELY'),
  '100,000 exceptions in one line': event(
    'x',
    start,
    end,
    'RRULE:FREQ=HOURLY',
    `EXDATE;TZID=Europe/Zurich:${times(100_000, hour).join(',')}`,
  ),
  '100,000 dates': event('x', start, `RDATE;TZID=Europe/Zurich:${times(100_000, hour).join(',')}`),
  '20,000 changes of all that follows': [
    event('x', start, 'RRULE:FREQ=HOURLY'),
    ...times(20_000, (n) =>
      event(
        'x',
        `RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Zurich:${hour(n)}`,
        `DTSTART;TZID=Europe/Zurich:${hour(n + 1)}`,
      ),
    ),
  ].join('\r\n'),
  'a shift of eight thousand years': [
    event('x', start, 'RRULE:FREQ=DAILY'),
    event('x', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T080000Z', 'DTSTART:99990101T000000Z'),
  ].join('\r\n'),
  'a million parameters': event('x', start, `ATTENDEE${';a=b'.repeat(1_000_000)}:mailto:a@example.com`),
  'quotes without end': event('x', start, `ATTENDEE;CN="${'a","'.repeat(200_000)}":mailto:a@example.com`),
  'a location of separators': event(
    'x',
    start,
    `LOCATION:${';'.repeat(3_000_000)}a`,
    `DESCRIPTION:${'https://'.repeat(300_000)}`,
  ),
  'the end of time': event('x', 'DTSTART:99991231T230000Z', 'DTEND:99991231T235959Z', 'RRULE:FREQ=DAILY'),
  'the beginning of time': event('x', 'DTSTART:00010101T000000Z', 'DURATION:P1D', 'RRULE:FREQ=YEARLY'),
  'the year before it': event('x', 'DTSTART:00000101T000000Z'),
  'times that run backwards': event('x', start, 'DURATION:-PT1H'),
  '5,000 zones of its own': [
    ...times(5000, (n) =>
      [
        'BEGIN:VTIMEZONE',
        `TZID:Z${n}`,
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0217',
        'TZOFFSETTO:+0217',
        'RRULE:FREQ=SECONDLY',
        'END:STANDARD',
        'END:VTIMEZONE',
      ].join('\r\n'),
    ),
    ...times(5000, (n) => event(`z${n}`, `DTSTART;TZID=Z${n}:20200302T090000`)),
  ].join('\r\n'),
  'a line folded a million times': event('x', start, `SUMMARY:${'x\r\n '.repeat(1_000_000)}`),
  'five million empty lines': '\n'.repeat(5_000_000),
  'nests without bottom': `BEGIN:VEVENT\r\n${'BEGIN:X\r\n'.repeat(200_000)}`,
  'zeros in names': event('x\0y', start, 'SUMMARY:a\0b'),
  'names that mean something to a program': ['__proto__', 'constructor', 'toString']
    .map((name) =>
      event(name, start, `${name}:x`, `ATTENDEE;${name}=x:mailto:${name}@example.com`, 'TRANSP:TRANSPARENT'),
    )
    .join('\r\n'),
}

describe('a hostile calendar', () => {
  test.each(Object.entries(files))('with %s is judged like any other', async (_, text) => {
    const good = [
      event('good', 'DTSTART:20260401T090000Z', 'DTEND:20260401T100000Z'),
      event('well', 'DTSTART:20260401T093000Z', 'DTEND:20260401T103000Z'),
    ]
    const answer = judged(calendar(...good, text))
    const pairs = answer.findings.map(({ items }) => [...items].sort())
    if (!saysMore(answer)) expect(pairs).toContainEqual(['good', 'well'])
    expect(asText(answer, false).length).toBeGreaterThan(0)
    expect(await asPage(answer)).toContain('</html>')
  })

  test('of lone carriage returns is a calendar', () => {
    expect(
      judged(calendar(event('a', start, end), event('b', start, end)).replaceAll('\r\n', '\r')).findings,
    ).toHaveLength(1)
  })

  test('in which everything is at once is told as far as anybody reads', () => {
    const { findings, spoken } = judged(calendar(...times(5000, (n) => event(`e${n}`, start, end)))) as ReturnType<
      typeof check
    >
    expect(findings.length).toBeGreaterThan(1000)
    expect(spoken).toEqual([expect.stringContaining('There is more')])
  })

  test('that repeats without end a thousand times over is refused', () => {
    const text = calendar(...times(150, (n) => event(`e${n}`, start, 'RRULE:FREQ=SECONDLY')))
    expect(() => judged(text)).toThrow(CannotCheck)
  })

  test('cannot inject: titles, names and places stay text', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'\u001b]0;x\u0007'
    const answer = judged(
      calendar(
        `X-WR-CALNAME:a@${evil.replace(/[<>"]/g, '')}`,
        event('a', start, end, `SUMMARY:${evil}`, `LOCATION:${evil}`),
        event('b', start, end, `SUMMARY:${evil}`),
      ),
    )
    expect(answer.findings).toHaveLength(1)
    expect(await asPage(answer)).not.toContain('<img')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what must not be there
    expect(asText(answer, false)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })
})
