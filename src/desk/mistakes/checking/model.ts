import { blameOf } from './blame.ts'
import { askedOf, doneOf, stepsOf } from './facts.ts'
import { apologyOf, personOf } from './saying.ts'

export const questions = ['askedNamed', 'doneNamed', 'firstPerson', 'stepsLinked', 'oneApology', 'blameMoved'] as const
export type Question = (typeof questions)[number]
export const answers = ['yes', 'no', 'cannot tell'] as const
export type CheckAnswer = (typeof answers)[number]

/** What the checker says to one question: the answer, the words it read, and why. */
export type Verdict = {
  readonly question: Question
  readonly answer: CheckAnswer
  readonly read: string[]
  readonly why: string
}
export type Said = Omit<Verdict, 'question'>

/** The facts a message is compared with. */
export type CheckFacts = {
  readonly asked: string
  readonly askedBy: string
  readonly done: string
  readonly owner: string
  readonly touched: readonly string[]
  readonly putRight: string
  readonly steps: readonly { readonly words: string; readonly live: boolean }[]
  readonly others: readonly string[]
}

export type Writer = 'owner' | 'somebody else'

/**
 * Compares a message about a mistake with its facts. Each question is answered yes, no or, where the words do not settle
 * it, “cannot tell”. It explains and forbids nothing. The facts decide; lists of phrases only hint.
 */
export function check(message: string, facts: CheckFacts, writer: Writer = 'owner'): Verdict[] {
  const said: Record<Question, Said> = {
    askedNamed: askedOf(message, facts),
    doneNamed: doneOf(message, facts),
    firstPerson: personOf(message, facts, writer),
    stepsLinked: stepsOf(message, facts),
    oneApology: apologyOf(message),
    blameMoved: blameOf(message, facts),
  }
  return questions.map((question) => ({ question, ...said[question] }))
}
