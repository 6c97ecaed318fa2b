import { zoneOf } from '../../../plan/zone.ts'
import { type Act, type Done, isRefused, type Json, type Refused, refuse } from '../../act.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import type { ActionsFor } from '../../registry.ts'
import { isCircular } from '../commitments/model.ts'
import { commitmentById, hangs } from '../commitments/queries.ts'
import type { workContract } from '../contract.ts'
import { hangsOnNothing } from '../hanging/actions.ts'
import { keepWork, standing, undoOf, viewOf, viewsOf, workFor } from './keeping.ts'
import type { KeptWork, Work, WorkDraft, WorkView } from './model.ts'
import { worksById, worksIn, worksOfMistake } from './queries.ts'
import { dueAtOf, dueWords, lastDue, repeatTrouble } from './when.ts'

type Actions = ActionsFor<typeof workContract>['work']

const list: Actions['list'] = async ({ state, mistake }, act) => {
  const found = mistake ? await worksOfMistake(act.db, act.desk.id, mistake) : await worksIn(act.db, act.desk.id, state)
  const reader = readerOf(act)
  const mine = found.filter(({ label }) => maySee(label, reader))
  return { works: await viewsOf(act, mine), zone: act.desk.zone }
}

const show: Actions['show'] = async ({ id }, act) => {
  const work = await workFor(act, id)
  return isRefused(work) ? work : { work: await viewOf(act, work) }
}

/** Who does it where nobody said. */
const usualWho = (act: Act, owner: WorkDraft['owner']): string => {
  if (owner === 'executive') return act.desk.executive
  return owner === 'assistant' && act.member.kind !== 'executive' && act.member.kind !== 'desk' ? act.member.name : ''
}

type Given = Omit<WorkDraft, 'zone'> & { readonly zone: string }

/** What cannot be about work, whoever says it. */
function misfit(draft: Given): Refused | null {
  const { owner, who, dueOn, dueTime, zone, repeat } = draft
  if (!zoneOf(zone)) return refuse('bad-input', `There is no time zone called “${zone}”.`, [], 'zone')
  if (owner === 'theirs' && who === '') return refuse('bad-input', 'Say who does it.', [], 'who')
  if (dueOn === null && dueTime !== null) return refuse('bad-input', 'Say on which day that time is.', [], 'dueOn')
  if (dueOn !== null && dueOn > lastDue) return refuse('bad-input', `Nothing is due after ${lastDue}.`, [], 'dueOn')
  if (repeat === null) return null
  if (dueOn === null) return refuse('bad-input', 'Say when it is due first.', [], 'dueOn')
  const trouble = repeatTrouble(repeat, dueOn)
  return trouble === null ? null : refuse('bad-input', `${trouble}.`, [], 'repeat')
}

const over = (draft: Given, now: number): Refused | null => {
  const at = dueAtOf(draft)
  return at === null || at > now
    ? null
    : refuse(
        'bad-input',
        `${dueWords(draft)} has passed. Say that it has, to write it down all the same.`,
        [],
        draft.dueTime === null ? 'dueOn' : 'dueTime',
      )
}

/** Whether work would hang on itself, round however many others and promises; the no names the one through which it would. */
async function circle(act: Act, id: string, hangsOn: readonly string[]): Promise<Refused | null> {
  if (hangsOn.length === 0) return null
  if (hangsOn.includes(id)) return refuse('bad-input', 'It cannot hang on itself.', [id], 'hangsOn')
  const of = await hangs(act.db, act.desk.id)
  const first = hangsOn.find((one) => isCircular(id, [one], of))
  return first === undefined ? null : refuse('bad-input', await circleWords(act, first), [first], 'hangsOn')
}

async function circleWords(act: Act, id: string): Promise<string> {
  const [work] = await worksById(act.db, act.desk.id, [id])
  const promise = work ? undefined : await commitmentById(act.db, act.desk.id, id)
  const title = work?.terms.title ?? promise?.terms.what ?? ''
  const isKnown = maySee(work?.label ?? promise?.label ?? 'private', readerOf(act))
  return `${isKnown ? `“${title}”` : 'Something private'} waits for this already: each would wait for the other, and neither could be done.`
}

const workOf = (id: string, given: Given, mistake: string | null, askedAt: number): Work => {
  const { kind, label, ...said } = given
  return {
    id,
    state: 'open',
    label,
    kind,
    dueAt: dueAtOf(given),
    closedAt: null,
    mistake,
    terms: {
      ...said,
      askedAt,
      since: given.repeat === null ? null : given.dueOn,
      ticks: {},
      closing: null,
      cancelled: null,
    },
  }
}

/** What the journal keeps of work: its words, as somebody would say them. */
export const told = ({ kind, label, terms }: Work): { readonly [key: string]: Json } => ({
  title: terms.title,
  kind,
  owner: terms.owner,
  who: terms.who,
  due: dueWords(terms),
  effort: terms.effort,
  repeat: terms.repeat,
  goal: terms.goal,
  project: terms.project,
  asked: terms.asked,
  askedBy: terms.askedBy,
  label,
})

const add: Actions['add'] = async ({ source, past, anyway: _, ...draft }, act) => {
  const who = draft.who === '' ? usualWho(act, draft.owner) : draft.who
  const given = { ...draft, who, zone: draft.zone ?? act.desk.zone, hangsOn: [...new Set(draft.hangsOn)] }
  const now = act.at.epochMilliseconds
  const no = misfit(given) ?? (past ? null : over(given, now)) ?? (await hangsOnNothing(act, given.hangsOn))
  if (no) return no
  const work = await keepWork(act, null, workOf(act.newId(), given, source?.mistake ?? null, now))
  return done(act, work, { after: told(work) })
}

const done = async (
  act: Act,
  work: KeptWork,
  more: Pick<Done<unknown>['entry'], 'before' | 'after'>,
): Promise<Done<{ work: WorkView }>> => ({
  output: { work: await viewOf(act, work) },
  entry: {
    items: [work.id, ...(work.mistake ? [work.mistake] : [])],
    values: { title: work.terms.title, due: dueWords(work.terms) },
    ...more,
    undo: undoOf(act),
  },
})

const edit: Actions['edit'] = async ({ id, version, set, past }, act) => {
  const before = await workFor(act, id)
  if (isRefused(before)) return before
  if (version !== undefined && before.version !== version)
    return refuse('moved-on', 'This was changed since you opened it.', [id])
  if (before.state !== 'open') return refuse('moved-on', `It was ${before.state}; take it up again first.`, [id])
  const said = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  const { kind, label, terms } = before
  const { ticks: _, closing: __, cancelled: ___, since: ____, askedAt, ...was } = terms
  const given: Given = { ...was, kind, label, ...said, zone: set.zone ?? terms.zone }
  const isMoved = given.dueOn !== terms.dueOn || given.dueTime !== terms.dueTime || given.zone !== terms.zone
  const no =
    misfit(given) ??
    (isMoved && !past ? over(given, act.at.epochMilliseconds) : null) ??
    (await hangsOnNothing(act, given.hangsOn, terms.hangsOn)) ??
    (await circle(act, id, given.hangsOn))
  if (no) return no
  const next = workOf(id, given, before.mistake, askedAt)
  const since = given.repeat === terms.repeat && given.repeat !== null && !isMoved ? terms.since : next.terms.since
  const work = await keepWork(act, before, { ...next, terms: { ...next.terms, ticks: terms.ticks, since } })
  return done(act, work, { before: told(before), after: told(work) })
}

const tick: Actions['tick'] = async ({ id, check, on }, act) => {
  const before = await workFor(act, id)
  if (isRefused(before)) return before
  if (before.state !== 'open') return refuse('moved-on', `It was ${before.state}; take it up again first.`, [id])
  const { checks } = (await standing(act, [before]))(before)
  const found = checks.find((one) => one.id === check)
  if (!found) return refuse('not-there', 'Its standard has no such check.', [id], 'check')
  const { [check]: _, ...others } = before.terms.ticks
  const ticks = on ? { ...others, [check]: { at: act.at.epochMilliseconds, by: act.member.name } } : others
  const work = await keepWork(act, before, { ...before, terms: { ...before.terms, ticks } })
  return {
    output: { work: await viewOf(act, work) },
    entry: { items: [id], values: { title: work.terms.title, check: found.words, on }, undo: undoOf(act) },
  }
}

export const taskActions: Pick<Actions, 'list' | 'show' | 'add' | 'edit' | 'tick'> = { list, show, add, edit, tick }
