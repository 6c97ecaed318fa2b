import * as z from 'zod'
import { change, read } from '../../operation.ts'
import { zonedText } from '../../shapes.ts'
import { areaLevels, board, memberKinds } from './model.ts'

/** Somebody who sits, or sat, at the desk. */
export const memberView = z.object({
  id: z.uuid(),
  kind: z.enum(memberKinds),
  name: z.string(),
  email: z.string().nullable(),
  /** False for an executive who has not signed in yet. */
  signsIn: z.boolean(),
  since: zonedText,
  /** The human who answers for an agent. */
  sponsor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  frozenAt: zonedText.nullable(),
  leftAt: zonedText.nullable(),
  /** Until when a link for them opens; null for whoever has none. */
  invitedUntil: zonedText.nullable(),
})

const row = z.object({
  member: memberView,
  board,
  /** What they may do now: an agent never more than the human who answers for it. */
  now: board,
  /** Whether whoever asks may change it at all. */
  mayChange: z.boolean(),
})

const reason = z.string().trim().min(1, 'Say why.').max(500)
const boardParts = board.omit({ areas: true }).partial().extend({ areas: areaLevels.partial().optional() })

export const boardContract = {
  board: {
    show: read({
      name: 'board.show',
      area: 'desk',
      says: 'Who may do what',
      input: z.object({}),
      output: z.object({ rows: z.array(row), executiveAlone: z.boolean() }),
    }),
    change: change({
      name: 'board.change',
      area: 'desk',
      effect: 'change',
      says: 'Change what somebody may do',
      /** `from`: the parts as they were when the person looked; moved-on where one is something else by now. */
      input: z.object({ member: z.uuid(), set: boardParts, from: boardParts.optional(), reason }),
      output: z.object({ board }),
    }),
  },
  member: {
    list: read({
      name: 'member.list',
      area: 'desk',
      says: 'Who sits at this desk',
      input: z.object({ left: z.stringbool().optional() }),
      output: z.object({ members: z.array(memberView) }),
    }),
  },
  agent: {
    add: change({
      name: 'agent.add',
      area: 'desk',
      effect: 'change',
      says: 'Let an agent work here under its own name; its token is shown once',
      input: z.object({ name: z.string().trim().min(1).max(120), sponsor: z.uuid().optional() }),
      output: z.object({ member: memberView, token: z.string() }),
    }),
    token: change({
      name: 'agent.token',
      area: 'desk',
      effect: 'change',
      says: 'Give an agent another token; the one before works no more',
      final: 'Give it another token instead.',
      input: z.object({ agent: z.uuid() }),
      output: z.object({ token: z.string() }),
    }),
    freeze: change({
      name: 'agent.freeze',
      area: 'desk',
      effect: 'change',
      everyone: true,
      says: 'Stop an agent, or every agent, at once',
      final: 'Let them go on instead, with a reason.',
      input: z.object({ agent: z.uuid().nullable().default(null), reason: z.string().trim().max(500).default('') }),
      output: z.object({ stopped: z.array(z.string()) }),
    }),
    thaw: change({
      name: 'agent.thaw',
      area: 'desk',
      effect: 'change',
      says: 'Let an agent, or every agent, go on',
      final: 'Stop them instead.',
      input: z.object({ agent: z.uuid().nullable().default(null), reason }),
      output: z.object({ going: z.array(z.string()) }),
    }),
    remove: change({
      name: 'agent.remove',
      area: 'desk',
      effect: 'delete',
      says: 'Send an agent away; its token works no more',
      final: 'Bring it again instead: it gets a new token.',
      input: z.object({ agent: z.uuid(), reason: z.string().trim().max(500).default('') }),
      output: z.object({}),
    }),
  },
}
