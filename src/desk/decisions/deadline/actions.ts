import type { Act, Reaction } from '../../act.ts'
import { isRefused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { doIt, openOne, settled } from '../answering/actions.ts'
import { keep, mayByItself } from '../asking/actions.ts'
import { optionOf, settledBy } from '../brief/model.ts'
import type { decisionsContract } from '../contract.ts'
import type { Does } from '../model.ts'
import { decisionsById } from '../queries.ts'

type Actions = ActionsFor<typeof decisionsContract>['decision']

/** Why what was announced may not be done by itself any more; null where it may. */
async function mayStill(act: Act, askedBy: string, does: Does | null): Promise<string | null> {
  if (does === null) return null
  const asker = await act.memberBy(askedBy)
  return asker ? mayByItself(act, does, asker) : 'Whoever asked does not sit at this desk any more.'
}

/**
 * Nobody answered in time: what was announced happens, as far as whoever asked may still do it alone. Asked for by the one
 * sweeper, which may come late but never too early; whoever comes second finds it settled. It is told to everybody.
 */
export const lapse: Actions['lapse'] = async ({ id }, act) => {
  const before = await openOne(act, id)
  if (isRefused(before)) return before
  if (!before.armed) return refuse('moved-on', 'Nothing happens by itself here any more.', [id])
  if (Temporal.Instant.compare(before.dueAt, act.at) > 0) return refuse('not-yours', 'There is still time.', [id])
  const { onSilence } = before.brief
  const does = (onSilence === null ? null : optionOf(before, onSilence)?.does) ?? null
  const no = await mayStill(act, before.askedBy, does)
  const done = await doIt(act, no === null ? does : null)
  if (isRefused(done)) return done
  const trouble = no ?? done.trouble
  const choice = { option: trouble === null ? onSilence : null, by: act.member.id, saidBy: null, byDefault: true }
  const how = { ...choice, at: act.at, entry: act.entry, undo: done.undo, ...(trouble !== null && { trouble }) }
  const after = await keep(act, settledBy(before, how, ''))
  const told = await settled(act, before, after, done, {})
  return isRefused(told) ? told : { ...told, entry: { ...told.entry, tell: true } }
}

/** A decision that was put back as it was has its deadline again, or has none any more. */
export const followDecisions: Reaction = async ({ things }, act) => {
  for (const { id, state, armed, dueAt } of await decisionsById(act.db, act.desk.id, things))
    await act.due('decision.lapse', id, state === 'open' && armed ? dueAt : null)
  return null
}
