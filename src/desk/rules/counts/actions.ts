import type { Act } from '../../act.ts'
import { reliance } from '../findings/queries.ts'
import type { RuleRow, RuleView } from '../model.ts'

/** The four counts of rules, by id. */
export const countsOf = async (act: Act, _rows: readonly RuleRow[]): Promise<(id: string) => RuleView['counts']> => {
  const { reliedOn, overridden } = await reliance(act.db, act.desk.id)
  return (id) => ({ applied: 0, kept: 0, reliedOn: reliedOn.get(id) ?? 0, overridden: overridden.get(id) ?? 0 })
}
