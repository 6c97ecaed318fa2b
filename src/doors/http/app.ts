import { randomUUID } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { refuse } from '../../desk/act.ts'
import type { Seat } from '../../desk/authority/actions.ts'
import { seatsOf } from '../../desk/authority/queries.ts'
import type { Surroundings } from '../../desk/perform.ts'
import { openCalls, type SignIn } from '../../platform/auth/sign-in.ts'
import type { Log } from '../../platform/log.ts'
import type { Guest } from '../guest/guest.ts'
import { guestRoutes } from '../guest/routes.ts'
import { type ItineraryGuest, itineraryRoutes } from '../itinerary/guest.ts'
import { answerItinerary } from '../itinerary/own.ts'
import { answerSheet, forPaper } from '../sheet/route.ts'
import { json, refused } from './answer.ts'
import { answerOperation } from './api.ts'
import { deskRoutes } from './desks.ts'
import { showFirstLink, spendFirstLink } from './first.ts'
import { atMost, fromHere, fromWhere, logged, routeOf, securely } from './guard.ts'
import { guessesOf } from './guesses.ts'
import type { NewsBoard } from './news.ts'
import { describeApi } from './openapi.ts'
import { screens } from './screens.ts'
import { asPerson, comesAs, loginIn, seatIn, signedIn } from './seated.ts'

export type Parts = {
  readonly around: Surroundings
  readonly signIn: SignIn
  readonly news: NewsBoard
  readonly log: Log
  readonly url: string
  readonly now: () => Temporal.Instant
  /** Where the built screens lie. */
  readonly web: string
  /** The busy feed behind a secret address; null when the token opens nothing. */
  readonly feed: (token: string, at: Temporal.Instant) => Promise<string | null>
  /** What the desk does for outsiders with an address. */
  readonly guest: Guest & ItineraryGuest
  /** How long one of several desks is waited for, in milliseconds; a few seconds unless told. */
  readonly patienceMs?: number
  /** The first desk was opened, by whoever sits there now. */
  readonly onFounded: (seat: Seat, at: Temporal.Instant) => Promise<void>
}

const kilobyte = 1024
const megabyte = 1024 * kilobyte
/** Of JSON answers; below it packing costs more than it saves. */
const worthPacking = 8 * kilobyte

/**
 * Everything that comes in by HTTP. Without a session only the screens' own files, the sign-in calls and addresses that
 * carry their own token answer.
 */
export function makeApp(parts: Parts): Hono {
  const { signIn, now, log } = parts
  const app = new Hono()
  for (const papers of ['/sheet/*', '/i/*', '/itinerary/*']) app.use(papers, forPaper)
  app.use(logged(log), securely(parts.url), fromHere(parts.url), fromWhere)
  app.use('/api/*', kept)
  const short = atMost(64 * kilobyte, 'That is more than anybody has to say here.')
  app.post('/api/auth/sign-in/email', short, guessesOf(now))
  app.on(['GET', 'POST'], '/api/auth/*', short, (context) =>
    openCalls.has(context.req.path.slice('/api/auth'.length))
      ? signIn.handler(context.req.raw)
      : refused(refuse('not-there', 'There is no such call.').refused),
  )
  app.get('/api/first/:token', (context) => showFirstLink(parts, context))
  app.post('/api/first/:token', short, (context) => spendFirstLink(parts, context))
  app.use('/o/*', short)
  app.route('/o', guestRoutes({ guest: parts.guest, now, newKey: () => randomUUID() }))
  app.route('/i', itineraryRoutes({ guest: parts.guest, now }))
  app.get('/feed/:file', (context) => feed(parts, context, context.req.param('file')))
  app.use('/api/*', compress({ threshold: worthPacking }))
  app.use('/api/desks', asPerson(parts), short)
  app.use('/api/desks/*', asPerson(parts))
  app.use('/api/all/*', asPerson(parts))
  app.route('/api', deskRoutes(parts))
  app.use('/api/*', signedIn(parts))
  app.get('/api/news', (context) => news(parts, context))
  app.get('/api/openapi.json', async () => json(await describeApi(parts.url)))
  app.all('/api/*', sized, (context) =>
    answerOperation(parts.around, context, { ...seatIn(context), door: cameBy(context), at: now() }),
  )
  app.get('/sheet/:file', signedIn(parts), (context) =>
    answerSheet(parts.around, context, { ...seatIn(context), door: 'web', at: now() }),
  )
  app.on('GET', ['/itinerary/:trip', '/itinerary/:trip/:file'], signedIn(parts), (context) =>
    answerItinerary(parts.around, context, { ...seatIn(context), door: 'web', at: now() }),
  )
  app.get('*', screens(parts.web))
  app.onError((err, context) => {
    log.error({ err, route: routeOf(context.req.path) }, 'a call failed')
    return json({ error: { words: 'Something went wrong at the desk. It is in its log.' } }, 500)
  })
  return app
}

/** What happens at the desk, until whoever listens sits there no more; of their other desks, that something happened. */
function news(parts: Parts, context: Context): Response {
  const { desk, member } = seatIn(context)
  const login = loginIn(context)
  return parts.news.stream(context, desk, {
    still: async () => (await comesAs(parts, context)).seat?.member === member,
    elsewhere: async () => (login ? (await seatsOf(parts.around.db, login.id)).map((seat) => seat.desk) : []),
  })
}

async function feed({ feed, now }: Parts, context: Context, file: string): Promise<Response> {
  const ics = await feed(file.replace(/\.ics$/, ''), now())
  if (ics === null) return context.notFound()
  const type = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=300' }
  return context.body(ics, 200, type)
}

/** What the desk or sign-in says to one person is kept by nobody on the way. */
const kept: MiddlewareHandler = async (context, next) => {
  await next()
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store')
}

/** Browsers say where a change comes from, by `Origin` and Fetch Metadata; scripts do not. */
const cameBy = (context: Context) =>
  ['origin', 'sec-fetch-site'].some((name) => context.req.header(name) !== undefined) ? 'web' : 'api'

const file = atMost(50 * megabyte + 64 * kilobyte, 'That is more than 50 MB.')
const text = atMost(2 * megabyte, 'That is more than 2 MB.')
const sized: MiddlewareHandler = (context, next) =>
  (context.req.header('content-type')?.startsWith('multipart/form-data') ? file : text)(context, next)
