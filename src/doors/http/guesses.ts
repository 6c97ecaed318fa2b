import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { refuse } from '../../desk/act.ts'
import { addressHeader } from '../../platform/auth/sign-in.ts'
import { refused } from './answer.ts'

const hourMs = 3_600_000
/** Wrong passwords for one login in an hour, from addresses it never signed in from. */
const mostWrong = 30
const mostKept = 10_000

const hashed = (text: string) => createHash('sha256').update(text.trim().toLowerCase()).digest('base64')

/**
 * Slows down whoever guesses one login's password from many addresses, each of which stays under its own limit. Counted in
 * memory by whole hours of the desk's clock, for logins that are there and for those that are not alike. Where a login has signed
 * in before it is not counted, so that a stranger's guesses lock nobody out of their own place.
 * Refuses too-much past that, and bad-input where the call is no JSON: a form would name its login uncounted.
 */
export function guessesOf(now: () => Temporal.Instant): MiddlewareHandler {
  let hour = 0
  let wrong = new Map<string, number>()
  const known = new Map<string, Set<string>>()
  const signedIn = (login: string, from: string) => {
    if (known.size > mostKept) known.clear()
    known.set(login, (known.get(login) ?? new Set()).add(from))
  }
  return async (context, next) => {
    const current = Math.floor(now().epochMilliseconds / hourMs)
    if (current !== hour || wrong.size > mostKept) [hour, wrong] = [current, new Map()]
    const login = await loginIn(context.req.raw)
    if (login === null) return noJson()
    const from = context.req.header(addressHeader) ?? ''
    const isKnown = known.get(login)?.has(from) === true
    const tries = (wrong.get(login) ?? 0) + 1
    if (!isKnown && tries > mostWrong) return tooOften()
    // Counted before it is answered, or many at once would all be the first.
    if (!isKnown) wrong.set(login, tries)
    await next()
    if (context.res.status !== 200) return
    wrong.set(login, tries - 1)
    signedIn(login, from)
  }
}

const tooOften = () =>
  refused(refuse('too-much', 'Too many wrong passwords for this login. Try again in an hour.').refused)
const noJson = () => refused(refuse('bad-input', 'Send JSON with your email and password.').refused)

/** Whom a call to sign in names, nobody being one too; null where it is no JSON. */
async function loginIn(request: Request): Promise<string | null> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return null
  const said: unknown = await request
    .clone()
    .json()
    .catch(() => null)
  if (said === null || typeof said !== 'object') return null
  return hashed('email' in said ? String(said.email) : '')
}
