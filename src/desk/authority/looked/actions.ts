import { refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { sightOf } from '../board/model.ts'
import type { authorityContract } from '../contract.ts'
import { lookedAt } from './queries.ts'
import { lookWords } from './words.ts'

type Actions = ActionsFor<Pick<typeof authorityContract, 'looked'>>

const list: Actions['looked']['list'] = async ({ item, limit }, act) => {
  const { kind, board } = act.member
  if (kind !== 'executive' && sightOf(board) < 4)
    return refuse('not-yours', 'Only who sees everything sees who looked.', [item])
  const found = await lookedAt(act.db, act.desk.id, item, limit + 1)
  return {
    looked: found.slice(0, limit).map((one) => {
      const hour = one.hour.toZonedDateTimeISO(act.desk.zone)
      const words = lookWords(one.name, one.kind, hour)
      return { name: one.name, kind: one.kind, hour: hour.toString({ smallestUnit: 'second' }), words }
    }),
    more: found.length > limit,
  }
}

export const lookedActions: Actions = { looked: { list } }
