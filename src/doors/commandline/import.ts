import type { Command } from 'commander'
import type { ImportReport } from '../../desk/calendar/model.ts'
import type { DeskOptions } from './desk.ts'
import { deskOptions } from './desk.ts'

const examples = `
Examples:
  equerry import work.ics --calendar Work
  equerry import team.ics --calendar "Team" --desk "Dana Okafor" --as Ines

A calendar of that name that is not there yet is added. What was imported before is joined with the file;
nothing is deleted, and nothing you added at the desk is touched.
`

type Options = DeskOptions & { readonly calendar: string; readonly json?: boolean }

/** `equerry import FILE --calendar NAME`: brings an iCalendar file into a calendar of the desk. */
export function add(program: Command): void {
  const command = program
    .command('import')
    .description('Bring an iCalendar file into a calendar')
    .argument('<file>', 'an .ics file')
    .requiredOption('--calendar <name>', 'the calendar it goes into; added where there is none of that name')
    .option('--json', 'the report as JSON')
  deskOptions(command).addHelpText('after', examples).action(run)
}

async function run(path: string, options: Options): Promise<void> {
  const { readFile } = await import('node:fs/promises')
  const { basename } = await import('node:path')
  const { tellRefusal, withDesk } = await import('./desk.ts')
  const { pack } = await import('../socket/call.ts')
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) {
    process.stderr.write(
      `${path} cannot be read: ${bytes.code === 'ENOENT' ? 'there is no such file' : bytes.message}\n`,
    )
    process.exitCode = 2
    return
  }
  const done = progress(`Importing ${basename(path)}`)
  try {
    await withDesk(options, async (ask) => {
      const calendarId = await calendarNamed(ask, options.calendar)
      if (calendarId === null) return
      const file = await pack({ name: basename(path), bytes })
      const answer = await ask('calendar.import', { calendarId, fileName: basename(path), file })
      done()
      if (!tellRefusal(answer)) tell(answer as unknown as ImportReport, options)
    })
  } finally {
    done()
  }
}

type Ask = Parameters<Parameters<typeof import('./desk.ts').withDesk>[1]>[0]

/** The calendar of that name, in any case; a new one where there is none. */
async function calendarNamed(ask: Ask, name: string): Promise<string | null> {
  const { tellRefusal } = await import('./desk.ts')
  const listed = await ask('calendar.list', {})
  if (tellRefusal(listed)) return null
  const { calendars } = listed as unknown as { calendars: { id: string; name: string }[] }
  const known = calendars.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())
  if (known) return known.id
  const added = await ask('calendar.add', { name })
  if (tellRefusal(added)) return null
  process.stderr.write(`Added the calendar “${name}”.\n`)
  return (added as unknown as { calendar: { id: string } }).calendar.id
}

/** Says every second that work goes on; the first time after one second. */
function progress(words: string): () => void {
  let seconds = 0
  const timer = setInterval(() => process.stderr.write(`${words}… ${++seconds} s\n`), 1000)
  return () => clearInterval(timer)
}

function tell(report: ImportReport, { json }: Options): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(report)}\n`)
    return
  }
  const { added, changed, same, missing, conflicts, skipped, remarks } = report
  const lines = [
    `${added} added, ${changed} changed, ${same} as before.`,
    ...remarks,
    ...skipped.map(({ line, reason }) => `Line ${line}: ${reason}`),
    ...conflicts.map(
      (one) => `“${one.title}”, ${one.property}, was changed on both sides: kept ${one.kept}, not ${one.other}`,
    ),
    ...missing.map(({ title }) => `“${title}” is not in the file; it stays.`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
