import * as z from 'zod'
import { anyway } from '../../calendar/model.ts'
import { instantText } from '../../holds/model.ts'
import { change, read } from '../../operation.ts'
import { changesOf, dayGiven } from '../../shapes.ts'
import { captured } from './capture/model.ts'
import { commitmentDraft, commitmentView, letter, saidWhere, side } from './model.ts'

const yes = z
  .enum(['true', 'false'])
  .or(z.boolean())
  .transform((said) => said === true || said === 'true')
const id = z.uuid()
const one = z.object({ commitment: commitmentView })
/** The date has passed already, and that is how it was. */
const wasDue = z.boolean().default(false)
const why = z.string().trim().max(500)

export const commitmentsContract = {
  commitment: {
    list: read({
      name: 'commitment.list',
      area: 'desk',
      says: 'Who owes what to whom, both ways',
      input: z.object({
        all: yes.default(false).describe('also what was settled in the last 90 days'),
        side: side.optional(),
        person: z.string().trim().min(1).max(320).optional().describe('a name or an address'),
      }),
      output: z.object({ commitments: z.array(commitmentView) }),
    }),
    show: read({
      name: 'commitment.show',
      area: 'desk',
      says: 'One commitment with its history, and the letter to send about it',
      input: z.object({ id }),
      output: one.extend({
        /** What hangs on it, and falls with it. */
        hanging: z.array(z.object({ id, words: z.string() })),
        /** Asks after it, or says that it is late; null where that is nobody outside. */
        letter: letter.nullable(),
      }),
    }),
    understand: read({
      name: 'commitment.understand',
      area: 'desk',
      says: 'What one typed line would be as a promise',
      input: z.object({ text: z.string().max(500) }),
      output: captured,
    }),
    capture: change({
      name: 'commitment.capture',
      area: 'desk',
      effect: 'change',
      says: 'Note a promise in one line: “Marc owes us the price sheet by Fri”',
      input: z.object({ text: z.string().trim().min(1).max(500), saidWhere: saidWhere.optional(), anyway }),
      output: one,
    }),
    add: change({
      name: 'commitment.add',
      area: 'desk',
      effect: 'change',
      says: 'Write down who owes what to whom, by when',
      input: commitmentDraft.extend({ wasDue, anyway }),
      output: one,
    }),
    edit: change({
      name: 'commitment.edit',
      area: 'desk',
      effect: 'change',
      says: 'Correct how a promise was written down',
      input: changesOf(commitmentDraft).extend({ id, version: z.int().optional(), wasDue, anyway }),
      output: one,
    }),
    keep: change({
      name: 'commitment.keep',
      area: 'desk',
      effect: 'change',
      says: 'Say that a promise was kept; what hangs on it is closed with it',
      input: z.object({ id }),
      output: one,
    }),
    break: change({
      name: 'commitment.break',
      area: 'desk',
      effect: 'change',
      says: 'Say that a promise was broken, and why',
      input: z.object({ id, why: why.min(1, { message: 'Why was it broken?' }) }),
      output: one,
    }),
    renegotiate: change({
      name: 'commitment.renegotiate',
      area: 'desk',
      effect: 'change',
      says: 'Agree a new date for a promise, and with whom',
      input: commitmentDraft.pick({ time: true, zone: true }).extend({
        id,
        dueOn: dayGiven,
        who: z.string().trim().max(200).default('').describe('who agreed; the other side unless told'),
        anyway,
      }),
      output: one,
    }),
    forgive: change({
      name: 'commitment.forgive',
      area: 'desk',
      effect: 'change',
      says: 'Let go of a promise that is not wanted any more',
      input: z.object({ id, why: why.default('') }),
      output: one,
    }),
    reopen: change({
      name: 'commitment.reopen',
      area: 'desk',
      effect: 'change',
      says: 'Open a settled promise again',
      input: z.object({ id, why: why.default('') }),
      output: one,
    }),
    chase: change({
      name: 'commitment.chase',
      area: 'desk',
      effect: 'change',
      says: 'Say that a promise was asked after, and when to ask next',
      input: z.object({
        id,
        text: z.string().max(4000).default('').describe('what was sent'),
        /** Reckoned unless told. */
        chaseOn: dayGiven.nullable().default(null),
        askedAt: instantText.optional(),
      }),
      output: one,
    }),
  },
}
