import type { Act, Repeated } from '../../../act.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import { openWordsOfTrip, privateAmong } from '../../../outgoing/queries.ts'
import { zonedIn } from '../../../shapes.ts'
import type { TripView } from '../../model.ts'
import { type ItineraryView, textsOf, versionFor, type WantedFor, wholeText, withoutSecrets } from '../model.ts'
import type { Link } from '../queries.ts'
import { zonedWords } from '../words.ts'

export const asOfWords = (act: Act): string => zonedWords(zonedIn(act.at, act.desk.zone))

/** Segments that stand for something private, though their trip is not. */
export async function privateIn(act: Act, trip: TripView): Promise<ReadonlySet<string>> {
  if (trip.label === 'private') return new Set()
  const events = trip.segments.flatMap(({ eventId }) => eventId ?? [])
  if (events.length === 0) return new Set()
  const found = new Set(await act.asDesk(() => privateAmong(act.db, act.desk.id, events)))
  return new Set(trip.segments.flatMap(({ id, eventId }) => (eventId !== null && found.has(eventId) ? [id] : [])))
}

/** What somebody outside would be told of a trip. */
export const versionOf = async (act: Act, trip: TripView, wanted: WantedFor): Promise<ItineraryView> =>
  versionFor(trip, wanted, { asOf: asOfWords(act), hidden: await privateIn(act, trip) })

/** What whoever acts may read of a trip themselves. */
export async function ownVersionOf(act: Act, trip: TripView, wanted: WantedFor): Promise<ItineraryView> {
  const hidden = maySee('private', readerOf(act)) ? new Set<string>() : await privateIn(act, trip)
  return versionFor(trip, wanted, { asOf: asOfWords(act), hidden })
}

/** What is no news to whoever reads it: their names, and what the trip openly says. */
export const openlySaid = async (act: Act, trip: TripView, to: string): Promise<Repeated> => ({
  names: [to, ...trip.travellers.map(({ name }) => name)],
  own: [],
  told: await act.asDesk(() => openWordsOfTrip(act.db, act.desk.id, trip.id)),
})

/** What of a link was chosen when it was given out. */
const wantedOf = ({ reader, shows, terms }: Pick<Link, 'reader' | 'shows' | 'terms'>): WantedFor => ({
  for: reader,
  shows,
  segments: [...terms.segments],
  reach: terms.reach,
  needs: terms.needs,
})

/** What would be shown by a link at this moment, before it is read for what has become private. */
export const pageOf = (
  act: Act,
  trip: TripView,
  link: Pick<Link, 'reader' | 'shows' | 'terms'>,
): Promise<ItineraryView> => versionOf(act, trip, wantedOf(link))

/**
 * What is shown by a link each time it is opened. What was clean when it was given out may have become private since: that is kept
 * back, until it is let go and given out anew. What was let go then is shown for as long as it says the same.
 */
export async function shownBy(act: Act, trip: TripView, link: Link): Promise<ItineraryView> {
  const page = await pageOf(act, trip, link)
  const known = await openlySaid(act, trip, link.terms.to)
  const texts = textsOf(page)
  if (!(await givesAway(act, [wholeText(page)], known))[0]) return page
  const gone = new Set(link.released ? textsOf(link.page) : [])
  const each = await givesAway(act, texts, known)
  const may = texts.map((text, n) => gone.has(text) || each[n] !== true)
  const rest = withoutSecrets(page, may)
  if (link.released || !(await givesAway(act, [wholeText(rest)], known))[0]) return rest
  return {
    ...withoutSecrets(
      page,
      texts.map(() => false),
    ),
    entries: [],
  }
}

const givesAway = (act: Act, texts: readonly string[], known: Repeated) => act.giveAway(texts, known)
