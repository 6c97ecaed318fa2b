import { type Command, Option } from 'commander'
import { type DeskOptions, deskOptions } from './desk.ts'

const examples = `
At its foot stands the hash of the journal as it was when it was printed: equerry verify --expect takes it, as it stands
there, and proves that nothing before it has been altered since.

Examples:
  equerry sheet > today.pdf
  equerry sheet --on 2026-11-24 --for others > day.pdf
`

type Options = DeskOptions & { readonly on?: string; readonly for: string }

/** `equerry sheet`: the day on one page, as a PDF on stdout. */
export function add(program: Command): void {
  const command = program
    .command('sheet')
    .description('Print the day on one page, as a PDF')
    .option('--on <date>', 'the day: 2026-11-24; today unless told')
    .addOption(
      new Option('--for <whom>', 'executive: all you may see; desk: nothing private; others: only what is open')
        .choices(['executive', 'desk', 'others'])
        .default('executive'),
    )
  deskOptions(command).addHelpText('after', examples).action(run)
}

async function run(options: Options): Promise<void> {
  if (process.stdout.isTTY) {
    process.stderr.write('A PDF is nothing to read here: equerry sheet > day.pdf\n')
    process.exitCode = 2
    return
  }
  const { tellRefusal, withDesk } = await import('./desk.ts')
  await withDesk(options, async (ask) => {
    const input = { for: options.for, ...(options.on !== undefined && { on: options.on }) }
    const answer = await ask('sheet.show', input)
    if (tellRefusal(answer)) return
    const { printed } = await import('../sheet/print.ts')
    process.stdout.write(printed(answer as never))
  })
}
