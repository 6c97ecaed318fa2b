import { type Context, Hono } from 'hono'
import type { EmergencyView } from '../../desk/travel/emergency/model.ts'
import type { ItineraryView } from '../../desk/travel/itinerary/model.ts'
import { notTooOften } from '../guest/often.ts'
import { tooOften } from '../guest/page.ts'
import { emergencyAnswer, fileAnswer, pageAnswer } from './answer.ts'
import { replacedPage, strangerPage, withdrawnPage } from './page.ts'

/** What an address opens: a page, one that is out of date, or one that was withdrawn. */
type Opened =
  | {
      readonly state: 'out'
      readonly page: ItineraryView
      readonly zone: string
      readonly id: string
      readonly emergency: EmergencyView | null
    }
  | { readonly state: 'replaced'; readonly words: string }
  | { readonly state: 'withdrawn' }

/** What the desk does for somebody with the address of an itinerary; null for one that opens nothing. */
export type ItineraryGuest = { readonly itinerary: (token: string, at: Temporal.Instant) => Promise<Opened | null> }

type Room = { readonly guest: ItineraryGuest; readonly now: () => Temporal.Instant }

/** A minute of somebody who opens the page and each of its files; a script that guesses needs far more. */
const mostLooks = 60

/** `/i/TOKEN`, its calendar files, its paper and, where it was given out with one, the sheet for an emergency. Nothing here changes anything. */
export function itineraryRoutes(room: Room): Hono {
  const app = new Hono()
  app.use('*', notTooOften(mostLooks, room.now, tooOften), async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
    context.header('x-robots-tag', 'noindex, nofollow')
  })
  app.get('/:token', (context) => opened(room, context))
  app.get('/:token/:file', (context) => opened(room, context))
  app.all('*', (context) => stranger(context))
  return app
}

/** One answer for every address that opens nothing: never was, or too old. */
const stranger = (context: Context) => context.html(strangerPage(), 404)

async function opened({ guest, now }: Room, context: Context): Promise<Response> {
  const [token, file] = [context.req.param('token') ?? '', context.req.param('file') ?? '']
  const at = now()
  const found = await guest.itinerary(token, at)
  if (!found) return stranger(context)
  if (found.state === 'withdrawn') return context.html(withdrawnPage(), 410)
  if (found.state === 'replaced') return context.html(replacedPage(found.words), 410)
  const { page, zone, emergency, id } = found
  const filed = { page, home: zone, at }
  const place = { base: `/i/${encodeURIComponent(token)}`, query: '', emergency: emergency !== null }
  if (file === '') return pageAnswer(context, filed, place)
  const sheet = emergency && (await emergencyAnswer(context, emergency, place, file))
  return sheet ?? (await fileAnswer(context, filed, { file, trip: id })) ?? stranger(context)
}
