import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './binaries.ts'
import { NoDatabase } from './binaries.ts'

/** `sun_path` holds 108 bytes on Linux and 104 on macOS, its closing zero included; 100 leaves room for both. */
const longest = 100

/** The path itself where a socket of that name fits in it; else a 0700 folder of our own under the runtime directory. */
export function socketFolder(folder: string, account: Account, name = '.s.PGSQL.5432'): string {
  if (Buffer.byteLength(join(folder, name)) <= longest) return folder
  const hidden = `equerry-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const short = join(account === null && process.env.XDG_RUNTIME_DIR ? process.env.XDG_RUNTIME_DIR : tmpdir(), hidden)
  const owner = account?.uid ?? process.getuid?.()
  try {
    mkdirSync(short, { mode: 0o700 })
    if (account) chownSync(short, account.uid, account.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  // In a shared folder somebody else could have made it first and read along.
  const found = lstatSync(short)
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0)
    throw new NoDatabase(
      `${short} belongs to somebody else or is open to others; it is where the database's socket goes because ${folder} is too long a path`,
    )
  return short
}
