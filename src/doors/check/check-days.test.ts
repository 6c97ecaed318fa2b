import { describe, expect, test } from 'vitest'
import { board, calendar, dentist, equerry, event, json, march, put } from './testing.ts'

describe('the days that are judged', () => {
  test('are today and the 90 that follow, in the zone', async () => {
    const text = calendar(...board, ...event('far', '01T0000', '01T0100', 'RRULE:FREQ=DAILY;COUNT=200'))
    const { window, occurrences } = await json(text, '--now', '2026-02-28T23:30Z')
    expect(window).toEqual({ from: '2026-03-01', to: '2026-05-30' })
    expect(occurrences).toBe(92)
    expect((await json(text, '--now', '2026-02-28T22:30')).window.from).toBe('2026-02-28')
  })

  test('are the last 90 of the file where nothing is to come, and that is said', async () => {
    const { window, occurrences, err } = await json(calendar(...board, ...dentist), '--now', '2027-01-01T00:00')
    expect(window).toEqual({ from: '2025-12-03', to: '2026-03-03' })
    expect(occurrences).toBe(2)
    expect(err).toContain('last 90 days')
  })

  test('are exactly those asked for, both included, even if they are empty', async () => {
    const text = calendar(...event('a', '03T0900', '03T1000', 'RRULE:FREQ=DAILY;COUNT=5'))
    const days = (from: string, to: string) => json(text, '--from', from, '--to', to)
    expect(await days('2026-03-04', '2026-03-05')).toMatchObject({
      occurrences: 2,
      window: { from: '2026-03-04', to: '2026-03-05' },
    })
    expect(await days('2026-04-04', '2026-04-05')).toMatchObject({ occurrences: 0, code: 0 })
  })

  test('count only what is in them', async () => {
    const text = calendar(
      ...event('a', '03T0900', '03T1000', 'RRULE:FREQ=DAILY'),
      ...event('b', '03T0930', '03T1000', 'RRULE:FREQ=DAILY'),
    )
    expect((await json(text, '--from', '2026-03-10', '--to', '2026-03-12')).findings).toMatchObject([
      { times: 3, start: '2026-03-10T09:30:00+01:00[Europe/Zurich]' },
    ])
  })
})

describe('the zone', () => {
  const utc = (uid: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTART:20260303T080000Z',
    'DTEND:20260303T090000Z',
    'END:VEVENT',
  ]

  test.each([
    ['as told', calendar('X-WR-TIMEZONE:Asia/Tokyo', ...board), ['--zone', 'America/New_York'], 'America/New_York'],
    ['the calendar’s own', calendar('X-WR-TIMEZONE:Asia/Tokyo', ...board), [], 'Asia/Tokyo'],
    ['a Windows name', calendar('X-WR-TIMEZONE:Tokyo Standard Time', ...board), [], 'Asia/Tokyo'],
    ['the commonest TZID', calendar(...utc('a'), ...utc('b'), ...board), [], 'Europe/Zurich'],
    ['UTC where none is named', calendar(...utc('a')), [], 'UTC'],
  ])('is %s', async (_, text, args, zone) => {
    const answer = await json(text, ...args)
    expect(answer.zone).toBe(zone)
    expect(answer.err).toContain(zone)
  })

  test('decides when all-day and floating items are', async () => {
    const floating = ['BEGIN:VEVENT', 'UID:f', 'DTSTART:20260303T093000', 'DTEND:20260303T094500', 'END:VEVENT']
    expect((await json(calendar(...board, ...floating), '--zone', 'Europe/Zurich')).findings).toHaveLength(1)
    expect((await json(calendar(...board, ...floating), '--zone', 'Europe/London')).findings).toHaveLength(0)
  })
})

describe('whose calendar it is', () => {
  const with_ = (uid: string, from: string, to: string, ...people: string[]) =>
    event(uid, from, to, ...people.map((who) => `ATTENDEE;PARTSTAT=DECLINED:mailto:${who}`))

  test.each([
    [
      'told, several times',
      ['X-WR-CALNAME:sam@example.com'],
      ['--me', 'jo@example.com', '--me', 'dana@example.com'],
      'jo@example.com, dana@example.com',
    ],
    ['its name, if that is an address', ['X-WR-CALNAME:Sam@example.com'], [], 'sam@example.com'],
    ['the address in most events', ['X-WR-CALNAME:Work'], [], 'dana@example.com'],
  ])('is %s', async (_, head, args, who) => {
    const text = calendar(
      ...head,
      ...with_('a', '03T0900', '03T1000', 'dana@example.com', 'jo@example.com'),
      ...with_('b', '04T0900', '04T1000', 'dana@example.com'),
    )
    expect((await json(text, ...args)).err).toContain(who)
    expect((await equerry(await put(text), ...march, ...args)).out).toContain(who)
  })
})
