import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { setCost } from '../text/costs.ts'
import { Draft, type Known, readingOf } from '../text/reading.ts'
import { setTerms } from '../text/terms.ts'
import { toldIn } from './labels.ts'

const carried = new Set<Proposal['kind']>(['flight', 'train', 'bus', 'ferry'])
/** What a page says of a journey beside its data. */
const wanted = (kind: Proposal['kind']): readonly Field[] =>
  kind === 'train' ? ['seat', 'coach', 'cabin'] : carried.has(kind) ? ['seat', 'cabin'] : []

/** Seat, coach and class where a label says them and nothing else does. */
function setTold(draft: Draft, text: string) {
  let at = 0
  const found = text.split('\n').flatMap((line) => {
    const from = at
    at += line.length + 1
    return line.length > 200
      ? []
      : toldIn(line).map((told) => ({ ...told, at: from + line.indexOf(told.value, told.at) }))
  })
  for (const field of wanted(draft.kind)) {
    const all = found.filter((each) => each.field === field)
    const [first] = all
    if (first && new Set(all.map(({ value }) => value)).size === 1)
      draft.set(field, { at: first.at, end: first.at + first.value.length }, first.value)
  }
}

/**
 * What the words beside data say of the only thing that data tells: what it costs, whether it can be changed, the seat. Words that
 * a letter would be read by may be missing on a page or a card of which data says the most.
 */
export function saidBeside({ kind, action }: Proposal, text: string, known: Known): Proposal {
  const reading = readingOf(text, known)
  const whole = { at: 0, end: reading.sheet.text.length }
  const draft = new Draft(reading.sheet, kind, action, 0)
  setTold(draft, reading.sheet.text)
  setTerms(reading, whole, draft)
  setCost(reading, whole, draft)
  return { ...draft.proposal(), doubts: [], missing: [] }
}
