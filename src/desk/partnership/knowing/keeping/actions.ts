import { kindOf } from '../../../../plan/rules/kinds.ts'
import { type Act, type Done, isRefused, type Json, type Refused, refuse } from '../../../act.ts'
import type { ActionsFor } from '../../../registry.ts'
import { checkDraft } from '../../../rules/draft/model.ts'
import { todayOf } from '../../../rules/judging/actions.ts'
import { type Against, against } from '../against/model.ts'
import type { knowingContract } from '../contract.ts'
import type { Answer, KeptAnswer, Said, Undo, Values } from '../model.ts'
import type { Makes, Question } from '../parts/model.ts'
import { answerTo, beforeEntry, endAnswer, idOfAnswer, keepAnswer } from '../queries.ts'
import { makesOf, passedBy, questionOf, readValues, type Unread } from '../reading/model.ts'
import { assistantsIn, holds, mayKnow, nameOfRule, type Seeing, seeing, viewOf, wordsOf } from '../showing/actions.ts'
import { answerName, notHereWords, privateAnswer } from '../words.ts'

type Actions = ActionsFor<typeof knowingContract>['knowing']
type Answered = Done<{ question: ReturnType<typeof viewOf> }>

const noQuestion = refuse('not-there', 'There is no such question.', [], 'question')

/** The question, and its answer of today where there is one; what is private is not there for whoever may not see it. */
async function asked(act: Act, key: string): Promise<{ question: Question; answer: Answer | undefined } | Refused> {
  const question = questionOf(key)
  if (!question) return noQuestion
  const answer = await answerTo(act.db, act.desk.id, key)
  if (!mayKnow(act, answer?.label ?? question.label))
    return refuse('not-yours', 'What is answered here is private, and not yours to see.', [], 'question')
  return { question, answer }
}

export type Made = { readonly values: Values; readonly makes: Makes }

const unread = ({ words, path }: Unread): Refused => refuse('bad-input', words, [], path)

/** Values as the question reads them, with what they become. */
export function madeOf(act: Act, question: Question, given: Values): Made | Refused {
  const read = readValues(question, given)
  if ('path' in read) return unread(read)
  const makes = makesOf(question, read.values)
  if ('path' in makes) return unread(makes)
  const passed = passedBy(question, read.values, todayOf(act).toString())
  if (passed) return unread(passed)
  if (makes.as !== 'rule') return { values: read.values, makes }
  const checked = checkDraft(makes.draft, kindOf)
  return 'path' in checked
    ? refuse('bad-input', checked.words, [], 'values')
    : { values: read.values, makes: { ...makes, draft: { ...makes.draft, params: checked.params } } }
}

/** A level is of somebody who assists here; else the no, with who it was. */
function notHere({ makes }: Made, around: Seeing): Refused | null {
  if (makes.as !== 'level' || assistantsIn(around).some(({ id }) => id === makes.member)) return null
  const who = around.people.get(makes.member)
  return refuse('bad-input', notHereWords(who?.left ? who.name : null), [], 'values.member')
}

/** What an answer contradicts among the rules in force, but for the one it would take the place of. */
export function contradicts(question: Question, { values, makes }: Made, around: Seeing): Against | null {
  if (makes.as !== 'rule') return null
  const instead = around.answers.get(question.key)?.kept?.item
  const others = [...around.rules.values()]
    .filter(({ id, on }) => on && id !== instead)
    .map((rule) => ({ id: rule.id, rule, name: nameOfRule(rule, around) }))
  const name = answerName(wordsOf(question, values, around.people), question.asks)
  return against({ id: 'this', rule: makes.draft, name }, others)
}

const labelOf = (
  question: Question,
  answer: Answer | undefined,
  given: Answer['label'] | undefined,
): Answer['label'] => (question.label === 'private' ? 'private' : (given ?? answer?.label ?? question.label))

const saidBy = (act: Act, values: Values, note: string): Said => ({
  values: values as { [key: string]: Json },
  note,
  by: act.member.id,
  at: act.at.toString(),
})

type Kept = Omit<Answer, 'version'>
const save = (act: Act, row: Kept): Promise<Answer> =>
  keepAnswer(act.db, act.desk.id, row, { entry: act.entry, at: act.at })

const rowOf = async (act: Act, question: Question, answer: Answer | undefined): Promise<Kept> =>
  answer ?? {
    id: (await idOfAnswer(act.db, act.desk.id, question.key)) ?? act.newId(),
    question: question.key,
    label: question.label,
    waits: null,
    kept: null,
  }

type Told = {
  readonly undo: Done<unknown>['entry']['undo']
  readonly said: string
  readonly items?: readonly string[]
  readonly changed?: Changed
}

async function answered(act: Act, question: Question, row: Pick<Kept, 'id' | 'label'>, told: Told): Promise<Answered> {
  const isPrivate = row.label === 'private'
  return {
    output: { question: viewOf(act, question, await seeing(act)) },
    entry: {
      items: [row.id, ...(told.items ?? [])],
      values: { question: question.asks, said: isPrivate ? '' : told.said },
      ...(isPrivate && { private: [row.id] }),
      ...told.changed,
      undo: told.undo,
    },
  }
}

const reinstate = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })

/** An answer that can be filled in or kept, with what there is to it. */
type Ready = {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly made: Made
  readonly around: Seeing
}

/** Reads what is answered as far as filling in and keeping have in common; `given` are its values, or what stands already. */
async function ready(
  act: Act,
  { question: key, version }: { readonly question: string; readonly version?: number | undefined },
  given: (answer: Answer | undefined) => Values | undefined,
): Promise<Ready | Refused> {
  const found = await asked(act, key)
  if (isRefused(found)) return found
  const { question, answer } = found
  const moved = movedOn(answer, version)
  if (moved) return moved
  const values = given(answer)
  if (values === undefined) return nothingWaits
  const made = madeOf(act, question, values)
  if (isRefused(made)) return made
  const around = await seeing(act)
  return notHere(made, around) ?? { question, answer, made, around }
}

const nothingWaits = refuse('moved-on', 'Nothing waits for a yes here.', [], 'question')

/** Somebody answered it otherwise since it was read. */
const movedOn = (answer: Answer | undefined, version: number | undefined): Refused | null =>
  version === undefined || version === (answer?.version ?? 0)
    ? null
    : refuse('moved-on', 'This was answered otherwise since you looked: read it again.', [], 'version')

export const fill: Actions['fill'] = async ({ values, note, label, ...which }, act) => {
  const found = await ready(act, which, () => values)
  if (isRefused(found)) return found
  const { question, answer, made, around } = found
  const before = await rowOf(act, question, answer)
  const row = { ...before, label: labelOf(question, answer, label), waits: saidBy(act, made.values, note) }
  await save(act, row)
  return answered(act, question, row, { undo: reinstate(act), said: wordsOf(question, made.values, around.people) })
}

export const drop: Actions['drop'] = async ({ question: key, version }, act) => {
  const found = await asked(act, key)
  if (isRefused(found)) return found
  const { question, answer } = found
  const no = movedOn(answer, version)
  if (no) return no
  if (!answer?.waits) return nothingWaits
  if (answer.kept) await save(act, { ...answer, waits: null })
  else await endAnswer(act.db, act.desk.id, answer.id, { entry: act.entry, at: act.at })
  return answered(act, question, answer, { undo: reinstate(act), said: '' })
}

type Changed = Pick<Done<unknown>['entry'], 'before' | 'after'>
/** What came of an answer, with what it changed of the board: the record of levels is read from it. */
type Came = Pick<KeptAnswer, 'as' | 'item' | 'undo'> & { readonly changed: Changed }

/** Makes an answer real with the operation a person would use for it. */
async function perform(
  act: Act,
  { makes }: Made,
  { people, rules }: Seeing,
  before: Answer | undefined,
  story: string,
): Promise<Came | Refused> {
  if (makes.as === 'line') return { as: 'line', item: null, undo: null, changed: {} }
  if (makes.as === 'level') {
    const who = people.get(makes.member)
    // What is so already is kept as an answer, and nothing has to be changed for it.
    if (who && holds(who.board, makes.set)) return { as: 'level', item: makes.member, undo: null, changed: {} }
    const input = { member: makes.member, set: makes.set, reason: story.slice(0, 500) }
    const done = await act.run('board.change', input)
    return isRefused(done) ? done : { as: 'level', item: makes.member, undo: undoIn(done), changed: changedIn(done) }
  }
  const instead = rules.get(before?.kept?.item ?? '')
  const { kind, ...rest } = makes.draft
  const again = instead?.on === true && instead.kind === kind
  const done = again
    ? await act.run('rule.edit', { id: instead.id, version: instead.version, ...rest, story })
    : await act.run('rule.add', { ...makes.draft, story })
  if (isRefused(done)) return done
  const { rule } = (done as Done<{ rule: { id: string } }>).output
  return { as: 'rule', item: rule.id, undo: undoIn(done), changed: {} }
}

const changedIn = ({ entry: { before, after } }: Done<unknown>): Changed => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

const undoIn = ({ entry }: Done<unknown>): Undo | null => ('none' in entry.undo ? null : entry.undo)

export const keep: Actions['keep'] = async ({ values, note, label, ...which }, act) => {
  const found = await ready(act, which, (answer) => values ?? answer?.waits?.values)
  if (isRefused(found)) return found
  const { question, answer, made, around } = found
  const no = contradicts(question, made, around)
  if (no) return refuse('bad-input', no.words, no.others, 'values')
  const before = await rowOf(act, question, answer)
  const after = { ...before, label: labelOf(question, answer, label) }
  const said = saidBy(act, made.values, note ?? answer?.waits?.note ?? answer?.kept?.note ?? '')
  const came = await perform(act, made, around, answer, storyOf(question, after.label, said.note))
  if (isRefused(came)) return came
  const words = wordsOf(question, made.values, around.people)
  const { changed, ...what } = came
  await save(act, { ...after, waits: null, kept: { ...said, ...what, words, entry: act.entry } })
  return answered(act, question, after, {
    said: words,
    changed,
    undo: came.undo === null ? reinstate(act) : { operation: 'knowing.takeBack', input: { question: question.key } },
    ...(came.item !== null && { items: [came.item] }),
  })
}

/** Why the rule is there, for whoever meets it; of what is private only that it was answered. */
const storyOf = ({ asks }: Question, label: Answer['label'], note: string): string =>
  label === 'private' ? privateAnswer : note === '' ? `Asked: ${asks}` : `${note} (Asked: ${asks})`

export const takeBack: Actions['takeBack'] = async ({ question: key, version }, act) => {
  const found = await asked(act, key)
  if (isRefused(found)) return found
  const { question, answer } = found
  const no = movedOn(answer, version)
  if (no) return no
  if (!answer?.kept) return refuse('moved-on', 'Nothing is kept here that could be taken back.', [], 'question')
  const { kept } = answer
  const back = kept.undo && (await act.run(kept.undo.operation, kept.undo.input))
  // What came of it is gone already: then the answer alone is taken back.
  if (back && isRefused(back) && back.refused.why !== 'not-there') return back
  const before = await beforeEntry(act.db, act.desk.id, answer.id, kept.entry)
  if (before) await save(act, { ...before, id: answer.id })
  else await endAnswer(act.db, act.desk.id, answer.id, { entry: act.entry, at: act.at })
  const { values, note } = kept
  return answered(act, question, answer, {
    said: kept.words,
    ...(back && !isRefused(back) && kept.as === 'level' && { changed: changedIn(back) }),
    undo: { operation: 'knowing.keep', input: { question: key, values, note, label: answer.label } },
    ...(kept.item !== null && { items: [kept.item] }),
  })
}
