import { Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { refuse } from '../../desk/act.ts'
import type { Seat } from '../../desk/authority/actions.ts'
import { seatsOf } from '../../desk/authority/queries.ts'
import type { Surroundings } from '../../desk/perform.ts'
import type { SignIn } from '../../platform/auth/sign-in.ts'
import type { Log } from '../../platform/log.ts'
import { answerOperation, refused } from './api.ts'
import { spendFirstLink } from './first.ts'
import type { NewsBoard } from './news.ts'
import { describeApi } from './openapi.ts'
import { screens } from './screens.ts'

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
  /** A desk was opened, by whoever sits there now. */
  readonly onFounded: (seat: Seat, at: Temporal.Instant) => Promise<void>
}

/**
 * Everything that comes in by HTTP. Without a session only the screens' own files, the sign-in calls and addresses that
 * carry their own token answer.
 */
export function makeApp(parts: Parts): Hono {
  const { signIn, now, log } = parts
  const app = new Hono()
  app.use(logged(log))
  app.use(secureHeaders(headers(parts.url)))
  app.use(fromHere(parts.url))
  app.get('/healthz', (context) => context.text('ok'))
  app.on(['GET', 'POST'], '/api/auth/*', (context) => signIn.handler(context.req.raw))
  app.post('/api/first/:token', (context) => spendFirstLink(parts, context))
  app.get('/feed/:file', async (context) => {
    const ics = await parts.feed(context.req.param('file').replace(/\.ics$/, ''), now())
    if (ics === null) return context.notFound()
    const type = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=300' }
    return context.body(ics, 200, type)
  })
  app.all('/api/*', signedIn(parts))
  app.get('*', screens(parts.web))
  app.onError((err, context) => {
    log.error({ err, route: routeOf(context.req.path) }, 'a call failed')
    return Response.json({ error: { words: 'Something went wrong at the desk. It is in its log.' } }, { status: 500 })
  })
  return app
}

const signedIn =
  ({ around, signIn, news, url, now }: Parts): MiddlewareHandler =>
  async (context) => {
    const session = await signIn.api.getSession({ headers: context.req.raw.headers })
    const seat = session && (await seatOf(around, session.user.id, context.req.header('x-equerry-desk')))
    if (!seat) return Response.json({ refused: refuse('not-yours', 'Sign in first.').refused }, { status: 401 })
    if (context.req.path === '/api/news') return news.stream(context, seat.desk)
    if (context.req.path === '/api/openapi.json') return Response.json(await describeApi(url))
    return answerOperation(around, context, { ...seat, door: 'web', at: now() })
  }

/** The desk that was asked for among those this login sits at, else the first. */
async function seatOf(around: Surroundings, login: string, wanted: string | undefined) {
  const seats = await seatsOf(around.db, login)
  return wanted === undefined ? seats[0] : seats.find((one) => one.desk === wanted)
}

const headers = (url: string) => ({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: url.startsWith('https:') && 'max-age=31536000',
})

/**
 * Passkeys and cookies belong to one name: whoever came by a loopback number is sent there; calls from another site are
 * refused. A request through a proxy stays, or the two would send each other in circles.
 */
const fromHere =
  (url: string): MiddlewareHandler =>
  async (context, next) => {
    const asked = new URL(context.req.url)
    const isNumber = /^(127\.0\.0\.1|\[::1\])$/.test(asked.hostname) && asked.pathname !== '/healthz'
    const proxied = ['forwarded', 'x-forwarded-for', 'via'].some((name) => context.req.header(name) !== undefined)
    if (isNumber && !proxied && asked.host !== new URL(url).host && context.req.method === 'GET')
      return context.redirect(url + asked.pathname + asked.search, 307)
    const origin = context.req.header('origin')
    const unsafe = !['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)
    if (unsafe && origin !== undefined && origin !== new URL(url).origin)
      return refused(refuse('not-yours', 'This call came from another site.').refused)
    return next()
  }

const logged =
  (log: Log): MiddlewareHandler =>
  async (context, next) => {
    const begun = performance.now()
    await next()
    const ms = Math.round(performance.now() - begun)
    log.debug(
      { method: context.req.method, route: routeOf(context.req.path), status: context.res.status, ms },
      'answered',
    )
  }

/** A path without the token that only its owner may know. */
const routeOf = (path: string) => path.replace(/^(\/feed|\/first|\/api\/first)\/.*$/, '$1/:token').slice(0, 80)
