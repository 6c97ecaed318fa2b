import type { Label } from '../../../../plan/plan.ts'
import type { Act } from '../../../act.ts'
import { maySeeOfDesk, readerOf } from '../../../calendar/views/model.ts'
import type { Decision } from '../../../decisions/brief/model.ts'
import type { DecisionDraft } from '../../../decisions/model.ts'
import { decisionById } from '../../../decisions/queries.ts'
import type { Commitment, CommitmentDraft } from '../../../work/commitments/model.ts'
import { commitmentById } from '../../../work/commitments/queries.ts'
import type { WorkDraft } from '../../../work/tasks/model.ts'
import { workById } from '../../../work/tasks/queries.ts'
import {
  type Ask,
  deciderOf,
  decisionAsked,
  type Helper,
  neededBy,
  promiseAsked,
  promiseWith,
  workAsked,
  workWith,
} from '../asked/actions.ts'

type Here = readonly Helper[]

/** What of a change was said at all. */
const saidOf = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>

/** It stands in the plan already, under its own key: there it is weighed, and not beside itself. */
const instead = (ask: Ask | null, key: string, inputOf: Ask['inputOf']): Ask | null =>
  ask && { ...ask, due: { ...ask.due, key }, inputOf }

/** Whether somebody may know of what they would change; what they may not is refused where it is changed. */
const knows = (act: Act, label: Label): boolean => maySeeOfDesk(label, readerOf(act))

export type WorkChange = { readonly id: string; readonly set: Partial<WorkDraft> }

/** What of work makes it another ask: by when, how much, of whom. */
const asking = ['dueOn', 'dueTime', 'zone', 'effort', 'owner', 'who'] as const

/** Work that is wanted by another time, is more, or is somebody else’s now. */
export async function workChanged(act: Act, here: Here, change: WorkChange): Promise<Ask | null> {
  const work = await workById(act.db, act.desk.id, change.id)
  if (work?.state !== 'open' || !knows(act, work.label)) return null
  const { kind, label, terms } = work
  const set = saidOf(change.set)
  const draft: WorkDraft = { ...terms, kind, label, ...set }
  if (asking.every((part) => draft[part] === terms[part])) return null
  return instead(workAsked(act, here, draft), `work:${work.id}`, (way, zone) => ({
    operation: 'work.edit',
    input: { ...change, set: { ...set, ...workWith(way, zone) } },
  }))
}

const openDecision = async (act: Act, id: string): Promise<Decision | null> => {
  const decision = await decisionById(act.db, act.desk.id, id)
  return decision?.state === 'open' && knows(act, decision.label) ? decision : null
}

const neededByOf = ({ brief, dueAt }: Decision): DecisionDraft['neededBy'] => {
  const due = dueAt.toZonedDateTimeISO(brief.zone)
  const time = due.toPlainTime().toString({ smallestUnit: 'minute' })
  return { on: due.toPlainDate().toString(), time, zone: brief.zone }
}

const questionOf = (decision: Decision) => ({
  question: decision.brief.question,
  decider: decision.decider,
  neededBy: neededByOf(decision),
  label: decision.label,
})

export type DecisionChange = Partial<DecisionDraft> & { readonly id: string; readonly version: number }

/** A question that is wanted sooner or later, or of somebody else; its other words are no other ask. */
export async function decisionChanged(act: Act, here: Here, change: DecisionChange): Promise<Ask | null> {
  const before = await openDecision(act, change.id)
  if (!before) return null
  const was = questionOf(before)
  const draft = { ...was, ...saidOf(change) }
  const isSame = JSON.stringify(neededOf(draft, act)) === JSON.stringify(neededOf(was, act))
  if (isSame && draft.decider === was.decider) return null
  return instead(decisionAsked(act, here, draft), `decision:${before.id}`, (way, zone) => ({
    operation: 'decision.edit',
    input: { ...change, ...(way.by === 'date' ? neededBy(way, zone) : { decider: deciderOf(way, here) }) },
  }))
}

const neededOf = ({ neededBy: { on, time, zone } }: Pick<DecisionDraft, 'neededBy'>, act: Act) => [
  on,
  time,
  zone ?? act.desk.zone,
]

export type Handing = { readonly id: string; readonly to: string; readonly note?: string }

/** A question that is handed on to whoever assists; another day for it is another brief. */
export async function handedOn(act: Act, here: Here, { id, to, note }: Handing): Promise<Ask | null> {
  const before = await openDecision(act, id)
  if (!before) return null
  const ask = decisionAsked(act, here, { ...questionOf(before), decider: to })
  return instead(ask, `decision:${before.id}`, (way, zone) =>
    way.by === 'date'
      ? { operation: 'decision.edit', input: { id, version: before.version, decider: to, ...neededBy(way, zone) } }
      : { operation: 'decision.hand', input: { id, note, to: deciderOf(way, here) ?? act.member.id } },
  )
}

const openPromise = async (act: Act, id: string): Promise<Commitment | null> => {
  const promise = await commitmentById(act.db, act.desk.id, id)
  return promise?.state === 'open' && knows(act, promise.label) ? promise : null
}

const draftOf = ({ side, terms, hangsOn, label }: Commitment): CommitmentDraft => {
  const { owner: _, facts: _facts, ...said } = terms
  return { ...said, side, hangsOn: [...hangsOn], label }
}

/** What of a promise makes it another ask: by when, and whose. */
const isAnother = (a: CommitmentDraft, b: CommitmentDraft): boolean =>
  a.dueOn !== b.dueOn || a.time !== b.time || a.zone !== b.zone || a.by.name !== b.by.name

export type PromiseChange = Partial<CommitmentDraft> & { readonly id: string }

/** A promise that is written down otherwise. */
export async function promiseChanged(act: Act, here: Here, change: PromiseChange): Promise<Ask | null> {
  const before = await openPromise(act, change.id)
  if (!before) return null
  const was = draftOf(before)
  const draft = { ...was, ...saidOf(change) }
  if (!isAnother(draft, was)) return null
  return instead(promiseAsked(act, here, draft), `commitment:${before.id}`, (way, zone) => ({
    operation: 'commitment.edit',
    input: { ...change, ...promiseWith(way, zone) },
  }))
}

export type NewDate = { readonly id: string; readonly dueOn: string } & Pick<CommitmentDraft, 'time' | 'zone'>

/** A new date for a promise; somebody else keeps it only where it is written down otherwise. */
export async function renegotiated(act: Act, here: Here, change: NewDate): Promise<Ask | null> {
  const before = await openPromise(act, change.id)
  if (!before) return null
  const { id, dueOn, time, zone: given } = change
  const draft = { ...draftOf(before), dueOn, time, zone: given }
  return instead(promiseAsked(act, here, draft), `commitment:${id}`, (way, zone) =>
    way.by === 'date'
      ? { operation: 'commitment.renegotiate', input: { ...change, ...promiseWith(way, zone) } }
      : { operation: 'commitment.edit', input: { id, dueOn, time, zone: given, ...promiseWith(way, zone) } },
  )
}
