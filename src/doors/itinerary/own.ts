import type { Context } from 'hono'
import { type Call, isRefused, refuse } from '../../desk/act.ts'
import { perform, type Surroundings } from '../../desk/perform.ts'
import type { EmergencyView } from '../../desk/travel/emergency/model.ts'
import type { ItineraryView } from '../../desk/travel/itinerary/model.ts'
import { refused } from '../http/answer.ts'
import { emergencyAnswer, fileAnswer, pageAnswer } from './answer.ts'

type Read = { readonly page: ItineraryView; readonly zone: string }

/**
 * `/itinerary/TRIP` and its files, for whoever is signed in and as they may read the trip: `itinerary.pdf`, `trip.ics`,
 * `SEGMENT.ics`, `emergency`, `emergency.pdf`; with `?for=family` as somebody else would read it. Refuses as `itinerary.read` does.
 */
export async function answerItinerary(
  around: Surroundings,
  context: Context,
  who: Omit<Call, 'key'>,
): Promise<Response> {
  const [trip, file] = [context.req.param('trip') ?? '', context.req.param('file') ?? '']
  const base = `/itinerary/${encodeURIComponent(trip)}`
  const place = { base, query: queryOf(context), emergency: true }
  if (file === 'emergency' || file === 'emergency.pdf') {
    const sheet = await perform(around, 'emergency.show', { tripId: trip }, { ...who, key: null })
    if (isRefused(sheet)) return refused(sheet.refused)
    return kept((await emergencyAnswer(context, sheet.sheet as EmergencyView, place, file)) ?? noFile())
  }
  const reader = context.req.query('for')
  const input = { tripId: trip, ...(reader !== undefined && { for: reader }) }
  const answer = await perform(around, 'itinerary.read', input, { ...who, key: null })
  if (isRefused(answer)) return refused(answer.refused)
  const { page, zone } = answer as unknown as Read
  const filed = { page, home: zone, at: who.at }
  if (file === '') return kept(await pageAnswer(context, filed, place))
  return kept((await fileAnswer(context, filed, { file, trip })) ?? noFile())
}

const noFile = (): Response => refused(refuse('not-there', 'This itinerary has no such file.').refused)

/** What its links carry on: the desk, and for whom it is. */
function queryOf(context: Context): string {
  const said = new URLSearchParams()
  for (const name of ['desk', 'for']) {
    const value = context.req.query(name)
    if (value !== undefined) said.set(name, value)
  }
  return said.size === 0 ? '' : `?${said}`
}

const kept = (answer: Response): Response => {
  answer.headers.set('cache-control', 'no-store')
  return answer
}
