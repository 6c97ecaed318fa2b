import type { Act } from '../../../act.ts'
import type { DecisionDraft } from '../../../decisions/model.ts'
import type { CommitmentDraft } from '../../../work/commitments/model.ts'
import type { WorkDraft } from '../../../work/tasks/model.ts'
import {
  type Ask,
  captured,
  decisionAsked,
  type Helper,
  helpers,
  type Line,
  promiseAsked,
  workAsked,
} from '../asked/actions.ts'
import {
  type DecisionChange,
  decisionChanged,
  type Handing,
  handedOn,
  type NewDate,
  type PromiseChange,
  promiseChanged,
  renegotiated,
  type WorkChange,
  workChanged,
} from '../changed/actions.ts'
import type { Asking } from '../model.ts'

/** What an operation would ask of whoever assists; null where it asks nothing of them, or of a time that has passed. */
export async function askedBy(act: Act, operation: Asking, input: unknown): Promise<Ask | null> {
  const here = await helpers(act)
  // What the desk does by itself it was told to do, and nobody is asked anew.
  if (here.length === 0 || act.member.kind === 'desk') return null
  const ask = await askOf(act, here, operation, input)
  return ask && ask.due.dueAt !== null && ask.due.dueAt > act.at.epochMilliseconds ? ask : null
}

type How = (act: Act, here: readonly Helper[], input: never) => Ask | null | Promise<Ask | null>

/** Inputs have been read by the contract of their operation. */
const hows: Readonly<Record<Asking, How>> = {
  'work.add': (act, here, input: WorkDraft) => workAsked(act, here, input),
  'work.edit': (act, here, input: WorkChange) => workChanged(act, here, input),
  'decision.ask': (act, here, input: DecisionDraft) => decisionAsked(act, here, input),
  'decision.edit': (act, here, input: DecisionChange) => decisionChanged(act, here, input),
  'decision.hand': (act, here, input: Handing) => handedOn(act, here, input),
  'commitment.add': (act, here, input: CommitmentDraft) => promiseAsked(act, here, input),
  'commitment.capture': (act, here, input: Line) => promiseAsked(act, here, captured(act, input)),
  'commitment.edit': (act, here, input: PromiseChange) => promiseChanged(act, here, input),
  'commitment.renegotiate': (act, here, input: NewDate) => renegotiated(act, here, input),
}

const askOf = (act: Act, here: readonly Helper[], operation: Asking, input: unknown) =>
  hows[operation](act, here, input as never)
