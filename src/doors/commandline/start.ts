import type { Command } from 'commander'

const examples = `
Examples:
  equerry start                      on port 4170, data in ~/.equerry
  equerry start --port 5000 --data ./desk
  equerry start --sample             with an invented week to look at
`

type Options = { port?: string; data?: string; host?: string; sample?: boolean }

/** `equerry start`: opens the desk and stays. Its one line on stdout is the address to open. */
export function add(program: Command): void {
  program
    .command('start')
    .description('Open the desk in the browser')
    .option('--port <number>', 'port to listen on (PORT; 4170)')
    .option('--data <folder>', 'where everything is kept (EQUERRY_DATA; ~/.equerry)')
    .option('--host <address>', 'listen on more than this machine')
    .option('--sample', 'fill the new desk with an invented week')
    .addHelpText('after', examples)
    .action(run)
}

async function run(options: Options): Promise<void> {
  const { BadSetting, readConfig } = await import('../../platform/config.ts')
  const { NoDatabase } = await import('../../platform/postgres/binaries.ts')
  const { InUse } = await import('../socket/owner.ts')
  const { buildScreens } = await import('./screens.ts')
  const { start } = await import('../../main.ts')
  try {
    const config = readConfig(process.env, options)
    await buildScreens()
    const running = await start(config)
    process.stdout.write(running.firstLink === null ? `Equerry is at ${running.url}\n` : `Open ${running.firstLink}\n`)
    stayUntilAsked(running.stop)
  } catch (error) {
    if (!(error instanceof BadSetting || error instanceof NoDatabase || error instanceof InUse || isTaken(error)))
      throw error
    process.stderr.write(
      `${isTaken(error) ? 'That port is taken; choose another with --port.' : (error as Error).message}\n`,
    )
    process.exitCode = 2
  }
}

const isTaken = (error: unknown): boolean => (error as { code?: string } | null)?.code === 'EADDRINUSE'

/** The first signal stops in order; whoever is in a hurry sends a second. */
function stayUntilAsked(stop: () => Promise<void>): void {
  let asked = false
  const leave = () => {
    if (asked) process.exit(1)
    asked = true
    void stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}
