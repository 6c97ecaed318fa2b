import { type Entry, isRefused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { travellerContract } from './contract.ts'
import { reinstate } from './keeping/actions.ts'
import { loyaltyActions } from './loyalty/actions.ts'
import { paperActions } from './papers/actions.ts'
import { keepPassport, passports } from './queries.ts'
import { list, show, somebody, travellerOf } from './showing/actions.ts'
import { wishActions } from './wishes/actions.ts'
import { whoseWords } from './words.ts'

type Actions = ActionsFor<typeof travellerContract>

const edit: Actions['traveller']['edit'] = async ({ personId, version, passportName }, act) => {
  const who = await somebody(act, personId)
  if (isRefused(who)) return who
  const [before] = await passports(act.db, act.desk.id, personId)
  if (version !== undefined && version !== (before?.version ?? 0))
    return refuse('moved-on', 'The name in the passport was changed since you opened it.', [], 'version')
  const row = { id: before?.id ?? act.newId(), version: 0, personId, passportName }
  const { id } = await keepPassport(act.db, act.desk.id, row, act)
  const entry: Entry = {
    items: [id, ...(personId === null ? [] : [personId])],
    values: { whose: whoseWords(who.name), passportName: passportName ?? '' },
    ...(who.isPrivate && { private: [id] }),
    before: { passportName: before?.passportName ?? null },
    after: { passportName },
    undo: reinstate(act),
  }
  return { output: { traveller: await travellerOf(act, who) }, entry }
}

export const travellerActions: Actions = {
  traveller: { list, show, edit },
  paper: paperActions,
  loyalty: loyaltyActions,
  wish: wishActions,
}
