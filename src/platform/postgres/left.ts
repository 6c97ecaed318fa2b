import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { NoDatabase } from './binaries.ts'

/**
 * Clears what a killed Equerry left in a database folder: its server, where that still runs, is stopped. A lock file whose
 * process is gone is PostgreSQL's own to judge.
 * @throws NoDatabase when the server will not stop.
 */
export async function clearLeft(folder: string, socket: string): Promise<void> {
  for (const lock of [join(folder, 'postmaster.pid'), join(socket, '.s.PGSQL.5432.lock')]) {
    const pid = pidIn(lock)
    if (pid === null || !listed(pid)) continue
    if (!isServerOf(pid, folder)) giveUpPid(lock)
    else if (!(await end(pid, 20_000)))
      throw new NoDatabase(
        `The PostgreSQL that an earlier Equerry left running in ${folder} (process ${pid}) does not stop.`,
      )
  }
}

/**
 * Fast shutdown: sessions are ended, everything committed is on disk. After `patienceMs` it is cut short, and the next
 * start recovers from the log.
 * @returns whether it ended.
 */
export async function end(pid: number, patienceMs: number): Promise<boolean> {
  if (pid <= 1 || !alive(pid)) return true
  process.kill(pid, 'SIGINT')
  if (await gone(pid, patienceMs)) return true
  process.kill(pid, 'SIGQUIT')
  return gone(pid, 2000)
}

async function gone(pid: number, patienceMs: number): Promise<boolean> {
  for (let left = patienceMs; left > 0 && alive(pid); left -= 10) await wait(10)
  return !alive(pid)
}

function pidIn(lock: string): number | null {
  try {
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

/** In the system's list of processes, and ours to stop. */
function listed(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Dead processes stay listed until their parent asks after them, which in a container may be never. */
function alive(pid: number): boolean {
  if (!listed(pid)) return false
  if (platform() !== 'linux') return true
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** A server works in its own folder; after a restart of the machine the number may be any program's. */
function isServerOf(pid: number, folder: string): boolean {
  try {
    if (platform() === 'linux')
      return (
        readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder) &&
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
      )
    const { stdout } = spawnSync('/bin/ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
    return stdout.includes('postgres') && stdout.includes(folder)
  } catch {
    return false
  }
}

/**
 * The number in the file is another program's now, or that of a dead process nobody has asked after, and PostgreSQL would
 * take it for a server. Its parent's number it takes for an old one's, and goes on to check that no session of the old
 * server still holds the folder.
 */
function giveUpPid(lock: string): void {
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid)))
}
