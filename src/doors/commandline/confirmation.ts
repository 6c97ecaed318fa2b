import type { Command } from 'commander'
import type { Origin, Proposal, Reading } from '../../desk/travel/reading/model.ts'

const examples = `
Reads a mail (.eml), a page, a PDF, a calendar file, a pass for a wallet (.pkpass) or plain text, with no desk and no network, and
says what it would propose: each value with the words it stands in, and a doubt where the confirmation contradicts itself or the
world. “-” reads from standard input.

Exit code: 0 something was read, 1 nothing was, 2 unusable input.

Examples:
  equerry confirmation booking.eml
  equerry confirmation ticket.pdf --json | jq '.proposals[].fields.starts'
  pbpaste | equerry confirmation -
`

/** `equerry confirmation`: what a confirmation of a booking says, and where it says so. */
export function add(program: Command): void {
  program
    .command('confirmation')
    .description('Say what a confirmation of a booking says, and where')
    .argument('<file>', 'a mail, page, PDF, calendar file, pass or text; - for standard input')
    .option('--json', 'answer as JSON on stdout', false)
    .addHelpText('after', examples)
    .action(async (file: string, { json }: { json: boolean }) => {
      process.stdout.on('error', () => process.exit())
      process.exitCode = await run(file, json)
    })
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  const { readFile } = await import('node:fs/promises')
  const { buffer } = await import('node:stream/consumers')
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file)
  } catch {
    return null
  }
}

async function run(file: string, json: boolean): Promise<number> {
  const bytes = await bytesOf(file)
  if (!bytes) {
    const trouble = { why: 'not-there', words: `${file} cannot be read` }
    if (json) process.stdout.write(`${JSON.stringify({ error: trouble })}\n`)
    else process.stderr.write(`${trouble.words}\n`)
    return 2
  }
  const { readConfirmation } = await import('../confirmations/read.ts')
  const { airportOf } = await import('../../desk/travel/airports/airports.ts')
  const { tame } = await import('../check/words.ts')
  const reading = await readConfirmation({ bytes, fileName: file === '-' ? '' : file }, { airportOf })
  process.stdout.write(json ? `${JSON.stringify(reading)}\n` : `${linesOf(reading).map(tame).join('\n')}\n`)
  return reading.proposals.length > 0 ? 0 : 1
}

function originWords(origin: Origin): string {
  if (origin.by === 'words') return `“${origin.words.slice(0, 60)}”`
  return origin.by === 'data' ? `data ${origin.path}` : `${origin.table}, by ${origin.value}`
}

function proposalLines({ kind, action, fields, doubts, missing }: Proposal, at: number): string[] {
  return [
    '',
    `${at + 1}. ${kind}, ${action}`,
    ...Object.entries(fields).map(
      ([name, { value, origin }]) => `   ${name.padEnd(13)} ${value.padEnd(28)} ${originWords(origin)}`,
    ),
    ...doubts.map(({ field, why }) => `   ${field.padEnd(13)} ? ${why}`),
    ...(missing.length > 0 ? [`   not said: ${missing.join(', ')}`] : []),
  ]
}

const linesOf = ({ form, subject, from, proposals, remarks }: Reading): string[] => [
  [form, subject, from].filter((each) => each !== null).join(', '),
  ...(proposals.length === 0 ? ['Nothing in it was read as a booking'] : proposals.flatMap(proposalLines)),
  ...remarks,
]
