import { type Act, isRefused, type Refused, refuse } from '../../act.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { viewOf } from '../board/actions.ts'
import { mayGive } from '../board/model.ts'
import type { authorityContract } from '../contract.ts'
import { takeBackAll } from '../proposals/actions.ts'
import { addMember, closeDoorOf, leave, memberRow, members, openDoor, setFrozen } from '../queries.ts'
import { boardToGive, noBoard } from './model.ts'
import { closeFeedsOf, founderOf, giveUpSeat, openCoverOf } from './queries.ts'

type Actions = Pick<
  ActionsFor<Pick<typeof authorityContract, 'member'>>['member'],
  'invite' | 'link' | 'remove' | 'leave'
>
type Row = NonNullable<Awaited<ReturnType<typeof memberRow>>>

/** How long an invitation opens. */
const week = { hours: 7 * 24 }

/** Executives and assistants bring people; whoever covers, watches or is an agent does not. */
const mayBring = ({ member }: Act): Refused | null =>
  member.kind === 'executive' || member.kind === 'assistant'
    ? null
    : refuse('not-yours', 'Whoever works at this desk for good says who sits here.')

async function personHere(act: Act, id: string): Promise<Row | Refused> {
  const row = await memberRow(act.db, act.desk.id, id)
  if (!row || row.left_at !== null || row.kind === 'desk')
    return refuse('not-there', 'Nobody like that sits at this desk.', [], 'member')
  return row.kind === 'agent' ? refuse('bad-input', 'An agent has a token, not a seat.', [id], 'member') : row
}

/** An address that lets one person into one seat, once; the one before opens no more. */
async function invitation(act: Act, member: string) {
  await closeDoorOf(act.db, act.desk.id, member, act.at)
  const token = act.newToken()
  const until = act.at.add(week)
  const hash = Buffer.from(act.hash(token), 'hex')
  await openDoor(act.db, { hash, way: 'first', desk: act.desk.id, item: member, at: act.at, until })
  const all = await members(act.db, act.desk.id)
  const made = all.find(({ id }) => id === member)
  if (!made) throw new Error('a member was not kept')
  return {
    member: viewOf(act, made, all, until),
    link: `${act.url}/first/${token}`,
    until: until.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'second' }),
  }
}

const invite: Actions['invite'] = async ({ name, kind }, act) => {
  const no = mayBring(act)
  if (no) return no
  const id = act.newId()
  const row = { desk: act.desk.id, id, kind, name, login: null, email: null, at: act.at }
  await addMember(act.db, { ...row, board: boardToGive(act.member, kind) })
  return {
    output: await invitation(act, id),
    entry: {
      items: [id],
      values: { name, kind },
      undo: { operation: 'member.remove', input: { member: id, reason: 'The invitation was taken back.' } },
    },
  }
}

/**
 * Whoever makes a link could open it themselves: it leads to no seat that is more than one may give. The executive's is
 * opened for them by whoever opened the desk, or on the machine itself.
 */
const mayOpenSeat = async (act: Act, row: Row): Promise<boolean> =>
  row.kind === 'executive'
    ? (await founderOf(act.db, act.desk.id)) === act.member.id
    : mayGive(act.member, row, noBoard, row.board) === null

const link: Actions['link'] = async ({ member }, act) => {
  const row = await personHere(act, member)
  if (isRefused(row)) return row
  const no = mayBring(act)
  if (no) return no
  if (row.login_id !== null) return refuse('moved-on', `${row.name} signs in here already.`, [member], 'member')
  if (!(await mayOpenSeat(act, row)))
    return refuse(
      'not-yours',
      `Whoever opens ${row.name}’s seat may do more than you give: ask ${act.desk.executive}.`,
      [member],
    )
  return {
    output: await invitation(act, member),
    entry: {
      items: [member],
      values: { name: row.name },
      undo: final('member.link'),
    },
  }
}

/** Whoever is away or covers cannot just go: their cover is ended first, so that nobody stands there without one. */
async function covering(act: Act, row: Row): Promise<Refused | null> {
  const cover = await openCoverOf(act.db, act.desk.id, row.id)
  return cover ? refuse('moved-on', `End the cover first: ${cover.cover} covers for ${cover.away}.`, [cover.id]) : null
}

/** Out at once: no seat, no open link, no secret address they made; their agents stand still and what they asked for is taken back. */
async function takeOut(act: Act, row: Row) {
  const asked = await takeBackAll(act, row, `${row.name} left the desk.`)
  const agents = (await members(act.db, act.desk.id)).filter((one) => one.sponsor_id === row.id && one.left_at === null)
  for (const agent of agents) {
    await setFrozen(act.db, act.desk.id, agent.id, act.at)
    asked.push(...(await takeBackAll(act, agent, `${row.name}, who answered for it, left the desk.`)))
  }
  await closeDoorOf(act.db, act.desk.id, row.id, act.at)
  await giveUpSeat(act.db, act.desk.id, row.id)
  await leave(act.db, act.desk.id, row.id, act.at)
  const closed = await closeFeedsOf(act.db, act.desk.id, row.id, act.at)
  return {
    items: [row.id, ...agents.map(({ id }) => id), ...asked],
    values: { name: row.name, ...(closed.length > 0 && { closed }) },
  }
}

const remove: Actions['remove'] = async ({ member, reason }, act) => {
  const row = await personHere(act, member)
  if (isRefused(row)) return row
  const no = mayBring(act)
  if (no) return no
  if (row.kind === 'executive') return refuse('not-yours', `It is ${row.name}’s desk.`, [member], 'member')
  if (row.id === act.member.id) return refuse('bad-input', 'To go yourself, leave the desk.', [member], 'member')
  if (mayGive(act.member, row, noBoard, row.board))
    return refuse('not-yours', `${row.name} may do more than you give: that is ${act.desk.executive}’s to say.`, [
      member,
    ])
  const held = await covering(act, row)
  if (held) return held
  return { output: {}, entry: { ...(await takeOut(act, row)), why: reason, undo: final('member.remove') } }
}

const leaveDesk: Actions['leave'] = async ({ reason }, act) => {
  const row = await personHere(act, act.member.id)
  if (isRefused(row)) return row
  if (row.kind === 'executive') return refuse('not-yours', 'It is your desk: it stays yours.')
  const others = (await members(act.db, act.desk.id)).filter((one) => one.left_at === null && one.login_id !== null)
  if (!others.some(({ id }) => id !== row.id))
    return refuse('moved-on', 'Nobody else signs in here yet: let somebody in before you go.')
  const held = await covering(act, row)
  if (held) return held
  const out = await takeOut(act, row)
  const why = reason === '' ? {} : { why: reason }
  return { output: {}, entry: { ...out, ...why, undo: final('member.leave') } }
}

export const seatActions: Actions = { invite, link, remove, leave: leaveDesk }
