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
      const { reach } = await import('./reach.ts')
      const desk = await reach(readConfig(process.env, options))
      try {
        process.stdout.write(`Open ${await desk.link()}\n`)
        if (!desk.runs) process.stderr.write('It opens once “equerry start” runs, within a day.\n')
      } finally {
        await desk.stop()
      }
    })
}
