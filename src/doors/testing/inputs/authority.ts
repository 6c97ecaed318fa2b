import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Kind } from '../table.ts'

/** Boards, seats, agents and what was asked for. */
export async function authorityInputs(desk: TestDesk, members: Readonly<Record<Kind, string>>): Promise<Inputs> {
  const stopped = await desk.sit('agent', 'Reed')
  await desk.do('agent.freeze', { agent: stopped })
  const spare = await desk.sit('observer', 'Kit')
  return {
    'board.show': {},
    'board.change': { member: members.observer, set: { send: 'drafts' }, reason: 'A test' },
    'member.list': {},
    'member.invite': { name: 'Wren', kind: 'observer' },
    'member.link': { member: spare },
    'member.remove': { member: await desk.sit('observer', 'Ada'), reason: 'A test' },
    'agent.add': { name: 'Wren' },
    'agent.token': { agent: stopped },
    'agent.thaw': { agent: stopped, reason: 'A test' },
    'agent.remove': { agent: stopped },
    'proposal.expire': { id: '01a00000-0000-7000-8000-000000000000' },
  }
}
