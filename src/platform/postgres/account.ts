import { existsSync, readFileSync, statSync } from 'node:fs'
import { type Account, NoDatabase } from './binaries.ts'

/**
 * Whom the server runs as. Not root: as ourselves. Root, whom PostgreSQL refuses: as the owner of a database that is there
 * already, else as `postgres`, else as `nobody`.
 * @throws NoDatabase where the folder belongs to another, or root finds nobody to run it as.
 */
export function accountFor(folder: string): Account {
  const owner = existsSync(folder) ? statSync(folder) : null
  const self = process.getuid?.()
  if (self !== 0) {
    if (owner && owner.uid !== self)
      throw new NoDatabase(
        `The database in ${folder} belongs to another user (${owner.uid}): start Equerry as that user, or as root if root made it.`,
      )
    return null
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new NoDatabase(
    'PostgreSQL refuses to run as root, and this system has neither a user postgres nor nobody: start Equerry as an ordinary user.',
  )
}
