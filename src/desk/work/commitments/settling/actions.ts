import { asInstant } from '../../../../plan/time.ts'
import { type Act, isRefused, type Refused, refuse } from '../../../act.ts'
import type { ActionsFor } from '../../../registry.ts'
import type { commitmentsContract } from '../contract.ts'
import { type Commitment, dueAtOf, type Fact, movedTo, openedBy, settledBy } from '../model.ts'
import { fellBy } from '../queries.ts'
import { commitmentFor, nowOf } from '../showing/actions.ts'
import { dueText, stateWords } from '../words.ts'
import { type Answer, factOf, written } from '../writing/actions.ts'

type Actions = ActionsFor<typeof commitmentsContract>['commitment']

const openOne = async (act: Act, id: string): Promise<Commitment | Refused> => {
  const found = await commitmentFor(act, id)
  if (isRefused(found) || found.state === 'open') return found
  return refuse('moved-on', `It is settled: ${stateWords[found.state]}`, [id])
}

/** Settles what is open; what hangs on it is told, and closes with it. */
async function settle(
  act: Act,
  id: string,
  code: 'kept' | 'broken' | 'forgiven',
  more: Partial<Fact> = {},
): Promise<Answer> {
  const before = await openOne(act, id)
  if (isRefused(before)) return before
  const at = asInstant(act.at.epochMilliseconds)
  const done = await written(act, settledBy(before, code, factOf(act, code, more), at), { why: more.why ?? '' })
  const no = await act.happened({ events: [], things: [], closed: [id], was: null, anyway: null, mayRefuse: true })
  if (no) return no
  const fell = await fellBy(act.db, act.desk.id, act.entry)
  return { ...done, entry: { ...done.entry, values: { ...done.entry.values, fell } } }
}

export const keep: Actions['keep'] = ({ id }, act) => settle(act, id, 'kept')
export const breakIt: Actions['break'] = ({ id, why }, act) => settle(act, id, 'broken', { why })
export const forgive: Actions['forgive'] = ({ id, why }, act) => settle(act, id, 'forgiven', { why })

/** A new day lies ahead, and is another one; an old one stays in the history. */
export const renegotiate: Actions['renegotiate'] = async ({ id, dueOn, time, zone, who }, act): Promise<Answer> => {
  const before = await openOne(act, id)
  if (isRefused(before)) return before
  const due = { dueOn, time, zone }
  const at = dueAtOf(due, act.desk.zone)
  if (at === null || at < act.at.epochMilliseconds) return refuse('bad-input', 'A new date lies ahead', [], 'dueOn')
  if (at === before.dueAt) return refuse('bad-input', 'That is the date it has already', [], 'dueOn')
  const was = dueText(before.terms, act.desk.zone)
  const other = before.side === 'ours' ? before.terms.to.name : before.terms.by.name
  const agreed = factOf(act, 'renegotiated', { who: who === '' ? other : who, was: was === '' ? null : was })
  const after = movedTo(before, due, agreed, nowOf(act).toPlainDate(), act.desk.zone)
  return written(act, after, { due: dueText(due, act.desk.zone), was, who: agreed.who })
}

export const reopen: Actions['reopen'] = async ({ id, why }, act): Promise<Answer> => {
  const before = await commitmentFor(act, id)
  if (isRefused(before)) return before
  if (before.state === 'open') return refuse('moved-on', 'It is open already', [id])
  return written(act, openedBy(before, factOf(act, 'reopened', { why }), nowOf(act).toPlainDate(), act.desk.zone), {
    why,
  })
}
