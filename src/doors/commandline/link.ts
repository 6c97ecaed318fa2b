import { type Command, Option } from 'commander'

/** `equerry link`: another one-time link, for a second person; with `--for`, for somebody who lost their password. */
export function add(program: Command): void {
  program
    .command('link')
    .description('Print another one-time link to sign in with')
    .addOption(new Option('--for <address>', 'a new password for whoever signs in with this address').conflicts('desk'))
    .option('--desk <name>', 'the executive whose desk a new person joins, where there are several')
    .option('--data <folder>', 'where everything is kept (EQUERRY_DATA; ~/.equerry)')
    .addHelpText(
      'after',
      '\nExamples:\n  equerry link\n  equerry link --desk "Dana Okafor"\n  equerry link --for ines@okafor.example\n',
    )
    .action(async (options: { data?: string; for?: string; desk?: string }) => {
      const { Cannot } = await import('../../platform/cannot.ts')
      const { readConfig } = await import('../../platform/config.ts')
      const { reach } = await import('./reach.ts')
      const desk = await reach(readConfig(process.env, options))
      try {
        const made = await desk.link({
          ...(options.for !== undefined && { for: options.for }),
          ...(options.desk !== undefined && { desk: options.desk }),
        })
        if ('refused' in made) throw new Cannot(made.refused.words)
        process.stdout.write(`Open ${made.address}\n`)
        if (!desk.runs) process.stderr.write('It opens once “equerry start” runs, within a day.\n')
      } finally {
        await desk.stop()
      }
    })
}
