import { type Act, type Json, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { workContract } from '../contract.ts'
import { checksFrom, type StandardView } from './model.ts'
import { addStandard, endStandard, standardOf, standards } from './queries.ts'

type Actions = ActionsFor<typeof workContract>['standard']

const list: Actions['list'] = async (_input, act) => ({ standards: await standards(act.db, act.desk.id) })

const undo = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })
const said = ({ checks }: StandardView): Json => checks.map(({ words }) => words)

/** Saved by its kind, so that saying it twice is no second standard. */
const save: Actions['save'] = async ({ kind, checks, version }, act) => {
  const before = await standardOf(act.db, act.desk.id, kind)
  if (version !== undefined && version !== (before?.version ?? 0))
    return before
      ? refuse('moved-on', `The standard for “${before.kind}” was changed since you opened it.`, [before.id], 'version')
      : refuse('moved-on', 'This standard was removed since you opened it.', [], 'version')
  const after: StandardView = {
    id: before?.id ?? act.newId(),
    kind,
    version: (before?.version ?? 0) + 1,
    checks: checksFrom(checks, before?.checks ?? [], act.newId),
  }
  if (before) await endStandard(act.db, act.desk.id, before.id, { entry: act.entry, at: act.at })
  await addStandard(act.db, act.desk.id, after, { entry: act.entry, at: act.at })
  return {
    output: { standard: after },
    entry: {
      items: [after.id],
      values: { kind, count: after.checks.length, isNew: !before },
      ...(before && { before: said(before) }),
      after: said(after),
      undo: undo(act),
    },
  }
}

const remove: Actions['remove'] = async ({ kind }, act) => {
  const before = await standardOf(act.db, act.desk.id, kind)
  if (!before) return refuse('not-there', 'There is no standard for that kind of work.', [], 'kind')
  await endStandard(act.db, act.desk.id, before.id, { entry: act.entry, at: act.at })
  return {
    output: {},
    entry: { items: [before.id], values: { kind: before.kind }, before: said(before), undo: undo(act) },
  }
}

export const standardActions: Actions = { list, save, remove }
