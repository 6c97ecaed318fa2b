import { kindOf } from '../../../plan/rules/kinds.ts'
import type { Act } from '../../act.ts'
import { checkDraft } from '../../rules/draft/model.ts'
import { addVersion } from '../../rules/queries.ts'
import { kindsEver } from '../queries.ts'
import { rulesOfTravel } from './model.ts'

/** Gives a desk the rules of travel it never had, as its first trip does; their ids. What was removed once stays away. */
export async function giveRules(act: Act): Promise<string[]> {
  const had = await kindsEver(act.db, act.desk.id)
  const ids: string[] = []
  for (const draft of rulesOfTravel.filter(({ kind }) => !had.has(kind))) {
    const checked = checkDraft(draft, kindOf)
    if ('path' in checked) throw new Error(`a rule of travel cannot be given: ${checked.words}`)
    const rule = { ...draft, params: checked.params, id: act.newId(), version: 1, meaning: 1, on: true } as const
    await addVersion(act.db, act.desk.id, rule, act.at)
    ids.push(rule.id)
  }
  return ids
}
