import { kindOf } from '../../../../plan/rules/kinds.ts'
import type { Act } from '../../../act.ts'
import { moneyWords } from '../../../authority/board/words.ts'
import { members } from '../../../authority/queries.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import { canonical } from '../../../journal/model.ts'
import { sentenceOf } from '../../../rules/draft/model.ts'
import type { RuleRow } from '../../../rules/model.ts'
import { rulesToday } from '../../../rules/queries.ts'
import { zonedIn } from '../../../shapes.ts'
import type { Answer, KeptAnswer, QuestionView, Said, Values } from '../model.ts'
import type { Makes, Question } from '../parts/model.ts'
import { answersToday } from '../queries.ts'
import { questions } from '../questions/model.ts'
import { makesOf, questionOf, readValues } from '../reading/model.ts'
import { answerName, leftWords, standsWords } from '../words.ts'

type Person = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly board: object
  readonly left: boolean
}

/** What answers are shown with. */
export type Seeing = {
  /** Those too who have left. */
  readonly people: ReadonlyMap<string, Person>
  readonly rules: ReadonlyMap<string, RuleRow>
  readonly answers: ReadonlyMap<string, Answer>
}

/** All answers, those too that whoever acts may not know: `viewOf` keeps them back. */
export async function seeing(act: Act): Promise<Seeing> {
  const people = await members(act.db, act.desk.id)
  const answers = await act.asDesk(() => answersToday(act.db, act.desk.id))
  return {
    people: new Map(people.map(({ left_at, ...one }) => [one.id, { ...one, left: left_at !== null }])),
    rules: new Map((await rulesToday(act.db, act.desk.id)).map((rule) => [rule.id, rule])),
    answers: new Map(answers.map((answer) => [answer.question, answer])),
  }
}

/** Those whose board an answer may change: whoever assists. */
export const assistantsIn = ({ people }: Seeing): Person[] =>
  [...people.values()].filter(({ kind, left }) => kind === 'assistant' && !left)

const levelWords: Readonly<Record<string, string>> = {
  propose: 'asks before changing the calendar',
  tell: 'changes the calendar, and tells in the next brief',
  act: 'changes the calendar',
}
const sendWords: Readonly<Record<string, string>> = {
  drafts: 'writes drafts, and sends nothing',
  known: 'writes to people the desk knows, and asks about others',
  anyone: 'writes to anyone',
}

/** "Ines asks before moving what is board" */
function boardWords({ member, set }: Extract<Makes, { as: 'level' }>, people: Seeing['people']): string {
  const name = people.get(member)?.name ?? 'Somebody who is not here'
  if (set.spend) return `${name} spends up to ${moneyWords(set.spend)} without asking`
  if (set.move) return `${name} asks before moving what is ${set.move.join(' or ')}`
  if (set.send) return `${name} ${sendWords[set.send]}`
  return `${name} ${levelWords[set.areas?.calendar ?? ''] ?? ''}`
}

/** What an answer becomes, in words; empty where it can no longer be read. */
export function wordsOf(question: Question, values: Values, people: Seeing['people']): string {
  const read = readValues(question, values)
  if ('path' in read) return ''
  const makes = makesOf(question, read.values)
  if ('path' in makes) return ''
  if (makes.as === 'line') return makes.words
  if (makes.as === 'level') return boardWords(makes, people)
  return sentenceOf(makes.draft, kindOf)
}

/** How a rule is called where it stands against an answer: by the answer it came from, or by its own sentence. */
export const nameOfRule = (rule: RuleRow, { answers }: Seeing): string => {
  const from = [...answers.values()].find(({ kept }) => kept?.item === rule.id)
  const question = from && questionOf(from.question)
  if (question?.label === 'private' || from?.label === 'private') return 'an answer that is private'
  return question && from.kept ? answerName(from.kept.words, question.asks) : answerName(sentenceOf(rule, kindOf), null)
}

/** Whether this member may know of an answer with this label; of a private one an agent never, whatever its board says. */
export const mayKnow = (act: Act, label: Answer['label']): boolean =>
  (label !== 'private' || act.member.kind !== 'agent') && maySee(label, readerOf(act))

const saidView = (act: Act, question: Question, said: Said, { people }: Seeing) => ({
  values: said.values,
  note: said.note,
  by: { id: said.by, name: people.get(said.by)?.name ?? 'Somebody' },
  at: zonedIn(Temporal.Instant.from(said.at), act.desk.zone),
  words: wordsOf(question, said.values, people),
})

/** Whether what came of an answer still stands as it was made. */
function standsOf(question: Question, kept: KeptAnswer, { rules, people }: Seeing): string {
  if (kept.as === 'line') return standsWords.line
  const read = readValues(question, kept.values)
  const makes = 'path' in read ? read : makesOf(question, read.values)
  if (kept.as === 'rule') {
    const rule = rules.get(kept.item ?? '')
    if (!rule) return standsWords.gone
    if (!rule.on) return standsWords.off
    const same =
      'as' in makes && makes.as === 'rule' && canonical(makes.draft.params as never) === canonical(rule.params as never)
    return same ? standsWords.on : standsWords.changed
  }
  const level = 'as' in makes && makes.as === 'level' ? makes : null
  const who = level && people.get(level.member)
  if (who?.left) return leftWords(who.name)
  return who && holds(who.board, level?.set ?? {}) ? standsWords.board : standsWords.boardChanged
}

/** Whether a board has every part that an answer would set. */
export const holds = (has: object, wanted: object): boolean =>
  Object.entries(wanted).every(([name, value]) => {
    const there = Reflect.get(has, name) as unknown
    const inner = name === 'areas' && typeof value === 'object' && value !== null
    return inner ? holds(there as object, value as object) : canonical(there as never) === canonical(value as never)
  })

/** A question with its answer, as this reader may know it. */
export function viewOf(act: Act, question: Question, around: Seeing): QuestionView {
  const answer = around.answers.get(question.key)
  const label = answer?.label ?? question.label
  const hidden = !mayKnow(act, label)
  const [waits, kept] = hidden ? [null, null] : [answer?.waits ?? null, answer?.kept ?? null]
  if (answer && !hidden) act.looked([answer])
  const helpers = assistantsIn(around).map(({ id, name }) => ({ value: id, words: name }))
  const start = { ...question.start, ...kept?.values, ...waits?.values }
  return {
    key: question.key,
    group: question.group,
    asks: question.asks,
    why: question.why,
    fields: question.fields.map((one) => ({
      ...one,
      options: one.control === 'assistant' ? helpers : [...one.options],
    })),
    start: hasAssistant(question) ? aboutSomebodyHere(start, helpers, kept ?? waits) : start,
    label,
    state: hidden ? 'hidden' : waits ? 'waits' : kept ? 'kept' : 'open',
    version: answer?.version ?? 0,
    waits: waits && saidView(act, question, waits, around),
    kept: kept && {
      ...saidView(act, question, kept, around),
      as: kept.as,
      rule: kept.as === 'rule' ? kept.item : null,
      stands: standsOf(question, kept, around),
    },
  }
}

/** Whoever assists alone is meant; where somebody was who has left, it has to be said who is now. */
function aboutSomebodyHere(
  { member, ...start }: Values,
  helpers: readonly { readonly value: string }[],
  before: Said | null,
): { [name: string]: unknown } {
  const [only] = helpers.length === 1 && before === null ? helpers : []
  const meant = helpers.find(({ value }) => value === member) ?? only
  return meant ? { ...start, member: meant.value } : start
}

const hasAssistant = ({ fields }: Question): boolean => fields.some(({ control }) => control === 'assistant')

export const viewsOf = (act: Act, around: Seeing): QuestionView[] =>
  questions.map((question) => viewOf(act, question, around))
