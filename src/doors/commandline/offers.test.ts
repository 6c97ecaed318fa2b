import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))

const morning = {
  window: { from: '2026-03-02T09:00:00', to: '2026-03-02T10:30:00' },
  zone: 'Europe/Zurich',
  durationMinutes: 30,
  granularityMinutes: 30,
  people: [{ id: 'dana', zone: 'Europe/London', busy: [['2026-03-02T09:00:00+01:00', '2026-03-02T09:30:00']] }],
}

async function offers(input: string, { flags = [] as string[], TZ = 'Asia/Kathmandu' } = {}) {
  const child = spawn(process.execPath, [cli, 'offers', ...flags], { env: { ...process.env, TZ } })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, err, code: await closed }
}

describe('equerry offers', () => {
  test('answers one problem as JSON, and nothing else', async () => {
    const { out, err, code } = await offers(JSON.stringify(morning, null, 2))
    expect([err, code]).toEqual(['', 0])
    expect(JSON.parse(out)).toEqual({
      offers: [
        {
          start: '2026-03-02T09:30:00+01:00',
          end: '2026-03-02T10:00:00+01:00',
          weekday: 'Monday',
          words: 'Monday 2 March, 09:30–10:00 (Zurich)',
          cost: 0,
          findings: [],
        },
        {
          start: '2026-03-02T10:00:00+01:00',
          end: '2026-03-02T10:30:00+01:00',
          weekday: 'Monday',
          words: 'Monday 2 March, 10:00–10:30 (Zurich)',
          cost: 0,
          findings: [],
        },
      ],
      removed: { 'busy:dana': 1 },
      standsInTheWay: [],
    })
    expect((await offers(`\u{feff}${JSON.stringify(morning)}\n`, { flags: ['--json'] })).out).toBe(out)
  })

  test('says on stdout what cannot be read, and ends with 2', async () => {
    for (const input of ['', 'no JSON', JSON.stringify({ ...morning, zone: 'Europe/Atlantis' })]) {
      const { out, err, code } = await offers(input)
      expect(Object.keys(JSON.parse(out).error)).toEqual(['why', 'words', 'path'])
      expect([err, code]).toEqual(['', 2])
    }
  })

  test('answers a line for a line in order, a bad one in its place, and ends with 0', async () => {
    const lines = Array.from({ length: 300 }, (_, n) => JSON.stringify({ ...morning, limit: n % 3 }))
    lines.splice(150, 0, '', '{"window":')
    const { out, err, code } = await offers(lines.join('\n'), { flags: ['--jsonl'] })
    const answers = out.trimEnd().split('\n')
    expect([answers.length, err, code]).toEqual([301, '', 0])
    for (const [n, answer] of answers.entries()) {
      if (n === 150) expect(JSON.parse(answer).error.why).toBe('bad-input')
      else expect(JSON.parse(answer).offers).toHaveLength((n > 150 ? n - 1 : n) % 3)
    }
  })

  test('answers the same wherever the machine stands', async () => {
    const window = { from: '2026-03-28T12:00:00', to: '2026-03-30T12:00:00' }
    const rules = [
      { kind: 'hours', weight: 'avoid', params: { days: { SU: [['01:00', '17:00']], MO: [['08:00', '12:00']] } } },
      { kind: 'night', weight: 'prefer', params: { minutes: 660 } },
    ]
    const problem = JSON.stringify({ ...morning, window, rules, limit: null })
    const here = await offers(problem)
    expect(JSON.parse(here.out).offers.length).toBeGreaterThan(50)
    for (const TZ of ['UTC', 'America/New_York', 'Pacific/Apia', 'Europe/Zurich'])
      expect(await offers(problem, { TZ })).toEqual(here)
  })

  test('shows examples', async () => {
    expect((await offers('', { flags: ['--help'] })).out).toContain('Examples:')
  })
})
