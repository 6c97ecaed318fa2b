import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { type Refused, refuse } from '../../desk/act.ts'
import type { Seat } from '../../desk/authority/actions.ts'
import { doorOf, seatsOf } from '../../desk/authority/queries.ts'
import type { Surroundings } from '../../desk/perform.ts'
import type { SignIn } from '../../platform/auth/sign-in.ts'
import { refused } from './answer.ts'

type Rooms = { readonly around: Surroundings; readonly signIn: SignIn; readonly now: () => Temporal.Instant }

/** A human on this server, signed in. */
export type Login = { readonly id: string; readonly name: string; readonly email: string }

type Came = {
  /** Null for an agent, who comes by a token, and for nobody. */
  readonly login: Login | null
  readonly seat: Seat | null
  readonly cookies: readonly string[]
  readonly no: { readonly refused: Refused['refused']; readonly status: 401 | 404 }
}

/**
 * Whoever calls, by their session or an agent's token, and the seat they call from: at the desk that was named, else at
 * the one they sat down at first. One that is named and not theirs is not there; another never stands in for it.
 */
export async function comesAs({ around, signIn, now }: Rooms, context: Context): Promise<Came> {
  const bearer = bearerOf(context.req.header('authorization'))
  if (bearer !== null) {
    const no = { ...refuse('not-yours', 'This token opens nothing.'), status: 401 } as const
    return { login: null, seat: await agentSeat(around, bearer, now()), cookies: [], no }
  }
  const { headers } = context.req.raw
  const { response: session, headers: told } = await signIn.api.getSession({ headers, returnHeaders: true })
  const seats = session ? await seatsOf(around.db, session.user.id) : []
  const wanted = deskNamed(context)
  const seat = (wanted === undefined ? seats[0] : seats.find(({ desk }) => desk === wanted)) ?? null
  const no =
    seats.length === 0
      ? ({ ...refuse('not-yours', 'Sign in first.'), status: 401 } as const)
      : ({ ...refuse('not-there', 'You sit at no such desk.'), status: 404 } as const)
  const login = session && { id: session.user.id, name: session.user.name, email: session.user.email }
  return { login, seat, cookies: told.getSetCookie(), no }
}

/** By a header, or in the address where a browser sends none: the line for news, a page of paper and an itinerary. */
const deskNamed = (context: Context): string | undefined =>
  context.req.header('x-equerry-desk') ??
  (/^\/(api\/news$|sheet\/|itinerary\/)/.test(context.req.path) ? context.req.query('desk') : undefined)

const bearerOf = (header: string | undefined): string | null => /^Bearer +(\S{1,200})$/i.exec(header ?? '')?.[1] ?? null

/** An agent comes with a token of its own instead of a session. */
async function agentSeat(around: Surroundings, token: string, at: Temporal.Instant): Promise<Seat | null> {
  const door = await doorOf(around.db, createHash('sha256').update(token).digest(), 'agent', at)
  return door?.desk && door.item ? { desk: door.desk, member: door.item } : null
}

/** Lets on whoever has a session and a seat, and gives the browser a later end of its session when that was moved. */
export const signedIn =
  (rooms: Rooms): MiddlewareHandler =>
  async (context, next) => {
    const { seat, login, cookies, no } = await comesAs(rooms, context)
    if (!seat) return refused(no.refused, no.status)
    context.set('seat', seat)
    context.set('login', login)
    await next()
    for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
  }

/** Lets on whoever is signed in, whatever desk they name: for what is about all of theirs. An agent sits at one. */
export const asPerson =
  (rooms: Rooms): MiddlewareHandler =>
  async (context, next) => {
    const { login, seat, cookies } = await comesAs(rooms, context)
    if (!login)
      return seat
        ? refused(refuse('not-yours', 'An agent sits at one desk, and opens none.').refused)
        : refused(refuse('not-yours', 'Sign in first.').refused, 401)
    context.set('login', login)
    await next()
    for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
  }

export const seatIn = (context: Context): Seat => context.get('seat') as Seat
export const loginIn = (context: Context): Login | null => context.get('login') as Login | null
