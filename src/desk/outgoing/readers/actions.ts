import type { Known } from '../../../plan/leak/find.ts'
import type { Act } from '../../act.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { headOf } from '../../calendar/series/model.ts'
import { groupById, pagesOf } from '../../holds/keeping/queries.ts'
import { partiesOfFinding } from '../../rules/findings/actions.ts'
import type { Addressed } from '../model.ts'
import { openWordsOfTrip, partOfTrip, partyOf } from '../queries.ts'
import { knownByOffer, pageMayShow } from '../shown/actions.ts'

/** Everybody who signs or is written for: their names are no news. */
const ours = (act: Act): string[] => [act.desk.executive, ...(act.member.kind === 'desk' ? [] : [act.member.name])]

/**
 * What those a text is for know already, from the desk's own record and never from what whoever asks says of them: of an
 * offer their names, what they wrote and what their page shows them; of a finding the meeting they take part in, or what they
 * owe or are owed; of a promise that promise; of a part of a trip what they hold of it; of a trip what it
 * says openly.
 */
export async function knownBy(
  act: Act,
  { to, offer, finding, commitment, event, segment, trip }: Addressed,
): Promise<Known> {
  const nothing = { names: ours(act), wrote: [], told: [], items: [] }
  if (offer !== undefined) return byOffer(act, offer, nothing)
  if (commitment !== undefined) return byPromise(act, commitment, nothing)
  if (segment !== undefined) return bySegment(act, segment, to, nothing)
  if (trip !== undefined) return { ...nothing, told: await openWordsOfTrip(act.db, act.desk.id, trip) }
  if (event !== undefined) return byMeeting(act, event, [to], nothing)
  return finding === undefined ? nothing : byFinding(act, finding, to, nothing)
}

/** Of what is due only that is known which is theirs: several may stand in one finding. */
async function byFinding(act: Act, fingerprint: string, to: string, nothing: Known): Promise<Known> {
  const { events, dues } = await partiesOfFinding(act, fingerprint)
  const theirs = dues.filter(({ name, address }) => name === to || (address !== null && address === to))
  const known = await byEvents(act, events, nothing)
  return {
    ...known,
    names: [...known.names, ...theirs.map(({ name }) => name)],
    reader: theirs.map(({ name }) => name),
    items: theirs.map(({ id }) => id),
  }
}

/** The other side knows what is promised, and the meeting it was said in where they took part. */
async function byPromise(act: Act, id: string, nothing: Known): Promise<Known> {
  const party = await partyOf(act.db, act.desk.id, id)
  if (!party) return nothing
  const knows = { ...nothing, names: [...nothing.names, party.name], reader: [party.name], items: [id] }
  if (party.event === null) return knows
  return byMeeting(act, party.event, [party.name, party.address ?? party.name], knows)
}

/** Whoever holds a part of a trip, or is expected at it, knows that part: who travels, when and where. Nobody else does. */
async function bySegment(act: Act, id: string, to: string, nothing: Known): Promise<Known> {
  const part = await partOfTrip(act.db, act.desk.id, id)
  if (!part?.parties.includes(to)) return nothing
  return { ...nothing, names: [...nothing.names, ...part.names], reader: [to], items: [id, ...part.events] }
}

async function byOffer(act: Act, id: string, nothing: Known): Promise<Known> {
  const group = await groupById(act.db, act.desk.id, id)
  if (!group) return nothing
  const { title, place } = group.terms.meeting
  const isTold = (await pagesOf(act.db, act.desk.id, [id], act.at)).has(id) && (await pageMayShow(act, group))
  const known = knownByOffer(group)
  return { ...known, names: [...nothing.names, ...known.names], told: isTold ? [title, place ?? ''] : [] }
}

/** Only where it is for somebody who takes part in it. */
async function byMeeting(act: Act, id: string, to: readonly string[], nothing: Known): Promise<Known> {
  const people = (await eventsById(act.db, act.desk.id, [id])).flatMap(({ parts }) =>
    parts.flatMap((part) => part.people),
  )
  const takesPart = people.some(({ name, address }) => (name !== null && to.includes(name)) || to.includes(address))
  return takesPart ? byEvents(act, [id], nothing) : nothing
}

/** Whoever is invited to a meeting knows what it is called, where it is and who comes. */
async function byEvents(act: Act, ids: readonly string[], nothing: Known): Promise<Known> {
  const parts = (await eventsById(act.db, act.desk.id, ids)).map(headOf)
  return {
    ...nothing,
    names: [...nothing.names, ...parts.flatMap(({ people }) => people.map(({ name, address }) => name ?? address))],
    told: parts.filter(({ people }) => people.length > 0).flatMap(({ title, place }) => [title, place?.name ?? '']),
  }
}
