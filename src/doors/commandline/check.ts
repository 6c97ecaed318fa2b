import type { Command, CommanderError } from 'commander'
import type { Answer } from '../check/answer.ts'
import type { Trouble } from '../check/trouble.ts'

type Options = {
  rules?: string
  from?: string
  to?: string
  now?: string
  zone?: string
  me: string[]
  strict: boolean
  html?: string
  json: boolean
}

const examples = `
Without --rules only physics is judged: two busy things at once, and places nobody can reach in time. A rules file adds
to that; where it names "overlap" or "travel" itself, its own take their place:
  {"rules": [{"kind": "buffer", "weight": "avoid", "params": {"beforeMinutes": 10}}],
   "travelMinutes": {"Office": {"City Airport": 40}}}
“equerry rules” lists the kinds and their parameters.

Exit code: 0 nothing wrong, 1 findings that cannot work or should not be (--strict: or could be better), 2 unusable input.

Examples:
  equerry check week.ics
  equerry check webcal://calendar.example.com/dana.ics --me dana@example.com --zone Europe/London
  equerry check week.ics --from 2026-03-02 --to 2026-03-08 --rules rules.json --html week.html
  equerry check week.ics --json | jq '.findings[].words'
`

const collect = (value: string, before: string[]) => [...before, value]

/** `equerry check`: a linter for an executive's week, with no desk and no database. */
export function add(program: Command): void {
  program
    .command('check')
    .description('Say which days of a calendar cannot work, and why')
    .argument('<calendar>', 'an .ics file, or an https:// or webcal:// address')
    .option('--rules <file>', 'rules and travel minutes as JSON')
    .option('--from <date>', 'first day (default: today)')
    .option('--to <date>', 'last day, inclusive (default: 90 days later)')
    .option('--now <time>', 'what time it is: ISO with offset, or local in the zone')
    .option('--zone <zone>', "IANA zone to judge and tell times in (default: the calendar's own)")
    .option('--me <address>', 'whose calendar it is; may be given several times', collect, [] as string[])
    .option('--strict', 'findings that are merely not preferred count too', false)
    .option('--html <file>', 'also write one self-contained page')
    .option('--json', 'answer as JSON on stdout', false)
    .addHelpText('after', examples)
    .exitOverride(leave)
    .action(async (source: string, options: Options) => {
      // Whoever reads the answer may stop reading it: `equerry check week.ics | head`.
      process.stdout.on('error', () => process.exit())
      process.exitCode = await run(source, options)
    })
}

/** A command line that cannot be read is unusable input: exit code 2, because 1 says that something was found. */
function leave({ code, exitCode, message }: CommanderError): never {
  if (exitCode !== 0 && process.argv.includes('--json'))
    process.stdout.write(
      `${JSON.stringify({ error: { why: 'bad-input', words: message.replace(/^error: /, ''), path: code } })}\n`,
    )
  process.exit(exitCode === 0 ? 0 : 2)
}

async function run(source: string, options: Options): Promise<number> {
  const { CannotCheck } = await import('../check/trouble.ts')
  try {
    return await checked(source, options)
  } catch (error) {
    if (!(error instanceof CannotCheck)) throw error
    const { trouble } = error
    if (options.json) process.stdout.write(`${JSON.stringify({ error: trouble })}\n`)
    else process.stderr.write(`${plainTrouble(source, trouble)}\n`)
    return 2
  }
}

function plainTrouble(source: string, { words, line, path }: Trouble): string {
  const where = path !== undefined ? `the rules file, ${path}` : line === undefined ? source : `${source}, line ${line}`
  return `${where}: ${words}`
}

/** From here on reading takes more than a second. */
const slowBytes = 10_000_000

async function checked(source: string, options: Options): Promise<number> {
  const { bytesOf, fileBytes } = await import('../check/source.ts')
  const { check } = await import('../check/run.ts')
  const { asJson, exitCode } = await import('../check/answer.ts')
  const rules = options.rules === undefined ? null : await fileBytes(options.rules)
  const waiting = setTimeout(() => process.stderr.write('Waiting for an answer\n'), 1000)
  const bytes = await bytesOf(source).finally(() => clearTimeout(waiting))
  if (bytes.length > slowBytes) process.stderr.write(`Reading ${Math.round(bytes.length / 1e6)} MB\n`)
  const answer = check({ ...options, source, bytes, rules, clock: Temporal.Now.instant() })
  if (options.html !== undefined) await writePage(options.html, answer)
  if (options.json) process.stdout.write(`${JSON.stringify(asJson(answer))}\n`)
  else process.stdout.write((await import('../check/text.ts')).asText(answer, process.stdout.isTTY === true))
  await speak(answer, options.json)
  return exitCode(answer, options.strict)
}

async function writePage(path: string, answer: Answer) {
  const { writeFile } = await import('node:fs/promises')
  const { asPage } = await import('../check/page.ts')
  const { cannot } = await import('../check/trouble.ts')
  try {
    await writeFile(path, await asPage(answer))
  } catch {
    throw cannot('bad-input', `The page cannot be written to ${path}`)
  }
}

/** What is not the answer itself goes to stderr; with `--json` also whose calendar and zone were taken. */
async function speak(answer: Answer & { readonly spoken: readonly string[] }, json: boolean) {
  const { tame, whoseWords, waysWords } = await import('../check/words.ts')
  const say = (line: string) => process.stderr.write(`${tame(line)}\n`)
  for (const line of answer.spoken) say(line)
  if (json) {
    say(whoseWords(answer))
    say(`Times in ${answer.zone} (${answer.zoneKnown})`)
    for (const remark of answer.remarks) say(remark)
  }
  if (answer.unknownWays > 0) say(waysWords(answer))
}
