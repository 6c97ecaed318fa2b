import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A folder of each test file's own, gone when it ends. */
export let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equerry-check-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Result = { code: number | null; out: string; err: string }

/** Runs the command as a person does, in a process of its own. */
export function equerry(...args: string[]): Promise<Result> {
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
export async function put(text: string | Uint8Array, ending = 'ics'): Promise<string> {
  const path = join(folder, `week-${++files}.${ending}`)
  await writeFile(path, text)
  return path
}

export const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
export const event = (uid: string, from: string, to: string, ...more: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `SUMMARY:${uid}`,
  `DTSTART;TZID=Europe/Zurich:202603${from}00`,
  `DTEND;TZID=Europe/Zurich:202603${to}00`,
  ...more,
  'END:VEVENT',
]
/** Two hours of the same Tuesday that share half an hour. */
export const board = event('board', '03T0900', '03T1000')
export const dentist = event('dentist', '03T0930', '03T1030')

export const march = ['--from', '2026-03-01', '--to', '2026-03-31']

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
export async function json(text: string, ...args: string[]): Promise<Answer & { code: number | null; err: string }> {
  const when = args.some((arg) => ['--from', '--now'].includes(arg)) ? [] : march
  const { code, out, err } = await equerry(await put(text), '--json', ...when, ...args)
  return { ...JSON.parse(out), code, err }
}

export async function rules(file: object | string): Promise<string[]> {
  return ['--rules', await put(typeof file === 'string' ? file : JSON.stringify(file), 'json')]
}
