import * as z from 'zod'
import { change } from '../../operation.ts'
import { zonedText } from '../../shapes.ts'
import { memberView } from '../board/contract.ts'
import { invitedKinds } from './model.ts'

const member = z.uuid()
/** The address is shown this once: only the hash of its token is kept. It opens once. */
const invitation = z.object({ member: memberView, link: z.string(), until: zonedText })

export const seatsContract = {
  invite: change({
    name: 'member.invite',
    area: 'desk',
    effect: 'change',
    says: 'Invite somebody to this desk; the link is shown once, opens once and lasts a week',
    input: z.object({ name: z.string().trim().min(1).max(120), kind: z.enum(invitedKinds) }),
    output: invitation,
  }),
  link: change({
    name: 'member.link',
    area: 'desk',
    effect: 'change',
    says: 'Make another link for somebody who has not signed in yet; the one before opens no more',
    final: 'Make another link: this one then opens no more.',
    input: z.object({ member }),
    output: invitation,
  }),
  remove: change({
    name: 'member.remove',
    area: 'desk',
    effect: 'delete',
    says: 'Take somebody from this desk; what they did stays under their name',
    final: 'Invite them again instead: they get a new seat.',
    input: z.object({ member, reason: z.string().trim().min(1, 'Say why.').max(500) }),
    output: z.object({}),
  }),
  leave: change({
    name: 'member.leave',
    area: 'desk',
    effect: 'delete',
    everyone: true,
    says: 'Leave this desk',
    final: 'Whoever stays invites you again: you get a new seat.',
    input: z.object({ reason: z.string().trim().max(500).default('') }),
    output: z.object({}),
  }),
}
