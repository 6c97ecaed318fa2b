import { type Act, type Refused, refuse } from '../../act.ts'
import type { Kept } from '../model.ts'
import { mistakeVersion } from '../queries.ts'
import { meanwhileWords } from '../words.ts'
import { changedOf, type Part } from './model.ts'

/**
 * The no to writing over what somebody else wrote since the version that was read, with what that is. What changed beside it
 * stands in nobody’s way.
 */
export async function writtenOver(
  act: Act,
  is: Kept,
  version: number | undefined,
  among: readonly Part[],
): Promise<Refused | null> {
  if (version === undefined || version === is.version) return null
  const was = await mistakeVersion(act.db, act.desk.id, is.id, version)
  const changed = was ? changedOf(was, is, among) : among
  return changed.length === 0 ? null : refuse('moved-on', meanwhileWords(was ? changed : []), [is.id], 'version')
}
