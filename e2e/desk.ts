import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { emptyDatabase, sharedDatabase } from '../src/platform/postgres/testing.ts'

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

const noTime = Temporal.Duration.from({ seconds: 0 })

/** Equerry as a person starts it: the command, its own data folder, a free port; ready when it has printed its link. */
export const startAlone = (...flags: readonly string[]): Promise<RunningDesk> => startAhead(noTime, ...flags)

/** Alone, with its clock that far ahead from the first. */
export async function startAhead(by: Temporal.Duration, ...flags: readonly string[]): Promise<RunningDesk> {
  const database = await emptyDatabase()
  return startOn(database && { DATABASE_URL: database.url }, flags, async () => database?.drop(), by)
}

/** On a database of the run's server, which is up to date and there at once. */
export async function startDesk(): Promise<RunningDesk> {
  const shared = await sharedDatabase()
  return startOn(shared.settings, [], shared.drop)
}

/**
 * Two of them on one database and under one key file: each with its own data folder, port and sweeper. Stopping the first
 * stops both.
 */
export async function startTwoDesks(): Promise<readonly [RunningDesk, RunningDesk]> {
  const shared = await sharedDatabase()
  const keys = mkdtempSync(join(tmpdir(), 'equerry-e2e-keys-'))
  const settings = { ...shared.settings, EQUERRY_KEY_FILE: join(keys, 'keys') }
  const one = await startOn(settings, [], async () => {
    await shared.drop()
    rmSync(keys, { recursive: true, force: true })
  })
  try {
    const two = await startOn(settings, [], async () => {})
    const stop = async () => {
      await two.stop()
      await one.stop()
    }
    return [{ ...one, stop }, two]
  } catch (error) {
    await one.stop()
    throw error
  }
}

async function startOn(
  settings: Record<string, string> | null,
  flags: readonly string[],
  after: () => Promise<unknown>,
  by = noTime,
): Promise<RunningDesk> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-e2e-'))
  const clock = join(data, 'ahead')
  // Renamed into its place: whoever reads it meets one time or the other, and never half of one.
  const ahead = (by: Temporal.Duration) => {
    writeFileSync(`${clock}.next`, by.toString())
    renameSync(`${clock}.next`, clock)
  }
  ahead(by)
  const start = ['--import', './e2e/clock.ts', 'src/cli.ts', 'start', '--port', '0', '--data', data, ...flags]
  const child = spawn(process.execPath, start, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EQUERRY_LOG: 'warn', EQUERRY_CLOCK: clock, ...settings },
  })
  const stop = async () => {
    await ended(child)
    await after()
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
