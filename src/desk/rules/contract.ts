import * as z from 'zod'
import { change, read } from '../operation.ts'
import { changesOf, dateText, dayGiven } from '../shapes.ts'
import { findingView, ruleDraft, ruleKindView, ruleView } from './model.ts'
import { asked, planShape, ruleInForce, weighed } from './weighing/model.ts'

/** What a rule would have said over a stretch of days, without saving it. */
const preview = z.object({
  /** The rule as a sentence, for the form that edits it. */
  words: z.string(),
  from: dateText,
  to: dateText,
  /** How many days of the stretch it would flag, of how many. */
  days: z.int(),
  flaggedDays: z.int(),
  /** Why it is no rule at all: it flags every day with anything it asks about. Null where it leaves some alone. */
  never: z.string().nullable(),
  count: z.int(),
  /** At most 100, by start. */
  findings: z.array(findingView),
})

export const rulesContract = {
  rule: {
    kinds: read({
      name: 'rule.kinds',
      area: 'calendar',
      says: 'The kinds of rule there are, with the shape of each',
      input: z.object({}),
      output: z.object({ kinds: z.array(ruleKindView) }),
    }),
    list: read({
      name: 'rule.list',
      area: 'calendar',
      says: 'The rules of this desk',
      input: z.object({}),
      output: z.object({ rules: z.array(ruleView) }),
    }),
    add: change({
      name: 'rule.add',
      area: 'calendar',
      effect: 'change',
      says: 'Add a rule',
      input: ruleDraft,
      output: z.object({ rule: ruleView }),
    }),
    edit: change({
      name: 'rule.edit',
      area: 'calendar',
      effect: 'change',
      says: 'Change a rule',
      input: changesOf(ruleDraft).extend({ id: z.uuid(), version: z.int() }),
      output: z.object({ rule: ruleView }),
    }),
    switch: change({
      name: 'rule.switch',
      area: 'calendar',
      effect: 'change',
      says: 'Switch a rule on or off',
      input: z.object({ id: z.uuid(), on: z.boolean() }),
      output: z.object({ rule: ruleView }),
    }),
    remove: change({
      name: 'rule.remove',
      area: 'calendar',
      effect: 'delete',
      says: 'Remove a rule',
      input: z.object({ id: z.uuid() }),
      output: z.object({}),
    }),
    restore: change({
      name: 'rule.restore',
      area: 'calendar',
      effect: 'change',
      says: 'Bring a removed rule back as it was',
      input: z.object({ id: z.uuid() }),
      output: z.object({ rule: ruleView }),
    }),
    /** It saves nothing. The draft is JSON text, because a read is a GET. */
    preview: read({
      name: 'rule.preview',
      area: 'calendar',
      says: 'What a rule would flag, before it is saved; or what an existing one is keeping',
      input: z.object({
        id: z.uuid().optional(),
        draft: z.string().describe('a rule draft as JSON').optional(),
        from: dayGiven.optional(),
        to: dayGiven.optional(),
      }),
      output: preview,
    }),
  },
  plan: {
    show: read({
      name: 'plan.show',
      area: 'calendar',
      busyView: true,
      says: 'The plan of some days and the rules in force, to be judged elsewhere',
      input: z.object({ from: dayGiven, to: dayGiven }),
      output: z.object({ plan: planShape, rules: z.array(ruleInForce) }),
    }),
    weigh: read({
      name: 'plan.weigh',
      area: 'calendar',
      says: 'What moving or adding something would cost, and the cheapest other time that week; changes nothing',
      input: asked,
      output: weighed,
    }),
  },
  finding: {
    list: read({
      name: 'finding.list',
      area: 'calendar',
      says: 'What is wrong between two days',
      input: z.object({ from: dayGiven, to: dayGiven }),
      output: z.object({ findings: z.array(findingView) }),
    }),
    accept: change({
      name: 'finding.accept',
      area: 'calendar',
      effect: 'change',
      says: 'Live with a finding, with a reason, until a day or until it gets worse',
      input: z.object({
        fingerprint: z.string(),
        reason: z.string().trim().min(1).max(500),
        until: dayGiven.nullable().default(null),
      }),
      output: z.object({}),
    }),
    reopen: change({
      name: 'finding.reopen',
      area: 'calendar',
      effect: 'change',
      says: 'Look at an accepted finding again',
      input: z.object({
        fingerprint: z.string(),
        also: z
          .array(z.string())
          .max(100)
          .describe('what else was accepted with it; unless given, all that is told with it')
          .optional(),
      }),
      output: z.object({}),
    }),
    /** Every fix with reach `desk` is this operation, so that a button performs `operation` with `input` as they are. */
    fix: change({
      name: 'finding.fix',
      area: 'calendar',
      effect: 'change',
      says: 'Perform a fix that a finding offers; the rule was relied on',
      input: z.object({
        fingerprint: z.string(),
        operation: z.string().describe('the operation the fix performs, for example event.move'),
        input: z.record(z.string(), z.unknown()),
      }),
      output: z.object({}),
    }),
    asked: change({
      name: 'finding.asked',
      area: 'calendar',
      effect: 'change',
      says: 'Say that somebody outside was asked; the finding stays amber until they answer',
      input: z.object({ fingerprint: z.string(), to: z.string().max(2000), message: z.string().max(5000).default('') }),
      output: z.object({ askId: z.uuid() }),
    }),
    answered: change({
      name: 'finding.answered',
      area: 'calendar',
      effect: 'change',
      says: 'Record what they answered, who said so, and under which reference',
      input: z.object({
        askId: z.uuid(),
        answer: z.enum(['yes', 'no']),
        who: z.string().trim().min(1).max(200),
        reference: z.string().max(200).default(''),
      }),
      output: z.object({}),
    }),
  },
  ask: {
    withdraw: change({
      name: 'ask.withdraw',
      area: 'calendar',
      effect: 'change',
      says: 'Say that nobody was asked after all',
      final: 'To ask again, say again that somebody was asked.',
      input: z.object({ askId: z.uuid() }),
      output: z.object({}),
    }),
    reopen: change({
      name: 'ask.reopen',
      area: 'calendar',
      effect: 'change',
      says: 'Take a recorded answer back: nobody has answered yet',
      input: z.object({ askId: z.uuid() }),
      output: z.object({}),
    }),
  },
}
