import type { Label } from '../../../plan/plan.ts'
import { type Act, isRefused, type Json, type Member, type Refused, refuse } from '../../act.ts'
import { becauseWords } from '../../authority/board/words.ts'
import { wishOf } from '../../authority/proposals/words.ts'
import { members } from '../../authority/queries.ts'
import type { ActionsFor } from '../../registry.ts'
import { hangsOnNothing } from '../../work/hanging/actions.ts'
import type { Brief, Decision } from '../brief/model.ts'
import type { decisionsContract } from '../contract.ts'
import type { DecisionDraft, Does, Option } from '../model.ts'
import { saveDecision } from '../queries.ts'
import { decisionFor, viewOf } from '../showing/actions.ts'
import { deadlineWords } from '../words.ts'

type Actions = ActionsFor<typeof decisionsContract>['decision']

/**
 * What a decision may do by itself: what is on the desk. Never who may do what, the record, or another decision: nobody's
 * yes to one question is an answer to those.
 */
const doable = new Set(['event', 'hold', 'finding', 'rule', 'ask', 'place', 'work', 'commitment'])

export const isDoable = ({ operation }: Does): boolean => doable.has(operation.split('.')[0] ?? '')

type Tried = { readonly deed: string; readonly label: Label }

/** What an option would do, found out by trying it; refused where it could not be done at all. */
async function tried(act: Act, { does }: Option, path: string): Promise<Tried | Refused> {
  if (does === null) return { deed: '', label: 'open' }
  if (!isDoable(does))
    return refuse('bad-input', `A decision cannot do ${does.operation}.`, [], `${path}.does.operation`)
  const found = await act.tryOut(does.operation, does.input, act.member)
  if (isRefused(found))
    return refuse('bad-input', `That cannot be done: ${found.refused.words}`, found.refused.standing, `${path}.does`)
  return { deed: wishOf(act.sentence(does.operation, found.entry.values)), label: found.foreseen.label }
}

/** The member as which routines act. */
const routine = async (act: Act): Promise<Member> => {
  const row = (await members(act.db, act.desk.id)).find(({ kind }) => kind === 'desk')
  const found = row && (await act.memberBy(row.id))
  if (!found) throw new Error('a desk has no member for its routines')
  return found
}

/** What happens by itself is something that whoever asks may do alone, and that the desk may do without anybody. */
export async function mayByItself(act: Act, does: Does, asker: Member): Promise<string | null> {
  const own = await act.may(does.operation, does.input, asker)
  if (own.may !== 'yes') return becauseWords(asker.name, own.because)
  const byItself = await act.may(does.operation, does.input, await routine(act))
  return byItself.may === 'yes' ? null : becauseWords('The desk', byItself.because)
}

/** The instant a clock shows that, refused where there is no such zone. */
function dueOf(act: Act, { on, time, zone = act.desk.zone }: DecisionDraft['neededBy']): Temporal.Instant | Refused {
  try {
    return Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(zone).toInstant()
  } catch {
    return refuse('bad-input', `There is no zone called ${zone}.`, [], 'neededBy.zone')
  }
}

async function deciderOf(act: Act, id: string | null): Promise<Member | Refused> {
  const all = await members(act.db, act.desk.id)
  const wanted = id ?? all.find(({ kind, left_at }) => kind === 'executive' && left_at === null)?.id
  const found = wanted === undefined ? null : await act.memberBy(wanted)
  return found ? mayDecide(found, 'decider') : refuse('not-there', 'Nobody like that sits at this desk.', [], 'decider')
}

/** Humans decide, and only those who may act on what they decide. */
export const mayDecide = (member: Member, path: string): Member | Refused => {
  if (member.kind === 'agent' || member.kind === 'desk')
    return refuse('bad-input', `${member.name} does not decide: a person does.`, [member.id], path)
  const level = member.board.areas.desk
  return member.kind === 'executive' || level === 'act' || level === 'tell'
    ? member
    : refuse('bad-input', `${member.name} may not act at this desk, and so cannot decide.`, [member.id], path)
}

const strictness: readonly Label[] = ['open', 'desk', 'private']
const strictest = (labels: readonly Label[]): Label =>
  labels.reduce((a, b) => (strictness.indexOf(a) >= strictness.indexOf(b) ? a : b), 'open')

type Prepared = Pick<Decision, 'brief' | 'dueAt' | 'decider' | 'label' | 'reviewOn'>

/** Nothing a desk asks is answered later. */
const lastNeeded = '2199-12-31'

/** What makes no question of it: two options that are the same, or a day that nobody here will see. */
function misfit({ options, neededBy }: DecisionDraft): Refused | null {
  if (neededBy.on > lastNeeded)
    return refuse('bad-input', `Nothing is asked for after ${lastNeeded}.`, [], 'neededBy.on')
  const said = options.map(({ words }) => words.toLowerCase())
  const twice = said.findIndex((words, n) => said.indexOf(words) < n)
  return twice === -1
    ? null
    : refuse('bad-input', 'Another option says that already: what is the choice?', [], `options.${twice}.words`)
}

/** A day on which it is looked at again lies ahead. */
export const behind = (act: Act, on: string | null | undefined, path: string): Refused | null => {
  const today = act.at.toZonedDateTimeISO(act.desk.zone).toPlainDate().toString()
  return typeof on === 'string' && on < today
    ? refuse('bad-input', 'That day has passed: nobody could look at it again then.', [], path)
    : null
}

/** A draft that could be decided as it says, with what each option would do; `askers` answer for what happens by itself. */
async function prepared(act: Act, draft: DecisionDraft, askers: readonly Member[]): Promise<Prepared | Refused> {
  const dueAt = dueOf(act, draft.neededBy)
  if (isRefused(dueAt)) return dueAt
  if (Temporal.Instant.compare(dueAt, act.at) <= 0)
    return refuse('bad-input', 'That time has passed: nobody could answer by then.', [], 'neededBy')
  const no = misfit(draft)
  if (no) return no
  const many = draft.options.length
  for (const path of ['recommended', 'onSilence'] as const)
    if ((draft[path] ?? 1) > many) return refuse('bad-input', `There are ${many} options.`, [], path)
  const decider = await deciderOf(act, draft.decider)
  if (isRefused(decider)) return decider
  const options: Brief['options'][number][] = []
  const labels: Label[] = [draft.label]
  for (const [n, option] of draft.options.entries()) {
    const found = await tried(act, option, `options.${n}`)
    if (isRefused(found)) return found
    options.push({ ...option, deed: found.deed })
    labels.push(found.label)
  }
  const silent = draft.onSilence === null ? undefined : options[draft.onSilence - 1]
  for (const asker of silent?.does ? askers : []) {
    const no = silent?.does ? await mayByItself(act, silent.does, asker) : null
    if (no) return refuse('not-yours', `That cannot happen by itself. ${no}`, [], 'onSilence')
  }
  return {
    brief: briefOf(act, draft, options),
    dueAt,
    decider: decider.id,
    label: strictest(labels),
    reviewOn: draft.reviewOn,
  }
}

const briefOf = (act: Act, draft: DecisionDraft, options: Brief['options']): Brief => ({
  question: draft.question,
  context: draft.context,
  options,
  recommended: draft.recommended,
  // Nobody is sure of nothing.
  confidence: draft.recommended === null ? null : draft.confidence,
  zone: draft.neededBy.zone ?? act.desk.zone,
  onSilence: draft.onSilence,
  consulted: draft.consulted,
  disagrees: draft.disagrees,
  sources: draft.sources,
  hangsOn: draft.hangsOn,
})

/** Keeps a decision, and its deadline as long as that does anything. */
export async function keep(act: Act, decision: Decision): Promise<Decision> {
  const kept = await saveDecision(act.db, act.desk.id, decision, { entry: act.entry, at: act.at })
  await act.due('decision.lapse', kept.id, kept.state === 'open' && kept.armed ? kept.dueAt : null)
  return kept
}

export const itemsOf = ({ id, brief }: Decision): string[] => [id, ...brief.hangsOn]

/** What of an entry about a decision is private. */
export const privateOf = ({ id, label }: Decision): { readonly private?: readonly string[] } =>
  label === 'private' ? { private: [id] } : {}

/** What the journal keeps of a brief. */
const saidOf = ({ brief, dueAt, decider }: Pick<Decision, 'brief' | 'dueAt' | 'decider'>): Json =>
  JSON.parse(JSON.stringify({ ...brief, due: dueAt.toString(), decider })) as Json

export const ask: Actions['ask'] = async (draft, act) => {
  if (draft.confidence !== null && draft.recommended === null)
    return refuse('bad-input', 'Say what is recommended, and then how sure that is.', [], 'recommended')
  const late = behind(act, draft.reviewOn, 'reviewOn') ?? (await hangsOnNothing(act, draft.hangsOn))
  if (late) return late
  const found = await prepared(act, draft, [act.member])
  if (isRefused(found)) return found
  const fresh = { id: act.newId(), version: 0, state: 'open', askedBy: act.member.id, askedAt: act.at } as const
  const decision = await keep(act, { ...fresh, ...found, armed: true, talk: [], outcome: null })
  const decider = (await act.memberBy(decision.decider))?.name ?? ''
  return {
    output: { decision: await viewOf(act, decision) },
    entry: {
      items: itemsOf(decision),
      ...privateOf(decision),
      values: { question: decision.brief.question, decider, due: deadlineWords(decision) },
      after: saidOf(decision),
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}

/** What an edit does not mention stays as it was asked. */
const draftOf = ({ brief, dueAt, decider, label, reviewOn }: Decision): DecisionDraft => {
  const due = dueAt.toZonedDateTimeISO(brief.zone)
  const time = due.toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    ...brief,
    options: brief.options.map(({ deed: _, ...option }) => option),
    consulted: [...brief.consulted],
    disagrees: [...brief.disagrees],
    sources: [...brief.sources],
    hangsOn: [...brief.hangsOn],
    neededBy: { on: due.toPlainDate().toString(), time, zone: brief.zone },
    decider,
    label,
    reviewOn,
  }
}

export const edit: Actions['edit'] = async ({ id, version, anyway: _, ...changes }, act) => {
  const before = await decisionFor(act, id)
  if (isRefused(before)) return before
  if (before.state !== 'open') return refuse('moved-on', 'It is settled already.', [id])
  if (before.version !== version) return refuse('moved-on', 'The brief was changed since you looked.', [id], 'version')
  const late = changes.reviewOn === before.reviewOn ? null : behind(act, changes.reviewOn, 'reviewOn')
  const no = late ?? (await hangsOnNothing(act, changes.hangsOn ?? [], before.brief.hangsOn))
  if (no) return no
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const asker = await act.memberBy(before.askedBy)
  const found = await prepared(act, { ...draftOf(before), ...said }, asker ? [act.member, asker] : [act.member])
  if (isRefused(found)) return found
  const decision = await keep(act, { ...before, ...found, armed: true })
  return {
    output: { decision: await viewOf(act, decision) },
    entry: {
      items: itemsOf(decision),
      ...privateOf(decision),
      values: { question: decision.brief.question },
      before: saidOf(before),
      after: saidOf(decision),
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}
