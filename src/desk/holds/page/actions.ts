import { zoneOf } from '../../../plan/zone.ts'
import { isRefused, refuse } from '../../act.ts'
import { closeDoorOf } from '../../authority/queries.ts'
import type { ActionsFor } from '../../registry.ts'
import type { holdsContract } from '../contract.ts'
import type { Group } from '../group/model.ts'
import { groupFor, now } from '../keeping/actions.ts'
import { viewOf } from '../showing/actions.ts'
import { openPage } from './address.ts'
import { pageOf } from './model.ts'

type Actions = ActionsFor<typeof holdsContract>['hold']

const told = ({ id, terms }: Group, none: string) => ({
  items: [id],
  values: { to: terms.to.name, title: terms.meeting.title },
  undo: { none },
})

export const page: Actions['page'] = async ({ groupId }, act) => {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return group
  const address = await openPage(act, group)
  return {
    output: { group: await viewOf(act, group, address), address },
    entry: told(group, 'Close the address instead.'),
  }
}

export const shut: Actions['shut'] = async ({ groupId }, act) => {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return group
  await closeDoorOf(act.db, act.desk.id, groupId, act.at)
  return {
    output: { group: await viewOf(act, group) },
    entry: told(group, 'A closed address stays closed; make another.'),
  }
}

export const preview: Actions['preview'] = async ({ groupId, zone }, act) => {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return group
  if (zone !== undefined && !zoneOf(zone)) return refuse('bad-input', `There is no zone called ${zone}.`, [], 'zone')
  const { by, behalf } = group.terms
  const page = pageOf(group, { zone: act.desk.zone, at: now(act) }, zone ?? null)
  return { page: { ...page, absence: await act.absenceOf([by, behalf]) } }
}
