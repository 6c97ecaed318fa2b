import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { type Expected, isRight, paired } from './expected.ts'

/** What became of one value: told rightly, told wrongly, told though nobody wrote it down, left out, doubted where it should be or should not. */
export type Outcome = {
  readonly sample: string
  readonly field: Field | 'segment' | 'action'
  readonly was: 'right' | 'wrong' | 'extra' | 'missed' | 'doubted' | 'undoubted' | 'overdoubted'
  readonly got: string
  readonly wanted: string
}

/** Whether who wrote the sample down thought of a field at all. */
const isKnown = ({ fields, may, doubts, mayDoubt, missing }: Expected, field: Field) =>
  fields[field] !== undefined || may[field] !== undefined || [...doubts, ...mayDoubt, ...missing].includes(field)

const ofSegment = (sample: string, proposal: Proposal, wanted: Expected): Outcome[] => {
  const found: Outcome[] = []
  const add = (field: Outcome['field'], was: Outcome['was'], got = '', want = '') =>
    found.push({ sample, field, was, got, wanted: want })
  const doubted = new Set(proposal.doubts.map(({ field }) => field))
  const acts = [wanted.action, ...(wanted.may.action ?? [])]
  add('action', acts.includes(proposal.action) ? 'right' : 'wrong', proposal.action, acts.join(' | '))
  for (const [name, { value }] of Object.entries(proposal.fields)) {
    const field = name as Field
    const rights = [wanted.fields[field], ...(wanted.may[field] ?? [])].filter((each) => each !== undefined)
    if (rights.some((each) => isRight(field, value, each))) add(field, 'right', value, value)
    else add(field, isKnown(wanted, field) ? 'wrong' : 'extra', value, rights.join(' | '))
  }
  for (const [name, value] of Object.entries(wanted.fields)) {
    const field = name as Field
    if (proposal.fields[field]) continue
    if (!doubted.has(field)) add(field, 'missed', '', value)
    else
      add(
        field,
        wanted.mayDoubt.includes(field) ? 'doubted' : 'overdoubted',
        proposal.doubts.find((each) => each.field === field)?.why,
        value,
      )
  }
  for (const field of wanted.doubts) add(field, doubted.has(field) ? 'doubted' : 'undoubted')
  return found
}

/** Holds what was read against what a person wrote down. A segment nobody booked is wrong with everything it says. */
export function compared(sample: string, proposals: readonly Proposal[], segments: readonly Expected[]): Outcome[] {
  const pairs = paired(proposals, segments)
  const taken = new Set(pairs.values())
  const told = [...pairs].flatMap(([wanted, got]) =>
    ofSegment(sample, proposals[got] as Proposal, segments[wanted] as Expected),
  )
  const missed = segments.flatMap((segment, at): Outcome[] =>
    pairs.has(at)
      ? []
      : [
          { sample, field: 'segment', was: 'missed', got: '', wanted: segment.kind },
          ...Object.entries(segment.fields).map(
            ([field, value]): Outcome => ({ sample, field: field as Field, was: 'missed', got: '', wanted: value }),
          ),
        ],
  )
  const invented = proposals.flatMap((proposal, at): Outcome[] =>
    taken.has(at)
      ? []
      : [
          { sample, field: 'segment', was: 'wrong', got: proposal.kind, wanted: '' },
          ...Object.entries(proposal.fields).map(
            ([field, { value }]): Outcome => ({ sample, field: field as Field, was: 'wrong', got: value, wanted: '' }),
          ),
        ],
  )
  return [...told, ...missed, ...invented]
}

/** Of values told how many are right, and of those that should be how many were. */
export function figures(outcomes: readonly Outcome[]): { told: number; wrong: number; recall: number } {
  const count = (...was: Outcome['was'][]) => outcomes.filter((each) => was.includes(each.was)).length
  const [rights, wrong, missed] = [count('right'), count('wrong'), count('missed', 'overdoubted')]
  return { told: rights + wrong, wrong, recall: rights + missed === 0 ? 1 : rights / (rights + missed) }
}
