import { type Act, type Done, type Entry, isRefused, type Refused, refuse } from '../../../act.ts'
import type { ActionsFor } from '../../../registry.ts'
import type { travellerContract } from '../contract.ts'
import { opened, reinstate, resealed, seal } from '../keeping/actions.ts'
import type { Loyalty, LoyaltyView } from '../model.ts'
import { endRow, keepLoyalty, loyalties } from '../queries.ts'
import { loyaltyViewOf, type Somebody, sealedOf, seesPrivate, somebody } from '../showing/actions.ts'
import { noWords, whoseWords } from '../words.ts'

type Actions = ActionsFor<typeof travellerContract>['loyalty']
type Answer = Done<{ loyalty: LoyaltyView }> | Refused

/** A programme of somebody whom whoever acts may know of. */
async function cardOf(act: Act, id: string): Promise<{ card: Loyalty; who: Somebody } | Refused> {
  const card = (await loyalties(act.db, act.desk.id)).find((one) => one.id === id)
  const who = card && (await somebody(act, card.personId))
  return !card || !who || isRefused(who) ? refuse('not-there', noWords.loyalty, [], 'id') : { card, who }
}

const told = async (act: Act, card: Loyalty) => ({ loyalty: loyaltyViewOf(card, await sealedOf(act, [card])) })

const kept = ({ provider, tier, notes }: Loyalty) => ({ provider, tier, notes })

const entryOf = (card: Loyalty, who: Somebody, more: Pick<Entry, 'undo' | 'before' | 'after'>, number = ''): Entry => ({
  items: [card.id, ...(card.personId === null ? [] : [card.personId])],
  values: { whose: whoseWords(who.name), provider: card.provider, number },
  ...(who.isPrivate && { private: [card.id] }),
  ...more,
})

const noSight = refuse('not-yours', noWords.sight, [], 'number')

const add: Actions['add'] = async ({ personId, number, ...draft }, act): Promise<Answer> => {
  const who = await somebody(act, personId)
  if (isRefused(who)) return who
  if (number !== null && !seesPrivate(act)) return noSight
  const sealed = number === null ? null : await seal(act, number)
  const card = await keepLoyalty(
    act.db,
    act.desk.id,
    { ...draft, id: act.newId(), version: 0, personId, number: sealed },
    act,
  )
  const undo = { operation: 'loyalty.remove', input: { id: card.id } }
  return { output: await told(act, card), entry: entryOf(card, who, { after: kept(card), undo }) }
}

const edit: Actions['edit'] = async ({ id, version, set }, act): Promise<Answer> => {
  const found = await cardOf(act, id)
  if (isRefused(found)) return found
  const { card: before, who } = found
  if (version !== undefined && version !== before.version)
    return refuse('moved-on', 'This programme was changed since you opened it.', [id], 'version')
  const { number, ...rest } = set
  if (number !== undefined && !seesPrivate(act)) return noSight
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const row = {
    ...before,
    ...(said as Partial<Loyalty>),
    number: await resealed(act, before.number, number),
  }
  const card = await keepLoyalty(act.db, act.desk.id, row, act)
  const more = { before: kept(before), after: kept(card), undo: reinstate(act) }
  const how = number === undefined ? '' : number === null ? 'none' : 'new'
  return { output: await told(act, card), entry: entryOf(card, who, more, how) }
}

/** Its number is forgotten for good. */
const remove: Actions['remove'] = async ({ id }, act) => {
  const found = await cardOf(act, id)
  if (isRefused(found)) return found
  const { card, who } = found
  await endRow(act.db, 'desk.loyalty', act.desk.id, id, act)
  if (card.number !== null) await act.secrets.drop(card.number)
  return { output: {}, entry: entryOf(card, who, { before: kept(card), undo: reinstate(act) }) }
}

const number: Actions['number'] = async ({ id }, act) => {
  const found = await cardOf(act, id)
  if (isRefused(found)) return found
  return seesPrivate(act) ? opened(act, id, found.card.number) : noSight
}

export const loyaltyActions: Actions = { add, edit, remove, number }
