import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'

const home = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'equerry-pack-'))
const installed = join(folder, 'empty')
const equerry = join(installed, 'node_modules', '.bin', 'equerry')
let unreachable = false

function npm(cwd: string, ...args: string[]): void {
  const done = spawnSync('npm', args, { cwd, encoding: 'utf8' })
  if (done.status === 0) return
  unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/.test(done.stderr)
  if (!unreachable || process.env.EQUERRY_SKIP_NOTHING) throw new Error(done.stderr)
}

beforeAll(() => {
  mkdirSync(installed)
  npm(home, 'pack', '--pack-destination', folder)
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  npm(installed, 'install', join(folder, packed), '--prefer-offline', '--no-audit', '--no-fund')
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const twoAtOnce = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Invented//EN',
  ...['A', 'B'].flatMap((name, i) => [
    'BEGIN:VEVENT',
    `UID:${name}@invented.example`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART:20260302T09${i}000Z`,
    'DTEND:20260302T100000Z',
    `SUMMARY:${name}`,
    'END:VEVENT',
  ]),
  'END:VCALENDAR',
  '',
].join('\r\n')

test('the package, installed in an empty folder, checks a calendar', (context) => {
  if (unreachable) context.skip('the npm registry cannot be reached from here')
  const file = join(installed, 'two.ics')
  writeFileSync(file, twoAtOnce)
  const done = spawnSync(equerry, ['check', file, '--json', '--from', '2026-03-01', '--to', '2026-03-03'], {
    encoding: 'utf8',
  })
  expect(JSON.parse(done.stdout).findings).toHaveLength(1)
  expect(done.status).toBe(1)
})

test('the package, installed in an empty folder, opens a desk with its screens', async (context) => {
  if (unreachable) context.skip('the npm registry cannot be reached from here')
  const child = spawn(equerry, ['start', '--port', '0', '--data', join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EQUERRY_LOG: 'warn', DATABASE_URL: '' },
  })
  const ended = new Promise((done) => child.once('exit', done))
  try {
    const line = await new Promise<string>((done) => createInterface(child.stdout).once('line', done))
    const link = /^Open (http:\/\/localhost:\d+)\/first\/\S+$/.exec(line)
    const page = await fetch(link?.[1] ?? line)
    expect(page.status).toBe(200)
    const text = await page.text()
    const script = /src="(\/assets\/[^"]+)"/.exec(text)?.[1] ?? 'no script in the page'
    expect((await fetch(new URL(script, link?.[1]))).status).toBe(200)
  } finally {
    child.kill('SIGTERM')
    await ended
  }
})
