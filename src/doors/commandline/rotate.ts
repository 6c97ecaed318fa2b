import type { Command } from 'commander'
import type { Rotated } from '../../main.ts'

const notes = `
Makes a new key, seals every password, token and second step under it, and drops the keys of before. Whoever is signed in
signs in again: the key also signs cookies. Killed in the middle, nothing is lost; the next one goes on where it was.
What was copied before (a backup, and the key file beside it) still opens: keep such copies apart, or destroy them.

Examples:
  equerry rotate --dry-run
  equerry rotate
`

/** `equerry rotate`: a new key for everything that is sealed. Exit 0 done, 1 some secrets do not open any more, 2 not done. */
export function add(program: Command): void {
  program
    .command('rotate')
    .description('Seal every secret under a new key')
    .option('--dry-run', 'only say what would be sealed again')
    .option('--data <folder>', 'where everything is kept (EQUERRY_DATA; ~/.equerry)')
    .addHelpText('after', notes)
    .action(async ({ dryRun = false, ...flags }: { data?: string; dryRun?: boolean }) => {
      const { Cannot } = await import('../../platform/cannot.ts')
      const { readConfig } = await import('../../platform/config.ts')
      const { reach } = await import('./reach.ts')
      const desk = await reach(readConfig(process.env, flags))
      try {
        const done = await desk.rotate(dryRun)
        if ('cannot' in done) throw new Cannot(done.cannot)
        process.stdout.write(`${wordsOf(done, dryRun)}\n`)
        for (const line of done.lost) process.stderr.write(`${line}\n`)
        process.exitCode = done.lost.length > 0 ? 1 : 0
      } finally {
        await desk.stop()
      }
    })
}

const counted = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`

function wordsOf({ sealed, dropped, resumed }: Exclude<Rotated, { cannot: string }>, dryRun: boolean): string {
  const [secrets, keys] = [counted(sealed, 'secret', 'secrets'), counted(dropped, 'old key', 'old keys')]
  if (dryRun) {
    const begins = resumed ? 'A rotation that broke off would be finished' : 'A new key would be made'
    return `${begins}: ${secrets} would be sealed again, ${keys} dropped. Nothing was changed.`
  }
  const began = resumed ? 'The rotation that broke off is finished' : 'There is a new key'
  return `${began}: ${secrets} sealed again, ${keys} dropped. Everybody signs in again.`
}
