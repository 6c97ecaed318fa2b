import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const data = mkdtempSync(join(tmpdir(), 'equerry-command-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** Types a command and waits for its end. */
function type(...words: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: '', EQUERRY_DATA: data }
  const child = spawn(process.execPath, ['src/cli.ts', ...words], { env })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (err += text))
  return new Promise((done) => child.once('close', (code) => done({ code, out, err })))
}

test('a command at a folder where nobody has sat down says so, and what to do', async () => {
  const { code, err } = await type('verify')
  expect([code, err]).toEqual([2, expect.stringContaining('equerry start')])
})

test('a link can be made before anything runs, and is one line', async () => {
  const { code, out } = await type('link')
  expect(code).toBe(0)
  expect(out).toMatch(/^Open http:\/\/localhost:4170\/first\/[\w-]{22}\n$/)
})

test('a link for somebody who does not sign in here is refused, and prints no link', async () => {
  const { code, out, err } = await type('link', '--for', 'nobody@okafor.example')
  expect([code, out, err]).toEqual([2, '', expect.stringContaining('Nobody signs in as nobody@okafor.example')])
})

test('commands that come at once wait for each other', async () => {
  const all = await Promise.all([type('link'), type('link'), type('link')])
  expect(all.map(({ code, err }) => [code, code === 0 ? '' : err])).toEqual(all.map(() => [0, '']))
  expect(new Set(all.map(({ out }) => out)).size).toBe(3)
})

test('a setting that cannot be used is named', async () => {
  const { code, err } = await type('start', '--port', 'many')
  expect([code, err]).toEqual([2, expect.stringContaining('PORT')])
})
