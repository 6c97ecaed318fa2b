import type { Command } from 'commander'
import type { DeskOptions } from './desk.ts'
import { deskOptions } from './desk.ts'

const examples = `
Examples:
  equerry export > everything.ics
  equerry export --calendar Work > work.ics
`

type Options = DeskOptions & { readonly calendar?: string }

/** `equerry export`: every calendar of the desk, or one, as an iCalendar file on stdout. */
export function add(program: Command): void {
  const command = program
    .command('export')
    .description('Write everything out as one iCalendar file')
    .option('--calendar <name>', 'only this calendar')
  deskOptions(command).addHelpText('after', examples).action(run)
}

async function run(options: Options): Promise<void> {
  const { tellRefusal, withDesk } = await import('./desk.ts')
  await withDesk(options, async (ask) => {
    const listed = await ask('calendar.list', {})
    if (tellRefusal(listed)) return
    const { calendars } = listed as unknown as { calendars: { id: string; name: string }[] }
    const wanted = options.calendar?.trim().toLowerCase()
    const one = calendars.find(({ name }) => name.toLowerCase() === wanted)
    if (wanted !== undefined && !one) {
      process.stderr.write(`There is no calendar called “${options.calendar}”.\n`)
      process.exitCode = 2
      return
    }
    const answer = await ask('calendar.export', one ? { calendarId: one.id } : {})
    if (!tellRefusal(answer)) process.stdout.write((answer as unknown as { ics: string }).ics)
  })
}
