import { type Act, isRefused, type Member } from '../../../act.ts'
import { park } from '../../../authority/proposals/actions.ts'
import { members } from '../../../authority/queries.ts'
import { type SampleAsk, type SampleSeats, whenOf } from './model.ts'

/** What was laid out before, by its title. */
type Laid = { readonly events: ReadonlyMap<string, string>; readonly offers: ReadonlyMap<string, string> }
type Did = <O>(act: Act, operation: string, input: unknown) => Promise<O>

/**
 * An agent, what it asks for, and somebody who covers: by whoever brings people here, and not a second time where the sample
 * was there before, be it that they have gone since.
 */
export async function addSeats(act: Act, { agent, cover, asks }: SampleSeats, laid: Laid, did: Did): Promise<void> {
  const works = act.member.kind === 'executive' || act.member.kind === 'assistant'
  if (!works || (await act.may('board.change', {})).may !== 'yes') return
  const known = new Set((await members(act.db, act.desk.id)).map(({ name }) => name))
  type Brought = { readonly member: { readonly id: string } }
  if (!known.has(cover.name)) {
    const { name, ...days } = cover
    const { member } = await did<Brought>(act, 'member.invite', { name, kind: 'cover' })
    await did(act, 'cover.plan', { away: act.member.id, cover: member.id, ...days })
  }
  if (!known.has(agent.name)) {
    const { member } = await did<Brought>(act, 'agent.add', agent)
    const thistle = await act.memberBy(member.id)
    if (thistle) for (const ask of asks) await askAs(act, thistle, ask, laid)
  }
}

/** As the agent would through its own door: what it may only propose waits for a yes. */
async function askAs(act: Act, agent: Member, ask: SampleAsk, laid: Laid): Promise<void> {
  const [operation, input] = wanted(act, ask, laid)
  const verdict = await act.may(operation, input, agent)
  if (verdict.may !== 'propose') throw new Error(`the sample's agent does not ask for ${operation}`)
  const parked = await park({ ...act, member: agent }, { operation, input, because: verdict.because, why: ask.why })
  if (isRefused(parked)) throw new Error(`the sample's ${operation} was refused: ${parked.refused.words}`)
}

const wanted = (act: Act, ask: SampleAsk, { events, offers }: Laid): readonly [string, object] =>
  ask.does === 'move'
    ? ['event.move', { eventId: events.get(ask.about), recurrenceId: null, extent: 'all', when: whenOf(ask.to) }]
    : ['hold.extend', { groupId: offers.get(ask.about), expiresAt: act.at.add({ hours: ask.hours }).toString() }]
