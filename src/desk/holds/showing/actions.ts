import { type Act, isRefused, type Labelled } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { holdsContract } from '../contract.ts'
import type { Group } from '../group/model.ts'
import { groupFor, now } from '../keeping/actions.ts'
import { groups, pagesOf } from '../keeping/queries.ts'
import type { GroupView } from '../model.ts'
import { proposalsOf } from '../pricing/actions.ts'
import { briefOf, type Seeing, textsOf } from '../views/model.ts'

type Actions = ActionsFor<typeof holdsContract>['hold']

const settledShown = Temporal.Duration.from({ hours: 30 * 24 })

const seeing = async (
  act: Act,
  shown: readonly Group[],
  others: readonly Group[],
): Promise<(group: Group) => Seeing> => {
  const ids = shown.map(({ id }) => id)
  const pages = await pagesOf(act.db, act.desk.id, ids, act.at)
  return ({ id }) => ({ zone: act.desk.zone, at: now(act), others, page: pages.get(id) ?? null })
}

const labelled = ({ id, terms }: Group): Labelled => ({ id, label: terms.meeting.label ?? 'desk' })

/** A group whole: its times, what collides, what was proposed as it would be now, and the texts to send. */
export async function viewOf(act: Act, group: Group, address: string | null = null): Promise<GroupView> {
  // An outsider is answered with nothing of it, and waits no longer for it than need be.
  if (act.door === 'guest') return shown(group, { zone: act.desk.zone, at: now(act), others: [], page: null }, [], null)
  act.looked([labelled(group)])
  const sight = await seeing(act, [group], await groups(act.db, act.desk.id, null))
  return shown(group, sight(group), await proposalsOf(act, group), address)
}

const shown = (group: Group, sight: Seeing, proposals: GroupView['proposals'], address: string | null): GroupView => ({
  ...briefOf(group, sight),
  proposals,
  texts: textsOf(group, sight, address),
})

export const list: Actions['list'] = async ({ all }, act) => {
  const found = await groups(act.db, act.desk.id, all ? act.at.subtract(settledShown) : null)
  act.looked(found.map(labelled))
  const out = found.filter(({ state }) => state === 'out')
  const sight = await seeing(act, found, out)
  return { groups: found.map((group) => briefOf(group, sight(group))) }
}

export const show: Actions['show'] = async ({ groupId }, act) => {
  const group = await groupFor(act, groupId)
  return isRefused(group) ? group : { group: await viewOf(act, group) }
}
