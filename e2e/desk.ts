import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { emptyDatabase } from '../src/platform/postgres/testing.ts'

export type RunningDesk = {
  /** `http://localhost:PORT` */
  readonly url: string
  /** The one-time link it printed. */
  readonly link: string
  /** The link `equerry link` prints, with these words behind it. */
  readonly another: (...words: readonly string[]) => Promise<string>
  /** From now on the desk's clock is this far ahead of the machine's. */
  readonly ahead: (by: Temporal.Duration) => void
  readonly stop: () => Promise<void>
}

/** Equerry as a person starts it: the command, its own data folder, a free port; ready when it has printed its link. */
export async function startDesk(...flags: readonly string[]): Promise<RunningDesk> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-e2e-'))
  const database = await emptyDatabase()
  const clock = join(data, 'ahead')
  const ahead = (by: Temporal.Duration) => writeFileSync(clock, by.toString())
  ahead(Temporal.Duration.from({ seconds: 0 }))
  const start = ['--import', './e2e/clock.ts', 'src/cli.ts', 'start', '--port', '0', '--data', data, ...flags]
  const child = spawn(process.execPath, start, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EQUERRY_LOG: 'warn', EQUERRY_CLOCK: clock, ...(database && { DATABASE_URL: database.url }) },
  })
  const stop = async () => {
    await ended(child)
    await database?.drop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const link = await printed(child)
    const another = (...words: readonly string[]) =>
      printed(spawn(process.execPath, ['src/cli.ts', 'link', '--data', data, ...words]))
    return { url: new URL(link).origin, link, another, ahead, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function printed(child: ChildProcess): Promise<string> {
  const noise: string[] = []
  child.stderr?.on('data', (text) => noise.push(String(text)))
  return new Promise((done, failed) => {
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        const link = /^Open (http\S+\/first\/\S+)$/.exec(line)?.[1]
        if (link) done(link)
      })
    child.once('close', (code) => failed(new Error(`Equerry ended with ${code}:\n${noise.join('').slice(-4000)}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}
