import type { AskedOf } from '../../act.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import type { ActionsFor } from '../../registry.ts'
import type { commitmentsContract } from './contract.ts'
import { commitmentById } from './queries.ts'
import { breakIt, forgive, keep, renegotiate, reopen } from './settling/actions.ts'
import { list, show, understand } from './showing/actions.ts'
import { add, capture, chase, edit } from './writing/actions.ts'

export const commitmentsActions: ActionsFor<typeof commitmentsContract> = {
  commitment: { list, show, understand, capture, add, edit, keep, break: breakIt, renegotiate, forgive, reopen, chase },
}

/** A promise that is private is not there for whoever may not see it. */
const aboutOne: AskedOf = async ({ id }: { id: string }, act) => {
  const one = await commitmentById(act.db, act.desk.id, id)
  return one && !maySee(one.label, readerOf(act)) ? { unknown: true } : {}
}

const changed = ['edit', 'keep', 'break', 'renegotiate', 'forgive', 'reopen', 'chase']

/** What limits need to know of promises. */
export const commitmentsAsked: { readonly [operation: string]: AskedOf } = Object.fromEntries(
  changed.map((verb) => [`commitment.${verb}`, aboutOne]),
)
