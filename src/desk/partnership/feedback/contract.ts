import * as z from 'zod'
import { change, read } from '../../operation.ts'
import { person } from '../pair/model.ts'
import { feedbackDraft, feedbackView, wantedView } from './model.ts'

export const feedbackContract = {
  feedback: {
    list: read({
      name: 'feedback.list',
      area: 'partnership',
      says: 'Feedback you gave and were given, newest first, and what it is asked for',
      input: z.object({}),
      output: z.object({
        feedback: z.array(feedbackView),
        wanted: z.array(wantedView),
        /** To whom whoever reads may give some. */
        partners: z.array(person),
      }),
    }),
    give: change({
      name: 'feedback.give',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      says: 'Give feedback to whom you work with: the two of you alone read it',
      input: feedbackDraft,
      output: z.object({ feedback: feedbackView }),
    }),
    withdraw: change({
      name: 'feedback.withdraw',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      says: 'Take back feedback you gave',
      final: 'It can be given again.',
      input: z.object({ id: z.uuid() }),
      output: z.object({}),
    }),
  },
}
