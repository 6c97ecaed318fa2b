import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import { isRefused, type Refused, refuse } from '../../desk/act.ts'
import { acceptSeat, foundDesk, type Joined, joinDesk, type Seat } from '../../desk/authority/actions.ts'
import { allSeats, closeDoor, doorOf, memberRow, openDoor, seatsOf } from '../../desk/authority/queries.ts'
import { deskRow } from '../../desk/journal/queries.ts'
import { type Surroundings, settle } from '../../desk/perform.ts'
import { isKeepable, zoneName } from '../../desk/shapes.ts'
import {
  beginAfresh,
  dropSecondStep,
  hashPassword,
  loginOf,
  makeLogin,
  type SignIn,
  setPassword,
} from '../../platform/auth/sign-in.ts'
import { isZone, oneByOne } from './alone.ts'
import { json, refused } from './answer.ts'

export const personName = z.string().trim().min(1).max(120).refine(isKeepable, 'holds a character that cannot be kept')
const person = z.object({
  name: personName,
  email: z.email().max(320),
  password: z.string().min(10).max(200).optional(),
  role: z.enum(['executive', 'assistant']),
  executive: personName,
  zone: zoneName,
})
type Person = z.infer<typeof person>
/** What an invited person says of themselves; what they are here the invitation says. */
const guest = person.pick({ name: true, email: true, password: true })

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * A one-time link, good for a day: `/first/TOKEN`. It lets a new person in, at the desk it names or, named none, at the
 * first there is; nobody who has a seat can use it.
 */
export const makeFirstLink = (
  around: Surroundings,
  at: Temporal.Instant,
  desk: string | null = null,
): Promise<string> => makeLink(around, { desk, item: null }, at)

/**
 * A one-time link for somebody who sits here and cannot sign in: it gives them, and only them, a new password. Refuses
 * not-there for an address nobody signs in with.
 */
export async function makeLinkFor(
  around: Surroundings,
  address: string,
  at: Temporal.Instant,
): Promise<string | Refused> {
  const all = await peopleHere(around)
  const found = all.find((one) => one.email === address.trim().toLowerCase())
  if (!found)
    return refuse(
      'not-there',
      `Nobody signs in as ${address} here; there is ${all.map((one) => one.email).join(', ') || 'nobody yet'}.`,
    )
  return makeLink(around, { desk: found.desk, item: found.member }, at)
}

async function makeLink(
  around: Surroundings,
  whose: { desk: string | null; item: string | null },
  at: Temporal.Instant,
): Promise<string> {
  const token = around.newToken()
  await openDoor(around.db, { hash: hashOf(token), way: 'first', ...whose, at, until: at.add({ hours: 24 }) })
  return `/first/${token}`
}

type Rooms = {
  readonly around: Surroundings
  readonly signIn: SignIn
  readonly now: () => Temporal.Instant
  /** A desk was opened: what every desk begins with is put on it. */
  readonly onFounded: (seat: Seat, at: Temporal.Instant) => Promise<void>
}

/** What an open link is for, so that its page asks only for what is missing: whose new password, whose seat, or which desk is joined. */
export async function showFirstLink(rooms: Rooms, context: Context): Promise<Response> {
  const { around, now } = rooms
  const door = await doorOf(around.db, hashOf(context.req.param('token') ?? ''), 'first', now())
  if (!door) return spent()
  if (door.desk === null || door.item === null) {
    const joined = (await peopleHere(around)).find(({ desk }) => door.desk === null || desk === door.desk)
    return json({ for: null, invited: null, you: null, executive: joined?.executive ?? null })
  }
  const seat = await seatBehind(around, door.desk, door.item)
  if (!seat) return spent()
  const { name, email, kind, executive, login } = seat
  if (login !== null) return json({ for: { name, email }, invited: null, you: null, executive })
  const you = await signedInAs(rooms, context)
  return json({ for: null, invited: { name, kind }, you: you && { name: you.name, email: you.email }, executive })
}

/**
 * Spends a one-time link and signs the browser in. A link for a new person makes their login and opens the first desk, or
 * joins the one that is open; an invitation gives somebody the seat it was made for; one that was made for somebody who
 * sits here gives them a new password. Whoever is signed in already accepts an invitation with `{ asYou: true }`.
 *
 * Refuses not-there for a link that is spent, old or unknown, the same for whoever comes second of two at once; bad-input
 * with its path; not-yours where the address is somebody's who sits here and the link was not made for them. Only a link
 * that let somebody in is spent.
 */
export async function spendFirstLink(rooms: Rooms, context: Context): Promise<Response> {
  const { around, now, signIn } = rooms
  const [hash, at] = [hashOf(context.req.param('token') ?? ''), now()]
  const door = await doorOf(around.db, hash, 'first', at)
  if (!door) return spent()
  const body: unknown = await context.req.json().catch(() => null)
  const seat = door.desk && door.item ? await seatBehind(around, door.desk, door.item) : null
  const came =
    door.item === null
      ? await comeIn(rooms, { hash, desk: door.desk }, body, at)
      : seat === null
        ? noLink()
        : seat.login !== null
          ? await comeBack(rooms, hash, { ...seat, login: seat.login }, body, at)
          : await accept(rooms, hash, seat, body, at, await signedInAs(rooms, context))
  if ('refused' in came) return refused(came.refused)
  if ('asYou' in came) return json({ ok: true, desk: door.desk })
  return signIn.api.signInEmail({ body: came, headers: context.req.raw.headers, asResponse: true })
}

type Behind = NonNullable<Awaited<ReturnType<typeof seatBehind>>>

/** The seat a link was made for, whether somebody signs in to it yet or not; null where it is there no more. */
const seatBehind = (around: Surroundings, desk: string, member: string) =>
  around.db.transaction().execute(async (db) => {
    await settle(db, desk, member)
    const [at, row] = [await deskRow(db, desk, false), await memberRow(db, desk, member)]
    if (!at || !row || row.left_at !== null) return null
    const { name, kind, email, login_id: login } = row
    return { desk, member, name, kind, login, email: email ?? '', executive: at.executive }
  })

async function signedInAs({ signIn }: Rooms, context: Context) {
  const session = await signIn.api.getSession({ headers: context.req.raw.headers })
  return session && { login: session.user.id, name: session.user.name, email: session.user.email }
}

const noLink = () =>
  refuse(
    'not-there',
    'This link was used already, was taken back or is too old. Ask whoever sent it for another; “equerry link” prints one too.',
  )
const spent = () => refused(noLink().refused)

type CameIn = { readonly email: string; readonly password: string }

/** Without a password the browser makes a passkey right after; nobody will ever know this one. */
const passwordOf = (around: Surroundings, said: string | undefined) =>
  said ?? `${around.newToken()}${around.newToken()}`

/** Somebody new. */
async function comeIn(
  rooms: Rooms,
  { hash, desk }: { readonly hash: Buffer; readonly desk: string | null },
  body: unknown,
  at: Temporal.Instant,
): Promise<CameIn | Refused> {
  const { around, signIn } = rooms
  const read = person.safeParse(body)
  if (!read.success) return notRead(read.error)
  if (!isZone(read.data.zone)) return refuse('bad-input', 'There is no such zone.', [], 'zone')
  const who = { ...read.data, email: read.data.email.toLowerCase() }
  const password = passwordOf(around, who.password)
  const hashed = await hashPassword(signIn, password)
  const seated = await oneByOne(around, async (alone) => {
    const known = await loginOf(signIn, who.email)
    if (known && (await seatsOf(alone.db, known)).length > 0) return takenBy(who.email)
    // Whoever was before us at the door has closed it; of two with one link, one gets in.
    if (!(await closeDoor(alone.db, hash, at))) return noLink()
    // A login without a seat was left by a start that broke off.
    if (known) await beginAfresh(signIn, known, hashed)
    return seat(alone, known ?? (await makeLogin(signIn, who, hashed)), who, desk, at)
  })
  if ('refused' in seated) return seated
  if (seated.founded) await rooms.onFounded(seated, at)
  else tellJoined(around, seated)
  return { email: who.email, password }
}

const takenBy = (email: string) =>
  refuse(
    'not-yours',
    `${email} signs in here already: sign in with its password. Where that is lost, “equerry link --for ${email}” prints a link for a new one.`,
    [],
    'email',
  )

/** Somebody who was invited: a login of their own, or the one they are signed in with. */
async function accept(
  { around, signIn }: Rooms,
  hash: Buffer,
  seat: Behind,
  body: unknown,
  at: Temporal.Instant,
  you: { readonly login: string; readonly name: string; readonly email: string } | null,
): Promise<CameIn | { readonly asYou: true } | Refused> {
  const read = z.union([z.strictObject({ asYou: z.literal(true) }), guest]).safeParse(body)
  if (!read.success) return notRead(guest.safeParse(body).error ?? read.error)
  const sit = (alone: Surroundings, who: NonNullable<typeof you>) => acceptSeat(alone, seat, who, at)
  if ('asYou' in read.data) {
    if (!you) return refuse('not-yours', 'Sign in first, then open this link again.')
    const seated = await oneByOne(around, async (alone) =>
      (await closeDoor(alone.db, hash, at)) ? sit(alone, you) : noLink(),
    )
    if ('refused' in seated) return seated
    tellJoined(around, seated)
    return { asYou: true }
  }
  const who = { name: read.data.name, email: read.data.email.toLowerCase() }
  const password = passwordOf(around, read.data.password)
  const hashed = await hashPassword(signIn, password)
  const seated = await oneByOne(around, async (alone) => {
    const known = await loginOf(signIn, who.email)
    if (known && (await seatsOf(alone.db, known)).length > 0) return signInFirst(who.email)
    if (!(await closeDoor(alone.db, hash, at))) return noLink()
    if (known) await beginAfresh(signIn, known, hashed)
    return sit(alone, { ...who, login: known ?? (await makeLogin(signIn, who, hashed)) })
  })
  if ('refused' in seated) return seated
  tellJoined(around, seated)
  return { email: who.email, password }
}

const tellJoined = (around: Surroundings, { desk, number }: Joined): void =>
  around.tell({ desk, number, operation: 'desk.join' })

const signInFirst = (email: string) =>
  refuse('not-yours', `${email} signs in here already: sign in first, then open this link again.`, [], 'email')

/** Somebody who sits here: a new password, no second step until they turn it on again, and out with whoever still holds a session from before. */
async function comeBack(
  { around, signIn }: Rooms,
  hash: Buffer,
  owner: Behind & { readonly login: string },
  body: unknown,
  at: Temporal.Instant,
): Promise<CameIn | Refused> {
  const read = z.object({ password: person.shape.password }).safeParse(body)
  if (!read.success) return notRead(read.error)
  if (!(await closeDoor(around.db, hash, at))) return noLink()
  const password = passwordOf(around, read.data.password)
  await setPassword(signIn, owner.login, await hashPassword(signIn, password))
  await dropSecondStep(signIn, owner.login)
  return { email: owner.email, password }
}

function notRead({ issues: [issue] }: z.ZodError): Refused {
  const path = issue?.path.join('.') ?? ''
  return refuse('bad-input', `${path === '' ? 'What was sent' : path}: ${issue?.message}`, [], path)
}

async function seat(
  around: Surroundings,
  login: string,
  who: Person,
  wanted: string | null,
  at: Temporal.Instant,
): Promise<(Joined & { founded: false }) | (Seat & { founded: true }) | Refused> {
  const newcomer = { login, email: who.email, name: who.name, kind: who.role }
  const open = (await allSeats(around.db)).find(({ desk }) => wanted === null || desk === wanted)
  if (!open && wanted !== null) return noLink()
  if (!open) return { ...(await foundDesk(around, newcomer, who.executive, who.zone, at)), founded: true }
  const joined = await joinDesk(around, newcomer, open.desk, at)
  return isRefused(joined) ? joined : { ...joined, founded: false }
}

/** Everybody who can sign in, in the order they came, and whose desk they sit at. */
async function peopleHere(around: Surroundings) {
  const seats = await allSeats(around.db)
  return Promise.all(
    seats.map((seat) =>
      around.db.transaction().execute(async (db) => {
        await settle(db, seat.desk, seat.member)
        const [desk, member] = [await deskRow(db, seat.desk, false), await memberRow(db, seat.desk, seat.member)]
        return { ...seat, name: member?.name ?? '', email: member?.email ?? '', executive: desk?.executive ?? '' }
      }),
    ),
  )
}
