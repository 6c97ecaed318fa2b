import type { MiddlewareHandler } from 'hono'
import { addressHeader } from '../../platform/auth/sign-in.ts'

const minuteMs = 60_000
const mostKept = 10_000

/**
 * No more than so many calls a minute from one caller, counted by whole minutes of the desk's clock. A token is 128 bits,
 * so this is not what keeps strangers out; it keeps one of them from being a burden.
 */
export function notTooOften(
  most: number,
  now: () => Temporal.Instant,
  say: () => Response | Promise<Response>,
): MiddlewareHandler {
  let minute = 0
  let counts = new Map<string, number>()
  return async (context, next) => {
    const current = Math.floor(now().epochMilliseconds / minuteMs)
    if (current !== minute || counts.size > mostKept) [minute, counts] = [current, new Map()]
    const caller = context.req.header(addressHeader) ?? ''
    const count = (counts.get(caller) ?? 0) + 1
    counts.set(caller, count)
    if (count <= most) return next()
    const answer = await say()
    answer.headers.set('retry-after', '60')
    return answer
  }
}
