import { zoneOf } from '../../../plan/zone.ts'
import { isRefused, refuse } from '../../act.ts'
import { closeDoorOf } from '../../authority/queries.ts'
import { type ActionsFor, final } from '../../registry.ts'
import type { holdsContract } from '../contract.ts'
import { type Group, readerOf } from '../group/model.ts'
import { groupFor, now } from '../keeping/actions.ts'
import { viewOf } from '../showing/actions.ts'
import { openPage } from './address.ts'
import { onPage, pageOf } from './model.ts'

type Actions = ActionsFor<typeof holdsContract>['hold']

const told = ({ id, terms }: Group, operation: 'hold.page' | 'hold.shut') => ({
  items: [id],
  values: { to: terms.to.name, title: terms.meeting.title },
  undo: final(operation),
})

export const page: Actions['page'] = async ({ groupId }, act) => {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return group
  const no = await act.mayLeave(onPage(group.terms.meeting), { to: readerOf(group), offer: group.id }, 'groupId')
  if (no) return no
  const address = await openPage(act, group)
  return {
    output: { group: await viewOf(act, group, address), address },
    entry: told(group, 'hold.page'),
  }
}

export const shut: Actions['shut'] = async ({ groupId }, act) => {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return group
  await closeDoorOf(act.db, act.desk.id, groupId, act.at)
  return {
    output: { group: await viewOf(act, group) },
    entry: told(group, 'hold.shut'),
  }
}

export const preview: Actions['preview'] = async ({ groupId, zone }, act) => {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return group
  if (zone !== undefined && !zoneOf(zone)) return refuse('bad-input', `There is no zone called ${zone}.`, [], 'zone')
  act.looked([group])
  const { by, behalf } = group.terms
  const page = pageOf(group, { zone: act.desk.zone, at: now(act) }, zone ?? null)
  return { page: { ...page, absence: await act.absenceOf([by, behalf]) } }
}
