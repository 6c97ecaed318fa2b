import { type Act, isRefused, refuse } from '../../act.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import { people } from '../../people/queries.ts'
import { seenBy } from '../../people/showing/actions.ts'
import type { ActionsFor } from '../../registry.ts'
import { asOfWords, privateIn } from '../itinerary/page/actions.ts'
import { dateWords } from '../itinerary/words.ts'
import type { TripView } from '../model.ts'
import { tripFor, tripViewOf } from '../showing/actions.ts'
import { opened } from '../traveller/keeping/actions.ts'
import { type Paper, privately } from '../traveller/model.ts'
import { papers } from '../traveller/queries.ts'
import { mayReadPaper, seesPrivate } from '../traveller/showing/actions.ts'
import { countryWords } from '../traveller/words.ts'
import type { emergencyContract } from './contract.ts'
import { type CardDraft, type EmergencyView, emergencyFor, noCard, type PapersOf } from './model.ts'
import { cardToday, saveCard } from './queries.ts'

type Actions = ActionsFor<typeof emergencyContract>

/** Whether what is on file for an emergency is for whoever acts: insurance and next of kin are private. */
export const maySeeCard = (act: Act): boolean => maySee('private', readerOf(act))

const notYours = refuse('not-yours', 'What is on file for an emergency is for those who see everything private.')

type Whose = 'own' | 'outside'
type OnSheet = NonNullable<ReturnType<PapersOf>>[number]

/** A paper as it stands on the sheet; its number for those alone who see everything private, and on nothing that leaves. */
async function onSheet(act: Act, paper: Paper, whose: Whose): Promise<OnSheet> {
  const { id, kind, country, until } = paper
  act.looked([privately(id)])
  const found =
    whose === 'own' && paper.number !== null && seesPrivate(act) ? await opened(act, id, paper.number) : null
  return {
    kind,
    country: country && countryWords(country),
    until: until && dateWords(until),
    number: found && !isRefused(found) ? found.number : null,
  }
}

/** Papers of travellers that whoever acts may read; of somebody who is only a name there are none. */
async function papersOf(act: Act, { travellers }: TripView, whose: Whose): Promise<PapersOf> {
  const whom = new Set(travellers.flatMap(({ executive, personId }) => (executive ? [null] : (personId ?? []))))
  const all = (await papers(act.db, act.desk.id)).filter((one) => whom.has(one.personId) && mayReadPaper(act, one))
  const told = new Map<string | null, OnSheet[]>()
  for (const paper of all)
    told.set(paper.personId, [...(told.get(paper.personId) ?? []), await onSheet(act, paper, whose)])
  return ({ personId, executive }) =>
    (executive ? told.get(null) : personId === null ? null : told.get(personId)) ?? null
}

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
export async function sheetOf(act: Act, trip: TripView, whose: Whose): Promise<EmergencyView> {
  const card = (await cardToday(act.db, act.desk.id))?.terms ?? null
  const isHidden = whose === 'outside' || !maySee('private', readerOf(act))
  return emergencyFor(trip, {
    card,
    papers: await papersOf(act, trip, whose),
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
