import * as z from 'zod'
import { change, read } from '../../operation.ts'
import { zonedText } from '../../shapes.ts'
import { memberKinds } from '../board/model.ts'
import { proposalView } from './model.ts'

const id = z.uuid()

/** What waits for somebody's yes, and what was done and has to be told. */
export const proposalContract = {
  proposal: {
    list: read({
      name: 'proposal.list',
      area: 'desk',
      everyone: true,
      says: 'What waits for a yes, or with `decided` what was decided lately',
      input: z.object({ decided: z.stringbool().optional() }),
      output: z.object({ proposals: z.array(proposalView) }),
    }),
    show: read({
      name: 'proposal.show',
      area: 'desk',
      everyone: true,
      says: 'One thing that waits for a yes',
      input: z.object({ id }),
      output: z.object({ proposal: proposalView }),
    }),
    yes: change({
      name: 'proposal.yes',
      area: 'desk',
      effect: 'change',
      everyone: true,
      says: 'Say yes: exactly what was asked for is done, or what changed since is said',
      /** `seen`: the second of what stood in the way of an earlier yes, by whoever saw what changed and still says yes. */
      input: z.object({ id, seen: z.string().max(100).optional() }),
      output: z.object({ words: z.string() }),
    }),
    no: change({
      name: 'proposal.no',
      area: 'desk',
      effect: 'change',
      everyone: true,
      says: 'Say no',
      final: 'They can ask again.',
      input: z.object({ id, reason: z.string().trim().max(500).default('') }),
      output: z.object({}),
    }),
    withdraw: change({
      name: 'proposal.withdraw',
      area: 'desk',
      effect: 'change',
      everyone: true,
      says: 'Take back what you asked for',
      final: 'It can be asked again.',
      input: z.object({ id }),
      output: z.object({}),
    }),
    explain: change({
      name: 'proposal.explain',
      area: 'desk',
      effect: 'change',
      everyone: true,
      says: 'Say why you ask',
      input: z.object({ id, why: z.string().trim().max(500) }),
      output: z.object({}),
    }),
    expire: change({
      name: 'proposal.expire',
      area: 'desk',
      effect: 'change',
      says: 'Close what nobody answered in time',
      final: 'They can ask again.',
      input: z.object({ id }),
      output: z.object({}),
    }),
  },
  told: {
    list: read({
      name: 'told.list',
      area: 'desk',
      says: 'What was done for you that nobody has been told of yet',
      input: z.object({}),
      output: z.object({
        told: z.array(
          z.object({
            entry: z.uuid(),
            at: zonedText,
            by: z.object({ name: z.string(), kind: z.enum(memberKinds) }),
            words: z.string(),
            undone: z.boolean(),
          }),
        ),
      }),
    }),
    seen: change({
      name: 'told.seen',
      area: 'desk',
      effect: 'change',
      says: 'Say that you have seen what was done',
      input: z.object({ entries: z.array(z.uuid()).min(1).max(200) }),
      output: z.object({ seen: z.int() }),
    }),
    unseen: change({
      name: 'told.unseen',
      area: 'desk',
      effect: 'change',
      says: 'Keep telling of what was done',
      input: z.object({ entries: z.array(z.uuid()).min(1).max(200) }),
      output: z.object({}),
    }),
  },
}
