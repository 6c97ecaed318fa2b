import { type Act, isRefused, type Refused, refuse } from '../../act.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { viewOf } from '../board/actions.ts'
import { defaultBoards } from '../board/model.ts'
import type { authorityContract } from '../contract.ts'
import { takeBackAll } from '../proposals/actions.ts'
import { addMember, closeDoorOf, leave, memberRow, members, openDoor, setFrozen } from '../queries.ts'

type Actions = ActionsFor<Pick<typeof authorityContract, 'agent'>>['agent']
type Row = NonNullable<Awaited<ReturnType<typeof memberRow>>>

const prefix = 'equerry_'

/** A token of its own; the one before works no more. Only its hash is kept. */
async function newToken(act: Act, agent: string): Promise<string> {
  await closeDoorOf(act.db, act.desk.id, agent, act.at)
  const token = `${prefix}${act.newToken()}`
  const hash = Buffer.from(act.hash(token), 'hex')
  await openDoor(act.db, { hash, way: 'agent', desk: act.desk.id, item: agent, at: act.at, until: null })
  return token
}

async function agentHere(act: Act, id: string): Promise<Row | Refused> {
  const row = await memberRow(act.db, act.desk.id, id)
  const here = row?.kind === 'agent' && row.left_at === null
  return here ? row : refuse('not-there', 'There is no such agent at this desk.', [], 'agent')
}

/** Humans who work at the desk for good answer for agents; whoever is here for some days leaves none behind. */
const mayAnswerFor = ['executive', 'assistant']
const answersFor = (row: Row | undefined): boolean =>
  row !== undefined && row.left_at === null && mayAnswerFor.includes(row.kind)

const add: Actions['add'] = async ({ name, sponsor: asked }, act) => {
  if (act.member.kind === 'agent') return refuse('not-yours', 'An agent brings no other agents.')
  if (!mayAnswerFor.includes(act.member.kind))
    return refuse('not-yours', 'Whoever works at this desk for good brings agents.')
  const sponsor = asked ?? act.member.id
  if (sponsor !== act.member.id && act.member.kind !== 'executive')
    return refuse('not-yours', 'Whoever brings an agent answers for it themselves.', [], 'sponsor')
  if (!answersFor(await memberRow(act.db, act.desk.id, sponsor)))
    return refuse('not-there', 'Nobody like that can answer for an agent here.', [], 'sponsor')
  const id = act.newId()
  const row = { desk: act.desk.id, id, kind: 'agent', name, login: null, email: null, at: act.at } as const
  await addMember(act.db, { ...row, board: defaultBoards.agent, sponsor })
  const token = await newToken(act, id)
  const all = await members(act.db, act.desk.id)
  const made = all.find((one) => one.id === id)
  if (!made) throw new Error('an agent was not kept')
  return {
    output: { member: viewOf(act, made, all), token },
    entry: { items: [id], values: { name }, undo: { operation: 'agent.remove', input: { agent: id } } },
  }
}

const token: Actions['token'] = async ({ agent }, act) => {
  const row = await agentHere(act, agent)
  if (isRefused(row)) return row
  if (act.member.kind === 'agent') return refuse('not-yours', 'An agent gives out no tokens.')
  // Whoever has its token does what it may: never more than they who answer for it.
  if (row.sponsor_id !== act.member.id && act.member.kind !== 'executive')
    return refuse('not-yours', `Whoever answers for ${row.name} gives it another token.`, [agent], 'agent')
  return {
    output: { token: await newToken(act, agent) },
    entry: { items: [agent], values: { name: row.name }, undo: final('agent.token') },
  }
}

const freeze: Actions['freeze'] = async ({ agent, reason }, act) => {
  if (act.member.kind === 'agent' && agent !== act.member.id)
    return refuse('not-yours', 'An agent stops nobody but itself.')
  const row = agent === null ? null : await agentHere(act, agent)
  if (row && isRefused(row)) return row
  const stopped = await setFrozen(act.db, act.desk.id, agent, act.at)
  if (stopped.length === 0)
    return refuse('moved-on', agent === null ? 'No agent is at work here.' : 'It is stopped already.')
  return {
    output: { stopped: stopped.map(({ name }) => name) },
    entry: {
      items: stopped.map(({ id }) => id),
      values: { names: stopped.map(({ name }) => name) },
      ...(reason === '' ? {} : { why: reason }),
      undo: final('agent.freeze'),
    },
  }
}

const thaw: Actions['thaw'] = async ({ agent, reason }, act) => {
  if (act.member.kind === 'agent') return refuse('not-yours', 'A human lets agents go on.')
  const row = agent === null ? null : await agentHere(act, agent)
  if (row && isRefused(row)) return row
  const going = await setFrozen(act.db, act.desk.id, agent, null)
  if (going.length === 0) return refuse('moved-on', agent === null ? 'No agent is stopped here.' : 'It is at work.')
  return {
    output: { going: going.map(({ name }) => name) },
    entry: {
      items: going.map(({ id }) => id),
      values: { names: going.map(({ name }) => name) },
      why: reason,
      undo: final('agent.thaw'),
    },
  }
}

const remove: Actions['remove'] = async ({ agent, reason }, act) => {
  const row = await agentHere(act, agent)
  if (isRefused(row)) return row
  await closeDoorOf(act.db, act.desk.id, agent, act.at)
  const asked = await takeBackAll(act, row, `${row.name} was sent away.`)
  await leave(act.db, act.desk.id, agent, act.at)
  return {
    output: {},
    entry: {
      items: [agent, ...asked],
      values: { name: row.name },
      ...(reason === '' ? {} : { why: reason }),
      undo: final('agent.remove'),
    },
  }
}

export const agentActions: Actions = { add, token, freeze, thaw, remove }
