import { type Command, InvalidArgumentError } from 'commander'
import { overAfter, secondsFrom } from './seconds.ts'

const examples = `
A problem: {"days": 9, "cities": [{"name": "Graz", "days": 3}, {"name": "Lille", "days": 4, "window": [2, 5]}, {"name": "Porto", "days": 4}],
            "direct": [["Graz", "Lille"], ["Lille", "Porto", "oneWay"]]}
  days    from 1 to the last; a day of travel is the last in one city and the first in the next, and counts in both
  cities  every one exactly once; window: there on every day of it, both ends in
  direct  both ways, unless "oneWay": from the first to the second

The answer: {"stays": [{"city", "from", "to"}]}; with --all: {"all": [{"stays": […]}]}, at most so many, by the names of their cities.
When no order fits: {"impossible": {"because": [{"city", "words"}, {"pair": ["Graz", "Porto"], "words"}]}}, windows, missing
connections, or the number of days; without any one of them it would fit.
When time runs out before an answer is whole, it says "optimal": false, or that none was found.
What cannot be read answers {"error": {"why", "words", "path"}}, exit code 2; with --jsonl in its place, exit code 0.
docs/journey.md works examples through.

Examples:
  equerry journey < problem.json
  equerry journey --all 10 < problem.json
  equerry journey --jsonl < problems.jsonl > answers.jsonl
  echo '{"days":5,"cities":[{"name":"Graz","days":3},{"name":"Lille","days":3}],"direct":[["Graz","Lille"]]}' | equerry journey
`

function countFrom(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 100_000 || text.trim() === '')
    throw new InvalidArgumentError('It is a whole number, 1 to 100000.')
  return count
}

/** `equerry journey`: an order of some cities, as JSON, with no desk and no database. */
export function add(program: Command): void {
  program
    .command('journey')
    .description('Order the cities of a journey, for a problem given as JSON on standard input')
    .option('--all <n>', 'every order that fits, at most so many', countFrom)
    .option('--jsonl', 'one problem a line in, one answer a line out, in order')
    .option('--json', 'accepted; the answer is always JSON')
    .option('--seconds <n>', 'how long to look at one problem', secondsFrom, 10)
    .addHelpText('after', examples)
    .action(async ({ all, jsonl, seconds }: { all?: number; jsonl?: boolean; seconds: number }) => {
      const { answerLines, answerOne } = await import('./problems.ts')
      const { solve } = await import('../../plan/journey/solve.ts')
      const within = (problem: unknown) => solve(problem, all ?? null, overAfter(seconds))
      process.exitCode = jsonl ? await answerLines(within) : await answerOne(within)
    })
}
