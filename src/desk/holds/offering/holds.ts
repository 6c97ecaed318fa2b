import type { Span } from '../../../plan/time.ts'
import type { Act } from '../../act.ts'
import { rulesToday } from '../../rules/queries.ts'
import type { Group, Hold } from '../group/model.ts'
import { now, standingIn } from '../keeping/actions.ts'
import { freshHold, noticeFor } from './model.ts'

/** Fresh holds of a group, each knowing what stands at its time already. */
export async function holdsAt(act: Act, group: Group, spans: readonly Span[]): Promise<Hold[]> {
  const { meeting, whose, to } = group.terms
  const notice = noticeFor(await rulesToday(act.db, act.desk.id), { meeting, whose, address: to.address })
  const last = Math.max(0, ...group.holds.map(({ rank }) => rank))
  const holds: Hold[] = []
  for (const [n, span] of spans.entries()) {
    const knowing = (await standingIn(act, group, span)).map(({ item }) => item.key)
    holds.push(freshHold(act.newId(), last + n + 1, span, now(act), notice, knowing))
  }
  return holds
}
