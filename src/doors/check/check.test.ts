import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equerry-check-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Result = { code: number | null; out: string; err: string }

/** Runs the command as a person does, in a process of its own. */
function equerry(...args: string[]): Promise<Result> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../cli.ts'), 'check', ...args])
  const result: Result = { code: null, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    result.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    result.err += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...result, code }))
  })
}

let files = 0
async function put(text: string | Uint8Array, ending = 'ics'): Promise<string> {
  const path = join(folder, `week-${++files}.${ending}`)
  await writeFile(path, text)
  return path
}

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (uid: string, from: string, to: string, ...more: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `SUMMARY:${uid}`,
  `DTSTART;TZID=Europe/Zurich:202603${from}00`,
  `DTEND;TZID=Europe/Zurich:202603${to}00`,
  ...more,
  'END:VEVENT',
]
/** Two hours of the same Tuesday that share half an hour. */
const board = event('board', '03T0900', '03T1000')
const dentist = event('dentist', '03T0930', '03T1030')

const march = ['--from', '2026-03-01', '--to', '2026-03-31']

type Answer = {
  window: { from: string; to: string }
  zone: string
  findings: {
    rule: string
    weight: string
    start: string
    end: string
    times: number
    words: string
    items: string[]
  }[]
  events: number
  occurrences: number
  skipped: { line: number; reason: string }[]
}

/** The answer to a calendar as JSON, in March unless told. */
async function json(text: string, ...args: string[]): Promise<Answer & { code: number | null; err: string }> {
  const when = args.some((arg) => ['--from', '--now'].includes(arg)) ? [] : march
  const { code, out, err } = await equerry(await put(text), '--json', ...when, ...args)
  return { ...JSON.parse(out), code, err }
}

async function rules(file: object | string): Promise<string[]> {
  return ['--rules', await put(typeof file === 'string' ? file : JSON.stringify(file), 'json')]
}

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

describe('a rules file', () => {
  test('adds to physics, and may weigh it differently', async () => {
    const text = calendar(...board, ...dentist)
    const weighed = (weight: string) => rules({ rules: [{ kind: 'overlap', weight, params: {} }] })
    expect(await json(text, ...(await weighed('prefer')))).toMatchObject({ code: 0, findings: [{ weight: 'prefer' }] })
    expect(await json(text, '--strict', ...(await weighed('prefer')))).toMatchObject({ code: 1 })
    expect(await json(text, ...(await weighed('avoid')))).toMatchObject({ code: 1 })
    expect(await json(text, ...(await rules({ rules: [] })))).toMatchObject({
      code: 1,
      findings: [{ weight: 'never' }],
    })
  })

  test.each([
    ['an unknown kind', { rules: [{ kind: 'nonsense', weight: 'never', params: {} }] }, 'rules.0.kind'],
    [
      'an unknown parameter',
      { rules: [{ kind: 'overlap', weight: 'never', params: { nonsense: 1 } }] },
      'rules.0.params.nonsense',
    ],
    [
      'a value that does not fit',
      { rules: [{ kind: 'travel', weight: 'never', params: { marginMinutes: 'ten' } }] },
      'rules.0.params.marginMinutes',
    ],
    ['a weight that is none', { rules: [{ kind: 'overlap', weight: 'always', params: {} }] }, 'rules.0.weight'],
    [
      'an unknown scope',
      { rules: [{ kind: 'overlap', weight: 'never', params: {}, scope: { moon: 1 } }] },
      'rules.0.scope.moon',
    ],
    ['minutes that are no number', { travelMinutes: { A: { B: '5' } } }, 'travelMinutes.A.B'],
    ['something that is not JSON', 'rules:', ''],
  ])('with %s is refused with its path', async (_, file, path) => {
    const { code, out } = await equerry(await put(calendar(...board)), '--json', ...(await rules(file)))
    expect([code, JSON.parse(out)]).toEqual([2, { error: { why: 'bad-input', words: expect.any(String), path } }])
  })
})

describe('input that cannot be used', () => {
  const cases: [string, string | Uint8Array, object][] = [
    ['is no calendar', 'hello', { why: 'bad-input', line: 1 }],
    ['is empty', '', { why: 'bad-input', line: 1 }],
    ['is vCalendar 1.0', '\r\nBEGIN:VCALENDAR\r\nVERSION:1.0\r\nEND:VCALENDAR\r\n', { why: 'bad-input', line: 2 }],
  ]

  test.each(cases)('because it %s exits 2, with the line', async (_, text, error) => {
    const path = await put(text)
    const asked = await equerry(path, '--json')
    expect([asked.code, JSON.parse(asked.out)]).toEqual([2, { error: expect.objectContaining(error) }])
    const plain = await equerry(path)
    expect([plain.code, plain.out]).toEqual([2, ''])
    expect(plain.err).toContain(`line ${(error as { line: number }).line}`)
  })

  test('because it is not there, or an option cannot be read, exits 2', async () => {
    const week = await put(calendar(...board))
    for (const args of [
      [join(folder, 'nothing.ics')],
      [folder],
      [week, '--from', 'monday'],
      [week, '--now', 'now'],
      [week, '--zone', 'Moon'],
      [week, '--from', '2026-03-02', '--to', '2026-03-01'],
      [week, '--rules', join(folder, 'no.json')],
      [week, '--sideways'],
      ['ftp://example.com/a.ics'],
      ['http://example.com/a.ics'],
      [],
    ]) {
      const { code, out } = await equerry(...args, '--json')
      expect([args, code, Object.keys(JSON.parse(out))]).toEqual([args, 2, ['error']])
    }
  })
})

describe('an address', () => {
  test('is fetched, and what it answers is said where it is no calendar', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/moved.ics') response.writeHead(302, { location: '/week.ics' }).end()
      else if (request.url === '/week.ics') response.end(calendar(...board, ...dentist))
      else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end()
      else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const found = await equerry(`${base}/moved.ics`, '--json', ...march)
      expect([found.code, JSON.parse(found.out).findings.length]).toEqual([1, 1])
      for (const path of ['/none.ics', '/round']) expect((await equerry(`${base}${path}`, '--json')).code).toBe(2)
    } finally {
      server.close()
    }
    expect((await equerry(`${base}/week.ics`, '--json')).code).toBe(2)
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
