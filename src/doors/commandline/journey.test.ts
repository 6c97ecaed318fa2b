import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))

const given = {
  days: 5,
  cities: [
    { name: 'Graz', days: 3 },
    { name: 'Lille', days: 3 },
  ],
  direct: [['Graz', 'Lille']],
}
const there = [
  { city: 'Graz', from: 1, to: 3 },
  { city: 'Lille', from: 3, to: 5 },
]
const back = [
  { city: 'Lille', from: 1, to: 3 },
  { city: 'Graz', from: 3, to: 5 },
]

async function journey(input: string, flags: readonly string[] = []) {
  const child = spawn(process.execPath, [cli, 'journey', ...flags])
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, err, code: await closed }
}

describe('equerry journey', () => {
  test('answers one problem as JSON, and nothing else', async () => {
    const out = `${JSON.stringify({ stays: there })}\n`
    expect(await journey(JSON.stringify(given, null, 2))).toEqual({ out, err: '', code: 0 })
    expect(await journey(JSON.stringify(given), ['--json'])).toEqual({ out, err: '', code: 0 })
  })

  test('answers as many orders as are wanted', async () => {
    const { out } = await journey(JSON.stringify(given), ['--all', '10'])
    expect(JSON.parse(out)).toEqual({ all: [{ stays: there }, { stays: back }] })
    expect(JSON.parse((await journey(JSON.stringify(given), ['--all', '1'])).out)).toEqual({ all: [{ stays: there }] })
    for (const none of ['0', 'many', '1.5'])
      expect((await journey('', ['--all', none])).err).toContain('a whole number, 1 to 100000')
  })

  test('says on stdout what cannot be read, and ends with 2', async () => {
    for (const input of ['', 'no JSON', JSON.stringify({ ...given, days: 0 })]) {
      const { out, err, code } = await journey(input)
      expect(Object.keys(JSON.parse(out).error)).toEqual(['why', 'words', 'path'])
      expect([err, code]).toEqual(['', 2])
    }
  })

  test('answers a line for a line in order, a bad one in its place, and ends with 0', async () => {
    const lines = [given, { ...given, days: 6 }, { ...given, cities: 2 }, given].map((one) => JSON.stringify(one))
    const { out, err, code } = await journey(`${lines.join('\n')}\nno JSON\n`, ['--jsonl', '--all', '1'])
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers).toMatchObject([
      { all: [{ stays: there }] },
      { impossible: { because: [{}] } },
      { error: { path: 'cities' } },
      { all: [{ stays: there }] },
      { error: { path: '' } },
    ])
    expect([err, code]).toEqual(['', 0])
  })

  test('shows examples', async () => {
    expect((await journey('', ['--help'])).out).toContain('Examples:')
  })
})
