import { type Act, type Done, isRefused, type Refused, refuse } from '../../../act.ts'
import { members } from '../../../authority/queries.ts'
import type { ActionsFor } from '../../../registry.ts'
import { hangsOnNothing } from '../../hanging/actions.ts'
import { capture as captured } from '../capture/model.ts'
import type { commitmentsContract } from '../contract.ts'
import {
  askedOf,
  type Commitment,
  type CommitmentDraft,
  type CommitmentView,
  chaseAtOf,
  chasedBy,
  dueAtOf,
  type Fact,
  firstChase,
  folded,
  isCircular,
  nextChase,
  otherOf,
  type Terms,
  wrongWith,
} from '../model.ts'
import { hangs, isPrivateEvent, keepCommitment } from '../queries.ts'
import { commitmentFor, nowOf, readingOf, viewOf } from '../showing/actions.ts'
import { dueText, promiseWords } from '../words.ts'

type Actions = ActionsFor<typeof commitmentsContract>['commitment']
export type Answer = Done<{ commitment: CommitmentView }> | Refused
type Values = Done<unknown>['entry']['values']

export const made = (act: Act) => ({ at: act.at, entry: act.entry })
export const undo = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })

/** A fact of now, as whoever acts writes it down. */
export const factOf = (act: Act, code: Fact['code'], more: Partial<Fact> = {}): Fact => ({
  code,
  at: act.at.toString({ smallestUnit: 'second' }),
  by: act.member.name,
  why: '',
  who: '',
  was: null,
  text: '',
  from: null,
  ...more,
})

/** Writes it, and answers with it and what the journal keeps. */
export async function written(
  act: Act,
  one: Commitment,
  values: Values = {},
): Promise<Done<{ commitment: CommitmentView }>> {
  const kept = await keepCommitment(act.db, act.desk.id, one, made(act))
  return {
    output: { commitment: viewOf(act, kept) },
    entry: {
      items: [one.id],
      values: { words: promiseWords(one, { ...readingOf(act), name: '' }), ...values },
      undo: undo(act),
      ...(one.label === 'private' && { private: [one.id] }),
    },
  }
}

/** Whose time it takes: the executive's, somebody's at the desk, or nobody's here. */
async function ownerOf(act: Act, { side, by }: Pick<CommitmentDraft, 'side' | 'by'>): Promise<Terms['owner']> {
  if (folded(by.name) === folded(act.desk.executive)) return 'executive'
  if (side === 'ours') return 'assistant'
  const here = await members(act.db, act.desk.id)
  return here.some(({ name }) => folded(name) === folded(by.name)) ? 'assistant' : 'theirs'
}

/** The no to what it would hang on: things that are not there, or itself through others. */
async function wrongHanging(
  act: Act,
  id: string,
  hangsOn: readonly string[],
  before: readonly string[],
): Promise<Refused | null> {
  if (hangsOn.length === 0) return null
  const no = await hangsOnNothing(act, hangsOn, before)
  if (no) return no
  if (isCircular(id, hangsOn, await hangs(act.db, act.desk.id)))
    return refuse('bad-input', 'It would hang on itself, through what it hangs on', [...hangsOn], 'hangsOn')
  return null
}

type Draft = CommitmentDraft & { readonly wasDue: boolean }

/** A draft as it is kept; null version: a new one. */
async function fromDraft(act: Act, draft: Draft, before: Commitment | null): Promise<Commitment | Refused> {
  const now = nowOf(act)
  const wrong = wrongWith(draft, now, draft.wasDue)
  if (wrong) return refuse('bad-input', wrong.words, [], wrong.path)
  const id = before?.id ?? act.newId()
  const no = await wrongHanging(act, id, draft.hangsOn, before?.hangsOn ?? [])
  if (no) return no
  const { side, hangsOn, label, chaseOn: chosen, saidAt, ...rest } = draft
  if (
    chosen !== null &&
    Temporal.PlainDate.compare(Temporal.PlainDate.from(chosen), now.toPlainDate()) < 0 &&
    chosen !== before?.terms.chaseOn
  )
    return refuse('bad-input', 'That day has passed: nobody can be asked then', [], 'chaseOn')
  const chaseOn = chosen ?? firstChase(draft.dueOn, now.toPlainDate())
  const inPrivate =
    rest.saidWhere.eventId !== null && (await isPrivateEvent(act.db, act.desk.id, rest.saidWhere.eventId))
  const facts = [...(before?.terms.facts ?? []), factOf(act, before ? 'edited' : 'said')]
  return {
    id,
    version: before?.version ?? 0,
    side,
    state: before?.state ?? 'open',
    terms: {
      ...rest,
      saidAt: saidAt ?? act.at.toString({ smallestUnit: 'second' }),
      chaseOn,
      owner: await ownerOf(act, draft),
      facts,
    },
    dueAt: dueAtOf(draft, act.desk.zone),
    chaseAt: chaseAtOf(chaseOn, act.desk.zone),
    closedAt: before?.closedAt ?? null,
    hangsOn,
    label: label ?? (inPrivate ? 'private' : 'desk'),
  }
}

export const add: Actions['add'] = async ({ anyway: _, ...draft }, act): Promise<Answer> => {
  const one = await fromDraft(act, draft, null)
  return 'refused' in one ? one : written(act, one, { due: dueText(one.terms, act.desk.zone) })
}

/** One line, understood or asked about; nothing of it is guessed. */
export const capture: Actions['capture'] = async ({ text, saidWhere }, act): Promise<Answer> => {
  const read = captured(text, { now: nowOf(act), me: act.member.name, executive: act.desk.executive })
  if (!read.draft) return refuse('bad-input', read.words, [], 'text')
  const rest = { saidAt: null, words: text, chaseOn: null, hangsOn: [], label: null, wasDue: false }
  const where = saidWhere ?? { by: 'elsewhere' as const, eventId: null, noteId: null, lineId: null }
  return add({ ...read.draft, ...rest, saidWhere: where }, act) as Promise<Answer>
}

export const edit: Actions['edit'] = async ({ id, version, wasDue, anyway: _, ...set }, act): Promise<Answer> => {
  const before = await commitmentFor(act, id)
  if (isRefused(before)) return before
  if (version !== undefined && version !== before.version)
    return refuse('moved-on', 'This promise was changed since you opened it', [id])
  const { owner: _o, facts: _f, chaseOn, ...terms } = before.terms
  const said = Object.fromEntries(
    Object.entries(set).filter(([, value]) => value !== undefined),
  ) as Partial<CommitmentDraft>
  const moves = 'dueOn' in said && said.dueOn !== terms.dueOn
  const { side, hangsOn, label } = before
  const draft = { ...terms, side, hangsOn: [...hangsOn], label, chaseOn: moves ? null : chaseOn, ...said }
  // What has passed already and is not touched was so before.
  const asBefore = draft.dueOn === terms.dueOn && draft.time === terms.time && draft.zone === terms.zone
  const one = await fromDraft(act, { ...draft, wasDue: wasDue || asBefore }, before)
  return 'refused' in one ? one : written(act, one)
}

export const chase: Actions['chase'] = async ({ id, text, chaseOn, askedAt }, act): Promise<Answer> => {
  const before = await commitmentFor(act, id)
  if (isRefused(before)) return before
  if (before.state !== 'open') return refuse('moved-on', 'It is settled: there is nothing to ask after', [id])
  const no = text === '' ? null : await act.mayLeave(text, { to: otherOf(before).name, commitment: id }, 'text')
  if (no) return no
  const today = nowOf(act).toPlainDate()
  if (chaseOn !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(chaseOn), today) <= 0)
    return refuse('bad-input', 'The next day to ask lies ahead', [], 'chaseOn')
  if (askedAt !== undefined && Temporal.Instant.compare(Temporal.Instant.from(askedAt), act.at) > 0)
    return refuse('bad-input', 'That has not come yet', [], 'askedAt')
  const asked = askedOf(before.terms) + 1
  const next = chaseOn ?? nextChase(before.terms.dueOn, asked, today)
  const at = askedAt === undefined ? {} : { at: Temporal.Instant.from(askedAt).toString({ smallestUnit: 'second' }) }
  const after = chasedBy(before, factOf(act, 'chased', { text, ...at }), next, act.desk.zone)
  return written(act, after, { next: dueText({ dueOn: next, time: null, zone: null }, act.desk.zone) })
}
