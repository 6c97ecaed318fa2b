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
  const { readConfig } = await import('../../platform/config.ts')
  const { start } = await import('../../main.ts')
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const asked = askedToStop()
  const running = await start(readConfig(process.env, options), {
    say,
    lost: () => {
      say('The database ended though nobody stopped it, so Equerry stops too. Start it again: what was saved is there.')
      process.exit(1)
    },
  })
  process.stdout.write(running.firstLink === null ? `Equerry is at ${running.url}\n` : `Open ${running.firstLink}\n`)
  await asked
  await running.stop()
  process.exit(0)
}

/** Resolves at the first signal, also one that comes while Equerry is still starting; a second one ends at once. */
function askedToStop(): Promise<void> {
  let times = 0
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (++times > 1) process.exit(1)
        resolve()
      })
  })
}
