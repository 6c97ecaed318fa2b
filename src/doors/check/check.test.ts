import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { board, calendar, dentist, equerry, event, folder, json, march, put, rules } from './testing.ts'

describe('equerry check', () => {
  test('finds two things at once and says exactly where', async () => {
    const answer = await json(calendar(...board, ...dentist))
    expect(answer).toMatchObject({
      code: 1,
      window: { from: '2026-03-01', to: '2026-03-31' },
      zone: 'Europe/Zurich',
      events: 2,
      occurrences: 2,
      skipped: [],
    })
    expect(answer.findings).toEqual([
      {
        rule: 'overlap',
        weight: 'never',
        start: '2026-03-03T09:30:00+01:00[Europe/Zurich]',
        end: '2026-03-03T10:00:00+01:00[Europe/Zurich]',
        times: 1,
        words: expect.stringContaining('dentist'),
        items: ['board', 'dentist'],
      },
    ])
    expect(Object.keys(answer)).toEqual([
      'window',
      'zone',
      'findings',
      'events',
      'occurrences',
      'skipped',
      'code',
      'err',
    ])
  })

  test('is content with a week in which everything follows', async () => {
    const answer = await json(calendar(...board, ...event('next', '03T1000', '03T1100')))
    expect(answer).toMatchObject({ code: 0, findings: [], occurrences: 2 })
  })

  test.each([
    ['transparent', ['TRANSP:TRANSPARENT']],
    ['cancelled', ['STATUS:CANCELLED']],
    ['declined', ['ATTENDEE;PARTSTAT=DECLINED:mailto:dana@example.com']],
  ])('lets what is %s collide with nothing, but counts it', async (_, lines) => {
    const answer = await json(
      calendar(...board, ...event('dentist', '03T0930', '03T1030', ...lines)),
      '--me',
      'Dana@example.com',
    )
    expect(answer).toMatchObject({ code: 0, findings: [], events: 2, occurrences: 2 })
  })

  test('lets somebody else’s no take nothing away', async () => {
    const declined = event('dentist', '03T0930', '03T1030', 'ATTENDEE;PARTSTAT=DECLINED:mailto:sam@example.com')
    expect((await json(calendar(...board, ...declined), '--me', 'dana@example.com')).findings).toHaveLength(1)
  })

  test('never lets an all-day item collide with a timed one', async () => {
    const day = ['BEGIN:VEVENT', 'UID:fair', 'DTSTART;VALUE=DATE:20260303', 'END:VEVENT']
    expect((await json(calendar(...board, ...day))).findings).toEqual([])
  })

  test('tells a pair once, from the first time, and counts how often', async () => {
    const series = (uid: string, from: string, to: string) => event(uid, from, to, 'RRULE:FREQ=WEEKLY;COUNT=4')
    const late = [
      'BEGIN:VEVENT',
      'UID:b',
      'RECURRENCE-ID:20260310T083000Z',
      'DTSTART;TZID=Europe/Zurich:20260310T080000',
      'DTEND;TZID=Europe/Zurich:20260310T093000',
      'END:VEVENT',
    ]
    const { findings, events, occurrences } = await json(
      calendar(...series('b', '03T0930', '03T1030'), ...late, ...series('a', '03T0900', '03T1000')),
    )
    expect(findings).toMatchObject([{ times: 4, items: ['a', 'b'], start: '2026-03-03T09:30:00+01:00[Europe/Zurich]' }])
    expect([events, occurrences]).toEqual([3, 8])
  })

  test('orders equal starts by UID, and answers the same every time', async () => {
    const text = calendar(
      ...event('b', '03T0900', '03T1000'),
      ...event('a', '03T0900', '03T1000'),
      ...event('c', '03T0900', '03T1000'),
    )
    const first = await json(text)
    expect(first.findings.map(({ items }) => items)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ])
    const { findings } = await json(
      calendar(
        ...event('c', '03T0900', '03T1000'),
        ...event('b', '03T0900', '03T1000'),
        ...event('a', '03T0900', '03T1000'),
      ),
    )
    expect(findings).toEqual(first.findings)
  })

  test('lists what cannot be used with the line where it begins, and uses the rest', async () => {
    const answer = await json(
      calendar(...board, 'BEGIN:VEVENT', 'UID:x', 'END:VEVENT', ...event('y', '03T1000', '03T0900'), ...dentist),
    )
    expect(answer.skipped).toEqual([
      { line: 9, reason: 'It has no DTSTART' },
      { line: 12, reason: 'It ends before it starts' },
    ])
    expect(answer).toMatchObject({ events: 2, findings: [{ items: ['board', 'dentist'] }] })
  })
})

describe('the way between places', () => {
  const at = (uid: string, from: string, to: string, ...lines: string[]) => event(uid, from, to, ...lines)
  const london = ['LOCATION:Finsbury Sq', 'GEO:51.52;-0.09']
  const zurich = ['LOCATION:Kronenhalle', 'GEO:47.37;8.55']

  test('is from the end of one to the start of the next, by the straight line where both say where they are', async () => {
    const answer = await json(
      calendar(...at('a', '03T0900', '03T1000', ...london), ...at('b', '03T1030', '03T1200', ...zurich)),
    )
    expect(answer.findings).toMatchObject([
      {
        rule: 'travel',
        weight: 'never',
        start: '2026-03-03T10:00:00+01:00[Europe/Zurich]',
        end: '2026-03-03T10:30:00+01:00[Europe/Zurich]',
        items: ['a', 'b'],
        times: 1,
      },
    ])
    expect(answer.code).toBe(1)
  })

  test('is what the rules file says first', async () => {
    const text = calendar(...at('a', '03T0900', '03T1000', ...london), ...at('b', '03T1030', '03T1200', ...zurich))
    const { findings } = await json(
      text,
      ...(await rules({ rules: [], travelMinutes: { 'Finsbury Sq': { Kronenhalle: 20 } } })),
    )
    expect(findings).toEqual([])
  })

  test('is counted on stderr where nobody knows it', async () => {
    const text = calendar(
      ...at('a', '03T0900', '03T1000', 'LOCATION:Here'),
      ...at('b', '03T1000', '03T1200', 'LOCATION:There'),
    )
    const unknown = await json(text)
    expect(unknown).toMatchObject({ code: 0, findings: [] })
    expect(unknown.err).toMatch(/\b1 pair\b/)
    const known = await json(text, ...(await rules({ travelMinutes: { There: { Here: 5 } } })))
    expect(known.findings).toMatchObject([{ rule: 'travel' }])
    expect(known.err).not.toMatch(/pair/)
  })
})

describe('what a person reads', () => {
  const hostile = event('x', '03T0930', '03T1030').map((line) =>
    line.startsWith('SUMMARY') ? 'SUMMARY:<script>alert(1)</script>\u001b[2J"&' : line,
  )

  test('says day, zone, owner and what is wrong, and steers no terminal', async () => {
    const { out, code } = await equerry(
      await put(calendar('X-WR-CALNAME:dana@example.com', ...board, ...hostile)),
      ...march,
    )
    expect(code).toBe(1)
    for (const words of ['Tuesday 3 March 2026', 'Europe/Zurich', 'dana@example.com', '09:30–10:00', '1 finding'])
      expect(out).toContain(words)
    expect(out).not.toContain('\u001b')
  })

  test('may be a page that loads nothing, runs nothing and injects nothing', async () => {
    const page = join(folder, 'page.html')
    const { code } = await equerry(await put(calendar(...board, ...hostile)), ...march, '--html', page)
    const html = await readFile(page, 'utf8')
    expect(code).toBe(1)
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import/i)
    expect(html).toContain('Tuesday 3 March 2026')
  })

  test('comes with help that shows how', async () => {
    const { code, out } = await equerry('--help')
    expect([code, out.includes('Examples:')]).toEqual([0, true])
  })
})
