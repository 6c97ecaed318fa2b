import { type Act, isRefused, refuse } from '../../act.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import { people } from '../../people/queries.ts'
import { seenBy } from '../../people/showing/actions.ts'
import type { ActionsFor } from '../../registry.ts'
import { asOfWords, privateIn } from '../itinerary/page/actions.ts'
import type { TripView } from '../model.ts'
import { tripFor, tripViewOf } from '../showing/actions.ts'
import type { emergencyContract } from './contract.ts'
import { type CardDraft, type EmergencyView, emergencyFor, noCard, type Papers } from './model.ts'
import { cardToday, saveCard } from './queries.ts'

type Actions = ActionsFor<typeof emergencyContract>

/** Whether what is on file for an emergency is for whoever acts: insurance and next of kin are private. */
export const maySeeCard = (act: Act): boolean => maySee('private', readerOf(act))

const notYours = refuse('not-yours', 'What is on file for an emergency is for those who see everything private.')

/** Papers of the travellers of a trip, by name: nobody has said which there are. */
const papersFor = async (_act: Act, _trip: TripView): Promise<Papers> => new Map()

/** Next of kin, in their order, with the number that is on file with them. */
async function kinOf(act: Act, ids: readonly string[]): Promise<EmergencyView['kin']> {
  if (ids.length === 0) return []
  const known = new Map((await people(act.db, act.desk.id)).map((one) => [one.id, one]))
  const mayKnow = seenBy(act)
  return ids.flatMap((id) => {
    const person = known.get(id)
    if (!person || !mayKnow(person.label)) return []
    act.looked([person])
    return [{ name: person.name, words: person.ways.phone === '' ? null : person.ways.phone }]
  })
}

/** The sheet of a trip: for whoever acts, or as it leaves by an address. */
export async function sheetOf(act: Act, trip: TripView, whose: 'own' | 'outside'): Promise<EmergencyView> {
  const card = (await cardToday(act.db, act.desk.id))?.terms ?? null
  const isHidden = whose === 'outside' || !maySee('private', readerOf(act))
  return emergencyFor(trip, {
    card,
    papers: await papersFor(act, trip),
    kin: await kinOf(act, card?.kin ?? []),
    countries: trip.entries,
    hidden: isHidden ? await privateIn(act, trip) : new Set(),
    asOf: asOfWords(act),
  })
}

const show: Actions['emergency']['show'] = async ({ tripId }, act) => {
  const found = await tripFor(act, tripId)
  if (isRefused(found)) return found
  return { sheet: await sheetOf(act, await tripViewOf(act, found), 'own') }
}

const card: Actions['emergency']['card'] = async (_, act) => {
  if (!maySeeCard(act)) return notYours
  const found = await cardToday(act.db, act.desk.id)
  if (found) act.looked([{ id: found.id, label: 'private' }])
  return { card: { ...(found?.terms ?? noCard), version: found?.version ?? 0 } }
}

const keep: Actions['emergency']['keep'] = async ({ version, set }, act) => {
  if (!maySeeCard(act)) return notYours
  const before = await cardToday(act.db, act.desk.id)
  if (version !== undefined && version !== (before?.version ?? 0))
    return refuse('moved-on', 'It was changed since you looked; here is how it is now.', [], 'version')
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return refuse('bad-input', 'Nothing was given to change.', [], 'set')
  const terms: CardDraft = { ...(before?.terms ?? noCard), ...given }
  const known = new Set((await people(act.db, act.desk.id)).map(({ id }) => id))
  const gone = terms.kin.findIndex((id) => !known.has(id))
  if (gone !== -1) return refuse('not-there', 'The desk knows no such person.', [], `set.kin.${gone}`)
  const kept = await saveCard(
    act.db,
    act.desk.id,
    { id: before?.id ?? act.newId(), terms },
    { at: act.at, entry: act.entry },
  )
  return {
    output: { card: { ...kept.terms, version: kept.version } },
    entry: {
      items: [kept.id],
      private: [kept.id],
      values: { what: Object.keys(given) },
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}

export const emergencyActions: Actions = { emergency: { show, card, keep } }
