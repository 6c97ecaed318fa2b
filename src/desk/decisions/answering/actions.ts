import { type Act, type Done, isRefused, type Json, type Refused, refuse } from '../../act.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { behind, itemsOf, keep, mayDecide, privateOf } from '../asking/actions.ts'
import { type Decision, type Outcome, openAgain, optionOf, saying, settledBy } from '../brief/model.ts'
import type { decisionsContract } from '../contract.ts'
import type { DecisionView, Does } from '../model.ts'
import { decisionFor, viewOf } from '../showing/actions.ts'
import { chosenWords, stateWords } from '../words.ts'

type Actions = ActionsFor<typeof decisionsContract>['decision']
type Answer = Done<{ decision: DecisionView }> | Refused

/** A decision that still waits for an answer; who answered first is said to whoever comes second. */
export async function openOne(act: Act, id: string): Promise<Decision | Refused> {
  const found = await decisionFor(act, id)
  if (isRefused(found) || found.state === 'open') return found
  const by = found.outcome ? ((await act.memberBy(found.outcome.by))?.name ?? 'Somebody') : ''
  return refuse('moved-on', `${stateWords(found, by)}.`, [id])
}

/** The same, and the brief is the one that was read. */
async function asRead(act: Act, id: string, version: number): Promise<Decision | Refused> {
  const found = await openOne(act, id)
  if (isRefused(found) || found.version === version) return found
  return refuse('moved-on', 'The brief was changed since you looked: read it again.', [id], 'version')
}

/** Whose answer it is may give it; a person at the desk may record what they said. */
function mayAnswer(act: Act, { decider, id }: Decision, saidBy: string | null): Refused | null {
  if (decider === act.member.id) return null
  if (act.member.kind === 'agent') return refuse('not-yours', 'An agent records nobody’s answer: a person does.', [id])
  return saidBy === null
    ? refuse('not-yours', 'It is somebody else’s answer: say who gave it, and how.', [id], 'saidBy')
    : null
}

/** What the desk did because of a choice, or why it could not. */
type Doing = {
  readonly deed: string
  readonly undo: Outcome['undo']
  readonly trouble: string | null
  readonly items: readonly string[]
}
const nothing: Doing = { deed: '', undo: null, trouble: null, items: [] }

/**
 * Does what an option says, in this transaction. What cannot be done any more is no reason to lose an answer: it is kept
 * as the trouble with it. @throws where somebody else has to say yes first.
 */
export async function doIt(act: Act, does: Does | null): Promise<Doing | Refused> {
  if (does === null) return nothing
  const tried = await act.tryOut(does.operation, does.input, act.member)
  if (isRefused(tried)) return { ...nothing, trouble: tried.refused.words }
  const done = await act.run(does.operation, does.input)
  if (isRefused(done)) return done
  const { undo, items, values } = done.entry
  return { deed: act.sentence(does.operation, values), undo: undo as Outcome['undo'], trouble: null, items }
}

/** What takes a choice back: the choice alone, or with it what the desk did. */
export const undoOf = (act: Act, id: string, { undo }: Doing) =>
  undo === null
    ? { operation: 'calendar.reinstate', input: { entry: act.entry } }
    : 'none' in undo
      ? undo
      : { operation: 'decision.reopen', input: { id } }

const answer: Actions['answer'] = async ({ id, version, option, note, saidBy }, act): Promise<Answer> => {
  const before = await asRead(act, id, version)
  if (isRefused(before)) return before
  const no = mayAnswer(act, before, saidBy)
  if (no) return no
  const chosen = option === null ? null : optionOf(before, option)
  if (chosen === undefined)
    return refuse('bad-input', `There are ${before.brief.options.length} options.`, [], 'option')
  const done = await doIt(act, chosen?.does ?? null)
  if (isRefused(done)) return done
  const choice = { option, by: act.member.id, saidBy, byDefault: false, at: act.at, entry: act.entry }
  const trouble = done.trouble === null ? {} : { trouble: done.trouble }
  const after = await keep(act, settledBy(before, { ...choice, ...trouble, undo: done.undo }, note))
  return settled(act, before, after, done, { saidBy })
}

/** What is answered and entered of a decision that was settled. */
export async function settled(
  act: Act,
  before: Decision,
  after: Decision,
  done: Doing,
  more: { readonly [key: string]: Json },
): Promise<Answer> {
  const { outcome, brief } = after
  const chosen = chosenWords(after, outcome?.option ?? null)
  return {
    output: { decision: await viewOf(act, after) },
    entry: {
      items: [...new Set([...itemsOf(after), ...done.items])],
      ...privateOf(after),
      values: { question: brief.question, chosen, deed: done.deed, trouble: outcome?.trouble ?? '', ...more },
      before: { state: before.state },
      after: { state: after.state, chosen },
      ...(outcome && outcome.words !== '' && { why: outcome.words }),
      undo: undoOf(act, after.id, done),
    },
  }
}

/** A step on the way that settles nothing. */
async function step(act: Act, after: Decision, values: { readonly [key: string]: Json }): Promise<Answer> {
  const kept = await keep(act, after)
  return {
    output: { decision: await viewOf(act, kept) },
    entry: {
      items: itemsOf(kept),
      ...privateOf(kept),
      values: { question: kept.brief.question, ...values },
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}

const more: Actions['more'] = async ({ id, question }, act) => {
  const before = await openOne(act, id)
  if (isRefused(before)) return before
  return step(act, saying(before, { kind: 'more', by: act.member.id, words: question }, act.at), { words: question })
}

const tell: Actions['tell'] = async ({ id, words }, act) => {
  const before = await openOne(act, id)
  if (isRefused(before)) return before
  return step(act, saying(before, { kind: 'told', by: act.member.id, words }, act.at), { words })
}

const leave: Actions['leave'] = async ({ id, version }, act) => {
  const before = await asRead(act, id, version)
  if (isRefused(before)) return before
  if (before.decider !== act.member.id) return refuse('not-yours', 'Only whoever is asked leaves it to somebody.', [id])
  const asker = await act.memberBy(before.askedBy)
  if (!asker || asker.id === act.member.id) return refuse('moved-on', 'Whoever asked is not there to decide.', [id])
  const able = mayDecide(asker, 'id')
  if (isRefused(able)) return able
  const said = saying(before, { kind: 'you decide', by: act.member.id, words: '' }, act.at)
  return step(act, { ...said, decider: asker.id }, { to: asker.name })
}

const hand: Actions['hand'] = async ({ id, to, note }, act) => {
  const before = await openOne(act, id)
  if (isRefused(before)) return before
  const isAsker = before.askedBy === act.member.id && act.member.kind !== 'agent'
  if (before.decider !== act.member.id && !isAsker)
    return refuse('not-yours', 'Only whoever is asked, or who asked, hands it on.', [id])
  const next = await act.memberBy(to)
  if (!next) return refuse('not-there', 'Nobody like that sits at this desk.', [], 'to')
  const able = mayDecide(next, 'to')
  if (isRefused(able)) return able
  if (next.id === before.decider) return refuse('moved-on', `It is ${next.name}’s already.`, [id])
  const said = saying(before, { kind: 'handed', by: act.member.id, words: note }, act.at)
  return step(act, { ...said, decider: next.id }, { to: next.name })
}

const withdraw: Actions['withdraw'] = async ({ id, why }, act) => {
  const before = await openOne(act, id)
  if (isRefused(before)) return before
  return step(act, { ...before, state: 'withdrawn', armed: false }, { reason: why })
}

const reopen: Actions['reopen'] = async ({ id }, act) => {
  const before = await decisionFor(act, id)
  if (isRefused(before)) return before
  const { outcome } = before
  if (outcome === null) return refuse('moved-on', 'Nothing was chosen that could be taken back.', [id])
  const { undo } = outcome
  if (undo !== null && 'none' in undo) return refuse('moved-on', undo.none, [id])
  const back = undo === null ? null : await act.run(undo.operation, undo.input)
  if (back && isRefused(back)) return back
  const after = await step(act, openAgain(before, act.at), {})
  return isRefused(after) ? after : { ...after, entry: { ...after.entry, undo: final('decision.reopen') } }
}

const review: Actions['review'] = async ({ id, verdict, words, on }, act) => {
  const before = await decisionFor(act, id)
  if (isRefused(before)) return before
  const { outcome } = before
  if (outcome === null) return refuse('moved-on', 'It is not settled yet.', [id])
  const today = act.at.toZonedDateTimeISO(act.desk.zone).toPlainDate().toString()
  const late = behind(act, on, 'on')
  if (late) return late
  const after = { ...before, reviewOn: on, outcome: { ...outcome, review: { verdict, words, on: today } } }
  return step(act, after, { verdict, words })
}

export const answering = { answer, more, tell, leave, hand, withdraw, reopen, review }
