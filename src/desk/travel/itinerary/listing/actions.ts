import { type Act, isRefused } from '../../../act.ts'
import { members } from '../../../authority/queries.ts'
import type { ActionsFor } from '../../../registry.ts'
import { zonedIn } from '../../../shapes.ts'
import type { TripView } from '../../model.ts'
import { tripFor, tripViewOf } from '../../showing/actions.ts'
import type { itineraryContract, LinkView } from '../contract.ts'
import { changedSince, wantedFor } from '../model.ts'
import { ownVersionOf, pageOf } from '../page/actions.ts'
import { type Link, linksOf } from '../queries.ts'
import { linkStateWords } from '../words.ts'

type Actions = ActionsFor<typeof itineraryContract>['itinerary']

/** How an address stands at an instant. */
export const stateOf = ({ withdrawnAt, replacedAt, until }: Link, at: Temporal.Instant): LinkView['state'] => {
  if (withdrawnAt !== null) return 'withdrawn'
  if (replacedAt !== null) return 'replaced'
  return Temporal.Instant.compare(until, at) <= 0 ? 'over' : 'out'
}

const at = (act: Act, when: Temporal.Instant): string => zonedIn(when, act.desk.zone)

type Names = ReadonlyMap<string, string>
const namesAt = async (act: Act): Promise<Names> =>
  new Map((await members(act.db, act.desk.id)).map(({ id, name }) => [id, name]))

async function view(act: Act, trip: TripView, link: Link, names: Names): Promise<LinkView> {
  const state = stateOf(link, act.at)
  const ended = link.withdrawnAt ?? link.replacedAt ?? (state === 'over' ? link.until : null)
  return {
    id: link.id,
    tripId: link.tripId,
    number: link.number,
    for: link.reader,
    to: link.terms.to,
    shows: link.shows,
    segments: [...link.terms.segments],
    reach: link.terms.reach,
    needs: link.terms.needs,
    emergency: link.terms.emergency,
    state,
    stateWords: linkStateWords(state, ended && at(act, ended)),
    issuedAt: at(act, link.issuedAt),
    issuedBy: names.get(link.issuedBy) ?? 'Somebody',
    changed: state === 'out' ? changedSince(link.page, await pageOf(act, trip, link)) : [],
  }
}

export const linkViewOf = async (act: Act, trip: TripView, link: Link): Promise<LinkView> =>
  view(act, trip, link, await namesAt(act))

export const list: Actions['list'] = async ({ tripId }, act) => {
  const found = await tripFor(act, tripId)
  if (isRefused(found)) return found
  const trip = await tripViewOf(act, found)
  const names = await namesAt(act)
  const links: LinkView[] = []
  for (const link of await linksOf(act.db, act.desk.id, tripId)) links.push(await view(act, trip, link, names))
  return { links }
}

export const read: Actions['read'] = async ({ tripId, for: reader }, act) => {
  const found = await tripFor(act, tripId)
  if (isRefused(found)) return found
  const trip = await tripViewOf(act, found)
  return { page: await ownVersionOf(act, trip, wantedFor.parse({ for: reader })), zone: act.desk.zone }
}
