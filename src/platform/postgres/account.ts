import { readFileSync } from 'node:fs'
import type { Account } from './binaries.ts'

/** Whom the server runs as. Not root: then as ourselves. Root: as `postgres` where there is one, else `nobody`, else a high uid nobody has. */
export function accountFor(): Account {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const line = ['postgres', 'nobody']
    .map((name) => lines.find(([login]) => login === name))
    .find((one) => one !== undefined)
  return { uid: Number(line?.[2] ?? 64_170), gid: Number(line?.[3] ?? 64_170) }
}
