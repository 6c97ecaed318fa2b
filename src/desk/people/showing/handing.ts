import { folded } from '../model.ts'
import type { Known } from './actions.ts'
import { assistantView } from './actions.ts'

/** A line for whoever takes over: who assists whom, and how they work. */
export type Handed = { readonly words: string; readonly detail: string; readonly item: string }

const mostHanded = 10

/**
 * Who assists whom, those first whose people are met or waited for, by the names and addresses of these; with how they work and
 * the newest tip.
 */
export function assistantsHanded({ people, byId, lines }: Known, met: readonly string[]): Handed[] {
  const near = new Set(met.map(folded))
  const isNear = (id: string) => {
    const one = byId.get(id)
    return one !== undefined && [one.name, ...one.names, ...one.addresses].some((each) => near.has(folded(each)))
  }
  const pairs = people.flatMap((of) =>
    of.assistants.flatMap((turn) => {
      const by = byId.get(turn.id)
      return by ? [{ of, by, view: assistantView(turn, by), rank: isNear(of.id) || isNear(by.id) ? 0 : 1 }] : []
    }),
  )
  const tipOf = (id: string) => lines.find((line) => line.personId === id && line.kind === 'tip')?.words
  return pairs
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostHanded)
    .map(({ of, by, view }) => ({
      words: `${by.name} assists ${of.name}${view.when === '' ? '' : ` ${view.when}`}`,
      detail: [view.address, ...view.works, tipOf(by.id)].filter((part) => part != null).join(' · '),
      item: by.id,
    }))
}
