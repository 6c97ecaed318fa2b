import { type Act, isRefused, type Refused, refuse } from '../../../act.ts'
import { closeDoorOf, openDoor } from '../../../authority/queries.ts'
import { type ActionsFor, final } from '../../../registry.ts'
import { maySeeCard } from '../../emergency/actions.ts'
import { entryOf } from '../../entering/actions.ts'
import type { TripView } from '../../model.ts'
import { tripFor, tripViewOf } from '../../showing/actions.ts'
import type { Trip } from '../../trips/model.ts'
import type { itineraryContract } from '../contract.ts'
import { brokenOf } from '../holding/actions.ts'
import { linkViewOf, stateOf } from '../listing/actions.ts'
import { chosenOnly, isMore, lists } from '../lists/model.ts'
import { type ItineraryView, type WantedFor, wholeText } from '../model.ts'
import { openlySaid, pageOf, versionOf } from '../page/actions.ts'
import { addLink, type Link, linkById, linksOf, replaceLinks, setShown, withdraw } from '../queries.ts'
import { amountWords, brokenWords, noLinkWords, readerWords } from '../words.ts'

type Actions = ActionsFor<typeof itineraryContract>['itinerary']

/** How long after the last day of a trip an address still shows it. */
const keptDays = 30

/** What cannot be given out as it was chosen. */
function misfit(trip: TripView, wanted: WantedFor): Refused | null {
  const kinds = lists[wanted.for]
  const known = new Map(trip.segments.map((one) => [one.id, one]))
  for (const [n, id] of wanted.segments.entries()) {
    const segment = known.get(id)
    if (!segment) return refuse('not-there', 'That is no part of this trip.', [id], `segments.${n}`)
    if (kinds[segment.kind] === undefined)
      return refuse('bad-input', `“${segment.title}” is nothing ${readerWords[wanted.for]}.`, [id], `segments.${n}`)
  }
  if (!chosenOnly.has(wanted.for) || wanted.segments.length > 0) return null
  return refuse('bad-input', noLinkWords[wanted.for === 'driver' ? 'driver' : 'host'], [], 'segments')
}

/** Null where a page may leave; else why not. Whether it leaves because somebody let it go. */
async function leaving(
  act: Act,
  page: ItineraryView,
  trip: TripView,
  to: string,
): Promise<{ released: boolean } | Refused> {
  const text = wholeText(page)
  if (text === '') return { released: false }
  const no = await act.mayLeave(text, { to, trip: trip.id }, 'to')
  if (no) return no
  const [gives = false] = await act.giveAway([text], await openlySaid(act, trip, to))
  return { released: gives }
}

const untilOf = (act: Act, { lastOn }: Trip): Temporal.Instant =>
  Temporal.PlainDate.from(lastOn)
    .add({ days: keptDays + 1 })
    .toZonedDateTime(act.desk.zone)
    .toInstant()

/** The secret address of a link; only the hash of its token is kept. */
async function openAddress(act: Act, { id, until }: Link): Promise<string> {
  const token = act.newToken()
  const hash = Buffer.from(act.hash(token), 'hex')
  await openDoor(act.db, { hash, way: 'itinerary', desk: act.desk.id, item: id, at: act.at, until })
  return `${act.url}/i/${token}`
}

export const preview: Actions['preview'] = async ({ tripId, ...wanted }, act) => {
  const trip = await tripFor(act, tripId)
  if (isRefused(trip)) return trip
  const page = await versionOf(act, await tripViewOf(act, trip), wanted)
  const broken = wanted.shows === 'nothing' ? [] : await brokenOf(act, trip)
  return { page, text: wholeText(page), broken }
}

export const issue: Actions['issue'] = async ({ tripId, to, emergency, anyway, ...wanted }, act) => {
  const trip = await tripFor(act, tripId)
  if (isRefused(trip)) return { refused: { ...trip.refused, path: 'tripId' } }
  const until = untilOf(act, trip)
  if (Temporal.Instant.compare(until, act.at) <= 0)
    return refuse('moved-on', 'That trip was over a month ago.', [tripId])
  const view = await tripViewOf(act, trip)
  const no =
    misfit(view, wanted) ?? noEmergency(act, emergency, wanted) ?? (anyway ? null : await notYet(act, trip, wanted))
  if (no) return no
  const page = await versionOf(act, view, wanted)
  const left = await leaving(act, page, view, to)
  if (isRefused(left)) return left
  const [newest] = await linksOf(act.db, act.desk.id, tripId)
  const { segments, reach, needs } = wanted
  const link: Link = {
    ...{ id: act.newId(), tripId, number: (newest?.number ?? 0) + 1, reader: wanted.for, shows: wanted.shows },
    ...{ terms: { to, segments, reach, needs, emergency }, page, ...left },
    ...{ issuedAt: act.at, issuedBy: act.member.id, until, withdrawnAt: null, replacedAt: null },
  }
  await addLink(act.db, act.desk.id, link)
  const replaced = await replaceLinks(act.db, act.desk.id, link)
  const address = await openAddress(act, link)
  return {
    output: { link: await linkViewOf(act, view, link), address },
    entry: {
      ...entryOf(act, trip, {
        items: [link.id, ...replaced.map(({ id }) => id)],
        values: { ...told(trip, link), replaced: replaced.length },
        why: anyway?.reason ?? null,
      }),
      undo: final('itinerary.issue'),
    },
  }
}

/** Nobody is told of a trip as if it held together while it does not: it is put right first, or somebody says why it goes out. */
async function notYet(act: Act, trip: Trip, { shows }: WantedFor): Promise<Refused | null> {
  const broken = shows === 'nothing' ? [] : await brokenOf(act, trip)
  return broken.length === 0 ? null : refuse('bad-input', brokenWords(broken), [trip.id], 'anyway')
}

/** Only who may read what is on file for an emergency gives it out, and only to those it is of use to. */
function noEmergency(act: Act, emergency: boolean, wanted: WantedFor): Refused | null {
  if (!emergency) return null
  if (chosenOnly.has(wanted.for) || wanted.shows !== 'full')
    return refuse('bad-input', noLinkWords.emergency, [], 'emergency')
  return maySeeCard(act) ? null : refuse('not-yours', noLinkWords.card, [], 'emergency')
}

const told = ({ terms }: Trip, { terms: { to, emergency }, reader, shows }: Link) => ({
  title: terms.title,
  to,
  reader: readerWords[reader],
  shows: amountWords[shows],
  emergency,
})

type Found = { readonly link: Link; readonly trip: Trip; readonly view: TripView }

/** A link whoever acts may know of, with its trip. */
export async function linkFor(act: Act, id: string): Promise<Found | Refused> {
  const link = await linkById(act.db, act.desk.id, id)
  const trip = link && (await tripFor(act, link.tripId))
  if (!link || !trip || isRefused(trip)) return refuse('not-there', noLinkWords.none, [id], 'id')
  return { link, trip, view: await tripViewOf(act, trip) }
}

const notOut = (act: Act, link: Link): Refused | null => {
  const state = stateOf(link, act.at)
  if (state === 'out') return null
  return refuse('moved-on', noLinkWords[state], [link.id], 'id')
}

export const shows: Actions['shows'] = async ({ id, shows: amount }, act) => {
  const found = await linkFor(act, id)
  if (isRefused(found)) return found
  const { link, trip, view } = found
  const no = notOut(act, link)
  if (no) return no
  if (link.shows === amount) return refuse('moved-on', 'That much is shown already.', [id], 'shows')
  const page = await pageOf(act, view, { ...link, shows: amount })
  const left = isMore(amount, link.shows) ? await leaving(act, page, view, link.terms.to) : { released: link.released }
  if (isRefused(left)) return left
  const after = { ...link, shows: amount, page, ...left }
  await setShown(act.db, act.desk.id, after)
  return {
    output: { link: await linkViewOf(act, view, after) },
    entry: {
      ...entryOf(act, trip, { items: [id], values: told(trip, after) }),
      undo: isMore(amount, link.shows)
        ? final('itinerary.shows', 'more')
        : { operation: 'itinerary.shows', input: { id, shows: link.shows } },
    },
  }
}

export const revoke: Actions['revoke'] = async ({ id }, act) => {
  const found = await linkFor(act, id)
  if (isRefused(found)) return found
  const { link, trip, view } = found
  if (link.withdrawnAt !== null) return refuse('moved-on', noLinkWords.withdrawn, [id], 'id')
  await withdraw(act.db, act.desk.id, id, act.at)
  await closeDoorOf(act.db, act.desk.id, id, act.at)
  return {
    output: { link: await linkViewOf(act, view, { ...link, withdrawnAt: act.at }) },
    entry: { ...entryOf(act, trip, { items: [id], values: told(trip, link) }), undo: final('itinerary.revoke') },
  }
}
