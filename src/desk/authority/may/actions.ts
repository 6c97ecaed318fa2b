import type { Act } from '../../act.ts'
import { type Area, areas } from '../../operation.ts'
import { operations } from '../../registry.ts'
import { mayPerform } from '../board/model.ts'
import { members } from '../queries.ts'

type May = {
  readonly asks: string[]
  readonly never: string[]
  readonly who: Record<string, string[]>
  readonly areas: Record<string, Area>
}

const mostNamed = 3

/** What whoever acts may only ask for, and what not even that, by operation; and who may do it instead. */
export async function mayOf(act: Act): Promise<May> {
  const changes = [...operations.values()].filter(({ effect }) => effect !== 'read')
  const held = changes.map((operation) => ({ operation, may: mayPerform(act.member, operation).may }))
  const short = held.filter(({ may }) => may !== 'yes')
  const named = (may: string) => short.filter((one) => one.may === may).map(({ operation }) => operation.name)
  return {
    asks: named('propose'),
    never: named('no'),
    who: short.length === 0 ? {} : await whoMay(act),
    areas: Object.fromEntries(short.map(({ operation }) => [operation.name, operation.area])),
  }
}

/** Humans who may do by themselves what belongs to an area, by name. */
async function whoMay(act: Act): Promise<Record<string, string[]>> {
  const seats = (await members(act.db, act.desk.id)).filter(
    ({ kind, left_at, frozen_at }) => kind !== 'agent' && kind !== 'desk' && left_at === null && frozen_at === null,
  )
  const first = seats.toSorted((a, b) => Number(b.kind === 'executive') - Number(a.kind === 'executive'))
  const mayIn = (area: Area) =>
    first.filter(({ kind, board }) => kind === 'executive' || ['act', 'tell'].includes(board.areas[area]))
  return Object.fromEntries(
    areas.map((area) => [
      area,
      mayIn(area)
        .slice(0, mostNamed)
        .map(({ name }) => name),
    ]),
  )
}
