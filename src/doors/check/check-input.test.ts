import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { board, calendar, dentist, equerry, folder, json, march, put, rules } from './testing.ts'

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
