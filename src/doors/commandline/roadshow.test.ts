import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))

const day = {
  zone: 'Europe/Zurich',
  start: { place: 'Hotel', at: '2026-03-02T08:30:00' },
  stops: [{ id: 'bank', place: 'Quay', open: [['2026-03-02T09:00:00', '2026-03-02T12:00:00']], minutes: 45 }],
  travelMinutes: { Hotel: { Quay: 20 } },
}
const answer = {
  visits: [
    {
      id: 'bank',
      leave: '2026-03-02T08:30:00+01:00',
      arrive: '2026-03-02T08:50:00+01:00',
      start: '2026-03-02T09:00:00+01:00',
      end: '2026-03-02T09:45:00+01:00',
    },
  ],
  left: [],
  value: 1,
  optimal: true,
}

async function roadshow(input: string, { flags = [] as string[], TZ = 'Asia/Kathmandu' } = {}) {
  const child = spawn(process.execPath, [cli, 'roadshow', ...flags], { env: { ...process.env, TZ } })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, err, code: await closed }
}

describe('equerry roadshow', () => {
  test('answers one problem as JSON, and nothing else, wherever the machine stands', async () => {
    for (const TZ of ['Asia/Kathmandu', 'America/New_York']) {
      const { out, err, code } = await roadshow(JSON.stringify(day, null, 2), { flags: ['--json'], TZ })
      expect([err, code]).toEqual(['', 0])
      expect(JSON.parse(out)).toEqual(answer)
    }
  })

  test('says on stdout what cannot be read, and ends with 2', async () => {
    for (const input of ['', 'no JSON', JSON.stringify({ ...day, zone: 'Europe/Atlantis' })]) {
      const { out, err, code } = await roadshow(input)
      expect(Object.keys(JSON.parse(out).error)).toEqual(['why', 'words', 'path'])
      expect([err, code]).toEqual(['', 2])
    }
  })

  test('answers a line for a line in order, a bad one in its place, and ends with 0', async () => {
    const lines = [JSON.stringify(day), '', '{"start":', JSON.stringify({ ...day, stops: 1 }), JSON.stringify(day)]
    const { out, err, code } = await roadshow(lines.join('\n'), { flags: ['--jsonl'] })
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers).toMatchObject([answer, { error: { path: '' } }, { error: { path: 'stops' } }, answer])
    expect([err, code]).toEqual(['', 0])
  })

  test('looks no longer than it is told, and says so', async () => {
    const places = Array.from({ length: 60 }, (_, n) => `p${n}`)
    const ways = (from: string) => Object.fromEntries(places.map((to, n) => [to, ((n * 7 + from.length) % 11) + 5]))
    const many = {
      ...day,
      stops: places.map((place) => ({ ...day.stops[0], id: place, place, minutes: 1 })),
      travelMinutes: Object.fromEntries(['Hotel', ...places].map((from) => [from, ways(from)])),
    }
    const { out, code } = await roadshow(JSON.stringify(many), { flags: ['--seconds', '0.05'] })
    expect([JSON.parse(out).optimal, code]).toEqual([false, 0])
    expect((await roadshow('', { flags: ['--seconds', 'soon'] })).err).toContain('number of seconds')
  })

  test('shows examples', async () => {
    expect((await roadshow('', { flags: ['--help'] })).out).toContain('Examples:')
  })
})
