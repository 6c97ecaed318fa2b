import * as z from 'zod'
import { asks, change, read } from '../../operation.ts'
import { dayGiven, momentText } from '../../shapes.ts'
import {
  catchView,
  choicesView,
  clauseShape,
  countedView,
  priorityAdd,
  priorityChanges,
  setView,
  trendView,
  weekShape,
} from './model.ts'
import { horizons } from './periods/model.ts'

const id = z.uuid()
const horizon = z.enum(horizons)
/** Any day of it. */
const on = dayGiven
const what = z.enum(['event', 'work'])
const answered = z.object({ id, title: z.string() })
const thing = { what, id, recurrenceId: z.string().max(40).nullable().default(null) }

export const prioritiesContract = {
  priority: {
    list: read({
      name: 'priority.list',
      area: 'partnership',
      says: 'What comes first this year, quarter and week, and what a week was spent on',
      input: z.object({ on: on.optional() }),
      output: z.object({ week: weekShape, sets: z.array(setView) }),
    }),
    counted: read({
      name: 'priority.counted',
      area: 'partnership',
      says: 'The events behind a number of a week; without a priority, those that belong to none',
      input: z.object({ horizon, on, id: id.optional() }),
      output: countedView,
    }),
    trend: read({
      name: 'priority.trend',
      area: 'partnership',
      says: 'What the priorities of a year or a quarter got, week by week',
      input: z.object({ horizon: z.enum(['year', 'quarter']), on }),
      output: trendView,
    }),
    preview: asks({
      name: 'priority.preview',
      area: 'partnership',
      says: 'What rules would catch of the last weeks and the next, before they are kept',
      input: z.object({ rules: z.array(clauseShape).max(10) }),
      output: catchView,
    }),
    add: change({
      name: 'priority.add',
      area: 'partnership',
      effect: 'change',
      says: 'Say what comes first in a year, a quarter or a week',
      input: priorityAdd,
      output: answered,
    }),
    edit: change({
      name: 'priority.edit',
      area: 'partnership',
      effect: 'change',
      says: 'Change what a priority is called, what is meant for it, or what belongs to it by rule',
      input: z.object({ id, version: z.int(), set: priorityChanges, everything: z.boolean().default(false) }),
      output: answered,
    }),
    order: change({
      name: 'priority.order',
      area: 'partnership',
      effect: 'change',
      says: 'Put the priorities of a year, a quarter or a week in another order',
      input: z.object({ horizon, on, ids: z.array(id).min(1).max(50) }),
      output: z.object({}),
    }),
    remove: change({
      name: 'priority.remove',
      area: 'partnership',
      effect: 'change',
      says: 'Let a priority go',
      input: z.object({ id }),
      output: z.object({}),
    }),
    carry: change({
      name: 'priority.carry',
      area: 'partnership',
      effect: 'change',
      says: 'Take over the priorities of the period before',
      input: z.object({ horizon, on }),
      output: z.object({ count: z.int() }),
    }),
    choices: read({
      name: 'priority.choices',
      area: 'partnership',
      says: 'To which priorities an event or a piece of work belongs, and to which it could',
      input: z.object({ what, id, recurrenceId: z.string().max(40).optional() }),
      output: choicesView,
    }),
    tie: change({
      name: 'priority.tie',
      area: 'desk',
      effect: 'change',
      says: 'Say by hand that an event or work belongs to a priority, or that it does not',
      input: z.object({ ...thing, priority: id, belongs: z.boolean().default(true) }),
      output: answered,
    }),
    untie: change({
      name: 'priority.untie',
      area: 'desk',
      effect: 'change',
      says: 'Take back what was said by hand; the rules say it again',
      input: z.object({ ...thing, priority: id }),
      output: answered,
    }),
    protect: change({
      name: 'priority.protect',
      area: 'calendar',
      effect: 'change',
      says: 'Keep time on the calendar for a priority',
      input: z.object({ id, start: momentText, minutes: z.int().min(15).max(600) }),
      output: z.object({ eventId: z.uuid() }),
    }),
  },
}
