import * as z from 'zod'
import { asks, change, read } from '../../operation.ts'
import { labels } from '../../shapes.ts'
import { becomes, lookBack, questionView, values } from './model.ts'

const question = z.string().min(1).max(40)
const given = {
  question,
  values,
  /** The story behind it, in their own words. */
  note: z.string().trim().max(1000).default(''),
}
const answer = z.object({ question: questionView })
/** What was read; moved-on where it is another by now. */
const version = z.int().optional()

export const knowingContract = {
  knowing: {
    show: read({
      name: 'knowing.show',
      area: 'partnership',
      says: 'The questions of the first weeks, what was answered, and what came of it',
      input: z.object({}),
      output: z.object({
        questions: z.array(questionView),
        /** Its key; null where all is answered, or today’s is. */
        day: z.string().nullable(),
        /** Whether this member’s yes keeps an answer. */
        mayKeep: z.boolean(),
        mayFill: z.boolean(),
        executive: z.string(),
      }),
    }),
    day: read({
      name: 'knowing.day',
      area: 'partnership',
      says: 'The question of the day, and how many answers wait for a yes',
      input: z.object({}),
      output: z.object({
        question: z.object({ key: z.string(), asks: z.string() }).nullable(),
        waiting: z.int(),
        kept: z.int(),
        of: z.int(),
      }),
    }),
    try: asks({
      name: 'knowing.try',
      area: 'partnership',
      says: 'What an answer would become, and what it would have done to the last 60 days; changes nothing',
      input: z.object(given).omit({ note: true }),
      output: z.object({
        becomes,
        /** Null for a line, which does nothing by itself. */
        lookBack: lookBack.nullable(),
        /** The answer or rule it contradicts, in a sentence; null: none. */
        against: z.string().nullable(),
      }),
    }),
    fill: change({
      name: 'knowing.fill',
      area: 'partnership',
      effect: 'change',
      says: 'Fill in an answer, for the executive to say yes to',
      input: z.object({ ...given, label: labels.optional(), version }),
      output: answer,
    }),
    keep: change({
      name: 'knowing.keep',
      area: 'partnership',
      effect: 'change',
      reaches: true,
      says: 'Say yes to an answer: it becomes a rule, a level of the board or a line of how you work',
      /** Without values what waits is kept. */
      input: z.object({
        ...given,
        values: values.optional(),
        note: given.note.removeDefault().optional(),
        label: labels.optional(),
        version,
      }),
      output: answer,
    }),
    drop: change({
      name: 'knowing.drop',
      area: 'partnership',
      effect: 'change',
      says: 'Take out an answer that waits for a yes',
      input: z.object({ question, version }),
      output: answer,
    }),
    takeBack: change({
      name: 'knowing.takeBack',
      area: 'partnership',
      effect: 'change',
      reaches: true,
      says: 'Take back an answer that was kept, with what came of it',
      input: z.object({ question, version }),
      output: answer,
    }),
  },
}
