import type { Command } from 'commander'

/** `equerry link`: another one-time link, for a second person, or for somebody who lost their password. */
export function add(program: Command): void {
  program
    .command('link')
    .description('Print another one-time link to sign in with')
    .option('--data <folder>', 'where everything is kept (EQUERRY_DATA; ~/.equerry)')
    .addHelpText('after', '\nExample:\n  equerry link\n')
    .action(async (options: { data?: string }) => {
      const { readConfig } = await import('../../platform/config.ts')
      const { ask } = await import('../socket/owner.ts')
      const config = readConfig(process.env, options)
      const answer = (await ask(config.data, '/link')) as { address?: string } | null
      if (answer?.address !== undefined) {
        process.stdout.write(`Open ${answer.address}\n`)
        return
      }
      const { openForCommand } = await import('../../main.ts')
      const opened = await openForCommand(config)
      try {
        process.stdout.write(`Open ${await opened.link()}\n`)
        process.stderr.write('It opens once “equerry start” runs, within a day.\n')
      } finally {
        await opened.stop()
      }
    })
}
