import type { Command } from 'commander'
import { overAfter, secondsFrom } from './seconds.ts'

const examples = `
A problem: {"zone": "Europe/Zurich", "start": {"place": "Hotel", "at": "2026-03-02T08:30:00"},
            "stops": [{"id": "meridian", "place": "Quay", "open": [["2026-03-02T09:00:00", "2026-03-02T12:00:00"]],
                       "minutes": 45, "value": 3, "required": true}],
            "travelMinutes": {"Hotel": {"Quay": 20}, "Quay": {"Mill": 15}}}
  zone           UTC unless told; times carry an offset or are local in it
  open           a visit lies inside one span; minutes: whole, and exact
  value          1 unless told, at most three decimals; required: false unless told
  travelMinutes  from, then to; the same place is no way, what is missing cannot be driven; nobody drives back

The answer: {"visits": [{"id", "leave", "arrive", "start", "end"}], "left": [{"id", "why"}], "value": 3, "optimal": true}
Most value first, then the earliest end. One leaves as soon as a visit ends, and waits on arrival.
why is closed, no-way, too-far or not-worth-it; optimal is false when time ran out before every better day was ruled out.
When not all that is required can be met: {"impossible": {"because": [{"id", "words"}]}}, the fewest that no day visits together.
What cannot be read answers {"error": {"why", "words", "path"}}, exit code 2; with --jsonl in its place, exit code 0.
docs/roadshow.md works examples through.

Examples:
  equerry roadshow < problem.json
  equerry roadshow --jsonl < problems.jsonl > answers.jsonl
  echo '{"start":{"place":"Hotel","at":"2026-03-02T08:30:00"},"travelMinutes":{"Hotel":{"Quay":20}},"stops":[{"id":"meridian",
         "place":"Quay","open":[["2026-03-02T09:00:00","2026-03-02T12:00:00"]],"minutes":45}]}' | equerry roadshow
`

/** `equerry roadshow`: the best day of some stops, as JSON, with no desk and no database. */
export function add(program: Command): void {
  program
    .command('roadshow')
    .description('Order the stops of a day, for a problem given as JSON on standard input')
    .option('--jsonl', 'one problem a line in, one answer a line out, in order')
    .option('--json', 'accepted; the answer is always JSON')
    .option('--seconds <n>', 'how long to look at one problem for the best day', secondsFrom, 10)
    .addHelpText('after', examples)
    .action(async ({ jsonl, seconds }: { jsonl?: boolean; seconds: number }) => {
      const { answerLines, answerOne } = await import('./problems.ts')
      const { solve } = await import('../../plan/roadshow/solve.ts')
      const within = (problem: unknown) => solve(problem, overAfter(seconds))
      process.exitCode = jsonl ? await answerLines(within) : await answerOne(within)
    })
}
