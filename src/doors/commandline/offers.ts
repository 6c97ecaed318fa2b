import type { Command } from 'commander'

const examples = `
A problem: {"window": {"from": "2026-03-02T08:00:00", "to": "2026-03-06T18:00:00"}, "zone": "Europe/Zurich",
            "durationMinutes": 30, "granularityMinutes": 15, "limit": 10, "spread": {"perDay": 2},
            "people": [{"id": "dana", "zone": "Europe/London", "required": true,
                        "busy": [["2026-03-02T09:00:00", "2026-03-02T10:00:00"]], "rules": []}],
            "rules": [{"kind": "hours", "weight": "never", "params": {"days": {"MO": [["09:00", "17:00"]]}}}]}
  window, busy  half-open; times carry an offset or are local in zone
  zone          an IANA zone: of the grid, of local times, of the rules, of the answer
  limit         10 unless told; null lists all
  people        zone is for their own rules alone; who is not required never removes by being busy
  rules         kinds and parameters as "equerry rules" lists them; never removes, avoid costs 100, prefer 10, or "cost"
  at            when it is asked, for rules about notice; meeting: {"kind", "place", "link"}, for rules that ask

The answer: {"offers": [{"start", "end", "weekday", "words", "cost", "findings"}], "removed": {"hours": 12, "busy:dana": 4},
             "standsInTheWay": [{"give": ["hours"], "opens": 3, "first": {"start", "end", "cost"}}]}
Offers come by cost, then time. standsInTheWay says, when there is no offer, the least that would have to give way.
What cannot be read answers {"error": {"why", "words", "path"}}, exit code 2; with --jsonl in its place, exit code 0.
docs/offers.md works examples through.

Examples:
  equerry offers < problem.json
  equerry offers --jsonl < problems.jsonl > answers.jsonl
  echo '{"window":{"from":"2026-03-02T09:00:00","to":"2026-03-02T12:00:00"},"zone":"Europe/Zurich","durationMinutes":60,
         "people":[{"id":"dana","busy":[["2026-03-02T09:30:00","2026-03-02T10:30:00"]]}]}' | equerry offers
`

/** `equerry offers`: the times that work for some people, as JSON, with no desk and no database. */
export function add(program: Command): void {
  program
    .command('offers')
    .description('Find the times that work, for a problem given as JSON on standard input')
    .option('--jsonl', 'one problem a line in, one answer a line out, in order')
    .option('--json', 'accepted; the answer is always JSON')
    .addHelpText('after', examples)
    .action(async ({ jsonl }: { jsonl?: boolean }) => {
      const { answerLines, answerOne } = await import('./problems.ts')
      const { solve } = await import('../../plan/offers/solve.ts')
      process.exitCode = jsonl ? await answerLines(solve) : await answerOne(solve)
    })
}
