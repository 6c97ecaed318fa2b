import * as z from 'zod'
import { change, read } from '../../operation.ts'
import { zonedText } from '../../shapes.ts'
import { dueView, formerView, meetingView, pairView, section } from './model.ts'

const id = z.uuid()
const key = z.string().min(1).max(400)
const meeting = z.object({ id, state: z.enum(['on', 'over', 'off']) })

export const oneToOneContract = {
  oneToOne: {
    show: read({
      name: 'oneToOne.show',
      area: 'partnership',
      says: 'The agenda of the next one-to-one, drawn from the record',
      /** `with`: whom of several who assist the executive. */
      input: z.object({ with: id.optional() }),
      output: z.object({
        /** Null for whoever has none here: it is of the executive and one of those who assist them for good. */
        pair: pairView.nullable(),
        /** With whom the executive had one who has left: what was agreed with them is read still. */
        before: z.array(formerView),
        /** Why there is none; empty where there is one. */
        words: z.string(),
        since: z.string(),
        /** The one that goes on at the moment. */
        running: meetingView.nullable(),
        sections: z.array(section),
        now: zonedText,
      }),
    }),
    due: read({
      name: 'oneToOne.due',
      area: 'partnership',
      says: 'One-to-ones that go on, or are due because the last was a week ago',
      input: z.object({}),
      output: z.object({ due: z.array(dueView) }),
    }),
    list: read({
      name: 'oneToOne.list',
      area: 'partnership',
      says: 'One-to-ones that are over, newest first, with what was agreed',
      /** `with`: whom of several; of the executive also somebody who has left. */
      input: z.object({ with: id.optional(), limit: z.coerce.number().int().min(1).max(50).default(6) }),
      output: z.object({ meetings: z.array(meetingView) }),
    }),
    begin: change({
      name: 'oneToOne.begin',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      says: 'Begin a one-to-one: what the two do from now on is what they agreed',
      input: z.object({ with: id.optional() }),
      output: z.object({ meeting }),
    }),
    settle: change({
      name: 'oneToOne.settle',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      says: 'Say that a line of the agenda was talked through',
      input: z.object({ id, key }),
      output: z.object({ meeting }),
    }),
    reopen: change({
      name: 'oneToOne.reopen',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      says: 'Put a line back on the agenda',
      input: z.object({ id, key }),
      output: z.object({ meeting }),
    }),
    end: change({
      name: 'oneToOne.end',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      says: 'End a one-to-one; what is left is carried over to the next',
      input: z.object({ id }),
      output: z.object({ meeting: meetingView }),
    }),
    resume: change({
      name: 'oneToOne.resume',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      says: 'Go on with a one-to-one that was ended too early',
      input: z.object({ id }),
      output: z.object({ meeting }),
    }),
    cancel: change({
      name: 'oneToOne.cancel',
      area: 'partnership',
      effect: 'change',
      everyone: true,
      says: 'Call off a one-to-one that has begun; what was done in it stays',
      final: 'Begin another one.',
      input: z.object({ id }),
      output: z.object({ meeting }),
    }),
  },
}
