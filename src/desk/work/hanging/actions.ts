import { type Act, type Refused, refuse } from '../../act.ts'
import { knownIds } from './queries.ts'

/**
 * The no to hanging on what is not there, for whoever asks. What something hung on before may have gone since: that is no
 * reason against any other change of it.
 */
export async function hangsOnNothing(
  act: Act,
  hangsOn: readonly string[],
  before: readonly string[] = [],
): Promise<Refused | null> {
  const fresh = hangsOn.filter((id) => !before.includes(id))
  const known = await knownIds(act.db, act.desk.id, fresh)
  const missing = fresh.filter((id) => !known.has(id))
  return missing.length === 0
    ? null
    : refuse('bad-input', 'It would hang on something that is not there.', missing, 'hangsOn')
}
