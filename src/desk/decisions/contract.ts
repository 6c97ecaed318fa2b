import * as z from 'zod'
import { anyway } from '../calendar/model.ts'
import { change, read } from '../operation.ts'
import { changesOf, dayGiven } from '../shapes.ts'
import { decisionDraft, decisionView, verdicts } from './model.ts'

const id = z.uuid()
/** The version of the brief that was read. */
const version = z.int()
const answered = z.object({ decision: decisionView })
/** Who said so, where it is recorded for whoever decides: "Dana, by phone". */
const saidBy = z.string().trim().min(1).max(200).nullable().default(null)

const wait = z.object({
  median: z.int().nullable().describe('minutes from asking to an answer that a person gave'),
  answered: z.array(id),
  byDefault: z.array(id),
  lapsed: z.array(id),
  /** Newest first; `ids` are what a month was counted from. */
  months: z.array(z.object({ month: z.string(), median: z.int(), ids: z.array(id) })),
})

export const decisionsContract = {
  decision: {
    list: read({
      name: 'decision.list',
      area: 'desk',
      says: 'What waits for a decision, what is due soonest first',
      input: z.object({}),
      output: z.object({ decisions: z.array(decisionView) }),
    }),
    log: read({
      name: 'decision.log',
      area: 'desk',
      says: 'What was decided, with the alternatives, newest first; and how long answers took',
      input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
      output: z.object({ decisions: z.array(decisionView), wait }),
    }),
    show: read({
      name: 'decision.show',
      area: 'desk',
      says: 'One decision with its brief',
      input: z.object({ id }),
      output: answered,
    }),
    ask: change({
      name: 'decision.ask',
      area: 'desk',
      effect: 'change',
      says: 'Ask for a decision: one question, two or three options, and what happens if nobody answers',
      input: decisionDraft.extend({ anyway }),
      output: answered,
    }),
    edit: change({
      name: 'decision.edit',
      area: 'desk',
      effect: 'change',
      says: 'Change the brief of a decision that is open',
      input: changesOf(decisionDraft).extend({ id, version, anyway }),
      output: answered,
    }),
    answer: change({
      name: 'decision.answer',
      area: 'desk',
      effect: 'change',
      says: 'Choose an option, or none of them',
      /** `option` from 1; null: none of them. */
      input: z.object({
        id,
        version,
        option: z.int().min(1).max(3).nullable(),
        note: z.string().trim().max(1000).default(''),
        saidBy,
      }),
      output: answered,
    }),
    more: change({
      name: 'decision.more',
      area: 'desk',
      effect: 'change',
      says: 'Ask for more before deciding',
      input: z.object({ id, question: z.string().trim().min(1).max(1000) }),
      output: answered,
    }),
    tell: change({
      name: 'decision.tell',
      area: 'desk',
      effect: 'change',
      says: 'Answer what was asked back',
      input: z.object({ id, words: z.string().trim().min(1).max(2000) }),
      output: answered,
    }),
    leave: change({
      name: 'decision.leave',
      area: 'desk',
      effect: 'change',
      says: 'Leave it to whoever asked: you decide',
      input: z.object({ id, version }),
      output: answered,
    }),
    hand: change({
      name: 'decision.hand',
      area: 'desk',
      effect: 'change',
      says: 'Hand a decision to somebody else at the desk',
      input: z.object({ id, to: id, note: z.string().trim().max(1000).default(''), anyway }),
      output: answered,
    }),
    withdraw: change({
      name: 'decision.withdraw',
      area: 'desk',
      effect: 'change',
      says: 'Take the question back',
      input: z.object({ id, why: z.string().trim().max(500).default('') }),
      output: answered,
    }),
    lapse: change({
      name: 'decision.lapse',
      area: 'desk',
      effect: 'change',
      says: 'Do what was announced for the case that nobody answers in time',
      input: z.object({ id }),
      output: answered,
    }),
    reopen: change({
      name: 'decision.reopen',
      area: 'desk',
      effect: 'change',
      says: 'Take a choice back, with what the desk did because of it',
      final: 'Choose again instead.',
      input: z.object({ id }),
      output: answered,
    }),
    review: change({
      name: 'decision.review',
      area: 'desk',
      effect: 'change',
      says: 'Say how a decision turned out',
      input: z.object({
        id,
        verdict: z.enum(verdicts),
        words: z.string().trim().max(1000).default(''),
        on: dayGiven.nullable().default(null),
      }),
      output: answered,
    }),
  },
}
