import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))

const weekly = { start: '2026-03-02T09:00:00', zone: 'Europe/Zurich', rrule: 'FREQ=WEEKLY;COUNT=2' }

async function expand(input: string, { flags = [] as string[], TZ = 'Asia/Kathmandu' } = {}) {
  const child = spawn(process.execPath, [cli, 'expand', ...flags], { env: { ...process.env, TZ } })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, err, code: await closed }
}

describe('equerry expand', () => {
  test('answers one problem as JSON, and nothing else', async () => {
    const out = '{"occurrences":["2026-03-02T08:00:00Z","2026-03-09T08:00:00Z"]}\n'
    expect(await expand(JSON.stringify(weekly, null, 2))).toEqual({ out, err: '', code: 0 })
    expect(await expand(`\u{feff}${JSON.stringify(weekly)}\n`, { flags: ['--json'] })).toEqual({
      out,
      err: '',
      code: 0,
    })
  })

  test('says on stdout what cannot be read, and ends with 2', async () => {
    for (const input of ['', 'no JSON', JSON.stringify({ ...weekly, rrule: 'FREQ=NEVER' })]) {
      const { out, err, code } = await expand(input)
      expect(Object.keys(JSON.parse(out).error)).toEqual(['why', 'words', 'path'])
      expect([err, code]).toEqual(['', 2])
    }
  })

  test('answers a line for a line in order, a bad one in its place, and ends with 0', async () => {
    const lines = Array.from({ length: 5000 }, (_, n) => JSON.stringify({ ...weekly, zone: null, limit: n % 3 }))
    lines.splice(2500, 0, '', '   ', '{"start":', '\r')
    const { out, err, code } = await expand(lines.join('\r\n'), { flags: ['--jsonl'] })
    const answers = out.trimEnd().split('\n')
    expect([answers.length, err, code]).toEqual([5001, '', 0])
    for (const [n, answer] of answers.entries()) {
      const problem = n > 2500 ? n - 1 : n
      if (n === 2500) expect(JSON.parse(answer).error.why).toBe('bad-input')
      else expect(JSON.parse(answer).occurrences).toHaveLength(Math.min(2, problem % 3))
    }
  })

  test('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [cli, 'expand', '--jsonl'])
    for (let n = 0; n < 2; n++) {
      child.stdin.write(`${JSON.stringify(weekly)}\n`)
      const [answer] = await new Promise<Buffer[]>((resolve) => child.stdout.once('data', (data) => resolve([data])))
      expect(String(answer)).toContain('2026-03-09T08:00:00Z')
    }
    child.stdin.end()
  })

  test('answers the same wherever the machine stands', async () => {
    const zones = ['America/New_York', 'Asia/Tehran', 'Africa/Casablanca', 'America/St_Johns']
    const rules = ['FREQ=DAILY;COUNT=400', 'FREQ=HOURLY;COUNT=500', 'FREQ=MONTHLY;BYDAY=-1SU;COUNT=24']
    const problems = zones.flatMap((zone) =>
      rules.map((rrule) => ({ ...weekly, start: '2018-03-01T02:30:00', zone, rrule })),
    )
    const input = problems.map((problem) => JSON.stringify(problem)).join('\n')
    const here = await expand(input, { flags: ['--jsonl'] })
    for (const TZ of ['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Tehran']) {
      expect(await expand(input, { flags: ['--jsonl'], TZ })).toEqual(here)
    }
  })

  test('shows examples', async () => {
    expect((await expand('', { flags: ['--help'] })).out).toContain('Examples:')
  })
})
