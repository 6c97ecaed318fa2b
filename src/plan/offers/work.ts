import type { Ask } from './ask.ts'
import { mostCandidates } from './grid.ts'

const most = {
  candidates: 6_000_000,
  listed: 400_000,
  spans: 3_000_000,
  /** Rules times people. */
  judgements: 250_000,
  /** Rules times people times candidates. */
  judged: 800_000_000,
  /** Rules times people times offers. */
  weighed: 200_000_000,
}

/** No answer gives more reasons than this. */
export const mostFindings = 500_000

/** Why an ask would take too long, or need too much room, and which part of it makes it so; null when it will do. */
export const mostWork = (ask: Ask): { readonly words: string; readonly path: string } | null => {
  const candidates = mostCandidates(ask)
  if (candidates > most.candidates)
    return { words: `About ${candidates} times to look at: ask for fewer days, or a coarser grid`, path: 'window' }
  const offers = Math.min(ask.limit ?? candidates, candidates)
  if (offers > most.listed)
    return { words: `No more than ${most.listed} offers are listed: ask for fewer`, path: 'limit' }
  const spans = ask.people.reduce((sum, { busy }) => sum + busy.length, 0)
  if (spans > most.spans) return { words: `${spans} busy spans are more than ${most.spans}`, path: 'people' }
  const judgements = judgementsIn(ask)
  if (judgements > most.judgements)
    return { words: 'So many rules for so many people: ask for fewer people, or under fewer rules', path: 'rules' }
  if (judgements * offers > most.weighed)
    return { words: 'So many offers under so many rules for so many people: ask for fewer', path: 'limit' }
  if (judgements * candidates > most.judged)
    return {
      words: 'So many rules for so many people at so many times: ask for fewer days, or fewer people',
      path: 'rules',
    }
  return null
}

const judgementsIn = ({ people, rules }: Ask): number =>
  people.reduce((sum, person) => sum + person.rules.length + (person.required ? rules.length : 1), 0)
