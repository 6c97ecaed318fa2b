import type { Command } from 'commander'

const examples = `
A problem: {"start": "2026-03-02T09:00:00", "zone": "Europe/Zurich", "rrule": "FREQ=WEEKLY;BYDAY=MO",
            "exdate": [], "rdate": [], "until": "2026-06-30T23:59:59", "limit": 100}
  start   a local time, with Z in UTC, or a date; exdate, rdate and until have its form
  zone    an IANA zone; null for local times that belong to no zone
  rrule   RFC 5545 without "RRULE:"
  until   the last moment listed; limit cuts the finished list. With neither, and no end in the rule: 5,000, "cut": true

The answer: {"occurrences": ["2026-03-02T08:00:00Z", …]}, local times without a zone, dates from a date.
It lists what the rule produces, less exdate, plus rdate; a start that the rule does not produce is not added.
What cannot be read answers {"error": {"why", "words", "path"}}, exit code 2; with --jsonl in its place, exit code 0.

Examples:
  echo '{"start":"2026-03-02T09:00:00","zone":"Europe/Zurich","rrule":"FREQ=MONTHLY;BYDAY=-1FR","limit":3}' | equerry expand
  echo '{"start":"2026-02-28","rrule":"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=4"}' | equerry expand
  equerry expand --jsonl < problems.jsonl > answers.jsonl
`

/** `equerry expand`: the occurrences of a recurrence rule, as JSON, with no desk and no database. */
export function add(program: Command): void {
  program
    .command('expand')
    .description('List the occurrences of a recurrence rule, given as JSON on standard input')
    .option('--jsonl', 'one problem a line in, one answer a line out, in order')
    .option('--json', 'accepted; the answer is always JSON')
    .addHelpText('after', examples)
    .action(async ({ jsonl }: { jsonl?: boolean }) => {
      const { answerLines, answerOne } = await import('./problems.ts')
      const { solve } = await import('../../plan/recurrence/problem.ts')
      process.exitCode = jsonl ? await answerLines(solve) : await answerOne(solve)
    })
}
