import type { IncomingMessage } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { refuse } from '../../desk/act.ts'
import { addressHeader } from '../../platform/auth/sign-in.ts'
import type { Log } from '../../platform/log.ts'
import { refused } from './answer.ts'

/** What a browser is told about every page: nothing from elsewhere, nothing inline, in nobody's frame. */
export const securely = (url: string): MiddlewareHandler =>
  secureHeaders({
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
export const fromHere =
  (url: string): MiddlewareHandler =>
  async (context, next) => {
    const asked = new URL(context.req.url)
    const isNumber = /^(127\.0\.0\.1|\[::1\])$/.test(asked.hostname)
    const proxied = ['forwarded', 'x-forwarded-for', 'via'].some((name) => context.req.header(name) !== undefined)
    if (isNumber && !proxied && asked.host !== new URL(url).host && context.req.method === 'GET')
      return context.redirect(url + asked.pathname + asked.search, 307)
    const origin = context.req.header('origin')
    const unsafe = !['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)
    const isOthers =
      origin === undefined ? isFromElsewhere(context.req.header('sec-fetch-site')) : origin !== new URL(url).origin
    if (unsafe && isOthers) return refused(refuse('not-yours', 'This call came from another site.').refused)
    return next()
  }

/** What a browser says of a page that asks; scripts say nothing. */
const isFromElsewhere = (site: string | undefined) => site === 'cross-site' || site === 'same-site'

/**
 * Says where a request came from: the other end of its connection or, where that is a proxy on this machine, whom the
 * proxy names last. Anything else the caller may have invented, also an address in our own header.
 */
export const fromWhere: MiddlewareHandler<{ Bindings: { incoming?: IncomingMessage } }> = async (context, next) => {
  const direct = context.env?.incoming?.socket.remoteAddress ?? ''
  const named = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  const from = isLoopback(direct) && named !== '' ? named : direct
  context.req.raw.headers.delete(addressHeader)
  if (from !== '') context.req.raw.headers.set(addressHeader, from)
  return next()
}

const isLoopback = (address: string) => /^(::ffff:)?127\.|^::1$/.test(address)

/** No more than this many bytes of body, however it is sent. */
export const atMost = (bytes: number, words: string): MiddlewareHandler =>
  bodyLimit({ maxSize: bytes, onError: () => refused(refuse('too-much', words).refused) })

/** One line a request: no query, no token, nothing anybody wrote. */
export const logged =
  (log: Log): MiddlewareHandler =>
  async (context, next) => {
    const begun = performance.now()
    await next()
    const ms = Math.round(performance.now() - begun)
    const { method } = context.req
    log.debug({ method, route: routeOf(context.req.path), status: context.res.status, ms }, 'answered')
  }

/** A path without the token that only its owner may know. */
export const routeOf = (path: string) =>
  path.replace(/^(\/feed|\/first|\/api\/first|\/o|\/i)\/.*$/, '$1/:token').slice(0, 80)
