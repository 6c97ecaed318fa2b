import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundDesk } from '../../desk/authority/actions.ts'
import { surroundings } from '../../desk/surroundings.ts'
import { readConfig } from '../../platform/config.ts'
import { makeLog } from '../../platform/log.ts'
import { openDatabase } from '../../platform/postgres/database.ts'
import { testSealing } from '../../platform/secrets/testing.ts'
import { outside } from '../outside.ts'

const data = mkdtempSync(join(tmpdir(), 'equerry-import-'))
const env = { ...process.env, DATABASE_URL: '', EQUERRY_DATA: data }
const file = join(data, 'work.ics')

/** A desk that somebody has sat down at, closed again. */
beforeAll(async () => {
  const database = await openDatabase(readConfig(env, {}), makeLog('silent'), () => {})
  const around = surroundings(database.app, () => {}, {
    ...outside,
    url: 'http://localhost:4170',
    sealing: testSealing(),
  })
  const ines = { login: 'login-ines', email: 'ines@okafor.example', name: 'Ines', kind: 'assistant' as const }
  await foundDesk(around, ines, 'Dana Okafor', 'Europe/London', Temporal.Instant.from('2026-11-23T09:00Z'))
  await database.stop()
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

function type(...words: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['src/cli.ts', ...words], { env })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (err += text))
  return new Promise((done) => child.once('close', (code) => done({ code, out, err })))
}

const ics = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:a@x.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20270111T090000Z\r\nDTEND:20270111T100000Z\r\nSUMMARY:Board\r\nX-COFFEE:two\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

test('a file goes into a calendar by name and comes out again with everything in it', async () => {
  writeFileSync(file, ics)
  const first = await type('import', file, '--calendar', 'Work')
  expect([first.code, first.out]).toEqual([0, '1 added, 0 changed, 0 as before.\n'])
  expect(first.err).toContain('Added the calendar “Work”.')
  const again = await type('import', file, '--calendar', 'work', '--as', 'ines', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ added: 0, same: 1, missing: [] })
  const { code, out } = await type('export')
  expect(code).toBe(0)
  expect(out).toContain('SUMMARY:Board\r\nX-COFFEE:two')
}, 60_000)

test('a file that is not there, or is no calendar, ends with 2 and words', async () => {
  expect(await type('import', join(data, 'none.ics'), '--calendar', 'Work')).toMatchObject({
    code: 2,
    err: expect.stringContaining('there is no such file'),
  })
  writeFileSync(file, 'hello')
  expect((await type('import', file, '--calendar', 'Work')).code).toBe(2)
  expect(await type('export', '--calendar', 'None')).toMatchObject({ code: 2, out: '' })
}, 60_000)
