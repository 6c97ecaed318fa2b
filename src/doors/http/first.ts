import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import { refuse } from '../../desk/act.ts'
import { foundDesk, joinDesk, type Seat } from '../../desk/authority/actions.ts'
import { allSeats, closeDoor, doorOf, openDoor, seatsOf } from '../../desk/authority/queries.ts'
import type { Surroundings } from '../../desk/perform.ts'
import { isKeepable, zoneName } from '../../desk/shapes.ts'
import { makeLogin, type SignIn } from '../../platform/auth/sign-in.ts'
import { refused } from './answer.ts'

const name = z.string().trim().min(1).max(120).refine(isKeepable, 'holds a character that cannot be kept')
const person = z.object({
  name,
  email: z.email().max(320),
  password: z.string().min(10).max(200).optional(),
  role: z.enum(['executive', 'assistant']),
  executive: name,
  zone: zoneName,
})
type Person = z.infer<typeof person>

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A one-time link, good for a day: `/first/TOKEN`. */
export async function makeFirstLink(around: Surroundings, at: Temporal.Instant): Promise<string> {
  const token = around.newToken()
  const until = at.add({ hours: 24 })
  await openDoor(around.db, { hash: hashOf(token), way: 'first', desk: null, item: null, at, until })
  return `/first/${token}`
}

type Rooms = {
  readonly around: Surroundings
  readonly signIn: SignIn
  readonly now: () => Temporal.Instant
  /** A desk was opened: what every desk begins with is put on it. */
  readonly onFounded: (seat: Seat, at: Temporal.Instant) => Promise<void>
}

/**
 * Spends a one-time link: makes the login, opens the first desk or joins the one that is open, and signs the browser in.
 * A login that sits here already gets its new password and keeps its seat.
 */
export async function spendFirstLink(rooms: Rooms, context: Context): Promise<Response> {
  const { around, signIn, now } = rooms
  const [hash, at] = [hashOf(context.req.param('token') ?? ''), now()]
  if (!(await doorOf(around.db, hash, 'first', at))) return spent()
  const read = person.safeParse(await context.req.json().catch(() => null))
  if (!read.success) {
    const [issue] = read.error.issues
    const path = issue?.path.join('.') ?? ''
    return refused(refuse('bad-input', `${path === '' ? 'What was sent' : path}: ${issue?.message}`, [], path).refused)
  }
  if (!isZone(read.data.zone)) return refused(refuse('bad-input', 'There is no such zone.', [], 'zone').refused)
  // Asked again, because somebody else may have used it since; closing is what only one of them does.
  if (!(await closeDoor(around.db, hash, at))) return spent()
  // Without a password the browser makes a passkey right after; nobody will ever know this one.
  const password = read.data.password ?? `${around.newToken()}${around.newToken()}`
  const login = await makeLogin(signIn, { ...read.data, password })
  await seat(rooms, login, read.data, at)
  return signIn.api.signInEmail({
    body: { email: read.data.email.toLowerCase(), password },
    headers: context.req.raw.headers,
    asResponse: true,
  })
}

const spent = () =>
  refused(
    refuse('not-there', 'This link was used already or is older than a day. “equerry link” prints another.').refused,
  )

async function seat({ around, onFounded }: Rooms, login: string, who: Person, at: Temporal.Instant): Promise<void> {
  if ((await seatsOf(around.db, login)).length > 0) return
  const newcomer = { login, email: who.email.toLowerCase(), name: who.name, kind: who.role }
  const [open] = await allSeats(around.db)
  if (open) {
    await joinDesk(around, newcomer, open.desk, at)
    return
  }
  const made = await foundDesk(around, newcomer, who.executive, who.zone, at)
  await onFounded(made, at)
}

/** Asked of Temporal: the browsers' list and ours differ in old and new names (Asia/Calcutta, Asia/Kolkata), and all are good. */
const isZone = (name: string): boolean => {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(name)
    return true
  } catch {
    return false
  }
}
